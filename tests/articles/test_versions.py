"""Duplicates and versions: what is one article, and what becomes of what the reader did to the older text."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.database import Database
from articles.feeds.tables import FEED_MIGRATIONS
from articles.migrations import MIGRATIONS
from articles.model import Article
from articles.repository import Added
from articles.sqlite import SQLiteArticles
from reader.positions import POSITION_MIGRATIONS, Positions

URL = "https://jornal.example/politica/2023/09/ministro-chega-a-lisboa"
A = "O ministro chegou a Lisboa na terça-feira. Ninguém o esperava.\n\n" + "\n\n".join(
    f"Na cidade número {number} a ponte foi reaberta ao trânsito depois de obras." for number in range(20)
)
B = A.replace("Lisboa", "Braga")


@pytest.fixture
def library(path: Path) -> Iterator[Database]:
    with Database(path, (*MIGRATIONS, *FEED_MIGRATIONS, *POSITION_MIGRATIONS)) as database:
        yield database


@pytest.fixture
def store(library: Database) -> SQLiteArticles:
    return SQLiteArticles(library)


def of(body: str, url: str | None = URL, title: str = "Ministro chega", **more: object) -> Article:
    return Article(title=title, body=body, url=url, **more)  # type: ignore[arg-type]


def key(store: SQLiteArticles, article: Article) -> int:
    found = store.key_of(article.id)
    assert found is not None
    return found


def listed(store: SQLiteArticles) -> list[str]:
    return [each.id for each in store.summaries(store.keys())]


def test_a_changed_text_at_the_same_address_is_a_newer_version(store: SQLiteArticles) -> None:
    old, new = of(A), of(B, URL + "?utm_source=x", title="Ministro em Braga")
    assert [store.add(old), store.add(new)] == [Added.NEW, Added.VERSION]

    assert listed(store) == [new.id]
    assert [each.id for each in store.versions(key(store, new))] == [new.id, old.id]
    assert store.newest(key(store, old)) == key(store, new)
    assert [hit.summary.id for hit in store.search("Lisboa")] == []
    assert store.get(old.id).body == A


def test_star_tags_and_edits_go_over_and_little_change_stays_read(store: SQLiteArticles) -> None:
    store.add(of(A, tags=("pontes",)))
    at = key(store, of(A))
    store.star([at])
    store.mark_read([at])
    store.edit(at, title="Meu título", published=datetime.date(2023, 9, 12))
    store.add(of(B, tags=("norte",), title="Outro"))

    (summary,) = store.summaries(store.keys())
    assert (summary.starred, summary.read, summary.title) == (True, True, "Meu título")
    assert summary.published == datetime.date(2023, 9, 12)
    assert store.get(of(B).id).tags == ("pontes", "norte")


def test_a_version_with_much_that_is_new_is_unread(store: SQLiteArticles) -> None:
    store.add(of("O ministro chegou a Lisboa."))  # a feed's summary, with the title of the whole
    store.mark_read(store.keys())
    assert store.add(of(A)) is Added.VERSION

    assert [each.read for each in store.summaries(store.keys())] == [False]


def test_a_text_that_goes_back_to_what_it_was_is_the_older_version_again(store: SQLiteArticles) -> None:
    said = [store.add(of(A)), store.add(of(B)), store.add(of(A)), store.add(of(A))]

    assert said == [Added.NEW, Added.VERSION, Added.VERSION, Added.UNCHANGED]
    assert [each.id for each in store.versions(key(store, of(A)))] == [of(A).id, of(B).id]
    assert listed(store) == [of(A).id]


def test_typography_and_white_space_are_no_version(store: SQLiteArticles) -> None:
    plain, printed = of('"Sim", disse - e saiu.\n\n' + A), of("“Sim”, disse — e saiu.\n\n" + A, byline="Ana")
    store.add(plain)
    assert [store.add(printed), store.add(printed)] == [Added.UPDATED, Added.UNCHANGED]

    assert listed(store) == [plain.id]
    assert store.get(printed.id).byline == "Ana"
    assert store.key_of(printed.id) == store.key_of(plain.id)


def test_other_pages_at_one_address_are_other_articles(store: SQLiteArticles) -> None:
    front = "https://jornal.example/"
    other = "Uma receita de bolo leva ovos, farinha e açúcar. Mexe-se tudo muito bem antes de ir ao forno."
    assert store.add(of(A, front)) is Added.NEW
    assert store.add(of(other, front)) is Added.NEW
    assert store.add(of(B, front)) is Added.VERSION
    assert store.count() == 2
    assert store.add(of(A, "https://jornal.example/politica/")) is Added.VERSION  # back to what it was
    assert store.add(of(other + " Serve frio.", "https://jornal.example/politica")) is Added.NEW


def test_the_same_text_at_another_address_is_one_article_known_by_both(store: SQLiteArticles) -> None:
    store.add(of(A))
    elsewhere = "https://agencia.example/2023/ministro"
    assert store.add(of(A, elsewhere)) is Added.UPDATED
    assert store.at_address(URL) == store.at_address(elsewhere) is not None
    assert store.add(of(B, URL)) is Added.VERSION
    assert store.count() == 1
    assert store.at_address(elsewhere) == key(store, of(B))


def test_a_title_alone_is_no_version_and_one_given_by_hand_stays(store: SQLiteArticles) -> None:
    store.add(of(A))
    assert store.add(of(A, title="Outro título")) is Added.UPDATED
    store.edit(store.keys()[0], title="Meu")
    store.retag(store.keys()[0], ["minha"])
    store.add(of(A, title="Mais um", tags=("deles",), byline="Ana"))

    article = store.get(of(A).id)
    assert (article.title, article.tags, article.byline) == ("Meu", ("minha",), "Ana")


def test_marks_go_over_where_their_words_are_still_there(store: SQLiteArticles, library: Database) -> None:
    store.add(of(A))
    with library.write() as connection:
        for quote in ("Ninguém o esperava", "a Lisboa", "cidade número 12"):
            start = A.index(quote)
            row = (of(A).id, start, start + len(quote), quote, "2023-09-12")
            connection.execute('INSERT INTO mark (article, start, "end", quote, made) VALUES (?, ?, ?, ?, ?)', row)
    body = "Atualizado.\n\n" + B
    store.add(of(body))

    with library.read() as connection:
        marks = connection.execute('SELECT article, start, "end", quote FROM mark ORDER BY number').fetchall()
    assert [each[0] for each in marks] == [of(body).id, of(A).id, of(body).id]
    assert [body[start:end] == quote for _, start, end, quote in marks] == [True, False, True]


def test_the_place_and_the_feeds_of_an_article_follow_it(store: SQLiteArticles, library: Database) -> None:
    store.add(of(A))
    with library.write() as connection:
        connection.execute("INSERT INTO feed (url, title, folded, added) VALUES ('u', 't', 't', '')")
        connection.execute(
            "INSERT INTO feed_item (feed, guid, article, digest, wholeness, seen) VALUES (1, 'g', ?, '', 'whole', '')",
            (key(store, of(A)),),
        )
    places = Positions(library)
    places.save(of(A).id, A.index("Na cidade número 7"), 4)
    body = "Atualizado.\n\n" + B
    store.add(of(body))

    found = places.get(of(body).id)
    assert found is not None
    assert body[found.offset :].startswith("Na cidade número 7")
    assert found.row == 4
    with library.read() as connection:
        assert connection.execute("SELECT article FROM feed_item").fetchone() == (key(store, of(body)),)


def test_what_is_thrown_away_takes_its_older_versions_along(store: SQLiteArticles, library: Database) -> None:
    store.add(of(A))
    store.add(of(B))
    store.add(of("Bolo de ovos.", None, title="Bolo"))
    store.remove(of(B).id)
    assert [each.id for each in store.removed()] == [of(B).id]
    assert store.purge(datetime.datetime.now(datetime.UTC)) == 1

    with library.read() as connection:
        assert connection.execute("SELECT count(*) FROM article").fetchone() == (1,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert store.add(of(A)) is Added.NEW


def test_a_thrown_away_middle_version_leaves_the_others_in_a_row(store: SQLiteArticles) -> None:
    bodies = [A, B, A.replace("Lisboa", "Faro")]
    for body in bodies:
        store.add(of(body))
    store.remove(of(B).id)
    store.purge(datetime.datetime.now(datetime.UTC))

    assert [each.id for each in store.versions(store.keys()[0])] == [of(bodies[2]).id, of(A).id]


def test_a_removed_article_comes_back_with_an_older_text(store: SQLiteArticles) -> None:
    store.add(of(A))
    store.add(of(B))
    store.remove(of(B).id)
    assert store.add(of(A)) is Added.VERSION
    assert listed(store) == [of(A).id]
    assert len(store.versions(store.keys()[0])) == 2


def test_dates_edited_by_hand_drop_the_moment(store: SQLiteArticles) -> None:
    moment = datetime.datetime(2023, 9, 12, 23, 30, tzinfo=datetime.UTC)
    store.add(of(A, moment=moment))
    store.edit(store.keys()[0], published=datetime.date(2023, 9, 13), moment=None)
    store.add(dataclasses.replace(of(A), moment=moment))

    article = store.get(of(A).id)
    assert (article.published, article.moment) == (datetime.date(2023, 9, 13), None)
