"""Pairs as TMX 1.4b, for other programs that keep a translation memory."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from reader import __version__
from reader.translation.engine import Translation
from reader.translation.exchange.units import harmless

TOOL = "reader"
"""What the header names as the program that wrote it."""

ENGLISH = "en"

Property = tuple[str, str]
"""The type of a property, and its text."""


def write(translations: Iterable[Translation], language: str = "pt") -> Iterator[str]:
    """The lines of the file, each with its end.

    What TMX has no place for stands in properties: ``x-origin``, ``x-engine``, ``x-engine-version``, ``x-created`` (to
    the microsecond), ``x-raw``, ``x-terms`` and an ``x-unsure`` for each name.

    Args:
        translations: The pairs.
        language: Of the Portuguese: pt, pt-BR, pt-PT.
    """
    yield from write_units(((each, ()) for each in translations), language)


def write_units(units: Iterable[tuple[Translation, Iterable[Property]]], language: str = "pt") -> Iterator[str]:
    """The same, with further properties of each pair: names that begin with ``x-``, and clean texts."""
    source = quoteattr(language)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
    yield (
        f'  <header creationtool="{TOOL}" creationtoolversion={quoteattr(__version__)} segtype="sentence" '
        f'o-tmf="{TOOL}" adminlang="en" srclang={source} datatype="plaintext"/>\n  <body>\n'
    )
    for each, more in units:
        yield from _unit(harmless(each), source, more)  # which leaves nothing that XML cannot hold, either
    yield "  </body>\n</tmx>\n"


def _unit(each: Translation, language: str, more: Iterable[Property]) -> Iterator[str]:
    created = each.created.astimezone(datetime.UTC)
    author = f" creationid={quoteattr(each.author)}" if each.author else ""
    yield f'    <tu creationdate="{created:%Y%m%dT%H%M%SZ}"{author}>\n'
    told = [
        ("x-origin", each.origin.value),
        ("x-engine", each.engine),
        ("x-engine-version", each.version),
        ("x-created", created.isoformat(timespec="microseconds")),
        ("x-raw", each.raw),
        ("x-terms", each.terms),
        *(("x-unsure", name) for name in each.unsure),
        *more,
    ]
    for kind, text in told:
        if text:
            yield f'      <prop type="{kind}">{escape(text)}</prop>\n'
    yield f"      <tuv xml:lang={language}><seg>{escape(each.source)}</seg></tuv>\n"
    yield f'      <tuv xml:lang="{ENGLISH}"><seg>{escape(each.target)}</seg></tuv>\n    </tu>\n'
