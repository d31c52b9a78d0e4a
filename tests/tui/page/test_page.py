"""The page: its cursor, its peeks, and how it moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.model import Article
from reader.tui.page.layout import Layout
from reader.tui.page.page import Page
from reader.tui.page.peeking import Cursor
from tests.tui.page.making import article, everything, is_on_screen, learn, page_of, prose, row_texts

HEIGHT = 20


@pytest.fixture
def page() -> Page:
    return page_of(article(), height=HEIGHT)


def row_of_cursor(page: Page) -> int | None:
    """The row of the screen on which the cursor's sentence begins."""
    first, _ = page.block(page.cursor.block).rows_of(page.cursor.sentence)
    return page.window.row_of((page.cursor.block, first))


def test_a_page_begins_with_its_title(page: Page) -> None:
    assert page.cursor == Cursor(0, 0)
    assert page.offset() == -1
    assert row_texts(page)[0].startswith("Kim visita")
    assert page.seen()[0] == 0.0


def test_going_on_by_sentences_visits_each_once_and_keeps_it_in_sight(page: Page) -> None:
    wanted = everything(page)
    seen = [page.cursor]
    for _ in wanted[1:]:
        page.move_sentence(1)
        seen.append(page.cursor)
        assert is_on_screen(page)
    assert seen == wanted
    page.move_sentence(1)
    assert page.cursor == wanted[-1]
    for cursor in reversed(wanted[:-1]):
        page.move_sentence(-1)
        assert page.cursor == cursor
        assert is_on_screen(page)
    page.move_sentence(-1)
    assert page.cursor == Cursor(0, 0)


def test_the_page_does_not_move_while_the_sentence_is_well_in_sight(page: Page) -> None:
    top = page.window.top
    page.move_sentence(1)
    assert page.window.top == top


def test_paragraphs(page: Page) -> None:
    page.move_paragraph(2)
    assert page.cursor == Cursor(2, 0)
    block = next(number for number in range(3, 12) if len(page.document.sentences(number)) > 1)
    page.go(Cursor(block, 1))
    page.move_paragraph(-1)
    assert page.cursor == Cursor(block, 0), "first to the start of this one"
    page.move_paragraph(-1)
    assert page.cursor == Cursor(block - 1, 0)
    page.move_paragraph(99)
    assert page.cursor == Cursor(len(page.document) - 1, 0)
    page.move_paragraph(-99)
    assert page.cursor == Cursor(0, 0)


def test_the_ends(page: Page) -> None:
    page.to_end()
    assert page.cursor == everything(page)[-1]
    assert page.window.rows()[-1] is not None, "the last row of the article is on the last of the screen"
    assert page.seen()[1] == 1.0
    page.to_start()
    assert page.cursor == Cursor(0, 0)
    assert page.window.top == (0, 0)


def test_scrolling_takes_the_cursor_along_and_goes_on_with_it_at_the_end(page: Page) -> None:
    page.scroll(1)
    assert page.window.top != (0, 0)
    for _ in range(2_000):
        page.scroll(1)
        assert is_on_screen(page)
    assert page.cursor == everything(page)[-1]
    for _ in range(2_000):
        page.scroll(-1)
        assert is_on_screen(page)
    assert page.cursor == Cursor(0, 0)


@pytest.mark.parametrize("rows", [18, 10, 3])
def test_a_page_further_and_back_shows_every_row(page: Page, rows: int) -> None:
    shown = set(page.window.rows())
    while page.cursor != everything(page)[-1]:
        page.scroll(rows)
        shown |= set(page.window.rows())
    every = {(block, row) for block in range(len(page.document)) for row in range(len(page.block(block).rows))}
    assert every <= shown
    while page.cursor != Cursor(0, 0):
        page.scroll(-rows)
    assert page.window.top == (0, 0)


def test_an_article_shorter_than_the_screen_does_not_scroll_but_is_walked_through() -> None:
    page = page_of(Article("Um título", "Uma frase. Outra frase."), height=40)
    page.scroll(1)
    assert page.window.top == (0, 0)
    assert page.cursor == Cursor(1, 0)
    page.scroll(20)
    assert page.cursor == Cursor(1, 1)
    page.scroll(-20)
    assert page.cursor == Cursor(0, 0)
    assert page.seen() == (0.0, 1.0)


def test_a_sentence_taller_than_the_screen_is_shown_from_its_beginning() -> None:
    page = page_of(Article("T", "Curta.\n\n" + "palavra " * 200 + "fim."), width=20, height=10)
    page.move_sentence(2)
    assert row_of_cursor(page) is not None
    assert row_of_cursor(page) <= 3


@given(st.lists(st.tuples(st.sampled_from("jJdsSpPgG"), st.integers(1, 3)), max_size=40), st.integers(3, 30))
def test_wherever_one_goes_the_cursor_is_in_sight(steps: list[tuple[str, int]], height: int) -> None:
    page = page_of(article(prose(5)), width=30, height=height)
    for step, times in steps:
        for _ in range(times):
            {
                "j": lambda: page.scroll(1),
                "J": lambda: page.scroll(-1),
                "d": lambda: page.scroll(max(1, height - 2)),
                "s": lambda: page.move_sentence(1),
                "S": lambda: page.move_sentence(-1),
                "p": lambda: page.move_paragraph(1),
                "P": lambda: page.move_paragraph(-1),
                "g": page.to_start,
                "G": page.to_end,
            }[step]()
        assert is_on_screen(page)
        assert page.window.pad == 0


@given(st.integers(-1, 10_000), st.integers(-5, 40))
def test_any_place_can_be_gone_back_to(offset: int, at: int) -> None:
    page = page_of(article(prose(5)), height=HEIGHT)
    page.restore(offset, at)
    assert page.offset() <= max(offset, -1)
    assert is_on_screen(page)


@pytest.mark.parametrize("at", range(HEIGHT))
def test_a_place_is_what_was_kept(page: Page, at: int) -> None:
    page.to_end()
    middle = everything(page)[len(everything(page)) // 2]
    page.go(middle)
    page.window.place((middle.block, page.block(middle.block).rows_of(middle.sentence)[0]), at)
    offset, row = page.place()
    again = page_of(article(), height=HEIGHT)
    again.restore(offset, row)
    assert row_texts(again) == row_texts(page)
    assert again.cursor == page.cursor


def test_a_sentence_that_begins_above_the_screen_is_gone_back_to_as_it_stood() -> None:
    page = page_of(article(), width=40, height=HEIGHT)
    tall = max(everything(page), key=lambda cursor: len(page.document.segments(cursor.block)[cursor.sentence]))
    page.go(tall)
    first, last = page.block(tall.block).rows_of(tall.sentence)
    assert last - first >= 4
    page.window.place((tall.block, first), -3)
    offset, row = page.place()
    assert row == -3
    again = page_of(article(), width=40, height=HEIGHT)
    again.restore(offset, row)
    assert row_texts(again) == row_texts(page)
    wider = page_of(article(), width=400, height=HEIGHT)
    wider.restore(offset, row)
    assert is_on_screen(wider)


def test_the_sentence_at_a_cell(page: Page) -> None:
    for y, spot in enumerate(page.window.rows()):
        texts = row_texts(page)
        for x in (0, 5, 30, 71, 100):
            cursor = page.at(x, y)
            if spot is None or not texts[y].strip() or texts[y].startswith("Ana Souza"):
                assert cursor is None
            else:
                assert cursor is not None
                first, last = page.block(cursor.block).rows_of(cursor.sentence)
                assert first <= spot[1] <= last
    assert page.at(0, -1) is page.at(0, HEIGHT) is None


@pytest.mark.parametrize("layout", list(Layout))
def test_each_sentence_is_found_where_it_is_drawn(layout: Layout) -> None:
    page = page_of(article(), layout, width=90, height=200)
    learn(page)
    page.renew(range(len(page.document)))
    found = {page.at(x, y) for y in range(200) for x in range(90)}
    on_screen = {spot[0] for spot in page.window.rows() if spot is not None}
    assert {cursor for cursor in everything(page) if cursor.block in on_screen} <= found | {
        cursor for cursor in everything(page) if cursor.block == max(on_screen)
    }


def test_only_what_was_laid_out_is_renewed(page: Page) -> None:
    learn(page)
    assert not page.renew([1, 2]), "the original does not change with the English"
    page.set_layout(Layout.INTERLINEAR)
    assert not page.renew([])
    page.window.rows()
    assert page.renew([0])


def test_ten_thousand_blocks_are_not_all_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.page.page._CACHED_BLOCKS", 8)
    page = page_of(article(prose(40)), height=10)
    before = row_texts(page)
    page.to_end()
    page.to_start()
    assert row_texts(page) == before
    assert len(page._laid) <= 8


def test_the_date_under_the_title_is_written_anew_and_the_line_stays() -> None:
    page = page_of(article(), height=8)
    page.go(Cursor(1, 0))
    before = page.anchor()
    assert page.set_date("sex., 15 de set. de 2023")
    assert page.anchor() == before
    page.to_start()
    assert "Ana Souza · sex., 15 de set. de 2023" in row_texts(page)
    assert not page.set_date("sex., 15 de set. de 2023")
