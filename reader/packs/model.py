"""What a pack holds, and its limits."""

from __future__ import annotations

from dataclasses import dataclass

from articles.errors import Problem
from articles.model import Article
from reader.entities.corrections.model import Correction
from reader.entities.corrections.store import Entry
from reader.entities.store import Stored
from reader.translation.engine import Translation
from reader.translation.glossary.own import Given

VERSION = 1
"""Of the format. A reader refuses a higher one; fields and lines that it does not know it passes over."""

LARGEST_FILE = 64 << 20
"""Bytes of a pack."""

LARGEST = 256 << 20
"""Bytes of a pack once unpacked."""

LONGEST_LINE = 48 << 20
"""Bytes of a line: an article's text is one."""

MOST = 500_000
"""Pairs, names, corrections or terms."""


class BadPack(Problem):
    """A file is no pack, or one that cannot be trusted; nothing of it is taken."""


@dataclass(frozen=True, slots=True)
class Pack:
    """An article with all that was made of it.

    Attributes:
        article: The text and what is known of it.
        pairs: The English of its title, its sentences and its names, whoever made it.
        analysis: Who, where and when, as recognised; None where that is not known.
        corrections: What the reader put right, all for this article; each with when.
        terms: How names and terms are rendered, all for this article.
    """

    article: Article
    pairs: tuple[Translation, ...] = ()
    analysis: Stored | None = None
    corrections: tuple[tuple[Correction, str], ...] = ()
    terms: tuple[Given, ...] = ()


def held(entry: Entry) -> tuple[Correction, str]:
    """A correction as a pack holds it."""
    return entry.correction, entry.made.isoformat(timespec="seconds")
