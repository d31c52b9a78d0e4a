"""What speaks for each kind of a run: its own words, and the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.entities.common import looks_common
from reader.entities.cues import (
    JOINERS,
    ORG_HEADS,
    ORG_NOUNS,
    ORG_TAILS,
    PLACE_HEADS,
    PLACE_NOUNS,
    PLACE_TAILS,
    SAYING,
    TITLES,
)
from reader.entities.gazetteer import Gazetteer, fold
from reader.entities.model import Kind
from reader.entities.names import GENERATIONS
from reader.entities.organisations import OTHER_NAMES
from reader.entities.places import STATE_CODES
from reader.entities.runs import Run
from reader.entities.tokens import Token
from reader.entities.wordlist import words

PERSON, ORGANISATION, PLACE, OTHER = range(4)
KINDS = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.OTHER)
"""The kinds that are weighed, in the order of the scores."""

Scores = tuple[float, float, float, float]

_PLACE_ENDING = re.compile(r"(?:ópolis|lândia|burgo?|stão|stan|ville|grad|shire|town|polis|slávia|ínia)$")
_PERSON_ENDING = re.compile(
    r"(?:ov|ev|ova|eva|sky|ski|vich|vitch|ić|inho|son|sen|ez|ini|elli|etti|ucci|oglu|czyk|sson)$"
)
_AGE = re.compile(r", \d{1,2},")
_PARTY = re.compile(r" \([A-Z][A-Za-z]{1,5}(?:[-–/][A-Z]{2})?\)")
_SCORE = re.compile(r" \d{1,2}(?: ?[xX] ?| a |-)\d|,? \d{1,2}(?:$|[;,.])")
_ARTICLES = frozenset({"o", "a", "os", "as"})
_IN = frozenset({"no", "na", "nos", "nas"})
_OF = frozenset({"do", "da", "dos", "das"})
_TO = frozenset({"ao", "à", "aos", "às", "pelo", "pela"})
_BEAT = words(
    """
    vence venceu bate bateu derrotou derrota perdeu empatou ganha ganhou enfrenta enfrentou
    """
)


@dataclass(slots=True)
class Weigher:
    """Weighs runs by what the tables and the words around them say."""

    gazetteer: Gazetteer

    def own(self, words: list[Token], run: Run, text: str, shouted: bool = False) -> Scores:
        """What the run's own words say, the same wherever it stands."""
        gazetteer = self.gazetteer
        per = org = loc = other = 0.0
        name = fold(text)
        parts = words[run.first : run.last]
        head, tail = parts[0], parts[-1]
        count = len(parts)
        if name in gazetteer.places:
            loc += 6.5 if name in gazetteer.territories else 6.0 if count > 1 else 3.4
        if name in gazetteer.organisations:
            org += 4.0
        if count == 1 and head.lower in OTHER_NAMES:
            other += 5.0
        if count == 1 and looks_common(head.lower) and (shouted or not head.upper) and name not in gazetteer.given:
            per -= 1.5
            other += 1.2
        if head.lower in ORG_HEADS or head.lower.partition("-")[0] in ORG_HEADS:
            org += 4.0 if count > 1 else 1.5
        elif any(word.lower in ORG_HEADS for word in parts[1:]):
            org += 1.5
        if head.lower in PLACE_HEADS:
            loc += 4.2 if count > 1 else 0.8
        if tail.lower in PLACE_TAILS and count > 1:
            loc += 3.0
        if tail.lower in ORG_TAILS and count > 1:
            org += 3.5
        if "&" in text:
            org += 2.5
        first, last = fold(head.text), fold(tail.text)
        if first in gazetteer.given:
            per += 3.6 if count > 1 else 1.2 if name in gazetteer.places else 2.6
        elif count > 1 and any(fold(word.text) in gazetteer.given for word in parts[1:]):
            per += 1.2
        if last in gazetteer.family and (shouted or not any(word.upper for word in parts)):
            per += 2.2 if count > 1 else 1.8
        if count > 1 and tail.lower in GENERATIONS:
            per += 1.5
        if (
            count > 1
            and any(len(word.text) == 1 and word.capital for word in parts[:-1])
            and head.lower not in ORG_HEADS
        ):
            per += 1.5
        if tail.upper and not shouted and count == 1 and name not in gazetteer.places and first not in gazetteer.family:
            org += 2.2 if len(name) <= 6 else 1.0
        if any(c.isdigit() for c in text):
            other += 2.4
        if _PLACE_ENDING.search(tail.lower):
            loc += 1.2
        if _PERSON_ENDING.search(tail.lower):
            per += 0.8
        if first in {"sao", "santo", "santa", "nova", "novo", "vila", "porto", "santana"} and count > 1:
            loc += 2.5
        if count > 1 and not any(word.lower in JOINERS for word in parts):
            per += 1.0
        return per, org, loc, other

    def around(self, sentence: str, words: list[Token], run: Run) -> Scores:
        """What the words before and after the run say, here."""
        per = org = loc = other = 0.0
        first, last = words[run.first], words[run.last - 1]
        before = self._word_before(sentence, words, run.first)
        second = self._word_before(sentence, words, run.first - 1) if before else ""
        single = run.last - run.first == 1
        after_text = sentence[last.end : last.end + 14]
        title = before.rpartition("-")[2] if before not in TITLES else before
        if before in TITLES or title in TITLES:
            per += 3.4
        elif before in PLACE_NOUNS:
            loc += 4.2
        elif before in ORG_NOUNS:
            org += 3.0
        elif before in JOINERS and second in PLACE_NOUNS:
            loc += 2.6
        elif before == "de" and second in TITLES:
            loc += 1.8
        elif before in _OF and (second in TITLES or second.rpartition("-")[2] in TITLES):
            org += 1.4
            loc += 0.5
        elif before in JOINERS and second in ORG_NOUNS:
            org += 0.8
        if before == "em":
            loc += 2.4
        elif before in _IN:
            loc += 0.9
            org += 0.9
        elif before in _OF:
            org += 0.9 if single else 1.5
            loc += 0.4
        elif before in _ARTICLES:
            org += 1.8 if not single else 0.7 if before == "a" else 1.1  # "a" is also a preposition
        elif before in _TO:
            org += 0.9
            loc += 0.2
        elif before == "de":
            per += 0.6
            loc += 0.7
        elif before in {"para", "até", "desde"}:
            loc += 0.7
        elif before in {"por", "com", "segundo", "que"}:
            per += 0.9
        elif before in SAYING or before in _BEAT:
            per += 1.6
        after = words[run.last].lower if run.last < len(words) else ""
        gap = sentence[last.end : words[run.last].start] if after else ""
        if gap == " " and after in SAYING:
            per += 1.3
        elif gap == " " and after in _BEAT:
            org += 0.8
        elif gap == " " and after in {"se", "não", "que"}:
            per += 0.4
        if after_text[:1] == "," and _AGE.match(sentence, last.end):
            per += 4.0
        if after_text[:2] == " (" and _PARTY.match(sentence, last.end):
            per += 1.0 if not single else 0.4
        if _SCORE.match(after_text):
            org += 0.8
        if gap == ", " and (after in TITLES or after.rpartition("-")[2] in TITLES):
            per += 1.6
        around = sentence[max(0, first.start - 1) : first.start] + after_text[:1]
        if around == "()":
            code = first.text if single else ""
            loc += 4.0 if code in STATE_CODES else 0.3
            org += 0.8 if first.upper else 0.0
        return per, org, loc, other

    @staticmethod
    def _word_before(sentence: str, words: list[Token], index: int) -> str:
        if index < 1:
            return ""
        gap = sentence[words[index - 1].end : words[index].start]
        return words[index - 1].lower if gap in {" ", ". ", " «", ' "', " “"} else ""
