"""Never moved: the line being read stays on its row of the screen, whatever else changes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.page.layout import Layout, Voice
from reader.tui.page.page import Page
from reader.tui.page.peeking import Cursor
from tests.tui.page.making import article, english_of, learn, page_of, prose, row_texts, translation

PLACES = ["title", "25%", "50%", "75%", "last"]
WIDTHS = [40, 56, 72, 100]
HEIGHT = 21


def go(page: Page, place: str) -> None:
    """Put the cursor on a place of the article and the place in the middle of the screen where that can be."""
    length = len(page.document.article.body)
    if place == "title":
        page.to_start()
    elif place == "last":
        page.to_end()
    else:
        page.restore(length * int(place.rstrip("%")) // 100, HEIGHT // 2)


def row(page: Page) -> int:
    """The row of the screen on which the first visible line of the cursor's sentence stands; it has to be there."""
    first, last = page.block(page.cursor.block).rows_of(page.cursor.sentence)
    rows = page.window.rows()
    there = [rows.index(spot) for number in range(first, last + 1) if (spot := (page.cursor.block, number)) in rows]
    assert there, "the line being read is on the screen"
    return there[0]


def stays(page: Page, change: Callable[[], object]) -> None:
    cursor, before = page.cursor, row(page)
    change()
    assert page.cursor == cursor
    assert row(page) == before


def made(place: str, width: int, layout: Layout, *, known: bool = True) -> Page:
    page = page_of(article(), layout, width, HEIGHT)
    if known:
        learn(page)
        page.renew(range(len(page.document)))
    go(page, place)
    return page


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("before", list(Layout))
def test_in_every_layout(place: str, width: int, before: Layout) -> None:
    for after in Layout:
        page = made(place, width, before)
        stays(page, lambda page=page, after=after: page.set_layout(after))
        stays(page, lambda page=page: page.set_layout(before))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("layout", list(Layout))
def test_there_and_back_shows_the_very_same_rows(place: str, layout: Layout) -> None:
    page = made(place, 72, Layout.ORIGINAL)
    shown = row_texts(page)
    page.set_layout(layout)
    page.set_layout(Layout.ORIGINAL)
    assert row_texts(page) == shown


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("width", WIDTHS)
def test_at_another_width(place: str, layout: Layout, width: int) -> None:
    for other in WIDTHS:
        page = made(place, width, layout)
        stays(page, lambda page=page, other=other: page.resize(other, HEIGHT))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("layout", list(Layout))
def test_at_another_height(place: str, layout: Layout) -> None:
    for height in (HEIGHT + 9, HEIGHT - 6):
        page = made(place, 72, layout)
        before = row(page)
        page.resize(72, height)
        assert row(page) == min(before, height - 1)
        page = made(place, 72, layout)
        page.resize(72, 1)
        assert row(page) == 0


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("layout", [Layout.ORIGINAL, Layout.ENGLISH])
def test_peeking_and_folding(place: str, layout: Layout) -> None:
    page = made(place, 72, layout)
    last = page.block(page.cursor.block).rows_of(page.cursor.sentence)[1]
    if page.window.rows()[-1] == (page.cursor.block, last):
        page.window.scroll(-1)  # else the page moves on purpose, so that what is unfolded can be seen
        page.window.place((page.cursor.block, last), HEIGHT - 3)
    stays(page, page.peek)
    stays(page, page.peek)
    stays(page, page.fold)


@pytest.mark.parametrize("place", PLACES)
def test_folding_what_was_unfolded_above(place: str) -> None:
    page = made(place, 72, Layout.ORIGINAL)
    for block in range(len(page.document)):
        page._set_peeks(block, frozenset({0}))
    go(page, place)
    for block in range(len(page.document)):
        stays(page, lambda block=block: page._set_peeks(block, frozenset()))


def arrivals(page: Page) -> Iterator[tuple[int, str]]:
    """Every sentence of the article, in an order that is neither that of the text nor another one each time."""
    every = [(block, source) for block in range(len(page.document)) for source in page.document.segments(block)]
    random.Random(7).shuffle(every)
    return iter(every)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("layout", [Layout.ENGLISH, Layout.INTERLINEAR, Layout.SIDE_BY_SIDE])
@pytest.mark.parametrize("width", [40, 100])
@pytest.mark.parametrize("stretch", [0.4, 2.5])
def test_while_english_arrives_sentence_by_sentence(place: str, layout: Layout, width: int, stretch: float) -> None:
    page = made(place, width, layout, known=False)
    cursor, at = page.cursor, row(page)
    for block, source in arrivals(page):
        page.english.put({source: translation(source, english_of(source, stretch))})
        page.renew([block])
        assert page.cursor == cursor
        assert row(page) == at


@pytest.mark.parametrize("layout", [Layout.ENGLISH, Layout.INTERLINEAR])
def test_rows_are_left_empty_above_the_title_where_nothing_else_keeps_the_line(layout: Layout) -> None:
    page = page_of(article(), layout, 72, HEIGHT)
    learn(page, stretch=3.0)
    page.renew(range(len(page.document)))
    page.go(Cursor(1, 0))
    page.window.place((0, 0), 0)
    at = row(page)
    page.set_layout(Layout.ORIGINAL)
    assert row(page) == at
    if page.window.pad:
        assert row_texts(page)[: page.window.pad] == [""] * page.window.pad
    page.resize(400, HEIGHT)
    assert row(page) == at
    assert page.window.pad > 0, "the title takes fewer rows: empty ones stand above it"
    page.scroll(1)
    assert row(page) == at - 1, "scrolling on takes the empty rows away"


def test_a_layout_that_is_already_there_changes_nothing() -> None:
    page = made("50%", 72, Layout.ENGLISH)
    laid = dict(page._laid)
    page.set_layout(Layout.ENGLISH)
    assert dict(page._laid) == laid


def test_the_line_of_a_tall_sentence_stays_near_its_words() -> None:
    """A sentence that began above the screen is not pulled back to its beginning."""
    page = page_of(
        article("Curta.\n\n" + " ".join(f"palavra{n}" for n in range(300)) + ".\n\nFim."), width=72, height=10
    )
    page.restore(8, 0)
    first, last = page.block(2).rows_of(0)
    page.window.place((2, (first + last) // 2), 4)
    page.window.scroll(0)
    before = page.anchor()
    assert before.line > 0
    words = row_texts(page)[before.at].split()
    page.resize(50, 10)
    number = int(words[0].removeprefix("palavra"))
    shown = [int(word.strip(".").removeprefix("palavra")) for word in row_texts(page)[before.at].split()]
    assert abs(shown[0] - number) < 30


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("layout"), st.sampled_from(list(Layout))),
            st.tuples(st.just("width"), st.sampled_from([12, 39, 41, 72, 147])),
            st.tuples(st.just("english"), st.integers(0, 7)),
            st.tuples(st.just("peek"), st.integers(0, 7)),
        ),
        min_size=1,
        max_size=12,
    ),
    st.integers(0, 6_000),
    st.integers(0, HEIGHT - 1),
)
def test_whatever_happens_in_whatever_order(steps: list[tuple[str, object]], offset: int, at: int) -> None:
    page = page_of(article(prose(7)), width=72, height=HEIGHT)
    page.restore(offset, at)
    cursor, before = page.cursor, row(page)
    for step, value in steps:
        if step == "layout":
            assert isinstance(value, Layout)
            page.set_layout(value)
        elif step == "width":
            assert isinstance(value, int)
            page.resize(value, HEIGHT)
        else:
            assert isinstance(value, int)
            block = value % len(page.document)
            if step == "english":
                learn(page, [block], stretch=0.3 + value / 3)
                page.renew([block])
            elif block != page.cursor.block:  # one at the cursor may move the page on purpose
                page._set_peeks(block, frozenset({0}))
        assert page.cursor == cursor
        assert row(page) == before
        primary = Voice.ENGLISH if page.layout is Layout.ENGLISH else Voice.ORIGINAL
        spot = page.window.rows()[before]
        assert spot is not None
        assert page.block(spot[0]).rows[spot[1]].pieces[0].voice is primary
