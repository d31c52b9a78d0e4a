"""The lines of a file of pairs, one at a time and none too long, in UTF-8 or UTF-16."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator

from reader.i18n import _
from reader.translation.exchange.units import BadExchange, malformed

LONGEST_LINE = 1 << 20
"""Bytes; characters in UTF-16."""


def lines_of(stream: io.BufferedReader) -> Iterator[str]:
    """Each line with its end, decoded; a byte order mark is taken off.

    Raises:
        BadExchange: A line is too long, or is no UTF-8. What is no UTF-16 becomes U+FFFD.
    """
    if stream.peek(2)[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        yield from _wide(stream)
        return
    number = 0
    while data := stream.readline(LONGEST_LINE):
        number += 1
        if len(data) >= LONGEST_LINE and not data.endswith(b"\n"):
            raise _too_long(number)
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise malformed(number, _("it is no UTF-8")) from error
        yield text.removeprefix("\ufeff") if number == 1 else text


def _wide(stream: io.BufferedReader) -> Iterator[str]:
    wrapped = io.TextIOWrapper(stream, encoding="utf-16", errors="replace", newline="\n")
    number = 0
    while text := wrapped.readline(LONGEST_LINE):
        number += 1
        if len(text) >= LONGEST_LINE and not text.endswith("\n"):
            raise _too_long(number)
        yield text
    wrapped.detach()


def _too_long(number: int) -> BadExchange:
    return malformed(number, _("it has more than {count} MB").format(count=LONGEST_LINE >> 20))
