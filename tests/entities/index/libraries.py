"""A small library whose entities are what a test says."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from articles.database import Database
from articles.model import Article, Span
from articles.sqlite import SQLiteArticles
from reader.entities.choosing import Identity
from reader.entities.corrections.apply import correct
from reader.entities.corrections.store import CorrectionStore
from reader.entities.index.queries import EntityIndex
from reader.entities.model import EnglishFrom, Entity, Kind, Mention
from reader.entities.store import AnalysisStore

READING = Identity("test", "1")
_MARK = re.compile(r"\[(\w+?):([^\]|]+)(?:\|([^\]]+))?\]")


def marked(text: str) -> tuple[str, tuple[Entity, ...]]:
    """A body and its entities from ``"[person:Ana] foi a [place:Moscou|Moscow]."``."""
    body, at = "", 0
    found: dict[tuple[Kind, str], list[Mention]] = {}
    english: dict[tuple[Kind, str], str | None] = {}
    for match in _MARK.finditer(text):
        body += text[at : match.start()]
        kind, name = Kind(match[1]), match[2]
        found.setdefault((kind, name), []).append(Mention(Span(len(body), len(body) + len(name)), kind, name))
        english[kind, name] = match[3] or english.get((kind, name))
        body += name
        at = match.end()
    body += text[at:]
    return body, tuple(
        Entity(
            name,
            kind,
            tuple(mentions),
            english=english[kind, name],
            english_from=EnglishFrom.TABLE if english[kind, name] else None,
            date=name if kind is Kind.DATE and name[0].isdigit() else None,
        )
        for (kind, name), mentions in found.items()
    )


@dataclass
class Library:
    """The stores of one library, and what was recognised in each article."""

    database: Database

    def __post_init__(self) -> None:
        self.articles = SQLiteArticles(self.database)
        self.analyses = AnalysisStore(self.database)
        self.corrections = CorrectionStore(self.database)
        self.index = EntityIndex(self.database)
        self.recognised: dict[str, tuple[Article, tuple[Entity, ...]]] = {}

    def add(self, text: str, day: int = 1) -> str:
        """Add an article and what was found in it; its id."""
        body, entities = marked(text)
        article = Article(body[:10] or "–", body, published=datetime.date(2023, 1, 1) + datetime.timedelta(day))
        self.articles.add(article)
        assert self.analyses.put(article.id, READING, article.published, entities)
        self.recognised[article.id] = (article, entities)
        return article.id

    def remove(self, article_id: str) -> None:
        self.articles.remove(article_id)
        del self.recognised[article_id]

    def shown(self, article_id: str) -> tuple[Entity, ...]:
        """The entities of an article with the corrections."""
        article, entities = self.recognised[article_id]
        return correct(entities, self.corrections.of(article_id), article.body)

    def named(self, article_id: str, name: str) -> Entity:
        return next(each for each in self.shown(article_id) if each.name == name)

    def counts(self) -> dict[tuple[str, str], tuple[int, int]]:
        """Articles and mentions by kind and name, as the index has them."""
        return {(each.kind.value, each.name): (each.articles, each.mentions) for each in self.index.all()}

    def also_in(self, article_id: str, name: str) -> list[str]:
        """The ids of the other articles, newest first."""
        found = self.index.also_in(self.named(article_id, name), article_id)
        assert found.count == len(found.places)
        return [each.id for each in self.articles.summaries([place.article for place in found.places])]
