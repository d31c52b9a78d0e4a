"""Marks on the screen: a sign at once in every layout, kept beside it, and gone again where that failed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles.errors import StorageError
from articles.marks import Marks
from articles.model import Article, Span
from reader.tui.app import ReaderApp
from reader.tui.opened import look_of, opening
from reader.tui.page.layout import Layout
from reader.tui.page.marked import SIGN
from reader.tui.screens.noting import NoteScreen
from tests.tui import hostile
from tests.tui.engines import HeldEngine
from tests.tui.page.making import prose
from tests.tui.stage import MEDIUM, WIDE, Player, Stage, playing

ARTICLE = Article("Um artigo novo", prose(12, 5))


def signed(player: Player) -> list[str]:
    """The rows with a mark's sign, from the sign on."""
    return [line[line.index(SIGN) :] for line in player.lines() if SIGN in line]


def kept(stage: Stage, article: Article) -> list[str]:
    return [mark.quote for mark in stage.services.marks.of(article.id)]


async def to_first(player: Player) -> None:
    await player.press("}")
    assert player.page.cursor.block == 1


async def test_a_mark_shows_at_once_is_kept_and_goes_again(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE), MEDIUM) as player:
        await to_first(player)
        before, row = player.lines(), player.row()
        await player.press("m")
        sentence = player.sentence()
        assert signed(player)[0][1:].startswith(sentence[:20])
        assert player.message == "marked"
        assert player.row() == row
        unmoved = [line.replace(SIGN, " ") for line in player.lines()[:-1]]
        assert unmoved == before[:-1], "no text moved"
        await player.until(lambda: kept(stage, ARTICLE) == [sentence], "that it is kept")
        await player.press("m")
        assert signed(player) == []
        await player.until(lambda: kept(stage, ARTICLE) == [], "that it is taken away")


async def test_marks_are_there_again_and_the_view_lists_their_article(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE), MEDIUM) as player:
        await to_first(player)
        await player.press("m", ")", ")", "m", "m", "m")
    async with playing(stage.app(), WIDE) as player:
        assert player.article.id == ARTICLE.id
        await player.until(lambda: len(signed(player)) >= 2)
        assert len(kept(stage, ARTICLE)) == 2
        await player.press("1", "/")
        await player.press(*"is:marked")
        await player.press("enter")
        await player.until(lambda: len(player.screen.library.keys) == 1, "the one that has marks")


@pytest.mark.parametrize("layout", list(Layout))
async def test_a_mark_shows_in_every_layout_also_without_colours(
    stage: Stage, layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with playing(stage.app(ARTICLE, engine=HeldEngine(free=True)), MEDIUM) as player:
        await to_first(player)
        player.screen.text.set_layout(layout)
        await player.press("m", ")")  # the cursor goes on, and the mark stays
        assert len(signed(player)) >= 1
        strips = player.app.screen._compositor.render_strips(player.app.size)
        lined = [segment for strip in strips for segment in strip if segment.style and segment.style.underline]
        assert lined, "which of two sentences on a row it is says the line under it"


async def test_a_title_takes_no_mark(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE), MEDIUM) as player:
        await player.press("g")
        player.page.cursor = replace(player.page.cursor, block=0, sentence=0)
        await player.press("m")
        assert "a title takes no mark" in player.message
        assert signed(player) == []


async def test_what_could_not_be_kept_is_taken_back_and_said(stage: Stage) -> None:
    class Refusing(Marks):
        def toggle(self, article_id: str, span: Span, quote: str, colour: str = "") -> bool:
            raise StorageError("the library has no room on the disk", "free some space")

    services = replace(stage.services, helpers=stage.helpers(), marks=Refusing(stage.composition.database))
    app = ReaderApp(services, opening(services, ARTICLE), look_of(services))
    async with playing(app, MEDIUM) as player:
        await to_first(player)
        await player.press("m")
        await player.until(lambda: "the mark is not kept" in player.message and "no room" in player.message)
        assert signed(player) == []
        assert player.app.is_running


async def test_another_article_shows_its_own_marks(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE), MEDIUM) as player:
        await to_first(player)
        await player.press("m")
        await player.until(lambda: kept(stage, ARTICLE))
        await player.open(next(each.id for each in stage.summaries() if each.id != ARTICLE.id))
        assert signed(player) == []
        await player.open(ARTICLE.id)
        assert len(signed(player)) >= 1


async def test_a_hostile_article_can_be_marked(stage: Stage) -> None:
    article = Article(hostile.LINE, hostile.BODY)
    async with playing(stage.app(article), MEDIUM) as player:
        await to_first(player)
        for _ in range(6):
            await player.press("m", ")")
        await player.until(lambda: len(kept(stage, article)) == 6)
        assert not player.unwanted()
        assert signed(player)


async def test_a_mark_has_colours_a_note_a_place_in_the_list_and_is_undone(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE), MEDIUM) as player:
        await to_first(player)
        await player.press("m", "M")
        await player.until(lambda: any("▪" in line for line in player.lines()), "the next colour's sign")
        await player.press("a")
        await player.until(lambda: isinstance(player.app.screen, NoteScreen), "the editor")
        await player.press(*"ver", "enter", *"mapa", "escape")
        marks = stage.services.marks
        await player.until(lambda: [mark.note for mark in marks.of(ARTICLE.id)] == ["ver\nmapa"], "that it is kept")
        await player.until(lambda: "* ver mapa" in player.lines()[-1] or "the note is kept" in player.lines()[-1])
        await player.press("'")
        await player.until(lambda: "* ver mapa" in "\n".join(player.lines()), "the list")
        await player.press("a")
        await player.until(lambda: isinstance(player.app.screen, NoteScreen), "the editor over the list")
        await player.press("ctrl+end", "!")
        draft = stage.services.positions
        await player.until(lambda: "mapa!" in str(draft.recall("typed")), "that it is kept while it is typed")
        await player.press("escape")
        await player.until(lambda: [mark.note for mark in marks.of(ARTICLE.id)] == ["ver\nmapa!"], "the new note")
        await player.until(lambda: not draft.recall("typed"), "that the draft goes")
        await player.press("D")
        await player.until(lambda: not marks.of(ARTICLE.id), "that it is deleted")
        await player.press("U")
        await player.until(lambda: [mark.colour for mark in marks.of(ARTICLE.id)] == ["green"], "that it is back")
        await player.until(lambda: "undone: " in player.lines()[1], "what was undone")
        await player.press("escape")
        await player.until(lambda: any("▪" in line for line in player.lines()), "that it shows again")
        await player.press("U")
        await player.until(lambda: [mark.note for mark in marks.of(ARTICLE.id)] == ["ver\nmapa"], "the note is undone")


async def test_a_selection_is_marked_over_paragraphs(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE), MEDIUM) as player:
        await to_first(player)
        await player.press("v", "}", "}", "m")
        await player.until(lambda: any("\n\n" in quote for quote in kept(stage, ARTICLE)), "that it is kept")
        assert player.page.selection is None


async def test_an_english_selection_marks_its_portuguese_sentences(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE, engine=HeldEngine(free=True)), MEDIUM) as player:
        await to_first(player)
        first = player.page.document.segments(1)
        await player.press("t")
        await player.until(lambda: player.page.layout is Layout.ENGLISH and not player.page.english.missing(first))
        await player.press("v", ")", ")", "m")
        await player.until(lambda: kept(stage, ARTICLE), "that it is kept")
        (quote,) = kept(stage, ARTICLE)
        assert quote in ARTICLE.body
        assert quote.startswith(first[0])
        assert quote.endswith(tuple(first))
