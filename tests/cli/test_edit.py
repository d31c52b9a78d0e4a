"""edit: a person's English of sentences, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Reader

FIRST = "O líder norte-coreano Kim Jong Un visitou nesta sexta-feira (15) uma fábrica na Rússia."
BUNDLED = "25 de Abril: a madrugada em que a ditadura caiu"


@pytest.fixture
def article(reader: Reader, news: Path) -> str:
    """The id of a small article in the library."""
    (row,) = reader("add", str(news), "--format", "json").json
    return str(row["id"])


@pytest.fixture
def author(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text('author = "Ana"\n')


def english(reader: Reader, source: str) -> list[dict[str, object]]:
    return list(reader("edit", "history", source, "--format", "json").json)


def test_set_by_number_undone_and_done_again(reader: Reader, article: str, author: None) -> None:
    done = reader("edit", "set", "1", "Kim visited a plant.", "--article", article[:6])
    assert done.code == 0
    head, source, target = done.out.splitlines()
    assert head.startswith("   1  20")
    assert head.endswith(f"  Ana  --article {article[:8]}")
    assert (source.strip(), target.strip()) == (FIRST, "Kim visited a plant.")
    rows = reader("edit", "sentences", "--article", article, "--format", "json").json
    assert [row["number"] for row in rows] == list(range(len(rows)))
    assert (rows[1]["english"], rows[1]["origin"], rows[1]["author"]) == ("Kim visited a plant.", "human", "Ana")
    assert rows[2]["english"] is None
    assert "      Kim visited a plant.  (human, Ana)\n" in reader("edit", "sentences", "--article", article).out
    assert reader("edit", "undo").out.splitlines()[0].endswith("undone")
    assert reader("edit", "sentences", "--article", article, "--format", "json").json[1]["english"] is None
    assert reader("edit", "redo", "--article", article, "--format", "json").json[0]["undone"] is False
    nothing = reader("edit", "redo")
    assert (nothing.code, nothing.err) == (1, "reader: there is no edit of English to do again\n")


def test_set_by_its_text_over_the_bundled_english(reader: Reader) -> None:
    (row,) = reader("edit", "set", f" {BUNDLED} ", "The night it fell", "--format", "json").json
    assert set(row) == {
        "number", "source", "english", "author", "article", "made", "undone", "final", "below",
    }  # fmt: skip
    assert row["author"] == "", "the login is never put in"
    assert row["below"] == {
        "english": "25 April: the night the dictatorship fell",
        "origin": "human", "engine": "human", "version": "", "author": "",
    }  # fmt: skip
    same = reader("edit", "set", BUNDLED, "The night it fell")
    assert (same.code, same.out) == (0, "")
    assert same.err == "reader: nothing to change: that is what people have said of it already\n"
    assert "over: human" in reader("edit").out
    reader("edit", "drop", BUNDLED)
    assert "(taken away)" in reader("edit", "history", BUNDLED).out
    reader("edit", "undo")
    reader("edit", "undo")
    assert [each["undone"] for each in english(reader, BUNDLED)] == [True, True]


def test_a_sentence_of_the_article_by_its_text(reader: Reader, article: str) -> None:
    reader("edit", "set", FIRST, "Kim.", "--article", article)
    assert [each["english"] for each in english(reader, FIRST)] == ["Kim."]
    missing = reader("edit", "set", "Outra frase.", "x", "--article", article)
    assert missing.code == 1
    assert missing.err == (
        f"reader: the article has no such sentence; reader edit sentences --article {article[:8]} shows them\n"
    )
    assert "sentences 0 to 3, and no 4" in reader("edit", "drop", "4", "--article", article).err


@pytest.mark.usefixtures("no_engine")
def test_the_english_of_the_article_says_who_wrote_it(reader: Reader, article: str, author: None) -> None:
    reader("edit", "set", FIRST, "Kim.", "--article", article)
    first, second, *_ = reader("translate", article, "--format", "json").json["sentences"]
    made = reader("edit", "history", FIRST, "--format", "json").json[0]["made"]
    assert (first["english"], first["origin"], first["author"], first["created"]) == ("Kim.", "human", "Ana", made)
    assert (second["english"], second["author"], second["created"]) == (None, "", None)


def test_without_any(reader: Reader) -> None:
    assert reader("edit").err == "reader: no English was edited\n"
    assert reader("edit", "--format", "json").json == []
    assert reader("edit", "undo").code == 1


@pytest.mark.parametrize("words", [["set", "x"], ["undo", "1"], ["sentences"], ["explode"], ["set", "x", "y", "z"]])
def test_wrong_usage(reader: Reader, words: list[str]) -> None:
    assert reader("edit", *words).code == 2


@pytest.mark.parametrize(("source", "text"), [("Olá.", " "), ("* * *", "Stars"), ("", "x")])
def test_what_is_no_english(reader: Reader, source: str, text: str) -> None:
    result = reader("edit", "set", source, text)
    assert result.code == 1
    assert len(result.err.splitlines()) == 1
