"""Word by word over a page: every word is met once and in order, and looking moves no line that was read."""

from __future__ import annotations

import pytest

from reader.tui.page.layout import Layout, Voice
from reader.tui.page.page import Page
from reader.tui.page.peeking import Cursor
from reader.tui.page.walking import Walk, Word
from tests.tui.page.making import article, everything, learn, page_of, translation

BOTH = [Voice.ORIGINAL, Voice.ENGLISH]


def made(layout: Layout = Layout.ORIGINAL, width: int = 60, height: int = 20) -> Page:
    page = page_of(article(), layout, width, height)
    learn(page)
    page.renew(range(len(page.document)))
    return page


def said(page: Page, word: Word) -> str:
    span = Walk(page).span(word)
    return "" if span is None else span.of(Walk(page).text(word.cursor, word.voice))


@pytest.mark.parametrize("voice", BOTH)
def test_forth_and_back_meets_every_word_once(voice: Voice) -> None:
    page = made()
    walk = Walk(page)
    words = [Word(c, voice, n) for c in everything(page) for n in range(len(walk.words(c, voice)))]
    word: Word | None = words[0]
    met = []
    while word is not None:
        met.append(word)
        word = walk.step(word, 1)
    assert met == words
    word = words[-1]
    back = []
    while word is not None:
        back.append(word)
        word = walk.step(word, -1)
    assert back == words[::-1]


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("voice", BOTH)
def test_the_word_is_on_the_screen_and_within_a_sentence_its_line_stays(layout: Layout, voice: Voice) -> None:
    page = made(layout, 100 if layout is Layout.SIDE_BY_SIDE else 60)
    walk = Walk(page)
    word: Word | None = walk.first(Cursor(0, 0), voice)
    while word is not None and word.cursor.block < 4:
        before, anchor = (page.cursor, page.unfolded(page.cursor.block)), page.anchor()
        old = walk._place(word)
        seen = old is not None and page.window.row_of(old[0]) is not None
        walk.go(word)
        place = walk._place(word)
        assert place is not None, "it is laid out, unfolded where it is not there anyhow"
        assert page.window.row_of(place[0]) is not None, "and on the screen"
        if seen and before == (page.cursor, page.unfolded(page.cursor.block)):
            assert page.anchor() == anchor
        word = walk.step(word, 1)


def test_going_on_to_the_next_sentence_moves_no_line_above_it() -> None:
    page = made(height=40)
    walk = Walk(page)
    block = next(number for number in range(1, 12) if len(page.document.sentences(number)) > 2)
    page.go(Cursor(block, 0))
    word = walk.first(Cursor(block, 0), Voice.ORIGINAL)
    walk.go(word)
    at = page.window.rows().index((block, page.block(block).rows_of(0)[0]))
    while word.cursor.sentence < 2:
        following = walk.step(word, 1)
        assert following is not None
        word = following
        walk.go(word)
        assert page.window.rows().index((block, page.block(block).rows_of(0)[0])) == at
    assert page.unfolded(block) == frozenset({2}), "what was unfolded on the way is folded"
    assert page.window.pad == 0


def test_what_the_reader_unfolded_stays_when_words_are_left() -> None:
    page = made()
    page.go(Cursor(1, 0))
    page.peek()
    walk = Walk(page)
    walk.go(walk.first(Cursor(2, 0), Voice.ORIGINAL))
    assert page.unfolded(1) == frozenset({0})
    assert page.unfolded(2) == frozenset({0})
    page.lend(None)
    assert page.unfolded(1) == frozenset({0})
    assert page.unfolded(2) == frozenset()


def test_interlinear_unfolds_only_where_the_english_is_off_the_screen() -> None:
    page = made(Layout.INTERLINEAR, height=30)
    walk = Walk(page)
    walk.go(walk.first(Cursor(0, 0), Voice.ORIGINAL))
    assert page.unfolded(0) == frozenset()
    low = made(Layout.INTERLINEAR, height=5)
    walk = Walk(low)
    block = max(range(1, len(low.document)), key=lambda each: len(low.document.sentences(each)))
    walk.go(walk.first(Cursor(block, 0), Voice.ORIGINAL))
    assert low.unfolded(block) == frozenset({0})


def test_by_rows_it_stays_in_its_column_and_its_language() -> None:
    page = made(height=40)
    walk = Walk(page)
    word = walk.first(Cursor(1, 0), Voice.ORIGINAL)
    word = walk.step(walk.step(word, 1) or word, 1) or word
    walk.go(word)
    here = walk._place(word)
    below = walk.row(word, 1)
    assert here is not None
    assert below is not None
    there = walk._place(below)
    assert there is not None
    assert there[0] != here[0]
    assert abs(there[1] - here[1]) <= 12
    walk.go(below)
    assert walk.row(below, -1) is not None
    assert walk.row(walk.first(Cursor(0, 0), Voice.ORIGINAL), -1) is None
    page.to_end()
    last = walk.at_offset(page.cursor, Voice.ORIGINAL, 10_000)
    assert walk.row(last, 1) is None
    assert walk.step(last, 1) is None


def test_a_sentence_whose_english_is_not_there_is_not_passed_over_in_english() -> None:
    page = page_of(article(), Layout.ENGLISH)
    first, second = (page.document.segments(0)[0], page.document.segments(1)[0])
    page.english.put({first: translation(first, "One two")})
    walk = Walk(page)
    assert [said(page, word) for word in (walk.first(Cursor(0, 0), Voice.ENGLISH),)] == ["One"]
    word = walk.step(Word(Cursor(0, 0), Voice.ENGLISH, 1), 1)
    assert word == Word(Cursor(1, 0), Voice.ENGLISH, 0)
    assert walk.span(word) is None
    walk.go(word)
    page.english.put({second: translation(second, "Three")})
    page.renew([1])
    assert said(page, word) == "Three"


@pytest.mark.parametrize("layout", list(Layout))
def test_the_mouse_finds_the_word_under_it(layout: Layout) -> None:
    page = made(layout, 100 if layout is Layout.SIDE_BY_SIDE else 60, 30)
    walk = Walk(page)
    for spot in filter(None, page.window.rows()):
        for voice in BOTH:
            for word, start, end in walk._on_row(spot, voice):
                y = page.window.row_of(spot)
                assert y is not None
                if end <= page.width:
                    assert {walk.under(start, y), walk.under(end - 1, y)} == {word}
    assert walk.under(0, 1_000) is None
