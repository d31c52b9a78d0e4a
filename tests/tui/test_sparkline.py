"""The line that says where in a text something is named."""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.model import Span
from reader.entities.model import Kind, Mention
from reader.tui.sparkline import BARS, DIGITS, HERE, framed, parts, sparkline
from tests.tui.stage import Stage, playing


def named(*places: int) -> tuple[Mention, ...]:
    return tuple(Mention(Span(at, at + 3), Kind.PERSON, "Kim") for at in places)


@pytest.mark.parametrize(
    ("places", "line"),
    [
        ((0,), "▂   "),
        ((0, 1, 2, 3), "█   "),
        ((0, 99), "▂  ▂"),
        ((24, 25, 50), "▂▂▂ "),
        ((*range(8), 30, 31, 32, 33), "█▄  "),
    ],
)
def test_the_line_says_where_and_how_often(places: tuple[int, ...], line: str) -> None:
    assert sparkline(named(*places), 100, 4) == line


@pytest.mark.parametrize(
    ("here", "line"), [(0, "│▂  ▂"), (50, "▂ │ ▂"), (99, "▂  │▂"), (10**9, "▂  │▂"), (-3, "│▂  ▂")]
)
def test_it_says_where_the_reader_is(here: int, line: str) -> None:
    assert sparkline(named(0, 99), 100, 5, here) == line


def test_in_digits_where_there_are_no_other_signs() -> None:
    assert sparkline(named(*range(8), 30, 31, 32, 33), 100, 5, 0, ascii_only=True) == "│84  "


def test_no_line_where_there_is_nothing_to_show() -> None:
    assert sparkline((), 100, 4) == sparkline(named(0), 0, 4) == sparkline(named(0), 9, 0) == ""
    assert sparkline(named(0), 9, 1, 3) == framed("") == ""


@given(st.lists(st.integers(0, 9_999), max_size=60).map(sorted), st.integers(1, 80), st.integers(0, 10_000))
def test_every_mention_is_in_its_own_cell_and_no_other(places: list[int], width: int, here: int) -> None:
    mentions = named(*places)
    counts = parts(mentions, 10_000, width)
    assert counts == [sum(at * width // 10_000 == cell for at in places) for cell in range(width)]
    line = sparkline(mentions, 10_000, width)
    assert [sign != " " for sign in line] == [count > 0 for count in counts][: len(line)]
    ranked = sorted(zip(counts, line, strict=False))
    assert all(BARS.find(low) <= BARS.find(high) for (_few, low), (_more, high) in pairwise(ranked))
    marked = sparkline(mentions, 10_000, width + 1, here)
    assert marked.replace(HERE, "") == line
    assert len(marked) in (0, width + 1)
    digits = sparkline(mentions, 10_000, width, ascii_only=True)
    assert digits.translate(str.maketrans(DIGITS, BARS)) == line


def test_a_million_mentions_cost_few_looks_a_cell() -> None:
    looks = 0

    class Many:
        def __len__(self) -> int:
            return 1_000_000

        def __getitem__(self, at: int) -> Mention:
            nonlocal looks
            looks += 1
            return Mention(Span(at * 10, at * 10 + 3), Kind.PERSON, "Kim")

    assert sparkline(Many(), 10_000_000, 24) == "█" * 24  # type: ignore[arg-type]
    assert looks < 24 * 25


async def test_where_signs_are_asciis_the_pane_has_digits(stage: Stage) -> None:
    config = dataclasses.replace(stage.services.config, signs="ascii")
    async with playing(stage.app(config=config)) as player:
        await player.until(lambda: player.shows("PEOPLE"))
        await player.press("3", "j", "enter")
        await player.until(lambda: re.search(r"\|[ \d|]*\d[ \d|]*\|", "\n".join(player.lines())) is not None)
        assert "_" not in "".join(line[-26:] for line in player.lines())
