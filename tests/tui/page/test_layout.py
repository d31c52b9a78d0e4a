"""A block laid out as rows, in each of the four layouts."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.model import Article, Markup, MarkupKind, Span
from reader.translation.engine import Origin
from reader.tui.page.cells import width_of
from reader.tui.page.document import Document
from reader.tui.page.english import English
from reader.tui.page.layout import NARROWEST_SIDE_BY_SIDE, WHOLE_BLOCK, BlockRows, Layout, Voice, lay_out
from tests.tui.page.making import english_of, prose, translation

NOTHING: frozenset[int] = frozenset()
BODY = (
    "O trem chegou à estação de manhã. A visita foi curta. Ninguém falou.\n\n"
    "Um\n\nDois\n\nUma citação longa que vai para a segunda linha"
)


def known(document: Document, origin: Origin = Origin.DRAFT) -> English:
    english = English(document)
    for block in range(len(document)):
        for source in document.segments(block):
            english.put({source: translation(source, english_of(source), origin)})
    return english


@pytest.fixture
def document() -> Document:
    def mark(text: str, kind: MarkupKind, value: str = "") -> Markup:
        start = BODY.index(text)
        return Markup(Span(start, start + len(text)), kind, value)

    return Document(
        Article(
            "Um título",
            BODY,
            byline="Ana Souza",
            source="Folha do Teste",
            published=datetime.date(2023, 9, 15),
            markup=(
                mark("Um\n\n", MarkupKind.ITEM, "1."),
                mark("Dois", MarkupKind.ITEM, "2."),
                mark("Uma citação", MarkupKind.QUOTE),
            ),
        )
    )


def texts(block: BlockRows) -> list[str]:
    """Each row as it is read, furniture and all."""
    rows = []
    for row in block.rows:
        line = ""
        for piece in sorted(row.pieces, key=lambda piece: piece.x):
            line = line.ljust(piece.x) + piece.text
        rows.append(line)
    return rows


def voices(block: BlockRows, voice: Voice) -> str:
    """All that a voice says in a block, in the order of the rows."""
    return " ".join(piece.text for row in block.rows for piece in row.pieces if piece.voice is voice)


def signs(block: BlockRows) -> str:
    return "".join(row.sign for row in block.rows)


def test_original(document: Document) -> None:
    block = lay_out(document, English(document), 1, Layout.ORIGINAL, 40, NOTHING)
    assert texts(block) == ["", "O trem chegou à estação de manhã. A", "visita foi curta. Ninguém falou."]
    assert block.english is None
    assert [block.rows_of(number) for number in range(3)] == [(1, 1), (1, 2), (2, 2)]
    assert signs(block) == ""


def test_the_title_stands_at_the_top_with_what_is_known_under_it(document: Document) -> None:
    block = lay_out(document, English(document), 0, Layout.ORIGINAL, 60, NOTHING)
    assert texts(block) == ["Um título", "Ana Souza · Folha do Teste · 2023-09-15"]
    assert block.rows[1].pieces[0].voice is Voice.FURNITURE
    assert block.rows_of(0) == (0, 0)


def test_english_stands_in_for_the_original_and_the_original_for_what_is_not_there(document: Document) -> None:
    english = English(document)
    english.put({"A visita foi curta.": translation("A visita foi curta.", "The visit was short.")})
    block = lay_out(document, english, 1, Layout.ENGLISH, 60, NOTHING)
    assert voices(block, Voice.ENGLISH) == "O trem chegou à estação de manhã. The visit was short. Ninguém falou."
    assert voices(block, Voice.ORIGINAL) == ""
    assert block.primary is Voice.ENGLISH


def test_interlinear_puts_the_english_under_its_paragraph(document: Document) -> None:
    block = lay_out(document, known(document), 1, Layout.INTERLINEAR, 60, NOTHING)
    rows = texts(block)
    assert rows[1].startswith("O trem chegou")
    assert rows[3].startswith("┊ English O TREM")
    assert all(row.startswith("┊ ") for row in rows[3:])
    assert block.primary is Voice.ORIGINAL


def test_side_by_side_puts_it_beside(document: Document) -> None:
    block = lay_out(document, known(document), 1, Layout.SIDE_BY_SIDE, 80, NOTHING)
    column = (80 - 3) // 2
    for row in texts(block)[1:]:
        assert row[column : column + 3].strip() == "│"
    assert voices(block, Voice.ORIGINAL) == document.text(1)
    assert voices(block, Voice.ENGLISH).startswith("English O TREM")


def test_side_by_side_needs_room_and_else_is_interlinear(document: Document) -> None:
    english = known(document)
    narrow = lay_out(document, english, 1, Layout.SIDE_BY_SIDE, NARROWEST_SIDE_BY_SIDE - 1, NOTHING)
    assert narrow == lay_out(document, english, 1, Layout.INTERLINEAR, NARROWEST_SIDE_BY_SIDE - 1, NOTHING)


def test_items_of_a_list_stand_close_with_their_signs(document: Document) -> None:
    english = English(document)
    first = lay_out(document, english, 2, Layout.ORIGINAL, 40, NOTHING)
    second = lay_out(document, english, 3, Layout.ORIGINAL, 40, NOTHING)
    assert texts(first) == ["", "1. Um"]
    assert texts(second) == ["2. Dois"]
    assert first.rows[1].pieces[0].text == "Um", "the first piece of a row is text"


def test_captions_and_items_have_their_sign_on_the_first_row_only() -> None:
    body = "Uma legenda que é longa\n\nUm item que é longo\n\nmais do mesmo item\n\nOutro"
    kinds = [(MarkupKind.CAPTION, ""), (MarkupKind.ITEM, "10."), (MarkupKind.ITEM, ""), (MarkupKind.ITEM, "11.")]
    marks, at = [], 0
    for text, kind in zip(body.split("\n\n"), kinds, strict=True):
        marks.append(Markup(Span(at, at + len(text)), *kind))
        at += len(text) + 2
    made = Document(Article("Um título", body, markup=tuple(marks)))
    shown = [texts(lay_out(made, English(made), block, Layout.ORIGINAL, 18, NOTHING)) for block in range(1, 5)]
    assert shown == [
        ["", "▣ Uma legenda que", "  é longa"],
        ["", "10. Um item que é", "    longo"],
        ["", "    mais do mesmo", "    item"],
        ["11. Outro"],
    ]


def test_a_quote_has_its_bar_on_every_row(document: Document) -> None:
    block = lay_out(document, English(document), 4, Layout.ORIGINAL, 30, NOTHING)
    assert texts(block) == ["", "▎ Uma citação longa que vai", "▎ para a segunda linha"]


def test_a_peek_unfolds_the_english_under_the_row_where_the_sentence_ends(document: Document) -> None:
    english = English(document)
    english.put({"A visita foi curta.": translation("A visita foi curta.", "The visit was short.")})
    block = lay_out(document, english, 1, Layout.ORIGINAL, 40, frozenset({1}))
    assert texts(block) == [
        "",
        "O trem chegou à estação de manhã. A",
        "visita foi curta. Ninguém falou.",
        "┊ The visit was short.",
        "  — draft · local",
    ]
    assert [block.rows_of(number) for number in range(3)] == [(1, 1), (1, 2), (2, 2)]


def test_two_peeks_come_in_the_order_of_the_text(document: Document) -> None:
    block = lay_out(document, known(document, Origin.HUMAN), 1, Layout.ORIGINAL, 60, frozenset({2, 0}))
    said = voices(block, Voice.ENGLISH)
    assert said.index("English O TREM") < said.index("English NINGUÉM")


def test_a_peek_in_english_unfolds_the_original(document: Document) -> None:
    block = lay_out(document, known(document), 1, Layout.ENGLISH, 60, frozenset({1}))
    assert voices(block, Voice.ORIGINAL) == "A visita foi curta."


def test_a_peek_at_the_paragraph_says_each_translator_once(document: Document) -> None:
    english = known(document)
    english.put({"Ninguém falou.": translation("Ninguém falou.", "Nobody spoke.", Origin.REFINED, "google")})
    block = lay_out(document, english, 1, Layout.ORIGINAL, 60, frozenset({WHOLE_BLOCK}))
    assert texts(block)[-1] == "  — draft · local  — refined · google"


def test_a_peek_says_that_it_waits_or_why_it_failed(document: Document) -> None:
    english = English(document)
    waiting = lay_out(document, english, 1, Layout.ORIGINAL, 60, frozenset({0}))
    assert (
        texts(waiting)[-1] == "┊ …" or "translating" in texts(waiting)[-1] or "translating" in " ".join(texts(waiting))
    )
    english.fail("O trem chegou à estação de manhã.", "the model failed")
    failed = lay_out(document, english, 1, Layout.ORIGINAL, 60, frozenset({0}))
    assert "— the model failed" in " ".join(texts(failed))


def test_a_sign_stands_where_the_origin_changes_and_only_there(document: Document) -> None:
    english = known(document, Origin.HUMAN)
    block = lay_out(document, english, 1, Layout.INTERLINEAR, 30, NOTHING)
    assert signs(block) == "="
    english = English(document)
    long = {source: translation(source, english_of(source, 3.0)) for source in document.segments(1)[:2]}
    english.put(long)
    english.fail(document.segments(1)[2], "the model failed")
    block = lay_out(document, english, 1, Layout.ENGLISH, 30, NOTHING)
    assert signs(block) == "~!"


@given(
    st.sampled_from(list(Layout)),
    st.integers(1, 110),
    st.integers(0, 5),
    st.sampled_from([NOTHING, frozenset({0}), frozenset({1, 2}), frozenset({WHOLE_BLOCK})]),
    st.booleans(),
)
def test_whatever_the_layout_all_is_said_and_no_row_is_too_wide(
    layout: Layout, width: int, number: int, peeked: frozenset[int], there: bool
) -> None:
    document = Document(Article("Um título que se estende", prose(5)))
    english = known(document) if there else English(document)
    block = lay_out(document, english, number, layout, width, peeked)
    squeezed = voices(block, block.primary).replace(" ", "")
    whole = document.text(number) if block.primary is Voice.ORIGINAL else english.block(number, stand_in=True).text
    assert squeezed == whole.replace(" ", "").replace("\n", "")
    for row in block.rows:
        for piece in row.pieces:
            if piece.voice is not Voice.FURNITURE:
                spans = block.spans(piece.voice)
                assert spans[block.sentence_of(piece)].start <= piece.start < spans[-1].end
        assert width < 4 or max((piece.x + width_of(piece.text) for piece in row.pieces), default=0) <= width
    for sentence in range(len(document.sentences(number))):
        first, last = block.rows_of(sentence)
        assert 0 <= first <= last < len(block.rows)
