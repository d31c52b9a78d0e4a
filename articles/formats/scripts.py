"""The language of a text that is not in Latin letters: by its script, and by letters that only one language has."""

from __future__ import annotations

import re

_FEWEST = 20  # letters: a name or a motto is not a text
_SHARE = 0.7  # of all letters: a poem beside its translation is not refused

_latin = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")
_SCRIPTS = {
    "Cyrl": re.compile(r"[Ѐ-ӿ]"),
    "Grek": re.compile(r"[Ͱ-Ͽἀ-῿]"),
    "Arab": re.compile(r"[ء-يٮ-ۓ]"),
    "he": re.compile(r"[א-ת]"),
    "Hani": re.compile(r"[㐀-䶿一-鿿぀-ヿ]"),
    "ko": re.compile(r"[가-힣]"),
    "Deva": re.compile(r"[ऄ-ह]"),
    "th": re.compile(r"[ก-ฮ]"),
    "hy": re.compile(r"[Ա-և]"),
    "ka": re.compile(r"[ა-ჿ]"),
    "bn": re.compile(r"[অ-হ]"),
    "ta": re.compile(r"[அ-ஹ]"),
    "am": re.compile(r"[ሀ-ፚ]"),
}
_kana = re.compile(r"[぀-ヿ]")

# In the order in which they are asked; the last is what the script mostly writes.
_CYRILLIC = (
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("sr", re.compile(r"[ђћљњџјЂЋЉЊЏЈ]")),
    ("ru", re.compile(r"[ыэЫЭ]")),
    ("bg", re.compile(r"[ъЪ]")),
)
_ARABIC = (("ur", re.compile("[ٹڈڑے]")), ("fa", re.compile("[پچژگکی]")))
_ENOUGH = 0.01  # of the letters: a foreign name has one or two


def by_script(text: str) -> str:
    """The tag of the language of a text that is mostly in other letters than Latin ones, else "".

    Cyrillic that is neither Ukrainian, Serbian nor Bulgarian counts as Russian, Devanagari as Hindi.
    """
    if text.isascii():
        return ""
    counts = {script: len(letters.findall(text)) for script, letters in _SCRIPTS.items()}
    script = max(counts, key=counts.__getitem__)
    number = counts[script]
    if number < _FEWEST or number < _SHARE * (number + len(_latin.findall(text))):
        return ""
    match script:
        case "Cyrl":
            return _told(text, number, _CYRILLIC, "ru")
        case "Arab":
            return _told(text, number, _ARABIC, "ar")
        case "Hani":
            return "ja" if len(_kana.findall(text)) > 0.1 * number else "zh"
    return {"Grek": "el", "Deva": "hi"}.get(script, script)


def _told(text: str, number: int, letters: tuple[tuple[str, re.Pattern[str]], ...], otherwise: str) -> str:
    for language, own in letters:
        if len(own.findall(text)) > _ENOUGH * number:
            return language
    return otherwise
