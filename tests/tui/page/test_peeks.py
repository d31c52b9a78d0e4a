"""Peeking: the other language unfolded under what is read."""

from __future__ import annotations

import pytest

from reader.tui.page.page import Page
from reader.tui.page.peeking import Cursor
from tests.tui.page.making import article, everything, is_on_screen, learn, page_of, row_texts

HEIGHT = 20


@pytest.fixture
def page() -> Page:
    return page_of(article(), height=HEIGHT)


def test_peek_unfolds_the_sentence_then_the_paragraph_then_folds(page: Page) -> None:
    learn(page)
    block = next(number for number in range(1, 12) if len(page.document.sentences(number)) > 1)
    page.go(Cursor(block, 1))
    folded = len(page.block(block).rows)
    page.peek()
    assert page.peeked()
    assert not page.peeked_whole()
    one = len(page.block(block).rows)
    page.peek()
    assert page.peeked_whole()
    whole = len(page.block(block).rows)
    assert folded < one < whole
    page.peek()
    assert not page.peeked()
    assert len(page.block(block).rows) == folded


def test_what_was_unfolded_last_is_folded_first(page: Page) -> None:
    learn(page)
    for block in (1, 2, 3):
        page.go(Cursor(block, 0))
        page.peek()
    for block in (3, 2, 1):
        assert page._peeks.keys() == set(range(1, block + 1))
        assert page.fold()
    assert not page.fold()
    assert not page.peeked()


def test_a_paragraph_peeked_at_is_folded_in_one_go(page: Page) -> None:
    learn(page)
    page.go(Cursor(1, 0))
    page.peek()
    page.peek()
    assert page.fold()
    assert not page.peeked()
    assert not page.fold()


def test_a_peek_at_the_last_row_of_the_screen_can_be_seen() -> None:
    page = page_of(article(), height=10)
    learn(page)
    for cursor in everything(page):
        page.go(cursor)
        last = page.block(cursor.block).rows_of(cursor.sentence)[1]
        page.window.place((cursor.block, last), 9)
        page.peek()
        assert any("English" in text for text in row_texts(page)), cursor
        assert is_on_screen(page)
        page.fold()


def test_a_peek_below_the_end_of_the_article_can_be_seen() -> None:
    page = page_of(article(), height=10)
    learn(page)
    page.to_end()
    page.peek()
    assert any("English" in text for text in row_texts(page))
