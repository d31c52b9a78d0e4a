"""Making text from outside harmless: no control, bidi or invisible character gets past here."""

from __future__ import annotations

import re
import unicodedata

SIGN = "\ufffd"
"""What stands where something dangerous was taken out, so that a reader sees that something was."""

_CUT = "…"
_MARKS_KEPT = 8
_LINE_SLACK = 16  # how many times its limit clean_line looks at: white space and sequences shrink

# Breaks of a line in Unicode, all of which become a line feed; tab and the rare spaces become a space.
# The no-break spaces (U+00A0, U+202F) stay: they mean something in "R$ 3" and "10 000".
_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_SPACES = "\t\u1680\u2000-\u200a\u205f\u3000"
_SOFT_HYPHEN = "\u00ad"

# Never wanted, whatever stands around them.
_BAD = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls that are neither tab nor a line break
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls
    "\u200b\u200c\u2060-\u2065\u206a-\u206f"  # zero width, invisible operators, deprecated formats
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # joiner and fillers that show nothing
    "\ufeff\ufff0-\ufffb\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # BOM inside, annotations, surrogates
    "\ufe00-\ufe0d"  # variation selectors: they can hide whole messages, and so can tags
)
_BAD_ASTRAL = "\U000e0000-\U000e0fff\U00013430-\U00013440\U0001bca0-\U0001bca3\U0001d173-\U0001d17a" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
# Marks that pile up on the letter before them; enough of them cover the lines around.
_MARKS = (
    "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
)
# What an emoji presentation selector, and what a joiner, may follow.
_EMOJI = "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_KEYCAPS = "#*0-9"
_LOOSE = f"(?<![{_KEYCAPS}{_EMOJI}])[\ufe0e\ufe0f]|(?<![{_EMOJI}])(?<![{_EMOJI}]\ufe0f)\u200d|\u200d(?![{_EMOJI}])"
_DANGER = f"[{_BAD}{_BAD_ASTRAL}]|{_LOOSE}"

# One range for all that lies beyond the BMP: a character class with more of them is ten times slower.
_SUSPECT = f"{_BAD}\ufe0e\ufe0f\u200d\U00010000-\U0010ffff"
_touch = re.compile(f"[{_SUSPECT}{_BREAKS}{_SPACES}{_SOFT_HYPHEN}{_MARKS}]")
_suspects = re.compile(f"[{_SUSPECT}]+")
_spaces = re.compile(f"[{_SPACES}]")
_danger = re.compile(f"(?:{_DANGER})+")
_pile = re.compile(f"([{_MARKS}]{{{_MARKS_KEPT}}})[{_MARKS}]+")
# What a terminal takes as one command. A string's content holds no control character, so each attempt ends
# at the next one and the whole stays linear; its length is bounded so that no text is swallowed.
_sequences = re.compile(
    r"(?:(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,16}[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x00-\x1f\x7f-\x9f]{0,2000}(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]{0,8}[0-~]"
    r"|\x1b)+"
)
_escapes = re.compile("[\x1b\x80-\x84\x86-\x9f]")
_mask_spaces = re.compile(f"[{_SPACES}{_BREAKS}]")
_mask_danger = re.compile(_DANGER)


def clean(text: str) -> str:
    r"""Text of several lines, safe to show: in NFC, with ``\n`` as the only control character.

    Every kind of line break becomes a line feed; tabs and rare spaces become a space. An escape sequence,
    a control or bidi character, or an invisible one becomes one U+FFFD (a run of them, too). Soft hyphens
    and a byte order mark at the start go without a trace. More than 8 combining marks in a row are cut.

    Cleaning twice changes nothing more. Text that is clean already is returned as the same object.
    """
    if _touch.search(text) is None:
        return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    text = text.lstrip("\ufeff").replace(_SOFT_HYPHEN, "").replace("\r\n", "\n")
    for sign in _BREAKS:
        text = text.replace(sign, "\n")
    text = _spaces.sub(" ", text)
    if _escapes.search(text):
        text = _sequences.sub(SIGN, text)
    text = unicodedata.normalize("NFC", text)
    # One for one, and none of what is taken out combines: the text stays in NFC from here on.
    return _pile.sub(r"\1", _suspects.sub(lambda run: _judged(run, _danger), text))


def clean_line(text: str, limit: int = 1000) -> str:
    """The same on one line: white space folded to single spaces, none at the ends.

    Args:
        text: Anything.
        limit: The most characters to return, at least 1; what is longer ends in "…".
    """
    text = text.lstrip()
    rest = len(text) > limit * _LINE_SLACK
    line = " ".join(clean(text[: limit * _LINE_SLACK]).split())
    if len(line) <= limit and not rest:
        return line
    return line[: limit - 1].rstrip(" \u200d\ufe0f\u00a0") + _CUT


def mask(text: str) -> str:
    r"""The same text with each bad character, and all of an escape sequence, replaced one for one: offsets hold.

    Line breaks other than ``\n``, tabs and rare spaces become a space, everything else that ``clean`` takes
    out becomes U+FFFD. The text is not brought to NFC.

    Returns:
        As many characters as ``text`` has.
    """
    if _touch.search(text) is None:
        return text
    if _escapes.search(text):  # whole, so that "31m" is left over for nobody to read as a quantity
        text = _sequences.sub(lambda sequence: SIGN * len(sequence[0]), text)
    text = _mask_spaces.sub(" ", text).replace(_SOFT_HYPHEN, SIGN)
    text = _suspects.sub(lambda run: _judged(run, _mask_danger), text)
    return _pile.sub(lambda run: run[1] + SIGN * (len(run[0]) - _MARKS_KEPT), text)


def _judged(run: re.Match[str], danger: re.Pattern[str]) -> str:
    """A run of suspects with the dangerous ones replaced: what an emoji needs to be one may stay."""
    before = run.string[run.start() - 1] if run.start() else ""
    after = run.string[run.end() : run.end() + 1]
    judged = danger.sub(SIGN, before + run[0] + after)
    return judged[len(before) : len(judged) - len(after)]
