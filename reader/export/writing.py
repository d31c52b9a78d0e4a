"""Which module writes which format."""

from __future__ import annotations

import datetime
import importlib
from collections.abc import Iterable, Iterator

from reader.export.model import Exported, Format, Look

_WRITERS = {
    Format.MARKDOWN: "md",
    Format.HTML: "page",
    Format.EPUB: "book",
    Format.TEXT: "plain",
    Format.JSON: "data",
    Format.TMX: "memory",
}


def write(articles: Iterable[Exported], look: Look, now: datetime.datetime, title: str = "") -> Iterator[bytes]:
    """A file with some articles, in pieces; an article is asked for when the one before it is written.

    Args:
        articles: At least one.
        look: The format, and how it is to look.
        now: The time of the export, with its zone.
        title: Of the whole, where there are several; "" where there is one.
    """
    module = importlib.import_module(f"reader.export.{_WRITERS[look.format]}")
    made: Iterator[bytes] = module.write(articles, look, now, title)
    return made
