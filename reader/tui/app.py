"""The application: themes, keys and the one screen."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.driver import Driver

import styles
from reader.i18n import _
from reader.tui.commands import Scope, bindings
from reader.tui.opened import Look, Opened
from reader.tui.palette import ReaderCommands, palette
from reader.tui.pasting import shortened
from reader.tui.screens.reading import ReadingScreen
from reader.tui.services import Services
from reader.tui.themes import DARK, THEMES, fallbacks

_NO_KEY = "none"
"""A key that no terminal has."""


class ReaderApp(App[None]):
    """Reads articles.

    Args:
        services: The rooms below the screen.
        opening: The article to begin with; None where the library has none.
        look: How the window is to stand.
    """

    TITLE = "reader"
    ALLOW_SELECT = False  # Textual's own selection by mouse would be drawn over ours
    CSS_PATH = str(Path(styles.__file__ or "").with_name("reader.tcss"))
    COMMANDS: ClassVar[set[type[Provider]]] = {ReaderCommands}  # type: ignore[assignment]  # Textual allows callables too
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Scope.APP),
        Binding("ctrl+c", "quit", show=False, priority=True),
    ]

    def __init__(self, services: Services, opening: Opened | None, look: Look) -> None:
        super().__init__()
        self.keymap = {name: ",".join(keys) for name, keys in services.config.keys.items()}
        self._services = services
        self._opening = opening
        self._look = look
        self._begun = False
        self._early: list[events.Key | events.Paste] = []
        for theme in THEMES:
            self.register_theme(theme)
        wanted = services.config.theme
        self.theme = wanted if wanted in self.available_themes else DARK.name
        # Textual leaves a command its keys where it is given none.
        self.set_keymap({name: keys or _NO_KEY for name, keys in self.keymap.items()})

    def get_driver_class(self) -> type[Driver]:
        """What reads the terminal; where Textual would take its own for a Unix terminal, the one safe to paste into."""
        found = super().get_driver_class()
        if sys.platform == "win32":
            return found
        from textual.drivers.linux_driver import LinuxDriver

        from reader.tui.keyboard import Keyboard

        return Keyboard if found is LinuxDriver else found

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of ours under Textual's own themes."""
        return fallbacks(dark=self.current_theme.dark)

    def get_default_screen(self) -> ReadingScreen:
        """The one screen, as the first: another below it would only be drawn to be hidden."""
        return ReadingScreen(self._services, self._opening, self._look, self.keymap)

    async def on_event(self, event: events.Event) -> None:
        """What is typed or pasted before there is a text to take it, in the first glance, waits for it."""
        if isinstance(event, events.Key) or (isinstance(event, events.Paste) and not event.is_forwarded):
            self._early.append(event)
            if self._begun:
                await self._take_keys()
            return
        await super().on_event(event)

    async def on_ready(self) -> None:
        """The first picture is there: take what was typed before."""
        self._begun = True
        await self._take_keys()

    async def _take_keys(self) -> None:
        while self._early and self.return_code is None:  # what follows on leaving is for nobody
            event = self._early.pop(0)
            if isinstance(event, events.Paste) and not getattr(self.screen, "takes_pastes", False):
                event.text = shortened(event.text)
            if isinstance(self.screen, ReadingScreen):
                self.screen.leave_hint()
            await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A colon typed into a line of input is a colon."""
        if action == "command_palette":
            screen = self.screen
            return isinstance(screen, ReadingScreen) and not screen.asks()
        return super().check_action(action, parameters)

    def copy_to_clipboard(self, text: str) -> None:
        """Have the terminal take a text, also through tmux and screen."""
        from reader.tui.clipboard import wrapped

        super().copy_to_clipboard(text)
        if self._driver is not None and (packed := wrapped(text, os.environ)):
            self._driver.write(packed)

    def action_command_palette(self) -> None:
        """Open the palette; never over another screen, see ``check_action``."""
        self.push_screen(palette())

    def action_suspend_process(self) -> None:
        """Suspend the whole job, not this process alone: `make run` would wait for it and keep the terminal."""
        driver = self._driver
        if driver is not None and driver.can_suspend and not self.is_headless:
            driver.suspend_application_mode()  # first: the shell has the terminal as soon as its job stops
            os.killpg(os.getpgrp(), signal.SIGSTOP)
            self.refresh(repaint=True, layout=True)  # here again: the terminal is empty, which Textual does not know

    def action_next_theme(self) -> None:
        """Go on to the next theme, the reader's own first."""
        names = [theme.name for theme in THEMES]
        names += [name for name in sorted(self.available_themes) if name not in names]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        screen = self.screen
        if isinstance(screen, ReadingScreen):
            screen.foot.say(_("theme: {name}").format(name=self.theme))
