"""English words find articles, and go on doing so whatever happens to the memory and the library."""

from __future__ import annotations

import dataclasses
import datetime
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.database import Database
from articles.finding.finder import Finder
from articles.model import Article
from articles.sqlite import SQLiteArticles
from reader.cli.compose import migrations
from reader.finding import english
from reader.finding.english import EnglishTexts
from reader.translation.engine import Origin, Translation
from reader.translation.memory import TranslationMemory, forget_people, key_of

BASE = "O foguete subiu ao amanhecer. Ninguém viu nada."
PLANE = "Um avião militar pousou na capital. O foguete subiu ao amanhecer."
NOW = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)


class Library:
    """A library with its memory, and what is found in it."""

    def __init__(self, path: Path) -> None:
        self.database = Database(path, migrations())
        self.store = SQLiteArticles(self.database)
        self.memory = TranslationMemory(self.database)
        self.texts = EnglishTexts(self.database)
        self.finder = Finder(self.database, [self.texts])

    def add(self, body: str, title: str = "Título") -> int:
        article = Article(title, body)
        self.store.add(article)
        key = self.store.key_of(article.id)
        assert key is not None
        return key

    def says(self, source: str, target: str, origin: Origin = Origin.DRAFT, engine: str = "local") -> None:
        self.memory.record(Translation(source, target, origin, engine, "1", NOW))

    def found(self, query: str) -> list[int]:
        assert self.texts.catch_up()
        assert self.texts.waiting() == 0
        return sorted(self.finder.keys(query))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library(tmp_path / "library.db")
    yield made
    made.database.close()


def test_a_word_of_the_english_finds_the_article_and_shows_its_sentence(library: Library) -> None:
    key = library.add(BASE)
    library.says("O foguete subiu ao amanhecer.", "The rocket rose at dawn.")
    assert library.found("rocket") == [key]
    (hit,) = library.finder.search("rocket")
    assert hit.in_english
    assert hit.excerpt == "The rocket rose at dawn."
    assert [hit.excerpt[start:end] for start, end in hit.matches] == ["rocket"]


def test_a_query_may_stand_partly_in_the_text_and_partly_in_its_english(library: Library) -> None:
    key = library.add(BASE)
    other = library.add("O foguete caiu.")
    library.says("O foguete subiu ao amanhecer.", "The rocket rose at dawn.")
    assert library.found("rocket ninguém") == [key]
    assert library.found('"rose at dawn" título') == [key]
    assert library.found("rocket OR caiu") == [key, other]
    assert library.found("foguete -rocket") == [other]
    assert library.found("foguete -ninguém") == [other]
    assert library.found("-rocket -xyz") == [other]
    assert library.found("title:rocket") == []
    (hit,) = library.finder.search("rocket ninguém")
    assert hit.in_english
    assert not library.finder.search("foguete ninguém")[0].in_english


def test_articles_that_come_after_their_english_are_found_too(library: Library) -> None:
    library.says("O foguete subiu ao amanhecer.", "The rocket rose at dawn.")
    assert library.found("rocket") == []
    first = library.add(BASE)
    assert library.found("rocket") == [first]
    second = library.add(PLANE)
    assert library.found("rocket") == [first, second]


def test_sentences_translated_later_follow(library: Library) -> None:
    first, second = library.add(BASE), library.add(PLANE)
    library.says("Ninguém viu nada.", "Nobody saw a thing.")
    assert library.found("nobody") == [first]
    library.says("O foguete subiu ao amanhecer.", "The rocket rose at dawn.")
    assert library.found("rocket") == [first, second]
    assert library.found("nobody rocket") == [first]


def test_what_a_person_says_takes_the_place_of_the_draft(library: Library) -> None:
    key = library.add(BASE)
    source = "O foguete subiu ao amanhecer."
    library.says(source, "The rocket rose at dawn.")
    assert library.found("rocket") == [key]
    library.says(source, "The missile went up at dawn.", Origin.HUMAN, "ana")
    assert (library.found("rocket"), library.found("missile")) == ([], [key])
    library.says(source, "The projectile went up.", Origin.HUMAN, "ana")
    assert (library.found("missile"), library.found("projectile")) == ([], [key])
    library.says(source, "The rocket climbed.")  # a new draft lies below
    assert library.found("climbed") == []
    with library.database.write() as connection:
        forget_people(connection, key_of(source))
    assert (library.found("projectile"), library.found("climbed")) == ([], [key])


def test_the_english_of_the_title_counts(library: Library) -> None:
    key = library.add("Texto sem mais.", title="Foguete sobe")
    library.says("Foguete sobe", "Rocket rises")
    assert library.found("rises") == [key]


def test_articles_that_go_and_titles_that_change(library: Library) -> None:
    key = library.add(BASE)
    library.says("O foguete subiu ao amanhecer.", "The rocket rose at dawn.")
    assert library.found("rocket título") == [key]
    article = library.store.get(Article("x", BASE).id)
    library.store.add(dataclasses.replace(article, title="Manchete"))
    assert (library.found("rocket manchete"), library.found("rocket título")) == ([key], [])
    library.store.remove(article.id)
    assert library.found("rocket") == []
    library.store.purge(datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC))
    assert library.found("rocket") == []
    with library.database.read() as connection:
        for table in ("english", "english_sentence"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_many_new_pairs_are_found_by_looking_at_the_articles(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(english, "_AT_ONCE", 3)
    key = library.add(BASE)
    for number in range(30):
        library.says(f"Frase de número {number}.", f"Sentence {number}.")
    library.says("O foguete subiu ao amanhecer.", "The rocket rose at dawn.")
    assert library.found("rocket") == [key]


def test_catching_up_may_stop_on_the_way(library: Library) -> None:
    library.add(BASE)
    library.says("O foguete subiu ao amanhecer.", "The rocket rose at dawn.")
    steps: list[int] = []
    assert library.texts.waiting() == 2
    assert not library.texts.catch_up(1, steps.append)
    assert library.texts.catch_up(None, steps.append)
    assert len(steps) > 1


def test_the_index_is_what_it_would_be_made_anew(library: Library) -> None:
    dice = random.Random(5)
    words = ("sol", "mar", "casa", "porta", "livro", "estrada")
    sentences = [f"Frase {number} com {dice.choice(words)} e {dice.choice(words)}." for number in range(12)]
    stored: list[str] = []
    for number in range(80):
        act = dice.randrange(5)
        if act == 0:
            body = " ".join(dice.sample(sentences, 3))
            library.add(body)
            stored.append(Article("x", body).id)
        elif act == 1 and stored:
            library.store.remove(gone := stored.pop())
            stored = [each for each in stored if each != gone]
            library.store.purge(datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC))
        elif act == 2:
            library.texts.catch_up(1)
        else:
            source = dice.choice(sentences)
            origin = dice.choice((Origin.DRAFT, Origin.HUMAN))
            library.says(source, f"{dice.choice(words)} word{number}", origin, "x")
    library.texts.catch_up()
    with library.database.read() as connection:
        kept = dict(connection.execute("SELECT article, english FROM english"))
        bodies = connection.execute("SELECT key, body FROM article ORDER BY key").fetchall()
    expected = {}
    for key, body in bodies:
        own = [f"{part}." for part in body.removesuffix(".").split(". ")]
        known = library.memory.lookup(own)
        if known:
            expected[key] = "\n".join(known[each].target for each in own if each in known)
    assert kept == expected
    for number in range(80):
        assert library.found(f"word{number}") == [k for k, text in expected.items() if f"word{number}" in text.split()]


def test_a_search_itself_brings_a_little_in_step(library: Library) -> None:
    key = library.add(BASE)
    library.says("O foguete subiu ao amanhecer.", "The rocket rose at dawn.")
    assert list(library.finder.keys("rocket", typing=True)) == []
    assert [hit.summary.key for hit in library.finder.search("rocket")] == [key]
    assert list(library.finder.keys("rocket")) == [key]
