"""Full texts: the pages that items lead to, in place of summaries."""

from __future__ import annotations

import pytest

from articles.errors import Problem
from articles.feeds.entries import SUMMARY_TAG
from articles.feeds.model import FullText
from articles.feeds.opml import Outline
from articles.feeds.outcomes import Outcome
from articles.feeds.pages import TRIES
from articles.feeds.refreshing import PAGES
from articles.model import Article
from tests.articles.feeds.conftest import Room, webs
from tests.articles.feeds.samples import TEXT, item, rss
from tests.web.site import Site

_PAGE = "<html><head><title>Nota</title></head><body><article>{}</article></body></html>"
_TEXT = "".join(f"<p>Parágrafo {n} da nota, que diz o que houve na cidade e quem falou disso.</p>" for n in range(8))


def _lead(site: Site, number: int, date: str = "") -> str:
    return (
        f"<item><title>Nota {number}</title><link>{site.url}/{number}</link><pubDate>{date}</pubDate>"
        f"<description>O começo da nota número {number} sobre o que houve na cidade ontem. Leia mais</description>"
        "</item>"
    )


@pytest.fixture
def follow(room: Room, site: Site) -> Outcome:
    """A feed whose full texts are always wanted, with one page; refreshed once."""
    site.page("/f", rss(_lead(site, 1)), "application/xml")
    site.page("/1", _PAGE.format(_TEXT))
    room.feeds.bring([Outline(f"{site.url}/f", tags=("meu",))], FullText.ALWAYS, private=True)
    (outcome,) = room.feeds.refresh()
    return outcome


def _only(room: Room) -> Article:
    (summary,) = room.articles.summaries(room.articles.keys())
    return room.articles.get(summary.id)


def test_the_page_takes_the_place_of_the_summary(room: Room, follow: Outcome, site: Site) -> None:
    article = _only(room)
    assert (follow.new, follow.pages) == (1, 1)
    assert (article.title, article.source, article.url) == ("Nota 1", "Diário do Teste", f"{site.url}/1")
    assert "Parágrafo 7" in article.body
    assert article.tags == ("meu",)
    key = room.articles.keys()[0]
    assert [each.words < 20 for each in room.articles.versions(key)] == [False, True]
    assert [each.articles for each in room.feeds.listed()] == [1]


def test_what_the_feed_says_later_does_not_take_it_back(room: Room, follow: Outcome, site: Site) -> None:
    site.page("/f", rss(_lead(site, 1).replace("ontem", "hoje")), "application/xml")
    (outcome,) = room.feeds.refresh()
    assert (outcome.new, outcome.changed, outcome.pages) == (0, 0, 0)
    assert "Parágrafo 7" in _only(room).body
    assert site.count("/1") == 1


def test_a_text_that_the_feed_gives_in_full_later_is_no_summary(room: Room, site: Site) -> None:
    site.page("/f", rss(_lead(site, 1)), "application/xml")
    room.feeds.bring([Outline(f"{site.url}/f")], private=True)
    room.feeds.refresh()
    assert _only(room).tags == (SUMMARY_TAG,)
    whole = f"<content:encoded><![CDATA[{TEXT}]]></content:encoded></item>"
    site.page("/f", rss(_lead(site, 1).replace("</item>", whole)), "application/xml")
    (outcome,) = room.feeds.refresh()
    assert (outcome.changed, _only(room).tags) == (1, ())


@pytest.mark.parametrize("body", ["<p>Assine para ler.</p>", ""])
def test_a_page_with_no_more_than_the_feed_changes_nothing(room: Room, site: Site, body: str) -> None:
    site.page("/f", rss(_lead(site, 1)), "application/xml")
    site.page("/1", _PAGE.format(body))
    room.feeds.bring([Outline(f"{site.url}/f")], FullText.ALWAYS, private=True)
    assert [room.feeds.refresh()[0].pages for _ in range(2)] == [0, 0]
    assert _only(room).tags == (SUMMARY_TAG,)
    assert site.count("/1") == 1
    with pytest.raises(Problem):
        room.feeds.full_text(_only(room).id)


def test_a_page_that_fails_is_asked_for_a_few_times(room: Room, site: Site) -> None:
    site.page("/f", rss(_lead(site, 1)), "application/xml")
    site.page("/1", "", status=500)
    site.page("/robots.txt", "", "text/plain")
    room.feeds.bring([Outline(f"{site.url}/f")], FullText.ALWAYS, private=True)
    for _ in range(TRIES + 2):
        room.feeds = type(room.feeds)(room.database, room.articles, webs=webs())  # a host that failed is left alone
        room.feeds.store.now = room.clock
        room.feeds.refresh()
    assert site.count("/1") == TRIES


def test_no_more_than_so_many_pages_at_a_time_the_newest_first(room: Room, site: Site) -> None:
    items = [_lead(site, n, f"2026-02-{n + 1:02} 10:00 GMT") for n in range(PAGES + 5)]
    site.page("/f", rss(*items), "application/xml")
    for n in range(PAGES + 5):
        site.page(f"/{n}", _PAGE.format(_TEXT.replace("da nota", f"da nota {n}")))
    room.feeds.bring([Outline(f"{site.url}/f")], FullText.ALWAYS, private=True)
    assert room.feeds.refresh()[0].pages == PAGES
    assert (site.count(f"/{PAGES + 4}"), site.count("/0")) == (1, 0)
    assert room.feeds.refresh()[0].pages == 5
    assert room.articles.count() == PAGES + 5


def test_the_page_of_an_article_of_no_feed(room: Room) -> None:
    article = Article("Um", "Texto.")
    room.articles.add(article)
    with pytest.raises(Problem, match="of no feed"):
        room.feeds.full_text(article.id)


def test_an_article_that_the_reader_added_is_not_taken_over(room: Room, site: Site) -> None:
    mine = Article("Meu", "O texto inteiro, como o leitor o juntou.", url="https://exemplo.pt/1?utm_source=x")
    room.articles.add(mine)
    site.page("/f", rss(item(1)), "application/xml")
    room.feeds.bring([Outline(f"{site.url}/f")], private=True)
    (outcome,) = room.feeds.refresh()
    assert (outcome.new, outcome.changed) == (0, 0)
    assert _only(room) == mine
    assert [each.articles for each in room.feeds.listed()] == [1]


def test_a_newer_version_by_another_way_stays_an_item(room: Room, site: Site) -> None:
    site.page("/f", rss(item(1)), "application/xml")
    room.feeds.bring([Outline(f"{site.url}/f")], private=True)
    room.feeds.refresh()
    room.articles.add(Article("Nova", "O texto da página, juntado à mão.", url="https://exemplo.pt/1"))
    assert room.articles.count() == 1
    assert [each.articles for each in room.feeds.listed()] == [1]


def test_what_lies_in_the_trash_does_not_come_back_by_another_feed(room: Room, site: Site) -> None:
    site.page("/a", rss(item(1)), "application/xml")
    site.page("/b", rss(item(1).replace("exemplo.pt/1", "outro.pt/9")), "application/xml")
    first, second = room.feeds.bring([Outline(f"{site.url}/a"), Outline(f"{site.url}/b")], private=True)
    assert first is not None
    assert second is not None
    room.feeds.refresh([first])
    room.articles.remove(_only(room).id)
    assert room.feeds.refresh([second])[0].new == 0
    assert (room.articles.count(), [each.articles for each in room.feeds.listed()]) == (0, [0, 0])
    room.clock.later(days=1)
    room.articles.purge(room.clock.now)
    room.feeds.refresh()
    assert room.articles.count() == 0


def test_unread_ones_are_counted(room: Room, site: Site) -> None:
    site.page("/f", rss(item(1), item(2), item(3)), "application/xml")
    room.feeds.bring([Outline(f"{site.url}/f")], private=True)
    room.feeds.refresh()
    keys = room.articles.keys()
    room.articles.mark_read(keys[:1])
    room.articles.remove(room.articles.summaries(keys[1:2])[0].id)
    assert [(each.articles, each.unread) for each in room.feeds.listed()] == [(2, 1)]
