"""What stands before an engine: a question asked once, or the reason why it cannot be used."""

from __future__ import annotations

import threading

import pytest

from articles.errors import Problem
from reader.translation.choosing.gate import Absent, Gated
from reader.translation.engine import EngineUnavailable, Origin
from tests.translation.engines import ScriptedEngine


def test_it_is_asked_once_however_many_threads_translate() -> None:
    questions: list[str] = []
    engine = ScriptedEngine(name="online", version="7", origin=Origin.REFINED)
    gated = Gated(engine, lambda: questions.append("may it?"))
    assert (gated.name, gated.version, gated.origin, questions) == ("online", "7", Origin.REFINED, [])
    threads = [threading.Thread(target=gated.translate, args=(f"Frase {number}.",)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert questions == ["may it?"]
    assert len(engine.asked) == 8


def test_after_a_no_nothing_is_sent_and_the_next_sentence_asks_again() -> None:
    def no() -> None:
        raise Problem("not allowed")

    engine = ScriptedEngine()
    gated = Gated(engine, no)
    for _ in range(2):
        with pytest.raises(Problem, match="not allowed"):
            gated.translate("Olá.")
    assert engine.asked == []


def test_one_that_cannot_be_used_says_why() -> None:
    absent = Absent("babel", EngineUnavailable("no fish", "catch one"))
    assert (absent.name, absent.version, absent.origin) == ("babel", "", Origin.DRAFT)
    with pytest.raises(EngineUnavailable, match="no fish; catch one"):
        absent.translate("Olá.")
