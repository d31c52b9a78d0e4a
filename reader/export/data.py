"""Articles as JSON, complete: docs/export.schema.json says what is in it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from typing import Any

from articles.marks import Mark
from articles.model import Article
from reader.entities.model import Entity
from reader.export.model import Exported, Look, Rendered
from reader.translation.engine import Translation

VERSION = 1
"""Of the format: a reader of it may pass over fields that it does not know, and refuses a higher one."""


def write(articles: Iterable[Exported], look: Look, now: datetime.datetime, title: str = "") -> Iterator[bytes]:
    """The file, in pieces; see ``reader.export.page``."""
    from reader import __version__

    known = {"reader_export": VERSION, "exported": now.astimezone(datetime.UTC).isoformat(timespec="seconds")}
    head = json.dumps({**known, "by": f"reader {__version__}"}, ensure_ascii=False, indent=2)
    yield (head.removesuffix("\n}") + ',\n  "articles": [').encode()
    for number, exported in enumerate(articles):
        said = json.dumps(article_object(exported, look), ensure_ascii=False, indent=1)
        yield (("," if number else "") + "\n" + said).encode("utf-8", "replace")
    yield b"\n  ]\n}\n"


def article_object(exported: Exported, look: Look) -> dict[str, Any]:
    """An article; ``start`` and ``end`` are characters of its body, ``end`` the first that is not meant."""
    article = exported.article
    paragraphs, sentences = [], []
    for number, block in enumerate(exported.blocks):
        span = block.paragraph.span
        kind = block.paragraph.kind.value if block.paragraph.kind else None
        paragraphs.append({"start": span.start, "end": span.end, "kind": kind, "value": block.value})
        sentences += [_sentence(each, number) for each in block.sentences]
    return {
        "id": article.id,
        "title": article.title,
        "title_english": _translation(exported.title.made),
        **_known(article),
        "body": article.body,
        "markup": [
            {"start": each.span.start, "end": each.span.end, "kind": each.kind.value, "value": each.value}
            for each in article.markup
        ],
        "parts": [{"title": each.title, "start": each.span.start, "end": each.span.end} for each in article.parts()],
        "paragraphs": paragraphs,
        "sentences": sentences,
        "entities": [_entity(each) for each in exported.entities] if look.entities else [],
        "marks": [_mark(each) for each in exported.marks] if look.marks else [],
    }


def _known(article: Article) -> dict[str, Any]:
    return {
        "byline": article.byline,
        "source": article.source,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "moment": article.moment.isoformat() if article.moment else None,
        "language": article.language,
        "tags": list(article.tags),
    }


def _sentence(said: Rendered, paragraph: int) -> dict[str, Any]:
    return {
        "paragraph": paragraph,
        "start": said.span.start if said.span else 0,
        "end": said.span.end if said.span else 0,
        "source": said.source,
        "english": _translation(said.english),
    }


def _translation(made: Translation | None) -> dict[str, Any] | None:
    if made is None:
        return None
    return {
        "text": made.target,
        "origin": made.origin.value,
        "engine": made.engine,
        "version": made.version,
        "author": made.author,
        "created": made.created.astimezone(datetime.UTC).isoformat(),
        "said": made.said,
        "terms": made.terms,
        "unsure": list(made.unsure),
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "name": entity.name,
        "kind": entity.kind.value,
        "aliases": list(entity.aliases),
        "english": entity.english,
        "english_from": entity.english_from.value if entity.english_from else None,
        "roles": list(entity.roles),
        "date": entity.date,
        "precision": entity.precision.value if entity.precision else None,
        "doubt": entity.doubt.value if entity.doubt else None,
        "value": entity.value,
        "mentions": [{"start": each.span.start, "end": each.span.end} for each in entity.mentions],
    }


def _mark(mark: Mark) -> dict[str, Any]:
    return {
        "start": mark.span.start,
        "end": mark.span.end,
        "quote": mark.quote,
        "colour": mark.colour,
        "note": mark.note,
        "made": mark.made,
    }
