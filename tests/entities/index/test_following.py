"""Corrections and the index: right at once, right again when undone, and the same as reading every article anew."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.database import Database
from articles.migrations import MIGRATIONS
from articles.model import Span
from reader.entities.corrections.model import (
    Add,
    Correction,
    Hide,
    Merge,
    Quote,
    Rename,
    Retype,
    Scope,
    Split,
    Target,
)
from reader.entities.corrections.store import NothingToUndo
from reader.entities.index.following import AT_ONCE
from reader.entities.index.writing import library_key
from reader.entities.model import Entity, Kind
from reader.entities.store import ENTITY_MIGRATIONS
from tests.entities.index.libraries import Library

LIBRARY = Scope.LIBRARY
P, L, O = Kind.PERSON, Kind.PLACE, Kind.ORGANISATION  # noqa: E741 - kinds, side by side


ENGLISH = {("place", "vale"): "valley"}
"""How the library knows what some names are in English, also where an article does not say it."""


def key_of(entity: Entity) -> tuple[str, str]:
    kind, key = library_key(entity)
    return kind.value, ENGLISH.get((kind.value, key), key)


def in_step(library: Library) -> bool:
    """Whether the index counts what reading every article with its corrections counts."""
    articles: Counter[tuple[str, str]] = Counter()
    mentions: Counter[tuple[str, str]] = Counter()
    for article in library.recognised:
        here = set()
        for each in library.shown(article):
            here.add(key_of(each))
            mentions[key_of(each)] += len(each.mentions)
        articles.update(here)
    with library.database.read() as connection:
        rows = connection.execute("SELECT kind, key, articles, mentions FROM library_entity WHERE articles > 0")
        kept = {(kind, key): (one, two) for kind, key, one, two in rows}
        assert connection.execute("PRAGMA foreign_key_check").fetchone() is None
    assert kept == {key: (articles[key], mentions[key]) for key in articles}
    for article in library.recognised:
        for each in library.shown(article):
            found = library.index.also_in(each, article, limit=100)
            assert found.count == len(found.places) == articles[key_of(each)] - 1
    return True


def test_a_rename_for_the_library_holds_in_all_articles_at_once(library: Library) -> None:
    here = library.add("[person:Kim] falou.", day=1)
    other = library.add("[person:Kim] calou.", day=2)
    full = library.add("[person:Kim Jong Un] saiu.", day=3)
    library.corrections.record(Rename(Target(P, "Kim"), "Kim Jong Un", scope=LIBRARY), here)
    assert library.also_in(here, "Kim Jong Un") == [full, other]
    late = library.add("[person:Kim] voltou.", day=4)
    assert library.also_in(here, "Kim Jong Un") == [late, full, other]
    library.corrections.undo(here)
    assert library.also_in(here, "Kim") == [late, other]
    assert library.also_in(full, "Kim Jong Un") == []
    library.corrections.redo(here)
    assert library.also_in(late, "Kim Jong Un") == [full, other, here]
    assert in_step(library)


def test_an_article_with_both_names_counts_once(library: Library) -> None:
    library.add("[person:Silva] e [person:João Silva].", day=1)
    here = library.add("[person:João Silva].", day=2)
    library.corrections.record(Merge(Target(P, "Silva"), Target(P, "João Silva"), LIBRARY))
    assert library.counts() == {("person", "João Silva"): (2, 3)}
    library.remove(here)
    assert library.counts() == {("person", "João Silva"): (1, 2)}


def test_hidden_in_the_library_and_shown_again(library: Library) -> None:
    library.add("[person:Leia] mais. [person:Ana] leu.")
    library.corrections.record(Hide(Target(P, "Leia"), LIBRARY))
    library.add("[person:Leia] também.")
    assert ("person", "Leia") not in library.counts()
    assert library.index.find("leia") == []
    library.corrections.undo()
    assert library.counts()["person", "Leia"] == (2, 2)


def test_an_english_name_finds_it_until_it_is_undone(library: Library) -> None:
    library.add("[organisation:STF] decidiu.")
    library.corrections.record(Rename(Target(O, "STF"), english="Supreme Court", scope=LIBRARY))
    (known,) = library.index.find("supreme court")
    assert known.english == "Supreme Court"
    library.corrections.undo()
    assert library.index.find("supreme court") == []
    assert library.index.find("stf")[0].english is None


def test_what_is_added_for_the_library_is_found_where_the_words_stand(library: Library) -> None:
    here = library.add("O Su-35 voou.", day=1)
    there = library.add("Outro Su-35 pousou, e o Su-35 ficou.", day=2)
    library.add("O Su-350 não existe.", day=3)
    add = Add(Quote.of(Span(2, 7), "O Su-35 voou."), Target(Kind.WORK, "Su-35"), LIBRARY)
    library.corrections.record(add, here)
    assert library.also_in(here, "Su-35") == [there]
    late = library.add("Um terceiro Su-35.", day=4)
    assert library.also_in(here, "Su-35") == [late, there]
    library.corrections.undo(here)
    assert library.counts() == {}
    assert in_step(library)


def test_where_many_articles_wait_the_one_on_the_screen_is_first(library: Library) -> None:
    ids = [library.add(f"O Angara voou {day} vezes.", day=day) for day in range(AT_ONCE + 20)]
    add = Add(Quote.of(Span(2, 8), "O Angara voou"), Target(Kind.WORK, "Angara"), LIBRARY)
    library.corrections.record(add, ids[0])
    found = library.index.also_in(library.named(ids[0], "Angara"), ids[0], limit=5)
    assert (found.pending, found.count) == (19, AT_ONCE)
    assert library.index.catch_up(10) == 9
    assert library.index.catch_up(10) == 0
    assert library.index.catch_up() == 0
    (known,) = library.index.find("angara")
    assert len(library.index.places(known.number)) == known.articles == len(ids)
    assert in_step(library)


def test_a_correction_of_one_article_changes_that_one(library: Library) -> None:
    here = library.add("[person:Silva] falou e [person:Silva] saiu.", day=1)
    there = library.add("[person:Silva] calou. [person:João Silva] não.", day=2)
    body = library.recognised[here][0].body
    library.corrections.record(Split(Target(P, "Silva"), (Quote.of(Span(0, 5), body),), "João Silva"), here)
    assert library.also_in(here, "João Silva") == [there]
    assert library.also_in(here, "Silva") == [there]
    library.corrections.record(Hide(Target(P, "Silva")), here)
    assert library.also_in(there, "Silva") == []
    library.corrections.undo(here)
    library.corrections.undo(here)
    assert library.counts()["person", "João Silva"] == (1, 1)
    assert in_step(library)


NAMES = ("Ana", "Rui", "Vale", "ana")
TEXTS = [
    f"[person:{one}] viu [place:{two}] e [organisation:{two}], {three} também, [date:2019] {number}".replace(
        "place:Vale", "place:Vale|Valley"
    )
    for number, (one, two, three) in enumerate(
        [("Ana", "Vale", "Rui"), ("Rui", "Ana", "Ana"), ("Vale", "Rui", "Vale"), ("Ana", "Rui", "Ana")]
    )
]
targets = st.builds(Target, st.sampled_from([P, L, O, Kind.DATE]), st.sampled_from([*NAMES, "2019", "2020-05"]))
scopes = st.sampled_from(Scope)
corrections: st.SearchStrategy[Correction] = st.one_of(
    st.builds(Rename, targets, st.sampled_from([*NAMES, "2020-05"]), st.none() | st.sampled_from(NAMES), scopes),
    st.builds(Merge, targets, targets, scopes),
    st.builds(Retype, targets, st.sampled_from([P, L, O, Kind.DATE]), scopes),
    st.builds(Hide, targets, scopes),
    st.builds(Add, st.builds(Quote, st.just(0), st.sampled_from(NAMES)), targets, scopes),
)
steps = st.one_of(
    st.tuples(st.just("record"), st.integers(0, 3), corrections),
    st.tuples(st.sampled_from(["add", "remove", "undo", "redo"]), st.integers(0, 3), st.none()),
)


@settings(max_examples=40)
@given(st.lists(steps, min_size=1, max_size=9))
def test_whatever_happens_it_counts_what_reading_all_anew_counts(
    taken: list[tuple[str, int, Correction | None]],
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Database(Path(folder) / "library.db", (*MIGRATIONS, *ENTITY_MIGRATIONS)) as database,
    ):
        library = Library(database)
        ids = [library.add(text) for text in TEXTS]
        for what, which, correction in taken:
            there = ids[which] in library.recognised
            if what == "record" and correction is not None:
                library.corrections.record(correction, ids[which])
            elif what == "add":
                library.add(TEXTS[which])
            elif what == "remove" and there:
                library.remove(ids[which])
            elif what in ("undo", "redo"):
                try:
                    getattr(library.corrections, what)(ids[which])
                except NothingToUndo:
                    continue
            assert library.index.catch_up() == 0
            assert in_step(library)
