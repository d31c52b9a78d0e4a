"""What is exported: an article with its English, its names and its marks, and how it is to look."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.marks import Mark
from articles.model import Article, MarkupKind, Paragraph, Span
from reader.entities.model import Entity
from reader.translation.engine import Translation
from reader.translation.service import NO_ENGINE

UNTRANSLATED = "[pt]"
"""What stands before a sentence that has no English, where English alone is asked for."""

GAP = "[…]"
"""What stands for a sentence that has no English, within the English of its paragraph."""


class Format(enum.StrEnum):
    """What an article can be written as."""

    MARKDOWN = "markdown"
    HTML = "html"
    EPUB = "epub"
    TEXT = "text"
    JSON = "json"
    TMX = "tmx"

    @property
    def ending(self) -> str:
        """How the names of such files end, with the dot."""
        return {"markdown": ".md", "text": ".txt"}.get(self.value, f".{self.value}")

    @property
    def has_layouts(self) -> bool:
        """Whether original and English can stand together in several ways; else both are there by themselves."""
        return self not in (Format.JSON, Format.TMX)


class Layout(enum.StrEnum):
    """How an article and its English stand together."""

    ORIGINAL = "original"
    ENGLISH = "english"
    INTERLINEAR = "interlinear"
    SIDE_BY_SIDE = "side-by-side"


@dataclass(frozen=True, slots=True)
class Look:
    """How exports are to look.

    Attributes:
        format: The format.
        layout: How the two languages stand together; None for interlinear where there is any English.
        entities: Whether names are marked and listed.
        marks: Whether the reader's marks and notes are in it.
        width: Cells of a line of plain text; None for a line to a paragraph.
    """

    format: Format
    layout: Layout | None = None
    entities: bool = True
    marks: bool = True
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """A sentence and its English.

    Attributes:
        span: Where it stands in the body; None for the title.
        source: The sentence.
        english: Its English; None where there is none.
    """

    span: Span | None
    source: str
    english: Translation | None

    @property
    def made(self) -> Translation | None:
        """Its English where somebody made it: not of what is the same in both languages."""
        return None if self.english is None or self.english.engine == NO_ENGINE else self.english


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph and its sentences.

    Attributes:
        paragraph: Where it stands, and what it is.
        value: The level of a heading, the sign of an item; else "".
        sentences: Its sentences.
    """

    paragraph: Paragraph
    value: str
    sentences: tuple[Rendered, ...]

    @property
    def has_english(self) -> bool:
        """Whether anything of it has English that somebody made."""
        return any(each.made is not None for each in self.sentences)

    def level(self) -> int:
        """The level of a heading, 1 to 6."""
        return min(max(int(self.value), 1), 6) if self.value.isascii() and self.value.isdigit() else 2

    def english(self, body: str, *, alone: bool = False) -> str:
        """Its English as text; a line that the original breaks is broken here too.

        Args:
            body: The article's.
            alone: Whether the original does not stand beside it: then a sentence without English stands itself.
        """
        parts: list[str] = []
        for gap, each in self.with_gaps(body):
            parts += [gap, english_or(each, alone=alone)]
        return "".join(parts)

    def with_gaps(self, body: str) -> Iterator[tuple[str, Rendered]]:
        """Its sentences, each with what stands before it: nothing, a space, or the break of a line."""
        end = None
        for each in self.sentences:
            start = each.span.start if each.span else 0
            yield ("" if end is None else "\n" if "\n" in body[end:start] else " "), each
            end = each.span.end if each.span else 0


def english_or(sentence: Rendered, *, alone: bool) -> str:
    """The English of a sentence, or what stands for it."""
    if sentence.english is not None:
        return sentence.english.target
    return f"{UNTRANSLATED} {sentence.source}" if alone else GAP


@dataclass(frozen=True, slots=True)
class Exported:
    """An article with all that goes out with it; its texts are clean.

    Attributes:
        article: The article.
        title: Its title with its English.
        blocks: Its paragraphs.
        entities: Who, where and when.
        marks: The reader's marks, in the order of the text.
    """

    article: Article
    title: Rendered
    blocks: tuple[Block, ...]
    entities: Sequence[Entity] = ()
    marks: Sequence[Mark] = ()

    def sentences(self) -> Iterator[Rendered]:
        """The title and all sentences, in order."""
        yield self.title
        for block in self.blocks:
            yield from block.sentences

    @property
    def missing(self) -> int:
        """How many sentences have no English, the title counted."""
        return sum(each.english is None for each in self.sentences())

    @property
    def has_english(self) -> bool:
        """Whether anything of it has English that somebody made."""
        return any(each.made is not None for each in self.sentences())

    def layout(self, look: Look) -> Layout:
        """How it is laid out: without any English, as the original alone."""
        if not self.has_english and look.layout is not Layout.ENGLISH:
            return Layout.ORIGINAL
        return look.layout or Layout.INTERLINEAR


@dataclass(frozen=True, slots=True)
class Heading:
    """An article as a table of contents tells it."""

    title: str
    source: str | None
    published: datetime.date | None

    @classmethod
    def of(cls, article: Article) -> Heading:
        """That of an article."""
        return cls(article.title, article.source, article.published)

    def told(self) -> str:
        """Where and when it was published, on one line; "" where that is not known."""
        day = self.published.isoformat() if self.published else None
        return " · ".join(filter(None, (self.source, day)))


def is_item(block: Block) -> bool:
    """Whether a paragraph belongs to a list."""
    return block.paragraph.kind is MarkupKind.ITEM
