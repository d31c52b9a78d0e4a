"""How ``reader timeline`` prints: as text, JSON, a table of comma-separated values, or Markdown."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from articles.cleaning import clean_line
from reader.cli import output
from reader.cli.describe import SHORT_ID
from reader.entities.model import Doubt, Precision
from reader.entities.timeline import Dated, Moment
from reader.i18n import _N, _, ngettext

if TYPE_CHECKING:
    from reader.translation.engine import Translation

Told: TypeAlias = "tuple[Moment, Translation | None]"
"""A sentence of the timeline, and its English where that was asked for."""

_PRECISIONS = {
    Precision.DECADE: _N("decade"),
    Precision.CENTURY: _N("century"),
    Precision.RANGE: _N("range"),
}
_DOUBTS = {
    Doubt.WEEKDAY: _N("another day of the week"),
    Doubt.NO_SUCH_DAY: _N("no such day"),
    Doubt.UNANCHORED: _N("counted from an unknown day"),
}
_COLUMNS = (
    *("date", "precision", "doubt", "text", "sentence", "english", "origin", "title", "source", "published", "id"),
    *("start", "end", "copies"),
)


def _text(found: Iterable[Told], _unread: int) -> bool:
    told = False
    for moment, english in found:
        first = moment.first
        notes = [*_notes(first), *([_copies(moment)] if moment.copies else [])]
        said = f" ({', '.join(notes)})" if notes else ""
        output.put(f"{first.date}{said}  {_line(first.text)}  [{first.source.id[:SHORT_ID]} {first.source.title}]")
        if english is not None:
            output.put(f"{' ' * len(first.date)}  {_english(english)}")
        told = True
    return told


def _json(found: Iterable[Told], unread: int) -> bool:
    output.put_json({"timeline": [_object(*each) for each in found], "unread": unread})
    return True


def _csv(found: Iterable[Told], _unread: int) -> bool:
    output.put_data(_row(_COLUMNS))
    for moment, english in found:
        first = moment.first
        source = first.source
        output.put_data(
            _row(
                (
                    *(first.date, first.precision or "", first.doubt or "", first.words, _line(first.text)),
                    *((english.target, english.origin.value) if english is not None else ("", "")),
                    *(source.title, source.publication or "", source.published or "", source.id),
                    *(first.span.start, first.span.end, moment.copies),
                )
            )
        )
    return True


def _row(cells: Iterable[object]) -> str:
    line = io.StringIO()
    # What a spreadsheet would take for a formula is text: it stands behind an apostrophe.
    csv.writer(line, lineterminator="").writerow(
        f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "@", "\t") else cell for cell in cells
    )
    return line.getvalue()


def _markdown(found: Iterable[Told], _unread: int) -> bool:
    from reader.export.commonmark import escaped

    before = ""
    for moment, english in found:
        first, source = moment.first, moment.first.source
        heading = f"## {first.date}\n\n" if first.date != before else ""
        gap, before = "\n" if heading and before else "", first.date
        notes = [*_notes(first), *([_copies(moment)] if moment.copies else [])]
        origin = ", ".join(
            [
                f"*{escaped(_line(source.title))}*",
                *([escaped(_line(source.publication))] if source.publication else []),
                *([source.published.isoformat()] if source.published is not None else []),
                f"`{source.id[:SHORT_ID]}`",
                *notes,
            ]
        )
        under = f"\\\n  {escaped(_line(_english(english)))}" if english is not None else ""
        output.put_data(f"{gap}{heading}- {escaped(_line(first.text))} ({origin}){under}")
    return before != ""


FORMS: Mapping[str, Callable[[Iterable[Told], int], bool]] = {
    "text": _text,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
}
"""What prints in each format, and says whether there was anything."""


def _line(text: str) -> str:
    return clean_line(text, 20_000)


def _notes(first: Dated) -> list[str]:
    notes = [_(_PRECISIONS[first.precision])] if first.precision in _PRECISIONS else []
    return [*notes, *([_(_DOUBTS[first.doubt]) + "?"] if first.doubt is not None else [])]


def _copies(moment: Moment) -> str:
    said = ngettext("in {count} more article", "in {count} more articles", moment.copies)
    return said.format(count=moment.copies)


def _english(english: Translation) -> str:
    return f"{_line(english.target)} [{english.origin.value}, {english.engine}]"


def _object(moment: Moment, english: Translation | None) -> dict[str, Any]:
    first = moment.first
    told: dict[str, Any] = {
        "date": first.date,
        "precision": first.precision,
        "doubt": first.doubt,
        "text": first.words,
        "start": first.span.start,
        "end": first.span.end,
        "sentence": first.text,
        "article": _source(first),
        "others": [
            {"start": each.span.start, "end": each.span.end, "article": _source(each)} for each in moment.others
        ],
    }
    if english is not None:
        told["english"] = {"text": english.target, "origin": english.origin.value, "engine": english.engine}
    return told


def _source(each: Dated) -> dict[str, Any]:
    source = each.source
    return {"id": source.id, "title": source.title, "source": source.publication, "published": source.published}
