"""Terms, and which of them a sentence holds."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.model import Span

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_SHORTEST_LOUD = 4  # letters of a name that is found in capitals: "UE" may stand for another word
_MOST_TERMS = 16  # different terms that begin with the same word and are compared at one place


class TermKind(enum.StrEnum):
    """What a term names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    NAME = "name"
    TERM = "term"
    """A word of a subject, no name: found whatever its capitals are."""


class TermOrigin(enum.StrEnum):
    """Who says how a term is rendered, the one that wins last."""

    ENTITY = "entity"
    """The article's names, as the sidebar shows them."""
    LIBRARY = "library"
    """The reader's own, for all articles."""
    ARTICLE = "article"
    """The reader's own, for one article."""

    @property
    def rank(self) -> int:
        """Higher wins: 0 for an entity's, 1 for the library's, 2 for the article's."""
        return ("entity", "library", "article").index(self.value)


@dataclass(frozen=True, slots=True)
class Term:
    """A Portuguese name or term and its English.

    Attributes:
        source: As the article writes it; clean, on one line.
        target: How it is to be rendered; the same as ``source`` for a name that stays.
        kind: What it names.
        origin: Who says so.
        sure: Whether the English is known, rather than only translated: what is not sure is never forced on a
            sentence.
    """

    source: str
    target: str
    kind: TermKind = TermKind.NAME
    origin: TermOrigin = TermOrigin.LIBRARY
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """A term where it stands in a sentence; ``span`` is characters of the sentence."""

    span: Span
    term: Term


class Glossary:
    """Terms, ready to be found in sentences. Immutable; safe to use from several threads.

    Args:
        terms: Of those with the same source, the one of the highest origin counts, and of these the last.
    """

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        best: dict[tuple[str, bool], Term] = {}
        for term in terms:
            key = _folded(term.source), term.kind is TermKind.TERM
            if key[0] and (key not in best or term.origin.rank >= best[key].origin.rank):
                best[key] = term
        self.terms: tuple[Term, ...] = tuple(best.values())
        self._by_first: dict[str, list[Term]] = {}
        for term in self.terms:
            first = _WORD.search(term.source)
            if first is not None:
                self._by_first.setdefault(_folded(first.group()), []).append(term)
        for same in self._by_first.values():
            same.sort(key=lambda term: (-len(term.source), -term.origin.rank))

    def __bool__(self) -> bool:
        return bool(self.terms)

    def hits(self, sentence: str) -> tuple[Hit, ...]:
        """The terms that stand in a sentence, in order and never overlapping; at each place the longest.

        A sentence that is all in capitals has its names in capitals too.
        """
        found: list[Hit] = []
        end = 0
        for word in _WORD.finditer(sentence):
            if word.start() < end:
                continue
            for term in self._by_first.get(_folded(word.group()), ())[:_MOST_TERMS]:
                span = _at(sentence, word.start(), term)
                if span is not None:
                    found.append(Hit(span, term))
                    end = span.end
                    break
        return tuple(found)

    def digest(self, sentence: str) -> str:
        """What names the terms that touch a sentence and their English: 16 hexadecimal digits; "" for none."""
        return digest(self.hits(sentence))


EMPTY = Glossary()
"""No terms at all."""


def digest(hits: Sequence[Hit]) -> str:
    """What names these terms and their English: 16 hexadecimal digits; "" where there are none."""
    if not hits:
        return ""
    import hashlib  # loads a cryptographic library: only where there is a term

    said = "\n".join(sorted({f"{hit.term.source}\t{hit.term.target}\t{hit.term.sure}" for hit in hits}))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _at(sentence: str, start: int, term: Term) -> Span | None:
    end = start + len(term.source)
    here = sentence[start:end]
    if here != term.source and not _meant(here, term, sentence):
        return None
    if sentence[end : end + 1].isalnum() and term.source[-1:].isalnum():
        return None
    return Span(start, end)


def _meant(here: str, term: Term, sentence: str) -> bool:
    """Whether other capitals than the term's say the same."""
    if term.kind is TermKind.TERM:
        return _folded(here) == _folded(term.source)
    loud = len(here) >= _SHORTEST_LOUD and here.isupper() and here == term.source.upper()
    return loud and sentence == sentence.upper()


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
