"""Cutting an article into blocks of bounded size, and finding one's way in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.model import Article, Markup, MarkupKind, Span
from reader.tui.page.document import LONGEST_BLOCK, Document
from tests.tui.page.making import prose

SENTENCE = "O trem blindado chegou à estação na quarta-feira. "


def document(body: str, markup: tuple[Markup, ...] = ()) -> Document:
    return Document(Article("Um título", body, markup=markup))


def check_cover(made: Document) -> None:
    """Every visible character of the body is in one block, and in one sentence of it, in order."""
    body = made.article.body
    at = 0
    for block in range(1, len(made)):
        start = made.start(block)
        assert not body[at:start].strip()
        text = made.text(block)
        assert 0 < len(text) <= LONGEST_BLOCK
        assert body[start : start + len(text)] == text
        inner = 0
        for span in made.sentences(block):
            assert inner <= span.start < span.end <= len(text)
            assert not text[inner : span.start].strip()
            inner = span.end
        assert not text[inner:].strip()
        at = start + len(text)
    assert not body[at:].strip()


@given(
    st.lists(
        st.text(alphabet="ab.!? \u0301é日\n", min_size=1, max_size=60)
        .map(lambda text: " ".join(text.split()))
        .filter(bool),
        min_size=1,
        max_size=8,
    )
)
def test_every_character_is_in_one_block_and_one_sentence(paragraphs: list[str]) -> None:
    made = document("\n\n".join(paragraphs))
    assert len(made) == 1 + len(paragraphs)
    check_cover(made)
    assert not any(made.joined(block) for block in range(len(made)))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(SENTENCE * 400, id="ends in a space"),  # as no clean body does
        pytest.param((SENTENCE * 400).strip(), id="sentences"),
        pytest.param("x" * 20_000, id="one word"),
        pytest.param("palavra " * 3_000 + "fim", id="words"),
        pytest.param(("linha\n" * 4_000).strip(), id="verse"),
        pytest.param("a" * LONGEST_BLOCK + "b", id="one too many"),
        pytest.param("a" * LONGEST_BLOCK + " " + "b" * LONGEST_BLOCK, id="two words"),
        pytest.param("e\u0301" * 9_000, id="marks"),
    ],
)
def test_a_long_paragraph_becomes_several_blocks_without_a_gap(body: str) -> None:
    made = document(body + "\n\n" + "O fim.")
    check_cover(made)
    assert len(made) > 3
    assert made.text(len(made) - 1) == "O fim."
    assert not made.joined(1)
    assert not made.joined(len(made) - 1), "the next paragraph does not go on with the one before"
    assert all(made.joined(block) for block in range(2, len(made) - 1))


@pytest.mark.parametrize("end", ["", " "])
def test_the_longest_paragraph_that_is_one_block(end: str) -> None:
    made = document("a" * LONGEST_BLOCK + end + "\n\nO fim.")
    check_cover(made)
    assert len(made) == 3
    assert not made.joined(2), "the next paragraph does not go on with the one before"


def test_a_long_paragraph_is_cut_at_the_end_of_a_sentence() -> None:
    made = document((SENTENCE * 400).strip())
    for block in range(1, len(made)):
        assert {span.of(made.text(block)) for span in made.sentences(block)} == {SENTENCE.strip()}


def test_a_megabyte_on_one_line() -> None:
    body = (SENTENCE * 20_000).strip()
    made = document(body)
    assert len(body) == 999_999
    assert len(made) >= len(body) // LONGEST_BLOCK
    assert all(len(made.text(block)) <= LONGEST_BLOCK for block in range(len(made)))
    middle = made.block_at(len(body) // 2)
    assert made.start(middle) <= len(body) // 2 < made.start(middle) + len(made.text(middle)) + 1


@pytest.fixture
def news() -> Document:
    return document(prose(6))


def test_the_title_is_block_0_and_no_part_of_the_body(news: Document) -> None:
    assert news.text(0) == "Um título"
    assert news.start(0) == -1
    assert news.sentences(0) == (Span(0, 9),)
    assert news.offset_of(0, 0) == -1
    assert news.block_at(-1) == 0
    assert news.share(0) == 0.0


def test_every_sentence_is_found_by_its_offset_and_by_every_one_of_its_characters(news: Document) -> None:
    for block in range(1, len(news)):
        for number, span in enumerate(news.sentences(block)):
            offset = news.offset_of(block, number)
            assert offset == news.start(block) + span.start
            for at in (span.start, (span.start + span.end) // 2, span.end - 1):
                assert news.block_at(news.start(block) + at) == block
                assert news.sentence_at(block, at) == number
        assert news.sentence_at(block, -5) == 0
        assert news.sentence_at(block, 10**6) == len(news.sentences(block)) - 1


def test_a_place_between_or_after_the_paragraphs_belongs_to_the_one_before(news: Document) -> None:
    assert news.block_at(news.start(2) - 1) == 1
    assert news.block_at(10**9) == len(news) - 1
    assert news.offset_of(1, 999) == news.offset_of(1, len(news.sentences(1)) - 1)


def test_segments_are_the_sentences_as_they_are_translated(news: Document) -> None:
    fresh = document(news.article.body)
    for block in range(len(news)):
        before = fresh.segments(block)
        assert before == tuple(span.of(news.text(block)) for span in news.sentences(block))
        fresh.sentences(block)
        assert fresh.segments(block) == before


def test_shares_grow_to_one(news: Document) -> None:
    shares = [news.share(block) for block in range(len(news))]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_body_without_a_sentence_s_end_is_one_sentence() -> None:
    assert document("sem ponto final").sentences(1) == (Span(0, 15),)


def test_an_empty_body_leaves_the_title_alone() -> None:
    made = document("")
    assert len(made) == 1
    assert made.block_at(0) == made.block_at(99) == 0
    assert made.share(0) == 1.0 or made.share(0) == 0.0


BODY = "Cabeçalho\n\numa coisa *aqui* e link\n\nItem um\n\nItem dois"


def marked() -> Document:
    def span(text: str) -> Span:
        start = BODY.index(text)
        return Span(start, start + len(text))

    return document(
        BODY,
        (
            Markup(span("Cabeçalho"), MarkupKind.HEADING, "2"),
            Markup(span("coisa"), MarkupKind.EMPHASIS),
            Markup(span("link"), MarkupKind.LINK, "https://example.org"),
            Markup(span("Item um"), MarkupKind.ITEM, "1."),
            Markup(span("Item dois"), MarkupKind.ITEM, "2."),
        ),
    )


def test_what_a_block_is_and_what_lies_inside_it() -> None:
    made = marked()
    kinds = [mark.kind if (mark := made.kind(block)) else None for block in range(len(made))]
    assert kinds == [None, MarkupKind.HEADING, None, MarkupKind.ITEM, MarkupKind.ITEM]
    inline = made.inline(2)
    assert [(mark.kind, mark.span.of(made.text(2))) for mark in inline] == [
        (MarkupKind.EMPHASIS, "coisa"),
        (MarkupKind.LINK, "link"),
    ]
    assert made.inline(0) == made.inline(1) == made.inline(3) == []


def test_markup_that_reaches_over_a_block_is_cut_to_it() -> None:
    body = "x" * (LONGEST_BLOCK + 500)
    made = document(body, (Markup(Span(10, len(body)), MarkupKind.STRONG),))
    assert [mark.span for mark in made.inline(1)] == [Span(10, LONGEST_BLOCK)]
    assert [mark.span for mark in made.inline(2)] == [Span(0, 500)]


def test_the_sentences_of_many_blocks_are_cut_again_when_they_were_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.page.document._CACHED_BLOCKS", 3)
    made = document(prose(9))
    before = [made.sentences(block) for block in range(len(made))]
    assert [made.sentences(block) for block in range(len(made))] == before
