"""What a name's card has looked up beside the screen: its sentences in other articles, and the English of its roles."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.cleaning import clean_line
from articles.errors import ArticleNotFound, Problem

if TYPE_CHECKING:
    from articles.repository import ArticleRepository
    from reader.entities.model import Entity
    from reader.tui.services import Helpers

SENTENCES = 20
"""Mentions of one other article that are listed; how many more there are is said."""

ROLES = 8
"""Roles whose English is looked for."""

_SOON = 0.1
"""Seconds between two times that what was found is told: the list is made anew each time."""

_PAUSE = 0.0005
"""Seconds between two articles: the screen's thread has the interpreter to itself in them."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another article that has the entity.

    Attributes:
        article: The article's id.
        title: Its title, as it is stored.
        date: When it was published, for a person; "" where that is not known.
        count: How often the entity is named there.
        at: The character of its body at which the mention stands that is gone to; None for the first.
    """

    article: str
    title: str
    date: str
    count: int
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Others:
    """The other articles that have the entity.

    Attributes:
        articles: The newest of them, newest first.
        count: How many there are.
        waiting: Articles that are still to be looked at since a correction was made.
        first: The day of the first article of the library that has it, this one among them, for a person; "" where
            no day is known.
        last: That of the last one.
    """

    articles: Sequence[Elsewhere] = ()
    count: int = 0
    waiting: int = 0
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A mention in another article.

    Attributes:
        at: The character of that article's body at which it begins.
        text: Its sentence.
        marked: Where in the sentence it stands.
    """

    at: int
    text: str
    marked: tuple[int, int]


class CardDesk:
    """Looks up what a card says; call it on a thread beside the screen.

    Args:
        articles: The library.
        helpers: What was found in it, and who translates.
    """

    def __init__(self, articles: ArticleRepository, helpers: Helpers) -> None:
        self._articles = articles
        self._helpers = helpers

    def said(
        self, entity: Entity, others: Sequence[Elsewhere], stop: threading.Event
    ) -> Iterator[dict[str, Sequence[Said]]]:
        """The sentences that name an entity in other articles, by the articles' ids: some soon, and all in the end.

        Raises:
            StorageError: The library cannot be read.
        """
        found: dict[str, Sequence[Said]] = {}
        told = time.monotonic()
        for other in others:
            if stop.wait(_PAUSE):
                return
            found[other.article] = self._in(entity, other.article)
            if time.monotonic() > told + _SOON:
                yield found
                found, told = {}, time.monotonic()
        yield found

    def _in(self, entity: Entity, article_id: str) -> Sequence[Said]:
        from itertools import islice

        from reader.entities.corrections.apply import correct
        from reader.entities.index.sameness import same_in
        from reader.entities.timeline import sentences_of

        entities = self._helpers.analyses.latest(article_id)
        if entities is None:
            return ()
        try:
            body = self._articles.get(article_id).body
        except ArticleNotFound:  # removed just now
            return ()
        corrections = self._helpers.corrections
        if corrections is not None:
            entities = correct(entities, corrections.of(article_id), body)
        number = same_in(entities, entity)
        if number is None:
            return ()
        return [
            Said(span.start, sentence.of(body), (span.start - sentence.start, span.end - sentence.start))
            for span, sentence in islice(sentences_of(body, entities[number]), SENTENCES)
        ]

    def english(self, roles: Sequence[str], stop: threading.Event) -> Iterator[dict[str, tuple[str, str]]]:
        """The English of roles, and where it comes from: what is kept at once, then drafts of this machine, kept.

        A role without any is left out.
        """
        from reader.translation.engine import EngineError

        drafts = self._helpers.drafts
        asked = list(dict.fromkeys(roles[:ROLES]))
        try:
            found = drafts.recall(asked, stale=True)
        except Problem:  # the engine may know them all the same
            found = {}
        yield {role: (clean_line(each.target, 300), each.origin.value) for role, each in found.items()}
        for role in asked:
            if stop.is_set():
                return
            if role not in found:
                try:
                    made = drafts.translate(role)
                except (EngineError, Problem):
                    continue
                yield {role: (clean_line(made.target, 300), made.origin.value)}
