"""correct: everything that the screen can put right, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Reader


@pytest.fixture
def article(reader: Reader, news: Path) -> str:
    """The id of a small article in a library of nothing else."""
    rows = reader("list", "--format", "json").json
    reader("remove", *[row["id"] for row in rows])
    (row,) = reader("add", str(news), "--format", "json").json
    reader("entities", "--all")
    return str(row["id"])


def names(reader: Reader, article: str) -> dict[str, dict[str, object]]:
    return {each["name"]: each for each in reader("entities", article, "--format", "json").json["entities"]}


def everywhere(reader: Reader) -> set[str]:
    return {each["name"] for each in reader("entities", "--all", "--format", "json").json["entities"]}


def test_renamed_in_an_article_undone_and_done_again(reader: Reader, article: str) -> None:
    done = reader("correct", "rename", "putin", "V. Putin", "--article", article, "--english", "Vladimir P.")
    assert done.code == 0
    line = f"   1 rename Vladimir Putin (person) → V. Putin --english Vladimir P.  --article {article[:8]}\n"
    assert done.out == line
    assert names(reader, article)["V. Putin"]["english"] == "Vladimir P."
    assert "V. Putin" in everywhere(reader)
    assert reader("entities", "vladimir p.").code == 0
    assert reader("correct", "undo", "--article", article).out.endswith("undone\n")
    assert "Vladimir Putin" in names(reader, article)
    reader("correct", "redo")
    assert "V. Putin" in names(reader, article)


def test_what_holds_for_the_library_holds_for_what_is_added_later(reader: Reader, article: str, tmp_path: Path) -> None:
    reader("correct", "rename", "Kim Jong Un", "Kim Jong-un")
    later = tmp_path / "depois.txt"
    later.write_text("Mais um dia\n\nO líder norte-coreano Kim Jong Un voltou. Disse Kim Jong Un que sim.", "utf-8")
    (row,) = reader("add", str(later), "--format", "json").json
    assert "Kim Jong-un" in names(reader, row["id"])
    (found,) = reader("entities", "kim jong-un", "--format", "json").json["entities"]
    assert found["articles"] == 2


@pytest.mark.parametrize("where", [[], ["--article"]])
def test_each_of_them(reader: Reader, article: str, where: list[str]) -> None:
    there = [*where, article] if where else []

    def do(*words: str) -> dict[str, dict[str, object]]:
        result = reader("correct", *words, *there)
        assert result.code == 0, result.err
        return names(reader, article)

    assert do("english", "Rússia", "The Federation")["Rússia"]["english"] == "The Federation"
    assert do("retype", "Rússia", "organisation")["Rússia"]["kind"] == "organisation"
    assert "Rússia" not in do("merge", "Rússia", "Vladimir Putin")
    assert "Kim Jong Un" not in do("hide", "Kim Jong Un")
    assert do("add", "fábrica", "organisation", "--entity", "A Fábrica")["A Fábrica"]["aliases"] == ["fábrica"]
    made = reader("correct", "--format", "json", *there).json
    assert [each["do"] for each in made] == ["rename", "retype", "merge", "hide", "add"]
    assert {each["scope"] for each in made} == {"article" if where else "library"}
    assert set(made[2]) == {
        "number", "do", "scope", "article", "kind", "name", "made", "undone", "to", "to_kind",
    }  # fmt: skip
    reader("correct", "undo", "4")
    assert "Kim Jong Un" in names(reader, article)


def test_mentions_are_split_off_by_their_place(reader: Reader, article: str) -> None:
    mentions = names(reader, article)["Vladimir Putin"]["mentions"]
    assert isinstance(mentions, list)
    last = str(mentions[-1]["start"])
    result = reader("correct", "split", "putin", "Igor Putin", "--article", article, "--at", last, "--format", "json")
    assert result.json[0]["places"] == [{"start": int(last), "text": "Putin"}]
    assert {"Vladimir Putin", "Igor Putin"} <= set(names(reader, article))


@pytest.mark.parametrize(
    "words",
    [
        ["rename", "Fulano", "Beltrano"],
        ["hide", "Fulano", "--article", "ARTICLE"],
        ["hide", "Kim Jong Un", "--kind", "place", "--article", "ARTICLE"],
        ["rename", "Kim Jong Un", "…"],
        ["add", "palavras que não há", "work", "--article", "ARTICLE"],
        ["add", "visitou", "work", "--article", "ARTICLE", "--at", "0"],
        ["undo"],
        ["undo", "7"],
        ["redo"],
        ["hide", "Kim Jong Un", "--article", "ffffffff"],
    ],
)
def test_what_cannot_be_done_is_told(reader: Reader, article: str, words: list[str]) -> None:
    result = reader("correct", *[article if word == "ARTICLE" else word for word in words])
    assert result.code == 1
    assert result.err.count("\n") == 1
    assert result.is_harmless()


def test_of_several_the_kind_says_which(reader: Reader, article: str) -> None:
    reader("correct", "add", "Kim Jong Un", "work", "--entity", "Kim")
    reader("correct", "add", "fábrica", "work", "--entity", "Casa")
    reader("correct", "add", "visitou", "place", "--entity", "Casa")
    result = reader("correct", "hide", "Casa")
    assert "several are called 'Casa'" in result.err
    assert reader("correct", "hide", "Casa", "--kind", "work").code == 0
    assert names(reader, article)["Casa"]["kind"] == "place"


def test_a_name_still_to_come_can_be_corrected_with_its_kind(reader: Reader, article: str) -> None:
    assert reader("correct", "hide", "Fulano", "--kind", "person").code == 0


def test_nothing_was_corrected_yet(reader: Reader, article: str) -> None:
    result = reader("correct")
    assert (result.code, result.out) == (0, "")
    assert "no correction was made" in result.err


@pytest.mark.parametrize(
    "words",
    [
        ["explode", "Kim"],
        ["rename", "Kim"],
        ["hide"],
        ["hide", "a", "b"],
        ["undo", "x"],
        ["retype", "Kim", "animal"],
        ["add", "Kim", "animal"],
        ["split", "Kim", "Outro"],
        ["split", "Kim", "Outro", "--at", "3"],
        ["add", "Kim", "person", "--at", "3"],
        ["hide", "Kim", "--kind", "animal"],
    ],
)
def test_wrong_usage(reader: Reader, words: list[str]) -> None:
    result = reader("correct", *words)
    assert result.code == 2
    assert "--help" in result.err
