"""What goes through the pipes between the reader and a process that translates or aligns."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from articles.cleaning import clean_line
from articles.errors import Problem
from articles.model import Span
from reader.pipes import Broken
from reader.translation.alignment.model import Alignment, Link
from reader.translation.engine import EngineBusy, EngineError, EngineUnavailable, Rejected

SPEAKS = "READER_PROCESS_SPEAKS"
"""The environment variable that tells the process the interface's language: its errors are shown to the reader."""


class Sort(enum.IntEnum):
    """What a frame is."""

    ASK = 1  # to the child: its data is what is asked
    BEGUN = 10  # from the child: it is being worked at
    ANSWER = 11
    FAILED = 12  # a kind of EngineError, its message and its advice


_KINDS: Mapping[str, type[EngineError]] = MappingProxyType(
    {each.__name__: each for each in (EngineError, EngineUnavailable, EngineBusy, Rejected)}
)


def error_said(error: Problem) -> list[str]:
    """An error as it goes through the pipe."""
    kind = type(error).__name__
    return [kind if kind in _KINDS else EngineError.__name__, error.message, error.advice]


def error_heard(said: object) -> EngineError:
    """The error that came through the pipe.

    Raises:
        Broken: It is none.
    """
    match said:
        case [str(kind), str(message), str(advice)] if kind in _KINDS:
            return _KINDS[kind](clean_line(message), clean_line(advice))
    raise Broken("no error")


def alignments_said(alignments: Sequence[Alignment]) -> list[object]:
    """Alignments as they go through the pipe."""
    return [[each.made_by, [[*_ends(link.source), *_ends(link.target)] for link in each.links]] for each in alignments]


def alignments_heard(said: object) -> list[Alignment]:
    """The alignments that came through the pipe.

    Raises:
        Broken: There are none.
    """
    if not isinstance(said, list):
        raise Broken("no alignments")
    return [_alignment(each) for each in said]


def _alignment(said: object) -> Alignment:
    try:
        match said:
            case [str(made_by), list(links)]:
                return Alignment(tuple(Link(Span(a, b), Span(c, d)) for a, b, c, d in links), made_by)
    except (TypeError, ValueError) as error:
        raise Broken("no alignment") from error
    raise Broken("no alignment")


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
