"""Saved words: what is kept of a word, and of each sentence in which it was met."""

from __future__ import annotations

import enum
import unicodedata
from dataclasses import dataclass, field

from articles.model import Span


class Status(enum.StrEnum):
    """How far the reader is with a word. ``IGNORED`` is for what is not to be learned: it counts as known."""

    NEW = "new"
    LEARNING = "learning"
    KNOWN = "known"
    IGNORED = "ignored"

    @property
    def next(self) -> Status:
        """The status one step on; after known it begins again."""
        return {Status.NEW: Status.LEARNING, Status.LEARNING: Status.KNOWN}.get(self, Status.NEW)

    @property
    def counts_as_known(self) -> bool:
        """Whether the word is none of the unknown ones of an article."""
        return self in (Status.KNOWN, Status.IGNORED)


def key_of(lemma: str) -> str:
    """A lemma as words are told apart: without case, composed, white space as single spaces; accents count."""
    return " ".join(unicodedata.normalize("NFC", lemma.casefold()).split())


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence in which a word was saved.

    Attributes:
        sentence: The sentence, clean text.
        span: The word in it, in characters of the sentence.
        english: The sentence in English, or "" where there was none.
        origin: Where that English came from, as ``reader.translation.engine.Origin`` has it; "" where there is none.
        article: The article's content hash; the article itself may have been removed since.
        place: Where the sentence began in the article's body; -1 for the title.
        title: The article's title.
        source: Who published it; "" where that is not known.
        published: The day it was published, as ISO 8601 has it; "" where that is not known.
        made: When the word was saved here, in UTC, as ISO 8601 has it; "" before it is kept.
    """

    sentence: str
    span: Span
    english: str = ""
    origin: str = ""
    article: str = ""
    place: int = -1
    title: str = ""
    source: str = ""
    published: str = ""
    made: str = ""

    @property
    def form(self) -> str:
        """The word as it is written here."""
        return self.span.of(self.sentence)


@dataclass(frozen=True, slots=True)
class NewWord:
    """A word that is to be saved.

    Attributes:
        lemma: What dictionaries list it under, clean text.
        part: Its word class as ``reader.dictionary.model.PartOfSpeech`` has it; "" where that is not known.
        meanings: In English, one line each.
        zipf: How common it is, see ``reader.dictionary.model.Lookup``.
    """

    lemma: str
    part: str = ""
    meanings: tuple[str, ...] = ()
    zipf: float | None = None


@dataclass(frozen=True, slots=True)
class SavedWord:
    """A saved word, one for each lemma and word class.

    Attributes:
        number: Its own number, which no other word ever gets.
        added: When it was saved, in UTC, as ISO 8601 has it.
        changed: When its status was last changed, or it was saved.
        contexts: The sentences it was saved in, the last first.
    """

    number: int
    lemma: str
    part: str
    status: Status
    meanings: tuple[str, ...]
    zipf: float | None
    added: str
    changed: str
    contexts: tuple[Context, ...] = field(default=())

    @property
    def key(self) -> str:
        """The lemma as words are told apart."""
        return key_of(self.lemma)


class Step(enum.Enum):
    """What came of saving a word."""

    SAVED = enum.auto()
    """It was not there before."""
    MET_AGAIN = enum.auto()
    """It was there, and this sentence is kept with it from now on."""
    ON = enum.auto()
    """It was there with this sentence: its status went one step on."""
