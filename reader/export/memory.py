"""The pairs of articles as TMX, each with the article in which it stands."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from reader.export.model import Exported, Look
from reader.translation.engine import Translation
from reader.translation.exchange.tmx_writing import Property, write_units

_AT_ONCE = 1 << 16


def write(articles: Iterable[Exported], look: Look, now: datetime.datetime, title: str = "") -> Iterator[bytes]:
    """The file, in pieces; see ``reader.export.page``. A pair stands once, with the first article that has it."""
    waiting = iter(articles)
    first = next(waiting, None)
    language = first.article.language if first is not None and not title else "pt"
    held: list[bytes] = []
    size = 0
    for line in write_units(_pairs(first, waiting, now), language):
        held.append(line.encode("utf-8", "replace"))
        size += len(held[-1])
        if size >= _AT_ONCE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _pairs(
    first: Exported | None, rest: Iterator[Exported], now: datetime.datetime
) -> Iterator[tuple[Translation, list[Property]]]:
    said: set[int] = set()  # of hashes: a thousand articles have some hundred thousand pairs
    while first is not None:
        article = first.article
        told = [
            ("x-article", article.id),
            ("x-article-title", article.title),
            ("x-article-source", article.source),
            ("x-article-author", article.byline),
            ("x-article-url", article.url),
            ("x-article-published", article.published.isoformat() if article.published else None),
            ("x-exported", now.date().isoformat()),
        ]
        about = [(kind, text) for kind, text in told if text]
        for each in first.sentences():
            made = each.made
            if made is not None and (key := hash((made.source, made.target))) not in said:
                said.add(key)
                yield made, about
        first = next(rest, None)
