"""Refreshing: what becomes of the items of feeds, and of many feeds at once."""

from __future__ import annotations

import dataclasses
import threading

import pytest

from articles.errors import StorageError
from articles.feeds.model import State
from articles.feeds.opml import Outline
from articles.feeds.refreshing import Step
from tests.articles.feeds.asking import XML, follow, refresh
from tests.articles.feeds.conftest import Room
from tests.articles.feeds.samples import JSON_FEED, TEXT, atom, item, rss
from tests.web.faults import fault
from tests.web.site import Site, serving


def test_new_items_become_articles(room: Room, site: Site) -> None:
    follow(room, site.page("/f", rss(item(1), item(2)), XML))
    outcome = refresh(room)
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
    follow(room, site.page("/f", feed, None))
    assert refresh(room).new >= 1


def test_what_has_not_changed_is_not_sent_again(room: Room, site: Site) -> None:
    follow(room, site.page("/f", rss(item(1)), XML, ETag='"a"', Last_Modified="Mon, 02 Mar 2026 10:00:00 GMT"))
    refresh(room)
    outcome = refresh(room)
    assert (outcome.new, outcome.failed, outcome.said) == (0, False, "")
    assert site.visits[-1].headers["if-none-match"] == '"a"'
    assert site.visits[-1].headers["if-modified-since"] == "Mon, 02 Mar 2026 10:00:00 GMT"


def test_the_same_again_is_nothing_new(room: Room, site: Site) -> None:
    follow(room, site.page("/f", rss(item(1)), XML))
    refresh(room)
    site.page("/f", rss(item(1), item(2)), XML)
    assert (refresh(room).new, room.articles.count()) == (1, 2)


def test_the_same_article_in_two_feeds_is_one_of_both(room: Room, site: Site) -> None:
    other = item(1).replace("n1", "m1").replace("exemplo.pt/1", "exemplo.pt/1?utm_source=rss")
    follow(room, site.page("/a", rss(item(1)), XML), site.page("/b", rss(other), XML))
    assert sorted(each.new for each in room.feeds.refresh()) == [0, 1]
    assert room.articles.count() == 1
    assert [each.articles for each in room.feeds.listed()] == [1, 1]


def test_the_same_page_in_other_words_of_another_feed_is_no_new_article(room: Room, site: Site) -> None:
    lead = "<item><title>Notícia 1</title><link>https://exemplo.pt/1</link><description>{}</description></item>"
    (first, second) = follow(
        room,
        site.page(
            "/a", rss(lead.format("O governo anunciou um plano de obras para as cidades do litoral do país.")), XML
        ),
        site.page(
            "/b", rss(lead.format("Um plano de obras para as cidades do litoral foi anunciado pelo governo.")), XML
        ),
    )
    assert room.feeds.refresh([first])[0].new == 1
    assert room.feeds.refresh([second])[0].new == 0


def test_a_text_in_full_takes_the_place_of_another_feeds_summary(room: Room, site: Site) -> None:
    lead = (
        "<item><title>Notícia 1</title><link>https://exemplo.pt/1</link><description>Só o começo.</description></item>"
    )
    first, second = follow(room, site.page("/a", rss(lead), XML), site.page("/b", rss(item(1)), XML))
    room.feeds.refresh([first])
    room.feeds.refresh([second])
    assert any("O governo anunciou" in body for body in room.bodies())


def test_what_the_reader_removed_does_not_come_back(room: Room, site: Site) -> None:
    follow(room, site.page("/f", rss(item(1), item(2)), XML))
    refresh(room)
    gone = next(each for each in room.articles.summaries(room.articles.keys()) if each.title == "Notícia 1")
    room.articles.remove(gone.id)
    site.page("/f", rss(item(1, text=TEXT.replace("três", "quatro")), item(2), item(3)), XML)
    refresh(room)
    site.page("/f", rss(item(1).replace("n1", "outro"), item(2)), XML)
    refresh(room)
    assert sorted(room.titles()) == ["Notícia 2", "Notícia 3"]


def test_a_changed_item_is_a_new_version(room: Room, site: Site) -> None:
    follow(room, site.page("/f", rss(item(1)), XML))
    refresh(room)
    site.page("/f", rss(item(1, text=TEXT.replace("três meses", "quatro meses"))), XML)
    outcome = refresh(room)
    assert (outcome.new, outcome.changed) == (0, 1)
    assert any("quatro meses" in body for body in room.bodies())
    assert refresh(room).changed == 0


def test_short_texts_that_say_the_same_are_articles_of_their_own(room: Room, site: Site) -> None:
    lead = "Ouça agora o programa de hoje com as notícias que marcam o dia no país e no resto do mundo."
    items = [
        f"<item><title>Dia {day}</title><link>https://exemplo.pt/{day}</link><description>{lead}</description></item>"
        for day in range(3)
    ]
    follow(room, site.page("/f", rss(*items[:2]), XML))
    assert refresh(room).new == 2
    site.page("/f", rss(*items), XML)
    assert refresh(room).new == 1
    assert sorted(room.titles()) == ["Dia 0", "Dia 1", "Dia 2"]


def test_the_parts_of_one_page_are_articles_of_their_own(room: Room, site: Site) -> None:
    items = [item(number).replace(f"exemplo.pt/{number}", f"exemplo.pt/direto#{number}") for number in (1, 2, 3)]
    follow(room, site.page("/f", rss(*items), XML))
    assert (refresh(room).new, refresh(room).new, room.articles.count()) == (3, 0, 3)


def test_a_name_that_the_reader_gave_stays(room: Room, site: Site) -> None:
    room.feeds.bring([Outline(site.page("/f", rss(item(1)), XML), "Meu nome")], private=True)
    assert refresh(room).feed.title == "Meu nome"
    assert room.articles.summaries(room.articles.keys())[0].source == "Meu nome"


# Many at once


def test_progress_is_told_when_it_is_on_the_disk(room: Room, site: Site) -> None:
    follow(room, *(site.page(f"/{number}", rss(item(number)), XML) for number in range(5)))
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
        feeds = follow(
            room, *(other.at(f"/{n}", fault("silent")) for n in range(3)), site.page("/a", rss(item(1)), XML)
        )
        cancel = threading.Event()
        outcomes = room.feeds.refresh(feeds, lambda step: cancel.set(), cancel)
    assert [each.new for each in outcomes] == [1]
    assert all(each.feed.failures == 0 for each in room.feeds.listed())


def test_a_feed_removed_meanwhile_is_not_kept(room: Room, site: Site) -> None:
    (feed,) = follow(room, site.page("/f", rss(item(1)), XML))
    room.feeds.remove(feed)
    assert [each.skipped for each in room.feeds.refresh([feed])] == [True]
    assert (room.articles.count(), room.feeds.listed()) == (0, [])


def test_what_the_reader_changed_meanwhile_stays(room: Room, site: Site) -> None:
    (feed,) = follow(room, site.page("/f", rss(item(1)), XML))
    room.feeds.change(feed, lambda known: dataclasses.replace(known, title="Meu", named=True, folder="Mundo"))
    room.feeds.refresh([feed])
    assert [(each.feed.title, each.feed.folder) for each in room.feeds.listed()] == [("Meu", "Mundo")]


def test_a_library_that_cannot_be_written_ends_it(room: Room, site: Site) -> None:
    follow(room, site.page("/f", rss(item(1)), XML))
    feeds = [each.feed for each in room.feeds.listed()]
    with room.database.write() as connection:
        connection.execute("CREATE TRIGGER no BEFORE UPDATE ON feed BEGIN SELECT RAISE(ABORT, 'full'); END")
    with pytest.raises(StorageError):
        room.feeds.refresh(feeds)


def test_what_a_parser_trips_over_does_not_end_the_others_refresh(
    room: Room, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow(room, site.page("/f", rss(item(1)), XML), site.page("/g", JSON_FEED, "application/json"))
    monkeypatch.setattr("articles.feeds.parsing.read_json", lambda *_: [][1])
    outcomes = {each.feed.url[-1]: each for each in room.feeds.refresh()}
    assert (outcomes["f"].new, outcomes["g"].failed) == (1, True)
    assert "trips the program up (IndexError)" in outcomes["g"].said
