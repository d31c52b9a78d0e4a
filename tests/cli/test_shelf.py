"""add, list, search and remove, in text and in JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.bundled import bundled
from tests.cli.conftest import Reader


def test_a_new_library_holds_the_bundled_articles_newest_first(reader: Reader) -> None:
    rows = reader("list", "--format", "json").json

    assert {row["title"] for row in rows} == {each.article.title for each in bundled()}
    days = [row["published"] for row in rows]
    assert days == sorted(days, reverse=True)
    assert set(rows[0]) == {
        "id", "title", "source", "published", "language", "words", "added", "read", "starred", "versions",
    }  # fmt: skip


def test_the_list_has_a_line_for_each_article_in_columns(reader: Reader) -> None:
    result = reader("list")

    lines = result.out.splitlines()
    rows = reader("list", "--format", "json").json
    assert result.code == 0
    assert result.err == ""
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        assert line.startswith(f"{row['id'][:8]}  {row['published']}  {row['language']}")
        assert row["title"] in line
    assert len({line.index(row["title"]) for line, row in zip(lines, rows, strict=True)}) == 1


def test_what_was_removed_stays_away_and_an_empty_library_is_told(emptied: Reader) -> None:
    result = emptied("list")

    assert (result.code, result.out) == (0, "")
    assert "empty" in result.err
    assert emptied("list", "--format", "json").json == []


def test_adding_tells_what_came_of_it(emptied: Reader, news: Path) -> None:
    first = emptied("add", str(news))
    again = emptied("add", str(news))
    changed = emptied("add", str(news), "--title", "Outro título", "--published", "2023-09-16", "--language", "pt-PT")

    (row,) = emptied("list", "--format", "json").json
    assert first.out == f"added: {row['id'][:8]}  Kim visita fábrica de aviões\n"
    assert again.out.startswith("already there: ")
    assert changed.out == f"updated: {row['id'][:8]}  Outro título\n"
    assert (row["title"], row["published"], row["language"]) == ("Outro título", "2023-09-16", "pt-PT")


def test_added_articles_as_json_hold_all_that_is_known(emptied: Reader, news: Path) -> None:
    (row,) = emptied("add", str(news), "--format", "json").json

    body = row.pop("body")
    assert body.startswith("O líder")
    assert body.endswith("disse Putin.")
    assert row.pop("id") == emptied("list", "--format", "json").json[0]["id"]
    assert row == {
        "file": str(news),
        "added": "new",
        "title": "Kim visita fábrica de aviões",
        "byline": "Ana Souza",
        "source": "Folha do Teste",
        "url": "https://example.org/kim",
        "published": "2023-09-15",
        "moment": None,
        "language": "pt-BR",
        "tags": ["mundo", "aviação"],
        "words": 28,
    }


def test_standard_input_can_be_added(emptied: Reader) -> None:
    result = emptied("add", "-", "--title", "Da canalização", stdin="Um texto só, com acento: ação.\n".encode())

    assert result.out.endswith("  Da canalização\n")
    assert emptied("search", "acao").out.count("Da canalização") == 1


def test_one_bad_file_does_not_keep_the_others_out(emptied: Reader, news: Path, tmp_path: Path) -> None:
    result = emptied("add", str(tmp_path / "missing.txt"), str(news))

    assert result.code == 1
    assert result.err.startswith("reader: ")
    assert result.err.count("\n") == 1
    assert [row["title"] for row in emptied("list", "--format", "json").json] == ["Kim visita fábrica de aviões"]


def test_searching_shows_title_id_and_the_words_found(emptied: Reader, news: Path) -> None:
    emptied("add", str(news))

    result = emptied("search", "fabrica", "russia")

    row = emptied("list", "--format", "json").json[0]
    first, second = result.out.splitlines()
    assert first == f"{row['id'][:8]}  Kim visita fábrica de aviões"
    assert "Rússia" in second or "fábrica" in second


def test_search_as_json_says_where_the_words_are(emptied: Reader, news: Path) -> None:
    emptied("add", str(news))

    (hit,) = emptied("search", "putin", "--format", "json").json

    assert {hit["excerpt"][start:end].lower() for start, end in hit["matches"]} == {"putin"}
    assert hit["title"] == "Kim visita fábrica de aviões"


def test_finding_nothing_is_no_failure(reader: Reader) -> None:
    result = reader("search", "xilofonezinho")

    assert (result.code, result.out) == (0, "")
    assert "nothing found" in result.err
    assert reader("search", "xilofonezinho", "--format", "json").json == []


@pytest.mark.parametrize("query", ['"aberta', "…", '""'])
def test_a_query_that_means_nothing_is_a_failure(reader: Reader, query: str) -> None:
    assert reader("search", query).is_one_line_of_failure()


def test_removing_tells_what_is_gone(emptied: Reader, news: Path) -> None:
    emptied("add", str(news))
    row = emptied("list", "--format", "json").json[0]

    result = emptied("remove", row["id"][:6])

    assert (result.code, result.out) == (0, f"removed: {row['id'][:8]}  Kim visita fábrica de aviões\n")
    assert emptied("list", "--format", "json").json == []


def test_removed_articles_as_json_can_be_put_back(emptied: Reader, news: Path) -> None:
    emptied("add", str(news))
    row = emptied("list", "--format", "json").json[0]

    (gone,) = emptied("remove", row["id"], "--format", "json").json

    assert gone["id"] == row["id"]
    assert gone["body"].startswith("O líder")


@pytest.mark.parametrize("name", ["abc", "nothing", "ffffffff", "\x1b[31m"])
def test_removing_what_is_not_there_fails_and_goes_on(emptied: Reader, news: Path, name: str) -> None:
    emptied("add", str(news))
    row = emptied("list", "--format", "json").json[0]
    name = name if name != row["id"][:8] else "eeeeeeee"

    result = emptied("remove", name, row["id"])

    assert result.is_one_line_of_failure()
    assert result.out.startswith("removed: ")
