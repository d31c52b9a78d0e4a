"""Every command does what its title says, by each of its keys and from the palette."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette
from textual.widgets import Input, OptionList

from articles.markmodel import COLOURS
from reader.tui.commands import BY_ID, COMMANDS, Group, keys_of
from reader.tui.listing.views import ALL
from reader.tui.page.layout import Layout, Voice
from reader.tui.page.peeking import Cursor
from reader.tui.page.selection import Point
from reader.tui.screens.adding import AddScreen
from reader.tui.screens.asking import AskScreen
from reader.tui.screens.card import CardScreen
from reader.tui.screens.detailing import DetailsScreen
from reader.tui.screens.editor import EditScreen
from reader.tui.screens.export import ExportScreen
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.listing_marks import MarksScreen
from reader.tui.screens.noting import NoteScreen
from reader.tui.screens.picking import PickScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.savedwords import SavedScreen
from reader.tui.screens.themes import ThemesScreen
from reader.tui.screens.timeline import TimelineScreen
from reader.tui.screens.views import ViewsScreen
from reader.tui.screens.wordcard import WordScreen
from reader.tui.themes import title_of
from reader.tui.widgets.prompt import Asking
from tests.tui.command_steps import (
    Case,
    Step,
    asks,
    at_a_mention,
    chosen,
    colours,
    focused,
    found,
    further,
    gone_back,
    in_library,
    in_names,
    in_selection,
    in_words,
    jumped,
    list_row,
    look,
    nearer,
    peeked,
    said,
    selected,
)
from tests.tui.stage import Player, Stage, playing

CASES: dict[str, Case] = {
    "line_down": Case(further),
    "line_up": Case(nearer),
    "page_down": Case(further),
    "page_up": Case(nearer),
    "half_down": Case(further),
    "half_up": Case(nearer),
    "top": Case(lambda p, _s: p.page.cursor == Cursor(0, 0) and p.page.window.top == (0, 0)),
    "bottom": Case(lambda p, _s: p.page.cursor.block == len(p.page.document) - 1),
    "next_sentence": Case(lambda p, s: p.page.offset() > s.offset),
    "previous_sentence": Case(lambda p, s: p.page.offset() < s.offset),
    "next_paragraph": Case(lambda p, s: p.page.cursor == Cursor(s.cursor.block + 1, 0)),
    "previous_paragraph": Case(
        lambda p, s: p.page.cursor == Cursor(s.cursor.block - (0 if s.cursor.sentence else 1), 0)
    ),
    "back": Case(lambda p, s: p.page.cursor == Cursor(0, 0) != s.cursor, jumped),
    "forward": Case(lambda p, s: p.page.cursor == Cursor(3, 0) != s.cursor, gone_back),
    "card": Case(lambda p, _s: isinstance(p.app.screen, CardScreen), chosen),
    "timeline": Case(lambda p, _s: isinstance(p.app.screen, TimelineScreen)),
    "rename": Case(asks(Asking.RENAME), in_names),
    "merge": Case(lambda p, _s: p.screen.merging is not None, in_names),
    "split": Case(asks(Asking.SPLIT), at_a_mention),
    "retype": Case(lambda p, _s: isinstance(p.app.screen, AskScreen), in_names),
    "hide": Case(lambda p, _s: isinstance(p.app.screen, AskScreen), in_names),
    "mentions": Case(lambda p, _s: "entity:" in p.screen.desk.shelf.listing.view.query, in_names),
    "add_name": Case(lambda p, _s: isinstance(p.app.screen, PickScreen)),
    "undo": Case(said("no correction to undo")),
    "redo": Case(said("no correction to do again")),
    "english": Case(lambda p, _s: p.page.layout is not Layout.ORIGINAL),
    "layout": Case(lambda p, _s: p.page.layout is not Layout.ORIGINAL and p.message),
    "peek": Case(lambda p, _s: p.page.peeked()),
    "refine": Case(said("no online engine")),
    "words": Case(lambda p, _s: p.screen.in_words and p.screen.text.lit is not None),
    "next_word": Case(lambda p, _s: p.screen._word.number == 3, in_words),
    "previous_word": Case(lambda p, _s: p.screen._word.number == 1, in_words),
    "word_down": Case(lambda p, s: (p.page.cursor, p.screen._word.number) != (s.cursor, 2), in_words),
    "word_up": Case(lambda p, s: (p.page.cursor, p.screen._word.number) != (s.cursor, 2), in_words),
    "other_side": Case(lambda p, _s: p.screen._word.voice is Voice.ENGLISH, in_words),
    "saved_words": Case(lambda p, _s: isinstance(p.app.screen, SavedScreen)),
    "save_word": Case(said(" · "), in_words),
    "save_alone": Case(said(" · "), in_words),
    "whole_card": Case(lambda p, _s: isinstance(p.app.screen, WordScreen), in_words),
    "ignore_word": Case(said(" · ignored"), in_words),
    "forget_word": Case(said("saved"), in_words),
    "undo_word": Case(lambda p, _s: "undone" in p.message or "nothing" in p.message, in_words),
    "refine_article": Case(said("no online engine")),
    "choose_engine": Case(said("no other engine")),
    "edit": Case(lambda p, _s: isinstance(p.app.screen, EditScreen)),
    "next_unsure": Case(said("no name is in doubt")),
    "next_mention": Case(said("mention "), chosen),
    "previous_mention": Case(said("mention "), chosen),
    "entities": Case(lambda p, _s: not p.screen.names.display),
    "find": Case(lambda p, _s: p.screen.asks() and p.screen.prompt.asking is Asking.FIND),
    "next_match": Case(lambda p, _s: p.screen.finding_text.startswith("2/"), found),
    "previous_match": Case(lambda p, _s: p.screen.finding_text.startswith(f"{len(p.screen.text.matches)}/"), found),
    "select": Case(lambda p, _s: p.screen.selecting),
    "select_down": Case(selected(further=True), in_selection),
    "select_up": Case(selected(further=False), in_selection),
    "select_right": Case(selected(further=True), in_selection),
    "select_left": Case(selected(further=False), in_selection),
    "select_word": Case(selected(further=True), in_selection),
    "select_word_back": Case(selected(further=False), in_selection),
    "select_sentence": Case(selected(further=True), in_selection),
    "select_sentence_back": Case(selected(further=False), in_selection),
    "select_paragraph": Case(selected(further=True), in_selection),
    "select_paragraph_back": Case(selected(further=False), in_selection),
    "select_page": Case(selected(further=True), in_selection),
    "select_page_back": Case(selected(further=False), in_selection),
    "select_top": Case(lambda p, _s: p.page.selection.head == Point(0, 0, 0), in_selection),
    "select_bottom": Case(lambda p, _s: p.page.selection.head.block == len(p.page.document) - 1, in_selection),
    "other_end": Case(lambda p, _s: p.page.selection.head < p.page.selection.anchor, in_selection),
    "copy_with_source": Case(lambda p, _s: p.app.clipboard.startswith(f"“{p.sentence()}”\n— ")),
    "copy_in_both": Case(lambda p, _s: p.app.clipboard.startswith(f"{p.sentence()}\n\n")),
    "next_article": Case(lambda p, s: p.article.id == p.screen.library.summary(1).id),  # type: ignore[union-attr]
    "previous_article": Case(said("no more articles")),
    "views": Case(lambda p, _s: isinstance(p.app.screen, ViewsScreen), in_library),
    "star": Case(said("star")),
    "read": Case(lambda p, s: p.screen.library.summary(4).read is not s.read, in_library),  # type: ignore[union-attr]
    "delete": Case(said("deleted: "), in_library),
    "arrange": Case(lambda p, _s: isinstance(p.app.screen, AskScreen), in_library),
    "tags": Case(asks(Asking.TAGS)),
    "details": Case(lambda p, _s: isinstance(p.app.screen, DetailsScreen)),
    "versions": Case(said("one version of it only")),
    "fold": Case(said("no groups"), in_library),
    "refresh_feeds": Case(said("you follow no feeds yet")),
    "refresh_feed": Case(said("this view is of no feed"), in_library),
    "full_text": Case(said("of no feed that leads to its page")),
    "read_all": Case(said("marked as read")),
    "export": Case(lambda p, _s: isinstance(p.app.screen, ExportScreen)),
    "open": Case(lambda p, _s: isinstance(p.app.screen, AddScreen)),
    "row_down": Case(list_row(1), in_library),
    "row_up": Case(list_row(-1), in_library),
    "rows_down": Case(lambda p, s: p.screen.library.cursor == p.screen.library.count() - 1, in_library),
    "rows_up": Case(lambda p, s: p.screen.library.cursor == 0, in_library),
    "first_row": Case(lambda p, _s: p.screen.library.cursor == 0, in_library),
    "last_row": Case(lambda p, _s: p.screen.library.cursor == p.screen.library.count() - 1, in_library),
    "choose": Case(lambda p, s: p.article.id != s.article, in_library),
    "library": Case(focused("library")),
    "text": Case(focused("text"), in_library),
    "names": Case(focused("entities")),
    "next_pane": Case(focused("entities")),
    "previous_pane": Case(focused("library")),
    "zen": Case(lambda p, _s: not p.screen.library.display and not p.screen.names.display),
    "narrower": Case(lambda p, s: p.page.width < s.width),
    "wider": Case(lambda p, s: p.screen.text.measure == s.measure + 4),
    "default_measure": Case(said("72 columns")),
    "underline_words": Case(said("saved words are underlined, known ones too")),
    "hyphenate": Case(said("words are cut in all columns")),
    "choose_theme": Case(lambda p, _s: isinstance(p.app.screen, ThemesScreen)),
    "theme": Case(lambda p, s: p.app.theme != s.theme and title_of(p.app.theme) in p.message),
    "mark": Case(lambda p, _s: p.message == ("marked" if p.page.marked.within(0, 10**9) else "not marked any more")),
    "mark_colour": Case(lambda p, _s: p.message.startswith("there is no mark here") or "▪" in p.message),
    "note": Case(lambda p, _s: isinstance(p.app.screen, NoteScreen)),
    "marks": Case(lambda p, _s: isinstance(p.app.screen, MarksScreen)),
    **{
        f"mark_{colour}": Case(lambda p, _s, colour=colour: colour in {str(each) for each in colours(p)})
        for colour in COLOURS
    },
    "copy": Case(lambda p, _s: p.app.clipboard == p.sentence() and p.message == "sentence copied"),
    "help": Case(lambda p, _s: isinstance(p.app.screen, HelpScreen)),
    "palette": Case(lambda p, _s: isinstance(p.app.screen, CommandPalette)),
    "suspend": Case(lambda p, _s: p.app.is_running),  # where there is no terminal there is nothing to suspend
    "close": Case(lambda p, _s: not p.page.peeked(), peeked),
    "quit": Case(lambda p, _s: not p.app._running or p.app._exit),
    "quit_now": Case(lambda p, _s: not p.app._running or p.app._exit),
}


def test_every_command_is_tried() -> None:
    assert set(CASES) == set(BY_ID)


ENDING = {"quit", "quit_now"}
"""After these there is no app any more: each way of giving them needs one of its own."""


def by_key(key: str) -> Step:
    return lambda player: player.press(key)


def from_palette(name: str) -> Step:
    def first(player: Player) -> bool:
        options = player.app.screen.query_one(OptionList)
        return options.option_count > 0 and BY_ID[name].title in str(options.get_option_at_index(0).prompt)

    async def give(player: Player) -> None:
        await player.press("colon")
        await player.until(lambda: isinstance(player.app.screen, CommandPalette))
        player.app.screen.query_one(Input).value = BY_ID[name].title
        await player.until(lambda: first(player), f"{name} in the palette")
        await player.press("enter")

    return give


async def reset(player: Player, first: str) -> None:
    """As it was when the app was opened, but for what is kept."""
    while not isinstance(player.app.screen, ReadingScreen):
        player.app.pop_screen()
        await player.settle(1)
    while player.screen.asks() or player.screen.close_something():
        if player.screen.asks():
            await player.press("escape")
        await player.settle(1)
    if player.article.id != first:
        await player.open(first)
    if not player.screen.names.display:
        await player.press("e")
    if player.page.layout is not Layout.ORIGINAL:
        await player.press("t")
    if player.screen.desk.shelf.listing.view != ALL:
        player.screen.desk.shelf.choose(ALL)
        await player.until(lambda: player.screen.library.count() > 4)
    await player.settle(1)


async def carried_out(player: Player, name: str, give: Step) -> None:
    case = CASES[name]
    await case.before(player)
    player.screen.foot.hush()
    seen = look(player)
    await give(player)
    await player.until(lambda: case.done(player, seen), f"the effect of {name}")


@pytest.mark.parametrize("group", list(Group))
async def test_by_each_key_and_from_the_palette(stage: Stage, group: Group) -> None:
    first = stage.summaries()[0].id
    async with playing(stage.app()) as player:
        for command in COMMANDS:
            if command.group is not group or command.id in ENDING:
                continue
            for give in [*map(by_key, keys_of(command, {})), from_palette(command.id)]:
                await reset(player, first)
                await carried_out(player, command.id, give)


@pytest.mark.parametrize("name", sorted(ENDING))
async def test_commands_that_end_it(stage: Stage, name: str) -> None:
    for give in [*map(by_key, keys_of(BY_ID[name], {})), from_palette(name)]:
        async with playing(stage.app()) as player:
            await carried_out(player, name, give)
