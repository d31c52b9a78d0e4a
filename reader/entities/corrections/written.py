"""Corrections as text for the library, and back."""

from __future__ import annotations

import functools
import json
from typing import Any

from reader.entities.corrections.model import (
    Add,
    Correction,
    Hide,
    Merge,
    Quote,
    Rename,
    Retype,
    Scope,
    Split,
    Target,
)
from reader.entities.model import Kind


def write(correction: Correction) -> str:
    """A correction as JSON."""
    said: dict[str, Any] = {"do": type(correction).__name__.lower(), "target": _target(correction.target)}
    match correction:
        case Rename(_, name, english, _):
            said |= {"name": name, "english": english}
        case Merge(_, into, _):
            said |= {"into": _target(into)}
        case Split(_, quotes, name, _):
            said |= {"quotes": [_quote(each) for each in quotes], "name": name}
        case Retype(_, kind, _):
            said |= {"kind": kind.value}
        case Add(quote, _, _):
            said |= {"quote": _quote(quote)}
        case Hide():
            pass
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


@functools.lru_cache(maxsize=2_000)  # the library's are asked for with every article
def read(text: str, scope: Scope) -> Correction | None:
    """The correction in a text that ``write`` made; None where it is damaged, or of a kind that is not known."""
    try:
        said = json.loads(text)
        target = _read_target(said["target"])
        match said["do"]:
            case "rename":
                return Rename(target, _text_or_none(said["name"]), _text_or_none(said["english"]), scope)
            case "merge":
                return Merge(target, _read_target(said["into"]), scope)
            case "split":
                return Split(target, tuple(map(_read_quote, said["quotes"])), _text_or_none(said["name"]), scope)
            case "retype":
                return Retype(target, Kind(said["kind"]), scope)
            case "hide":
                return Hide(target, scope)
            case "add":
                return Add(_read_quote(said["quote"]), target, scope)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return None


def _target(target: Target) -> list[Any]:
    return [target.kind.value, target.name, _quote(target.quote) if target.quote is not None else None]


def _quote(quote: Quote) -> list[Any]:
    return [quote.start, quote.text, quote.before, quote.after]


def _read_target(said: Any) -> Target:
    kind, name, quote = said
    return Target(Kind(kind), _text(name), _read_quote(quote) if quote is not None else None)


def _read_quote(said: Any) -> Quote:
    start, text, before, after = said
    if not isinstance(start, int) or start < 0 or not text:
        raise ValueError("a place that is none")
    return Quote(start, _text(text), _text(before), _text(after))


def _text(said: Any) -> str:
    if not isinstance(said, str):
        raise TypeError("a name that is no text")
    return said


def _text_or_none(said: Any) -> str | None:
    return None if said is None else _text(said)
