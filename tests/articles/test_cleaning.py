"""Cleaning: what must never get through, and what must be left alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.cleaning import SIGN, clean, clean_line, mask

# Told apart from the patterns of the code on purpose: by what Unicode itself says of each character.
EMOJI_GLUE = "\u200d\ufe0e\ufe0f"
VISIBLE_FORMATS = {"\u06dd", "\u070f", "\u0890", "\u0891", "\u08e2", "\U000110bd", "\U000110cd"} | {
    chr(code) for code in range(0x600, 0x606)
}
HOSTILE = st.sampled_from(
    [
        *"\x00\x07\x08\x0e\x1b\x7f\x80\x9b\x9d\x9c\r\n\t\x0b\x0c\x85\u2028\u2029\u00ad\ufeff\u200b\u200d\ufe0f",
        *"\u202e\u2066\u2069\u061c\u034f\ud800\udfff\uffff\ufff9\u0301\u0338\u2add\u0344\U000e0041\U0001fffe",
        *"[]P;0m(aAe1#*\ufffd\u3000\u00a0 \u2764\U0001f600\U0001f3fd\u1100\u1161\u0958\u2126\U0001d15e",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(HOSTILE, max_size=30).map("".join))


def forbidden(text: str) -> list[str]:
    """The characters of a text that must not be in a clean one, by their Unicode category."""
    return [
        char
        for char in text
        if (unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") and char != "\n")
        or (unicodedata.category(char) == "Cf" and char not in EMOJI_GLUE and char not in VISIBLE_FORMATS)
        or ord(char) & 0xFFFE == 0xFFFE
        or 0xFDD0 <= ord(char) <= 0xFDEF
    ]


@given(TEXTS)
@example("1\x1b7\ufe0f")
@example("\x1b\xad[31mx")
@example("a\ufe0f\u200d\U0001f600")
@example("e\u00ad\u0301")
@example("\u2add\u0338\ufe0f")
def test_nothing_bad_gets_through_and_cleaning_twice_changes_nothing(text: str) -> None:
    cleaned = clean(text)
    assert forbidden(cleaned) == []
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean(cleaned) == cleaned


@given(TEXTS, st.integers(min_value=1, max_value=12))
def test_a_clean_line_is_one_short_line(text: str, limit: int) -> None:
    line = clean_line(text, limit)
    assert forbidden(line) == []
    assert "\n" not in line
    assert len(line) <= limit
    assert line == line.strip()
    assert clean_line(line, limit) == line


@given(TEXTS)
def test_a_mask_keeps_every_offset(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert forbidden(masked) == []
    assert mask(masked) == masked
    assert [at for at, char in enumerate(text) if char == "\n"] == [
        at for at, char in enumerate(masked) if char == "\n"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\x85d\u2028e\u2029f\x0bg\x0ch", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\tb\u2003c\u3000d", "a b c d"),
        ("R$\u00a03 e 10\u202f000", "R$\u00a03 e 10\u202f000"),
        ("a\x1b[31mvermelho\x1b[0m", f"a{SIGN}vermelho{SIGN}"),
        ("a\x9b1;31mb", f"a{SIGN}b"),
        ("a\x1b]52;c;aGVsbG8=\x07b", f"a{SIGN}b"),
        ("a\x1b]0;título\x1b\\b", f"a{SIGN}b"),
        ("a\x9d0;título\x9cb", f"a{SIGN}b"),
        ("a\x1bPq#0\x1b\\b\x1b_x\x1b\\c\x1b^y\x9cd\x1bXz\x07e", f"a{SIGN}b{SIGN}c{SIGN}d{SIGN}e"),
        ("a\x1b(Bb\x1bcd", f"a{SIGN}b{SIGN}d"),
        ("a\x1b", f"a{SIGN}"),
        ("a\x1b]0;nunca fechado", f"a{SIGN}0;nunca fechado"),
        ("a\x1b]" + "x" * 5000 + "\x07", f"a{SIGN}" + "x" * 5000 + SIGN),
        ("a\x00\x00\x01b", f"a{SIGN}b"),
        ("\ufeffolá \ufeff", f"olá {SIGN}"),
        ("co\u00adla\u00adbo\u00adra", "colabora"),
        ("abc\u202etxt\u202c", f"abc{SIGN}txt{SIGN}"),
        ("zero\u200bwidth\u2060", f"zero{SIGN}width{SIGN}"),
        ("bandeira \U0001f3f4\U000e0067\U000e007f", f"bandeira \U0001f3f4{SIGN}"),
        ("a\ud83d b", f"a{SIGN} b"),
        ("ac\u0327a\u0303o", "ação"),
        ("\U0001f469\u200d\u2764\ufe0f\u200d\U0001f468", "\U0001f469\u200d\u2764\ufe0f\u200d\U0001f468"),
        ("1\ufe0f\u20e3 a\ufe0fb", f"1\ufe0f\u20e3 a{SIGN}b"),
        ("a\u200db", f"a{SIGN}b"),
        ("\U0001f600\u200d", f"\U0001f600{SIGN}"),
    ],
)
def test_each_kind_of_character(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_accents_that_pile_up_are_cut() -> None:
    assert clean("z" + "\u0336" * 50 + "a") == "z" + "\u0336" * 8 + "a"
    assert mask("z" + "\u0336" * 10 + "a") == "z" + "\u0336" * 8 + SIGN * 2 + "a"


def test_clean_text_is_returned_as_it_is() -> None:
    text = "“Não”, disse… — ação, nº 5, 3.500 €\n\n" * 100
    assert clean(text) is text
    assert mask(text) is text


def test_a_line_is_folded_and_cut() -> None:
    assert clean_line("  um\n\n dois\t\u00a0três ") == "um dois três"
    assert clean_line("palavra " * 10, 10) == "palavra p…"
    assert clean_line("abc def", 5) == "abc…"
    assert clean_line("\U0001f469\u200d\U0001f468", 3) == "\U0001f469\u200d\U0001f468"
    assert clean_line("\U0001f469\u200d\U0001f468 e mais", 3) == "\U0001f469…"
    assert clean_line("x" * 100_000, 10) == "x" * 9 + "…"
    assert clean_line("\n" * 100_000 + "fim", 10) == "fim"
    assert clean_line("") == ""


def test_a_mask_replaces_one_for_one() -> None:
    assert mask("a\r\n\tb\x1b[0m\u00ad\u202ec") == f"a \n b{SIGN * 6}c"


def test_a_mask_leaves_nothing_of_an_escape_sequence_to_be_read() -> None:
    text = "Olá \x1b[31mKim\x1b[0m e \x1b]52;c;QUJD\x07Putin"

    masked = mask(text)

    assert len(masked) == len(text)
    assert masked.index("Kim") == text.index("Kim")
    assert "31m" not in masked
    assert "QUJD" not in masked
