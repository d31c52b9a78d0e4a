"""A word that is cut at a line's end is still one word: to be found, selected, copied, clicked and walked over."""

from __future__ import annotations

from itertools import pairwise

import pytest

from articles.model import Article, Span
from reader.tui.page.find import matches
from reader.tui.page.layout import Voice
from reader.tui.page.page import Page
from reader.tui.page.peeking import Cursor
from reader.tui.page.selecting import Selecting, Unit
from reader.tui.page.walking import Walk
from tests.tui.page.making import page_of

BODY = (
    "A desindustrialização preocupava especialmente os pesquisadores universitários. "
    "A internacionalização transformava desordenadamente as metrópoles brasileiras."
)


@pytest.fixture(params=[18, 22, 27, 30])
def page(request: pytest.FixtureRequest) -> Page:
    return page_of(Article("Título", BODY), width=request.param, height=30)


def cut_words(page: Page) -> list[tuple[int, int, Span]]:
    """For each word that goes on in the next row: the screen's row, the cell of its last letter there, and its span."""
    found = []
    block = page.block(1)
    rows = page.window.rows()
    pieces = [(row, piece) for row, spot in enumerate(rows) if spot is not None and spot[0] == 1
              for piece in block.rows[spot[1]].pieces if piece.voice is Voice.ORIGINAL]  # fmt: skip
    for (row, piece), (_below, other) in pairwise(pieces):
        if piece.end == other.start and BODY[piece.end - 1].isalpha() and BODY[other.start].isalpha():
            start = BODY.rfind(" ", 0, piece.end) + 1
            end = min(at for at in (BODY.find(" ", piece.end), BODY.find(".", piece.end)) if at >= 0)
            found.append((row, piece.x + len(piece.text) - 1, Span(start, end)))
    return found


def test_the_narrow_columns_of_this_test_cut_words(page: Page) -> None:
    assert cut_words(page)


def test_it_is_found_and_copied_whole(page: Page) -> None:
    select = Selecting(page)
    for row, x, span in cut_words(page):
        word = BODY[span.start : span.end]
        assert [(found[0], found[1]) for found in matches(BODY, word)] == [(span.start, span.end)]
        there = select.at(x, row)
        assert there is not None
        voice, point = there
        assert select.text(select.word(voice, point)) == word
        assert page.at(x, row) == Cursor(1, page.document.sentence_at(1, span.start))
        # The cell of the drawn hyphen belongs to the word, and no hyphen to what is copied.
        beyond = select.at(x + 1, row)
        assert beyond is not None
        assert select.text(select.word(*beyond)) == word


def test_whole_text_is_copied_without_a_hyphen(page: Page) -> None:
    select = Selecting(page)
    page.go(Cursor(1, 0))
    selection = select.move(select.first(Voice.ORIGINAL), Unit.ARTICLE, 1)
    assert select.text(selection) == BODY


def test_it_is_one_word_to_walk_over(page: Page) -> None:
    walk = Walk(page)
    for _row, _x, span in cut_words(page):
        cursor = Cursor(1, page.document.sentence_at(1, span.start))
        sentence = page.document.sentences(1)[cursor.sentence]
        word = walk.at_offset(cursor, Voice.ORIGINAL, span.start - sentence.start)
        assert word is not None
        found = walk.span(word)
        assert found is not None
        assert found.of(walk.text(cursor, Voice.ORIGINAL)) == BODY[span.start : span.end]
