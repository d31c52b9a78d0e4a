"""An engine that is told what comes next."""

from __future__ import annotations

import threading

import pytest

from reader.translation.ahead import Ahead, ahead
from reader.translation.engine import Engine, Origin, Rejected, rejected
from reader.translation.local import LocalEngine
from reader.translation.staying import CORES
from tests.translation.engines import ScriptedEngine, failing


class HeldEngine(ScriptedEngine):
    """Answers once it is let go; two at most work at once."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = threading.Semaphore(0)
        self.go = threading.Event()

    def translate(self, sentence: str) -> str:
        self.begun.release()
        assert self.go.wait(60)
        return super().translate(sentence)


def test_what_is_foreseen_is_begun_and_asked_for_once() -> None:
    engine = HeldEngine()
    quick = Ahead(engine, 2)
    quick.foresee(["um", "dois", "três"])
    assert engine.begun.acquire(timeout=60)
    assert engine.begun.acquire(timeout=60), "two at once"
    engine.go.set()
    assert [quick.translate(each) for each in ("um", "dois", "três")] == [
        f"English of {each}" for each in ("um", "dois", "três")
    ]
    assert sorted(engine.asked) == ["dois", "três", "um"]
    assert quick.translate("um") == "English of um"
    assert len(engine.asked) == 4, "nothing is remembered here: that is the memory's"


def test_what_is_not_wanted_any_more_is_not_begun() -> None:
    engine = HeldEngine()
    quick = Ahead(engine, 1)
    quick.foresee(["um", "dois"])
    assert engine.begun.acquire(timeout=60)
    quick.foresee(["três"])
    engine.go.set()
    assert quick.translate("três") == "English of três"
    assert engine.asked == ["um", "três"]


def test_no_more_is_foreseen_than_pays() -> None:
    engine = ScriptedEngine()
    quick = Ahead(engine, 1)
    quick.foresee(map(str, range(1_000)))
    assert [quick.translate(str(each)) for each in range(10)]
    assert engine.asked == [str(each) for each in range(10)]


def test_what_goes_wrong_is_met_by_whoever_asks() -> None:
    quick = Ahead(ScriptedEngine(failing(rejected("local", "no"))), 2)
    quick.foresee(["um"])
    with pytest.raises(Rejected):
        quick.translate("um")


def test_closing_ends_the_engines_process() -> None:
    class Closing(ScriptedEngine):
        closed = False

        def close(self) -> None:
            self.closed = True

    engine = Closing()
    Ahead(engine, 2).close()
    assert engine.closed
    Ahead(ScriptedEngine(), 2).close()


def test_only_engines_of_this_machine_that_say_so() -> None:
    class Two(ScriptedEngine):
        at_once = 2

    online: Engine = Two(origin=Origin.REFINED)
    assert ahead(online) is online
    assert not isinstance(ahead(ScriptedEngine()), Ahead)
    made = ahead(Two(name="x", version="7"))
    assert isinstance(made, Ahead)
    assert (made.name, made.version, made.origin) == ("x", "7", Origin.DRAFT)
    assert isinstance(ahead(LocalEngine()), Ahead) == (CORES > 1)
