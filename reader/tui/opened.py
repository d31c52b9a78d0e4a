"""An article made ready for the screen, where the reader was in it."""

from __future__ import annotations

from dataclasses import dataclass

from articles.errors import ArticleNotFound
from articles.model import Article, Span
from reader.config.model import UNDERLINE
from reader.tui.page.document import Document
from reader.tui.page.english import English
from reader.tui.page.hyphens import Hyphenate
from reader.tui.page.layout import Layout
from reader.tui.page.marked import Marked
from reader.tui.page.page import Page
from reader.tui.services import Services

MEASURES = range(30, 121)
"""The widths of the text column that the keys give, in cells."""


HINTED = "hinted"
"""The window's state under this name: the hint of the first launch was shown."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the window stood when it was last closed.

    Attributes:
        measure: The widest a line of text may be, in cells.
        names: Whether the names stand beside the text.
        layout: The English layout that was last chosen.
        first: Whether the reader is opened for the first time.
        theme: The theme that was last chosen on the screen; "" where none was.
        underlining: Which saved words are underlined, one of ``reader.config.model.UNDERLINE``.
    """

    measure: int = 72
    names: bool = True
    layout: Layout = Layout.ENGLISH
    first: bool = False
    theme: str = ""
    underlining: str = UNDERLINE[0]


@dataclass(frozen=True, slots=True)
class Opened:
    """An article ready to be shown.

    Attributes:
        offset: The character of the body to begin at; -1 for the title.
        row: The row of the screen to put it on.
        key: The library's own number of the article; None where it is not stored.
        seen: What was seen of it before, as ``reader.tui.seen.Seen`` has it.
    """

    page: Page
    offset: int = -1
    row: int = 0
    key: int | None = None
    seen: tuple[Span, ...] = ()

    @property
    def article(self) -> Article:
        """The article."""
        return self.page.document.article


def look_of(services: Services) -> Look:
    """How the window is to stand: as it was left, else as the configuration says."""
    measure = services.positions.recall("measure")
    names = services.positions.recall("names")
    layout = services.positions.recall("layout")
    theme = services.positions.recall("theme")
    underlining = str(services.positions.recall("underline"))
    english = [each for each in Layout if each is not Layout.ORIGINAL and each.value == layout]
    return Look(
        measure if isinstance(measure, int) and measure in MEASURES else services.config.measure,
        names if isinstance(names, bool) else True,
        english[0] if english else Layout.ENGLISH,
        services.positions.recall(HINTED) is None,
        theme if isinstance(theme, str) else "",
        underlining if underlining in UNDERLINE else services.config.words.underline,
    )


def hyphenate_of(services: Services) -> Hyphenate:
    """Where words are cut: as it was last chosen, else as the configuration says."""
    kept = services.positions.recall("hyphenate")
    return Hyphenate(kept if kept in set(Hyphenate) else services.config.hyphenate)


def prepare(services: Services, article: Article, *, first: bool = False) -> Opened:
    """Make an article ready to be shown, where the reader was in it.

    Args:
        first: Whether the first picture waits for it: it does not wait for Babel
            then, and the date is written in the interface's language a moment later.
    """
    document = Document(article)
    if article.published is not None and not first:
        from reader.tui.telling import date_text

        document.date = date_text(article.published.isoformat())
    position = services.positions.get(article.id)
    page = Page(document, English(document))
    page.hyphenate = hyphenate_of(services)
    page.marked = Marked(services.marks.of(article.id, article.body))
    key = services.articles.key_of(article.id)
    seen = services.positions.seen(article.id)
    if position is None:
        return Opened(page, key=key, seen=seen)
    return Opened(page, position.offset, position.row, key, seen)


def alone(article: Article) -> Opened:
    """An article by itself, from its title on."""
    document = Document(article)
    return Opened(Page(document, English(document)))


def opening(services: Services, article: Article | None) -> Opened | None:
    """The article to begin with: the one given, else the one last read, else the newest; None without any.

    Read before the screen exists, so that its first picture has text in it.
    """
    if article is not None:
        return prepare(services, article, first=True)
    last = services.positions.last()
    if last is not None:
        try:
            return prepare(services, services.articles.get(last), first=True)
        except ArticleNotFound:
            pass  # it was removed since
    keys = services.articles.keys()
    for summary in services.articles.summaries(keys[:1]):
        return prepare(services, services.articles.get(summary.id), first=True)
    return None
