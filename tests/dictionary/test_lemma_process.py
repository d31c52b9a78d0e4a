"""The process that finds lemmas: killed, it comes back; closed, it ends; missing, words stand for themselves."""

from __future__ import annotations

import os
import signal
import sys
import threading

from reader.dictionary.lemmatizer import DEATHS, Beside


def test_it_answers_comes_back_when_it_is_killed_and_ends_with_close() -> None:
    beside = Beside()
    assert beside.lemmas(["casas", "xyzq"]) == [("casa", True), ("xyzq", False)]
    process = beside._process
    assert process is not None
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert beside.lemmas(["disse"]) == [("dizer", True)]
    again = beside._process
    assert again is not None
    assert again.pid != process.pid
    beside.close()
    assert again.poll() is not None
    assert beside.lemmas(["casas"]) == [("casas", False)]


def test_closing_ends_at_once_what_waits_for_it() -> None:
    beside = Beside([sys.executable, "-c", "import sys; sys.stdin.buffer.read()"])
    told: list[object] = []
    asking = threading.Thread(target=lambda: told.append(beside.lemmas(["casas"])))
    asking.start()
    while beside._process is None:
        pass
    beside.close()
    asking.join(10)
    assert told == [[("casas", False)]]


def test_one_that_cannot_start_or_only_dies_is_not_tried_for_ever() -> None:
    assert Beside(["/nowhere/at/all"]).lemmas(["casas"]) == [("casas", False)]
    dying = Beside([sys.executable, "-c", "raise SystemExit(3)"])
    assert dying.lemmas(["casas"]) == [("casas", False)]
    assert dying._deaths == DEATHS
    dying.close()
