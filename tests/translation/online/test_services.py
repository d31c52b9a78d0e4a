"""What holds for every engine that comes through deep-translator: its real code, a real server on loopback."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable

import pytest

from articles.errors import Problem
from reader.translation.engine import Engine, EngineBusy, EngineError, EngineUnavailable, Networked, Origin, Rejected
from reader.translation.online.careful import ATTEMPTS
from tests.translation.online import bad
from tests.translation.online.pages import SAYS, Page, Service
from tests.translation.online.services import KEY, MAKE, engine

SENTENCE = "O líder visitou uma fábrica militar."
ENGLISH = "The leader visited a military factory."

each = pytest.mark.parametrize("name", list(MAKE))


@each
def test_it_translates_on_one_kept_connection(service: Service, name: str) -> None:
    service.answer = lambda page: SAYS[name](page, f"English of {page.text}")
    made = engine(name, service.address)
    for number in range(4):
        assert made.translate(f"{SENTENCE} {number}") == f"English of {SENTENCE} {number}"
    assert service.asked == [f"{SENTENCE} {number}" for number in range(4)]
    assert len(service.connections) == 1
    as_engine: Engine = made
    assert (as_engine.name, as_engine.origin, bool(as_engine.version)) == (name, Origin.REFINED, True)
    assert isinstance(made, Networked)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("google", {"sl": "pt", "tl": "en"}),
        ("libretranslate", {"source": "pt", "target": "en", "format": "text", "api_key": KEY}),
        ("microsoft", {"from": "pt", "to": "en"}),
        ("mymemory", {"langpair": "pt-BR|en-US"}),
    ],
)
def test_what_is_sent(service: Service, name: str, fields: dict[str, str]) -> None:
    service.answer = lambda page: SAYS[name](page, ENGLISH)
    engine(name, service.address).translate(SENTENCE)
    (page,) = service.pages
    assert page.fields == fields
    assert KEY not in page.handler.path
    assert SENTENCE.split()[-1] not in page.handler.path or page.handler.command == "GET"
    if name == "microsoft":
        assert page.headers["ocp-apim-subscription-key"] == KEY
        assert page.headers["ocp-apim-subscription-region"] == "westeurope"
    assert "cookie" not in page.headers


def told(name: str, service: Service, timeouts: tuple[float, float] = (5.0, 5.0)) -> EngineError:
    """The error that a sentence ends in."""
    with pytest.raises(EngineError) as caught:
        engine(name, service.address, timeouts).translate(SENTENCE)
    return caught.value


def shown(error: BaseException | None) -> str:
    """All that a log would hold of an error and its causes."""
    text = ""
    while error is not None:
        text += f"{error!r} {error} {getattr(error, 'args', '')}\n"
        error = error.__cause__ or error.__context__
    return text


@pytest.mark.parametrize(
    ("name", "answer"),
    [("google", answer) for answer in bad.NO_ANSWER]
    + [(name, answer) for name in MAKE if name != "google" for answer in (bad.stall, bad.cut)],
)
def test_no_whole_answer_is_cannot_be_reached(
    service: Service, name: str, answer: Callable[[Page], None], caplog: pytest.LogCaptureFixture
) -> None:
    service.answer = answer
    with caplog.at_level(logging.DEBUG):
        error = told(name, service, (0.05, 0.05))
    assert isinstance(error, EngineUnavailable)
    assert "cannot be reached" in error.message
    assert error.advice
    assert error.retry_after is not None
    assert error.__cause__ is not None
    assert len(service.asked) <= ATTEMPTS  # fewer where the machine is too busy to connect in time
    assert KEY not in shown(error) + caplog.text
    assert "Returned error" not in caplog.text  # deep-translator's own, which would go to the screen


@each
@pytest.mark.parametrize("answer", bad.TOO_LONG)
def test_an_answer_that_is_too_long_is_told_so_and_asked_for_once(
    service: Service, name: str, answer: Callable[[Page], None]
) -> None:
    service.answer = answer
    error = told(name, service)
    assert isinstance(error, Rejected)
    assert "is far too long" in error.message
    assert service.asked == [SENTENCE]


@each
def test_what_nests_too_deep_to_be_read_is_no_translation(service: Service, name: str) -> None:
    deep = "<div class=x>" * 3_000 if name == "google" else "[" * 200_000
    service.answer = lambda page: page.send(deep)
    error = told(name, service)
    assert "RecursionError" not in error.message
    assert "holds no translation" in error.message


@each
def test_nobody_there(name: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/m"
        with pytest.raises(EngineUnavailable, match="cannot be reached") as caught:
            engine(name, address).translate(SENTENCE)
    assert caught.value.__cause__ is not None
    assert KEY not in shown(caught.value)


@each
@pytest.mark.parametrize("status", [302, 400, 401, 403, 404, 429, 500, 503])
def test_an_error_status_is_told(service: Service, name: str, status: int) -> None:
    service.answer = lambda page: page.send("{}", status, Location=service.address + "?q=elsewhere")
    error = told(name, service)
    assert isinstance(error, EngineBusy if status == 429 else EngineUnavailable)
    assert str(status) in error.message or status == 429
    assert service.asked == [SENTENCE] * (ATTEMPTS if status in (429, 500, 503) else 1)  # and no redirect followed
    assert KEY not in shown(error)
    if status == 401 and name in ("libretranslate", "microsoft"):
        assert "the key" in error.message


@each
@pytest.mark.parametrize("status", [429, 503])
def test_asked_to_wait_long_it_tells_so_and_asks_nothing(service: Service, name: str, status: int) -> None:
    service.answer = lambda page: page.send("slow down", status, Retry_After="30")
    made = engine(name, service.address)
    for _ in range(3):
        with pytest.raises(EngineBusy) as caught:
            made.translate(SENTENCE)
        assert caught.value.retry_after == pytest.approx(30.0)
    assert made.cooldown == pytest.approx(30.0)
    assert len(service.asked) == 1


@each
@pytest.mark.parametrize("body", [bad.PORTAL, "", "[]", "{}", "null", "7", '"word"', "\x00\xff" * 50, "{" * 5000])
def test_a_page_from_somebody_else_is_told(service: Service, name: str, body: str) -> None:
    service.answer = lambda page: page.send(body)
    error = told(name, service)
    assert isinstance(error, EngineError)
    assert "\n" not in str(error)
    assert service.asked == [SENTENCE]


@each
@pytest.mark.parametrize(
    "english",
    [
        "",
        " ",
        SENTENCE,
        "???",
        "Yes " + "and more " * 40,
        "the leader " * 6,
        "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY.",
    ],
)
def test_an_answer_that_is_no_translation_is_refused(service: Service, name: str, english: str) -> None:
    service.answer = lambda page: SAYS[name](page, english)
    assert isinstance(told(name, service), Rejected | EngineBusy)


@each
def test_an_error_page_with_status_200_is_asked_again(service: Service, name: str) -> None:
    def second_time(page: Page) -> None:
        SAYS[name](page, bad.ERROR_PAGE if len(service.pages) == 1 else ENGLISH)

    service.answer = second_time
    assert engine(name, service.address).translate(SENTENCE) == ENGLISH
    service.answer = lambda page: SAYS[name](page, bad.ERROR_PAGE)
    assert isinstance(told(name, service), Rejected)
    assert len(service.pages) == 2 + ATTEMPTS


@each
def test_a_failure_that_passes_costs_a_request_and_no_sentence(service: Service, name: str) -> None:
    def third_time(page: Page) -> None:
        if len(service.pages) == 1:
            bad.hang_up(page)
        elif len(service.pages) == 2:
            page.send("no", 503)
        else:
            SAYS[name](page, ENGLISH)

    service.answer = third_time
    assert engine(name, service.address).translate(SENTENCE) == ENGLISH
    assert len(service.pages) == 3


@each
def test_threads_never_get_each_others_answers(service: Service, name: str) -> None:
    service.answer = lambda page: SAYS[name](page, f"English of {page.text}")
    made = engine(name, service.address)
    wrong: list[object] = []

    def work(mine: int) -> None:
        for number in range(6):
            source = f"Frase {mine * 100 + number} do texto."
            try:
                english = made.translate(source)
            except Problem as problem:
                wrong.append(problem)
            else:
                if english != f"English of {source}":
                    wrong.append(english)

    threads = [threading.Thread(target=work, args=(mine,)) for mine in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(service.asked) == 48
    assert len(service.connections) <= 8


@each
def test_a_long_text_goes_in_parts_that_the_service_takes(service: Service, name: str) -> None:
    service.answer = lambda page: SAYS[name](page, page.text.replace("fábrica", "factory"))
    text = " ".join([f"O líder número {number} visitou uma fábrica militar." for number in range(40)])
    assert engine(name, service.address).translate(text) == text.replace("fábrica", "factory")
    assert len(service.asked) >= 2
    assert max(len(asked.encode()) for asked in service.asked) < (500 if name == "mymemory" else 3_000)


def test_its_parts_do_not_show_the_key(service: Service) -> None:
    for name in ("libretranslate", "microsoft"):
        made = engine(name, service.address)
        assert KEY not in repr(made) + repr(vars(made)) + str(made)


def test_an_answer_cut_within_the_page_is_no_translation(service: Service) -> None:
    whole = '<html><body><div class="result-container">The leader visited a military'
    service.answer = lambda page: page.send(whole)
    error = told("google", service)
    assert isinstance(error, Rejected)
    assert "cut off" in error.message


def test_less_than_the_server_sent_is_no_translation(service: Service) -> None:
    """The length that the server says is shorter than the page; what is left must not begin the next answer."""

    def short(page: Page) -> None:
        page.send(f'<div class="result-container">{ENGLISH}</div>', length="50")

    service.answer = short
    assert isinstance(told("google", service), EngineError)


def test_breaks_of_a_line_become_spaces(service: Service) -> None:
    service.answer = lambda page: page.send(
        '<div class="result-container">The leader came.<br>He saw<BR/>a factory.</div>'
    )
    assert engine("google", service.address).translate(SENTENCE) == "The leader came. He saw a factory."


def test_a_server_of_ones_own_needs_no_key_and_no_slash(service: Service) -> None:
    from reader.translation.online.libretranslate import LibreTranslateEngine
    from tests.translation.online.unhurried import unhurried

    service.answer = lambda page: SAYS["libretranslate"](page, ENGLISH)
    for url in (service.address, service.address + "/", f" {service.address}// "):
        assert LibreTranslateEngine(url, careful=unhurried("libretranslate")).translate(SENTENCE) == ENGLISH
    assert {page.handler.path for page in service.pages} == {"/m/translate"}
    assert all("api_key" not in page.fields for page in service.pages)
