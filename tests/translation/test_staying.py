"""Threads that never end."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from reader.translation.staying import StayingThreads


def test_whoever_asks_the_same_few_threads_work() -> None:
    threads = StayingThreads(2)
    seen: set[int] = set()
    for _ in range(20):
        with ThreadPoolExecutor(4) as pool:  # threads that come and go
            seen |= set(pool.map(lambda _: threads.do(threading.get_ident), range(8)))
    assert 1 <= len(seen) <= 2


def test_one_is_enough_for_one_who_asks() -> None:
    threads = StayingThreads(2)
    assert len({threads.do(threading.get_ident) for _ in range(20)}) == 1
    assert threads.do(threading.get_ident) != threading.get_ident()


def test_two_work_at_once() -> None:
    threads = StayingThreads(2)
    meet = threading.Barrier(2)
    with ThreadPoolExecutor(2) as pool:
        assert sorted(each.result(60) for each in [pool.submit(threads.do, lambda: meet.wait(60)) for _ in "12"]) == [
            0,
            1,
        ]


def test_what_goes_wrong_goes_to_whoever_asked() -> None:
    class Panic(BaseException):
        """What a panic of Rust code looks like."""

    def fail() -> None:
        raise Panic("at the disco")

    threads = StayingThreads(1)
    with pytest.raises(Panic, match="disco"):
        threads.do(fail)
    assert threads.do(lambda: 7) == 7
