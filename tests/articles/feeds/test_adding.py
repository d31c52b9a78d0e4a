"""Adding a feed by its address or that of a page."""

from __future__ import annotations

import pytest

from articles.feeds.model import NotAFeed
from tests.articles.feeds.asking import XML
from tests.articles.feeds.conftest import Room
from tests.articles.feeds.samples import item, rss
from tests.web.site import Site


def test_adding_an_address_brings_what_is_there(room: Room, site: Site) -> None:
    url = site.page("/f", rss(item(1)), XML)
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
    site.page("/feed/", rss(item(1)), XML)
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
