"""Pairs as JSON lines and as tables, ours and other programs'."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable

import pytest

from reader.translation.engine import Origin, Translation
from reader.translation.exchange import csv, jsonl
from reader.translation.exchange.units import BadExchange, Left, Unit, checked
from tests.translation.exchange.test_tmx import NOON, PAIRS

Read = Callable[[io.BufferedReader], object]


def taken(module: object, text: str | bytes) -> list[Translation | Left]:
    return [checked(unit, NOON) for unit in units(module, text)]


def units(module: object, text: str | bytes) -> list[Unit]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(module.read(io.BufferedReader(io.BytesIO(data))))  # type: ignore[attr-defined]


@pytest.mark.parametrize("module", [csv, jsonl], ids=["csv", "jsonl"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_is_written_comes_back_whole(module: object, encoding: str) -> None:
    written = "".join(module.write(PAIRS))  # type: ignore[attr-defined]
    assert taken(module, written.encode(encoding)) == PAIRS


def test_the_last_line_of_utf_16_may_be_cut() -> None:
    data = "".join(jsonl.write(PAIRS)).encode("utf-16")
    with pytest.raises(BadExchange, match="line 3"):
        taken(jsonl, data[:-9])


@pytest.mark.parametrize(
    "text",
    [
        "pt;en\nOlá.;Hello.\n",
        "en\tPT-BR\tnote\r\nHello.\tOlá.\tx\r\n\r\n",
        '"Source","Target"\n"Olá.","Hello."',
        "english,portuguese\nHello.,Olá.\n",
    ],
)
def test_tables_of_other_programs(text: str) -> None:
    (found,) = taken(csv, text)
    assert isinstance(found, Translation)
    assert (found.source, found.target, found.origin, found.created) == ("Olá.", "Hello.", Origin.HUMAN, NOON)


def test_a_cell_may_hold_a_line_break_and_a_row_may_be_short() -> None:
    assert taken(csv, 'source,target\n"Olá,\n""mundo"".",Hello.\nSó.\n,\n')[1:] == [Left.NO_PAIR, Left.NO_WORDS]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "line 1 .*headings"),
        ("a,b\n1,2\n", "line 1 .*headings"),
        ('source,target\na,b\n"c"d,e\n', "line 3"),
        ('source,target\na,b\n"c,' + "x" * 200_000, "line 3"),
        (b"source,target\na,b\n\xff\xfe,c\n", "line 3 .*UTF-8"),
        (b"source,target\na,b\n" + b"x" * (1 << 20), "line 3 .*1 MB"),
    ],
)
def test_a_table_that_is_none_says_the_line(text: str | bytes, why: str) -> None:
    with pytest.raises(BadExchange, match=why):
        units(csv, text)


@pytest.mark.parametrize(
    "line", ["{", "[1]", "null", '"x"', "[" * 100_000, "{" + " " * (1 << 20), b"\xff", '{"source": "a",}']
)
def test_a_line_that_is_no_object_says_so_and_what_came_before_is_given(line: str | bytes) -> None:
    good = b'{"source": "Um.", "target": "One."}\n\n'
    data = good + (line if isinstance(line, bytes) else line.encode())
    reading = jsonl.read(io.BufferedReader(io.BytesIO(data)))
    assert next(reading).source == "Um."
    with pytest.raises(BadExchange, match="line 3"):
        next(reading)


def test_what_is_no_text_is_as_good_as_not_there() -> None:
    text = (
        '{"source": 1, "target": "One."}\n'
        '{"source": "Um.", "target": "One.", "origin": 7, "engine": [], "unsure": ["a", 1],'
        ' "created": "now", "x": {}}\n'
        '{"source": "Um.", "target": "One.", "origin": "draft", "engine": "human",'
        ' "created": "9999-12-31T23:59:59-14:00"}\n'
    )
    first, second, third = taken(jsonl, text)
    assert first is Left.NO_PAIR
    assert second == Translation("Um.", "One.", Origin.HUMAN, "human", "", NOON, unsure=("a",))
    assert third == Translation("Um.", "One.", Origin.DRAFT, "imported", "", NOON)


def test_the_origin_that_is_told_beats_what_the_file_says() -> None:
    unit = Unit(1, "Um.", "One.", origin="draft", engine="local", version="1")
    assert checked(unit, NOON) == Translation("Um.", "One.", Origin.DRAFT, "local", "1", NOON)
    assert checked(unit, NOON, Origin.HUMAN) == Translation("Um.", "One.", Origin.HUMAN, "human", "", NOON)
    assert checked(unit, NOON, Origin.REFINED) == Translation("Um.", "One.", Origin.REFINED, "local", "1", NOON)


def test_a_complaint_is_no_machines_translation() -> None:
    unit = Unit(1, "Não há.", "Error 500 (Server Error)!!1", origin="draft")
    assert checked(unit, NOON) is Left.ERROR_PAGE


def test_a_day_without_a_time_is_in_utc() -> None:
    found = checked(Unit(1, "Um.", "One.", created="20200102"), NOON)
    assert isinstance(found, Translation)
    assert found.created == datetime.datetime(2020, 1, 2, tzinfo=datetime.UTC)
