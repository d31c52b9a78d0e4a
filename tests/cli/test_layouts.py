"""Paragraphs and their English as lines of text."""

from __future__ import annotations

import pytest

from reader.cli.layouts import BETWEEN, MARGIN, Block, filled, lay_out
from reader.tui.page.cells import width_of

LONG = Block("Era uma vez um texto comprido que não cabe numa linha.", "Once upon a time a long text did not fit.")
SHORT = Block("Fim.", "The end.")


def lines(layout: str, width: int | None, *blocks: Block) -> list[str]:
    return list(lay_out(blocks or (LONG, SHORT), layout, width))


def test_without_a_width_a_paragraph_is_a_line() -> None:
    assert lines("original", None) == [LONG.original, "", SHORT.original]
    assert lines("english", None) == [LONG.english, "", SHORT.english]


def test_a_verse_keeps_its_lines() -> None:
    assert lines("original", None, Block("Minha terra\ntem palmeiras")) == ["Minha terra", "tem palmeiras"]


def test_lines_are_no_wider_than_asked_and_lose_no_word() -> None:
    wrapped = lines("original", 20)

    assert max(map(width_of, wrapped)) <= 20
    assert " ".join(wrapped[: wrapped.index("")]) == LONG.original


def test_interlinear_marks_every_line_of_the_english() -> None:
    found = lines("interlinear", 20)

    first = found[: found.index("")]
    english = [line.removeprefix(MARGIN) for line in first if line.startswith(MARGIN)]
    assert " ".join(english) == LONG.english
    assert " ".join(line for line in first if not line.startswith(MARGIN)) == LONG.original
    assert first[-len(english) :] == [MARGIN + line for line in english], "the English stands under its paragraph"
    assert found[-2:] == ["Fim.", f"{MARGIN}The end."]


def test_side_by_side_the_columns_keep_their_places() -> None:
    found = lines("side-by-side", 47)

    column = (47 - len(BETWEEN)) // 2
    assert {line.index("│") for line in found if line} == {column + 1}
    assert max(map(width_of, found)) <= 47
    first = found[: found.index("")]
    left = " ".join(line.partition("│")[0].strip() for line in first).strip()
    right = " ".join(line.partition("│")[2].strip() for line in first).strip()
    assert (left, right) == (LONG.original, LONG.english)


def test_wide_characters_are_counted_by_their_cells() -> None:
    wide = Block("東京 foi sede dos jogos 東京 foi sede dos jogos", "Tokyo hosted the games 🏅🏅🏅 and then again")

    found = lines("side-by-side", 43, wide)

    assert {width_of(line.partition("│")[0]) for line in found} == {21}
    assert max(map(width_of, found)) <= 43


def test_two_columns_that_would_be_too_narrow_are_put_one_under_the_other() -> None:
    assert lines("side-by-side", 39) == lines("interlinear", 39)
    assert lines("side-by-side", None) == lines("interlinear", None)


def test_an_item_hangs_from_its_sign() -> None:
    found = lines("original", 20, Block("primeiro ponto que é longo demais", sign="12. "))

    assert found[0].startswith("12. primeiro")
    assert all(line.startswith("    ") and line[4] != " " for line in found[1:])


@pytest.mark.parametrize("layout", ["original", "english", "interlinear", "side-by-side"])
def test_nothing_gives_no_line(layout: str) -> None:
    assert list(lay_out([], layout, 80)) == []


def test_every_line_of_a_quotation_can_have_its_sign() -> None:
    assert list(filled("um dois três", 8, "> ", "> ")) == ["> um", "> dois", "> três"]
