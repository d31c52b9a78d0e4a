"""The command palette: every command by name, with its keys."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.i18n import _
from reader.tui.commands import COMMANDS, Command, keys_of, shown_key


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
        """The commands whose words match what is typed."""
        matcher = self.matcher(query)
        for command in COMMANDS:
            title = _(command.title)
            score = matcher.match(f"{title} {command.id}")
            if score > 0:
                yield Hit(score, matcher.highlight(title), partial(self._run, command), help=self._keys(command))
