"""What the app begins with, read before the screen exists so that its first picture has text in it."""

from __future__ import annotations

from articles.errors import ArticleNotFound
from articles.model import Article
from reader.tui.desk import Opened, prepare
from reader.tui.services import Services


def opening(services: Services, article: Article | None) -> Opened | None:
    """The article to begin with: the one given, else the one last read, else the newest; None without any."""
    if article is not None:
        return prepare(services, article, stored=False)
    last = services.positions.last()
    if last is not None:
        try:
            return prepare(services, services.articles.get(last), stored=True)
        except ArticleNotFound:
            pass  # it was removed since
    keys = services.articles.keys()
    for summary in services.articles.summaries(keys[:1]):
        return prepare(services, services.articles.get(summary.id), stored=True)
    return None
