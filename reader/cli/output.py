"""What is written to the two streams, and how: clean, in an encoding that holds it, and quiet in a pipe."""

from __future__ import annotations

import contextlib
import io
import os
import sys

from articles.errors import Problem

TYPE_CHECKING = False  # typing's own costs a third of what `reader --help` takes
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any, TextIO

PIPE_WIDTH = 80
"""Cells a line takes where there is no terminal to ask."""

WIDEST = 100
"""Cells a line takes at most in a terminal: longer ones are hard to read."""


def prepare_streams() -> None:
    """Make both streams take any text: what an encoding cannot hold becomes "?"; a closed one swallows it."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us, as in `reader list >&-`
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - for good
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


_hide: Callable[[], None] | None = None


def beside(hide: Callable[[], None] | None) -> None:
    """Have something taken off the terminal before each line that is written, until called with None."""
    global _hide
    _hide = hide


def put(text: str) -> None:
    """Write text for a person: lines, already clean; nothing for the empty text.

    Raises:
        Problem: The output cannot be written: its disk is full.
        BrokenPipeError: Nobody reads it any more.
    """
    if text:
        _write(text)


def put_data(text: str) -> None:
    """Write text for a program: the same bytes everywhere, UTF-8 whatever the locale."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    _write(text)


def put_bytes(pieces: Iterable[bytes]) -> None:
    """Write a file to standard output, as it is; raises as ``put`` does."""
    if _hide is not None:
        _hide()
    sys.stdout.flush()
    stream = getattr(sys.stdout, "buffer", None)
    try:
        for each in pieces:
            if stream is not None:
                stream.write(each)
            else:
                sys.stdout.write(each.decode("utf-8", "replace"))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(error) from error


def flush() -> None:
    """Let the other end have what was written so far; raises as ``put`` does."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(error) from error


def unwritable(error: OSError) -> Problem:
    """What to tell when standard output takes nothing more."""
    return Problem(f"the output cannot be written: {error.strerror}", "send it to a place that has room")


def _write(text: str) -> None:
    if _hide is not None:
        _hide()
    try:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(error) from error


def put_json(value: object) -> None:
    """Write one JSON document, indented; a list of numbers stands on one line."""
    import re

    def on_one_line(found: re.Match[str]) -> str:
        return " ".join(found[0].split()).replace("[ ", "[").replace(" ]", "]")

    # No string of JSON holds a line feed, so that no text is touched.
    put_data(re.sub(r"\[\n[\d,\s-]+\]", on_one_line, as_json(value, indent=2)))


def put_row(row: object) -> None:
    """Write nothing: a row of a list that is not asked for."""


@contextlib.contextmanager
def json_list(*, on: bool) -> Iterator[Callable[[object], None]]:
    """Write a list of JSON item by item, each as soon as it is given, as ``put_json`` writes a whole one.

    Args:
        on: Whether it is asked for; else nothing is written.
    """
    if not on:
        yield put_row
        return
    count = 0

    def put_item(value: object) -> None:
        nonlocal count
        put_data(("," if count else "[") + "\n  " + as_json(value, indent=2).replace("\n", "\n  "))
        count += 1

    try:
        yield put_item
    finally:
        put_data("]" if count else "[]")


def as_json(value: object, indent: int | None = None) -> str:
    """The value as JSON; letters stay letters, days become their ISO date."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=indent, default=_plain)


def _plain(value: Any) -> Any:
    if hasattr(value, "isoformat"):
        return value.isoformat()
    message = f"no JSON for {type(value).__name__}"
    raise TypeError(message)


def complain(line: str) -> None:
    """Write one line to stderr, cleaned, after the program's name."""
    if _hide is not None:
        _hide()
    sys.stderr.write(f"reader: {one_line(line)}\n")
    sys.stderr.flush()


def one_line(text: str) -> str:
    """The text cleaned, on one line: what may be printed of names and errors from outside."""
    from articles.cleaning import clean_line

    return clean_line(text)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody sits at the other end."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def width_for(chosen: int | None) -> int:
    """The cells a line may take: what was chosen, else the terminal's width up to ``WIDEST``, else 80."""
    if chosen:
        return chosen
    if not is_terminal(sys.stdout):
        return PIPE_WIDTH
    import shutil

    return max(20, min(shutil.get_terminal_size((PIPE_WIDTH, 24)).columns, WIDEST))


class Progress:
    """A count on stderr that overwrites itself; nothing at all where stderr is no terminal.

    Args:
        what: The words before the count.
        total: How many there will be; 0 where that is not known.
    """

    def __init__(self, what: str, total: int) -> None:
        self._what = what
        self._total = total
        self._shown = is_terminal(sys.stderr)
        self._width = 0

    def at(self, done: int) -> None:
        """Show how many are done."""
        if self._shown:
            said = f"{self._what} {done}/{self._total}" if self._total else f"{self._what} {done}"
            self._width = max(self._width, len(said))
            sys.stderr.write(f"\r{said}")
            sys.stderr.flush()

    def over(self) -> None:
        """Take the count off the screen."""
        if self._shown:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()
