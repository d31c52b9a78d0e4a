"""What must come through a translation letter for letter: addresses, handles, tags, emoji."""

from __future__ import annotations

import re
from collections.abc import Callable

_FIXED = re.compile(
    r"""(?<![\w@])(?:
        (?:https?|ftp)://[^\s<>"“”«»]{1,2000}
      | www\.[^\s<>"“”«»]{1,2000}
      | [\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+
      | @\w(?:[\w.]{0,62}\w)?
      | \#\w{2,64}
      | [\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:com|org|net|gov|edu|br|pt|info|io)
        (?:/[^\s<>"“”«»]{0,2000})?(?!\w)
    )
    | \S{50,}
    | [\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]       # arrows, symbols, emoji, and families joined into one
      [\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]*
    | [\u0370-\u1dff\u2c00-\ud7ff\uf900-\ufdff]+       # letters of other scripts
    """,
    re.VERBOSE,
)
_TAIL = ".,;:!?)]}'’"
_SIGN = re.compile(r"[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+")
_WORDS = re.compile(r"\S+")
_STAND_INS = ("example.com", "wikipedia.org", "google.com", "globo.com", "amazon.com", "twitter.com")
_SIGNS_AROUND = re.compile(r"([^\w(]*)(.*?)([^\w).!?]*)\Z", re.DOTALL)

Speak = Callable[[str], str]
"""Translates one short stretch of text, as the engine does it, with no guard around it."""


def fixed_parts(text: str) -> list[tuple[int, int]]:
    """Where the parts stand that must not change, in order; closing punctuation is no part of an address."""
    found = []
    for match in _FIXED.finditer(text):
        part = match.group().rstrip(_TAIL)
        if part:
            found.append((match.start(), match.start() + len(part)))
    return found


def keeping(text: str, speak: Speak) -> str:
    """Translate a stretch with its fixed parts unharmed.

    The engine is first given the text as it is: most addresses survive. Where one does not, well-known
    addresses that it knows to copy stand in for them; where even those are lost, the text around them is
    translated piece by piece. Signs within a sentence, such as emoji, are left out and put back after as large a
    share of the words: what stands on both sides of one is a single sentence.
    """
    parts = fixed_parts(text)
    if not parts:
        return speak(text)
    spans = [text[start:end] for start, end in parts]
    broken = parts
    if max(map(len, spans)) < 50:
        target = speak(text)
        broken = [part for part, span in zip(parts, spans, strict=True) if target.count(span) != text.count(span)]
        if not broken:
            return target
    if all(_SIGN.fullmatch(text[start:end]) for start, end in parts):
        return _signs_put_back(text, parts, speak)
    for chosen in (broken, parts) if len(broken) < len(parts) else (parts,):
        target = _with_stand_ins(text, chosen, speak)
        if target and all(target.count(span) == text.count(span) for span in spans):
            return target
    return _around(text, parts, speak)


def _signs_put_back(text: str, parts: list[tuple[int, int]], speak: Speak) -> str:
    """The English of the text without its signs, and those where as many of the words are said."""
    bare = _filled(text, parts, ("",) * len(parts))
    target = speak(re.sub(r"\s+(?=[,;:.!?\s])", "", bare).strip())
    ends = [match.end() for match in _WORDS.finditer(target)]
    count = len(_WORDS.findall(bare))
    for start, end in reversed(parts):
        before = len(_WORDS.findall(_SIGN.sub("", text[:start])))
        share = before / max(1, count)
        stop = text[end : end + 1]
        stops = [at for at, mark in enumerate(target) if mark == stop] if stop in _TAIL else []
        if stops:  # it stands before a sign of punctuation: before the same one there
            at = min(stops, key=lambda place: abs(place - share * len(target)))
        else:
            place = round(share * len(ends))
            at = ends[place - 1] if 0 < place <= len(ends) else 0
        sign = text[start:end]
        target = f"{target[:at]} {sign}{target[at:]}" if at else f"{sign} {target}"
    return target


def _with_stand_ins(text: str, parts: list[tuple[int, int]], speak: Speak) -> str:
    """The English with the parts put back where their stand-ins came through; empty where one did not."""
    if len(parts) > len(_STAND_INS) or any(name in text for name in _STAND_INS):
        return ""
    names = _STAND_INS[: len(parts)]
    spans = [text[start:end] for start, end in parts]
    target = speak(_filled(text, parts, names))
    if any(target.count(name) != 1 for name in names):
        return ""
    return re.sub("|".join(map(re.escape, names)), lambda name: spans[names.index(name.group())], target)


def _filled(text: str, parts: list[tuple[int, int]], names: tuple[str, ...]) -> str:
    """The text with each part replaced by its stand-in."""
    pieces: list[str] = []
    at = 0
    for (start, end), name in zip(parts, names, strict=True):
        pieces += [text[at:start], name]
        at = end
    return "".join([*pieces, text[at:]])


def _around(text: str, parts: list[tuple[int, int]], speak: Speak) -> str:
    """The stretches between fixed parts translated one by one, the parts, signs and spaces between them."""
    said: list[str] = []
    at = 0
    for start, end in [*parts, (len(text), len(text))]:
        lead, core, tail = _SIGNS_AROUND.match(text[at:start]).groups()  # type: ignore[union-attr]  # matches all text
        if core:
            english = speak(core)
            core = english if core[-1:] in ".!?" else english.rstrip(".")
        said += [lead, core, tail, text[start:end]]
        at = end
    return "".join(said)
