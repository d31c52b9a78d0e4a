"""What a query of the search language means, once it is understood."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A word, a phrase or the beginning of a word, to be found in an article's text.

    Attributes:
        text: As it was written, in NFC, without quotes.
        words: Its words; never empty.
        prefix: Whether the last word may go on.
        column: Where it has to stand: "title", "byline" or "source"; "" anywhere, the English too.
    """

    text: str
    words: tuple[str, ...]
    prefix: bool = False
    column: str = ""

    @property
    def match(self) -> str:
        """What FTS5 is asked: every piece of the query in it is quoted."""
        quoted = f'"{self.text}"*' if self.prefix else f'"{self.text}"'
        return f"{{{self.column}}} : {quoted}" if self.column else quoted


@dataclass(frozen=True, slots=True)
class Filter:
    """Something an article has to be, besides its words.

    Attributes:
        key: One of ``fields.FIELDS``, by its English name.
        value: As it was written; for ``is`` the English word.
        low: For days the first (ISO 8601), for ``words`` the least; None for no bound.
        high: For days the last, for ``words`` the most; None for no bound.
        at: Where it stands in the query, in characters from 0.
    """

    key: str
    value: str
    low: str | int | None = None
    high: str | int | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """A text or a filter, wanted or, negated, not wanted."""

    what: Text | Filter
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A search query, understood.

    Attributes:
        groups: All of them must hold: of each, one of its terms (those between which ``OR`` stands). None at all
            means every article.
    """

    groups: tuple[tuple[Term, ...], ...] = ()

    @property
    def texts(self) -> tuple[Text, ...]:
        """The texts that are wanted: what can be marked in an article."""
        return tuple(
            term.what for group in self.groups for term in group if isinstance(term.what, Text) and not term.negated
        )
