"""The side that works, within this process: what it takes in, and what it answers."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Iterator, Sequence
from typing import BinaryIO

import pytest

from articles.errors import Problem
from articles.model import Article, Markup, MarkupKind, Span
from reader.entities.analysis import analyse
from reader.entities.choosing import Chosen
from reader.entities.model import Entity, Mention
from reader.entities.packing import read_block
from reader.entities.rules import RuleRecogniser
from reader.entities.worker.child import Server
from reader.entities.worker.frames import Asked, Broken, Frame, Sort, asking, receive, saying

RULES = RuleRecogniser()
ARTICLE = Article(
    "Título", "Vladimir Putin leu Os Maias em Lisboa.", markup=(Markup(Span(19, 27), MarkupKind.EMPHASIS, ""),)
)


class Failing(RuleRecogniser):
    """Cannot read anything."""

    def recognise_in_steps(self, sentences: Sequence[str]) -> Iterator[list[list[Mention]] | None]:
        yield None
        raise ValueError("no")


class Talk:
    """A server on a thread, and the ends of its pipes."""

    def __init__(self, chosen: Chosen, idle: float) -> None:
        child_in, mine_out = os.pipe()
        mine_in, child_out = os.pipe()
        self.ended = threading.Event()
        self._say: BinaryIO = os.fdopen(mine_out, "wb")
        self._hear: BinaryIO = os.fdopen(mine_in, "rb")
        self._incoming: BinaryIO = os.fdopen(child_in, "rb")
        self._outgoing: BinaryIO = os.fdopen(child_out, "wb", buffering=0)
        server = Server(self._outgoing)
        self._threads = [
            threading.Thread(target=server.listen, args=(self._incoming, self.ended.set), daemon=True),
            threading.Thread(target=server.serve, args=(lambda: chosen, idle), daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def say(self, *frames: Frame) -> None:
        for frame in frames:
            self._say.write(frame.bytes())
        self._say.flush()

    def hear(self) -> Frame:
        return receive(self._hear.read)

    def hear_until(self, sort: Sort) -> list[Frame]:
        heard = [self.hear()]
        while heard[-1].sort is not sort:
            heard.append(self.hear())
        return heard

    def close(self) -> None:
        self._say.close()
        self._threads[0].join(60)
        assert self.ended.is_set()
        for stream in (self._hear, self._incoming, self._outgoing):
            stream.close()


@pytest.fixture
def talk() -> Iterator[Talk]:
    made = Talk(Chosen(RULES), 60.0)
    yield made
    made.close()


def entities(frames: Sequence[Frame]) -> tuple[Entity, ...]:
    return tuple(entity for frame in frames if frame.sort is Sort.BLOCK for entity in read_block(frame.data))


def test_it_says_who_reads_and_answers(talk: Talk) -> None:
    assert talk.hear().said() == {"name": "rules", "version": RULES.version, "problem": None}
    talk.say(*asking(3, ARTICLE, 0, False))
    heard = talk.hear_until(Sort.SHOW)
    assert {frame.request for frame in heard} == {3}
    assert heard[-1].said() == [1.0, True]
    assert entities(heard) == analyse(ARTICLE, RULES)


def test_one_after_the_other_and_what_is_given_up_is_left(talk: Talk) -> None:
    talk.hear()
    long = Article("t", "\n\n".join(["Vladimir Putin viu Lisboa."] * 20_000))
    talk.say(*asking(1, long, 0, True))
    talk.hear_until(Sort.SHOW)
    begun = list(asking(2, long, 0, False))
    talk.say(*begun[:-1], Frame(Sort.CANCEL, 2), begun[1])  # given up while it came, and a piece comes after it
    talk.say(*asking(3, ARTICLE, 0, False))
    heard = talk.hear_until(Sort.SHOW)
    while heard[-1].request != 3:
        heard += talk.hear_until(Sort.SHOW)
    assert heard[-1].said() == [1.0, True], "the background gives way"
    assert {frame.request for frame in heard} <= {1, 3}
    talk.say(Frame(Sort.CANCEL, 1), *asking(4, ARTICLE, 0, False))
    while heard[-1].request != 4:
        heard = talk.hear_until(Sort.SHOW)


def test_a_problem_and_a_failure_are_told() -> None:
    talk = Talk(Chosen(Failing(), Problem("damaged", "install")), 60.0)
    assert talk.hear().said()["problem"] == ["damaged", "install"]
    talk.say(*asking(1, ARTICLE, 0, False))
    (failed,) = talk.hear_until(Sort.FAILED)
    message, detail = failed.said()
    assert message == "ValueError: no"
    assert "Traceback" in detail
    talk.close()


def test_it_ends_with_nothing_to_do() -> None:
    talk = Talk(Chosen(RULES), 0.0)
    talk._threads[1].join(60)
    assert not talk._threads[1].is_alive()
    talk.close()


def test_nobody_listens_any_more() -> None:
    talk = Talk(Chosen(RULES), 60.0)
    talk.hear()
    talk._hear.close()
    server = Server(talk._outgoing)
    with pytest.raises(BrokenPipeError):
        server.serve(lambda: Chosen(RULES), 60.0)
    talk._say.close()
    talk._threads[0].join(60)
    talk._incoming.close()
    talk._outgoing.close()


@pytest.mark.parametrize(
    "data", [b"", b"\0", saying(Sort.BEGIN, 1, {}).bytes()[:-1], b"\xff" * 9, b"\0\0\0\0\x63\0\0\0\0"]
)
def test_what_is_no_frame_breaks_the_pipe(data: bytes) -> None:
    with pytest.raises(Broken):
        receive(io.BytesIO(data).read)


def test_an_article_comes_as_it_was_sent() -> None:
    body = "Olá \ud800 çã “x”\n\n" * 100_000 + "fim"
    markup = tuple(Markup(Span(at, at + 2), MarkupKind.LINK, "https://exemplo.pt/ç") for at in range(0, 30_000, 3))
    sent = Article("Título \ud800", body, language="pt-PT", markup=markup)
    begin, *rest = asking(7, sent, 5, True)
    asked = Asked(receive(io.BytesIO(begin.bytes()).read).said())
    for frame in rest[:-1]:
        asked.take(receive(io.BytesIO(frame.bytes()).read))
    assert rest[-1] == Frame(Sort.END, 7)
    assert len(rest) > 8, "in pieces"
    assert (asked.place, asked.background) == (5, True)
    got = asked.article()
    assert (got.title, got.body, got.language, got.markup, got.id) == (
        sent.title,
        sent.body,
        sent.language,
        sent.markup,
        sent.id,
    )
