"""What looking up a word gives, and the contracts of dictionaries and of what asks them."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from articles.model import Span


class PartOfSpeech(enum.StrEnum):
    """The word classes that dictionaries and the rules of this room tell apart; the values are Universal POS tags."""

    NOUN = "NOUN"
    PROPER_NOUN = "PROPN"
    VERB = "VERB"
    ADJECTIVE = "ADJ"
    ADVERB = "ADV"
    PRONOUN = "PRON"
    DETERMINER = "DET"
    ADPOSITION = "ADP"
    CONJUNCTION = "CCONJ"
    NUMERAL = "NUM"
    INTERJECTION = "INTJ"
    PHRASE = "PHRASE"
    """An expression of several words; no Universal tag."""
    OTHER = "X"


@dataclass(frozen=True, slots=True)
class Sense:
    """One entry of a dictionary, or one word class of it.

    Attributes:
        headword: The entry's own word, clean text.
        part_of_speech: ``None`` where the dictionary does not say.
        grammar: What else it says of the word's grammar, such as "m" or "transitive"; "" for nothing.
        meanings: In English, one line each, clean text, in the dictionary's order.
        dictionary: The name of the dictionary, clean text; "" for what is no dictionary (an engine).
    """

    headword: str
    part_of_speech: PartOfSpeech | None
    grammar: str
    meanings: tuple[str, ...]
    dictionary: str


class Piece(enum.StrEnum):
    """What a part of a written word is."""

    WORD = "word"
    ADPOSITION = "adposition"  # "em" of "naquela"
    ARTICLE = "article"  # "a" of "da"
    PRONOUN = "pronoun"  # "aquela" of "naquela", "lo" of "entregá-lo-ia"
    ENDING = "ending"  # "ia" of "entregá-lo-ia"
    MEMBER = "member"  # "guarda" of "guarda-chuva"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a written word: "naquela" is "em" and "aquela", "entregá-lo-ia" is "entregaria" and "o".

    Attributes:
        form: The part as it would stand alone ("em", "aquela", "entregaria", "o").
        lemma: What it is a form of ("em", "aquele", "entregar", "o").
        piece: What it is.
        senses: What the dictionaries say of it; none for small words that the lookup itself explains.
        note: A few English words on it where it is a small word ("in", "him, it"); "" else.
    """

    form: str
    lemma: str
    piece: Piece
    senses: tuple[Sense, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lookup:
    """What is known of a word where it stands.

    Attributes:
        span: What was looked up, in characters of the sentence: the word, or the expression that it is part of.
        text: These characters.
        lemmas: What it may be a form of, the likeliest first; at least one.
        part_of_speech: The likeliest word class; None where nothing says.
        senses: Of the lemmas. First those of the likeliest lemma in the likeliest class, then of this lemma, then the
            rest; each in the order of the dictionaries.
        parts: Where it is a contraction, has pronouns hung on, or is a compound; else none.
        expression: Whether ``span`` is an expression of several words that holds the word asked for. The word alone
            is then in ``word``.
        word: The word alone, where an expression was found; None else.
        zipf: How common the likeliest lemma is on the Zipf scale: base-10 logarithm of its occurrences in a billion
            words, about 1 (rare) to 8 ("de"); None where it is not known.
        name: Whether it is (part of) a name, as far as its spelling says: a capital that no sentence's start explains.
        problems: What could not be read, now or before: one line for each dictionary, clean text in English.
    """

    span: Span
    text: str
    lemmas: tuple[str, ...]
    part_of_speech: PartOfSpeech | None = None
    senses: tuple[Sense, ...] = ()
    parts: tuple[Part, ...] = ()
    expression: bool = False
    word: Lookup | None = None
    zipf: float | None = None
    name: bool = False
    problems: tuple[str, ...] = ()


class Dictionary(Protocol):
    """A file of entries. Asking it reads what the answer needs, never the whole; safe to use from several threads."""

    @property
    def name(self) -> str:
        """What it is called, clean text."""

    def senses(self, headword: str) -> Sequence[Sense]:
        """The entries of a word as it is written; case is looked past where the word itself has none.

        Raises:
            Problem: The file cannot be read, or is not what its index says.
        """

    def has(self, headword: str) -> bool:
        """Whether it has an entry; raises as ``senses`` does."""

    def close(self) -> None:
        """Close its files."""


class Lookups(Protocol):
    """Looks words up. May take a moment, the first time half a second: not on the event loop. Thread-safe."""

    def look_up(self, sentence: str, at: Span) -> Lookup:
        """What is known of the word at ``at``, in characters of the sentence. Never raises for what a text may hold."""

    def lemmas(self, words: Sequence[str]) -> Sequence[str]:
        """The likeliest lemma of each word as it is written inside a sentence: for counting, without dictionaries."""

    def close(self) -> None:
        """End what it works with."""
