"""Thousands of sentences through the service to a server of which every third answer is none, or another's."""

from __future__ import annotations

import queue
import random
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from weakref import WeakKeyDictionary

from articles.database import Database
from reader.translation.engine import EngineBusy, EngineError, EngineUnavailable
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory
from reader.translation.online.breaker import FAILURES, Pace
from reader.translation.online.careful import ATTEMPTS
from reader.translation.service import TranslationService
from tests.translation.online import bad
from tests.translation.online.pages import SAYS, Page, running
from tests.translation.online.services import engine
from tests.translation.online.unhurried import Clock

PATIENCE = 12
"""How often a sentence is asked for again after it was told to wait, at most."""
HURRY = (1.0, 0.3)
"""Seconds, real ones, to wait for a connection and for an answer: who stalls is to be given up soon."""


@dataclass(slots=True)
class Wire:
    """One connection as HTTP has it: answers come in the order of what was asked, each when it is ready."""

    owed: list[bytes] = field(default_factory=list)


class Storm:
    """Answers each request by one of ``FAULTS``, in one case of three, else well.

    Args:
        name: The engine's, whose way of answering is kept to.
        seed: Of what happens when.
    """

    def __init__(self, name: str, seed: int) -> None:
        self._say = SAYS[name]
        self._chance = random.Random(seed)
        self._lock = threading.Lock()
        self._wires: WeakKeyDictionary[object, Wire] = WeakKeyDictionary()  # by connection: a port comes again
        self.met: Counter[str] = Counter()

    def answer(self, page: Page) -> None:
        """Answer one request."""
        with self._lock:
            fault = self._chance.choice(list(FAULTS)) if self._chance.random() < 1 / 3 else "none"
            self.met[fault] += 1
            wire = self._wires.setdefault(page.handler, Wire())
        if fault in ("late", "twice"):
            # Too late for who asked; or a second time, so that from now on this connection is one answer behind.
            wire.owed += [self._english(page)] * (1 if fault == "late" else 2)
            if fault == "late":
                return
        elif fault == "none":
            wire.owed.append(self._english(page))
        else:
            page.handler.wfile.flush()
            FAULTS[fault](page, self._say)
            return
        page.handler.wfile.write(wire.owed.pop(0))
        page.handler.wfile.flush()

    def _english(self, page: Page) -> bytes:
        said = Recorded(page)
        self._say(said, english(page.text))
        return said.bytes()


class Recorded(Page):
    """An answer that is written down, to be sent later."""

    def __init__(self, page: Page) -> None:
        self.text = page.text
        self._said = b""

    def send(self, body: str | bytes, status: int = 200, **headers: str) -> None:
        """Write the answer down."""
        data = body.encode() if isinstance(body, str) else body
        kind = headers.pop("kind", "text/html; charset=UTF-8")
        self._said = (
            f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n\r\n".encode() + data
        )

    def bytes(self) -> bytes:
        """All of it."""
        return self._said


def english(source: str) -> str:
    """The one right English of a sentence."""
    return source.replace("O ministro", "Minister").replace("visitou a fábrica", "visited the factory")


Fault = Callable[[Page, Callable[[Page, str], None]], None]

FAULTS: Mapping[str, Fault] = {
    "stall": lambda page, _: bad.stall(page),
    "stall half-way": lambda page, _: bad.stall_half_way(page),
    "cut": lambda page, _: bad.cut(page),
    "cut in a chunk": lambda page, _: bad.cut_chunk(page),
    "hang up": lambda page, _: bad.hang_up(page),
    "nonsense": lambda page, _: bad.nonsense(page),
    "429": lambda page, _: page.send("slow down", 429),
    "429, wait": lambda page, _: page.send("slow down", 429, Retry_After="7"),
    "500": lambda page, _: page.send("no", 500),
    "503, wait": lambda page, _: page.send("no", 503, Retry_After="2"),
    "sign in": lambda page, _: page.send(bad.PORTAL),
    "sign in elsewhere": lambda page, _: page.send("", 302, Location="http://127.0.0.1:9/login"),
    "error page": lambda page, say: say(page, bad.ERROR_PAGE),
    "nothing": lambda page, say: say(page, ""),
    "the source": lambda page, say: say(page, page.text),
    "late": lambda page, _: None,
    "twice": lambda page, _: None,
}
"""What happens instead of an answer; the last two are about the order of answers."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it.

    Attributes:
        sentences: How many were to be translated.
        calls: How often the service was asked for one.
        requests: How many requests reached the server.
        connections: How many connections they came on.
        succeeded: Sentences for which the service gave English.
        kept: Pairs in the memory.
        wrong: Pairs in the memory that are not right.
        lost: Sentences that the service gave and the memory has not.
        errors: How often each kind of error came.
        met: How often each fault was met.
        turns: When each request had its turn, by the injected clock.
        seconds: Injected seconds from the first to the last.
        hung: Threads that did not end.
    """

    sentences: int
    calls: int
    requests: int
    connections: int
    succeeded: int
    kept: int
    wrong: int
    lost: int
    errors: Mapping[str, int]
    met: Mapping[str, int]
    turns: list[float]
    seconds: float
    hung: int

    @property
    def most_requests(self) -> int:
        """The most requests that there may be: so many attempts for each call."""
        return self.calls * ATTEMPTS

    def most_in(self, seconds: float) -> int:
        """The most turns within any so many seconds."""
        turns = sorted(self.turns)
        first = most = 0
        for last, turn in enumerate(turns):
            while turn - turns[first] >= seconds - 1e-6:
                first += 1
            most = max(most, last - first + 1)
        return most


class WatchedPace(Pace):
    """A pace that writes down whose turn came when."""

    def __init__(self, rate: float, clock: Clock) -> None:
        super().__init__(rate, clock)
        self.turns: list[float] = []
        self._writing = threading.Lock()

    def turn(self) -> float:
        with self._writing:
            wait = super().turn()
            self.turns.append(self._next - self._gap)  # not by the clock, which others move meanwhile
            return wait


def run(path: Path, sentences: int, threads: int = 8, name: str = "google", seed: int = 1) -> Outcome:
    """Translate so many sentences on so many threads through a service with a memory in a file.

    Args:
        path: A library that is not there yet.
        sentences: How many.
        threads: How many ask at once.
        name: The engine.
        seed: Of what happens when.
    """
    clock = Clock()
    began = clock.now
    storm = Storm(name, seed)
    given: dict[str, str] = {}
    errors: Counter[str] = Counter()
    waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
    sources = [f"O ministro {number} visitou a fábrica {sentences + number}." for number in range(sentences)]
    for source in sources:
        waiting.put(source)
    with running() as service, Database(path, MEMORY_MIGRATIONS) as database:
        service.answer = storm.answer
        pace = WatchedPace(5.0, clock)
        made = engine(name, service.address, HURRY, clock, FAILURES, pace=pace)
        translation = TranslationService(TranslationMemory(database), None)
        calls = Counter[str]()

        def work() -> None:
            while True:
                try:
                    source = waiting.get_nowait()
                except queue.Empty:
                    return
                patiently(source)

        def patiently(source: str) -> None:
            for _ in range(PATIENCE):
                calls[source] += 1
                try:
                    given[source] = translation.refine(source, made).target
                except (EngineBusy, EngineUnavailable) as error:
                    errors[type(error).__name__] += 1
                    if error.retry_after is None and isinstance(error, EngineUnavailable):
                        return
                    clock.sleep(error.retry_after or 1.0)
                except EngineError as error:
                    errors[type(error).__name__] += 1
                    return
                else:
                    return

        workers = [threading.Thread(target=work, daemon=True) for _ in range(threads)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(600)
        hung = sum(worker.is_alive() for worker in workers)
        kept = TranslationMemory(database).lookup(sources)
        return Outcome(
            sentences=sentences,
            calls=calls.total(),
            requests=len(service.pages),
            connections=len(service.connections),
            succeeded=len(given),
            kept=len(kept),
            wrong=sum(pair.target != english(source) for source, pair in kept.items()),
            lost=sum(source not in kept for source in given),
            errors=dict(errors),
            met=dict(storm.met),
            turns=pace.turns,
            seconds=clock.now - began,
            hung=hung,
        )
