"""The tables of expressions of time: how many of each are read right, and that the tables say what they mean to."""

from __future__ import annotations

import datetime
import re

import pytest

from reader.entities.model import Doubt, Precision
from tests.entities.date_table import Case, cases, told

TABLES = ("development", "held-out", "second")
ALL = [case for table in TABLES for case in cases(table)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.sentence)
def test_a_case(case: Case) -> None:
    assert told(case) == case.expected


def test_there_are_enough_of_each_kind() -> None:
    expressions = sum(len(case.expected) for case in ALL)
    assert expressions >= 200
    assert sum(not case.expected for case in ALL) >= 40
    days = {case.published for case in ALL if case.published}
    assert len(days) >= 20
    assert {day.weekday() for day in days} == set(range(7))
    assert any((day.month, day.day) in {(12, 31), (1, 1), (2, 29)} for day in days)


def test_each_precision_and_each_doubt_occurs() -> None:
    text = "\n".join(row for case in ALL for row in case.expected)
    for word in (*Precision, *Doubt):
        assert re.search(rf"\b{word}$|\b{word} ", text, re.MULTILINE), word


@pytest.mark.parametrize("case", [case for case in ALL if case.expected], ids=lambda case: case.sentence)
def test_what_is_expected_is_in_the_sentence_and_in_the_calendar(case: Case) -> None:
    for row in case.expected:
        expression, _, meaning = row.partition(" = ")
        assert expression in case.sentence
        iso, precision, *doubt = meaning.split()
        assert Precision(precision)
        assert (iso == "?") == (bool(doubt) or precision == "relative")
        for part in iso.split("/"):
            if re.fullmatch(r"\d{4}-\d\d-\d\d", part):
                datetime.date.fromisoformat(part)
