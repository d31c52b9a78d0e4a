"""The application: themes, keys and the one screen."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path, PurePath
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.driver import Driver
from textual.geometry import Offset

import styles
from reader.i18n import _
from reader.tui.commands import Scope, bindings
from reader.tui.opened import Look, Opened
from reader.tui.palette import ReaderCommands, palette
from reader.tui.pasting import shortened
from reader.tui.plain import PLAIN
from reader.tui.screens.reading import ReadingScreen
from reader.tui.services import Services
from reader.tui.terminal import Terminal, terminal_of
from reader.tui.themes import DARK, TERMINAL, THEMES, fallbacks, title_of

_FEW = 16
"""Colours; with so few those of a theme of ours would all become one."""

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
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        Path(styles.__file__ or "").with_name(f"{sheet}.tcss") for sheet in ("reader", "dialogs", "plain")
    ]
    COMMANDS: ClassVar[set[type[Provider]]] = {ReaderCommands}  # type: ignore[assignment]  # Textual allows callables too
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Scope.APP),
        Binding("ctrl+c", "quit", show=False, priority=True),
    ]

    def __init__(self, services: Services, opening: Opened | None, look: Look) -> None:
        self.terminal: Terminal = terminal_of(os.environ, sys.__stdout__)
        if not self.terminal.colours:
            os.environ["NO_COLOR"] = "1"  # so that Textual writes no colour to a terminal that has none
        # Without colours Textual would still write greys; the terminal's own are taken out wholly.
        super().__init__(ansi_color=None if self.terminal.colours else True)
        self.keymap = {name: ",".join(keys) for name, keys in services.config.keys.items()}
        self._services = services
        self._opening = opening
        self._look = look
        self._begun = False
        self._early: list[events.Key | events.Paste] = []
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._first_theme(services.config.theme, look.theme)
        self.set_class(services.config.plain, PLAIN)
        plain = services.config.plain or self.terminal.ascii
        self.ascii_only = services.config.signs == "ascii" or (plain and services.config.signs != "unicode")
        """Whether signs are to be ASCII's: what is drawn of heights is drawn of digits then."""
        if self.ascii_only:
            from reader.tui.signs import Ascii

            self._filters.append(Ascii(self.terminal.encoding))
        # Textual leaves a command its keys where it is given none.
        self.set_keymap({name: keys or _NO_KEY for name, keys in self.keymap.items()})

    def _first_theme(self, configured: str, chosen: str) -> str:
        """The theme to begin with: the one last chosen on the screen, the configured one, or what the terminal can."""
        if not self.terminal.colours:
            return TERMINAL.name
        for wanted in (chosen, configured):
            if wanted in self.available_themes:
                return wanted
        return DARK.name if self.terminal.colours > _FEW else TERMINAL.name

    def watch_theme(self) -> None:
        """What a terminal with few colours shows by shape is shown so."""
        self.set_class(self.current_theme.ansi, "-bare")

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
        return fallbacks(self.current_theme)

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
        self._show_cursor()
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

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor goes after each picture: to what is read where the focus is."""
        focused = self.focused if self._running else None
        point = getattr(focused, "point", None)
        if focused is not None and point is not None and (at := point()) is not None:
            return focused.content_region.offset + Offset(*at)
        return self._cursor_position

    @cursor_position.setter
    def cursor_position(self, at: Offset) -> None:
        self._cursor_position = at  # Textual's own lines of input say where they are

    def _show_cursor(self, *_: object) -> None:
        """Have the terminal show its own cursor, which screen readers and braille displays follow."""
        if self.has_class(PLAIN) and self._driver is not None and not self.is_headless:
            self._driver.write("\x1b[?25h")
            self._driver.flush()

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
            self._show_cursor()
            self.refresh(repaint=True, layout=True)  # here again: the terminal is empty, which Textual does not know

    @property
    def theme_names(self) -> list[str]:
        """All themes, the reader's own first."""
        names = [theme.name for theme in THEMES]
        return names + [name for name in sorted(self.available_themes) if name not in names]

    def action_next_theme(self) -> None:
        """Go on to the next theme, the reader's own first."""
        names = self.theme_names
        self.action_take_theme(names[(names.index(self.theme) + 1) % len(names)])

    def action_take_theme(self, name: str) -> None:
        """Take a theme, and begin with it the next time."""
        self.theme = name
        screen = self.screen_stack[0]
        if isinstance(screen, ReadingScreen):
            screen.desk.remember("theme", name)
            screen.foot.say(_("theme: {name}").format(name=title_of(name)))

    def action_choose_theme(self) -> None:
        """Choose a theme from a list; each is shown while the cursor is on it."""
        from reader.tui.screens.themes import ThemesScreen

        before = self.theme

        def chosen(name: str | None) -> None:
            if name is None:
                self.theme = before
            else:
                self.action_take_theme(name)

        self.push_screen(ThemesScreen(self.theme_names, before), chosen)
