"""Feeds that move, go, fail, or want to be left alone: each told once."""

from __future__ import annotations

import pytest

from articles.feeds.model import State
from articles.feeds.opml import Outline
from articles.net.problems import Offline
from tests.articles.feeds.asking import XML, follow, refresh
from tests.articles.feeds.conftest import Room
from tests.articles.feeds.samples import item, rss
from tests.web.faults import fault
from tests.web.site import Site


def test_a_feed_that_moved_is_kept_at_its_new_address(room: Room, site: Site) -> None:
    there = site.page("/novo", rss(item(1)), XML)
    follow(room, site.moved("/f", "/novo", 301))
    outcome = refresh(room)
    assert (outcome.feed.url, outcome.new) == (there, 1)
    assert outcome.said == f"has moved to {there}, which is kept as its address"
    assert refresh(room).said == ""
    assert site.count("/f") == 1


def test_a_feed_that_moved_for_now_stays_where_it_is(room: Room, site: Site) -> None:
    site.page("/novo", rss(item(1)), XML)
    here = site.moved("/f", "/novo", 302)
    follow(room, here)
    assert refresh(room).feed.url == here


def test_a_feed_that_moved_to_no_feed_stays_where_it_was(room: Room, site: Site) -> None:
    site.page("/", "<html><body>Vendido</body></html>")
    here = site.moved("/f", "/", 301)
    follow(room, here)
    outcome = refresh(room)
    assert (outcome.failed, outcome.feed.url) == (True, here)
    assert outcome.said.startswith("this is a web page, not a feed")


def test_a_feed_that_moved_to_where_another_is_stays(room: Room, site: Site) -> None:
    there = site.page("/novo", rss(item(1)), XML)
    here = site.moved("/f", "/novo", 301)
    follow(room, there, here)
    assert {each.feed.url for each in room.feeds.refresh()} == {there, here}


@pytest.mark.parametrize(("status", "times"), [(404, 3), (410, 2)])
def test_a_feed_that_is_gone_is_told_and_left(room: Room, site: Site, status: int, times: int) -> None:
    (feed,) = follow(room, site.page("/f", "", status=status))
    said = [refresh(room).said for _ in range(times)]
    assert f"(status {status})" in said[0]
    assert said[1:-1] == [""] * (times - 2)
    assert "is not asked any more; reader feeds remove 1 takes it out" in said[-1]
    assert room.feeds.refresh() == []
    assert site.count("/f") == times
    site.page("/f", rss(item(1)), XML)
    (outcome,) = room.feeds.refresh([feed])
    assert (outcome.feed.state, outcome.new) == (State.WELL, 1)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("endless", "is larger than"),
        ("a bomb", "is larger than"),
        ("cut", "ended too soon"),
        ("hangs up", "hung up"),
        ("a picture", "is image/png, and not a feed"),
        ("a circle", "leads in a circle"),
        ("empty", "it is empty"),
    ],
)
def test_a_feed_that_fails_is_told_once(room: Room, site: Site, name: str, said: str) -> None:
    follow(room, site.at("/f", fault(name)))
    outcome = refresh(room)
    assert outcome.failed
    assert said in outcome.said
    assert (outcome.feed.state, outcome.feed.failures) == (State.FAILING, 1)
    again = refresh(room)
    assert (again.failed or again.skipped, again.said if again.failed else "") == (True, "")


def test_a_feed_that_is_well_again_may_fail_again(room: Room, site: Site) -> None:
    follow(room, site.page("/f", "", status=403))
    assert refresh(room).said
    assert not refresh(room).said
    site.page("/f", rss(item(1)), XML)
    assert (refresh(room).feed.problem, room.articles.count()) == ("", 1)
    site.page("/f", "", status=403)
    assert refresh(room).said


def test_of_a_broken_feed_what_could_be_read_is_kept(room: Room, site: Site) -> None:
    follow(room, site.page("/f", rss(item(1), item(2), "<item><title>x</item>"), XML))
    outcome = refresh(room)
    assert (outcome.failed, outcome.new) == (False, 3)
    assert "what could be read is kept" in outcome.said
    assert refresh(room).said == ""


def test_a_feed_that_wants_to_be_left_alone_is(room: Room, site: Site) -> None:
    follow(room, site.at("/f", fault("too many requests")))
    assert "429" in refresh(room).said
    outcome = refresh(room)
    assert (outcome.skipped, outcome.failed, site.count("/f")) == (True, False, 1)
    assert "wants to be left alone until" in outcome.said
    room.clock.later(minutes=3)
    assert "again in" in refresh(room).said  # the host's rest, for as long as the program runs


def test_by_the_clock_a_feed_is_asked_when_it_wants_to_be(room: Room, site: Site) -> None:
    follow(room, site.page("/f", rss(item(1), head="<ttl>90</ttl>"), XML, ETag='"a"'), site.page("/g", "", status=403))
    assert len(room.feeds.due()) == 2
    room.feeds.refresh()
    room.clock.later(minutes=31)
    assert [each.url for each in room.feeds.due()] == [f"{site.url}/g"]
    room.clock.later(minutes=60)
    assert len(room.feeds.due()) == 2
    room.feeds.refresh()  # the one that has not changed keeps what it asked for
    assert room.feeds.due() == []


def test_offline_nothing_is_asked(room: Room, site: Site) -> None:
    follow(room, site.page("/f", rss(item(1)), XML))
    room.feeds._offline = True
    for ask in (room.feeds.refresh, lambda: room.feeds.add(site.url), lambda: room.feeds.full_text("abcd")):
        with pytest.raises(Offline):
            ask()
    assert site.visits == []


def test_without_a_network_one_line_is_told_and_no_feed_blamed(room: Room) -> None:
    follow(room, *(f"http://nao-ha-{number}.invalid/f" for number in range(3)))
    outcomes = room.feeds.refresh()
    assert [bool(each.said) for each in outcomes] == [True, False, False]
    assert all(each.failed and each.feed.state is State.NEW for each in outcomes)


def test_a_private_address_needs_leave(room: Room, site: Site) -> None:
    room.feeds.bring([Outline(site.page("/f", rss(item(1)), XML))])
    assert refresh(room).failed
    assert site.visits == []
