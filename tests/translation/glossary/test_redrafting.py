"""A changed glossary touches only the sentences in which the term stands, and asks no engine again for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from articles.bundled import bundled
from articles.database import Database
from articles.sentences import sentences
from reader.translation.engine import Translation
from reader.translation.glossary.model import Hit
from reader.translation.glossary.own import Given
from reader.translation.glossary.store import GlossaryStore
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory
from reader.translation.names.model import Held
from reader.translation.pairs import english_of
from reader.translation.service import TranslationService
from reader.translation.tables import OWN_MIGRATIONS
from tests.translation.engines import ScriptedEngine


class WritingHolder:
    """Writes the English of each term behind the sentence, and remembers which sentences it was given."""

    version = "1"

    def __init__(self) -> None:
        self.given: list[str] = []

    def hold(self, source: str, target: str, hits: Sequence[Hit], again: Callable[[str], str] | None = None) -> Held:
        self.given.append(source)
        return Held(" ".join([target, *(hit.term.target for hit in hits)]))


@pytest.fixture(scope="module")
def article() -> list[str]:
    """The sentences of a bundled article, each once."""
    found = next(each for each in bundled() if each.name == "25-de-abril").article
    return list(dict.fromkeys([found.title, *(each.span.of(found.body) for each in sentences(found))]))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db", (*MEMORY_MIGRATIONS, *OWN_MIGRATIONS)) as opened:
        yield opened


def test_of_a_whole_article_only_what_a_term_touches(database: Database, article: list[str]) -> None:
    engine, holder = ScriptedEngine(), WritingHolder()
    service = TranslationService(TranslationMemory(database), engine, holder=holder)
    store = GlossaryStore(database)

    def translated() -> dict[str, Translation]:
        engine.asked.clear()
        holder.given.clear()
        found = dict(english_of(service, article, glossary=store.glossary_for("a" * 32)))
        assert all(isinstance(each, Translation) for each in found.values())
        return {source: each for source, each in found.items() if isinstance(each, Translation)}

    def holding(term: str) -> list[str]:
        return [source for source in article if term in source]

    before = translated()
    assert len(engine.asked) == len(article) > 30
    assert holder.given == []

    touched = holding("Marcello Caetano")
    assert 1 < len(touched) < len(article) / 4
    store.put(Given("Marcello Caetano", "M. Caetano"))
    after = translated()
    assert (engine.asked, holder.given) == ([], touched)
    assert [source for source in article if after[source] != before[source]] == touched
    assert all(after[source].target.endswith("M. Caetano") for source in touched)

    assert translated() == after
    assert (engine.asked, holder.given) == ([], []), "nothing has changed since"

    store.put(Given("Marcello Caetano", "Caetano", article="a" * 32))
    assert all(each.target.endswith(" Caetano") for source, each in translated().items() if source in touched)
    assert (engine.asked, holder.given) == ([], touched)

    store.put(Given("Marcello Caetano", "nobody", article="b" * 32))
    translated()
    assert (engine.asked, holder.given) == ([], []), "of another article"

    for where in ("a" * 32, None):
        store.remove("Marcello Caetano", where)
    assert {source: each.target for source, each in translated().items()} == {
        source: each.target for source, each in before.items()
    }
    assert (engine.asked, holder.given) == ([], []), "no term is left, and what the engine said is there"
