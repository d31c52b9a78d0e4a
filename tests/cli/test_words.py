"""The command ``words``: listing, exporting as TSV and as an Anki package, changing, removing."""

from __future__ import annotations

import csv
import io
import sqlite3
import zipfile
from pathlib import Path

import pytest

from reader.cli.compose import Composition
from reader.locations import locate
from reader.vocabulary.model import NewWord
from tests.cli.conftest import Reader
from tests.vocabulary.making import TROCAR, context

NASTY = 'Ela "troca" <b>ideias</b> & planos;\tdiz #1.'


@pytest.fixture
def kept(home: Path) -> None:
    """Three saved words in the library under ``READER_HOME``."""
    parts = Composition(locate(str(home)))
    parts.vocabulary.save(TROCAR, context("troca", NASTY))
    parts.vocabulary.save(NewWord("aperto de mãos", "PHRASE", ("handshake",)), context("aperto de mãos"))
    parts.vocabulary.save(NewWord("mão", "NOUN", ("hand",), 5.3), context("mãos", english="", origin=""))
    parts.close()


@pytest.mark.usefixtures("kept")
def test_list_set_and_remove(reader: Reader) -> None:
    listed = reader("words", "list")
    assert listed.code == 0
    assert [line.split("  ")[0] for line in listed.out.splitlines()] == ["mão", "aperto de mãos", "trocar"]
    assert "verb" in listed.out
    assert "to exchange" in listed.out
    done = reader("words", "set", "trocar", "nada", "--status", "known")
    assert (done.code, done.out) == (1, "known: trocar · verb\n")
    assert "not saved: nada" in done.err
    (known,) = reader("words", "list", "--status", "known", "--format", "json").json
    assert (known["lemma"], known["contexts"][0]["form"]) == ("trocar", "troca")
    assert known["contexts"][0]["sentence"] == NASTY
    assert reader("words", "list", "--since", "2999-01-01", "--format", "json").json == []
    assert len(reader("words", "list", "--article", "a" * 64, "--format", "json").json) == 3
    assert reader("words", "list", "--article", "f" * 64).code == 1
    assert reader("words", "remove", "MÃO").out == "removed: mão · noun\n"
    assert len(reader("words", "list").out.splitlines()) == 2
    assert reader("words", "set", "trocar").code == 2


@pytest.mark.usefixtures("kept")
def test_tsv_is_one_line_a_word_and_survives_what_a_sentence_holds(reader: Reader, tmp_path: Path) -> None:
    out = reader("words", "export").out
    head, lines = out.splitlines()[:4], out.splitlines()[4:]
    assert head[:3] == ["#separator:tab", "#html:true", "#guid column:1"]
    assert head[3].split("\t")[1:] == ["Word", "Lemma", "Sentence", "English", "Meaning", "Source", "Date"]
    rows = list(csv.reader(io.StringIO("\n".join(lines)), delimiter="\t"))
    assert [len(row) for row in rows] == [8, 8, 8]
    trocar = next(row for row in rows if row[2] == "trocar")
    assert trocar[3] == "Ela &quot;<b>troca</b>&quot; &lt;b&gt;ideias&lt;/b&gt; &amp; planos; diz #1."
    assert trocar[5:7] == ["to exchange<br>to swap", "Um encontro · Folha · 2024-02-01"]
    file = tmp_path / "words.tsv"
    assert reader("words", "export", str(file)).out.startswith("wrote 3 words")
    assert file.read_text() == out
    refused = reader("words", "export", str(file))
    assert refused.code == 1
    assert "is there already" in refused.err
    assert reader("words", "export", str(file), "--replace", "--status", "known").code == 0
    assert len(file.read_text().splitlines()) == 4
    assert reader("words", "export", str(tmp_path / "words.doc")).code == 1


def test_the_words_of_an_article_outlive_it(reader: Reader, home: Path) -> None:
    parts = Composition(locate(str(home)))
    article = parts.articles.get(parts.articles.summaries(parts.articles.keys())[0].id)
    parts.vocabulary.save(TROCAR, context(article=article.id, title=article.title))
    parts.close()
    assert "· 1 saved word of it stays" in reader("remove", article.id).out
    (word,) = reader("words", "list", "--article", article.id, "--format", "json").json
    assert word["contexts"][0]["title"] == article.title


def notes(path: Path, tmp_path: Path) -> dict[str, list[str]]:
    """The notes of a package, by their guid."""
    with zipfile.ZipFile(path) as package:
        package.extract("collection.anki2", tmp_path)
    connection = sqlite3.connect(tmp_path / "collection.anki2")
    try:
        assert connection.execute("SELECT count(*) FROM cards").fetchone() == (3,)
        return {guid: fields.split("\x1f") for guid, fields in connection.execute("SELECT guid, flds FROM notes")}
    finally:
        connection.close()


@pytest.mark.usefixtures("kept")
def test_an_anki_package_has_the_sentence_in_front_and_stays_the_same_notes(reader: Reader, tmp_path: Path) -> None:
    first, second = tmp_path / "words.apkg", tmp_path / "again.apkg"
    assert reader("words", "export", str(first)).code == 0
    before = notes(first, tmp_path)
    assert {fields[1] for fields in before.values()} == {"trocar", "aperto de mãos", "mão"}
    sentence = next(fields[2] for fields in before.values() if fields[1] == "aperto de mãos")
    assert sentence == "Os dois trocaram um <b>aperto de mãos</b>."
    reader("words", "set", "trocar", "--status", "known")
    reader("words", "remove", "mão")
    home = reader("words", "export", str(second))
    assert home.code == 0
    with zipfile.ZipFile(second) as package:
        package.extract("collection.anki2", tmp_path)
    connection = sqlite3.connect(tmp_path / "collection.anki2")
    guids = {guid for (guid,) in connection.execute("SELECT guid FROM notes")}
    connection.close()
    assert len(guids) == 2
    assert guids < set(before), "what was imported before is updated, not doubled"


@pytest.mark.usefixtures("kept")
def test_the_unknown_words_of_an_article(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "notícia.txt"
    path.write_text("Um encontro\n\nA mão trocou a nota com Lisboa. O desvario trocava 30 notas.\n", encoding="utf-8")
    found = reader("words", "unknown", str(path), "--format", "json").json
    assert (found["count"], found["unknown"], found["known_from"]) == (10, 4, 5.0)
    assert [(each["lemma"], each["count"], each["status"]) for each in found["words"]] == [
        ("trocar", 2, "new"), ("desvario", 1, None), ("mão", 1, "new"),
    ]  # fmt: skip
    said = reader("words", "unknown", str(path))
    assert (said.code, said.out.splitlines()[0]) == (0, "40.0% of 10 words are not known (4)")
    assert reader("words", "unknown").code == 2
