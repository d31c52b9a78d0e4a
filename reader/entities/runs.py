"""Stretches of a sentence that may be names: known names, and runs of capitalised words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.entities.common import COMMON, GRAMMAR, looks_common
from reader.entities.cues import (
    COURTESY,
    FOREIGN_PARTICLES,
    JOINERS,
    ORG_HEADS,
    PLACE_HEADS,
    SAYING,
    TITLES,
    is_title,
)
from reader.entities.document import Usage
from reader.entities.gazetteer import Gazetteer, fold
from reader.entities.organisations import NO_NAMES
from reader.entities.tokens import Token
from reader.entities.wordlist import words

MAX_WORDS = 14
"""A longer run of capitalised words is no name."""

_KEEP_PLACE = words(
    """
    universidade faculdade banco bolsa diário jornal correio gazeta folha rádio tribuna clube liga união
    desportivo deportivo estrela vitória sporting atlético hospital escola frota conservatório ginásio colégio
    """
)
_SECOND_NAMES = words("silva sousa souza melo mello sa castro cunha costa vasconcelos")
_VERB = re.compile(r"(?:ou|eu|iu|aram|eram|iram|ava|avam|ará|erá|irá)$")
_IS = words(
    """
    é foi era será está estava tem tinha teve vai ia pode deve quer faz fez vem veio dá deu são diz
    """
)
_NEVER_FIRST = TITLES - {"d", "são", "santo", "santa", "dom", "conde", "sir", "papa", "cabo", "lateral", "dona"}


@dataclass(frozen=True, slots=True)
class Run:
    """Words ``first`` to ``last`` (exclusive) of a sentence that may be a name; ``known`` when a table has it."""

    first: int
    last: int
    known: bool = False


class RunFinder:
    """Finds the runs of one sentence after another of a document."""

    def __init__(self, gazetteer: Gazetteer, usage: Usage) -> None:
        self._gazetteer = gazetteer
        self._usage = usage

    def find(self, sentence: str, words: list[Token], shouted: bool) -> list[Run]:
        """The runs of a sentence, in order, apart from each other."""
        runs: list[Run] = []
        at = 0
        while at < len(words):
            if not words[at].capital:
                at += 1
                continue
            known = self._known(sentence, words, at, shouted)
            if shouted:
                last = known if known > at else self._shouted(sentence, words, at)
                if last > at:
                    runs.append(Run(at, last, known > at))
                at = max(last, at + 1)
                continue
            if known == at and self._leads(words, at):
                at += 1  # a title, or a word that only opens the sentence: the name begins after it
                continue
            last = self._extend(sentence, words, at, known)
            no_name = last - at == 1 and words[at].lower in NO_NAMES
            if not no_name and self._is_name(sentence, words, at, last, known):
                runs.append(Run(at, last, known >= last))
            at = last
        return runs

    def _shouted(self, sentence: str, words: list[Token], at: int) -> int:
        """The end of the name that begins here in a sentence of capitals; ``at`` when there is none."""
        last, sure = at, False
        while last < len(words) and last - at < MAX_WORDS:
            word = words[last]
            if last > at and sentence[words[last - 1].end : word.start] != " ":
                break
            part = fold(word.text)
            seen = self._usage.named[word.text.title()] > 0
            given = part in self._gazetteer.given and word.lower not in COMMON
            joins = last > at and word.lower in JOINERS and last + 1 < len(words)
            known = part in self._gazetteer.family or not (looks_common(word.lower) or self._usage.is_small(word))
            if not (seen or given or joins or (sure and known)):
                break
            sure = sure or seen or given
            last += 1
        while last > at and words[last - 1].lower in JOINERS:
            last -= 1
        alone = last - at == 1 and not self._usage.named[words[at].text.title()]
        return at if alone else last

    def _known(self, sentence: str, words: list[Token], at: int, shouted: bool) -> int:
        """The end of the longest known name that begins here; ``at`` when there is none."""
        gazetteer = self._gazetteer
        most = min(gazetteer.starts.get(fold(words[at].text), 0), len(words) - at)
        for count in range(most, 0, -1):
            last = words[at + count - 1]
            if not last.capital or (count == 1 and (words[at].opens or shouted) and words[at].lower in GRAMMAR):
                continue
            text = fold(sentence[words[at].start : last.end])
            if text in gazetteer.places or text in gazetteer.organisations:
                if count == 1 and last.upper != text.isupper() and self._clashes(words[at], text, shouted):
                    continue
                return at + count
        return at

    def _clashes(self, word: Token, text: str, shouted: bool) -> bool:
        """Whether an acronym of the tables is written here as a common word is ("Pt", "Cut")."""
        return len(text) <= 3 and not word.upper and not shouted and text in self._gazetteer.acronyms

    def _extend(self, sentence: str, words: list[Token], at: int, known: int) -> int:
        last = max(known, at + 1)
        while last < len(words) and last - at < MAX_WORDS:
            step = self._step(sentence, words, at, last, known)
            if not step:
                break
            last += step
        return last

    def _step(self, sentence: str, words: list[Token], at: int, last: int, known: int) -> int:
        """How many words more belong to the run ``at`` … ``last``."""
        before, word = words[last - 1], words[last]
        gap = sentence[before.end : word.start]
        if gap == " & " and word.capital:
            return 1
        if gap != " " and not (gap in {". ", "."} and (len(before.text) == 1 or before.lower in COURTESY)):
            return 0
        if word.capital:
            if (
                word.lower in GRAMMAR
                and words[at].lower not in ORG_HEADS
                and word.lower not in {"novo", "nova"}
                and not word.upper
            ):
                return 0
            here = fold(sentence[words[at].start : before.end])
            place = known == last and here in self._gazetteer.places
            person = here in self._gazetteer.given and fold(word.text) in self._gazetteer.family
            if place and not person and (known > at + 1 or here in self._gazetteer.territories):
                return 0
            if place and words[at].upper != word.upper and fold(word.text) in self._gazetteer.given:
                return 0
            return 1
        if word.lower == "os" and before.lower == "todos":
            return 2 if last + 1 < len(words) and words[last + 1].lower == "santos" else 0
        if word.lower not in JOINERS and word.lower != "e" and word.lower not in FOREIGN_PARTICLES:
            return 0
        count = 1
        while last + count < len(words) and count < 3 and words[last + count].lower in FOREIGN_PARTICLES | JOINERS:
            count += 1
        if last + count >= len(words) or not words[last + count].capital:
            return 0
        if any(sentence[words[last + n - 1].end : words[last + n].start] != " " for n in range(1, count + 1)):
            return 0
        if word.lower in FOREIGN_PARTICLES:
            return count + 1
        return count + 1 if self._ties(sentence, words, at, last, last + count, word.lower, known) else 0

    def _ties(
        self, sentence: str, words: list[Token], at: int, last: int, right: int, particle: str, known: int
    ) -> bool:
        """Whether a particle ties the run ``at`` … ``last`` to the capitalised word ``right``."""
        gazetteer = self._gazetteer
        head, after = words[at].lower, words[right]
        first = fold(words[at].text)
        right_known = self._known(sentence, words, right, False) > right
        organisation = head in ORG_HEADS or head.partition("-")[0] in ORG_HEADS
        place = head in PLACE_HEADS
        left = fold(words[last - 1].text)
        before_is_name = left in gazetteer.given or left in gazetteer.family
        if particle == "e":
            if fold(after.text) in _SECOND_NAMES and last - at > 1 and before_is_name and first in gazetteer.given:
                return True
            if last - at == 1 and looks_common(head) and looks_common(after.lower):
                return True  # "Comércio e Indústria"
            tied = any(word.lower in JOINERS for word in words[at:last]) or last - at > 1
            return (
                organisation
                and tied
                and not right_known
                and fold(after.text) not in gazetteer.given
                and not after.upper
            )
        if (
            after.lower in ORG_HEADS
            and (organisation or place)
            and after.lower not in {"comércio", "indústria", "indústrias"}
        ):
            return after.lower in {
                "serviço",
                "serviços",
                "polícia",
                "seguros",
                "justiça",
                "teatro",
                "futebol",
                "empresas",
            }
        if organisation and not place:
            if known == last and known > at + 1:
                return False
            if right_known:
                return head in _KEEP_PLACE and particle != "e"
            return not after.upper and not (particle == "de" and fold(after.text) in gazetteer.given)
        if place:
            return not (after.upper or (known == last and known > at + 1))
        right_is_name = fold(after.text) in gazetteer.family or fold(after.text) in gazetteer.given
        if particle != "e" and right_is_name and before_is_name:
            return True
        if known == last:  # a known name takes nothing more, but a longer known one would have been found
            return first in gazetteer.given and not right_known
        if right_known:
            return False
        return not after.upper

    def _shouts(self, word: Token) -> bool:
        """Whether a word in capitals is a common one, as newspapers print the first words of a text."""
        common = looks_common(word.lower) or self._usage.is_small(word) or is_title(word.lower)
        return word.upper and len(word.text) > 3 and common and not self._usage.named[word.text.title()]

    def _leads(self, words: list[Token], at: int) -> bool:
        """Whether a capitalised word only stands before a name."""
        if at + 1 >= len(words):
            return False
        word, after = words[at], words[at + 1]
        if word.lower in _NEVER_FIRST and word.lower not in PLACE_HEADS and word.lower not in ORG_HEADS:
            return after.capital or after.lower in JOINERS
        return word.opens and (after.capital or after.lower in JOINERS) and self._only_opens(word, after)

    def _only_opens(self, word: Token, after: Token) -> bool:
        lower = word.lower
        if lower in GRAMMAR:
            return True
        if lower in ORG_HEADS or lower in PLACE_HEADS:
            return lower in COMMON and after.lower not in JOINERS and self._usage.is_small(word)
        if fold(word.text) in self._gazetteer.given or fold(word.text) in self._gazetteer.family:
            return False
        if lower in SAYING or _VERB.search(lower):
            return True
        return looks_common(lower) or (self._usage.is_small(word) and not self._usage.named[word.text])

    def _is_name(self, sentence: str, words: list[Token], first: int, last: int, known: int) -> bool:
        """Whether a run that may only begin a sentence is a name."""
        word = words[first]
        single = last - first == 1
        if single and (len(word.text) == 1 or self._shouts(word)):
            return False
        if known >= last:
            return not (single and word.opens and word.lower in COMMON and not word.upper)
        if not word.opens:
            return not (single and (word.lower in GRAMMAR or (word.lower in TITLES and len(word.lower) > 3)))
        if not single:
            return word.lower not in GRAMMAR
        if word.upper:
            return True
        if looks_common(word.lower) or self._usage.is_small(word):
            return False
        if self._usage.named[word.text] or fold(word.text) in self._gazetteer.given:
            return True
        if fold(word.text) in self._gazetteer.family:
            return True
        if last >= len(words):
            return False
        gap = sentence[word.end : words[last].start]
        after = words[last].lower
        if gap.strip() in {"--", "—", "–"}:
            return True
        return gap == " " and (after in SAYING or after in _IS or bool(_VERB.search(after)))
