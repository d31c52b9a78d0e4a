"""Selecting: whose words, from where to where, and what of them is copied."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.model import Article, Markup, MarkupKind, Span
from reader.tui.page.layout import Layout, Voice
from reader.tui.page.page import Page
from reader.tui.page.peeking import Cursor
from reader.tui.page.selecting import Selecting, Unit
from reader.tui.page.selection import Point, Selection
from tests.tui.page.making import article, learn, page_of

BODY = (
    "O trem chegou. Os governantes trocaram um longo aperto de mãos.\n\nUm item da lista\n\nOutro item, o segundo\n\n"
    "Em verso,\noutra linha. E o e\u0301 fim 👩\u200d🚀 aqui."
)


def made() -> Article:
    starts = [BODY.index("Um item"), BODY.index("Outro item")]
    spans = [Span(starts[0], starts[1] - 2), Span(starts[1], BODY.index("\n\nEm verso"))]
    return Article("Título do artigo", BODY, markup=tuple(Markup(span, MarkupKind.ITEM, "•") for span in spans))


@pytest.fixture
def page() -> Page:
    return page_of(made(), width=30, height=20)


def said(page: Page, selection: Selection) -> str:
    return Selecting(page).text(selection)


def test_by_words_sentences_and_paragraphs_to_their_ends_and_back(page: Page) -> None:
    select = Selecting(page)
    page.go(Cursor(1, 1))
    selection = select.first(Voice.ORIGINAL)
    assert said(page, selection) == "Os"
    selection = select.move(selection, Unit.WORD, 1)
    assert said(page, selection) == "Os governantes"
    selection = select.move(selection, Unit.SENTENCE, 1)
    assert said(page, selection) == "Os governantes trocaram um longo aperto de mãos."
    selection = select.move(selection, Unit.PARAGRAPH, 1)
    assert said(page, selection).endswith("mãos.\n\n- Um item da lista")
    selection = select.move(selection, Unit.WORD, -1)
    assert said(page, selection).endswith("- Um item da")
    selection = select.move(selection, Unit.SENTENCE, -1)
    assert said(page, selection) == "Os governantes trocaram um longo aperto de mãos."
    selection = select.move(selection, Unit.SENTENCE, -1)
    assert said(page, selection) == "O trem chegou."
    selection = select.move(selection, Unit.ARTICLE, -1)
    assert said(page, selection) == "Título do artigo\n\nO trem chegou."


def test_down_over_a_short_row_keeps_the_cell() -> None:
    body = "Uma linha bem comprida aqui\ncurta\noutra linha bem comprida"
    page = page_of(Article("T", body), width=40, height=20)
    select = Selecting(page)
    page.go(Cursor(1, 0))
    selection = select.first(Voice.ORIGINAL)
    for _ in range(3):
        selection = select.move(selection, Unit.WORD, 1)
    assert said(page, selection) == "Uma linha bem comprida"
    below = select.by_row(selection, 2)
    assert said(page, below).endswith("outra linha bem compri")
    assert select.by_row(below, -2) == selection
    # Moved otherwise it starts from where it is.
    short = select.move(select.by_row(selection, 1), Unit.CHARACTER, -1)
    assert said(page, select.by_row(short, 1)).endswith("outr")


def test_the_other_end_moves_after_it_was_asked_to(page: Page) -> None:
    select = Selecting(page)
    selection = select.whole(Voice.ORIGINAL, Cursor(1, 1)).swapped()
    selection = select.move(selection, Unit.WORD, -1)
    assert said(page, selection).startswith("chegou. Os governantes")
    selection = select.move(select.move(selection, Unit.WORD, 1), Unit.WORD, 1)
    assert said(page, selection).startswith("governantes trocaram")


def test_items_are_copied_as_a_list_and_lines_of_verse_as_lines(page: Page) -> None:
    whole = Selecting(page).move(Selection(Voice.ORIGINAL, Point(1, 0, 0), Point(1, 0, 0)), Unit.ARTICLE, 1)
    assert said(page, whole) == (
        "O trem chegou. Os governantes trocaram um longo aperto de mãos.\n\n- Um item da lista\n"
        "- Outro item, o segundo\n\n"
        "Em verso,\noutra linha. E o é fim 👩\u200d🚀 aqui."
    )


def test_what_is_drawn_as_one_character_is_passed_at_once(page: Page) -> None:
    select = Selecting(page)
    number, text = next((n, each) for n, each in enumerate(page.document.segments(4)) if "👩" in each)
    point = Point(4, number, text.index("👩"))
    after = select.move(Selection(Voice.ORIGINAL, point, point), Unit.CHARACTER, 1)
    assert said(page, after) == "👩\u200d🚀"
    assert select.move(after.swapped().swapped(), Unit.CHARACTER, -1).head == point


def test_rows_end_anywhere_and_leave_nothing_in_what_is_copied(page: Page) -> None:
    select = Selecting(page)
    page.go(Cursor(1, 0))
    selection = select.first(Voice.ORIGINAL)
    for _ in range(3):
        selection = select.by_row(selection, 1)
    text = said(page, selection)
    assert BODY.startswith(text.replace("- ", "").rstrip()) or "\n\n- " in text
    assert "\n" not in text.split("\n\n")[0]
    assert select.by_row(selection, -3).head.sentence == 0


def test_a_drag_stays_in_the_language_it_began_in(page: Page) -> None:
    learn(page)
    page.set_layout(Layout.INTERLINEAR)
    select = Selecting(page)
    rows = page.window.rows()
    voices: list[Voice | None] = []
    for y, spot in enumerate(rows):
        found = select.at(5, y)
        voices.append(found[0] if found else None)
        if spot is not None and found is not None:
            assert select.at(5, y, found[0]) == found
            other = Voice.ENGLISH if found[0] is Voice.ORIGINAL else Voice.ORIGINAL
            elsewhere = select.at(5, y, other)
            assert elsewhere is None or elsewhere[0] is other
    assert {Voice.ORIGINAL, Voice.ENGLISH} <= set(voices)


def test_english_is_selected_in_english(page: Page) -> None:
    learn(page)
    page.set_layout(Layout.ENGLISH)
    page.go(Cursor(1, 0))
    whole = Selecting(page).whole(Voice.ENGLISH, Cursor(1, 0))
    assert said(page, whole).startswith("English O TREM")
    assert Selecting(page).span(whole) == Span(0, len("O trem chegou."))


def test_the_characters_of_the_body_for_marks(page: Page) -> None:
    select = Selecting(page)
    page.go(Cursor(1, 1))
    span = select.span(select.first(Voice.ORIGINAL))
    assert span is not None
    assert span.of(BODY) == "Os"
    assert select.span(select.whole(Voice.ORIGINAL, Cursor(0, 0))) is None
    over = Selection(Voice.ORIGINAL, Point(0, 0, 3), Point(1, 0, 6))
    assert select.span(over) == Span(0, 6)


def test_nothing_harmful_is_copied() -> None:
    page = page_of(Article("T", "Um \x1b]52;c;AAAA\x07 texto \u202emal\u202c feito\x9b31m aqui."))
    text = said(page, Selecting(page).whole(Voice.ORIGINAL, Cursor(1, 0)))
    assert not set(text) & set("\x1b\x07\u202e\u202c\x9b")


MOVES = st.lists(
    st.one_of(st.tuples(st.sampled_from([*Unit]), st.sampled_from([1, -1])), st.just("swap"), st.integers(-5, 5)),
    max_size=25,
)


@given(MOVES, st.sampled_from([Voice.ORIGINAL, Voice.ENGLISH]), st.integers(1, 40))
def test_whatever_is_done_what_is_selected_is_text_of_the_article(moves: list, voice: Voice, width: int) -> None:
    page = page_of(article(), width=width)
    learn(page)
    if voice is Voice.ENGLISH:
        page.set_layout(Layout.ENGLISH)
    select = Selecting(page)
    page.go(Cursor(4, 0))
    selection = select.first(voice)
    for move in moves:
        before = selection
        if move == "swap":
            selection = selection.swapped()
            assert (selection.start, selection.end) == (before.start, before.end)
        elif isinstance(move, int):
            selection = select.by_row(selection, move) if move else selection
        else:
            selection = select.move(selection, *move)
            assert (selection.head >= before.head) if move[1] > 0 else (selection.head <= before.head)
        assert selection.anchor in (before.anchor, before.head)
        select.reveal(selection)
        whole = "\n\n".join(select.shown(block, voice)[0] for block in range(len(page.document)))
        assert said(page, selection) in whole
