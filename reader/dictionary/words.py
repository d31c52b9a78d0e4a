"""The words of a sentence as a lookup sees them, and what their neighbours say of them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from articles.model import Span
from reader.dictionary.contractions import contractions

_LETTERS = r"[^\W_](?:[^\W_]|[\u00ad\u0300-\u036f])*"
_WORD = re.compile(rf"{_LETTERS}(?:[-‐‑'’]{_LETTERS})*")
_ALIKE = str.maketrans({"\u00ad": None, "’": "'", "‐": "-", "‑": "-"})
DETERMINERS = frozenset(
    "o a os as um uma uns umas este esta estes estas esse essa esses essas aquele aquela aqueles aquelas meu minha "  # noqa: SIM905 - a list of words
    "meus minhas seu sua seus suas nosso nossa nossos nossas teu tua cada algum alguma alguns algumas nenhum nenhuma "
    "outro outra outros outras todo toda muitos muitas poucos poucas dois duas três vários várias em de com sem por "
    "para entre sobre sob desde até contra segundo primeiro primeira".split()
)
_BEFORE_VERBS = frozenset(
    "eu tu ele ela você nós vós eles elas vocês não se que quem já nunca também me te lhe lhes ainda onde quando "  # noqa: SIM905
    "sempre jamais isso isto aquilo".split()
)
_SHOUTED = 0.8  # share of capitals among the letters of a headline


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence.

    Attributes:
        sentence: All of it.
        spans: Where each lies.
        written: Each with its capitals, without soft hyphens, with plain apostrophes and composed letters.
        plain: The same in small letters.
        apart: Whether something else than white space stands between each and the one before.
        shouted: Whether all of it is in capitals, so that they say nothing.
    """

    sentence: str
    spans: tuple[Span, ...]
    written: tuple[str, ...]
    plain: tuple[str, ...]
    apart: tuple[bool, ...]
    shouted: bool

    def at(self, span: Span) -> int | None:
        """The word at a span, or the first one in it; None where there is none."""
        for place, each in enumerate(self.spans):
            if each.start <= span.start < each.end or (span.start <= each.start < span.end):
                return place
        return None

    def begins(self, place: int) -> bool:
        """Whether a sentence, or what is spoken, begins with the word, so that its capital says nothing."""
        if place == 0:
            return True
        between = self.sentence[self.spans[place - 1].end : self.spans[place].start]
        return any(sign in between for sign in '.!?…:“"«\n—–•')


def words_of(sentence: str) -> Words:
    """The words of a sentence."""
    spans = tuple(Span(found.start(), found.end()) for found in _WORD.finditer(sentence))
    written = tuple(unicodedata.normalize("NFC", span.of(sentence).translate(_ALIKE)) for span in spans)
    apart = [True]
    for one, other in pairwise(spans):
        apart.append(bool(sentence[one.end : other.start].strip()))
    letters = [sign for sign in sentence if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    shouted = len(letters) > 5 and len(spans) > 1 and capitals >= _SHOUTED * len(letters)
    plain = tuple(word.lower() for word in written)
    return Words(sentence, spans, written, plain, tuple(apart[: len(spans)]), shouted)


def nominal_place(words: Words, place: int) -> bool:
    """Whether the word before calls for a noun."""
    if place == 0 or words.apart[place]:
        return False
    before = words.plain[place - 1]
    return before in DETERMINERS or (before in contractions() and before not in ("comigo", "contigo", "consigo"))


def verbal_place(words: Words, place: int) -> bool:
    """Whether the word before calls for a verb."""
    return place > 0 and not words.apart[place] and words.plain[place - 1] in _BEFORE_VERBS
