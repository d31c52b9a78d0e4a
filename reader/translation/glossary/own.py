"""The reader's own terms: what is given, what is kept, and what came of giving it."""

from __future__ import annotations

import dataclasses
import datetime
import enum
from dataclasses import dataclass

from articles.cleaning import clean_line
from articles.errors import Problem
from reader.i18n import _
from reader.translation.glossary.model import Term, TermKind, TermOrigin, identity

LONGEST = 300
"""Characters that a term, and its English, may have."""

LONGEST_NOTE = 2_000
"""Characters that a note may have."""

_LONGEST_NAME = 200  # of an author


class BadTerm(Problem):
    """What was given cannot be a term of a glossary."""


class NoTerm(Problem):
    """The glossary has no such term."""


class Changed(enum.StrEnum):
    """What came of giving a term."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Given:
    """A term as it is given, by a person or a file.

    Attributes:
        source: The Portuguese.
        target: How it is to be rendered in English.
        kind: What it names; None for what is known of it, or else to tell by its capitals: with one it is a name,
            without a ``TermKind.TERM``.
        note: The reader's own; "" leaves the one that is there.
        article: The id of the article in which it is to hold; None for the library.
        author: Who says so, where they gave a name; else "".
        created: When it was first said, where a file knows; None for now.
    """

    source: str
    target: str
    kind: TermKind | None = None
    note: str = ""
    article: str | None = None
    author: str = ""
    created: datetime.datetime | None = None

    @property
    def term(self) -> Term:
        """The term itself."""
        kind = self.kind or (TermKind.NAME if self.source != self.source.lower() else TermKind.TERM)
        return Term(self.source, self.target, kind, _origin(self.article))


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """A term that the library keeps.

    Attributes:
        number: Names it; a later one has a higher number.
        source: The Portuguese.
        target: The English.
        kind: What it names.
        article: The id of the article in which it holds; None for the library.
        note: The reader's own; "" for none.
        author: Who said so last, where they gave a name; else "".
        created: When it was first given, in UTC.
        changed: When it was given last, in UTC.
    """

    number: int
    source: str
    target: str
    kind: TermKind
    article: str | None
    note: str
    author: str
    created: datetime.datetime
    changed: datetime.datetime

    @property
    def term(self) -> Term:
        """The term itself."""
        return Term(self.source, self.target, self.kind, _origin(self.article))


@dataclass(frozen=True, slots=True)
class Change:
    """What came of giving a term: the term as it is kept now, and as it was before, if it was there."""

    what: Changed
    entry: OwnTerm
    before: OwnTerm | None


def checked(given: Given) -> Given:
    """The term cleaned.

    Raises:
        BadTerm: It cannot be one; the message says why.
    """
    source, target = (clean_line(each, limit=LONGEST + 1) for each in (given.source, given.target))
    note = clean_line(given.note, limit=LONGEST_NOTE)
    if not identity(Term(source, target)):
        raise BadTerm(_("a term has at least one letter or digit, and {text} has none").format(text=repr(source)))
    if not target:
        raise BadTerm(_("the term {source} has no English").format(source=repr(source)))
    if max(len(source), len(target)) > LONGEST:
        raise BadTerm(
            _("the term {source} is longer than {count} characters").format(source=repr(source[:40]), count=LONGEST)
        )
    author = clean_line(given.author, limit=_LONGEST_NAME)
    return dataclasses.replace(given, source=source, target=target, note=note, author=author)


def _origin(article: str | None) -> TermOrigin:
    return TermOrigin.LIBRARY if article is None else TermOrigin.ARTICLE
