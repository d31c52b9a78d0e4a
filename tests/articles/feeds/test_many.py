"""Fifty feeds of which a third misbehave; and a refresh that is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from articles.feeds import crowd
from articles.feeds.model import State
from articles.feeds.opml import Outline
from articles.feeds.refreshing import Step
from tests.articles.feeds.conftest import Room, room_at
from tests.articles.feeds.samples import atom, item, rss
from tests.web.faults import fault
from tests.web.site import Site, Visit, serving

_ROOT = Path(__file__).resolve().parents[3]
_XML = "application/xml"
_HANGING = ("silent", "drips", "drips its head", "silent after the head", "says continue for ever") * 2
_FAILING = (
    "endless",
    "endless chunks",
    "a bomb",
    "cut",
    "hangs up",
    "no http",
    "a circle",
    "down for now",
    "wants a login",
)


@pytest.fixture
def sites() -> Iterator[list[Site]]:
    """More hosts than jobs at once: what one of them does is no other's doing."""
    with ExitStack() as stack:
        yield [stack.enter_context(serving()) for _ in range(24)]


def _turning(visit: Visit) -> None:
    """A feed that says UTF-8 and is Latin-1 every other time."""
    feed = rss(item(900), item(901))
    visit.send(feed.encode("latin-1" if visit.site.count("/volta") % 2 else "utf-8"), kind=_XML)


def test_fifty_feeds_of_which_many_misbehave(room: Room, sites: list[Site], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowd, "SLOW", 0.05)
    hanging = [site.at("/f", fault(name)) for site, name in zip(sites, _HANGING, strict=False)]
    others = sites[len(hanging) :]
    failing = [site.at("/f", fault(name)) for site, name in zip(others, _FAILING, strict=False)]
    good = [others[-1 - number % 4].page(f"/{number}", rss(item(number)), _XML) for number in range(26)]
    odd = [
        others[-1].moved("/moved", f"{others[-1].url}/0?moved", 301),
        others[-1].page("/gone", "", status=410),
        others[-2].page("/page", "<html><body>Oi</body></html>"),
        others[-2].at("/volta", _turning),
        others[-3].page("/atom", atom("<entry><id>x</id><title>Um átomo</title></entry>"), _XML),
    ]
    feeds = room.feeds.bring([Outline(url) for url in [*hanging, *failing, *good, *odd]], private=True)
    assert len(feeds) == 50
    cancel = threading.Event()
    asked = [each for each in feeds if each is not None]

    def progress(step: Step) -> None:
        if step.done == len(failing) + len(good) + len(odd):
            cancel.set()  # only those that hang are left

    outcomes = {each.feed.url: each for each in room.feeds.refresh(asked, progress, cancel)}
    assert not outcomes.keys() & set(hanging)
    assert all(outcomes[url].failed and outcomes[url].said for url in failing)
    assert all(outcomes[url].new == 1 for url in good)
    assert room.articles.count() == len(good) + 2 + 1
    states = {each.feed.url: each.feed.state for each in room.feeds.listed()}
    assert all(states[url] is State.NEW for url in hanging)
    (again,) = room.feeds.refresh([each for each in asked if each.url.endswith("/volta")])
    assert (again.new, again.changed) == (0, 0)


def test_a_feed_that_hangs_meets_its_limit(tmp_path: Path, site: Site) -> None:
    from tests.articles.feeds.conftest import webs

    room = room_at(tmp_path / "library.db", webs(0.2))
    with room.database:
        room.feeds.bring([Outline(site.at("/f", fault("drips")))], private=True)
        (outcome,) = room.feeds.refresh()
    assert outcome.failed
    assert "0 s" in outcome.said


_CHILD = """
import sys
from pathlib import Path
from tests.articles.feeds.conftest import room_at

room = room_at(Path(sys.argv[1]))

def progress(step):
    print(step.outcome.feed.url, step.outcome.new, flush=True)

room.feeds.refresh(progress=progress)
"""


@pytest.mark.parametrize("after", [1, 4, 9])
def test_killed_in_the_middle_nothing_that_was_shown_is_lost(tmp_path: Path, site: Site, after: int) -> None:
    path = tmp_path / "library.db"
    urls = [site.page(f"/{n}", rss(*(item(100 * n + i) for i in range(5))), _XML, ETag=f'"{n}"') for n in range(15)]
    with (room := room_at(path)).database:
        room.feeds.bring([Outline(url) for url in urls], private=True)
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(path)], cwd=_ROOT, stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    assert child.stdout is not None
    shown = [child.stdout.readline().split() for _ in range(after)]
    child.send_signal(signal.SIGKILL)
    shown += [line.split() for line in child.stdout.read().splitlines() if line.endswith(" 5")]
    child.wait()
    child.stdout.close()
    with (room := room_at(path)).database:
        kept = {each.feed.url: each for each in room.feeds.listed()}
        assert len(shown) >= after
        for url, new in shown:
            assert (kept[url].articles, new) == (5, "5")
            assert kept[url].feed.etag is not None
        for each in kept.values():  # what was not told is whole as well, or not there
            assert each.articles in (0, 5)
        room.feeds.refresh()
        assert room.articles.count() == 75
        assert [each.articles for each in room.feeds.listed()] == [5] * 15
