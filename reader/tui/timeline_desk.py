"""The timeline's rows, gathered beside the screen from what was found in the articles before; and what is read anew."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.errors import ArticleNotFound, Problem
from articles.model import Article
from reader.entities.gazetteer import fold
from reader.entities.model import Entity
from reader.entities.timeline import Dated, Moment, dated, folded, within
from reader.tui.telling import date_text

if TYPE_CHECKING:
    from articles.repository import ArticleRepository
    from reader.entities.worker.client import Order
    from reader.tui.services import Helpers

_SOON = 0.1
"""Seconds after which the first rows are shown; then after twice as long each time, so that sorting costs little."""

_PAUSE = 0.0005
"""Seconds between two articles: the screen's thread has the interpreter to itself in them."""

_PERIOD = re.compile(r"\d{4}(?:-\d{2}){0,2}", re.ASCII)
_DAY_FIRST = re.compile(r"(?:(?:(\d{1,2})[/.])?(\d{1,2})[/.])?(\d{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is known of a timeline so far.

    Attributes:
        moments: In the order of their dates.
        looked: How many articles were looked at.
        count: Of how many.
        unread: The keys of those that were not read for names yet.
        done: Whether that is all.
    """

    moments: Sequence[Moment] = ()
    looked: int = 0
    count: int = 0
    unread: tuple[int, ...] = ()
    done: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Of which articles a timeline is.

    Attributes:
        name: What it is called.
        keys: Gives the keys of the articles; called beside the screen.
        entity: Whose sentences count; None for all of them.
        article: The id of the article that the entity was chosen in.
    """

    name: str
    keys: Callable[[], Sequence[int]]
    entity: Entity | None = None
    article: str = ""


class Gatherer:
    """Gathers dated sentences; call it on a thread beside the screen. Every method may raise ``Problem``.

    Args:
        articles: The library.
        helpers: What was found in them, and what reads the rest.
    """

    def __init__(self, articles: ArticleRepository, helpers: Helpers) -> None:
        self._articles = articles
        self._helpers = helpers

    def keys_of(self, entity: Entity, article_id: str) -> list[int]:
        """The articles that name an entity of one of them; that one is among them."""
        here = self._articles.key_of(article_id)
        keys = [here] if here is not None else []
        index = self._helpers.index
        found = index.also_in(entity, article_id, 1).entity if index is not None else None
        if index is not None and found is not None:
            keys += [place.article for place in index.all_places(found.number) if place.article != here]
        return keys

    def naming(self, entity: Entity, article_id: str) -> Callable[[Entity], bool]:
        """Whether an entity of some article is this one."""
        index = self._helpers.index
        found = index.also_in(entity, article_id, 1).entity if index is not None else None

        def same(other: Entity) -> bool:
            if other.kind is not entity.kind:
                return False
            return other.name == entity.name or bool(index and found and index.is_shown_as(found, other))

        return same

    def gather(
        self, keys: Sequence[int], naming: Callable[[Entity], bool] | None, stop: threading.Event
    ) -> Iterator[Gathered]:
        """The timeline of some articles: what there is of it soon, now and then what there is more, and all of it."""
        found: list[Dated] = []
        unread: list[int] = []
        wait, next_time = _SOON, time.monotonic() + _SOON
        for number, key in enumerate(keys):
            if stop.wait(_PAUSE):
                return
            article = self._article(key)
            if article is None:
                continue
            entities = self._entities(article)
            if entities is None:
                unread.append(key)
            else:
                found += dated(article, entities, naming)
            if time.monotonic() > next_time:
                yield Gathered(folded(found), number + 1, len(keys), tuple(unread))
                wait *= 2
                next_time = time.monotonic() + wait
        yield Gathered(folded(found), len(keys), len(keys), tuple(unread), done=True)

    def _article(self, key: int) -> Article | None:
        try:
            for summary in self._articles.summaries([key]):
                return self._articles.get(summary.id)
        except ArticleNotFound:  # removed just now
            pass
        return None

    def _entities(self, article: Article) -> tuple[Entity, ...] | None:
        """What an article names, with the corrections; None where it was not read."""
        found = self._helpers.analyses.latest(article.id)
        corrections = self._helpers.corrections
        if found is None or corrections is None:
            return found
        from reader.entities.corrections.apply import correct

        return correct(found, corrections.of(article.id), article.body)

    def read(self, keys: Sequence[int], order: Order, told: Callable[[int], None]) -> None:
        """Read articles for names and keep what is found; ends early where the order is given up.

        Args:
            told: Called with the number of articles that were read.
        """
        for number, key in enumerate(keys):
            if order.given_up.is_set():
                return
            told(number)
            article = self._article(key)
            if article is not None:
                self._read(article, order)

    def _read(self, article: Article, order: Order) -> None:
        from reader.entities.analysis import Found, read_in_steps
        from reader.entities.packing import joined, pack
        from reader.entities.worker.client import ArticleFailed

        store, worker = self._helpers.analyses, self._helpers.worker
        if worker is not None:
            try:
                reading = worker.hello().identity
                for answer in worker.read(article, 0, order, background=True):
                    if not isinstance(answer, float) and answer.done:
                        store.put_packed(article.id, reading, article.published, joined(answer.blocks))
            except ArticleFailed:
                pass  # it stays unread, and is told so
            return
        for step in read_in_steps(article, self._helpers.recogniser):
            if order.given_up.wait(_PAUSE):
                return
            if isinstance(step, Found) and step.done:
                store.put_packed(article.id, self._helpers.recogniser, article.published, pack(step.entities))

    def english(self, sentence: str) -> tuple[str, str] | None:
        """The English of a sentence, and where it comes from: what is kept, else a draft of this machine."""
        from reader.translation.engine import EngineError

        try:
            found = self._helpers.drafts.recall([sentence], stale=True).get(sentence)
            found = found or self._helpers.drafts.translate(sentence)
        except (EngineError, Problem):
            return None
        return found.target, found.origin.value


def matching(moments: Sequence[Moment], query: str) -> list[Moment]:
    """Those that have all words of a query: a year, month or day is of their date, another word of what is shown."""
    periods: list[str] = []
    words: list[str] = []
    for word in query.split():
        period = iso_of(word)
        (words if period is None else periods).append(fold(word) if period is None else period)
    found = [each for each in moments if all(within(each.first.date, period, period) for period in periods)]
    return [each for each in found if all(word in _said(each) for word in words)] if words else found


def _said(moment: Moment) -> str:
    first = moment.first
    source = first.source
    return fold(" ".join((first.text, source.title, source.publication or "", date_text(first.date, first.precision))))


def iso_of(text: str) -> str | None:
    """A day, month or year that was typed, in ISO 8601: ``2023``, ``2023-09``, ``9/2023``, ``15/09/2023``; or None."""
    text = text.strip()
    if _PERIOD.fullmatch(text):
        return text
    match = _DAY_FIRST.fullmatch(text)
    if match is None:
        return None
    day, month, year = match[1], match[2], match[3]
    return "-".join([year, *(f"{int(each):02}" for each in (month, day) if each is not None)])
