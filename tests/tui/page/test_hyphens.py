"""Portuguese broken into lines: what is cut, what never is, and the hyphen that is said again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from articles.model import Article, Markup, MarkupKind, Span
from reader.tui.page.document import Document
from reader.tui.page.english import English
from reader.tui.page.hyphens import (
    LEAST_BEFORE,
    LEAST_BEHIND,
    MOST_IN_A_ROW,
    NARROW,
    Cut,
    Hyphenate,
    fold,
    hyphenation_of,
    points_of,
)
from reader.tui.page.layout import Layout, Voice, lay_out
from tests.tui.page.making import prose

POINTS = points_of("pt_BR")
PLAIN = (
    "a o de administração internacional Constantinopla guarda-chuva disse-lhe 123456-789 e-mail "
    "desenvolvimento https://exemplo.com/guarda-chuva-aberto subitamente. (anteriormente),"
)
SPECIAL = ["日本語", "👩\u200d🚀", "São\u00a0Paulo", "\n"]
WORDS = st.lists(st.sampled_from([*PLAIN.split(), *SPECIAL]), min_size=1, max_size=40)


def shown(text: str, width: int, *, points: bool = True) -> list[str]:
    return [cut.before + text[cut.start : cut.end] + cut.after for cut in fold(text, width, POINTS if points else None)]


def test_words_are_cut_between_syllables() -> None:
    assert shown("O governo e a administração pública", 20) == ["O governo e a admi-", "nistração pública"]
    assert shown("O governo e a administração pública", 20, points=False) == [
        "O governo e a",
        "administração",
        "pública",
    ]


@pytest.mark.parametrize(
    "word",
    [
        "Constantinopla",
        "CONSTANTINOPLA",
        "constantinopla2",
        "www.constantinopla.com",
        "fulano@constantinopla",
        "desenvolvimento_urbano",
        "1234567890",
    ],
)
def test_names_addresses_and_numbers_are_never_cut(word: str) -> None:
    cuts = fold(f"umas {word} mais e mais", 15, POINTS)
    assert all(not cut.after for cut in cuts)


def test_the_last_word_is_not_cut() -> None:
    assert shown("mas a administração", 14) == ["mas a", "administração"]


def test_a_word_that_breaks_at_its_own_hyphen_has_it_said_again() -> None:
    assert shown("levou o guarda-chuva aberto", 15, points=False) == ["levou o guarda-", "-chuva aberto"]
    assert shown("entregá-lo-ia", 8, points=False) == ["entregá-", "-lo-ia"]
    assert shown("foi à Guiné-Bissau ontem", 14, points=False) == ["foi à Guiné-", "-Bissau ontem"]


def test_what_is_no_word_has_no_hyphen_said_again() -> None:
    assert shown("em https://a.pt/um-dois-tres", 20, points=False) == ["em https://a.pt/um-", "dois-tres"]
    assert shown("a rota 2023-setembro", 12, points=False) == ["a rota 2023-", "setembro"]


@given(WORDS, st.integers(1, 60))
def test_every_character_is_on_one_line_that_fits(words: list[str], width: int) -> None:
    text = " ".join(words)
    row = at = 0
    for cut in fold(text, width, POINTS):
        assert at <= cut.start < cut.end
        assert not text[at : cut.start].strip(" \n")
        line = cut.before + text[cut.start : cut.end] + cut.after
        assert cell_len(line) <= width or cut.end - cut.start <= 4
        if cut.after:
            letters = text[: cut.end].replace("\n", " ").rpartition(" ")[2].lstrip("(")
            behind = text[cut.end :].replace("\n", " ").partition(" ")[0].rstrip("),.")
            assert letters.isalpha()
            assert behind.isalpha()
            assert (letters + behind).islower()
            assert len(letters) >= LEAST_BEFORE
            assert len(behind) >= LEAST_BEHIND
        row = row + 1 if cut.after else 0
        assert row <= MOST_IN_A_ROW or width < 18, "in columns that hold the longest word"
        at = cut.end
    assert not text[at:].strip(" \n")


def test_where_words_are_cut_follows_the_setting_and_the_width() -> None:
    text = "O governo e a administração do desenvolvimento internacional " * 5

    def cuts(hyphenate: Hyphenate, width: int) -> list[Cut]:
        hyphenation = hyphenation_of("pt-BR", hyphenate)
        assert hyphenation is not None
        return hyphenation.cuts(text, 0, width)

    assert any(cut.after for cut in cuts(Hyphenate.AUTO, NARROW - 14))
    assert not any(cut.after for cut in cuts(Hyphenate.AUTO, NARROW))
    assert any(cut.after for cut in cuts(Hyphenate.ALWAYS, NARROW + 6))
    assert not any(cut.after for cut in cuts(Hyphenate.NEVER, 30))
    assert hyphenation_of("es", Hyphenate.ALWAYS) is None


def test_the_drawn_hyphen_is_no_character_of_the_text() -> None:
    document = Document(Article("Título", prose(3) + "\n\nFoi de guarda-chuva à administração municipal " * 6))
    for block in range(1, len(document)):
        for width in range(8, 40):
            laid = lay_out(document, English(document), block, Layout.ORIGINAL, width, frozenset())
            said = [p for row in laid.rows for p in row.pieces if p.voice is Voice.ORIGINAL]
            assert all(p.text == document.text(block)[p.start : p.end] for p in said)
            letters = "".join(p.text for p in said).replace(" ", "")
            assert letters == document.text(block).replace(" ", "")


def test_code_is_not_cut() -> None:
    body = "use administração e então a administração pública de novo"
    span = Span(4, 17)
    document = Document(Article("Título", body, markup=(Markup(span, MarkupKind.CODE),)))
    laid = lay_out(document, English(document), 1, Layout.ORIGINAL, 12, frozenset())
    said = [p.text for row in laid.rows for p in row.pieces if p.voice is Voice.ORIGINAL]
    assert "administraçã" in said, "chopped where it is wider than the line, without a hyphen"
