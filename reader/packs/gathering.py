"""Making a pack of what a library has of an article."""

from __future__ import annotations

import dataclasses

from articles.database import Database
from articles.model import Article
from reader.entities.corrections.apply import correct
from reader.entities.corrections.model import Add, Merge, Scope, key_of
from reader.entities.corrections.store import CorrectionStore, Entry
from reader.entities.model import Entity
from reader.entities.store import AnalysisStore
from reader.packs.model import Pack, held
from reader.translation.exchange.rows import MemoryRows, sources_of
from reader.translation.glossary.model import Glossary
from reader.translation.glossary.own import Given, OwnTerm
from reader.translation.glossary.store import GlossaryStore


def gather(database: Database, article: Article) -> Pack:
    """The pack of an article of the library; nothing is translated or recognised for it.

    What holds for the whole library and touches the article goes with it as the article's own, so that another
    library's other articles stay as they are.

    Raises:
        StorageError: The library cannot be read.
    """
    analysis = AnalysisStore(database).stored(article.id)
    found = analysis.entities if analysis is not None else ()
    corrections = CorrectionStore(database)
    entries = [each for each in corrections.entries(article.id) if not each.undone]
    shown = correct(found, corrections.of(article.id), article.body)
    sources = sources_of(article)
    names = list(dict.fromkeys(name for each in (*found, *shown) for name in (each.name, *each.aliases)))
    return Pack(
        article,
        tuple(MemoryRows(database).of([*sources, *names])),
        analysis,
        tuple(held(each) for each in _touching(entries, (*found, *shown), article)),
        tuple(_terms(GlossaryStore(database).entries(article.id), sources)),
    )


def _touching(entries: list[Entry], entities: tuple[Entity, ...], article: Article) -> list[Entry]:
    """The article's own corrections, and those of the library that are about what it names; all as its own."""
    keys = {key_of(each) for each in entities}
    chosen = []
    for entry in entries:
        made = entry.correction
        if made.scope is Scope.LIBRARY:
            about = made.target.key in keys or (isinstance(made, Merge) and made.into.key in keys)
            if isinstance(made, Add):
                about = made.quote.text in article.body
            if not about:
                continue
            entry = dataclasses.replace(entry, correction=dataclasses.replace(made, scope=Scope.ARTICLE))
        chosen.append(entry)
    return chosen


def _terms(own: list[OwnTerm], sources: list[str]) -> list[Given]:
    """The article's own terms, and those of the library that stand in one of its sentences; its own win."""
    library = [each for each in own if each.article is None]
    touching = Glossary(each.term for each in library)
    hit = {hit.term.source for source in sources for hit in touching.hits(source)}
    chosen = [each for each in library if each.source in hit] + [each for each in own if each.article is not None]
    return [
        Given(each.source, each.target, each.kind, each.note, None, each.author, each.created)
        for each in sorted(chosen, key=lambda each: (each.article is not None, each.source, each.kind.value))
    ]
