"""The wrapper around every engine over a network: how often it asks, when it rests, how it is called off."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from reader.translation.engine import EngineBusy, EngineError, EngineUnavailable, Rejected
from reader.translation.online import careful as limits
from reader.translation.online.breaker import FAILURES, Breaker, Pace
from reader.translation.online.careful import ATTEMPTS, Careful, Means
from reader.translation.online.web import Call, Web
from tests.translation.online import bad
from tests.translation.online.pages import SAYS, Page, Service
from tests.translation.online.services import engine
from tests.translation.online.unhurried import Clock, unhurried

SENTENCE = "O líder visitou uma fábrica militar."
ENGLISH = "The leader visited a military factory."


def good(page: Page) -> None:
    SAYS["google"](page, ENGLISH)


def status(code: int, **headers: str) -> Callable[[Page], None]:
    return lambda page: page.send("no", code, **headers)


def test_each_attempt_waits_twice_as_long_as_the_one_before(service: Service) -> None:
    clock = Clock()
    service.answer = status(500)
    with pytest.raises(EngineUnavailable):
        engine("google", service.address, clock=clock).translate(SENTENCE)
    assert clock.slept == [0.5, 1.0]  # the pace's turns have come meanwhile
    assert len(service.asked) == ATTEMPTS


def test_chance_shortens_the_wait_by_up_to_half(service: Service) -> None:
    clock = Clock()
    service.answer = status(500)
    wrapper = Careful("google", Web(), Means(clock, clock.sleep, lambda: 0.0))
    with pytest.raises(EngineUnavailable):
        wrapper.translate(SENTENCE, lambda call, _text: call.get(service.address, params={"q": SENTENCE}))
    assert clock.slept == [0.25, 0.5]


def test_retry_after_is_waited_for_where_it_is_short(service: Service) -> None:
    clock = Clock()
    service.answer = lambda page: (good if len(service.pages) > 1 else status(429, Retry_After="3"))(page)
    assert engine("google", service.address, clock=clock).translate(SENTENCE) == ENGLISH
    assert clock.slept == [3.0]


def test_while_it_was_asked_to_wait_nobody_asks(service: Service) -> None:
    clock = Clock()
    service.answer = status(429, Retry_After="60")
    made = engine("google", service.address, clock=clock)
    for _ in range(5):
        with pytest.raises(EngineBusy) as caught:
            made.translate(SENTENCE)
    assert caught.value.retry_after == 60.0
    assert caught.value.message == "google asks to wait"
    assert len(service.asked) == 1
    clock.now += 60
    service.answer = good
    assert made.translate(SENTENCE) == ENGLISH
    assert made.cooldown is None


def test_who_waits_for_a_turn_when_another_is_asked_to_wait_does_not_ask(service: Service) -> None:
    breaker = Breaker(Clock())

    class Slow(Pace):
        def turn(self) -> float:
            breaker.hold(40.0)  # meanwhile, on another thread
            return 0.0

    wrapper = Careful("google", Web(), pace=Slow(1.0, Clock()), breaker=breaker)
    with pytest.raises(EngineBusy) as caught:
        wrapper.translate(SENTENCE, lambda call, _: call.get(service.address, params={"q": SENTENCE}))
    assert caught.value.retry_after == 40.0
    assert service.pages == []


def test_a_date_to_wait_for_is_read_by_the_server_s_own_clock(service: Service) -> None:
    def answer(page: Page) -> None:
        page.handler.wfile.write(
            b"HTTP/1.1 429 Slow\r\nDate: Mon, 05 Jan 1970 10:00:00 GMT\r\n"
            b"Retry-After: Mon, 05 Jan 1970 10:00:50 GMT\r\nContent-Length: 0\r\n\r\n"
        )

    service.answer = answer
    with pytest.raises(EngineBusy) as caught:
        engine("google", service.address).translate(SENTENCE)
    assert caught.value.retry_after == 50.0


def test_too_many_requests_without_a_time_says_none(service: Service) -> None:
    service.answer = status(429)
    with pytest.raises(EngineBusy) as caught:
        engine("google", service.address).translate(SENTENCE)
    assert caught.value.retry_after is None


def test_after_failures_in_a_row_it_rests_and_fails_at_once(service: Service) -> None:
    clock = Clock()
    service.answer = status(500)
    made = engine("google", service.address, clock=clock, failures=FAILURES)
    errors = []
    for _ in range(20):
        with pytest.raises(EngineError) as caught:
            made.translate(SENTENCE)
        errors.append(caught.value)
    assert len(service.asked) == FAILURES
    assert isinstance(errors[-1], EngineBusy)
    assert errors[-1].retry_after == made.cooldown == 30.0
    assert errors[-1].message == "google answered with an error (500)"
    clock.now += 30
    with pytest.raises(EngineError):
        made.translate(SENTENCE)
    assert len(service.asked) == FAILURES + 1  # the one trial, and no second attempt of it
    assert made.cooldown == 60.0
    clock.now += 60
    service.answer = good
    assert made.translate(SENTENCE) == ENGLISH
    assert made.cooldown is None


def test_sentences_that_the_service_cannot_do_are_no_reason_to_rest(service: Service) -> None:
    service.answer = lambda page: page.translated(page.text)
    made = engine("google", service.address, failures=2)
    for _ in range(6):
        with pytest.raises(Rejected):
            made.translate(SENTENCE)
    assert made.cooldown is None
    assert len(service.asked) == 6


def test_a_network_that_wants_a_sign_in_is_asked_no_more_than_that(service: Service) -> None:
    service.answer = lambda page: page.send(bad.PORTAL)
    made = engine("google", service.address, failures=FAILURES)
    for _ in range(20):
        with pytest.raises(EngineError):
            made.translate(SENTENCE)
    assert len(service.asked) == FAILURES


def test_the_pace_is_kept_over_all_threads(service: Service) -> None:
    clock = Clock()
    service.answer = good
    made = engine("google", service.address, clock=clock)
    before = clock.now
    threads = [threading.Thread(target=lambda: [made.translate(SENTENCE) for _ in range(5)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(service.asked) == 20
    assert clock.now - before >= 19 / 5 - 1e-6


class Waiting:
    """Notices that somebody waits, without waiting itself."""

    def __init__(self) -> None:
        self.there = threading.Event()

    def stall(self, page: Page) -> None:
        self.there.set()
        page.over.wait()


def called_off(made: Callable[[str], str], begun: threading.Event, interrupt: Callable[[], None]) -> EngineError:
    """The error of a sentence that is called off once it is under way."""
    caught: list[EngineError] = []

    def work() -> None:
        with pytest.raises(EngineError) as error:
            made(SENTENCE)
        caught.append(error.value)

    thread = threading.Thread(target=work)
    thread.start()
    assert begun.wait(30)
    interrupt()
    thread.join(30)
    assert not thread.is_alive()
    return caught[0]


def test_a_request_under_way_can_be_called_off(service: Service) -> None:
    waiting = Waiting()
    service.answer = waiting.stall
    made = engine("google", service.address, (600.0, 600.0))
    error = called_off(made.translate, waiting.there, made.interrupt)
    assert isinstance(error, EngineBusy)
    assert "interrupted" in error.message
    assert len(service.asked) == 1
    service.answer = good
    assert made.translate(SENTENCE) == ENGLISH


def test_a_wait_between_attempts_can_be_called_off(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BACK_OFF", 600.0)
    monkeypatch.setattr(limits, "LONGEST_WAIT", 1200.0)
    failed = threading.Event()

    def chance() -> float:  # asked for when the wait is worked out
        failed.set()
        return 1.0

    service.answer = status(500)
    wrapper = Careful("google", Web(), Means(chance=chance))
    error = called_off(
        lambda text: wrapper.translate(text, lambda call, _: call.get(service.address, params={"q": text})),
        failed,
        wrapper.interrupt,
    )
    assert "interrupted" in error.message


def test_a_wait_for_the_pace_can_be_called_off_and_leaves_the_trial_to_another(service: Service) -> None:
    class Slow(Pace):
        def turn(self) -> float:
            asked.set()
            return 600.0

    asked = threading.Event()
    clock = Clock()
    breaker = Breaker(clock, failures=1, cool_down=30.0)
    breaker.enter()
    breaker.failed()
    clock.now += 30
    wrapper = Careful("google", Web(), pace=Slow(1.0, clock), breaker=breaker)
    error = called_off(lambda text: wrapper.translate(text, lambda _call, _text: ""), asked, wrapper.interrupt)
    assert "interrupted" in error.message
    assert breaker.enter() is None
    assert service.pages == []


def test_what_an_engine_says_itself_is_taken_as_it_is() -> None:
    wrapper = unhurried("own")

    def ask(_call: Call, _text: str) -> str:
        raise EngineBusy("own is full", "wait", 40.0)

    with pytest.raises(EngineBusy, match="own is full"):
        wrapper.translate(SENTENCE, ask)
    assert wrapper.cooldown == 40.0


def test_an_answer_with_an_error_status_is_none_whatever_it_says(service: Service) -> None:
    service.answer = lambda page: page.send(ENGLISH, 500)
    wrapper = unhurried("own")
    with pytest.raises(EngineUnavailable, match="500"):
        wrapper.translate(SENTENCE, lambda call, _: call.get(service.address, params={"q": SENTENCE}).text)


def test_a_mistake_of_an_engine_is_told_and_not_repeated() -> None:
    wrapper = unhurried("own")
    asked = []

    def ask(call: Call, text: str) -> str:
        asked.append(text)
        call.status = 200
        raise ZeroDivisionError

    with pytest.raises(EngineError, match="ZeroDivisionError"):
        wrapper.translate(SENTENCE, ask)
    assert len(asked) == 1
