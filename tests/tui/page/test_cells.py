"""Breaking text into lines of cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.page import cells
from reader.tui.page.cells import is_narrow, offset_at, width_of, wrap

NARROW = st.text(alphabet="aéçZ9 .,—–-/\n(“”…", max_size=200)
# Letters, wide letters, marks that combine, emoji with joiners and selectors, and what takes no cell at all.
ANY = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab ç-/\n 日本語한\u0301\u0308\u200b\u200d\ufe0f\u2764🙂👩🇧🇷\u00a0\u202f가ᄀ\u0e33"),
        st.characters(blacklist_categories=["Cs", "Cc"]),
    ),
    max_size=120,
)
WIDTHS = st.integers(1, 90)


def check(text: str, width: int) -> None:
    lines = wrap(text, width)
    at = 0
    for start, end in lines:
        assert at <= start < end <= len(text), "lines in order, none empty, none over another"
        assert not text[at:start].strip(" \n"), "only spaces lie between lines"
        assert text[start] not in " \n"
        assert text[end - 1] not in " \n"
        assert "\n" not in text[start:end]
        at = end
    assert not text[at:].strip(" \n"), "nothing is lost at the end"
    for start, end in lines:
        line = text[start:end]
        assert cell_len(line) <= width or drawn_as_one(line), line


def drawn_as_one(line: str) -> bool:
    """Whether a line holds one visible character only, with what is drawn upon it."""
    seen, joined = 0, False
    for character in line:
        seen += cell_len(character) > 0 and not joined
        joined = character == "\u200d"
    return seen <= 1


@given(NARROW, WIDTHS)
def test_every_character_of_plain_text_is_on_one_line_that_fits(text: str, width: int) -> None:
    assert is_narrow(text)
    check(text, width)


@given(ANY, WIDTHS)
def test_every_character_of_any_text_is_on_one_line_that_fits(text: str, width: int) -> None:
    check(text, width)


@given(NARROW, WIDTHS)
def test_both_ways_of_wrapping_agree(text: str, width: int) -> None:
    assert cells._wrap_wide(text, width) == cells._wrap_narrow(text, width)


@given(ANY)
def test_what_is_counted_by_its_length_takes_as_many_cells(text: str) -> None:
    text = text.replace("\n", " ")
    assert width_of(text) == cell_len(text)


def test_every_character_that_is_called_narrow_takes_one_cell() -> None:
    wrong = [hex(code) for code in range(0x110000) if is_narrow(chr(code)) and code != 10 and cell_len(chr(code)) != 1]
    assert not wrong


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("um dois três", 8, ["um dois", "três"]),
        ("um  dois", 4, ["um", "dois"]),
        ("  recuado", 20, ["recuado"]),
        ("verso um\nverso dois", 40, ["verso um", "verso dois"]),
        ("norte-coreano", 8, ["norte-", "coreano"]),
        ("e/ou então", 4, ["e/ou", "entã", "o"]),
        ("custa R$\u00a03 hoje", 8, ["custa", "R$\u00a03", "hoje"]),
        ("são 10\u202f000 km", 8, ["são", "10\u202f000", "km"]),
        ("日 custa R$\u00a03 hoje", 8, ["日 custa", "R$\u00a03", "hoje"]),
        ("日本語", 4, ["日本", "語"]),
        ("日本", 1, ["日", "本"]),
        ("cafe\u0301s", 4, ["cafe\u0301", "s"]),
        ("extraordinariamente", 6, ["extrao", "rdinar", "iament", "e"]),
        ("", 10, []),
        (" \n \n", 10, []),
        ("a", 0, ["a"]),
    ],
)
def test_lines_break_where_a_reader_expects(text: str, width: int, expected: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, width)] == expected


def test_an_emoji_made_of_several_characters_is_not_torn() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    lines = wrap(family * 6, 4)
    text = family * 6
    assert all(text[start:end].replace(family, "") == "" for start, end in lines)


@pytest.mark.parametrize(
    ("text", "cell", "character"),
    [
        ("casa", 2, "s"),
        ("casa", 9, "a"),
        ("日本語", 1, "日"),
        ("日本語", 2, "本"),
        ("a👩\u200d🚀b", 2, "👩"),
        ("a👩\u200d🚀b", 3, "b"),
        ("e\u0301a\u0303o日", 1, "a"),
    ],
)
def test_the_character_at_a_cell(text: str, cell: int, character: str) -> None:
    assert text[offset_at(text, cell)] == character
