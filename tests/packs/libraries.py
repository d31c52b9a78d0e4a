"""Two real libraries, and an article with all that can be made of it."""

from __future__ import annotations

import datetime
from pathlib import Path

from articles.database import Database
from articles.migrations import MIGRATIONS
from articles.model import Article, Markup, MarkupKind, Span
from articles.sqlite import SQLiteArticles
from reader.entities.analysis import analyse
from reader.entities.corrections.model import Add, Hide, Quote, Rename, Scope, Target
from reader.entities.corrections.store import CorrectionStore
from reader.entities.model import Kind
from reader.entities.rules import RuleRecogniser
from reader.entities.store import ENTITY_MIGRATIONS, AnalysisStore
from reader.translation.engine import Origin, Translation
from reader.translation.glossary.own import Given
from reader.translation.glossary.store import GlossaryStore
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory
from reader.translation.tables import OWN_MIGRATIONS

NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
STEPS = (*MIGRATIONS, *MEMORY_MIGRATIONS, *OWN_MIGRATIONS, *ENTITY_MIGRATIONS)
BODY = (
    "Encontro\n\nO líder Kim Jong Un visitou Moscou em 13 de setembro de 2023. Kim esteve com Vladimir Putin.\n\n"
    "O banco central gastou 500 milhões de reais, disse Putin."
)
ARTICLE = Article(
    "Kim visita Moscou",
    BODY,
    byline="Ana Souza",
    source="Folha do Teste",
    url="https://example.org/kim",
    published=datetime.date(2023, 9, 15),
    language="pt-BR",
    tags=("mundo", "ásia"),
    markup=(Markup(Span(0, 8), MarkupKind.HEADING, "2"), Markup(Span(12, 17), MarkupKind.STRONG)),
)
PAIRS = (
    Translation("Kim visita Moscou", "Kim Visits Moscow", Origin.HUMAN, "human", "", NOON, author="Ana"),
    Translation("Encontro", "Meeting", Origin.DRAFT, "local", "1", NOON),
    Translation("Kim esteve com Vladimir Putin.", "Kim was with Putin.", Origin.DRAFT, "local", "1", NOON,
                "Kim was with Poutin.", "0123456789abcdef+1", ("Vladimir Putin",)),
    Translation("Kim esteve com Vladimir Putin.", "Kim met Vladimir Putin.", Origin.REFINED, "google", "1", NOON),
)  # fmt: skip


def library(folder: Path) -> Database:
    """A new library in a folder."""
    return Database(folder / "library.db", STEPS)


def full(folder: Path) -> Database:
    """A library with the article and all that can be made of it, and with what is none of its business."""
    database = library(folder)
    articles = SQLiteArticles(database)
    other = Article("Outra", "Lula falou em Brasília.")
    for each in (ARTICLE, other):
        articles.add(each)
        AnalysisStore(database).put(each.id, RuleRecogniser(), each.published, analyse(each, RuleRecogniser()))
    memory = TranslationMemory(database)
    memory.record_all([*PAIRS, Translation("Nada disso.", "None of it.", Origin.DRAFT, "local", "1", NOON)])
    corrections = CorrectionStore(database, now=lambda: NOON)
    corrections.record(Rename(Target(Kind.PERSON, "Vladimir Putin"), None, "V. V. Putin", Scope.LIBRARY))
    corrections.record(Hide(Target(Kind.PLACE, "Brasília"), Scope.LIBRARY))
    corrections.record(Hide(Target(Kind.PERSON, "Lula")), other.id)
    at = BODY.index("banco central")
    quote = Quote.of(Span(at, at + len("banco central")), BODY)
    corrections.record(Add(quote, Target(Kind.ORGANISATION, "banco central")), ARTICLE.id)
    glossary = GlossaryStore(database, now=lambda: NOON)
    glossary.put(Given("banco central", "central bank", note="not: Fed"))
    glossary.put(Given("greve", "strike"))
    glossary.put(Given("líder", "leader", article=ARTICLE.id, author="Ana"))
    return database
