"""Refreshing: what comes of feeds that behave, that change, move, go, and do none of that."""

from __future__ import annotations

import dataclasses
import threading

import pytest

from articles.errors import StorageError
from articles.feeds.model import Feed, FullText, NotAFeed, State
from articles.feeds.opml import Outline
from articles.feeds.outcomes import Outcome
from articles.feeds.refreshing import Step
from articles.net.problems import Offline
from tests.articles.feeds.conftest import Room
from tests.articles.feeds.samples import JSON_FEED, TEXT, atom, item, rss
from tests.web.faults import fault
from tests.web.site import Site, serving

_XML = "application/rss+xml; charset=utf-8"


def _add(room: Room, *urls: str, full_text: FullText = FullText.SUMMARY) -> list[Feed]:
    found = room.feeds.bring([Outline(url) for url in urls], full_text, private=True)
    return [each for each in found if each is not None]


def _refresh(room: Room) -> Outcome:
    (outcome,) = room.feeds.refresh()
    return outcome


def test_new_items_become_articles(room: Room, site: Site) -> None:
    _add(room, site.page("/f", rss(item(1), item(2)), _XML))
    outcome = _refresh(room)
    assert (outcome.new, outcome.changed, outcome.said, outcome.failed) == (2, 0, "", False)
    assert (outcome.feed.title, outcome.feed.site, outcome.feed.state) == (
        "Diário do Teste",
        "https://exemplo.pt/",
        State.WELL,
    )
    assert sorted(room.titles()) == ["Notícia 1", "Notícia 2"]
    (first, _) = room.articles.summaries(room.articles.keys())
    assert first.source == "Diário do Teste"
    assert [(each.articles, each.feed.checked) for each in room.feeds.listed()] == [(2, room.clock.now)]


@pytest.mark.parametrize("feed", [atom("<entry><id>1</id><title>Um</title><summary>x</summary></entry>"), JSON_FEED])
def test_feeds_of_other_kinds(room: Room, site: Site, feed: str) -> None:
    _add(room, site.page("/f", feed, None))
    assert _refresh(room).new >= 1


def test_what_has_not_changed_is_not_sent_again(room: Room, site: Site) -> None:
    _add(room, site.page("/f", rss(item(1)), _XML, ETag='"a"', Last_Modified="Mon, 02 Mar 2026 10:00:00 GMT"))
    _refresh(room)
    outcome = _refresh(room)
    assert (outcome.new, outcome.failed, outcome.said) == (0, False, "")
    assert site.visits[-1].headers["if-none-match"] == '"a"'
    assert site.visits[-1].headers["if-modified-since"] == "Mon, 02 Mar 2026 10:00:00 GMT"


def test_the_same_again_is_nothing_new(room: Room, site: Site) -> None:
    _add(room, site.page("/f", rss(item(1)), _XML))
    _refresh(room)
    site.page("/f", rss(item(1), item(2)), _XML)
    assert (_refresh(room).new, room.articles.count()) == (1, 2)


def test_the_same_article_in_two_feeds_is_one_of_both(room: Room, site: Site) -> None:
    other = item(1).replace("n1", "m1").replace("exemplo.pt/1", "exemplo.pt/1?utm_source=rss")
    _add(room, site.page("/a", rss(item(1)), _XML), site.page("/b", rss(other), _XML))
    assert sorted(each.new for each in room.feeds.refresh()) == [0, 1]
    assert room.articles.count() == 1
    assert [each.articles for each in room.feeds.listed()] == [1, 1]


def test_the_same_page_in_other_words_of_another_feed_is_no_new_article(room: Room, site: Site) -> None:
    lead = "<item><title>Notícia 1</title><link>https://exemplo.pt/1</link><description>{}</description></item>"
    (first, second) = _add(
        room,
        site.page(
            "/a", rss(lead.format("O governo anunciou um plano de obras para as cidades do litoral do país.")), _XML
        ),
        site.page(
            "/b", rss(lead.format("Um plano de obras para as cidades do litoral foi anunciado pelo governo.")), _XML
        ),
    )
    assert room.feeds.refresh([first])[0].new == 1
    assert room.feeds.refresh([second])[0].new == 0


def test_a_text_in_full_takes_the_place_of_another_feeds_summary(room: Room, site: Site) -> None:
    lead = (
        "<item><title>Notícia 1</title><link>https://exemplo.pt/1</link><description>Só o começo.</description></item>"
    )
    first, second = _add(room, site.page("/a", rss(lead), _XML), site.page("/b", rss(item(1)), _XML))
    room.feeds.refresh([first])
    room.feeds.refresh([second])
    assert any("O governo anunciou" in body for body in room.bodies())


def test_what_the_reader_removed_does_not_come_back(room: Room, site: Site) -> None:
    _add(room, site.page("/f", rss(item(1), item(2)), _XML))
    _refresh(room)
    gone = next(each for each in room.articles.summaries(room.articles.keys()) if each.title == "Notícia 1")
    room.articles.remove(gone.id)
    site.page("/f", rss(item(1, text=TEXT.replace("três", "quatro")), item(2), item(3)), _XML)
    _refresh(room)
    site.page("/f", rss(item(1).replace("n1", "outro"), item(2)), _XML)
    _refresh(room)
    assert sorted(room.titles()) == ["Notícia 2", "Notícia 3"]


def test_a_changed_item_is_a_new_version(room: Room, site: Site) -> None:
    _add(room, site.page("/f", rss(item(1)), _XML))
    _refresh(room)
    site.page("/f", rss(item(1, text=TEXT.replace("três meses", "quatro meses"))), _XML)
    outcome = _refresh(room)
    assert (outcome.new, outcome.changed) == (0, 1)
    assert any("quatro meses" in body for body in room.bodies())
    assert _refresh(room).changed == 0


def test_short_texts_that_say_the_same_are_articles_of_their_own(room: Room, site: Site) -> None:
    lead = "Ouça agora o programa de hoje com as notícias que marcam o dia no país e no resto do mundo."
    items = [
        f"<item><title>Dia {day}</title><link>https://exemplo.pt/{day}</link><description>{lead}</description></item>"
        for day in range(3)
    ]
    _add(room, site.page("/f", rss(*items[:2]), _XML))
    assert _refresh(room).new == 2
    site.page("/f", rss(*items), _XML)
    assert _refresh(room).new == 1
    assert sorted(room.titles()) == ["Dia 0", "Dia 1", "Dia 2"]


def test_the_parts_of_one_page_are_articles_of_their_own(room: Room, site: Site) -> None:
    items = [item(number).replace(f"exemplo.pt/{number}", f"exemplo.pt/direto#{number}") for number in (1, 2, 3)]
    _add(room, site.page("/f", rss(*items), _XML))
    assert (_refresh(room).new, _refresh(room).new, room.articles.count()) == (3, 0, 3)


def test_a_name_that_the_reader_gave_stays(room: Room, site: Site) -> None:
    room.feeds.bring([Outline(site.page("/f", rss(item(1)), _XML), "Meu nome")], private=True)
    assert _refresh(room).feed.title == "Meu nome"
    assert room.articles.summaries(room.articles.keys())[0].source == "Meu nome"


# Trouble, each told once


def test_a_feed_that_moved_is_kept_at_its_new_address(room: Room, site: Site) -> None:
    there = site.page("/novo", rss(item(1)), _XML)
    _add(room, site.moved("/f", "/novo", 301))
    outcome = _refresh(room)
    assert (outcome.feed.url, outcome.new) == (there, 1)
    assert outcome.said == f"has moved to {there}, which is kept as its address"
    assert _refresh(room).said == ""
    assert site.count("/f") == 1


def test_a_feed_that_moved_for_now_stays_where_it_is(room: Room, site: Site) -> None:
    site.page("/novo", rss(item(1)), _XML)
    here = site.moved("/f", "/novo", 302)
    _add(room, here)
    assert _refresh(room).feed.url == here


def test_a_feed_that_moved_to_no_feed_stays_where_it_was(room: Room, site: Site) -> None:
    site.page("/", "<html><body>Vendido</body></html>")
    here = site.moved("/f", "/", 301)
    _add(room, here)
    outcome = _refresh(room)
    assert (outcome.failed, outcome.feed.url) == (True, here)
    assert outcome.said.startswith("this is a web page, not a feed")


def test_a_feed_that_moved_to_where_another_is_stays(room: Room, site: Site) -> None:
    there = site.page("/novo", rss(item(1)), _XML)
    here = site.moved("/f", "/novo", 301)
    _add(room, there, here)
    assert {each.feed.url for each in room.feeds.refresh()} == {there, here}


@pytest.mark.parametrize(("status", "times"), [(404, 3), (410, 2)])
def test_a_feed_that_is_gone_is_told_and_left(room: Room, site: Site, status: int, times: int) -> None:
    (feed,) = _add(room, site.page("/f", "", status=status))
    said = [_refresh(room).said for _ in range(times)]
    assert f"(status {status})" in said[0]
    assert said[1:-1] == [""] * (times - 2)
    assert "is not asked any more; reader feeds remove 1 takes it out" in said[-1]
    assert room.feeds.refresh() == []
    assert site.count("/f") == times
    site.page("/f", rss(item(1)), _XML)
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
    _add(room, site.at("/f", fault(name)))
    outcome = _refresh(room)
    assert outcome.failed
    assert said in outcome.said
    assert (outcome.feed.state, outcome.feed.failures) == (State.FAILING, 1)
    again = _refresh(room)
    assert (again.failed or again.skipped, again.said if again.failed else "") == (True, "")


def test_a_feed_that_is_well_again_may_fail_again(room: Room, site: Site) -> None:
    _add(room, site.page("/f", "", status=403))
    assert _refresh(room).said
    assert not _refresh(room).said
    site.page("/f", rss(item(1)), _XML)
    assert (_refresh(room).feed.problem, room.articles.count()) == ("", 1)
    site.page("/f", "", status=403)
    assert _refresh(room).said


def test_of_a_broken_feed_what_could_be_read_is_kept(room: Room, site: Site) -> None:
    _add(room, site.page("/f", rss(item(1), item(2), "<item><title>x</item>"), _XML))
    outcome = _refresh(room)
    assert (outcome.failed, outcome.new) == (False, 3)
    assert "what could be read is kept" in outcome.said
    assert _refresh(room).said == ""


def test_a_feed_that_wants_to_be_left_alone_is(room: Room, site: Site) -> None:
    _add(room, site.at("/f", fault("too many requests")))
    assert "429" in _refresh(room).said
    outcome = _refresh(room)
    assert (outcome.skipped, outcome.failed, site.count("/f")) == (True, False, 1)
    assert "wants to be left alone until" in outcome.said
    room.clock.later(minutes=3)
    assert "again in" in _refresh(room).said  # the host's rest, for as long as the program runs


def test_by_the_clock_a_feed_is_asked_when_it_wants_to_be(room: Room, site: Site) -> None:
    _add(room, site.page("/f", rss(item(1), head="<ttl>90</ttl>"), _XML, ETag='"a"'), site.page("/g", "", status=403))
    assert len(room.feeds.due()) == 2
    room.feeds.refresh()
    room.clock.later(minutes=31)
    assert [each.url for each in room.feeds.due()] == [f"{site.url}/g"]
    room.clock.later(minutes=60)
    assert len(room.feeds.due()) == 2
    room.feeds.refresh()  # the one that has not changed keeps what it asked for
    assert room.feeds.due() == []


def test_offline_nothing_is_asked(room: Room, site: Site) -> None:
    _add(room, site.page("/f", rss(item(1)), _XML))
    room.feeds._offline = True
    for ask in (room.feeds.refresh, lambda: room.feeds.add(site.url), lambda: room.feeds.full_text("abcd")):
        with pytest.raises(Offline):
            ask()
    assert site.visits == []


def test_without_a_network_one_line_is_told_and_no_feed_blamed(room: Room) -> None:
    _add(room, *(f"http://nao-ha-{number}.invalid/f" for number in range(3)))
    outcomes = room.feeds.refresh()
    assert [bool(each.said) for each in outcomes] == [True, False, False]
    assert all(each.failed and each.feed.state is State.NEW for each in outcomes)


def test_a_private_address_needs_leave(room: Room, site: Site) -> None:
    room.feeds.bring([Outline(site.page("/f", rss(item(1)), _XML))])
    assert _refresh(room).failed
    assert site.visits == []


# Many at once


def test_progress_is_told_when_it_is_on_the_disk(room: Room, site: Site) -> None:
    _add(room, *(site.page(f"/{number}", rss(item(number)), _XML) for number in range(5)))
    steps: list[Step] = []
    counted: list[int] = []

    def progress(step: Step) -> None:
        steps.append(step)
        counted.append(room.articles.count())

    room.feeds.refresh(progress=progress)
    assert [(each.done, each.total) for each in steps] == [(number, 5) for number in range(1, 6)]
    assert all(count >= step.done for count, step in zip(counted, steps, strict=True))


def test_called_off_it_returns_at_once_with_what_there_is(room: Room, site: Site) -> None:
    with serving() as other:
        feeds = _add(room, *(other.at(f"/{n}", fault("silent")) for n in range(3)), site.page("/a", rss(item(1)), _XML))
        cancel = threading.Event()
        outcomes = room.feeds.refresh(feeds, lambda step: cancel.set(), cancel)
    assert [each.new for each in outcomes] == [1]
    assert all(each.feed.failures == 0 for each in room.feeds.listed())


def test_a_feed_removed_meanwhile_is_not_kept(room: Room, site: Site) -> None:
    (feed,) = _add(room, site.page("/f", rss(item(1)), _XML))
    room.feeds.remove(feed)
    assert [each.skipped for each in room.feeds.refresh([feed])] == [True]
    assert (room.articles.count(), room.feeds.listed()) == (0, [])


def test_what_the_reader_changed_meanwhile_stays(room: Room, site: Site) -> None:
    (feed,) = _add(room, site.page("/f", rss(item(1)), _XML))
    room.feeds.change(feed, lambda known: dataclasses.replace(known, title="Meu", named=True, folder="Mundo"))
    room.feeds.refresh([feed])
    assert [(each.feed.title, each.feed.folder) for each in room.feeds.listed()] == [("Meu", "Mundo")]


def test_a_library_that_cannot_be_written_ends_it(room: Room, site: Site) -> None:
    _add(room, site.page("/f", rss(item(1)), _XML))
    feeds = [each.feed for each in room.feeds.listed()]
    with room.database.write() as connection:
        connection.execute("CREATE TRIGGER no BEFORE UPDATE ON feed BEGIN SELECT RAISE(ABORT, 'full'); END")
    with pytest.raises(StorageError):
        room.feeds.refresh(feeds)


def test_what_a_parser_trips_over_does_not_end_the_others_refresh(
    room: Room, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(room, site.page("/f", rss(item(1)), _XML), site.page("/g", JSON_FEED, "application/json"))
    monkeypatch.setattr("articles.feeds.parsing.read_json", lambda *_: [][1])
    outcomes = {each.feed.url[-1]: each for each in room.feeds.refresh()}
    assert (outcomes["f"].new, outcomes["g"].failed) == (1, True)
    assert "trips the program up (IndexError)" in outcomes["g"].said


# Adding


def test_adding_an_address_brings_what_is_there(room: Room, site: Site) -> None:
    url = site.page("/f", rss(item(1)), _XML)
    added = room.feeds.add(url, private=True, folder="Mundo", tags=("x",))
    assert (added.known, added.page, added.outcome.new) == (False, "", 1)
    assert (added.outcome.feed.url, added.outcome.feed.title, added.outcome.feed.folder) == (
        url,
        "Diário do Teste",
        "Mundo",
    )
    assert room.articles.get(room.articles.summaries(room.articles.keys())[0].id).tags == ("x",)
    for form in (url, url.removeprefix("http://"), url.replace("http:", "feed:"), f" feed:{url}"):
        assert room.feeds.add(form, private=True).known


def test_adding_a_page_takes_the_feed_that_it_names(room: Room, site: Site) -> None:
    site.page("/feed/", rss(item(1)), _XML)
    page = site.page(
        "/",
        '<html><head><link rel="alternate" type="application/rss+xml" href="/comments/feed/">'
        '<link rel="alternate" type="application/rss+xml" title="Tudo" href="feed/"></head><body>Oi</body></html>',
    )
    added = room.feeds.add(page, private=True)
    assert (added.page, added.outcome.feed.url, added.outcome.new) == (page, f"{site.url}/feed/", 1)
    assert [each.url for each in added.others] == [f"{site.url}/comments/feed/"]


def test_a_page_that_names_no_feed_is_told(room: Room, site: Site) -> None:
    with pytest.raises(NotAFeed, match="not a feed"):
        room.feeds.add(site.page("/", "<html><body>Oi</body></html>"), private=True)
    site.page("/x", '<link rel="alternate" type="application/rss+xml" href="/y"><body>Oi')
    site.page("/y", "<html><body>Oi</body></html>")
    with pytest.raises(NotAFeed, match="which the page names as its feed"):
        room.feeds.add(f"{site.url}/x", private=True)
    assert room.feeds.listed() == []
