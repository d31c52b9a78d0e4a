"""The contract of ``ArticleRepository``, run against every store there is."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.database import Database
from articles.errors import AmbiguousId, ArticleNotFound, BadQuery, StorageError
from articles.migrations import MIGRATIONS
from articles.model import Article, Markup, MarkupKind, Span
from articles.repository import Added, ArticleRepository
from articles.sqlite import SQLiteArticles

Clock = Callable[[], datetime.datetime]


def sqlite_store(folder: Path, clock: Clock) -> Iterator[ArticleRepository]:
    with Database(folder / "library.db", MIGRATIONS) as database:
        yield SQLiteArticles(database, clock)


STORES = {"sqlite": sqlite_store}


class SteppingClock:
    """A day further at each look, from 1 January 2024."""

    def __init__(self) -> None:
        self.now = datetime.datetime(2024, 1, 1, 12, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        now, self.now = self.now, self.now + datetime.timedelta(days=1)
        return now


@pytest.fixture(params=sorted(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ArticleRepository]:
    yield from STORES[request.param](tmp_path, SteppingClock())


FULL = Article(
    title="Chuva e sol",
    body="Choveu em São Paulo.\n\nDepois, sol.",
    byline="Ana Sá",
    source="Diário",
    url="https://example.org/a?b=1",
    published=datetime.date(2023, 9, 15),
    language="pt-BR",
    tags=("tempo", "são paulo"),
    markup=(Markup(Span(0, 20), MarkupKind.HEADING, "2"), Markup(Span(22, 35), MarkupKind.QUOTE)),
)


def plain(body: str, title: str = "Título", **more: object) -> Article:
    return Article(title=title, body=body, **more)  # type: ignore[arg-type]  # the fields vary by test


def test_a_new_store_is_empty(store: ArticleRepository) -> None:
    assert store.count() == 0
    assert list(store.keys()) == []
    assert store.summaries([1, 2]) == []
    assert store.search("nada") == []


def test_everything_known_of_an_article_comes_back(store: ArticleRepository) -> None:
    assert store.add(FULL) is Added.NEW
    assert store.get(FULL.id) == FULL


def test_the_least_article_comes_back(store: ArticleRepository) -> None:
    article = plain("x")
    store.add(article)
    assert store.get(article.id) == article


def test_adding_twice_is_one_article(store: ArticleRepository) -> None:
    assert store.add(FULL) is Added.NEW
    assert store.add(FULL) is Added.UNCHANGED
    assert store.count() == 1


def test_what_is_newly_said_of_a_text_replaces_what_was_known(store: ArticleRepository) -> None:
    store.add(plain(FULL.body, language="pt"))
    assert store.add(FULL) is Added.UPDATED
    assert store.get(FULL.id) == FULL


def test_silence_replaces_nothing_but_the_title(store: ArticleRepository) -> None:
    store.add(FULL)
    assert store.add(plain(FULL.body, "Outro título")) is Added.UPDATED
    now = store.get(FULL.id)
    assert now.title == "Outro título"
    assert (now.byline, now.source, now.url, now.published) == (
        FULL.byline,
        FULL.source,
        FULL.url,
        FULL.published,
    )
    assert (now.language, now.tags, now.markup) == (FULL.language, FULL.tags, FULL.markup)


def test_a_title_made_of_the_text_replaces_no_title_that_was_given(store: ArticleRepository) -> None:
    store.add(FULL)
    made = " ".join(FULL.body.split()[:3]) + "…"

    assert store.add(plain(FULL.body, made)) is Added.UNCHANGED
    assert store.get(FULL.id).title == FULL.title


def test_the_same_title_and_nothing_else_changes_nothing(store: ArticleRepository) -> None:
    store.add(FULL)
    assert store.add(plain(FULL.body, FULL.title, byline="", tags=())) is Added.UNCHANGED


@pytest.mark.parametrize(("known", "said", "then"), [("pt", "pt-PT", "pt-PT"), ("pt-PT", "pt", "pt-PT")])
def test_only_a_more_exact_language_counts(store: ArticleRepository, known: str, said: str, then: str) -> None:
    store.add(plain("texto", language=known))
    store.add(plain("texto", language=said))
    assert store.get(plain("texto").id).language == then


def test_an_update_is_found_by_its_new_words_only(store: ArticleRepository) -> None:
    store.add(plain("corpo", "velho"))
    store.add(plain("corpo", "novo"))
    assert store.search("velho") == []
    assert [hit.summary.title for hit in store.search("novo")] == ["novo"]


def test_many_are_added_at_once_and_in_order(store: ArticleRepository) -> None:
    store.add(plain("b"))
    added = store.add_many([plain("a"), plain("b"), plain("a"), plain("a", "Outro")])
    assert added == [Added.NEW, Added.UNCHANGED, Added.UNCHANGED, Added.UPDATED]
    assert store.add_many([]) == []
    assert store.count() == 2


def test_many_are_added_all_or_none(store: ArticleRepository) -> None:
    with pytest.raises(StorageError):
        store.add_many([plain("bom"), plain("mau \ud800")])  # half a character: cannot be stored
    assert store.count() == 0
    assert store.search("bom") == []


def test_an_article_is_got_by_the_beginning_of_its_id(store: ArticleRepository) -> None:
    store.add(FULL)
    assert store.get(FULL.id[:4]) == FULL
    assert store.get(f" {FULL.id[:9].upper()} ") == FULL


@pytest.mark.parametrize("asked", ["", "abc", "zzzz", "abcd", "%___", "abcd'--", "g" * 200, "ab\x1bcd", "١٢٣٤"])
def test_what_no_article_is_called_is_not_found(store: ArticleRepository, asked: str) -> None:
    store.add(plain("x", id="1234" * 8))
    for method in (store.get, store.remove):
        with pytest.raises(ArticleNotFound) as caught:
            method(asked)
        assert str(caught.value).isprintable()
        assert caught.value.advice
    assert store.count() == 1


def test_several_of_the_same_beginning_are_ambiguous(store: ArticleRepository) -> None:
    store.add_many([plain(str(i), id=f"abcd{i:028x}") for i in range(5)])
    with pytest.raises(AmbiguousId, match="abcd") as caught:
        store.get("ABCD")
    assert "…" in caught.value.advice
    assert store.get(f"abcd{3:028x}").body == "3"


def test_a_whole_id_is_never_ambiguous(store: ArticleRepository) -> None:
    store.add_many([plain("curto", id="abcd"), plain("longo", id="abcdef")])
    assert store.get("abcd").body == "curto"


def test_a_removed_article_is_gone(store: ArticleRepository) -> None:
    store.add_many([FULL, plain("outro")])
    assert store.remove(FULL.id[:8]) == FULL
    assert store.count() == 1
    assert store.search("choveu") == []
    with pytest.raises(ArticleNotFound):
        store.get(FULL.id)
    assert store.add(FULL) is Added.NEW
    assert len(store.search("choveu")) == 1


def test_keys_come_newest_first(store: ArticleRepository) -> None:
    days = [None, datetime.date(2024, 1, 1), datetime.date(2025, 5, 5), None, datetime.date(999, 1, 1), None]
    articles = [plain(f"texto {i}", str(i), published=day) for i, day in enumerate(days)]
    for article in articles:  # added on 1, 2, 3 … January 2024
        store.add(article)
    titles = [summary.title for summary in store.summaries(store.keys())]
    assert titles == ["2", "5", "3", "1", "0", "4"]


def test_of_those_added_together_the_last_comes_first(store: ArticleRepository) -> None:
    store.add_many([plain(str(i), str(i), published=datetime.date(2023, 1, 1)) for i in range(4)])
    assert [summary.title for summary in store.summaries(store.keys())] == ["3", "2", "1", "0"]


def test_a_new_date_moves_an_article_and_keeps_its_key(store: ArticleRepository) -> None:
    store.add_many([plain("a"), plain("b")])
    (key,) = [summary.key for summary in store.summaries(store.keys()) if summary.id == plain("a").id]
    store.add(plain("a", published=datetime.date(2030, 1, 1)))
    assert store.keys()[0] == key


def test_summaries_follow_the_keys_asked_for(store: ArticleRepository) -> None:
    store.add_many([plain(str(i), str(i)) for i in range(3)])
    keys = list(store.keys())
    wanted = [keys[2], 10**30, -1, keys[0], keys[2]]
    assert [summary.key for summary in store.summaries(wanted)] == [keys[2], keys[0], keys[2]]


def test_a_summary_says_what_a_list_shows(store: ArticleRepository) -> None:
    store.add(FULL)
    (summary,) = store.summaries(store.keys())
    assert (summary.id, summary.title, summary.source) == (FULL.id, FULL.title, FULL.source)
    assert (summary.published, summary.language) == (FULL.published, FULL.language)
    assert summary.added == datetime.datetime(2024, 1, 1, 12, tzinfo=datetime.UTC)
    assert summary.words == 6


@pytest.mark.parametrize(
    ("body", "words"),
    [("— Olá! — disse.", 2), ("guarda-chuva d'água", 2), ("...", 0), ("1.000 (mil)", 2), ("a\n\nb\nc", 3)],
)
def test_words_are_counted_as_a_person_does(store: ArticleRepository, body: str, words: int) -> None:
    store.add(plain(body))
    assert store.summaries(store.keys())[0].words == words


def test_a_key_is_never_used_again(store: ArticleRepository) -> None:
    store.add(plain("a"))
    (key,) = store.keys()
    store.remove(plain("a").id)
    store.add(plain("b"))
    assert list(store.keys()) != [key]


BODIES = {
    "1": "O guarda-chuva ficou em São Paulo.",
    "2": "A ação do governo não bastou.",
    "3": "Paulo foi a São Tomé e ficou.",
    "4": "Ele disse: AND, OR e NOT são palavras.",
}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ACAO", "2"),
        ("não", "2"),
        ("nao", "2"),
        ("acão governo", "2"),
        ("ação chuva", ""),
        ("são paulo", "13"),
        ('"sao paulo"', "1"),
        ('"paulo são"', ""),
        ("guarda-chuva", "1"),
        ("chuva-guarda", ""),
        ("gov*", "2"),
        ("gov", ""),
        ("(gov*)", "2"),
        ('"do gov"*', "2"),
        ("go*verno", ""),
        ("ficou*", "13"),
        ("AND", "4"),
        ("and or not", "4"),
        ("NOT ficou", ""),
        ("NEAR(são, 2)", ""),
        ('"body:ficou"', ""),
        ("^ficou", "13"),
        ("{ficou}", "13"),
        ("ficou +", "13"),
        ("'ficou'", "13"),
        ("-ficou", "24"),
        ("governo -ficou", "2"),
        ("ficou\0são", "13"),
        ("ficou \ud800", "13"),
        ("a\u0301cao", "2"),
        ("e", "34"),
        ("Título", "1234"),
    ],
)
def test_a_search_finds(store: ArticleRepository, query: str, found: str) -> None:
    store.add_many([plain(body, f"Título {name}") for name, body in BODIES.items()])
    assert "".join(sorted(hit.summary.title[-1] for hit in store.search(query))) == found


@pytest.mark.parametrize("query", ["", "   ", "***", '""', "—", '" - "', "_", "\u0301"])
def test_a_query_without_a_word_is_refused(store: ArticleRepository, query: str) -> None:
    with pytest.raises(BadQuery, match="no word"):
        store.search(query)


@pytest.mark.parametrize(("query", "place"), [('"', 1), ('são "paulo', 5), ('"a" "b', 5)])
def test_an_open_quote_is_refused_with_its_place(store: ArticleRepository, query: str, place: int) -> None:
    with pytest.raises(BadQuery, match=f"character {place} "):
        store.search(query)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("ab\"*'()^:+-{}\0 \\%;ãNEARDOT\ud800\U0001f600\u0301"), max_size=30))
def test_any_query_is_answered_or_refused(store: ArticleRepository, query: str) -> None:
    if not store.count():
        store.add(plain("a b ab ã AND OR NOT NEAR"))
    try:
        hits = store.search(query)
    except BadQuery:
        return
    assert len(hits) <= 1


def test_a_search_gives_no_more_than_asked(store: ArticleRepository) -> None:
    store.add_many([plain(f"palavra {i}") for i in range(5)])
    assert len(store.search("palavra", limit=3)) == 3
    assert store.search("palavra", limit=0) == []
    assert store.search("palavra", limit=-1) == []


def test_a_word_in_the_title_counts_more_than_in_the_body(store: ArticleRepository) -> None:
    store.add_many(
        [
            plain("um sismo no mar, outro sismo em terra"),
            plain("tremeu a terra no mar", "Sismo"),
            plain("nada"),
        ]
    )
    assert store.search("sismo")[0].summary.title == "Sismo"


def test_byline_and_source_are_searched_too(store: ArticleRepository) -> None:
    store.add(FULL)
    for word in ("ana", "diário"):
        (hit,) = store.search(word)
        assert hit.excerpt == "Choveu em São Paulo. Depois, sol."
        assert hit.matches == ()


def test_a_hit_shows_the_match_on_one_line(store: ArticleRepository) -> None:
    store.add(plain("palavra " * 100 + "\n\nChegou o FURACÃO,\nenfim. " + "palavra " * 100))
    (hit,) = store.search("furacao")
    ((start, end),) = hit.matches
    assert hit.excerpt[start:end] == "FURACÃO"
    assert hit.excerpt == "Chegou o FURACÃO,"
    assert len(hit.excerpt) <= 160
    assert hit.excerpt.isprintable()


def test_threads_may_share_a_store(store: ArticleRepository) -> None:
    failed: list[BaseException] = []

    def work(name: int) -> None:
        try:
            for i in range(10):
                article = plain(f"texto {name} {i}")
                store.add(article)
                assert store.get(article.id) == article
                assert store.search(f'"texto {name} {i}"')
        except BaseException as error:  # handed to the test, which shows it
            failed.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert store.count() == 40


def test_a_whole_id_gives_the_key(store: ArticleRepository) -> None:
    kept = Article("Título", "Um texto com uma chave.")
    store.add(kept)

    key = store.key_of(kept.id)

    assert key is not None
    assert [summary.id for summary in store.summaries([key])] == [kept.id]
    assert store.key_of(kept.id[:-1]) is None
    store.remove(kept.id)
    assert store.key_of(kept.id) is None
