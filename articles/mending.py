"""Text whose bytes were taken for another encoding once: what was meant, where that is certain."""

from __future__ import annotations

import re

CP1252 = "".join(bytes([n]).decode("cp1252", "ignore") or chr(n) for n in range(256))
"""Windows-1252 with its five holes filled from Latin-1, so that every byte is some character."""

_TO_LATIN1 = {ord(char): n for n, char in enumerate(CP1252) if ord(char) != n}
_TRAIL = "[" + re.escape(CP1252[0x80:0xC0]) + "\x80-\x9f]"
_ROUNDS = 4
_FEWEST = 3  # certain signs, before a line is touched that has good letters too
_SHARE = 0.1  # of the good letters beyond ASCII: an article about encodings quotes a few
_TWICE_SIGNS = ("Ã", "Â", "â€", "â‚¬")  # looked for first: ten times as fast as the pattern
_word = re.compile(r"[^ \n\t]+")  # whatever is in it: looking for the sign in it too would be quadratic in long ones
# A capital Ã or Â before a closing sign or a small raised one may be right ("MAÇÃ”", "AMANHÃ…", "IRMÃ’s"); after a
# small letter, or before a sign that closes nothing, it never is.
_CLOSERS = "…’”–—»›“‘\xa0"
_inside = re.compile(f"(?<=[a-zà-ÿ])[ÂÃ]{_TRAIL}|Ã[ƒ‡‰€Š‚\x81\x8d](?=[A-ZÃ])|Ã[¡-ª³´µº](?=[a-zÃ])|â€{_TRAIL}|â‚¬")
_certain = re.compile(
    f"{_inside.pattern}|Ã[ƒ‡‰€šŠœŒ‚ŽžŸ¡¢£§©ª\xad³´µº¼\x81\x8d]|Â[ºª°§£©½¼¾²³¿¡±´·]"
    "|(?<![A-ZÀ-Ý«“‘\"'])(?:Ã[“”•\xa0]|Â[\xa0«»])"
)
_sequence = re.compile(f"[ÂÃÅ]{_TRAIL}|[âã]{_TRAIL}{{2}}|ï»¿|ï¿½")
_to_the = re.compile(r"\bÃ (?:(?=s\b)| ?(?=\w))")  # the no-break space in "à" became a space

_SMALL = frozenset("áàâãéêíóôõúüçñ")
_LARGE = frozenset("ÁÀÂÃÉÊÍÓÔÕÚÜÇÑ")
_OTHERS = ("mac-roman", "cp850")
_ASCII = bytes(range(128))
_FEW = 3  # letters beyond ASCII, from which on one encoding can be told from another
_small_place = re.compile(r"(?<=[a-z])[^\x00-\x7f](?=[a-z\s,.;:!?]|\Z)")
# ã, ç and é of Mac Roman: an angle quotation mark, a hole and Ž in Windows-1252, which stand in no word.
_mac = re.compile(rb"(?<=[A-Za-z])[\x8b\x8d\x8e]{1,2}(?=[a-z])")
_windows = re.compile(rb"(?<=[A-Za-z])[\xe0-\xe5\xe7-\xfc]{1,2}(?=[A-Za-z])")
_large_place = re.compile(r"(?<=[A-Z])[^\x00-\x7f](?=[A-Z])")


def mended(text: str) -> str:
    """The text, decoded once more for each time that it had been encoded too often ("aÃ§Ã£o").

    All of it, where all can come from there; else line by line and sign by sign where there are many signs of it,
    and single words where there are few.
    """
    for _ in range(_ROUNDS):
        if not any(sign in text for sign in _TWICE_SIGNS) or (better := _mended_once(text)) == text:
            break
        text = better
    return text


def _mended_once(text: str) -> str:
    certain = len(_certain.findall(text))
    if not certain:
        return text
    if (whole := _once_more(text)) is not None:
        return whole
    good = sum(char.isalpha() and not char.isascii() for char in _sequence.sub("", text))
    if certain < _FEWEST or certain < _SHARE * good:
        return _word.sub(_mended_word, text) if _inside.search(text) else text
    return "\n".join(map(_mended_line, text.split("\n")))


def _mended_line(line: str) -> str:
    if not _certain.search(line):
        return line
    if (whole := _once_more(line)) is not None:
        return whole
    line = _sequence.sub(lambda found: _once_more(found[0]) or found[0], line)
    return _to_the.sub(lambda found: "à" if found.string.startswith("s", found.end()) else "à ", line)


def single_byte_encoding(data: bytes) -> str:
    """The encoding of one byte a letter that makes Portuguese words of the bytes: Windows-1252 where in doubt."""
    beyond = len(data.translate(None, _ASCII))
    sample = data[: 1 << 16]
    if beyond < _FEW:
        return "cp1252"
    if (mac := len(_mac.findall(sample))) >= 2 and mac > 3 * len(_windows.findall(sample)):
        return "mac-roman"
    usual = _portuguese(sample, "cp1252")
    best = max(_OTHERS, key=lambda encoding: _portuguese(sample, encoding))
    return best if usual < 0.5 and _portuguese(sample, best) > 0.9 else "cp1252"


def _portuguese(sample: bytes, encoding: str) -> float:
    """How many of the characters beyond ASCII inside and at the end of words may stand there, from 0 to 1."""
    text = sample.decode(encoding, "replace")
    small = [char for char in _small_place.findall(text) if char not in _CLOSERS]
    large = _large_place.findall(text)
    right = sum(char in _SMALL for char in small) + sum(char in _LARGE for char in large)
    return right / (len(small) + len(large)) if right else 0.0


def _mended_word(found: re.Match[str]) -> str:
    word = found[0]
    if word.isascii() or not _certain.search(word):
        return word
    return _once_more(word) or word


def _once_more(text: str) -> str | None:
    try:
        return text.translate(_TO_LATIN1).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
