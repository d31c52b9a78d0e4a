"""What an alignment is, and the contract of what makes one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from articles.model import Span


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A word of the source and a word of the target that say the same; spans are characters of each.

    Words are those of ``alignment.words``: "vice-primeiro-ministro", "disse-lhe", "9:30" and "Stratford-upon-Avon" are
    one word each, and of "Putin's" the word is "Putin".
    """

    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class Alignment:
    """The links of a sentence and its English, in order of the source; a word may have several, or none.

    Attributes:
        links: Between words, punctuation apart.
        made_by: Who made it: "attention" of the local model, or "lexical" where that is not there.
    """

    links: tuple[Link, ...]
    made_by: str

    def targets(self, span: Span) -> tuple[Span, ...]:
        """The words of the target that the source's words within or across ``span`` became, in order, each once.

        A name of several words comes back as several spans, which need not stand beside one another and may
        leave out small words between them ("Rio de Janeiro", "Coreia do Norte" as "North", "Korea"): whoever
        replaces it takes from the first one's start to the last one's end, and looks whether what lies between is
        no other word. A possessive's ``'s`` lies outside, so that it stays when the name before it is replaced.
        A word with a hyphen that holds a name ("Putin-Kim") comes back whole.
        """
        return tuple(sorted({link.target for link in self.links if _meet(link.source, span)}))

    def sources(self, span: Span) -> tuple[Span, ...]:
        """The words of the source that the target's words within or across ``span`` come from, in order, each once."""
        return tuple(sorted({link.source for link in self.links if _meet(link.target, span)}))


class Aligner(Protocol):
    """Finds which words became which. Safe to use from several threads; never raises for clean text."""

    @property
    def version(self) -> str:
        """Changes whenever the links of some pair may change; begins with what ``Alignment.made_by`` says."""
        ...

    def align(self, source: str, target: str) -> Alignment:
        """The alignment of one sentence and its English, whoever made that.

        Args:
            source: A clean Portuguese sentence.
            target: Clean English.
        """
        ...

    def align_many(self, pairs: Sequence[tuple[str, str]]) -> list[Alignment]:
        """The alignments of several pairs, such as an article's sentences, in order: quicker than one by one.

        Args:
            pairs: A clean Portuguese sentence and its English, each.
        """
        ...


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
