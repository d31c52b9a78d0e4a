"""Work beside the screen: done in order, in the app's own context, and never in the way."""

from __future__ import annotations

import asyncio
import contextvars
import threading
from collections.abc import AsyncIterator

import pytest

from articles.errors import Problem
from reader.tui.background import Lane

WHERE: contextvars.ContextVar[str] = contextvars.ContextVar("where")


@pytest.fixture
async def lane() -> AsyncIterator[Lane]:
    WHERE.set("the app")
    made = Lane("test", asyncio.get_running_loop())
    yield made
    made.close(wait=5)


async def test_what_is_done_is_done_on_its_thread_and_told_on_the_loop_in_order(lane: Lane) -> None:
    told: list[tuple[int, str, str]] = []
    done = asyncio.Event()
    here = threading.current_thread()
    for number in range(20):
        lane.do(
            lambda number=number: (number, threading.current_thread().name),
            lambda found: told.append((*found, WHERE.get())),
        )
    lane.do(lambda: None, lambda _: done.set())
    await done.wait()
    assert told == [(number, "reader-test", "the app") for number in range(20)]
    assert here is threading.current_thread()


async def test_a_problem_is_told_and_the_lane_goes_on(lane: Lane) -> None:
    sorry: list[Problem] = []
    done = asyncio.Event()

    def fail(error: Exception) -> None:
        raise error

    lane.do(lambda: fail(Problem("it broke", "mend it")), lambda _: pytest.fail("not done"), sorry.append)
    lane.do(lambda: fail(ZeroDivisionError("by zero")), None, sorry.append)
    lane.do(lambda: fail(Problem("nobody listens")))
    lane.do(lambda: fail(KeyError("nobody listens")))
    lane.do(lambda: 7, lambda seven: done.set() if seven == 7 else None)
    await done.wait()
    assert [str(problem) for problem in sorry] == ["it broke; mend it", "ZeroDivisionError: by zero; see the log"]


async def test_closing_waits_no_longer_than_it_is_told(lane: Lane) -> None:
    begun, go = threading.Event(), threading.Event()
    lane.do(lambda: (begun.set(), go.wait(60)))
    assert begun.wait(60)
    lane.close(wait=0)
    assert lane._thread.daemon, "the process does not wait for it"
    go.set()


async def test_closing_lets_what_is_queued_be_done_and_then_ends() -> None:
    done: list[str] = []
    lane = Lane("test", asyncio.get_running_loop(), lambda: done.append("end"))
    for name in "abc":
        lane.do(lambda name=name: done.append(name))
    lane.close(wait=60)
    assert done == ["a", "b", "c", "end"]


def test_a_result_that_comes_after_the_end_is_dropped() -> None:
    loop = asyncio.new_event_loop()
    lane = Lane("test", loop)
    loop.close()
    lane.do(lambda: 1, lambda _: pytest.fail("nobody is there"))
    lane.close(wait=60)
    assert not lane._thread.is_alive()
