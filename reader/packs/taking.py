"""Taking a pack into a library: what the reader has there already stays."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from articles.database import Database
from articles.sqlite import SQLiteArticles
from reader.entities.corrections.store import CorrectionStore
from reader.entities.corrections.written import write
from reader.entities.store import AnalysisStore
from reader.packs.model import Pack
from reader.translation.exchange.bringing import BATCH, Bringing, Outcome
from reader.translation.glossary.own import Changed, Given
from reader.translation.glossary.store import GlossaryStore


@dataclass(slots=True)
class Counted:
    """What became of corrections or terms: new, there already, or left out since the reader says otherwise."""

    added: int = 0
    there: int = 0
    conflicts: int = 0


@dataclass(slots=True)
class Taken:
    """What became of a pack.

    Attributes:
        new: Whether the article was not in the library.
        pairs: What became of its English.
        names: Whether what was recognised was taken; else it is known there, or is recognised anew.
    """

    new: bool
    pairs: Outcome
    names: bool = False
    corrections: Counted = field(default_factory=Counted)
    terms: Counted = field(default_factory=Counted)


def take(pack: Pack, database: Database, replace: bool = False) -> Taken:
    """Put a pack into a library. Each part is on the disk before the next; taking it again adds what is missing.

    Args:
        pack: As ``reader.packs.reading`` gives it: clean.
        database: The library.
        replace: Whether a person's English in the pack beats another that is there.

    Raises:
        StorageError: The library cannot be written; what was taken before stays.
    """
    articles = SQLiteArticles(database)
    article = pack.article
    # The English first, as for what is bundled: no article is there without it.
    bringing = Bringing(database, datetime.datetime.now(datetime.UTC), replace=replace)
    for at in range(0, len(pack.pairs), BATCH):
        bringing.take(pack.pairs[at : at + BATCH])
    new = articles.key_of(article.id) is None
    if new:  # of one that is there, the reader's own title, day and so on stay
        articles.add(article)
    taken = Taken(new, bringing.outcome)
    analyses = AnalysisStore(database)
    if pack.analysis is not None and analyses.stored(article.id) is None:
        taken.names = analyses.put_stored(article.id, pack.analysis)
    _take_corrections(pack, database, taken.corrections)
    _take_terms(pack, database, taken.terms)
    return taken


def _take_corrections(pack: Pack, database: Database, counted: Counted) -> None:
    store = CorrectionStore(database)
    there = store.entries(pack.article.id)
    known = {write(each.correction) for each in there}
    corrected = {each.correction.target.key for each in there if not each.undone and each.article == pack.article.id}
    for correction, made in pack.corrections:
        if write(correction) in known:
            counted.there += 1
        elif correction.target.key in corrected:
            counted.conflicts += 1
        else:
            when = datetime.datetime.fromisoformat(made)
            CorrectionStore(database, now=lambda when=when: when).record(correction, pack.article.id)  # type: ignore[misc]
            counted.added += 1


def _take_terms(pack: Pack, database: Database, counted: Counted) -> None:
    store = GlossaryStore(database)
    for term in pack.terms:
        there = [*store.find(term.source, pack.article.id), *store.find(term.source)]
        if any(each.source == term.source and each.target == term.target for each in there):
            counted.there += 1
        elif there:
            counted.conflicts += 1
        else:
            given = Given(term.source, term.target, term.kind, term.note, pack.article.id, term.author, term.created)
            counted.added += store.put(given).what is Changed.ADDED
