"""A pack as bytes: lines of JSON, compressed; the same pack gives the same bytes."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator
from typing import Any

from articles.model import Article
from articles.sentences import sentence_spans
from reader.entities.corrections.written import write
from reader.entities.model import Entity
from reader.i18n import _
from reader.packs.model import LARGEST, LARGEST_FILE, LONGEST_LINE, VERSION, BadPack, Pack
from reader.translation.exchange.jsonl import written
from reader.translation.glossary.own import Given

_PLAIN = ("english", "english_from", "date", "precision", "doubt", "value")


def packed(pack: Pack) -> bytes:
    """The bytes of a pack: no time of now, no name of a file or a machine is in them.

    Raises:
        BadPack: It is larger than a reader would take.
    """
    held = io.BytesIO()
    size = 0
    with gzip.GzipFile(filename="", mode="wb", fileobj=held, mtime=0) as stream:
        for said in lines(pack):
            line = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"
            size += len(line)
            if len(line) > LONGEST_LINE or size > LARGEST:
                raise _too_large()
            stream.write(line)
    if held.tell() > LARGEST_FILE:
        raise _too_large()
    return held.getvalue()


def _too_large() -> BadPack:
    return BadPack(
        _("the article and its English are too large for a pack"), _("export its pairs: reader memory export")
    )


def lines(pack: Pack) -> Iterator[dict[str, Any]]:
    """The objects of the lines, in order; docs/packs.md tells what each is."""
    count = 0
    for said in _parts(pack):
        count += 1
        yield said
    yield {"end": {"lines": count}}


def _parts(pack: Pack) -> Iterator[dict[str, Any]]:
    yield {"reader_pack": VERSION}
    yield {"article": _article(pack.article)}
    yield {"sentences": [[span.start, span.end] for span in sentence_spans(pack.article.body)]}
    for pair in pack.pairs:
        yield {"pair": written(pair)}
    if pack.analysis is not None:
        about = {"recogniser": pack.analysis.recogniser, "version": pack.analysis.version}
        yield {"analysis": {**about, "published": pack.analysis.published, "entities": len(pack.analysis.entities)}}
        for entity in pack.analysis.entities:
            yield {"entity": _entity(entity)}
    for correction, made in pack.corrections:
        yield {"correction": {**json.loads(write(correction)), "made": made}}
    for term in pack.terms:
        yield {"term": _term(term)}


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "byline": article.byline,
        "source": article.source,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "tags": list(article.tags),
        "markup": [[mark.span.start, mark.span.end, mark.kind.value, mark.value] for mark in article.markup],
        "body": article.body,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    """An entity; a mention is where it begins and which of the name and the aliases stands there."""
    forms = {form: number for number, form in enumerate((entity.name, *entity.aliases))}
    said: dict[str, Any] = {"kind": entity.kind.value, "name": entity.name, "aliases": list(entity.aliases)}
    said["mentions"] = [[mention.span.start, forms[mention.text]] for mention in entity.mentions]
    if entity.roles:
        said["roles"] = list(entity.roles)
    return said | {name: value for name in _PLAIN if (value := getattr(entity, name)) is not None}


def _term(term: Given) -> dict[str, Any]:
    said: dict[str, Any] = {"source": term.source, "target": term.target, "kind": (term.kind or term.term.kind).value}
    more = {"note": term.note, "author": term.author}
    said |= {name: text for name, text in more.items() if text}
    return said | ({"created": term.created.isoformat()} if term.created else {})
