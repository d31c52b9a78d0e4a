"""The command ``timeline``: the sentences that tell a date, in the order of the dates."""

from __future__ import annotations

import argparse
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

from articles.errors import ArticleNotFound
from articles.model import Article, Span
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.describe import SHORT_ID
from reader.cli.names import read_first, sentence_of, sentences_of, shown
from reader.entities.index.queries import Known
from reader.entities.model import Doubt, Entity, Kind, Precision
from reader.i18n import _N, _

_PRECISIONS = {
    Precision.DECADE: _N("decade"),
    Precision.CENTURY: _N("century"),
    Precision.RANGE: _N("range"),
}
_DOUBTS = {
    Doubt.WEEKDAY: _N("another day of the week"),
    Doubt.NO_SUCH_DAY: _N("no such day"),
    Doubt.UNANCHORED: _N("counted from an unknown day"),
}
_ISO = re.compile(r"(-?\d+)(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
Day: TypeAlias = tuple[int, int, int]

_HELD = 64  # articles kept while their dates are printed


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence with a date.

    Attributes:
        date: In ISO 8601; a range has a slash.
        span: The words of the date, in the article's body.
        sentence: Where the sentence stands.
    """

    article: Article
    entity: Entity
    date: str
    span: Span
    sentence: Span


def timeline(options: argparse.Namespace, parts: Composition) -> int:
    """Print the dated sentences of some articles, of those that name an entity, or of the whole library.

    Raises:
        Problem: There is no such article, or no such name.
    """
    unread = 0
    if options.articles:
        found = _in_order(_of_articles(options.articles, parts))
    else:
        unread = read_first(parts, options.read)
        found = _of_entity(options.entity, parts) if options.entity else _of_library(options, parts)
    kept = itertools.islice((each for each in found if _within(each.date, options)), options.limit)
    if options.format == "json":
        output.put_json({"timeline": [_object(each) for each in kept], "unread": unread})
        return 0
    told = False
    for each in kept:
        output.put(_line(each))
        told = True
    if not told:
        output.complain(_("no date was found that could be told"))
    return 0


def _of_articles(names: Iterable[str], parts: Composition) -> Iterator[Dated]:
    from reader.cli.entities import entities_of
    from reader.cli.sources import find, is_id

    for name in names:
        article = find(name, parts)
        yield from _dated(article, entities_of(article, parts, stored=is_id(name)))


def _of_entity(name: str, parts: Composition) -> Iterator[Dated]:
    """The dated sentences that name an entity."""
    known = parts.index.find(name)
    if not known:
        message = _("there is no name {name} in the library").format(name=repr(name))
        raise ArticleNotFound(message, _("reader entities --all shows them"))
    keys = {place.article for each in known for place in parts.index.all_places(each.number)}
    return _in_order(itertools.chain.from_iterable(_naming(key, known, parts) for key in sorted(keys)))


def _naming(key: int, known: list[Known], parts: Composition) -> Iterator[Dated]:
    for summary in parts.articles.summaries([key]):
        article = parts.articles.get(summary.id)
        entities = shown(article, parts)
        named = {
            sentence
            for each in entities
            if any(parts.index.is_shown_as(one, each) for one in known)
            for _span, sentence in sentences_of(article.body, each)
        }
        yield from (each for each in _dated(article, entities) if each.sentence in named)


def _of_library(options: argparse.Namespace, parts: Composition) -> Iterator[Dated]:
    """All dated sentences of the library, date by date: the first is told before the last is looked for."""

    @lru_cache(maxsize=_HELD)
    def of(key: int) -> list[Dated]:
        return [
            each
            for summary in parts.articles.summaries([key])
            for article in [parts.articles.get(summary.id)]
            for each in _dated(article, shown(article, parts))
        ]

    for date in sorted(parts.index.dates(), key=lambda each: place_of(each.key)):
        if _within(date.key, options):
            for place in parts.index.all_places(date.number):
                yield from (each for each in of(place.article) if each.date == date.key)


def _dated(article: Article, entities: Iterable[Entity]) -> Iterator[Dated]:
    for entity in entities:
        if entity.kind is Kind.DATE and entity.date:
            for mention in entity.mentions:
                yield Dated(article, entity, entity.date, mention.span, sentence_of(article.body, mention.span))


def _in_order(found: Iterable[Dated]) -> Iterator[Dated]:
    yield from sorted(found, key=lambda each: (place_of(each.date), each.article.id, each.span))


def period(date: str) -> tuple[Day, Day]:
    """The first and the last day of a date in ISO 8601, to compare with others; every month has 31 days here."""
    first, _slash, last = date.partition("/")
    return _day(first, 1, 1), _day(last or first, 12, 31)


def place_of(date: str) -> tuple[Day, Day]:
    """What dates are ordered by: their first day, and of those that begin together the longest first."""
    first, (year, month, day) = period(date)
    return first, (-year, -month, -day)


def _day(text: str, month: int, day: int) -> Day:
    match = _ISO.match(text)
    return (int(match[1]), int(match[2] or month), int(match[3] or day)) if match is not None else (0, 0, 0)


def _within(date: str, options: argparse.Namespace) -> bool:
    first, last = period(date)
    after = options.after is None or last >= period(options.after)[0]
    return after and (options.before is None or first <= period(options.before)[1])


def _line(dated: Dated) -> str:
    notes = [_(_PRECISIONS[dated.entity.precision])] if dated.entity.precision in _PRECISIONS else []
    if dated.entity.doubt is not None:
        notes.append(_(_DOUBTS[dated.entity.doubt]) + "?")
    said = f" ({', '.join(notes)})" if notes else ""
    sentence = " ".join(dated.sentence.of(dated.article.body).split())
    return f"{dated.date}{said}  {sentence}  [{dated.article.id[:SHORT_ID]} {dated.article.title}]"


def _object(dated: Dated) -> dict[str, Any]:
    article = dated.article
    return {
        "date": dated.date,
        "precision": dated.entity.precision,
        "doubt": dated.entity.doubt,
        "text": dated.span.of(article.body),
        "start": dated.span.start,
        "end": dated.span.end,
        "sentence": dated.sentence.of(article.body),
        "article": {"id": article.id, "title": article.title, "published": article.published},
    }
