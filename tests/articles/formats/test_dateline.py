"""The day that a text tells of itself: sure, or none."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.formats.dateline import day_of

CASES = [
    (number, *line.split("\t"))
    for number, line in enumerate((Path(__file__).parent / "data" / "datelines.tsv").read_text("utf-8").splitlines(), 1)
    if not line.startswith("#")
]


@pytest.mark.parametrize(("number", "text", "reference", "day"), CASES, ids=[f"line {each[0]}" for each in CASES])
def test_it_tells_the_day_or_none(number: int, text: str, reference: str, day: str) -> None:
    near = datetime.date.fromisoformat(reference) if reference else None
    found = day_of(text.replace("|", "\n\n") if number else text, near)
    assert (found.isoformat() if found else "") == day


@given(st.text(max_size=300), st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)) | st.none())
def test_any_text_has_a_day_or_none(text: str, reference: datetime.date | None) -> None:
    found = day_of(text, reference)
    assert found is None or reference is None or found <= reference + datetime.timedelta(days=1)


def test_a_long_text_costs_no_more_than_a_short_one() -> None:
    text = "1 de " * 2_000_000 + "\n\nLisboa, 1 de maio de 2020"
    assert day_of(text) == datetime.date(2020, 5, 1)
