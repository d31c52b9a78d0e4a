"""The full text of an item: the page that it leads to, in place of what the feed says of it."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.errors import NotAnArticle, Problem
from articles.feeds.entries import SUMMARY_TAG
from articles.feeds.keeping import unmark
from articles.feeds.model import Wholeness
from articles.net.kinds import Kind
from articles.net.problems import Busy, Cancelled, Disallowed, NoNetwork

if TYPE_CHECKING:
    from articles.feeds.store import FeedStore
    from articles.feeds.webs import Webs
    from articles.model import Article
    from articles.net.fetched import Fetched
    from articles.repository import ArticleRepository

TRIES = 3
"""How often a page is asked for, one refresh after the other, before it is left."""
FRESH = datetime.timedelta(days=7)
"""How long after an item was first seen its page is still fetched of itself."""

_WAITING = """
SELECT item.key, item.url, item.article, feed.private FROM feed_item AS item JOIN feed ON feed.key = item.feed
WHERE item.feed = ? AND item.wholeness IN ('summary', 'whole') AND item.article IS NOT NULL AND item.url IS NOT NULL
    AND item.tries < ? AND item.seen >= ?
ORDER BY item.published DESC, item.key LIMIT ?
"""
_OF_ARTICLE = """
SELECT item.key, item.url, item.article, feed.private FROM feed_item AS item JOIN feed ON feed.key = item.feed
WHERE item.article = ? AND item.url IS NOT NULL ORDER BY item.key LIMIT 1
"""
_FEW_WORDS = 20  # a page of fewer says that one should subscribe, or accept something

_word = re.compile(r"[^\W_]\S*")


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be fetched: the item that leads to it, its address, the item's article, whether it may be private."""

    item: int
    url: str
    article: int
    private: bool


class PageFetcher:
    """Fetches the pages of items. Safe to use from several threads.

    Args:
        store: The feeds.
        articles: Where their articles are.
        webs: Fetches.
        read: Makes an article of what was fetched.
    """

    def __init__(
        self,
        store: FeedStore,
        articles: ArticleRepository,
        webs: Webs,
        read: Callable[[Fetched], Article] | None = None,
    ) -> None:
        self._store = store
        self._articles = articles
        self._webs = webs
        self._read = read or page_article

    def waiting(self, feed: int, most: int) -> list[Page]:
        """The newest items of a feed whose pages were not fetched yet."""
        since = (self._store.now() - FRESH).isoformat(timespec="seconds")
        with self._store.database.read() as connection:
            rows = connection.execute(_WAITING, (feed, TRIES, since, most)).fetchall()
        return [Page(item, url, article, bool(private)) for item, url, article, private in rows]

    def of_article(self, article_id: str) -> Page:
        """The page of the article with this id or the beginning of it.

        Raises:
            Problem: There is no such article, or it came with no feed that leads to a page.
        """
        key = self._articles.key_of(self._articles.get(article_id).id)
        with self._store.database.read() as connection:
            row = connection.execute(_OF_ARTICLE, (key,)).fetchone()
        if row is None:
            raise Problem("this article is of no feed that leads to its page", "reader add URL takes a page in")
        return Page(row[0], row[1], row[2], bool(row[3]))

    def fetch(self, page: Page, cancelled: Callable[[], bool]) -> Article:
        """Fetch a page and put its text in place of the article's, durably; gives the article as it is then.

        The site's robots.txt is asked: it is a program that goes through the items of a feed.

        Raises:
            Problem: It cannot be fetched, or holds no more than is there.
        """
        try:
            fetched = self._webs.of(private=page.private).fetch(
                page.url, accept=Kind.PAGE, robots=True, cancel=cancelled
            )
            found = self._read(fetched)
        except (Cancelled, NoNetwork, Busy):
            raise  # nothing was learned of the page
        except Disallowed as problem:
            self._note(page, Wholeness.REFUSED)
            raise Problem(problem.message, f"to have it all the same: reader add {page.url}") from problem
        except Problem as problem:
            passing = getattr(problem, "passing", False)
            self._note(page, None if passing else Wholeness.REFUSED)
            raise
        (summary,) = self._articles.summaries([page.article]) or (None,)
        if summary is None:
            raise Problem("the article was removed meanwhile")
        stored = self._articles.get(summary.id)
        if _count(found.body) < max(_FEW_WORDS, _count(stored.body)):
            self._note(page, Wholeness.REFUSED)
            message = f"the page has no more text than the feed: {page.url}"
            raise NotAnArticle(message, "it may want a login: open it in a browser")
        whole = _joined(stored, found)
        self._articles.add(whole)
        key = self._articles.key_of(whole.id)
        if key is not None:
            unmark(self._articles, key)
        self._note(page, Wholeness.PAGE, key)
        return self._articles.get(whole.id)

    def _note(self, page: Page, wholeness: Wholeness | None, article: int | None = None) -> None:
        """Write what became of a page: of one that may do better the next time, only that it was tried."""
        with self._store.database.write() as connection:
            if wholeness is None:
                connection.execute("UPDATE feed_item SET tries = tries + 1 WHERE key = ?", (page.item,))
            elif article is None:
                connection.execute("UPDATE feed_item SET wholeness = ? WHERE key = ?", (wholeness, page.item))
            else:  # in every feed that has it
                whole = "UPDATE feed_item SET wholeness = ?1, article = ?2 WHERE key = ?3 OR article = ?2"
                connection.execute(whole, (wholeness, article, page.item))


def page_article(fetched: Fetched) -> Article:
    """The article that a page is.

    Raises:
        NotAnArticle: It is none.
    """
    from articles.formats.html.reading import read_page  # 0.2 s: only where there is a page
    from articles.formats.titles import title_from
    from articles.model import Article

    page = read_page(fetched.data, charset=fetched.charset, url=fetched.url)
    return Article(
        title=page.title or title_from(page.body),
        body=page.body,
        byline=page.byline,
        source=page.source,
        url=page.url or fetched.url,
        published=page.published,
        moment=page.moment,
        language=page.language,
        tags=page.tags,
        markup=page.markup,
    )


def _joined(stored: Article, found: Article) -> Article:
    """The page's text with what the feed knew of it: the feed's word counts, but for the text and its language."""
    return dataclasses.replace(
        found,
        title=stored.title,
        byline=stored.byline or found.byline,
        source=stored.source or found.source,
        url=stored.url,
        published=stored.published or found.published,
        moment=stored.moment or (None if stored.published else found.moment),
        language=found.language if found.language != "pt" else stored.language,
        tags=tuple(each for each in stored.tags if each != SUMMARY_TAG),
    )


def _count(text: str) -> int:
    return sum(1 for _ in _word.finditer(text))
