"""The corrections: each says what was wrong with an entity, and nothing about how it is put right."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TypeAlias

from articles.cleaning import clean_line
from articles.errors import Problem
from articles.model import Span
from reader.entities.gazetteer import fold
from reader.entities.model import Entity, Kind
from reader.i18n import _

LONGEST_NAME = 200
"""Characters of a name that the reader gives; a longer one is cut."""

_CONTEXT = 24  # characters kept on each side of a quote
_TRIED = 2_000  # places where the same words stand that are compared with a quote


class BadCorrection(Problem):
    """A correction that cannot mean anything: a name without a letter, a selection of nothing."""


class Scope(enum.StrEnum):
    """For what a correction holds."""

    ARTICLE = "article"
    """The article in which it was made."""
    LIBRARY = "library"
    """Every article, also those that are added later."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A place in an article, with its words and what stands around them.

    Attributes:
        start: The first character in the body.
        text: The words.
        before: Up to 24 characters before them.
        after: Up to 24 characters after them.
    """

    start: int
    text: str
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, span: Span, body: str) -> Quote:
        """The quote of a span; white space at its ends is left out.

        Raises:
            BadCorrection: There is no word in it.
        """
        text = span.of(body)
        start = span.start + len(text) - len(text.lstrip())
        text = text.strip()
        if not any(map(str.isalnum, text)) or len(text) > LONGEST_NAME or "\n" in text:
            message = _("that is no name: {text}").format(text=clean_line(text, 40) or "–")
            raise BadCorrection(message, _("choose the words of a name, within a line"))
        end = start + len(text)
        return cls(start, text, body[max(0, start - _CONTEXT) : start], body[end : end + _CONTEXT])

    def find(self, body: str) -> Span | None:
        """Where the quote stands in a body: in its place, else where most of what is around it is the same.

        Returns:
            None where the words stand nowhere, or nowhere with anything of what was around them.
        """
        size = len(self.text)
        if body[self.start : self.start + size] == self.text:
            return Span(self.start, self.start + size)
        best, most, at = None, 0, body.find(self.text)
        for _number in range(_TRIED):
            if at < 0:
                break
            same = _alike(self.before[::-1], body[max(0, at - _CONTEXT) : at][::-1])
            same += _alike(self.after, body[at + size : at + size + _CONTEXT])
            if same > most:
                best, most = Span(at, at + size), same
            at = body.find(self.text, at + 1)
        return best


def _alike(one: str, two: str) -> int:
    """How many characters two texts have in common at their beginning."""
    count = 0
    for first, second in zip(one, two, strict=False):
        if first != second:
            break
        count += 1
    return count


@dataclass(frozen=True, slots=True)
class Target:
    """The entity that a correction is about.

    It is found by kind and name; accents, capitals and white space do not matter. In the article in which the
    correction was made it is else found by the place of a mention, so that another version of the recogniser, which
    names it otherwise, does not undo the correction.

    Attributes:
        kind: What it is.
        name: Its name; of a date that is resolved its ISO form, of a quantity its value.
        quote: One of its mentions; looked at only for corrections of one article.
    """

    kind: Kind
    name: str
    quote: Quote | None = None

    @classmethod
    def of(cls, entity: Entity, body: str | None = None) -> Target:
        """The target that means this entity.

        Args:
            entity: As it is shown: with the corrections so far.
            body: The article's, to remember a mention too: for a correction that holds for the article.
        """
        quote = None
        if body is not None:
            span = entity.mentions[0].span
            quote = Quote(span.start, span.of(body), body[max(0, span.start - _CONTEXT) : span.start],
                          body[span.end : span.end + _CONTEXT])  # fmt: skip
        return cls(entity.kind, said(entity), quote)

    @property
    def key(self) -> tuple[Kind, str]:
        """What an entity must have for its ``key_of`` to be found by name."""
        return self.kind, fold(self.name)


def said(entity: Entity) -> str:
    """What names an entity in the whole library: a date by its day, a quantity by its value, else its name."""
    return entity.date or entity.value or entity.name


def key_of(entity: Entity) -> tuple[Kind, str]:
    """Kind and folded name: two entities that share them are one."""
    return entity.kind, fold(said(entity))


@dataclass(frozen=True, slots=True)
class Rename:
    """Give an entity another name, another English name, or both.

    Where the article has an entity of that kind and name, the two become one.

    Attributes:
        name: The name to show; None to leave it.
        english: The English name; "" for none, None to leave it.
    """

    target: Target
    name: str | None = None
    english: str | None = None
    scope: Scope = Scope.ARTICLE


@dataclass(frozen=True, slots=True)
class Merge:
    """Make an entity one with another: the mentions of ``target`` become ``into``'s.

    Where an article has only ``target``, it is shown by ``into``'s kind and name.
    """

    target: Target
    into: Target
    scope: Scope = Scope.ARTICLE


@dataclass(frozen=True, slots=True)
class Split:
    """Take some mentions out of an entity: they are another.

    Attributes:
        quotes: The mentions; at least one.
        name: Of the other, which may be one that the article has already; None for the fullest of the mentions.
        scope: Always of one article: it is about places.
    """

    target: Target
    quotes: tuple[Quote, ...]
    name: str | None = None
    scope: Scope = Scope.ARTICLE


@dataclass(frozen=True, slots=True)
class Retype:
    """Say that an entity is of another kind."""

    target: Target
    kind: Kind
    scope: Scope = Scope.ARTICLE


@dataclass(frozen=True, slots=True)
class Hide:
    """Say that an entity is none: it is not listed and not marked."""

    target: Target
    scope: Scope = Scope.ARTICLE


@dataclass(frozen=True, slots=True)
class Add:
    """Say that a stretch of the text names an entity; so do the same words wherever else they stand.

    What the stretch touches is no mention any more. Elsewhere the words are left alone where they were recognised, as
    they are or in something longer; what was recognised in a part of them goes.

    For the library this is done before all other corrections, as if the recogniser had found it.

    Attributes:
        quote: The stretch, see ``Quote.of``.
        target: What it names: an entity of that kind and name where there is one, else a new one.
    """

    quote: Quote
    target: Target
    scope: Scope = Scope.ARTICLE


Correction: TypeAlias = Rename | Merge | Split | Retype | Hide | Add


def name_of(text: str) -> str:
    """A name that the reader gives, clean and on one line.

    Raises:
        BadCorrection: There is nothing in it to be read.
    """
    name = clean_line(text, LONGEST_NAME)
    if not any(map(str.isalnum, name)):
        raise BadCorrection(_("a name needs a letter or a digit"), _("give another one"))
    return name


def checked(correction: Correction) -> Correction:
    """The correction with its names cleaned, fit to be kept.

    Raises:
        BadCorrection: It cannot mean anything.
    """
    match correction:
        case Rename(target, name, english, scope):
            if name is None and english is None:
                raise BadCorrection(_("there is nothing to rename it to"), _("give a name or an English name"))
            given = name_of(name) if name is not None else None
            return Rename(_checked(target), given, name_of(english) if english else english, scope)
        case Merge(target, into, scope):
            return Merge(_checked(target), _checked(into), scope)
        case Split(target, quotes, name, scope):
            if not quotes or scope is not Scope.ARTICLE:
                raise BadCorrection(_("no mention was chosen to be taken out"), _("choose one, in an article"))
            return Split(_checked(target), quotes, name_of(name) if name is not None else None)
        case Add(quote, target, scope):
            return Add(quote, _checked(target), scope)
        case Retype(target, kind, scope):
            return Retype(_checked(target), kind, scope)
        case Hide(target, scope):
            return Hide(_checked(target), scope)


def _checked(target: Target) -> Target:
    return Target(target.kind, name_of(target.name), target.quote)
