"""Collecting what goes out with an article: cleaned once more, so that every format may trust it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence

from articles.cleaning import clean_line, mask
from articles.marks import Mark
from articles.model import BLOCK_KINDS, Article
from articles.sentences import sentence_spans
from reader.entities.model import Entity
from reader.export.model import Block, Exported, Rendered
from reader.translation.engine import Translation
from reader.translation.exchange.rows import sources_of
from reader.translation.exchange.units import harmless

English = Callable[[Article, Sequence[str]], Mapping[str, Translation]]
"""Gives what English there is of an article's title and sentences."""


def gather(
    article: Article,
    english: English | None = None,
    entities: Sequence[Entity] = (),
    marks: Sequence[Mark] = (),
) -> Exported:
    """What goes out with an article.

    Args:
        article: The article.
        english: Gives its English; None where none is wanted.
        entities: As they are shown: with the reader's corrections.
        marks: The reader's.
    """
    article = clean_article(article)
    body = article.body
    said = english(article, sources_of(article)) if english is not None else {}
    known = {source: harmless(each) for source, each in said.items()}
    values = {mark.span: mark.value for mark in article.markup if mark.kind in BLOCK_KINDS}
    blocks = []
    for paragraph in article.paragraphs():
        spans = sentence_spans(body, paragraph.span.start, paragraph.span.end)
        cut = tuple(Rendered(span, span.of(body), known.get(span.of(body))) for span in spans)
        blocks.append(Block(paragraph, values.get(paragraph.span, ""), cut))
    inside = [each for each in marks if 0 <= each.span.start < each.span.end <= len(body)]
    return Exported(
        article,
        Rendered(None, article.title, known.get(article.title)),
        tuple(blocks),
        tuple(_clean_entity(each) for each in entities),
        tuple(sorted(map(_clean_mark, inside), key=lambda each: (each.span, each.number))),
    )


def clean_article(article: Article) -> Article:
    """The article with nothing in it that a screen or an XML file cannot take; its places hold."""

    def line(text: str | None) -> str | None:
        return None if text is None else clean_line(text, 8_000) or None

    body = mask(article.body)
    markup = tuple(dataclasses.replace(each, value=clean_line(each.value, 8_000)) for each in article.markup)
    return dataclasses.replace(
        article,
        title=line(article.title) or "?",
        body=body,
        byline=line(article.byline),
        source=line(article.source),
        url=line(article.url),
        language=line(article.language) or "pt",
        tags=tuple(filter(None, map(line, article.tags))),
        markup=tuple(each for each in markup if 0 <= each.span.start < each.span.end <= len(body)),
    )


def _clean_entity(entity: Entity) -> Entity:
    def line(text: str | None) -> str | None:
        return None if text is None else clean_line(text)

    return dataclasses.replace(
        entity,
        name=clean_line(entity.name),
        aliases=tuple(map(clean_line, entity.aliases)),
        english=line(entity.english),
        roles=tuple(map(clean_line, entity.roles)),
        date=line(entity.date),
        value=line(entity.value),
    )


def _clean_mark(mark: Mark) -> Mark:
    note = "\n".join(map(clean_line, mark.note.splitlines())).strip()
    return dataclasses.replace(
        mark, quote=mask(mark.quote), colour=clean_line(mark.colour, 40), note=note, made=clean_line(mark.made, 40)
    )
