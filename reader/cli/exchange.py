"""The commands ``memory export`` and ``memory import``: pairs to and from other programs."""

from __future__ import annotations

import argparse
import datetime
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from articles.errors import Problem, UnreadableSource
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.memory import which
from reader.cli.sources import STDIN, open_stdin
from reader.i18n import _, ngettext
from reader.locations import reason
from reader.translation.engine import Origin, Translation
from reader.translation.exchange.bringing import Bringing, Outcome
from reader.translation.exchange.rows import MemoryRows
from reader.translation.exchange.units import BadExchange, Left, Unit

_ENDINGS = {".tmx": "tmx", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv"}
_PIECE = 1 << 16  # characters written at once
_SHOWN = 3  # conflicts whose texts are printed


class UnknownFormat(Problem):
    """Neither the name of a file nor an option tells its format."""


def export(options: argparse.Namespace, parts: Composition) -> int:
    """Write the pairs that the options name.

    Raises:
        Problem: There is no such article, or the file cannot be written; what was there of that name then stays.
    """
    name = options.words[0] if options.words else STDIN
    kind = options.as_ or (_kind_of(name) if name != STDIN else "tmx")
    language = parts.articles.get(options.article).language if options.article is not None else "pt"
    chosen = which(options, parts)
    rows = MemoryRows(parts.database)
    counted = _Counted(rows.translations(chosen), rows.count(chosen) if output.is_terminal(sys.stderr) else 0)
    pieces = _gathered(_writer(kind, language)(counted))
    if name == STDIN:
        for piece in pieces:
            output.put_data(piece)
        return 0
    from reader.translation.exchange.whole import write_whole

    write_whole(Path(name), (piece.encode("utf-8", "replace") for piece in pieces))
    if options.format == "json":
        output.put_json({"file": output.one_line(name), "format": kind, "pairs": counted.count})
    else:
        said = ngettext("wrote {count} pair: {file}", "wrote {count} pairs: {file}", counted.count)
        output.put(said.format(count=counted.count, file=output.one_line(name)))
    return 0


class _Counted:
    """Pairs, counted as they go by."""

    def __init__(self, pairs: Iterator[Translation], total: int) -> None:
        self._pairs = pairs
        self._progress = output.Progress(_("writing"), total)
        self.count = 0

    def __iter__(self) -> Iterator[Translation]:
        for each in self._pairs:
            self.count += 1
            if self.count % 5_000 == 0:
                self._progress.at(self.count)
            yield each
        self._progress.over()


def _writer(kind: str, language: str) -> Callable[[Iterable[Translation]], Iterator[str]]:
    if kind == "tmx":
        from reader.translation.exchange import tmx_writing

        return lambda pairs: tmx_writing.write(pairs, language)
    from reader.translation.exchange import csv, jsonl

    return jsonl.write if kind == "jsonl" else csv.write


def _gathered(lines: Iterator[str]) -> Iterator[str]:
    """The lines in larger pieces."""
    held: list[str] = []
    size = 0
    for line in lines:
        held.append(line)
        size += len(line)
        if size >= _PIECE:
            yield "".join(held)
            held, size = [], 0
    if held:
        yield "".join(held)


def import_(options: argparse.Namespace, parts: Composition) -> int:
    """Take in the pairs of each file; one that fails is told, with what was taken before, and does not stop the others.

    Raises:
        StorageError: The library cannot be written.
    """
    failed = 0
    rows = []
    for name in options.words:
        bringing = Bringing(
            parts.database,
            datetime.datetime.now(datetime.UTC),
            Origin(options.origin) if options.origin else None,
            options.replace,
        )
        try:
            _take(name, options.as_, bringing)
        except (BadExchange, UnreadableSource, UnknownFormat) as problem:
            failed += 1
            output.complain(str(problem) if len(options.words) == 1 else f"{output.one_line(name)}: {problem}")
        if options.format == "json":
            rows.append({"file": output.one_line(name), **outcome_object(bringing.outcome)})
        elif bringing.outcome.read or not failed:
            output.put("\n".join(outcome_lines(bringing.outcome)))
    if options.format == "json":
        output.put_json(rows)
    return 1 if failed else 0


def _take(name: str, as_: str | None, bringing: Bringing) -> None:
    with _opened(name) as (stream, size):
        total = size >> 20
        progress = output.Progress(_("importing (MB)") if total else _("importing (pairs)"), total)
        kind = as_ or (_ENDINGS.get(Path(name).suffix.lower()) if name != STDIN else None) or _sniffed(stream)

        def told(units: Iterator[Unit]) -> Iterator[Unit]:
            for number, unit in enumerate(units, 1):
                if number % 5_000 == 0:
                    progress.at(stream.tell() >> 20 if total else number)
                yield unit

        try:
            bringing.take_units(told(_reader(kind)(stream)))
        finally:
            progress.over()


@contextmanager
def _opened(name: str) -> Iterator[tuple[io.BufferedReader, int]]:
    """The file or standard input, and its size in bytes; 0 where that is not known."""
    try:
        if name == STDIN:
            with open_stdin() as stream:
                yield stream, 0
            return
        with Path(name).open("rb") as file:
            yield file, Path(name).stat().st_size
    except OSError as error:
        called = _("standard input") if name == STDIN else _("the file {name}").format(name=repr(name))
        message = _("{file} cannot be read: {why}").format(file=called, why=reason(error))
        raise UnreadableSource(message, _("check its name and that you may read it")) from error


def _reader(kind: str) -> Callable[[io.BufferedReader], Iterator[Unit]]:
    if kind == "tmx":
        from reader.translation.exchange import tmx_reading

        return tmx_reading.read
    from reader.translation.exchange import csv, jsonl

    return jsonl.read if kind == "jsonl" else csv.read


def _sniffed(stream: io.BufferedReader) -> str:
    """The format, by how the file begins."""
    start = stream.peek(64)[:64].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return "tmx" if start.startswith(b"<") else "jsonl" if start.startswith(b"{") else "csv"


def _kind_of(name: str) -> str:
    kind = _ENDINGS.get(Path(name).suffix.lower())
    if kind is None:
        message = _("the name {name} does not tell the format").format(name=repr(name))
        raise UnknownFormat(message, _("end it in .tmx, .jsonl or .csv, or give --as"))
    return kind


def outcome_object(outcome: Outcome) -> dict[str, Any]:
    """What became of a file's pairs, for JSON."""
    return {
        "read": outcome.read,
        "added": outcome.added,
        "replaced": outcome.replaced,
        "there": outcome.there,
        "conflicts": outcome.conflicts,
        "left": {kind.value: count for kind, count in outcome.left.items()},
        "examples": [
            {"source": each.source, "there": each.there, "offered": each.offered} for each in outcome.examples
        ],
    }


def outcome_lines(outcome: Outcome) -> Iterator[str]:
    """The same for a person."""
    parts = [
        ngettext("{count} pair added", "{count} pairs added", outcome.added).format(count=outcome.added),
        *([_("{count} replaced").format(count=outcome.replaced)] if outcome.replaced else []),
        *([_("{count} there already").format(count=outcome.there)] if outcome.there else []),
    ]
    yield ", ".join(parts)
    reasons = {
        Left.NO_PAIR: _("{count} without Portuguese or without English"),
        Left.NO_WORDS: _("{count} without a letter"),
        Left.TOO_LONG: _("{count} too long"),
        Left.ERROR_PAGE: _("{count} that are a service's complaint"),
    }
    if outcome.left:
        what = ", ".join(reasons[kind].format(count=outcome.left[kind]) for kind in Left if outcome.left[kind])
        yield _("not taken: {what}").format(what=what)
    if outcome.conflicts:
        said = ngettext(
            "{count} conflict: a person said otherwise, and that stays; --replace takes the file's",
            "{count} conflicts: a person said otherwise, and that stays; --replace takes the file's",
            outcome.conflicts,
        )
        yield said.format(count=outcome.conflicts)
        for each in outcome.examples[:_SHOWN]:
            yield f"  {output.one_line(each.source)}"
            yield f"    = {output.one_line(each.there)}"
            yield f"    ≠ {output.one_line(each.offered)}"
