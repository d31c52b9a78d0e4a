"""Pace and rests, on a clock of the test's own."""

from __future__ import annotations

import threading

from reader.translation.online.breaker import Breaker, Pace
from tests.translation.online.unhurried import Clock


def test_requests_keep_their_distance() -> None:
    clock = Clock()
    pace = Pace(5.0, clock)
    assert [round(pace.turn(), 6) for _ in range(4)] == [0.0, 0.2, 0.4, 0.6]
    clock.now += 60
    assert [round(pace.turn(), 6) for _ in range(2)] == [0.0, 0.2]


def fail(breaker: Breaker, times: int = 1) -> None:
    for _ in range(times):
        assert breaker.enter() is None
        breaker.failed()


def test_it_opens_after_failures_in_a_row_and_only_then() -> None:
    clock = Clock()
    breaker = Breaker(clock, failures=3, cool_down=30.0)
    fail(breaker, 2)
    assert breaker.enter() is None
    breaker.succeeded()
    fail(breaker, 2)
    assert not breaker.left
    fail(breaker)
    assert breaker.left == 30.0
    assert breaker.enter() == 30.0
    clock.now += 29.5
    assert breaker.enter() == 0.5


def test_after_the_rest_one_request_is_tried() -> None:
    clock = Clock()
    breaker = Breaker(clock, failures=1, cool_down=30.0)
    fail(breaker)
    clock.now += 30
    assert breaker.enter() is None
    seen: list[float | None] = []
    thread = threading.Thread(target=lambda: seen.append(breaker.enter()))
    thread.start()
    thread.join()
    assert seen == [1.0]  # another thread waits for what becomes of the trial
    breaker.succeeded()
    assert breaker.enter() is None
    assert breaker.left is None


def test_each_trial_that_fails_doubles_the_rest_up_to_a_limit() -> None:
    clock = Clock()
    breaker = Breaker(clock, failures=1, cool_down=30.0, longest=100.0)
    rests = []
    for _ in range(4):
        fail(breaker)
        rests.append(breaker.left)
        clock.now += breaker.left or 0.0
    assert rests == [30.0, 60.0, 100.0, 100.0]
    assert breaker.enter() is None
    breaker.succeeded()
    fail(breaker)
    assert breaker.left == 30.0


def test_a_trial_that_was_called_off_leaves_room_for_another() -> None:
    clock = Clock()
    breaker = Breaker(clock, failures=1, cool_down=30.0)
    fail(breaker)
    clock.now += 30
    assert breaker.enter() is None
    breaker.nothing()
    assert breaker.enter() is None


def test_those_under_way_when_it_opens_do_not_lengthen_the_rest() -> None:
    clock = Clock()
    breaker = Breaker(clock, failures=2, cool_down=30.0)
    for _ in range(4):
        assert breaker.enter() is None
    for _ in range(4):
        breaker.failed()
    assert breaker.left == 30.0


def test_a_wait_that_was_asked_for_is_kept_to() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    breaker.hold(7.0)
    breaker.hold(2.0)
    assert breaker.enter() == 7.0
    clock.now += 7
    assert breaker.enter() is None
