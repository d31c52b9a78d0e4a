"""What is told of an article once it is on the screen: worked out beside it, with what is slow to load."""

from __future__ import annotations

from articles.model import Article


def about(article: Article) -> tuple[str, str, str]:
    """Its particulars, a warning where it is in another language or "", and its date, in the interface's language."""
    from reader.entities.foreign import foreign
    from reader.tui.page.hyphens import pattern_of, points_of
    from reader.tui.telling import date_text, particulars

    date = date_text(article.published.isoformat()) if article.published is not None else ""
    if pattern := pattern_of(article.language):
        points_of(pattern)  # read here, so that the first narrow column does not wait for it
    return particulars(article), foreign(article), date
