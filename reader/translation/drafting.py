"""A sentence through the local model, with everything around it that a small model needs."""

from __future__ import annotations

import re
import unicodedata

from reader.translation import casing, fixed, guards, numbers, pieces, signs
from reader.translation.engine import rejected
from reader.translation.fixed import Speak

REVISION = 3
"""Raise it whenever the English of some sentence changes: the memory then drafts anew."""

_SPACE = re.compile(r"\s+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_CLOCK_OF_24 = re.compile(r"\b((?:1[3-9]|2[0-3])[.:]\d\d) [ap]\.m\.(?=[,;:)]| [a-z])")
_MORNING = re.compile(r"\b(0?\d|1[01])((?:[.:]\d\d)?) p\.m\.")
_AFTERNOON = re.compile(r"\b(?:tarde|noite|pm|p\.m\.)(?!\w)", re.IGNORECASE)


def draft(sentence: str, speak: Speak, engine: str = "local") -> str:
    """The English of a sentence of any length.

    Args:
        sentence: Clean Portuguese; without a Latin letter it comes back as it is.
        speak: The engine without guards, for stretches of at most ``pieces.MAX_WORDS`` words.
        engine: Its name, for what is told of a failure.

    Raises:
        Rejected: What the engine says cannot be a translation, however the sentence is cut.
    """
    text = _SPACE.sub(" ", unicodedata.normalize("NFC", sentence)).strip()
    if not _LATIN.search(text):
        return text
    if len(text) > guards.MAX_SENTENCE:
        raise rejected(engine, f"it has more than {guards.MAX_SENTENCE} characters")
    apart = fixed.fixed_parts(text)
    loud = casing.shouting(text, apart)
    calm = casing.calm(text, apart) if loud else text
    english = " ".join(_inner(part, speak) for part in pieces.inner_sentences(calm))
    if loud:
        english = casing.raised(english, fixed.fixed_parts(english))
    reason = guards.fault(text, english)
    if reason:
        raise rejected(engine, reason)
    return english


def _inner(text: str, speak: Speak) -> str:
    """One sentence of a segment: what encloses it set apart, what is too long for the model cut."""
    before, core, after = signs.unwrap(text)
    if not guards.has_letters(core):
        return text
    cut = pieces.clauses(core)
    if len(cut) == 1:
        english = _stretch(core, speak)
        faulty = guards.looping(core, english) or guards.strange_length(core, english) or not english
        if faulty or numbers.lost_numbers(core, english):
            again = _retried(core, speak)
            if again and (faulty or len(numbers.lost_numbers(core, again)) < len(numbers.lost_numbers(core, english))):
                english = again
    else:
        english = _joined(cut, speak)
    if english.count('"') == 1 and '"' not in signs.for_model(text) and before.strip() in ("-", "–", "—"):
        before = '"'  # dialogue: the model closed with a quotation mark what a dash had opened
    return f"{before}{english}{after}"


def _retried(text: str, speak: Speak) -> str | None:
    """The English made of two halves, where the text can be cut and both can be translated."""
    halves = pieces.halve(text)
    if halves is None or not all(map(guards.has_letters, halves)):
        return None
    english = _joined(list(halves), speak)
    return None if guards.looping(text, english) else english


def _joined(cut: list[str], speak: Speak, *, halves_too: bool = True) -> str:
    """The English of stretches, each fitted to its neighbours; one that loops is halved once, not for ever."""
    said = []
    for at, stretch in enumerate(cut):
        english = _stretch(stretch, speak) if guards.has_letters(stretch) else stretch
        if halves_too and guards.looping(stretch, english) and (halves := pieces.halve(stretch)):
            english = _joined(list(halves), speak, halves_too=False)
        said.append(pieces.fitted(stretch, english, first=at == 0, last=at == len(cut) - 1))
    return " ".join(said)


def _stretch(text: str, speak: Speak) -> str:
    """One stretch that fits the model: signs mapped, fixed parts kept, the English mended."""
    english = fixed.keeping(signs.for_model(text), speak)
    return _hours(text, numbers.numbers_mended(text, signs.mended(text, _SPACE.sub(" ", english))))


def _hours(source: str, target: str) -> str:
    """The hours of the source: the model makes "11h20" into "11.20 p.m." and "21h20" into "21:20 a.m."."""
    target = _CLOCK_OF_24.sub(r"\1", target)
    if "p.m." not in target or _AFTERNOON.search(source):
        return target
    asked = {number.lstrip("0") for number in re.findall(r"\d+", source)}

    def mend(match: re.Match[str]) -> str:
        return f"{match[1]}{match[2]} a.m." if match[1].lstrip("0") in asked else match.group()

    return _MORNING.sub(mend, target)
