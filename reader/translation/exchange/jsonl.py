"""Pairs as JSON lines: an object on each line."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from reader.i18n import _
from reader.translation.engine import Translation
from reader.translation.exchange.lines import lines_of
from reader.translation.exchange.units import Unit, harmless, malformed

_TEXTS = ("origin", "engine", "version", "created", "author", "raw", "terms")


def written(translation: Translation) -> dict[str, Any]:
    """A pair as an object for JSON; what is empty is left out, but for the pair and who made it."""
    translation = harmless(translation)
    said: dict[str, Any] = {
        "source": translation.source,
        "target": translation.target,
        "origin": translation.origin.value,
        "engine": translation.engine,
        "version": translation.version,
        "created": translation.created.isoformat(timespec="microseconds"),
    }
    more = {"author": translation.author, "raw": translation.raw, "terms": translation.terms}
    said |= {name: text for name, text in more.items() if text}
    if translation.unsure:
        said["unsure"] = list(translation.unsure)
    return said


def unit_of(said: Any, line: int) -> Unit | None:
    """The pair in an object that ``written`` made, or another program; None where it is no object.

    What is no text is as good as not there.
    """
    if not isinstance(said, dict):
        return None
    source, target = said.get("source"), said.get("target")
    texts: dict[str, Any] = {name: text for name in _TEXTS if isinstance(text := said.get(name), str)}
    unsure = said.get("unsure")
    names = [each for each in unsure if isinstance(each, str)] if isinstance(unsure, list) else ()
    return Unit(
        line,
        source if isinstance(source, str) else None,
        target if isinstance(target, str) else None,
        unsure=names,
        **texts,
    )


def write(translations: Iterable[Translation]) -> Iterator[str]:
    """The lines, each with its end."""
    for each in translations:
        yield json.dumps(written(each), ensure_ascii=False, separators=(",", ":")) + "\n"


def read(stream: io.BufferedReader) -> Iterator[Unit]:
    """The pairs; empty lines are passed over.

    Raises:
        BadExchange: A line is no object.
    """
    for number, line in enumerate(lines_of(stream), 1):
        if not line.strip():
            continue
        try:
            unit = unit_of(json.loads(line), number)
        except (ValueError, RecursionError) as error:
            raise malformed(number, _("it is no JSON")) from error
        if unit is None:
            raise malformed(number, _("it is no object of JSON"))
        yield unit
