"""The two single lines above and below the panes: what is being read, and what can be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from articles.cleaning import clean_line
from reader.i18n import _
from reader.tui.commands import Command, Scope, commands, keys_of, shown_key
from reader.tui.page.cells import width_of
from reader.tui.plain import is_plain
from reader.tui.widgets.ink import Ink

_MESSAGE_SECONDS = 8.0
_TITLE = 34
"""Cells that a title is to have before anything else is shown beside it."""

Part = tuple[str, str]
"""A stretch of text and the name of its ink; "" for the line's own style."""


class SingleLine(Widget):
    """A line of parts: some from the left, some at the right edge, the right ones never cut."""

    def __init__(self) -> None:
        super().__init__()
        self._ink = Ink(self.app)

    def _strip(self, left: list[Part], right: list[Part]) -> Strip:
        width = self.size.width
        room = max(0, width - sum(width_of(text) for text, _name in right))
        segments: list[Segment] = []
        for text, name in left:
            size = min(width_of(text), room)
            segments.append(Segment(set_cell_size(text, size), self._named(name)))
            room -= size
        segments.append(Segment(" " * room, self._named("")))
        segments += [Segment(text, self._named(name)) for text, name in right]
        return Strip(segments).adjust_cell_length(width, self._named(""))

    def _named(self, name: str) -> Style:
        return self.rich_style + self._ink(name)


class Head(SingleLine):
    """The title of the article, what is known of it, and where its English comes from."""

    def __init__(self) -> None:
        super().__init__()
        self.title_text = ""
        self.particulars = ""
        self.english = ""
        self.versions = ""
        self.unknown = ""
        self.share = 0.0
        """How far the article was read down to the last row of the screen, 0 to 1: so much is underlined."""

    def tell_share(self, share: float) -> None:
        """Say how far the screen has come in the article; drawn anew where that is another cell."""
        cells = round(self.share * self.size.width)
        self.share = share
        if round(share * self.size.width) != cells:
            self.refresh()

    def tell(
        self,
        *,
        title: str | None = None,
        particulars: str | None = None,
        english: str | None = None,
        versions: str | None = None,
        unknown: str | None = None,
    ) -> None:
        """Change what is said; None leaves a part as it is. That there are older versions is said where it fits."""
        before = self.title_text, self.particulars, self.english, self.versions, self.unknown
        self.unknown = self.unknown if unknown is None else clean_line(unknown, 60)
        self.versions = self.versions if versions is None else clean_line(versions, 60)
        self.title_text = self.title_text if title is None else clean_line(title, 300)
        self.particulars = self.particulars if particulars is None else clean_line(particulars, 120)
        self.english = self.english if english is None else clean_line(english, 60)
        if before != (self.title_text, self.particulars, self.english, self.versions, self.unknown):
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line; on a narrow screen the particulars give way to the title."""
        width = self.size.width
        if is_plain(self):
            return self._strip([(", ".join(filter(None, (self.title_text, self.english))), "bold")], [])
        name: list[Part] = [(" reader   ", "quiet")] if width >= 100 else [(" ", "")]
        english: Part = (f"  {self.english} " if self.english else " ", "accent")
        # On a narrow screen the particulars give way to the title, the day of publication last.
        day = self.particulars.partition(" · ")[0]
        whole = " · ".join(filter(None, (self.versions, self.unknown, self.particulars)))
        some = [" · ".join(filter(None, (self.unknown, each))) for each in (self.particulars, day, "")]
        for said in (whole, *some, self.particulars, day, ""):
            right = [*([(f"  {said}", "quiet")] if said else []), english]
            room = width - sum(width_of(text) for text, _name in [*name, *right])
            if room >= min(width_of(self.title_text), _TITLE):
                break
        strip = self._strip([*name, (self._cut(room), "bold")], right)
        read = round(self.share * width)
        return Strip.join([strip.crop(0, read).apply_style(Style(underline=True)), strip.crop(read, width)])

    def _cut(self, room: int) -> str:
        if width_of(self.title_text) <= room:
            return self.title_text
        return set_cell_size(self.title_text, max(0, room - 1)).rstrip() + "…"


def _of_shelf(command: Command) -> bool:
    return command.scope is Scope.SHELF or command.foot is Scope.SHELF or command.id == "find"


class Foot(SingleLine):
    """The keys that matter where the focus is, a message when there is one, and the place in the article."""

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._keymap = keymap
        self.scope = Scope.TEXT
        self.place = ""
        self.message = ""
        self.standing = ""
        self.covered = False
        """Whether another screen lies over this one, whose keys are not these."""
        self._regions: list[tuple[int, int, Command]] = []
        self._timer: Timer | None = None

    def tell(self, *, place: str | None = None, scope: Scope | None = None, standing: str | None = None) -> None:
        """Change the place, the keys shown, or what stands before the keys until it is changed; None leaves them."""
        before = self.place, self.scope, self.standing
        self.place = self.place if place is None else place
        self.scope = self.scope if scope is None else scope
        self.standing = self.standing if standing is None else clean_line(standing, 200) if standing else ""
        if before != (self.place, self.scope, self.standing):
            self.refresh()

    def cover(self, *, on: bool) -> None:
        """Another screen lies over this one, or does no more."""
        self.covered = on
        self.refresh()

    def say(self, message: str) -> None:
        """Show a message in place of the keys for some seconds."""
        self.message = clean_line(message, 400)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_MESSAGE_SECONDS, self.hush) if self.message else None
        self.refresh()

    def hush(self) -> None:
        """Take the message away."""
        self.say("")

    def render_line(self, y: int) -> Strip:
        """The line."""
        right: list[Part] = [(f" {self.place} ", "quiet")] if self.place else []
        self._regions = []
        if is_plain(self):
            said = filter(None, (self.message, self.standing, self.place, "" if self.message else _("? help")))
            return self._strip([(", ".join(said), "message")], [])
        if self.message:
            return self._told(right)
        if self.covered:
            return self._strip([(" " + _("Esc leave"), "quiet")], right)
        if self.scope is Scope.LINE:
            return self._strip([(" " + _("⏎ done · Esc leave"), "quiet")], right)
        left: list[Part] = [(" ", "")]
        room = self.size.width - sum(width_of(text) for text, _name in right) - 1
        at = 1
        if self.standing:
            left += [(self.standing, "message"), ("   ", "")]
            at += width_of(self.standing) + 3
            room -= width_of(self.standing) + 3
        for command in self._commands():
            keys = keys_of(command, self._keymap)
            if not command.short or not keys or command.foot not in (None, self.scope):
                continue
            key, word = shown_key(keys[0]), f" {_(command.short)}"
            size = width_of(key) + width_of(word)
            if size > room:
                break
            self._regions.append((at, at + size, command))
            left += [(key, "key"), (word + "  ", "")]
            at += size + 2
            room -= size + 2
        return self._strip(left, right)

    def _told(self, right: list[Part]) -> Strip:
        """The message; where it is too long for the room the place in the article gives way to it."""
        if width_of(self.message) + 1 + sum(width_of(text) for text, _name in right) > self.size.width:
            right = []
        room = self.size.width - 1
        fits = width_of(self.message) <= room
        said = self.message if fits else set_cell_size(self.message, max(0, room - 1)).rstrip() + "…"
        return self._strip([(f" {said}", "message")], right)

    def _commands(self) -> Iterable[Command]:
        """The commands that work where the focus is; in the list of names what is done with one comes first."""
        if self.scope is Scope.WORDS:
            return (*commands(Scope.WORDS), *commands(Scope.SCREEN))
        if self.scope is Scope.SELECT:
            return (*commands(Scope.SELECT), *(each for each in commands(Scope.SCREEN) if each.foot is Scope.SELECT))
        if self.scope is Scope.NAMES:
            return (*commands(Scope.LIST), *commands(Scope.NAMES), *commands(Scope.SCREEN))
        if self.scope is Scope.SHELF:
            shelf = [command for command in commands(Scope.SHELF, Scope.SCREEN) if _of_shelf(command)]
            return (*commands(Scope.LIST), *shelf, *(each for each in commands(Scope.SCREEN) if each not in shelf))
        return commands(self.scope, Scope.SCREEN)

    async def on_click(self, event: events.Click) -> None:
        """A click on a key's word does what the key does."""
        event.stop()
        for start, end, command in self._regions:
            if start <= event.x < end:
                target = self.screen.focused or self.screen
                ours = command.scope in (Scope.SCREEN, Scope.WORDS, Scope.SELECT)
                await self.app.run_action(command.action, self.screen if ours else target)
                return
