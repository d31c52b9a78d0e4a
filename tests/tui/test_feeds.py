"""Feeds on the screen: refreshed beside it, by key and by the clock; texts fetched whole; nothing read is moved."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from articles.feeds.model import Feed, FullText
from articles.feeds.opml import Outline
from articles.feeds.service import Feeds
from articles.feeds.webs import Webs
from articles.net.fetching import Web
from articles.net.manners import Manners
from articles.net.robots import Robots
from reader.config.model import Config, FeedSettings
from reader.tui.feed_desk import by_clock
from reader.tui.listing.views import View, quoted
from tests.articles.feeds.samples import TEXT, item, rss
from tests.tui.hostile import ATTACKS
from tests.tui.stage import Player, Stage, playing
from tests.web.faults import FAULTS
from tests.web.site import Site

LONG = "".join(
    f"<p>Parágrafo {number}: o trem chegou a Moscou e a ministra esperava na estação.</p>" for number in range(40)
)
PAGE = (
    f"<html><head><title>Notícia 1</title></head><body><article><h1>Notícia 1</h1>{TEXT}{LONG}</article></body></html>"
)


@pytest.fixture
def online(stage: Stage, no_proxies: None) -> Stage:
    """A stage whose feeds may be fetched from loopback."""

    def make(private: bool, manners: Manners, robots: Robots) -> Web:
        return Web(allow_private=True, manners=manners, robots=robots)

    feeds = Feeds(stage.composition.database, stage.services.articles, webs=Webs(make=make))
    stage.services = replace(stage.services, feeds=lambda: feeds)
    return stage


def follow(stage: Stage, *urls: str, title: str = "") -> list[Feed]:
    """Have feeds, without fetching any."""
    feeds = stage.services.feeds()
    feeds.bring([Outline(url, title) for url in urls], FullText.SUMMARY)
    return feeds.store.all()


def place(player: Player) -> tuple[object, ...]:
    return player.page.window.top, player.page.cursor, player.article.id, player.screen.library.key_here()


async def ended(player: Player) -> None:
    await player.until(lambda: not player.screen.desk.feeds.refreshing, "the end of the refresh")


async def test_what_is_new_is_told_in_one_line_and_moves_neither_row_nor_line(online: Stage, site: Site) -> None:
    good = site.page("/a.xml", rss(item(1), item(2)), "application/xml")
    follow(online, good, site.url + "/none.xml", site.page("/c.xml", rss(), "application/xml"))
    async with playing(online.app()) as player:
        player.to_middle()
        player.screen.action_pane("library")
        player.screen.library.move_to(3)
        await player.settle()
        before, count = place(player), player.screen.library.count()
        await player.press("F")
        await player.until(lambda: "2 new articles in 1 feed" in player.message)
        assert "1 feed failed: " in player.message
        assert "404" in player.message
        assert not player.screen.feeds_text
        await player.until(lambda: player.screen.library.count() == count + 2)
        assert place(player) == before
        await player.press("F")
        await player.until(lambda: player.message == "no new articles; 1 feed failed", "said once")


async def test_a_feed_that_hangs_holds_up_neither_the_others_nor_quitting(online: Stage, site: Site) -> None:
    hanging = site.at("/hang.xml", FAULTS["silent"]())
    follow(online, hanging, site.page("/a.xml", rss(item(1)), "application/xml"))
    async with playing(online.app()) as player:
        count = player.screen.library.count()
        await player.press("F")
        await player.until(lambda: player.shows("feeds 1/2 …"))

        await player.until(lambda: player.screen.library.count() == count + 1, "what came is in the list")
        await player.press("q")
        await player.until(lambda: not player.app._running)
    assert site.count("/hang.xml") == 1
    assert not site.over.is_set()


async def test_the_same_key_calls_it_off_and_what_came_is_kept(online: Stage, site: Site) -> None:
    follow(online, site.at("/hang.xml", FAULTS["silent"]()), site.page("/a.xml", rss(item(1)), "application/xml"))
    async with playing(online.app()) as player:
        count = player.screen.library.count()
        await player.press("F")
        await player.until(lambda: player.shows("feeds 1/2 …"))
        await player.press("F")
        await player.until(lambda: player.message == "refreshing called off; what came is kept")
        await player.until(lambda: player.screen.library.count() == count + 1)
        assert not player.screen.feeds_text


async def test_the_feed_of_a_view_is_refreshed_alone(online: Stage, site: Site) -> None:
    follow(online, site.page("/a.xml", rss(item(1)), "application/xml"), title="Um")
    follow(online, site.page("/b.xml", rss(item(2)), "application/xml"), title="Dois")
    async with playing(online.app()) as player:
        player.screen.choose_view(View(quoted("feed", "Dois")))
        await player.settle()
        await player.press("R")
        await player.until(lambda: "1 new article in 1 feed" in player.message)
        await player.until(lambda: player.screen.library.count() == 1)
    assert (site.count("/a.xml"), site.count("/b.xml")) == (0, 1)


async def test_offline_says_so_in_one_line_and_asks_nobody(stage: Stage, site: Site, no_proxies: None) -> None:
    feeds = Feeds(stage.composition.database, stage.services.articles, offline=True)
    stage.services = replace(stage.services, feeds=lambda: feeds)
    follow(stage, site.page("/a.xml", rss(item(1)), "application/xml"))
    config = replace(Config(), offline=True, feeds=FeedSettings(30))
    async with playing(stage.app(config=config)) as player:
        assert not player.screen.desk.feeds.refreshing
        await player.press("F")
        await player.until(lambda: player.message.startswith("offline is set: nothing is fetched"))
    assert not site.visits


async def test_by_the_clock_only_what_is_new_is_said(online: Stage, site: Site) -> None:
    follow(online, site.page("/a.xml", rss(item(1)), "application/xml"))
    async with playing(online.app(config=replace(Config(), feeds=FeedSettings(30)))) as player:
        await player.until(lambda: "1 new article in 1 feed" in player.message)
    async with playing(online.app(config=replace(Config(), feeds=FeedSettings(30)))) as player:
        await ended(player)
        assert not player.message
    assert site.count("/a.xml") == 1, "it was asked a moment ago"


def test_the_clock_asks_those_that_were_not_asked_for_so_long(online: Stage, site: Site) -> None:
    (feed,) = follow(online, site.page("/a.xml", rss(item(1)), "application/xml"))
    feeds = online.services.feeds()
    assert by_clock(30, feeds) == [feed]
    now = feeds.store.now()
    for minutes, asked in ((29, 0), (31, 1)):
        feeds.change(feed, lambda each, ago=minutes: replace(each, checked=now - datetime.timedelta(minutes=ago)))  # type: ignore[misc]
        assert len(by_clock(30, feeds)) == asked


async def test_without_the_setting_nothing_is_fetched(online: Stage, site: Site) -> None:
    follow(online, site.page("/a.xml", rss(item(1)), "application/xml"))
    async with playing(online.app()) as player:
        await player.settle()
        assert not player.screen.desk.feeds.refreshing
    assert not site.visits


async def test_titles_of_feeds_and_what_servers_say_is_shown_clean(online: Stage, site: Site) -> None:
    follow(online, site.url + "/none.xml", title="".join(ATTACKS[:3]))
    async with playing(online.app()) as player:
        await player.press("F")
        await player.until(lambda: "1 feed failed" in player.message)
        assert not player.unwanted()


# The whole text


def summarised(stage: Stage, site: Site) -> str:
    """An article with the first paragraph of its page; its id."""
    link = site.page("/1", PAGE)
    short = item(1).replace("https://exemplo.pt/1", link).replace(TEXT, TEXT.partition("</p>")[0] + "</p>")
    follow(stage, site.page("/a.xml", rss(short), "application/xml"))
    before = set(stage.services.articles.keys())
    stage.services.feeds().refresh()
    (key,) = set(stage.services.articles.keys()) - before
    return stage.services.articles.summaries([key])[0].id


async def test_the_whole_text_is_shown_at_once_to_who_is_at_the_top(online: Stage, site: Site) -> None:
    ident = summarised(online, site)
    async with playing(online.app()) as player:
        await player.open(ident)
        count = player.screen.library.count()
        await player.press("2", "g", "W")
        await player.until(lambda: "Parágrafo 39" in player.article.body)
        await player.ready()
        assert player.screen.library.count() == count


async def test_who_reads_on_is_not_moved_and_told_how_to_see_it(online: Stage, site: Site) -> None:
    ident = summarised(online, site)
    async with playing(online.app()) as player:
        await player.open(ident)
        await player.press("2", "}")
        before = place(player)[:3]
        await player.press("W")
        await player.until(lambda: player.message == "the full text is here: W shows it")
        assert place(player)[:3] == before
        await player.press("W")
        await player.until(lambda: "Parágrafo 39" in player.article.body)
    assert site.count("/1") == 1


async def test_a_page_that_cannot_be_had_is_said_and_changes_nothing(online: Stage, site: Site) -> None:
    ident = summarised(online, site)
    site.page("/1", "", status=404)
    async with playing(online.app()) as player:
        await player.open(ident)
        await player.press("W")
        await player.until(lambda: "404" in player.message)
        assert player.article.id == ident
