"""Articles as plain text: one thing after the other, for a printer, a braille line, a screen reader."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable, Iterator

from articles.model import MarkupKind
from reader.entities.headings import HEADINGS
from reader.export.model import Block, Exported, Layout, Look
from reader.export.telling import english_told, entity_line, exported_told, facts, grouped
from reader.i18n import _

ENGLISH = "EN: "
"""What stands before the English of a paragraph: words, since not every line shows where a column begins."""

BETWEEN = "* * *"


def write(articles: Iterable[Exported], look: Look, now: datetime.datetime, title: str = "") -> Iterator[bytes]:
    """The file, in pieces; see ``reader.export.page``."""
    if title:
        yield f"{title}\n".encode("utf-8", "replace")
    for number, exported in enumerate(articles):
        if number:
            yield f"\n{BETWEEN}\n".encode()
        if number or title:
            yield b"\n"
        yield ("\n".join(_lines(exported, look, now)) + "\n").encode("utf-8", "replace")


def _lines(exported: Exported, look: Look, now: datetime.datetime) -> Iterator[str]:
    layout, width = exported.layout(look), look.width
    title = exported.title
    if layout is Layout.ENGLISH and title.english is not None:
        yield from filled(title.english.target, width)
    else:
        yield from filled(title.source, width)
        if layout is not Layout.ORIGINAL and title.made is not None:
            yield from filled(title.made.target, width, ENGLISH)
    yield ""
    for name, said in facts(exported):
        yield from filled(f"{name}: {said}", width)
    for block in exported.blocks:
        yield ""
        yield from _block(exported, block, layout, look)
    if look.entities and exported.entities:
        yield ""
        yield _("Who, where and when")
        for kind, group in grouped(exported.entities):
            yield ""
            yield f"{_(HEADINGS[kind])} ({len(group)})"
            for each in group:
                yield from filled(entity_line(each), width, "- ")
    if look.marks and exported.marks:
        yield ""
        yield _("Marks and notes")
        for mark in exported.marks:
            yield ""
            about = ", ".join(filter(None, (_(mark.colour), mark.made[:10])))
            yield from filled(f"“{mark.quote}” ({about})".replace("\n", " "), width)
            if mark.note:
                yield from filled(mark.note, width, _("Note:") + " ")
    yield ""
    if layout is not Layout.ORIGINAL:
        yield from filled(english_told([exported]), width)
    yield from filled(exported_told(now), width)


def _block(exported: Exported, block: Block, layout: Layout, look: Look) -> Iterator[str]:
    body = exported.article.body
    sign = _sign(block)
    if layout is Layout.ENGLISH:
        yield from filled(block.english(body, alone=True), look.width, sign)
    else:
        yield from filled(block.paragraph.span.of(body), look.width, sign)
        if layout is not Layout.ORIGINAL and block.has_english:
            yield from filled(block.english(body), look.width, ENGLISH)


def _sign(block: Block) -> str:
    if block.paragraph.kind is MarkupKind.ITEM:
        return f"{block.value or ' '} "
    return "> " if block.paragraph.kind is MarkupKind.QUOTE else ""


def filled(text: str, width: int | None, sign: str = "") -> Iterator[str]:
    """The text in lines of at most ``width`` cells where that can be; its own line feeds break lines too.

    Args:
        text: Clean text.
        width: Cells, the sign included; None to break only at line feeds.
        sign: What stands before the first line; spaces stand before the others where the lines have a width.
    """
    indent = " " * _cells(sign) if width is not None else ""
    first = True
    for line in text.split("\n"):
        room = None if width is None else max(1, width - _cells(sign))
        for part in [line] if room is None else _wrapped(line, room):
            yield (sign if first else indent) + part
            first = False


def _wrapped(line: str, room: int) -> Iterator[str]:
    words: list[str] = []
    taken = 0
    for word in line.split(" "):
        wide = _cells(word)
        if words and taken + 1 + wide > room:
            yield " ".join(words)
            words, taken = [], 0
        taken += wide + bool(words)
        words.append(word)
    yield " ".join(words)


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text)
