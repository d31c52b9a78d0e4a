"""What an article is: its text, its parts, and what is known of it."""

from __future__ import annotations

import datetime
import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

PARAGRAPH_BREAK = "\n\n"
"""What separates two paragraphs of a body, exactly."""

_ID_LENGTH = 32
_HASH_STEP = 1 << 20


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of characters in an article's body."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """The same range, ``by`` characters further on."""
        return Span(self.start + by, self.end + by)

    def contains(self, offset: int) -> bool:
        """Whether ``offset`` lies in the range."""
        return self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end


class MarkupKind(enum.StrEnum):
    """What a stretch of the body is, beyond plain text."""

    HEADING = "heading"
    QUOTE = "quote"
    ITEM = "item"
    CAPTION = "caption"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"


BLOCK_KINDS = frozenset({MarkupKind.HEADING, MarkupKind.QUOTE, MarkupKind.ITEM, MarkupKind.CAPTION})
"""The kinds that describe a whole paragraph; the others lie inside one."""


@dataclass(frozen=True, slots=True, order=True)
class Markup:
    """What the span of the body is.

    Attributes:
        span: The characters meant; a whole paragraph for the kinds in ``BLOCK_KINDS``.
        kind: What they are.
        value: The level of a heading ("2"), the address of a link, the sign of an item ("1.", "•"); else "".
    """

    span: Span
    kind: MarkupKind
    value: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a body: where it stands, and what it is when it is not plain text."""

    span: Span
    kind: MarkupKind | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an article that has several, such as a chapter of a book.

    Attributes:
        title: Its heading; "" for what stands before the first one.
        span: Where it stands in the body, its heading included.
    """

    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a body, the unit of translation: where it stands, and the index of its paragraph."""

    span: Span
    paragraph: int


def identity(body: str) -> str:
    """The content hash that names an article: 32 hexadecimal digits of the body's SHA-256."""
    import hashlib  # loads a cryptographic library: only where an id is made, not where one is read

    digest = hashlib.sha256()
    for at in range(0, len(body), _HASH_STEP):  # in steps: a 10 MB body is never copied whole
        digest.update(body[at : at + _HASH_STEP].encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:_ID_LENGTH]


@dataclass(frozen=True, slots=True)
class Article:
    """A title, a body in Portuguese, and what is known of it.

    The body is clean text (see ``articles.cleaning``) in NFC: paragraphs separated by one empty line, no
    white space at either end, a single line feed only where the text itself breaks a line (verse).

    Attributes:
        title: One line, clean; never empty.
        body: The text; never empty.
        byline: Who wrote it, as printed.
        source: The publication.
        url: Where it was found.
        published: The day it was published, in the publication's own time zone.
        moment: When exactly it was published, with the publication's own zone, where that is known; ``published`` is
            the day of it then.
        language: ``pt-BR``, ``pt-PT`` or ``pt`` where the variant is not known; another BCP 47 tag if told so.
        tags: The reader's or the publication's keywords.
        markup: What is not plain text in the body, sorted.
        id: The content hash of the body; computed when not given.
    """

    title: str
    body: str = field(repr=False)
    byline: str | None = None
    source: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    language: str = "pt"
    tags: tuple[str, ...] = ()
    markup: tuple[Markup, ...] = field(default=(), repr=False)
    id: str = ""
    moment: datetime.datetime | None = None

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", identity(self.body))
        if self.moment is not None:
            if self.moment.tzinfo is None:
                raise ValueError("a moment without a time zone")
            object.__setattr__(self, "published", self.moment.date())

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs of the body, in order."""
        kinds = {mark.span.start: mark.kind for mark in self.markup if mark.kind in BLOCK_KINDS}
        for span in paragraph_spans(self.body):
            yield Paragraph(span, kinds.get(span.start))

    def parts(self) -> tuple[Part, ...]:
        """The parts, in order: each begins at a heading of the first level. None where there is no such heading."""
        heads = [mark.span for mark in self.markup if mark.kind is MarkupKind.HEADING and mark.value == "1"]
        if not heads:
            return ()
        starts = [*([Span(0, 0)] if heads[0].start else []), *heads]
        ends = [*(span.start - len(PARAGRAPH_BREAK) for span in starts[1:]), len(self.body)]
        return tuple(
            Part(" ".join(head.of(self.body).split()), Span(head.start, max(head.start, end)))
            for head, end in zip(starts, ends, strict=True)
        )


def paragraph_spans(body: str) -> Iterator[Span]:
    """Where the paragraphs of a body stand, in order; the empty body has none."""
    start = 0
    for gap in re.finditer(PARAGRAPH_BREAK, body):
        if gap.start() > start:
            yield Span(start, gap.start())
        start = gap.end()
    if start < len(body):
        yield Span(start, len(body))
