"""Finding in a library: what is found equals what a plain walk through all articles finds, and is ranked."""

from __future__ import annotations

import datetime
import functools
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.database import Database
from articles.errors import BadQuery
from articles.feeds.tables import FEED_MIGRATIONS
from articles.finding import finder as finder_module
from articles.finding.finder import Finder
from articles.finding.model import Query, Term, Text
from articles.migrations import MIGRATIONS
from articles.model import Article
from articles.repository import Order
from articles.sqlite import SQLiteArticles

TODAY = datetime.date(2023, 9, 15)
BODIES = (
    "O sol nasceu. A ação do governo não bastou, disse-lhe ela.",
    "A chuva caiu sobre São Paulo.\n\nDepois, o sol.",
    "Paulo foi a São Tomé; o governo ficou.",
    "Uma acção do sol e da chuva. Sol!",
    "Nada de nada.",
    "O sol-posto e o guarda-chuva do governador.",
)
SHELF = [
    Article(
        title=("Sol e chuva", "Governo", "Dia", "Chuva forte")[number % 4],
        body=f"{body} Texto {number}.",
        byline=("Ana Sá", None, "Rui Melo")[number % 3],
        source=("Folha do Sol", "Diário", None)[number // 2 % 3],
        published=TODAY - datetime.timedelta(days=17 * number) if number % 5 else None,
        language=("pt-BR", "pt-PT", "pt")[number % 3],
        tags=(("mundo", "Céu azul"), (), ("céu azul",))[number % 3],
    )
    for number, body in enumerate((*BODIES, *BODIES))
]


class Small:
    """A library of a dozen articles."""

    def __init__(self, path: Path) -> None:
        self.database = Database(path, (*MIGRATIONS, *FEED_MIGRATIONS))
        clock = iter(datetime.datetime(2023, 9, 1, n, tzinfo=datetime.UTC) for n in range(24))
        self.store = SQLiteArticles(self.database, lambda: next(clock))
        self.store.add_many(SHELF)
        self.finder = Finder(self.database, today=lambda: TODAY)
        with self.database.write() as connection:
            connection.execute("UPDATE shelf SET read = 'x' WHERE key % 2")
            connection.execute("UPDATE shelf SET starred = 'x' WHERE key % 5 = 1")
            mark = 'INSERT INTO mark (article, start, "end", quote, made, colour, note) VALUES (?, 0, 1, ?, ?, ?, ?)'
            connection.execute(mark, (SHELF[2].id, "P", "x", "red", "a ver: Mapa, 2"))
            feed = (
                "INSERT INTO feed (key, url, title, folded, added) VALUES (1, 'https://x.pt', 'O Mundo', 'o mundo', '')"
            )
            connection.execute(feed)
            item = (
                "INSERT INTO feed_item (feed, guid, article, digest, wholeness, seen) VALUES (1, ?, ?, '', 'whole', '')"
            )
            connection.executemany(item, [(str(key), key) for key in (1, 4, 9)])

    def found(self, query: str, *, typing: bool = False) -> set[int]:
        return set(self.finder.keys(query, typing=typing))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Small]:
    library = Small(tmp_path_factory.mktemp("finder") / "library.db")
    yield library
    library.database.close()


def naive(asked: Query) -> set[int]:
    """The keys of the articles that a walk through all of them finds."""
    return {
        key
        for key, article in enumerate(SHELF, 1)
        if all(any(_holds(term, key, article) for term in group) for group in asked.groups)
    }


def _holds(term: Term, key: int, article: Article) -> bool:
    return _is(term, key, article) is not term.negated


def _is(term: Term, key: int, article: Article) -> bool:
    what = term.what
    if isinstance(what, Text):
        columns = {"title": article.title, "byline": article.byline, "source": article.source}
        texts = [columns[what.column]] if what.column else [*columns.values(), article.body]
        return any(_stands(what, text or "") for text in texts)
    day = (article.published or datetime.date(2023, 9, 1)).isoformat()
    if what.key in ("after", "before", "on"):
        return str(what.low or "") <= day <= str(what.high or "9")
    if what.key == "words":
        number = sum(1 for _ in re.finditer(r"[^\W_]\S*", article.body))
        return int(what.low or 0) <= number <= int(what.high if what.high is not None else 10**9)
    if what.key == "is":
        states = {"read": key % 2 == 1, "unread": key % 2 == 0, "starred": key % 5 == 1}
        return {**states, "marked": key == 3, "noted": key == 3, "tagged": bool(article.tags)}[what.value]
    if what.key == "colour":
        return key == 3 and what.value == "red"
    if what.key == "note":
        return key == 3 and what.value != "mapa ver"
    if what.key == "lang":
        return article.language.lower() == what.value.lower() or article.language.lower().startswith(f"{what.value}-")
    if what.key == "tag":
        return _bare(what.value) in [_bare(tag) for tag in article.tags]
    assert what.key == "feed"
    return key in (1, 4, 9) and _bare(what.value) in ("mundo", "o mundo", "1")


def _stands(text: Text, where: str) -> bool:
    words, wanted = _words(where), _words(text.text)
    last = wanted.pop()
    return any(
        words[at : at + len(wanted)] == wanted
        and (words[at + len(wanted)].startswith(last) if text.prefix else words[at + len(wanted)] == last)
        for at in range(len(words) - len(wanted))
    )


@functools.cache
def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", _bare(text))


TEXTS = st.sampled_from(
    ["sol", "SOL", "chuva", "ação", "acao", "governo", "gov*", '"são paulo"', '"são p"*', "paulo", "disse-lhe", "lhe",
     "nada", "título:sol", 'title:"sol e chuva"', "author:ana", 'autor:"rui melo"', "source:folha", "fonte:di*",
     "texto", "xyz"]
)  # fmt: skip
FILTERS = st.sampled_from(
    ["tag:mundo", 'tag:"ceu AZUL"', "tag:x", "is:unread", "is:read", "is:starred", "is:marked", "é:etiquetado",
     "is:noted", "colour:red", "cor:azul", "note:mapa", 'nota:"VER mápa"', "note:ma*", 'note:"mapa ver"',
     "lang:pt", "lang:pt-pt", "after:2023-06", "before:2023-06-30", "on:2023-09-01", "depois:-60d", "words:>8",
     "words:5..9",
     "feed:mundo", 'feed:"o mundo"', "feed:xyz"]
)  # fmt: skip
TERMS = st.builds(lambda minus, term: minus + term, st.sampled_from(["", "", "-"]), st.one_of(TEXTS, FILTERS))
QUERIES = st.lists(st.lists(TERMS, min_size=1, max_size=3).map(" OR ".join), min_size=1, max_size=4).map(" ".join)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(QUERIES)
def test_what_is_found_is_what_a_walk_through_all_finds(small: Small, query: str) -> None:
    expected = naive(small.finder.parse(query))
    assert small.found(query) == expected
    assert small.finder.count(query) == len(expected)
    for order in (Order.DATE, Order.TITLE):
        assert set(small.finder.keys(query, order)) == expected
    assert {hit.summary.key for hit in small.finder.search(query)} == expected


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("ab\"*'():-+{}\0 \\%;ãOR|tagis<>=2\ud800\U0001f600\u0301“"), max_size=30), st.booleans())
def test_any_query_is_answered_or_refused(small: Small, query: str, typing: bool) -> None:
    try:
        keys = small.finder.keys(query, typing=typing)
        small.finder.hits(query, keys, typing=typing)
    except BadQuery:
        return
    assert len(keys) <= len(SHELF)


def test_all_is_found_by_nothing(small: Small) -> None:
    assert len(small.finder.keys("")) == len(SHELF)
    assert small.finder.condition("") is None


def test_a_page_is_the_beginning_of_all(small: Small) -> None:
    every = list(small.finder.keys("sol"))
    assert list(small.finder.keys("sol", limit=2)) == every[:2]
    by_title = list(small.finder.keys("sol", Order.TITLE))
    assert list(small.finder.keys("sol", Order.TITLE, reverse=True)) == by_title[::-1]
    assert small.store.keys(small.finder.condition("sol"), Order.TITLE) == by_title


def test_what_is_in_the_trash_is_not_found(tmp_path: Path) -> None:
    library = Small(tmp_path / "library.db")
    library.store.remove(SHELF[0].id)
    assert 1 not in library.found("sol") | library.found("-xyz") | library.found("is:read")
    library.database.close()


def test_a_filter_that_nobody_here_knows_is_refused(small: Small) -> None:
    with pytest.raises(BadQuery, match="entity: at character 5 cannot be asked for here"):
        small.finder.keys("sol entity:x")


def test_a_hit_shows_the_sentence_and_marks_the_title_too(small: Small) -> None:
    hit = next(each for each in small.finder.search("sol ação") if each.summary.title == "Sol e chuva")
    assert [hit.summary.title[start:end] for start, end in hit.title_matches] == ["Sol"]
    assert hit.excerpt in ("O sol nasceu.", "A ação do governo não bastou, disse-lhe ela.")
    assert [hit.excerpt[start:end] for start, end in hit.matches] in (["sol"], ["ação"])
    assert not hit.in_english


def test_filters_alone_show_the_beginning_newest_first(small: Small) -> None:
    hits = small.finder.search("is:starred", limit=2)
    assert [hit.matches for hit in hits] == [(), ()]
    assert hits[0].excerpt.startswith(SHELF[hits[0].summary.key - 1].body[:8])


def test_of_two_alike_the_newer_is_first_but_a_better_one_before_it(tmp_path: Path) -> None:
    with Database(tmp_path / "library.db", (*MIGRATIONS, *FEED_MIGRATIONS)) as database:
        store = SQLiteArticles(database)
        days = (datetime.date(2023, 9, 1), datetime.date(2015, 1, 1), datetime.date(2020, 1, 1))
        store.add_many([Article(f"Dia {n}", f"Uma greve, texto {n}.", published=day) for n, day in enumerate(days)])
        store.add(Article("Greve", "A greve da greve.", published=datetime.date(2001, 1, 1)))
        store.add_many([Article(f"Nada {n}", f"Outro texto {n}.") for n in range(20)])
        titles = [hit.summary.title for hit in Finder(database, today=lambda: TODAY).search("greve")]
        assert titles == ["Greve", "Dia 0", "Dia 2", "Dia 1"]


def test_of_very_many_those_added_last_are_ranked_and_the_others_follow(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = set(small.finder.keys("texto"))
    monkeypatch.setattr(finder_module, "RANKED", 5)
    keys = list(small.finder.keys("texto"))
    assert set(keys[:5]) == {8, 9, 10, 11, 12}
    assert len(keys) == len(set(keys))
    assert set(keys) == every
    assert list(small.finder.keys("texto", limit=3)) == keys[:3]
    assert list(small.finder.keys("texto", limit=7)) == keys[:7]
