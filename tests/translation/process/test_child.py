"""The side that works, within this process: what it takes in, what it answers, when it ends."""

from __future__ import annotations

import io
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.model import Span
from reader.pipes import Broken, Frame, receive, saying
from reader.translation.alignment.model import Alignment, Link
from reader.translation.engine import EngineBusy, EngineError, EngineUnavailable, Rejected
from reader.translation.process.child import LONGEST, Server, part_for
from reader.translation.process.parts import Part, part_of
from reader.translation.process.said import (
    Sort,
    alignments_heard,
    alignments_said,
    error_heard,
    error_said,
)
from reader.translation.process.turns import Turns


class Talk:
    """A server on threads, and the ends of its pipes."""

    def __init__(self, part: Part, idle: float = 60.0) -> None:
        child_in, mine_out = os.pipe()
        mine_in, child_out = os.pipe()
        self.say: BinaryIO = os.fdopen(mine_out, "wb", buffering=0)
        self._hear: BinaryIO = os.fdopen(mine_in, "rb")
        self._streams = os.fdopen(child_in, "rb"), os.fdopen(child_out, "wb", buffering=0)
        self.ended = threading.Event()
        self.served = threading.Event()
        self.alarms: list[int] = []
        server = Server(self._streams[1], part, self.ended.set, self.alarms.append)

        def serve() -> None:
            server.serve(idle)
            self.served.set()

        self._listening = threading.Thread(target=server.listen, args=(self._streams[0],), daemon=True)
        self._listening.start()
        threading.Thread(target=serve, daemon=True).start()

    def ask(self, said: object, request: int = 1) -> Frame:
        """The last frame of the answer."""
        self.say.write(saying(Sort.ASK, request, said).bytes())
        frames = [receive(self._hear.read, Sort) for _ in range(2)]
        assert frames[0] == Frame(Sort.BEGUN, request)
        assert frames[1].request == request
        return frames[1]

    def deaf(self) -> None:
        """Nobody listens any more."""
        self._hear.close()

    def close(self) -> None:
        self.say.close()
        self._listening.join(60)
        assert self.ended.is_set()
        for stream in (self._hear, *self._streams):
            stream.close()


@pytest.fixture
def talking() -> Iterator[Callable[..., Talk]]:
    talks: list[Talk] = []

    def make(answer: Callable[[Any], object], **more: float) -> Talk:
        talks.append(Talk(Part(answer, 1), **more))
        return talks[-1]

    yield make
    for talk in talks:
        talk.close()


def test_it_answers_and_has_the_system_look_after_it(talking: Callable[..., Talk]) -> None:
    talk = talking(lambda said: said[::-1])
    assert talk.ask("olá \ud800", 7) == saying(Sort.ANSWER, 7, "\ud800 álo")
    assert talk.ask("x").said() == "x"
    talk.ask("y")
    assert talk.alarms[:4] == [LONGEST, 0, LONGEST, 0]


def test_what_goes_wrong_is_answered_and_says_nothing_of_the_text(talking: Callable[..., Talk]) -> None:
    class Panic(BaseException):
        """What a panic of Rust code looks like."""

    def fail(said: Any) -> object:
        raise {"busy": EngineBusy("wait", "a while"), "panic": Panic("a secret")}.get(said, ValueError("a secret"))

    talk = talking(fail)
    assert talk.ask("busy").said() == ["EngineBusy", "wait", "a while"]
    for said, kind in (("panic", "Panic"), ("x", "ValueError")):
        frame = talk.ask(said)
        assert frame.sort is Sort.FAILED
        assert frame.said() == ["EngineError", f"the engine failed: {kind}", "what was there is kept"]


def test_it_ends_with_nothing_to_do(talking: Callable[..., Talk]) -> None:
    talk = talking(lambda said: said, idle=0.0)
    talk.ask("x")
    assert talk.served.wait(60)


def test_it_ends_when_nobody_listens(talking: Callable[..., Talk]) -> None:
    talk = talking(lambda said: said)
    talk.ask("x")
    talk.deaf()
    talk.say.write(saying(Sort.ASK, 2, "y").bytes())
    assert talk.ended.wait(60)


def test_what_is_no_frame_ends_it(talking: Callable[..., Talk]) -> None:
    talk = talking(lambda said: said)
    talk.say.write(b"\xff" * 64)
    assert talk.ended.wait(60)


def test_parts() -> None:
    assert part_of(["local"]).threads >= 1
    assert part_of(["firefox", "/nowhere", "x"]).threads == 1, "it is bound to its thread"
    with pytest.raises(EngineUnavailable):
        part_of([])
    with pytest.raises(EngineUnavailable):
        part_for(["none"]).answer("x")
    aligner = part_of(["aligner"])
    version = aligner.answer("version")
    assert isinstance(version, str)
    (found,) = alignments_heard(aligner.answer([["Olá, Putin.", "Hello, Putin."]]))
    assert version.startswith(found.made_by)
    assert found.links


@pytest.mark.parametrize("kind", [EngineError, EngineUnavailable, EngineBusy, Rejected])
def test_errors_go_through_the_pipe(kind: type[EngineError]) -> None:
    heard = error_heard(error_said(kind("message", "advice")))
    assert type(heard) is kind
    assert (heard.message, heard.advice) == ("message", "advice")


SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(*ends))
ALIGNMENTS = st.lists(
    st.builds(Alignment, st.lists(st.builds(Link, SPANS, SPANS), max_size=3).map(tuple), st.text(max_size=3)),
    max_size=3,
)


@given(ALIGNMENTS)
def test_alignments_go_through_the_pipe(alignments: list[Alignment]) -> None:
    frame = saying(Sort.ANSWER, 1, alignments_said(alignments))
    assert alignments_heard(receive(io.BytesIO(frame.bytes()).read, Sort).said()) == alignments


@pytest.mark.parametrize("said", [None, 3, [1], [["x"]], [["x", [[1, 2, 3]]]], [[3, []]], ["x", "y"]])
def test_what_is_neither_alignment_nor_error(said: object) -> None:
    with pytest.raises(Broken):
        alignments_heard(said)
    with pytest.raises(Broken):
        error_heard(said)


def test_alone_is_alone_and_nobody_new_comes_before_it() -> None:
    turns = Turns()
    seen: list[str] = []
    inside, leave = threading.Event(), threading.Event()

    def together() -> None:
        with turns.one(alone=False):
            seen.append("together")
            inside.set()
            assert leave.wait(60)

    def alone() -> None:
        with turns.one(alone=True):
            seen.append("alone")

    first = threading.Thread(target=together)
    first.start()
    assert inside.wait(60)
    second = threading.Thread(target=alone)
    second.start()
    assert seen == ["together"]
    leave.set()
    for thread in (first, second):
        thread.join(60)
    together()
    assert seen == ["together", "alone", "together"]


def test_what_is_no_json_breaks_the_pipe() -> None:
    for data in (b"", b"\xff", b"[" * 100_000):
        with pytest.raises(Broken):
            Frame(Sort.ANSWER, 1, data).said()


def test_streams_of_ones_own(tmp_path: Path) -> None:
    import subprocess

    code = (
        "import os, sys; from reader.pipes import own_streams; i, o = own_streams(); print('seen');"
        "os.write(1, b'seen'); os.write(2, b'seen'); o.write(i.read(3)); assert sys.stdout is None"
    )
    done = subprocess.run([sys.executable, "-c", code], input=b"abc", capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"abc", b"")
