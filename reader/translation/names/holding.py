"""Seeing to it that the names of a sentence are in its English as the glossary has them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Sequence

from articles.model import Span
from reader.translation import guards, numbers
from reader.translation.alignment.model import Aligner, Alignment
from reader.translation.engine import EngineError
from reader.translation.glossary.model import Hit, TermKind
from reader.translation.names import linked, retrying, typos
from reader.translation.names.likeness import nearest
from reader.translation.names.looking import Care, Found, Sought, State, look, sought_in, spans_of
from reader.translation.names.model import Held

REVISION = 4
"""Raise it whenever the outcome for some sentence may change: the memory then holds its names anew."""

_TRUSTED = "attention"  # links by the look of words say nothing of a name that was translated
_MOST = 12  # names of one sentence that are repaired; a list of more is looked at, and flagged
_MOST_AGAIN = 4  # times that the engine is asked again for one sentence

_THE = re.compile(r"(?<!\w)the \Z", re.IGNORECASE)
_A = re.compile(r"(?<!\w)(a)n? \Z", re.IGNORECASE)
_VOWEL = re.compile(r"(?!uni|use|usu|uti|eu|ewe|one|once)[aeiou]", re.IGNORECASE)
_NOUN = re.compile(
    r"['’-]|\s(?!(?:and|or|in|on|at|of|to|from|for|with|by|as|is|was|has|had|who|which|that|after|before|said|says)\b)\w"
)
_NEEDS_THE = re.compile(
    r"\b(?:Islands?|River|Sea|Ocean|States|Kingdom|Republic|Union|Emirates|Nations|Territories|Netherlands|Philippines"
    r"|Bahamas|Maldives|Gambia|Azores|Alps|Andes|Balkans|Urals|Amazon|Algarve|Alentejo|Vatican|Kremlin|Sahara|Caribbean"
    r"|Middle East|Strip|Peninsula|Mountains|Desert|Coast|Canal|Gulf|Strait|Bank|USA?|UK|U\.S\.|U\.K\.|USSR|UN|EU"
    r"|Bridge|Tower|Museum|Dam|Tunnel|Highway)\b"
)

Again = Callable[[str], str]


class Holder:
    """Looks for names and puts them right, in order of certainty; see ``NameHolder``. Safe to use from several threads.

    Most sentences need no more than the look: a millisecond at most, no aligner and no engine.

    Args:
        aligner: Gives who finds which words became which, the first time that a name needs it; None, or one that
            gives None, for nobody: then letters alone tell.
    """

    def __init__(self, aligner: Callable[[], Aligner | None] | None = None) -> None:
        self._aligner = aligner

    @property
    def version(self) -> str:
        """The revision of the rules, and whether words are aligned."""
        return f"{REVISION}{'a' if self._aligner is not None else ''}"

    def hold(self, source: str, target: str, hits: Sequence[Hit], again: Again | None = None) -> Held:
        """The English with its names as the glossary has them; see ``NameHolder``."""
        sought = sought_in(source, hits)
        if not sought:
            return Held(target)
        return _Sentence(source, sought, hits, self._aligned, again).held(target)

    def _aligned(self, source: str, target: str) -> Alignment | None:
        aligner = self._aligner() if self._aligner is not None else None
        return aligner.align(source, target) if aligner is not None else None


class _Sentence:
    """One sentence at work."""

    def __init__(
        self,
        source: str,
        sought: Sequence[Sought],
        hits: Sequence[Hit],
        aligned: Callable[[str, str], Alignment | None],
        again: Again | None,
    ) -> None:
        self.source = source
        self.sought = sought
        self.hits = hits
        self._aligned = aligned
        self._again = again
        self._left = _MOST_AGAIN

    def held(self, target: str) -> Held:
        meant = self._as_meant()
        if meant and not self._absent(look(meant, self.sought)) and self._loses_nothing(target, meant):
            target = meant
        else:
            target = self._put_right(target)
            if meant and self._is_better(target, meant, at_least=True):
                target = meant
        found = look(target, self.sought)
        unsure = [each.said for each in self._absent(found)] + self._unlike(target, found)
        return Held(target, tuple(dict.fromkeys(unsure)))

    def _as_meant(self) -> str:
        """The English of what a sentence with a slip between its names meant; "" where it has none."""
        meant = typos.mended(self.source, self.hits)
        if meant is None or self._again is None:
            return ""
        source, hits = meant
        try:
            english = self._again(source)
        except EngineError:
            return ""
        inner = _Sentence(source, sought_in(source, hits), hits, self._aligned, self._again)
        english = inner._put_right(english)
        return "" if guards.fault(source, english) else english

    def _put_right(self, target: str) -> str:
        """The English with its names repaired, the surest way first."""
        target = self._by_letters(target)
        for step in (self._by_links, self._by_asking):
            absent = self._absent(look(target, self.sought))
            if not absent:
                break
            target = step(target, absent[:_MOST])
        return target

    def _unlike(self, target: str, found: Sequence[Found]) -> list[str]:
        """People who may be called otherwise in English, and of whose names nothing alike is there."""
        gone = [each.sought for each in found if each.state is State.ABSENT and each.sought.care is Care.SPELL]
        gone = [each for each in gone if not each.loud]  # in capitals anything may be taken for a name
        claimed = spans_of(found)
        as_held = [dataclasses.replace(each, care=Care.HOLD) for each in gone]
        return [each.said for each in as_held if nearest(self.source, target, each, claimed) is None]

    def _absent(self, found: Iterable[Found]) -> list[Sought]:
        """The names that are not there and should be; of bodies and events nobody can tell."""
        return [each.sought for each in found if each.state is State.ABSENT and each.sought.care is Care.HOLD]

    def _by_letters(self, target: str) -> str:
        """Names that are misspelt, left in Portuguese, or lack their accents."""
        for each in look(target, self.sought):
            if each.state in (State.EXACT, State.VARIANT):
                continue
            claimed = spans_of(look(target, self.sought))
            misspelt = nearest(self.source, target, each.sought, claimed)
            if misspelt is not None:
                target = self._if_better(target, put(target, *misspelt, is_name=_is_name(each.sought)))
        return target

    def _by_links(self, target: str, gone: Sequence[Sought]) -> str:
        """Names that became other words."""
        alignment = self._aligned(self.source, target)
        if alignment is None or alignment.made_by != _TRUSTED:
            return target
        for absent in gone:
            span = linked.became(target, absent, alignment, spans_of(look(target, self.sought)))
            if span is None:
                continue
            repaired = self._if_better(target, put(target, span, absent.wanted, is_name=_is_name(absent)))
            if repaired != target:
                target = repaired
                alignment = self._aligned(self.source, target) or alignment
        return target

    def _by_asking(self, target: str, gone: Sequence[Sought]) -> str:
        """Names for which the engine is asked again."""
        for absent in gone:
            for tried in retrying.attempts(self.source, absent):
                english = retrying.asked(tried, absent, self._asked) if self._again is not None else None
                english = self._by_letters(english) if english else None
                if english and self._is_better(target, english):
                    target = english
                    break
        return target

    def _asked(self, text: str) -> str:
        if self._again is None or self._left <= 0:
            raise EngineError("the engine was asked often enough")
        self._left -= 1
        return self._again(text)

    def _if_better(self, target: str, repaired: str) -> str:
        return repaired if self._is_better(target, repaired) else target

    def _is_better(self, target: str, repaired: str, *, at_least: bool = False) -> bool:
        """Whether a repair has more of the names and loses nothing else that can be counted."""
        before, after = _score(look(target, self.sought)), _score(look(repaired, self.sought))
        if after < before or (after == before and not at_least):
            return False
        return self._loses_nothing(target, repaired)

    def _loses_nothing(self, target: str, repaired: str) -> bool:
        """Whether a repair keeps the numbers, and is a translation still."""
        lost = numbers.lost_numbers(self.source, repaired)
        if len(lost) > len(numbers.lost_numbers(self.source, target)):
            return False
        return guards.fault(self.source, repaired) is None


def put(target: str, span: Span, name: str, *, is_name: bool = True) -> str:
    """The English with a name in the place of a stretch, or with a common word.

    "In the Amazon" is "in Amazonas" once that is the state; "the Amazonas government" and "the Netherlands" stay. A
    common word keeps its article ("a measure", "an order"); a name that has its own ("the Kremlin") gets no second. At
    the beginning of a sentence both get a capital.
    """
    before, after = target[: span.start], target[span.end :]
    the = _THE.search(before)
    has_article = name[:4].lower() == "the "
    if the is not None and (has_article or (is_name and not _NEEDS_THE.search(name) and not _NOUN.match(after))):
        before = before[: the.start()]
    elif not is_name:
        article = "n " if _VOWEL.match(name) else " "
        before = _A.sub(rf"\1{article}", before)
    if (has_article or not is_name) and not any(map(str.isalnum, before)):
        name = name[:1].upper() + name[1:]
    return f"{before}{name}{after}"


def _is_name(sought: Sought) -> bool:
    """Whether it is a person or a place, or else the reader's own name for something: no body, and no common word."""
    return sought.care is not Care.COPY and sought.hit.term.kind is not TermKind.TERM


def _score(found: Iterable[Found]) -> tuple[int, int]:
    """How many names are there, and how many of them in the glossary's form."""
    states = [each.state for each in found]
    there = sum(state is not State.ABSENT for state in states)
    return there, sum(state is State.EXACT for state in states)
