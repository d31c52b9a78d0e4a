"""Thousands of fetches from many hosts of which every third answer misbehaves: what came, and what was another's."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from articles.net.fetching import Web
from articles.net.kinds import Kind, Limits
from articles.net.problems import Busy, FetchProblem
from tests.web.faults import FAULTS, fault
from tests.web.site import Visit, serving
from tests.web.wires import PUBLIC, Led

HOSTS = 40
SIZE = 100_000
"""Bytes of content, at most."""


@dataclass(slots=True)
class Outcome:
    """What came of it.

    Attributes:
        whole: Pages that came and were the ones asked for, to the byte.
        wrong: Pages that came and were not.
        met: How often the server misbehaved in which way.
        problems: How often a fetch ended in which class of problem.
        odd: Errors that are no ``FetchProblem``.
        longest: Seconds of the longest fetch, without what it waited for its turn.
        requests: What reached the server.
        left: Threads that were still there at the end.
    """

    whole: int = 0
    wrong: int = 0
    met: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    odd: Counter[str] = field(default_factory=Counter)
    longest: float = 0.0
    requests: int = 0
    left: int = 0


def page(path: str) -> bytes:
    """What a path really holds."""
    return f"<p>{path}</p>".encode() * (50 + hash_of(path) % 400)


def hash_of(path: str) -> int:
    """A number of a path that is the same in every process."""
    return sum(ord(sign) * place for place, sign in enumerate(path, 1))


def run(fetches: int, threads: int, seed: int = 1, total: float = 0.5) -> Outcome:
    """Fetch so many pages, each by an address of its own.

    Args:
        fetches: How many.
        threads: At once.
        seed: Of what happens when.
        total: Seconds for each; who drips or is silent is met as well.
    """
    chance = random.Random(seed)
    names = sorted(FAULTS)
    plan = {f"/{number}": chance.choice(names) if chance.random() < 1 / 3 else "none" for number in range(fetches)}
    outcome, lock = Outcome(), threading.Lock()

    def answer(visit: Visit) -> None:
        name = plan[visit.path.partition("?")[0]]
        with lock:
            outcome.met[name] += 1
        if name == "none":
            visit.send(page(visit.path))
        else:
            fault(name)(visit)

    with serving() as site:
        site.elsewhere(answer)
        hosts = {f"h{number}.pt": [PUBLIC] for number in range(HOSTS)}
        limits = dict.fromkeys(Kind, Limits(connect=10.0, read=10.0, total=total, size=SIZE, redirects=4))
        web = Web(wire=Led(site, hosts), limits=limits)

        def fetch(number: int) -> None:
            path = f"/{number}"
            began = time.monotonic()
            try:
                found = web.fetch(f"http://h{number % HOSTS}.pt{path}", accept=Kind.PAGE)
                good = plan[path] != "none" or found.data == page(path)
                with lock:
                    outcome.whole += good
                    outcome.wrong += not good
            except Busy:
                with lock:
                    outcome.problems["Busy"] += 1
            except FetchProblem as problem:
                with lock:
                    outcome.problems[type(problem).__name__] += 1
            except Exception as error:  # what no caller expects
                with lock:
                    outcome.odd[repr(error)[:200]] += 1
            with lock:
                outcome.longest = max(outcome.longest, time.monotonic() - began)

        before = {thread.ident for thread in threading.enumerate()}
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(fetch, range(fetches)))
        outcome.requests = len(site.visits)
        outcome.left = sum(
            thread.name.startswith("fetch") and thread.ident not in before and not _ends(thread)
            for thread in threading.enumerate()
        )
    return outcome


def _ends(thread: threading.Thread) -> bool:
    thread.join(5)
    return not thread.is_alive()
