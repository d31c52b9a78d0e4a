"""Text whose bytes were taken for another encoding once: what was meant, where that is certain."""

from __future__ import annotations

import re

CP1252 = "".join(bytes([n]).decode("cp1252", "ignore") or chr(n) for n in range(256))
"""Windows-1252 with its five holes filled from Latin-1, so that every byte is some character."""

_TO_LATIN1 = {ord(char): n for n, char in enumerate(CP1252) if ord(char) != n}
_TRAIL = "[" + re.escape(CP1252[0x80:0xC0]) + "\x80-\x9f]"
_TWICE_SIGNS = ("Ã", "Â", "â€", "â‚¬")  # looked for first: ten times as fast as the pattern
_twice = re.compile(f"[ÂÃ]{_TRAIL}|â€|â‚¬")
_word = re.compile(r"[^ \n\t]+")  # whatever is in it: looking for the sign in it too would be quadratic in long ones
# A capital Ã or Â before a closing sign may be right ("MAÇÃ”", "AMANHÃ…"); inside a word with small letters, or before
# a sign that closes nothing, it never is.
_CLOSERS = "…’”–—»›“‘\xa0"
_inside = re.compile(f"(?<=[a-zà-ÿ])[ÂÃ]{_TRAIL}|[ÂÃ]{_TRAIL}(?=[a-zà-ÿÃ])|â€{_TRAIL}|â‚¬")
_certain = re.compile(f"{_inside.pattern}|[ÂÃ](?![{_CLOSERS}]){_TRAIL}|(?<![A-Za-zÀ-ÿ])Ã\xa0")

_SMALL = frozenset("áàâãéêíóôõúüçñ")
_LARGE = frozenset("ÁÀÂÃÉÊÍÓÔÕÚÜÇÑ")
_OTHERS = ("mac-roman", "cp850")
_ASCII = bytes(range(128))
_FEW = 3  # letters beyond ASCII, from which on one encoding can be told from another
_small_place = re.compile(r"(?<=[a-z])[^\x00-\x7f](?=[a-z\s,.;:!?]|\Z)")
_large_place = re.compile(r"(?<=[A-Z])[^\x00-\x7f](?=[A-Z])")


def mended(text: str) -> str:
    """The text, decoded once more where it had been encoded twice ("aÃ§Ã£o"): all of it, or else single words."""
    if not any(sign in text for sign in _TWICE_SIGNS) or _twice.search(text) is None:
        return text
    whole = _once_more(text) if _certain.search(text) else None
    if whole is None and _inside.search(text):
        return _word.sub(_mended_word, text)
    return whole or text


def single_byte_encoding(data: bytes) -> str:
    """The encoding of one byte a letter that makes Portuguese words of the bytes: Windows-1252 where in doubt."""
    beyond = len(data.translate(None, _ASCII))
    sample = data[: 1 << 16]
    if beyond < _FEW:
        return "cp1252"
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
