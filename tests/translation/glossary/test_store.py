"""The reader's terms in a real library: the article's before the library's before the entities'."""

from __future__ import annotations

import datetime
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.database import Database
from articles.errors import StorageError
from articles.migrations import MIGRATIONS
from reader.translation.glossary.model import Glossary, Term, TermKind, TermOrigin
from reader.translation.glossary.own import LONGEST, BadTerm, Changed, Given, NoTerm
from reader.translation.glossary.store import GlossaryStore
from reader.translation.tables import OWN_MIGRATIONS

STEPS = (*MIGRATIONS, *OWN_MIGRATIONS)
NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
LATER = NOON + datetime.timedelta(hours=1)
HERE, THERE = "a" * 32, "b" * 32


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db", STEPS) as opened:
        yield opened


@pytest.fixture
def time() -> list[datetime.datetime]:
    return [NOON]


@pytest.fixture
def store(database: Database, time: list[datetime.datetime]) -> GlossaryStore:
    return GlossaryStore(database, lambda: time[0])


def rendered(glossary: Glossary, sentence: str) -> list[str]:
    return [hit.term.target for hit in glossary.hits(sentence)]


def test_a_term_is_kept_with_who_and_when(store: GlossaryStore, time: list[datetime.datetime]) -> None:
    added = store.put(Given(" Kremlin", "the\nKremlin", TermKind.PLACE, "seat of power", author="Ana"))
    assert added.what is Changed.ADDED
    (kept,) = store.entries()
    assert kept == added.entry
    assert (kept.source, kept.target, kept.kind, kept.note) == (
        "Kremlin",
        "the Kremlin",
        TermKind.PLACE,
        "seat of power",
    )
    assert (kept.author, kept.created, kept.changed, kept.article) == ("Ana", NOON, NOON, None)
    time[0] = LATER
    changed = store.put(Given("Kremlin", "Kremlin", TermKind.PLACE, author="Rui"))
    assert (changed.what, changed.before) == (Changed.CHANGED, kept)
    assert (changed.entry.note, changed.entry.author) == ("seat of power", "Rui")
    assert (changed.entry.created, changed.entry.changed) == (NOON, LATER)
    again = store.put(Given("Kremlin", "Kremlin", TermKind.PLACE, author="Eva"))
    assert (again.what, again.entry) == (Changed.UNCHANGED, changed.entry)


def test_without_a_kind_capitals_tell(store: GlossaryStore) -> None:
    for source in ("banco central", "Banco Central", "OTAN", "iPhone"):
        store.put(Given(source, "x"))
    assert {each.source: each.kind for each in store.entries()} == {
        "banco central": TermKind.TERM,
        "Banco Central": TermKind.NAME,
        "OTAN": TermKind.NAME,
        "iPhone": TermKind.NAME,
    }


def test_given_again_without_a_kind_it_keeps_the_one_it_has(store: GlossaryStore) -> None:
    store.put(Given("Kremlin", "Kremlin", TermKind.PLACE))
    assert store.put(Given("Kremlin", "Kremlin")).what is Changed.UNCHANGED
    assert store.put(Given("Kremlin", "the Kremlin")).entry.kind is TermKind.PLACE
    assert store.put(Given("Kremlin", "the Kremlin", TermKind.ORGANISATION)).entry.kind is TermKind.ORGANISATION


def test_the_same_term_is_one_however_it_is_written(store: GlossaryStore) -> None:
    for source in ("copo d'água", "copo d’a\u0301gua", "COPO-D'ÁGUA"):
        store.put(Given(source, "glass", TermKind.TERM))
    for source in ("Otan", "OTAN", "Otan "):
        store.put(Given(source, "NATO", TermKind.ORGANISATION))
    store.put(Given("otan", "x", TermKind.TERM))
    assert [each.source for each in store.entries()] == ["COPO-D'ÁGUA", "OTAN", "Otan", "otan"]


def test_precedence_the_articles_then_the_librarys_then_the_entities(store: GlossaryStore) -> None:
    entities = [Term(name, "entity", TermKind.PLACE, TermOrigin.ENTITY) for name in ("Acre", "Rio", "Kremlin")]
    store.put(Given("Kremlin", "library"))
    store.put(Given("Rio", "library"))
    store.put(Given("Rio", "article", article=HERE))
    assert rendered(store.glossary_for(HERE, entities), "Acre Kremlin Rio") == ["entity", "library", "article"]
    assert rendered(store.glossary_for(THERE, entities), "Acre Kremlin Rio") == ["entity", "library", "library"]
    assert rendered(store.glossary_for(None), "Acre Kremlin Rio") == ["library", "library"]
    assert [each.article for each in store.entries(HERE)] == [None, None, HERE]
    assert len(store.entries()) == 2
    assert len(store.everything()) == 3


def test_what_is_changed_anywhere_shows_at_once(store: GlossaryStore, database: Database) -> None:
    with Database(database.path, STEPS) as other:
        theirs = GlossaryStore(other)
        store.put(Given("Rio", "one"))
        assert rendered(theirs.glossary_for(), "Rio") == ["one"]
        store.put(Given("Rio", "two"))
        assert rendered(theirs.glossary_for(), "Rio") == rendered(store.glossary_for(), "Rio") == ["two"]
        theirs.remove("Rio")
        assert not store.glossary_for()


def test_made_ready_once_for_all_articles(store: GlossaryStore) -> None:
    store.put(Given("Rio", "one"))
    first = store.glossary_for(HERE)
    store.put(Given("Rio", "one"))
    assert store.glossary_for(THERE)._base is first._base


def test_removed_by_its_source_exactly_or_else_folded(store: GlossaryStore) -> None:
    for source, kind in (("Otan", TermKind.NAME), ("OTAN", TermKind.NAME), ("otan", TermKind.TERM)):
        store.put(Given(source, "x", kind))
    store.put(Given("OTAN", "x", article=HERE))
    assert [each.source for each in store.remove("Otan")] == ["Otan"]
    assert [each.source for each in store.find("ótan")] == []
    assert [each.source for each in store.remove("oTAN", kind=TermKind.TERM)] == ["otan"]
    assert [each.source for each in store.remove("oTAN")] == ["OTAN"]
    with pytest.raises(NoTerm, match="OTAN"):
        store.remove("OTAN")
    assert [each.article for each in store.remove("OTAN", HERE)] == [HERE]


@pytest.mark.parametrize(
    ("source", "target"),
    [("", "x"), ("—", "x"), (" \x07 ", "x"), ("Rio", ""), ("Rio", " "), ("R" * (LONGEST + 1), "x"), ("Rio", "x" * 999)],
)
def test_what_is_no_term_changes_nothing(store: GlossaryStore, source: str, target: str) -> None:
    with pytest.raises(BadTerm):
        store.put_many([Given("Acre", "Acre"), Given(source, target)])
    assert store.everything() == []


def test_nothing_unclean_is_kept(store: GlossaryStore) -> None:
    kept = store.put(Given("R\x1b[1mio", "a\u202eb", note="n\x00", author="A\x9b1m")).entry
    assert (kept.source, kept.target, kept.note, kept.author) == ("R\ufffdio", "a\ufffdb", "n\ufffd", "A\ufffd")


def test_a_damaged_row_is_as_good_as_none(store: GlossaryStore, database: Database) -> None:
    store.put(Given("Rio", "x"))
    store.put(Given("Acre", "x"))
    with database.write() as connection:
        connection.execute("UPDATE glossary_term SET kind = 'river' WHERE source = 'Rio'")
        connection.execute("UPDATE glossary_term SET changed = 'today' WHERE source = 'Acre'")
        connection.execute("UPDATE glossary_change SET number = number + 1")
    assert store.entries() == []
    assert not store.glossary_for()


def test_a_library_that_cannot_be_used_is_told(store: GlossaryStore, database: Database) -> None:
    database.close()
    for call in (lambda: store.put(Given("Rio", "x")), lambda: store.remove("Rio"), store.entries, store.glossary_for):
        with pytest.raises(StorageError):
            call()


def test_threads_lose_nothing(store: GlossaryStore) -> None:
    def work(name: str) -> None:
        for number in range(12):
            store.put(Given(f"{name} {number}", "x"))
            store.glossary_for(HERE)

    threads = [threading.Thread(target=work, args=(name,)) for name in ("Acre", "Rio", "Pará")]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(store.entries()) == 36
    assert len(store.glossary_for().terms) == 36


CHILD = """
import sys
from pathlib import Path
from articles.database import Database
from reader.translation.glossary.own import Given
from reader.translation.glossary.store import GlossaryStore
from tests.translation.glossary.test_store import STEPS

store = GlossaryStore(Database(Path(sys.argv[1]), STEPS))
number = 0
while True:
    number += 1
    print(store.put_many([Given(f"Rio {number}", "x"), Given(f"Acre {number}", "x")])[0].entry.source, flush=True)
"""


def test_killed_at_any_moment_no_half_of_an_import_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True, cwd=root
    ) as child:
        assert child.stdout is not None
        try:
            seen = [child.stdout.readline().rstrip("\n") for _ in range(5)]
        finally:
            child.send_signal(signal.SIGKILL)
    with Database(path, STEPS) as database:
        kept = {each.source for each in GlossaryStore(database).entries()}
        assert set(seen) <= kept
        numbers = {source.split()[1] for source in kept}
        assert kept == {f"{name} {number}" for name in ("Rio", "Acre") for number in numbers}


steps = st.lists(
    st.tuples(
        st.sampled_from(("put", "remove")),
        st.sampled_from(("Rio", "RIO", "rio", "Acre")),
        st.sampled_from(("x", "y")),
        st.sampled_from((None, HERE)),
    ),
    max_size=15,
)


@settings(max_examples=12)
@given(steps)
def test_any_sequence_is_as_a_dictionary(steps: list[tuple[str, str, str, str | None]]) -> None:
    model: dict[tuple[str | None, str], str] = {}
    with tempfile.TemporaryDirectory() as folder, Database(Path(folder) / "library.db", STEPS) as database:
        store = GlossaryStore(database)
        for do, source, target, article in steps:
            if do == "put":
                store.put(Given(source, target, article=article))
                model[article, source] = target
            else:
                alike = [key for key in model if key[0] == article and key[1].lower() == source.lower()]
                gone = [key for key in alike if key[1] == source] or alike
                try:
                    assert {each.source for each in store.remove(source, article)} == {key[1] for key in gone}
                except NoTerm:
                    assert not gone
                for key in gone:
                    del model[key]
            assert {(each.article, each.source): each.target for each in store.everything()} == model
        found = {hit.span.start: hit.term.target for hit in store.glossary_for(HERE).hits("q Rio RIO rio Acre")}
        for start, source in ((2, "Rio"), (6, "RIO"), (10, "rio"), (14, "Acre")):
            lower = [key for key in ((HERE, source), (None, source), (HERE, "rio"), (None, "rio")) if key in model]
            wins = [key for key in lower if key[1] == source or source.lower() == "rio"]
            best = sorted(wins, key=lambda key: (key[0] is None, key[1] != source))
            assert found.get(start) == (model[best[0]] if best else None)
