"""engines: what can translate, what each lacks, trying one, allowing one, its key."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import keyring
import pytest

from articles.errors import Problem, StorageError
from reader.cli.consenting import ask_once
from reader.cli.engines import SENTENCE
from reader.translation.choosing.choice import Choice
from reader.translation.choosing.chooser import Chooser
from reader.translation.choosing.consent import Consents
from reader.translation.choosing.keys import Keys
from reader.translation.engine import EngineUnavailable
from reader.translation.engines import ENGINES
from tests.cli.conftest import Reader
from tests.conftest import NetworkAttempts
from tests.translation.choosing.rings import MemoryRing


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> MemoryRing:
    """The system's keyring is one in memory."""
    found = MemoryRing()
    for name in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(keyring, name, getattr(found, name))
    return found


def of(reader: Reader, name: str) -> dict[str, object]:
    result = reader("engines", "--format", "json")
    assert (result.code, result.err) == (0, "")
    return {each["name"]: each for each in result.json["engines"]}[name]


def test_all_are_listed_with_what_each_lacks(reader: Reader) -> None:
    result = reader("engines")

    assert result.code == 0
    assert result.is_harmless()
    assert all(len(line) <= 80 for line in result.out.splitlines())
    for name in ENGINES:
        assert f"  {name} " in result.out or f"* {name} " in result.out
    assert "* local " in result.out
    assert "each sentence you translate is sent to translate.google.com" in result.out
    assert "lacks your consent; call: reader engines allow google" in " ".join(result.out.split())


def test_json_has_the_same(reader: Reader) -> None:
    local, google = of(reader, "local"), of(reader, "google")

    assert (local["chosen"], local["online"], local["sends_to"], local["ready"]) == (True, False, None, True)
    assert (google["chosen"], google["online"], google["allowed"]) == (False, True, False)
    assert google["sends_to"] == "https://translate.google.com"
    assert google["missing"] == ["your consent; call: reader engines allow google"]


def test_a_yes_is_remembered_and_can_be_taken_back(reader: Reader) -> None:
    allowed = reader("engines", "allow", "google")
    assert allowed.code == 0
    assert allowed.out == "google: each sentence you translate is sent to translate.google.com: allowed\n"
    assert of(reader, "google")["ready"] is True
    assert reader("engines", "forbid", "google").out == "google may send nothing any more\n"
    assert of(reader, "google")["allowed"] is False
    assert reader("engines", "forbid", "google").out == "google was not allowed to send anything\n"
    assert "nothing to allow" in reader("engines", "allow", "local").out


def test_offline_a_yes_is_recorded_and_nothing_is_tried(reader: Reader, network: NetworkAttempts) -> None:
    assert reader("--offline", "engines", "allow", "google").code == 0
    refused = reader("--offline", "engines", "check", "google")
    assert refused.is_one_line_of_failure()
    assert "offline" in refused.err
    assert "the reader is set to stay offline" in reader("--offline", "engines").out
    assert of(reader, "google")["allowed"] is True
    assert network.take() == []


@pytest.mark.engine
def test_one_is_tried_with_a_sentence(reader: Reader) -> None:
    told = reader("engines", "check", "local")
    found = reader("engines", "check", "local", "--format", "json").json

    assert told.code == 0
    assert told.out.startswith("local 0.")
    assert "president" in told.out.lower()
    assert found["source"] == SENTENCE
    assert found["seconds"] >= 0
    assert found["english"] in told.out


def test_trying_one_that_is_not_allowed_or_cannot_be_reached_fails_in_one_line(
    reader: Reader, network: NetworkAttempts
) -> None:
    refused = reader("engines", "check", "google")
    assert refused.is_one_line_of_failure()
    assert "reader engines allow google" in refused.err
    assert network.take() == []
    reader("engines", "allow", "google")
    failed = reader("engines", "check", "google")
    assert failed.is_one_line_of_failure()
    assert "cannot be reached" in failed.err


@pytest.mark.parametrize("do", ["check", "allow", "forbid", "key"])
def test_an_engine_that_is_not_there_is_told(reader: Reader, do: str) -> None:
    result = reader("engines", do, "babel\x1b[31m")
    assert result.is_one_line_of_failure()
    assert "choose one of: local, firefox, " in result.err


@pytest.mark.parametrize(
    "argv", [["check"], ["allow"], ["key"], ["what"], ["check", "local", "--forget"], ["--forget"]]
)
def test_wrong_usage_is_told(reader: Reader, argv: list[str]) -> None:
    result = reader("engines", *argv)
    assert result.code == 2
    assert result.err.count("\n") == 1


def test_a_key_among_the_words_is_refused_and_not_repeated(reader: Reader) -> None:
    result = reader("engines", "key", "google", "sk-MARKER")
    assert result.code == 2
    assert "the key is asked for" in result.err
    assert "MARKER" not in result.err + result.out


def test_an_engine_without_a_key_takes_none(reader: Reader, ring: MemoryRing) -> None:
    result = reader("engines", "key", "local", stdin=b"sk-MARKER\n")
    assert result.is_one_line_of_failure()
    assert "takes no key" in result.err
    assert ring.kept == {}


def test_a_library_that_cannot_be_opened_allows_nothing(reader: Reader, home: Path, network: NetworkAttempts) -> None:
    (home / "data").mkdir(parents=True)
    (home / "data" / "library.db").write_bytes(b"not a database, and longer than a header would be" * 10)

    assert of(reader, "google")["allowed"] is False
    assert reader("engines", "allow", "google").is_one_line_of_failure()
    refused = reader("engines", "check", "google")
    assert refused.code == 1
    assert "reader engines allow google" in refused.err
    assert network.take() == []


# On a terminal


class Terminal(io.StringIO):
    """A stream at whose other end somebody sits."""

    def isatty(self) -> bool:
        return True


class Yeses:
    """What the reader said yes to, in memory; ``full`` is a disk without room."""

    def __init__(self, full: bool = False) -> None:
        self.given_to: set[tuple[str, str]] = set()
        self._full = full

    def given(self, engine: str, address: str) -> bool:
        return (engine, address) in self.given_to

    def give(self, engine: str, address: str) -> None:
        if self._full:
            raise StorageError("the library has no room", "make some")
        self.given_to.add((engine, address))


def asked(
    monkeypatch: pytest.MonkeyPatch, typed: str, yeses: Yeses, *, named: bool = False, choice: Choice | None = None
) -> str:
    """Ask somebody who types this; what stands on the terminal afterwards."""
    chooser = Chooser({}, Keys({}, MemoryRing), lambda: yeses, offline=False)  # type: ignore[arg-type, return-value]
    err = Terminal()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdin", Terminal(typed))
        patched.setattr(sys, "stderr", err)
        ask_once(choice or chooser.choice("google"), chooser, named=named)
    return err.getvalue()


@pytest.mark.parametrize("typed", ["y\n", "YES\n", " s \n", "sim\n"])
def test_somebody_at_a_terminal_is_asked_once_and_that_is_remembered(
    monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    yeses = Yeses()
    shown = asked(monkeypatch, typed, yeses)
    assert "google: each sentence you translate is sent to translate.google.com. Allow it? [y/N]" in shown
    assert yeses.given_to == {("google", "https://translate.google.com")}
    assert asked(monkeypatch, "", yeses) == "", "not asked again"


def test_what_speaks_plain_http_says_so_when_it_asks_and_each_time_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    yeses = Yeses()
    plain = Choice.of(ENGINES["mymemory"], {})
    assert asked(monkeypatch, "y\n", yeses, choice=plain).count("plain http") == 1
    assert asked(monkeypatch, "", yeses, choice=plain) == (
        "reader: mymemory: it speaks plain http: whoever is on the way can read what you send\n"
    )


@pytest.mark.parametrize("typed", ["", "\n", "n\n", "yesterday\n", "x" * 200])
def test_anything_but_yes_is_no(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    yeses = Yeses()
    with pytest.raises(EngineUnavailable, match="nothing was sent"):
        asked(monkeypatch, typed, yeses)
    with pytest.raises(Problem) as caught:
        asked(monkeypatch, typed, yeses, named=True)
    assert not isinstance(caught.value, EngineUnavailable), "no draft in place of what was asked for by name"
    assert yeses.given_to == set()


def test_a_yes_that_cannot_be_kept_holds_for_this_run(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "your answer is not kept: the library has no room" in asked(monkeypatch, "y\n", Yeses(full=True))


def test_the_consent_is_the_engines_and_the_addresss(tmp_path: Path) -> None:
    from articles.database import Database
    from reader.translation.tables import OWN_MIGRATIONS

    with Database(tmp_path / "library.db", OWN_MIGRATIONS) as database:
        consents = Consents(database)
        consents.give("openai", "https://a.example.org/v1")
        consents.give("openai", "https://a.example.org/v1")
    with Database(tmp_path / "library.db", OWN_MIGRATIONS) as database:
        consents = Consents(database)
        assert consents.given("openai", "https://a.example.org/v1")
        assert not consents.given("openai", "http://a.example.org/v1")
        assert not consents.given("openai", "https://b.example.org/v1")
        assert not consents.given("libretranslate", "https://a.example.org/v1")
        assert consents.take_back("openai") == 1
        assert not consents.given("openai", "https://a.example.org/v1")
