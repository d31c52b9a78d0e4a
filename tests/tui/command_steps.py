"""What leads up to a command, and what is to be seen after it: for the table of all commands."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from reader.tui.page.layout import Layout
from reader.tui.page.peeking import Cursor
from reader.tui.page.selecting import Selecting
from reader.tui.widgets.prompt import Asking
from tests.tui.stage import Player


def colours(player: Player) -> list[str]:
    """The colours of the marks on the page."""
    marked = player.page.marked
    return [stroke.colour for span in marked.within(0, 10**9) if (stroke := marked.of(span)) is not None]


@dataclass
class Seen:
    """How things stood before a command was given."""

    cursor: Cursor
    top: tuple[int, int]
    offset: int
    article: str
    row: int
    theme: str
    measure: int
    width: int
    read: bool


def look(player: Player) -> Seen:
    page = player.page
    rows = player.screen.focused if player.screen.focused is not player.screen.text else player.screen.library
    return Seen(
        page.cursor,
        page.window.top,
        page.offset(),
        player.article.id,
        getattr(rows, "cursor", 0),
        player.app.theme,
        player.screen.text.measure,
        page.width,
        (fifth := player.screen.library.summary(4)) is not None and fifth.read,
    )


async def nothing(player: Player) -> None:
    player.to_middle()
    player.screen.text.focus()
    await player.settle()


async def in_library(player: Player) -> None:
    player.to_middle()
    player.screen.action_pane("library")
    player.screen.library.move_to(4)
    await player.settle()


async def in_names(player: Player) -> None:
    player.screen.action_pane("entities")
    player.screen.names.move_to(3)
    await player.settle()


async def chosen(player: Player) -> None:
    player.to_middle()
    player.screen.choose_name(0)
    player.screen.text.focus()
    await player.settle()


async def jumped(player: Player) -> None:
    """Where a jump has led, and the cursor is to be led back to the top."""
    player.page.restore(-1, 0)
    player.screen.leave_trail()
    player.page.move_paragraph(3)
    player.screen.text.focus()
    await player.settle()


async def gone_back(player: Player) -> None:
    """Back where a jump began, and the cursor is to be led forward again."""
    await jumped(player)
    player.screen.action_back()
    await player.settle()


async def at_a_mention(player: Player) -> None:
    marks = player.screen.text.marks
    number = next(n for n, entity in enumerate(marks.entities) if len(entity.mentions) > 1)
    player.screen.action_pane("entities")
    player.screen.choose_name(number)
    marks.go_to(0)
    await player.settle()


async def found(player: Player) -> None:
    player.page.restore(-1, 0)
    await player.press("2", "slash")
    await player.type("de")
    await player.press("enter")
    await player.until(lambda: len(player.screen.text.matches) > 5)


async def peeked(player: Player) -> None:
    await nothing(player)
    player.page.peek()


async def in_words(player: Player) -> None:
    """At the third word of a sentence in the middle."""
    await nothing(player)
    if player.screen.in_words:
        player.screen.leave_words()
    player.screen.action_words()
    player.screen.action_word(2)
    await player.settle()


async def in_selection(player: Player) -> None:
    """With the second and third word of a sentence in the middle selected."""
    await nothing(player)
    player.screen.leave_selection()
    player.screen.action_select()
    player.screen.action_select_by("word", 1)
    player.screen.action_select_by("word", 1)
    await player.settle()


Condition = Callable[[Player, Seen], object]
Step = Callable[[Player], Awaitable[None]]


@dataclass
class Case:
    done: Condition
    before: Step = field(default=nothing)


def selected(*, further: bool) -> Condition:
    """The moving end went on, or back."""

    def check(player: Player, _seen: Seen) -> bool:
        selection = player.page.selection
        assert selection is not None
        third = Selecting(player.page).first(selection.voice)
        return selection.head > selection.anchor if further else selection.head != third.head

    return check


def focused(name: str) -> Condition:
    return lambda player, _seen: player.screen.focused is not None and player.screen.focused.id == name


def further(player: Player, seen: Seen) -> bool:
    return player.page.window.top > seen.top


def nearer(player: Player, seen: Seen) -> bool:
    return player.page.window.top < seen.top


def list_row(by: int) -> Condition:
    def check(player: Player, seen: Seen) -> bool:
        return player.screen.library.cursor - seen.row == by

    return check


def said(words: str) -> Condition:
    return lambda player, _seen: words in player.message


def asks(asking: Asking) -> Condition:
    return lambda player, _seen: player.screen.asks() and player.screen.prompt.asking is asking


def layout_is(*layouts: Layout) -> Condition:
    return lambda player, _seen: player.page.layout in layouts
