"""Asking whether an engine may send sentences to another machine: once, on a terminal, and never in a pipe."""

from __future__ import annotations

import sys

from articles.errors import Problem, StorageError
from reader.cli import output
from reader.i18n import _
from reader.translation.choosing.choice import Choice
from reader.translation.choosing.chooser import Chooser
from reader.translation.engine import EngineUnavailable


def ask_once(choice: Choice, chooser: Chooser, *, named: bool) -> None:
    """Return when the engine may be used: nothing leaves the machine by it, or the reader says yes, now or before.

    Args:
        choice: The engine.
        chooser: Knows what the reader said, and remembers it.
        named: Whether the reader asked for this engine just now: then a draft in its place will not do.

    Raises:
        Problem: Nobody can be asked, or the answer was no and nothing else will do.
        EngineUnavailable: The answer was no, and a draft will do.
    """
    try:
        known = chooser.allowed(choice)
    except StorageError as error:
        output.complain(str(error))
        known = False
    if not known:
        _ask(choice, chooser, named=named)
    elif choice.warning:
        output.complain(f"{choice.kind.name}: {choice.warning}")


def question(choice: Choice) -> str:
    """What is asked before an engine is first used: what it sends where, and what to know of that."""
    said = f"{choice.kind.name}: {choice.sends()}"
    return f"{said}; {choice.warning}" if choice.warning else said


def _ask(choice: Choice, chooser: Chooser, *, named: bool) -> None:
    name = choice.kind.name
    if not output.is_terminal(sys.stdin) or not output.is_terminal(sys.stderr):
        message = question(choice) + ": " + _("you have not allowed that yet, so nothing was sent")
        raise Problem(message, _("allow it by: reader engines allow {name}").format(name=name))
    if not _yes(question(choice)):
        message, advice = _("{name} is not allowed, so nothing was sent").format(name=name), _("use --engine local")
        raise Problem(message, advice) if named else EngineUnavailable(message, advice)
    try:
        chooser.allow(choice)
    except StorageError as error:
        output.complain(_("your answer is not kept: {why}").format(why=error))


def _yes(asked: str) -> bool:
    # i18n: the letters in brackets are what may be typed; the big one is what Enter alone means
    sys.stderr.write("\r" + output.one_line(f"reader: {asked}. " + _("Allow it? [y/N]")) + " ")
    sys.stderr.flush()
    answer = sys.stdin.readline(100).strip().casefold()
    return answer in {"y", "yes", "s", "sim"}
