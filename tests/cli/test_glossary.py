"""glossary: terms listed, added, removed, brought in and given out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from articles.bundled import bundled
from reader.cli.glossary_arguments import FILES, KINDS
from reader.entities import choosing
from reader.translation import engines
from reader.translation.glossary.model import TermKind
from tests.cli.conftest import Reader
from tests.translation.engines import ScriptedEngine


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are found by rules, in a tenth of the time."""
    monkeypatch.setattr(choosing, "_neural", lambda: None)


@pytest.fixture
def article(reader: Reader, news: Path) -> str:
    """The id of a small article in the library."""
    (row,) = reader("add", str(news), "--format", "json").json
    return str(row["id"])


def terms(reader: Reader, *words: str) -> dict[str, str]:
    return {each["source"]: each["target"] for each in reader("glossary", "list", "--format", "json", *words).json}


def test_added_listed_changed_and_removed(reader: Reader) -> None:
    assert reader("glossary").err == "reader: the glossary has no term; reader glossary add SOURCE ENGLISH adds one\n"
    added = reader("glossary", "add", "Kremlin", "the Kremlin", "--kind", "place", "--note", "with an article")
    assert added.out == "added  Kremlin → the Kremlin  place  with an article\n"
    assert reader("glossary", "add", "Kremlin", "Kremlin", "--kind", "place").out.startswith(
        "changed  Kremlin → Kremlin"
    )
    assert reader("glossary", "add", "Kremlin", "Kremlin", "--kind", "place").out.startswith("unchanged")
    reader("glossary", "add", "banco central", "central bank")
    listed = reader("glossary").out
    assert listed == "banco central → central bank  term\nKremlin → Kremlin  place  with an article\n"
    assert terms(reader, "BANK") == {"banco central": "central bank"}
    assert terms(reader, "--kind", "place") == {"Kremlin": "Kremlin"}
    assert reader("glossary", "remove", "kremlin").out.startswith("removed  Kremlin")
    gone = reader("glossary", "remove", "Kremlin")
    assert (gone.code, gone.err) == (
        1,
        "reader: the glossary has no term 'Kremlin'; reader glossary list shows what it has\n",
    )


def test_as_json_with_the_author_of_the_configuration(reader: Reader, home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text('author = "Ana"\n')
    (row,) = reader("glossary", "add", "Kremlin", "the Kremlin", "--format", "json").json
    assert set(row) == {
        "done", "source", "target", "kind", "scope", "article", "note", "author", "created", "changed", "sure",
    }  # fmt: skip
    assert (row["done"], row["scope"], row["article"], row["author"], row["kind"]) == (
        "added", "library", None, "Ana", "name",
    )  # fmt: skip


@pytest.mark.usefixtures("rules")
def test_for_one_article_and_with_what_its_names_give(reader: Reader, article: str) -> None:
    reader("glossary", "add", "Rússia", "the Federation")
    reader("glossary", "add", "Rússia", "Russian Federation", "--article", article[:6])
    reader("glossary", "add", "fábrica", "works")
    assert terms(reader, "--article", article) == {"Rússia": "Russian Federation", "fábrica": "works"}
    rows = reader("glossary", "list", "--article", article, "--entities", "--format", "json").json
    by = {each["source"]: each for each in rows}
    assert by["Rússia"]["target"] == "Russian Federation"
    assert (by["Kim Jong Un"]["scope"], by["Kim Jong Un"]["sure"]) == ("entity", True)
    assert (
        "Kim Jong Un → Kim Jong Un  person  from the names"
        in reader("glossary", "--article", article, "--entities").out
    )
    exported = reader("glossary", "export", "--article", article, "--entities").out
    assert "Rússia\tRussian Federation\tname\n" in exported
    assert "Kim Jong Un\tKim Jong Un\tperson\n" in exported
    assert (
        reader("glossary", "export").out
        == "source\ttarget\tkind\tnote\nfábrica\tworks\tterm\nRússia\tthe Federation\tname\n"
    )
    reader("glossary", "remove", "Rússia", "--article", article)
    assert terms(reader, "--article", article) == {"Rússia": "the Federation", "fábrica": "works"}


@pytest.mark.parametrize(("name", "more"), [("t.tsv", []), ("t.tbx", []), ("t.xml", ["--as", "martif"])])
def test_given_out_and_brought_in_elsewhere(reader: Reader, tmp_path: Path, name: str, more: list[str]) -> None:
    reader("glossary", "add", "Kremlin", "the Kremlin", "--kind", "place", "--note", "<sic>")
    reader("glossary", "add", "Banco Central", "the bank", "--kind", "term")
    path = tmp_path / name
    assert reader("glossary", "export", str(path), *more).out == f"wrote 2 terms: {path}\n"
    before = reader("glossary").out
    for home in ("--home", str(tmp_path / "other")), ():
        report = reader("glossary", "import", str(path), "--format", "json", *home).json
        assert report == {
            "done": True,
            "added": 2 * bool(home),
            "changed": 0,
            "unchanged": 2 * (not home),
            "refused": [],
        }
    assert reader("glossary", "--home", str(tmp_path / "other")).out == before


def test_a_file_that_is_wrong_changes_nothing_and_says_where(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("Rio\tRio\nKremlin\nRio\tRiver\n", "utf-8")
    result = reader("glossary", "import", str(path))
    assert result.code == 1
    assert result.out == ""
    assert result.err == (
        "reader: line 2: a line has 2 to 4 cells, and this one 1\n"
        "reader: line 3: 'Rio' is 'Rio' in line 1, and 'River' here\n"
        "reader: nothing was changed; correct the file, or take what is right with --keep-going\n"
    )
    assert terms(reader) == {}
    result = reader("glossary", "import", str(path), "--keep-going")
    assert (result.code, result.out) == (1, "added 1, changed 0, unchanged 0, refused 2\n")
    assert terms(reader) == {"Rio": "Rio"}


def test_many_faults_are_not_all_printed(reader: Reader) -> None:
    result = reader("glossary", "import", "-", stdin=b"x\n" * 30)
    assert len(result.err.splitlines()) == 22
    assert "10 more lines are wrong" in result.err


def test_through_a_pipe(reader: Reader) -> None:
    assert reader("glossary", "import", "-", stdin="São Paulo\tSão Paulo\tplace\n".encode()).code == 0
    assert reader("glossary", "export", "-").out.endswith("São Paulo\tSão Paulo\tplace\n")
    xml = reader("glossary", "export", "--as", "tbx").out
    assert xml.startswith("<?xml")
    again = reader("glossary", "import", "-", stdin=xml.encode("utf-8-sig"))
    assert again.out == "added 0, changed 0, unchanged 1, refused 0\n", again.err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["import", "nowhere.tsv"], "the file 'nowhere.tsv' cannot be read: No such file or directory"),
        (
            ["export", "terms.doc"],
            "the name 'terms.doc' does not tell the format; end it in .tsv or .tbx, or give --as",
        ),
        (["export", "/nowhere/terms.tsv"], "the file '/nowhere/terms.tsv' cannot be written"),
        (["add", "—", "x"], "a term has at least one letter or digit"),
        (["add", "x", " "], "the term 'x' has no English"),
        (["list", "--article", "ffffffff"], "no article's id begins with 'ffffffff'"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(reader: Reader, words: list[str], why: str) -> None:
    result = reader("glossary", *words)
    assert result.code == 1
    assert why in result.err
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["add", "x"],
        ["add", "x", "y", "--entities"],
        ["list", "--entities"],
        ["list", "--note", "x"],
        ["list", "--as", "tsv"],
        ["export", "--keep-going"],
        ["import", "x", "--kind", "place"],
        ["remove"],
        ["explode"],
    ],
)
def test_wrong_usage(reader: Reader, words: list[str]) -> None:
    assert reader("glossary", *words).code == 2


def test_nothing_unclean_is_printed(reader: Reader) -> None:
    reader("glossary", "import", "-", stdin=b"Rio\x1b[31m\tR\xe2\x80\xaeio\tterm\tn\x07\n")
    for result in (reader("glossary"), reader("glossary", "export"), reader("glossary", "list", "--format", "json")):
        assert "\x1b" not in result.out
        assert "\u202e" not in result.out


def test_the_words_of_the_help_are_those_of_the_model() -> None:
    assert set(KINDS) == {kind.value for kind in TermKind}
    assert FILES == ("tsv", "tbx", "martif")
    assert json.dumps(FILES)


@pytest.mark.usefixtures("rules")
def test_a_new_term_changes_only_the_sentences_in_which_it_stands(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = dict(next(each for each in bundled() if each.name == "25-de-abril").english)
    engine = ScriptedEngine(lambda sentence: english[sentence])  # good English, so that little is to be put right
    local = engines.EngineKind("local", "counts what it is asked", lambda _given: engine)
    monkeypatch.setattr(engines, "ENGINES", {**engines.ENGINES, "local": local})
    ident = next(row["id"] for row in reader("list", "--format", "json").json if row["title"].startswith("25 de Abril"))
    assert reader("memory", "forget", "--origin", "human", "--yes").code == 0

    def translated() -> dict[str, str]:
        engine.asked.clear()
        assert reader("translate", ident).code == 0
        rows = reader("edit", "sentences", "--article", ident, "--format", "json").json
        return {each["source"]: each["english"] for each in rows}

    before = translated()
    assert len(before) > 25
    assert set(before) <= set(engine.asked)
    assert translated() == before
    assert engine.asked == [], "all of it is kept"

    reader("glossary", "add", "Marcello Caetano", "M. Caetano", "--kind", "person")
    after = translated()
    touched = {source for source in before if "Marcello Caetano" in source}
    assert 0 < len(touched) < len(before) / 4
    assert {source for source in before if after[source] != before[source]} == touched
    assert all("M. Caetano" in after[source] for source in touched)
    assert engine.asked == [], "what it said is kept, and its names are put right in that"

    reader("glossary", "remove", "Marcello Caetano")
    assert translated() == before
