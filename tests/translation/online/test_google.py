"""Deep-translator's real code against a real server on loopback that misbehaves."""

from __future__ import annotations

import socket
import sys

import pytest

from reader.translation.engine import EngineBusy, EngineError, EngineUnavailable, Origin, Rejected
from reader.translation.online.careful import ATTEMPTS, MAX_REQUEST
from reader.translation.online.google import GoogleEngine
from reader.translation.online.web import TIMEOUTS
from tests.translation.online.bad import ERROR_PAGE, PORTAL, hang_up
from tests.translation.online.pages import Page, Service
from tests.translation.online.unhurried import unhurried

SENTENCE = "O líder visitou uma fábrica militar."


@pytest.fixture
def engine(service: Service) -> GoogleEngine:
    return GoogleEngine(service.address, unhurried("google"))


def test_it_translates(service: Service, engine: GoogleEngine) -> None:
    assert engine.translate(SENTENCE) == f"English of {SENTENCE}"
    assert service.asked == [SENTENCE]
    assert (engine.name, engine.origin, bool(engine.version)) == ("google", Origin.REFINED, True)


def test_a_connection_is_used_again(service: Service, engine: GoogleEngine) -> None:
    for _ in range(5):
        engine.translate(SENTENCE)
    assert len(service.asked) == 5
    assert len(service.connections) == 1


def test_what_it_says_is_cleaned(service: Service, engine: GoogleEngine) -> None:
    service.answer = lambda page: page.translated("The  leader\u202e visited\na \x1b[31mfactory.")
    english = engine.translate(SENTENCE)
    assert "\x1b" not in english
    assert "\u202e" not in english
    assert "\n" not in english


def test_a_long_text_is_split_and_joined(service: Service, engine: GoogleEngine) -> None:
    service.answer = lambda page: page.translated(page.text.replace("fábrica", "factory"))
    text = " ".join([f"O líder número {number} visitou uma fábrica militar." for number in range(90)])
    assert engine.translate(text) == text.replace("fábrica", "factory")
    assert len(service.asked) > 2
    assert max(map(len, service.asked)) <= MAX_REQUEST


def test_text_beyond_all_measure_is_not_sent(service: Service, engine: GoogleEngine) -> None:
    with pytest.raises(Rejected):
        engine.translate("palavra " * 100_000)
    assert service.asked == []


def test_text_without_letters_is_not_sent(service: Service, engine: GoogleEngine) -> None:
    assert engine.translate("— 13 —") == "— 13 —"
    assert service.asked == []


def test_it_recovers_after_a_failure(service: Service, engine: GoogleEngine) -> None:
    good = service.answer
    service.answer = hang_up
    with pytest.raises(EngineUnavailable):
        engine.translate(SENTENCE)
    service.answer = good
    assert engine.translate(SENTENCE) == f"English of {SENTENCE}"


def test_nobody_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/m"
        with pytest.raises(EngineUnavailable, match="cannot be reached"):
            GoogleEngine(address, unhurried("google", (0.5, 0.5))).translate(SENTENCE)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        ("999999", 86_400.0),
        ("Fri, 31 Dec 2077 23:59:59 GMT", 86_400.0),
        ("Mon, 01 Jan 2001 00:00:00 GMT", None),
        ("soon", None),
        ("-3", None),
        ("٣", None),
    ],
)
def test_too_many_requests_says_how_long(
    service: Service, engine: GoogleEngine, header: str, seconds: float | None
) -> None:
    service.answer = lambda page: page.send("slow down", 429, Retry_After=header.encode("utf-8").decode("latin-1"))
    with pytest.raises(EngineBusy) as caught:
        engine.translate(SENTENCE)
    assert caught.value.retry_after == seconds


def test_unavailable_for_a_while_is_busy(service: Service, engine: GoogleEngine) -> None:
    service.answer = lambda page: page.send("maintenance", 503, Retry_After="30")
    with pytest.raises(EngineBusy) as caught:
        engine.translate(SENTENCE)
    assert caught.value.retry_after == 30.0


@pytest.mark.parametrize("status", [302, 400, 403, 404, 500, 503])
def test_an_error_status_is_told(service: Service, engine: GoogleEngine, status: int) -> None:
    service.answer = lambda page: page.send("no", status, Location=service.address + "?q=elsewhere")
    with pytest.raises(EngineUnavailable, match=str(status)):
        engine.translate(SENTENCE)
    assert service.asked == [SENTENCE] * (ATTEMPTS if status in (500, 503) else 1)  # no redirect was followed


@pytest.mark.parametrize(
    "body",
    [
        PORTAL,
        "",
        "\x00\xff" * 50,
        '<div class="result-container"></div>',
        f'<div class="result-container">{ERROR_PAGE}</div>',
        f'<div class="result-container">{SENTENCE}</div>',
        '<div class="result-container">???</div>',
        '<div class="result-container">Yes ' + "and more " * 40 + "</div>",
        '<div class="t0">' + "the leader " * 6 + "</div>",
    ],
)
def test_a_page_that_is_no_translation_is_rejected(service: Service, engine: GoogleEngine, body: str) -> None:
    service.answer = lambda page: page.send(body)
    with pytest.raises(Rejected) as caught:
        engine.translate(SENTENCE)
    assert "\n" not in str(caught.value)


def test_a_failure_in_one_part_of_a_long_text_fails_the_whole(service: Service, engine: GoogleEngine) -> None:
    def second_fails(page: Page) -> None:
        if len(service.asked) >= 2:
            page.send("no", 500)
        else:
            page.translated(page.text.replace("fábrica", "factory"))

    service.answer = second_fails
    with pytest.raises(EngineUnavailable):
        engine.translate(" ".join([f"O líder {number} visitou uma fábrica." for number in range(90)]))


def test_an_error_of_the_packages_own_making_is_told(
    service: Service, engine: GoogleEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bs4.BeautifulSoup.find", lambda *_: 1 / 0)
    with pytest.raises(EngineError, match="ZeroDivisionError") as caught:
        engine.translate(SENTENCE)
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_without_the_package_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "deep_translator.google", None)
    with pytest.raises(EngineUnavailable, match="not installed"):
        GoogleEngine().translate(SENTENCE)


def test_deep_translators_own_requests_are_untouched(service: Service, engine: GoogleEngine) -> None:
    engine.translate(SENTENCE)
    import deep_translator.google
    import requests

    assert deep_translator.google.requests is requests


def test_google_itself_is_asked_where_no_other_address_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []

    def request(_self: object, method: str, url: str, **settings: object) -> object:
        asked.append((method, url, settings["timeout"], settings["allow_redirects"]))
        raise OSError("no network here")

    monkeypatch.setattr("requests.Session.request", request)
    with pytest.raises(EngineUnavailable):
        GoogleEngine(careful=unhurried("google", TIMEOUTS)).translate(SENTENCE)
    assert asked == [("GET", "https://translate.google.com/m", (5.0, 15.0), False)] * ATTEMPTS
