"""The process that finds lemmas: killed, it comes back; closed, it ends; missing, words stand for themselves."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from pathlib import Path

from reader.dictionary.lemmatizer import DEATHS, Beside

_ANSWER = (
    "import json, struct, sys; s = json.dumps([['casa', True]]).encode(); "
    "sys.stdout.buffer.write(struct.pack('<IBI', len(s), 2, 0) + s); sys.stdout.flush(); sys.stdin.buffer.read()"
)


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
    told: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(60)
        come = f"import socket, sys; socket.create_connection(('127.0.0.1', {server.getsockname()[1]}))"
        beside = Beside([sys.executable, "-c", f"{come}; sys.stdin.buffer.read()"])
        asking = threading.Thread(target=lambda: told.append(beside.lemmas(["casas"])))
        asking.start()
        server.accept()[0].close()  # it runs
        beside.close()
        asking.join(10)
    assert told == [[("casas", False)]]


def test_one_that_hangs_is_killed_and_started_again_and_not_for_ever() -> None:
    hanging = Beside([sys.executable, "-c", "import signal; signal.pause()"], patience=0.05)
    assert hanging.lemmas(["casas"]) == [("casas", False)]
    assert hanging._deaths == DEATHS
    assert hanging._process is None
    hanging.close()


def test_one_that_hung_once_answers_when_it_is_started_again(tmp_path: Path) -> None:
    once = f"import os, signal; os.path.exists({str(tmp_path / 'was')!r}) or (open({str(tmp_path / 'was')!r}, 'w'), "
    beside = Beside([sys.executable, "-c", f"{once}signal.pause()); {_ANSWER}"], patience=3)
    assert beside.lemmas(["casas"]) == [("casa", True)]
    assert 0 < beside._deaths < DEATHS
    beside.close()


def test_one_that_cannot_start_or_only_dies_is_not_tried_for_ever() -> None:
    assert Beside(["/nowhere/at/all"]).lemmas(["casas"]) == [("casas", False)]
    dying = Beside([sys.executable, "-c", "raise SystemExit(3)"])
    assert dying.lemmas(["casas"]) == [("casas", False)]
    assert dying._deaths == DEATHS
    dying.close()
