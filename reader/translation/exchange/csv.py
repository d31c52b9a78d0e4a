"""Pairs as a table: comma-separated values with a line of headings."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from reader.i18n import _
from reader.translation.engine import Translation
from reader.translation.exchange.lines import lines_of
from reader.translation.exchange.units import Unit, harmless, malformed

COLUMNS = ("source", "target", "origin", "engine", "version", "created", "author", "raw", "terms", "unsure")
"""The headings of a table that the reader writes."""

_NAMES = {
    "source": {"source", "pt", "pt-br", "pt-pt", "portuguese", "português", "portugues", "origem"},
    "target": {"target", "en", "en-us", "en-gb", "english", "inglês", "ingles", "destino"},
}
_DELIMITERS = ",;\t"


def write(translations: Iterable[Translation]) -> Iterator[str]:
    """The lines, each with its end, the headings first."""
    yield _line(COLUMNS)
    for each in map(harmless, translations):
        unsure = json.dumps(each.unsure, ensure_ascii=False) if each.unsure else ""
        created = each.created.isoformat(timespec="microseconds")
        made = (each.origin.value, each.engine, each.version, created, each.author, each.raw, each.terms, unsure)
        yield _line((each.source, each.target, *made))


def read(stream: io.BufferedReader) -> Iterator[Unit]:
    """The pairs of a table, of ours or of another program: with the headings "source" and "target", or "pt" and "en".

    Commas, semicolons or tabs part the columns, whichever is in the headings; columns with other headings are passed
    over.

    Raises:
        BadExchange: There are no such headings, or a line is no row of a table.
    """
    lines = _Counted(lines_of(stream))
    first = next(lines, "")
    delimiter = max(_DELIMITERS, key=first.count)
    names = [name.strip().casefold() for name in next(csv.reader([first], delimiter=delimiter), [])]
    places = {name: names.index(name) for name in COLUMNS if name in names}
    for name, known in _NAMES.items():
        at = next((at for at, heading in enumerate(names) if heading in known), None)
        if name not in places and at is not None:
            places[name] = at
    if "source" not in places or "target" not in places:
        raise malformed(1, _('the headings name no "source" and "target" (or "pt" and "en")'))
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        begins = lines.number + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise malformed(begins, str(error)) from error
        if row:
            yield _unit({name: row[at] for name, at in places.items() if at < len(row)}, begins)


def _unit(said: dict[str, Any], line: int) -> Unit:
    source, target, unsure = (said.pop(name, None) for name in ("source", "target", "unsure"))
    return Unit(line, source, target, unsure=_names(unsure or ""), **said)


def _names(text: str) -> list[str]:
    try:
        said = json.loads(text) if text else []
    except (ValueError, RecursionError):
        return []
    return [each for each in said if isinstance(each, str)] if isinstance(said, list) else []


class _Counted:
    """Lines, and the number of the last one."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        return line


def _line(cells: Iterable[str]) -> str:
    held = io.StringIO()
    csv.writer(held, lineterminator="\n").writerow(cells)
    return held.getvalue()
