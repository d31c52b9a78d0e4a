"""The command ``timeline``: the sentences that tell a date, in the order of the dates."""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from articles.errors import ArticleNotFound
from articles.repository import Order
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.names import read_first, shown
from reader.cli.timeline_forms import FORMS, Told
from reader.entities.index.queries import Known
from reader.entities.model import Entity
from reader.entities.timeline import Dated, Moment, dated, folded, place_of, within
from reader.i18n import _

_HELD = 64  # articles kept while their dates are printed
_PAGE = 200  # sentences whose English is looked for together


def timeline(options: argparse.Namespace, parts: Composition) -> int:
    """Print the dated sentences of some articles, of those that name an entity, or of the whole library.

    Raises:
        Problem: There is no such article, or no such name, or the query means nothing.
    """
    unread = 0
    if options.articles:
        found: Iterable[Moment] = folded(_of_articles(options.articles, parts))
    else:
        unread = read_first(parts, options.read)
        found = _of_library_or_part(options, parts)
    wanted = (each for each in found if within(each.first.date, options.after, options.before))
    kept = itertools.islice(wanted, options.limit)
    told = FORMS[options.format](
        _with_english(kept, parts) if options.english else ((each, None) for each in kept), unread
    )
    if not told and options.format == "text":
        output.complain(_("no date was found that could be told"))
    return 0


def _of_articles(names: Iterable[str], parts: Composition) -> Iterator[Dated]:
    from reader.cli.entities import entities_of
    from reader.cli.sources import find, is_id

    seen = set()
    for name in names:
        article = find(name, parts)
        if article.id not in seen:  # the same one given twice is told once
            seen.add(article.id)
            yield from dated(article, entities_of(article, parts, stored=is_id(name)))


def _of_library_or_part(options: argparse.Namespace, parts: Composition) -> Iterable[Moment]:
    wanted = set(parts.finder.keys(options.query, Order.DATE)) if options.query else None
    if options.entity:
        return folded(_of_entity(options.entity, parts, wanted))
    if wanted is not None:
        return folded(each for key in sorted(wanted) for each in _in(key, parts))
    return _of_library(options, parts)


def _of_entity(name: str, parts: Composition, wanted: set[int] | None) -> Iterator[Dated]:
    """The dated sentences that name an entity."""
    known = parts.index.find(name)
    if not known:
        message = _("there is no name {name} in the library").format(name=repr(name))
        raise ArticleNotFound(message, _("reader entities --all shows them"))
    keys = {place.article for each in known for place in parts.index.all_places(each.number)}
    for key in sorted(keys if wanted is None else keys & wanted):
        yield from _in(key, parts, known)


def _in(key: int, parts: Composition, naming: list[Known] | None = None) -> Iterator[Dated]:
    """What is dated in an article; only sentences that name one of ``naming``, where that is given."""
    for summary in parts.articles.summaries([key]):
        article = parts.articles.get(summary.id)
        entities = shown(article, parts)
        yield from dated(article, entities, None if naming is None else _names(naming, parts))


def _names(known: list[Known], parts: Composition) -> Callable[[Entity], bool]:
    return lambda each: any(parts.index.is_shown_as(one, each) for one in known)


def _of_library(options: argparse.Namespace, parts: Composition) -> Iterator[Moment]:
    """All dated sentences of the library, date by date: the first is told before the last is looked for."""

    @lru_cache(maxsize=_HELD)
    def of(key: int) -> list[Dated]:
        return list(_in(key, parts))

    for date in sorted(parts.index.dates(), key=lambda each: (place_of(each.key), each.key)):
        if within(date.key, options.after, options.before):
            places = parts.index.all_places(date.number)
            yield from folded(each for place in places for each in of(place.article) if each.date == date.key)


def _with_english(found: Iterable[Moment], parts: Composition) -> Iterator[Told]:
    """Each with the English that is kept, else with a draft of this machine's engine; None where there is neither."""
    from reader.translation.engine import EngineError

    service = parts.translation.namer()
    found = iter(found)
    while page := list(itertools.islice(found, _PAGE)):
        known = service.recall([each.first.text for each in page], stale=True)
        for each in page:
            english = known.get(each.first.text)
            if english is None:
                try:
                    english = service.translate(each.first.text)
                except EngineError as error:
                    if service.unavailable is not None:
                        output.complain(str(error))
                        yield from ((other, known.get(other.first.text)) for other in page[page.index(each) :])
                        yield from ((other, None) for other in found)
                        return
            yield each, english
