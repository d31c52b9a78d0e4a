"""What goes through the pipes between the screen's process and the one that finds names."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from articles.model import Article, Markup, MarkupKind, Span
from reader import pipes
from reader.pipes import Broken, Frame, saying

__all__ = ["Asked", "Broken", "Frame", "Sort", "asking", "receive", "saying"]

_TEXT = 1 << 18  # characters of a body in one frame: another thread's frame need not wait for all of it
_MARKS = 2_000  # pieces of markup in one frame


class Sort(enum.IntEnum):
    """What a frame is."""

    # To the child, for one request
    BEGIN = 1  # an article without its text
    MARKUP = 2
    TEXT = 3
    END = 4  # that was all: begin
    CANCEL = 5
    # From the child
    HELLO = 10  # who reads; of no request
    PROGRESS = 11  # the share read so far
    BLOCK = 12  # entities, packed
    SHOW = 13  # the blocks since the last one are what is known now
    FAILED = 14


def receive(read: Callable[[int], bytes]) -> Frame:
    """The next frame; see ``pipes.receive``."""
    return pipes.receive(read, Sort)


def asking(request: int, article: Article, place: int, background: bool) -> Iterator[Frame]:
    """The frames that ask for an article's entities, the text in pieces.

    Args:
        request: The number that the answers are to carry.
        article: The article.
        place: The character of the body that is on the screen: found first.
        background: Whether it gives way to any request that is not.
    """
    begin = {
        "id": article.id,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "place": place,
        "background": background,
    }
    yield saying(Sort.BEGIN, request, begin)
    for at in range(0, len(article.markup), _MARKS):
        some = article.markup[at : at + _MARKS]
        marks = [[each.span.start, each.span.end, each.kind.value, each.value] for each in some]
        yield saying(Sort.MARKUP, request, marks)
    for at in range(0, len(article.body), _TEXT):
        yield Frame(Sort.TEXT, request, article.body[at : at + _TEXT].encode("utf-8", "surrogatepass"))
    yield Frame(Sort.END, request)


class Asked:
    """A request as it comes in.

    Attributes:
        place: The character of the body that is on the screen.
        background: Whether it gives way to any request that is not.
    """

    def __init__(self, begin: dict[str, Any]) -> None:
        self._begin = begin
        self._markup: list[Markup] = []
        self._text: list[str] = []
        self.place: int = begin["place"]
        self.background: bool = begin["background"]

    def take(self, frame: Frame) -> None:
        """Take in a piece of it."""
        if frame.sort is Sort.TEXT:
            self._text.append(frame.data.decode("utf-8", "surrogatepass"))
        else:
            self._markup += [
                Markup(Span(start, end), MarkupKind(kind), value) for start, end, kind, value in frame.said()
            ]

    def article(self) -> Article:
        """The article, once all of it is here."""
        begin, body = self._begin, "".join(self._text)
        self._text.clear()
        return Article(
            begin["title"],
            body,
            published=date.fromisoformat(begin["published"]) if begin["published"] else None,
            language=begin["language"],
            markup=tuple(self._markup),
            id=begin["id"],
        )
