"""The command palette: every command by name, with its keys."""

from __future__ import annotations

import unicodedata
from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from reader.i18n import _
from reader.tui.commands import COMMANDS, Command, keys_of, shown_key


def palette() -> CommandPalette:
    """The palette, its own words in the interface's language."""
    return CommandPalette(placeholder=_("search the commands"), id="--command-palette")  # the id of Textual's style


class ReaderCommands(Provider):
    """Offers the reader's commands."""

    def _keys(self, command: Command) -> str:
        keymap = getattr(self.app, "keymap", {})
        return "  ".join(shown_key(key) for key in keys_of(command, keymap))

    async def _run(self, command: Command) -> None:
        await self.screen.run_action(f"run_command('{command.id}')")

    async def discover(self) -> Hits:
        """All commands, before anything is typed."""
        for command in COMMANDS:
            yield DiscoveryHit(_(command.title), partial(self._run, command), help=self._keys(command))

    async def search(self, query: str) -> Hits:
        """The commands whose words match what is typed: in either language, with accents or without, or by their id."""
        matcher = self.matcher(query)
        found = False
        for command in COMMANDS:
            title = _(command.title)
            score = max(matcher.match(f"{words} {command.id}") for words in {title, plain(title), command.title})
            if score > 0:
                found = True
                yield Hit(score, matcher.highlight(title), partial(self._run, command), help=self._keys(command))
        if not found:  # Textual would say so half a second later, and in English only
            nothing = _("no such command")
            yield Hit(0, nothing, self._nothing, text=nothing)

    async def _nothing(self) -> None:
        """No command was found and Enter was pressed all the same: the palette has closed, and that is all."""


def plain(text: str) -> str:
    """The text without its accents."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
