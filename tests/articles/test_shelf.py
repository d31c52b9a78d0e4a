"""The list, the trash, stars, tags and versions, in the real store."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.database import Database
from articles.errors import ArticleNotFound
from articles.migrations import MIGRATIONS
from articles.model import Article
from articles.repository import Added, Condition, Order
from articles.sqlite import SQLiteArticles

LATER = datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)
PAGE = "https://jornal.example/noticia"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SQLiteArticles]:
    with Database(tmp_path / "library.db", MIGRATIONS) as database:
        yield SQLiteArticles(database)


def article(text: str, **known: object) -> Article:
    return Article(f"Sobre {text}", f"O texto fala de {text}.", **known)  # type: ignore[arg-type]


def titles(store: SQLiteArticles, *asked: object, **more: object) -> list[str]:
    return [each.title for each in store.summaries(store.keys(*asked, **more))]  # type: ignore[arg-type]


def test_the_trash_is_out_of_sight_until_it_is_emptied(store: SQLiteArticles) -> None:
    store.add_many([article("chuva"), article("sol")])
    gone = store.remove(article("chuva").id)
    assert titles(store) == ["Sobre sol"]
    assert (store.count(), store.key_of(gone.id), store.search("chuva")) == (1, None, [])
    with pytest.raises(ArticleNotFound):
        store.get(gone.id)
    with pytest.raises(ArticleNotFound):
        store.remove(gone.id)
    assert [each.title for each in store.removed()] == ["Sobre chuva"]
    assert store.restore(gone.id[:6]) == gone
    assert (store.count(), store.removed(), len(store.search("chuva"))) == (2, [], 1)
    store.remove(gone.id)
    assert store.purge(datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)) == 0
    assert store.purge(LATER) == 1
    with pytest.raises(ArticleNotFound):
        store.restore(gone.id)


def test_what_is_added_again_comes_back_from_the_trash(store: SQLiteArticles) -> None:
    store.add(article("chuva"))
    store.remove(article("chuva").id)
    assert store.add(article("chuva")) is Added.NEW
    assert titles(store) == ["Sobre chuva"]


def test_stars_and_reading_are_kept_and_counted(store: SQLiteArticles) -> None:
    store.add_many([article(str(number)) for number in range(3)])
    keys = list(store.keys())
    store.star(keys[:1])
    store.mark_read(keys[1:])
    store.mark_read(keys[2:], on=False)
    found = store.summaries(keys)
    assert [(each.starred, each.read) for each in found] == [(True, False), (False, True), (False, False)]
    assert store.count(Condition("s.read IS NULL")) == 2
    assert store.keys(Condition("s.starred IS NOT NULL")) == keys[:1]


def test_the_orders(store: SQLiteArticles) -> None:
    def on(day: int) -> datetime.date:
        return datetime.date(2024, 1, day)

    store.add_many(
        [
            Article("Água", "um dois três.", source="B", published=on(1)),
            Article("zebra", "um.", source="á", published=on(3)),
            Article("Banco", "um dois.", published=on(2)),
        ]
    )
    assert titles(store, None, Order.DATE) == ["zebra", "Banco", "Água"]
    assert titles(store, None, Order.DATE, reverse=True) == ["Água", "Banco", "zebra"]
    assert titles(store, None, Order.TITLE) == ["Água", "Banco", "zebra"]
    assert titles(store, None, Order.SOURCE) == ["zebra", "Água", "Banco"]
    assert titles(store, None, Order.LENGTH) == ["Água", "Banco", "zebra"]
    store.mark_read(store.keys(limit=1))
    assert titles(store, None, Order.UNREAD) == ["Banco", "Água", "zebra"]
    assert titles(store, None, Order.UNREAD, reverse=True) == ["zebra", "Água", "Banco"]
    assert titles(store, Condition("s.words > ?", (1,)), Order.UNREAD, limit=1) == ["Banco"]


def test_tags_are_counted_however_they_are_written(store: SQLiteArticles) -> None:
    store.add_many([article(str(number), tags=("Política",)) for number in range(2)])
    store.add(article("x", tags=("politica", "sol")))
    assert store.tags() == [("Política", 3), ("sol", 1)]
    (key,) = store.keys(Condition("s.key IN (SELECT key FROM tag WHERE name = ?)", ("sol",)))
    assert store.retag(key, ["mar", "mar"]).tags == ("mar",)
    assert store.tags() == [("mar", 1), ("Política", 2)]


def test_another_text_at_the_same_address_is_a_newer_version(store: SQLiteArticles) -> None:
    first, second = article("chuva", url=PAGE, tags=("tempo",)), article("muita chuva", url=PAGE + "#fim")
    store.add(first)
    store.star(store.keys())
    assert store.add(second) is Added.VERSION
    assert titles(store) == ["Sobre muita chuva"]
    (key,) = store.keys()
    assert store.at_address(PAGE) == key
    shown = store.summaries([key])[0]
    assert (shown.starred, shown.versions) == (True, 1)
    assert [each.title for each in store.versions(key)] == ["Sobre muita chuva", "Sobre chuva"]
    assert store.get(second.id).tags == ("tempo",)
    assert store.get(first.id) == first
    assert [hit.summary.title for hit in store.search("chuva")] == ["Sobre muita chuva"]


def test_a_text_that_goes_back_to_what_it_was(store: SQLiteArticles) -> None:
    first, second, third = (article(text, url=PAGE) for text in ("um", "dois", "três"))
    for each in (first, second, third):
        store.add(each)
    assert store.add(first) is Added.VERSION
    (key,) = store.keys()
    assert [each.id for each in store.versions(key)] == [first.id, third.id, second.id]
    assert store.add(second) is Added.VERSION
    (key,) = store.keys()
    assert [each.id for each in store.versions(key)] == [second.id, first.id, third.id]


def test_of_the_versions_the_others_stay_when_one_is_thrown_away(store: SQLiteArticles) -> None:
    first, second, third = (article(text, url=PAGE) for text in ("um", "dois", "três"))
    for each in (first, second, third):
        store.add(each)
    store.remove(second.id)
    store.purge(LATER)
    (key,) = store.keys()
    assert [each.id for each in store.versions(key)] == [third.id, first.id]


def test_the_moment_has_its_zone(store: SQLiteArticles) -> None:
    moment = datetime.datetime(2024, 5, 1, 23, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-3)))
    store.add(article("noite", moment=moment))
    stored = store.get(article("noite").id)
    assert stored.moment is not None
    assert (stored.moment.isoformat(), stored.published) == ("2024-05-01T23:30:00-03:00", datetime.date(2024, 5, 1))
    with pytest.raises(ValueError, match="zone"):
        article("dia", moment=moment.replace(tzinfo=None))
