"""Keys, all the way from environment or keyring to the service: never shown, logged or stored elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from reader.translation.online import libretranslate, openai
from tests.cli.conftest import Reader, Result
from tests.translation.choosing.rings import MemoryRing, TellingRing
from tests.translation.online.bad import stall
from tests.translation.online.chats import ChatService, chatting
from tests.translation.online.pages import running

MARKER = "sk-MARKER-0123456789"


@pytest.fixture
def service() -> Iterator[ChatService]:
    with chatting() as running:
        yield running


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> MemoryRing:
    return use(monkeypatch, MemoryRing())


def use(monkeypatch: pytest.MonkeyPatch, ring: MemoryRing) -> MemoryRing:
    """Make this the system's keyring."""
    for name in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(keyring, name, getattr(ring, name))
    return ring


def configured(home: Path, text: str) -> None:
    (home / "config").mkdir(parents=True, exist_ok=True)
    (home / "config" / "config.toml").write_text(text, encoding="utf-8")


def model_here(home: Path, service: ChatService) -> None:
    configured(home, f'[engines.openai]\nurl = "{service.address}/"\nmodel = "small-1"\n')


def nowhere(home: Path, *results: Result) -> bool:
    """Whether the key stands in nothing that was said, and in no file of the reader's home."""
    said = "".join(each.out + each.err for each in results)
    kept = [path for path in home.rglob("*") if path.is_file() and MARKER.encode() in path.read_bytes()]
    return MARKER not in said and kept == []


def test_a_key_is_put_into_the_keyring_used_and_forgotten(
    reader: Reader, home: Path, service: ChatService, ring: MemoryRing
) -> None:
    model_here(home, service)
    kept = reader("engines", "key", "openai", stdin=f"{MARKER}\n".encode())
    listed = reader("engines")
    asjson = reader("engines", "--format", "json")
    tried = reader("engines", "check", "openai")

    assert (kept.code, kept.out) == (0, "the key of openai is in the system's keyring\n")
    assert ring.kept == {("leitor", "openai"): MARKER}
    assert "its key: keyring" in listed.out
    assert {each["name"]: each["key"] for each in asjson.json["engines"]}["openai"] == "keyring"
    assert tried.out.startswith("openai small-1+1, in ")
    assert service.asked[0][1]["Authorization"] == f"Bearer {MARKER}"
    assert reader("engines", "key", "openai", "--forget").out == "the key of openai is no longer in the keyring\n"
    assert reader("engines", "key", "openai", "--forget").out == "the keyring had no key of openai\n"
    reader("engines", "check", "openai")
    assert "Authorization" not in service.asked[1][1]
    assert nowhere(home, kept, listed, asjson, tried)


@pytest.mark.parametrize("given", [b"", b"\n", b"   \n", f"{MARKER} {MARKER}\n".encode(), f"{MARKER}\xe3\n".encode()])
def test_what_is_no_key_is_not_kept(reader: Reader, ring: MemoryRing, given: bytes, home: Path) -> None:
    result = reader("engines", "key", "openai", stdin=given)
    assert result.is_one_line_of_failure()
    assert ring.kept == {}
    assert nowhere(home, result)


def test_a_keyring_that_fails_and_tells_the_key_is_not_repeated(
    reader: Reader, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, TellingRing())
    result = reader("engines", "key", "openai", stdin=MARKER.encode())
    listed = reader("engines")

    assert result.is_one_line_of_failure()
    assert "set the key in the environment" in result.err
    assert listed.code == 0
    assert listed.err == (
        "reader: keys were looked for in the environment only: the system's keyring failed (RuntimeError)\n"
    )
    assert nowhere(home, result, listed)


def test_a_model_on_this_machine_needs_neither_network_nor_consent(
    reader: Reader, home: Path, service: ChatService, news: Path
) -> None:
    model_here(home, service)
    found = {each["name"]: each for each in reader("--offline", "engines", "--format", "json").json["engines"]}
    result = reader("--offline", "--engine", "openai", "translate", str(news))

    assert (found["openai"]["online"], found["openai"]["ready"]) == (False, True)
    assert found["openai"]["sends_to"] is None
    assert result.code == 0
    assert "English of O líder norte-coreano" in result.out
    assert result.err == "reader: English: refined by openai small-1+1 (4)\n"


def test_a_service_elsewhere_is_named_and_asked_for_anew_where_its_address_changes(reader: Reader, home: Path) -> None:
    def state(url: str) -> tuple[bool, bool, str | None]:
        configured(home, f'[engines.openai]\nurl = "{url}"\nmodel = "m"\n')
        found = {each["name"]: each for each in reader("engines", "--format", "json").json["engines"]}["openai"]
        return found["online"], found["allowed"], found["sends_to"]

    assert state("http://203.0.113.5:8080/v1") == (True, False, "http://203.0.113.5:8080/v1")
    allowed = reader("engines", "allow", "openai")
    assert "is sent to 203.0.113.5:8080; it speaks plain http" in allowed.out
    assert state("http://203.0.113.5:8080/v1")[1]
    assert not state("https://203.0.113.5:8080/v1")[1]
    assert not state("http://203.0.113.5:8080/v2")[1]
    assert not state("http://203.0.113.6:8080/v1")[1]
    assert state("http://203.0.113.5:8080/v1/")[1]
    assert state("http://127.0.0.1:8080/v1")[:2] == (False, True)
    assert reader("engines", "forbid", "openai").out == "openai may send nothing any more\n", "wherever it sent before"
    assert not state("http://203.0.113.5:8080/v1")[1]


def test_what_was_made_for_one_service_is_needed_there_and_sent_nowhere_else(
    reader: Reader, home: Path, monkeypatch: pytest.MonkeyPatch, service: ChatService
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", MARKER)
    model_here(home, service)
    reader("engines", "check", "openai")
    assert "Authorization" not in service.asked[0][1]
    configured(home, '[engines.openai]\nurl = "https://api.openai.com/v1"\nmodel = "m"\n')
    assert "its key: OPENAI_API_KEY" in reader("engines").out
    monkeypatch.delenv("OPENAI_API_KEY")
    lacking = reader("engines", "check", "openai")
    assert lacking.is_one_line_of_failure()
    assert "lacks a key; set READER_OPENAI_KEY, or call: reader engines key openai" in lacking.err


def test_an_engine_that_is_not_set_up_says_what_to_write_where(reader: Reader) -> None:
    result = reader("engines", "check", "openai")
    assert result.is_one_line_of_failure()
    assert '[engines.openai] url = "…"' in result.err
    refused = reader("engines", "allow", "openai")
    assert refused.is_one_line_of_failure()
    assert "not known yet where openai sends sentences" in refused.err


@pytest.mark.parametrize("text", [f'key = "{MARKER}"', f'api_key = "{MARKER}"', f'url = "https://x:{MARKER}@a.org"'])
def test_a_key_in_the_configuration_is_refused_and_not_repeated(reader: Reader, home: Path, text: str) -> None:
    configured(home, f"[engines.openai]\n{text}\n")
    result = reader("engines")
    assert result.is_one_line_of_failure()
    assert "config.toml, line 2: " in result.err
    assert MARKER not in result.err


def test_what_cannot_be_a_key_is_told_by_its_variable(
    reader: Reader, home: Path, service: ChatService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_OPENAI_KEY", f"{MARKER}\nX-Evil: 1")
    model_here(home, service)
    result, listed = reader("engines", "check", "openai"), reader("engines")

    assert result.is_one_line_of_failure()
    assert "what READER_OPENAI_KEY gives is no key" in result.err
    assert "lacks what READER_OPENAI_KEY gives" in " ".join(listed.out.split())
    assert service.asked == []
    assert nowhere(home, result, listed)


@pytest.mark.parametrize("status", [401, 429, 500])
def test_failures_of_a_service_keep_the_key_out_of_errors_and_log(
    reader: Reader, home: Path, service: ChatService, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    monkeypatch.setenv("READER_OPENAI_KEY", MARKER)
    model_here(home, service)
    service.status, service.body = status, f"wrong key {MARKER}".encode()
    result = reader("engines", "check", "openai")

    assert result.is_one_line_of_failure()
    assert service.asked[0][1]["Authorization"].endswith(MARKER), "it was sent"
    assert nowhere(home, result)


def test_a_mistake_of_ours_is_logged_with_its_traceback_and_without_the_key(
    reader: Reader, home: Path, service: ChatService, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: openai.OpenAIEngine, _sentence: str) -> str:
        raise RuntimeError(f"broken: {vars(self)}")

    monkeypatch.setenv("READER_OPENAI_KEY", MARKER)
    monkeypatch.setattr(openai.OpenAIEngine, "translate", broken)
    model_here(home, service)
    result = reader("engines", "check", "openai")

    assert result.code == 1
    assert "Secret(…)" in (home / "state" / "reader.log").read_text(encoding="utf-8")
    assert nowhere(home, result)


def test_a_service_that_sends_the_key_back_is_not_repeated(
    reader: Reader, home: Path, service: ChatService, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_OPENAI_KEY", MARKER)
    model_here(home, service)
    service.say = lambda _text: service.asked[-1][1]["Authorization"]
    tried = reader("engines", "check", "openai")
    shown = reader("--engine", "openai", "translate", str(news))

    assert tried.is_one_line_of_failure()
    assert "openai sent its own key back" in tried.err
    assert service.asked[-1][1]["Authorization"].endswith(MARKER), "it was sent"
    assert nowhere(home, tried, shown)


def test_a_service_that_never_answers_is_tried_once_and_not_for_long(
    reader: Reader, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libretranslate.LibreTranslateEngine, "trial", 0.3)
    with running() as stalled:
        stalled.answer = stall
        configured(home, f'[engines.libretranslate]\nurl = "{stalled.address}"\n')
        result = reader("engines", "check", "libretranslate")

    assert result.is_one_line_of_failure()
    assert len(stalled.asked) == 1
