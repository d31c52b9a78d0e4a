"""What a web page says: the article on it, and what the page tells of that."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from articles.model import Markup


@dataclass(frozen=True, slots=True)
class Page:
    """The article on a web page. All text is clean (``articles.cleaning``); what the page does not say is None.

    Attributes:
        title: The headline, without the name of the publication; None where there is none.
        body: Paragraphs separated by an empty line, as in ``Article``; never empty.
        markup: What is not plain text in the body, sorted.
        byline: Who wrote it, without "Por", roles, addresses and handles; several are joined by commas.
        source: The publication's name; the host's where the page names none.
        url: The canonical address that the page gives itself, else the one it was fetched from; http or https.
        published: The day of publication in the page's own time zone.
        moment: The same with the time, where the page gives both time and zone; aware.
        language: A BCP 47 tag: what the page says of itself where its text agrees, else a guess from the text.
        tags: The page's keywords, as written, each once.
    """

    title: str | None
    body: str = field(repr=False)
    markup: tuple[Markup, ...] = field(default=(), repr=False)
    byline: str | None = None
    source: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    moment: datetime.datetime | None = None
    language: str = "pt"
    tags: tuple[str, ...] = ()
