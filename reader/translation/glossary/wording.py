"""Texts as their words, in the one form in which terms and sentences are compared."""

from __future__ import annotations

import re
import unicodedata

HYPHENS = "-\u2010\u2011"
"""Signs that join two words, as a space may: "norte-coreano", "norte coreano"."""

APOSTROPHES = "'’‘ʼ´`"
"""Signs that all mean the same: "copo d'água", "copo d’água"."""

_WORD = re.compile(r"\w[\w\u0300-\u036f]*")  # with the marks that no letter of their own composes
_SPACES = re.compile(r"\s+")
_ONE_FORM = str.maketrans(dict.fromkeys(HYPHENS, "-") | dict.fromkeys(APOSTROPHES, "'"))


class Words:
    """A text as its words, with what stands between them; composition, kinds of space and of signs do not matter.

    A hyphen between two words is as good as a space.

    Args:
        text: Anything on one line.

    Attributes:
        text: The text, composed (NFC).
        count: How many words it has.
    """

    __slots__ = ("_ends", "_exact", "_exact_at", "_folded", "_folded_at", "_origin", "_starts", "count", "text")

    def __init__(self, text: str) -> None:
        self.text, self._origin = _composed(text)
        exact: list[str] = []
        folded: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._exact_at: list[tuple[int, int]] = []
        self._folded_at: list[tuple[int, int]] = []
        at = folded_at = end = 0
        for found in _WORD.finditer(self.text):
            word = found.group()
            between = _between(self.text[end : found.start()]) if exact else ""
            small = word.casefold()  # which may be longer than the word
            exact += (between, word)
            folded += (between, small)
            at, folded_at = at + len(between), folded_at + len(between)
            self._exact_at.append((at, at + len(word)))
            self._folded_at.append((folded_at, folded_at + len(small)))
            at, folded_at, end = at + len(word), folded_at + len(small), found.end()
            self._starts.append(found.start())
            self._ends.append(end)
        self._exact, self._folded = "".join(exact), "".join(folded)
        self.count = len(self._starts)

    def start(self, word: int) -> int:
        """Where a word begins, in ``text``."""
        return self._starts[word]

    def end(self, word: int) -> int:
        """Where a word ends, in ``text``."""
        return self._ends[word]

    def exact(self, first: int, last: int) -> str:
        """The words from one to another, both included, in the form that is compared, with their capitals."""
        return self._exact[self._exact_at[first][0] : self._exact_at[last][1]]

    def folded(self, first: int, last: int) -> str:
        """The same without capitals."""
        return self._folded[self._folded_at[first][0] : self._folded_at[last][1]]

    def before(self) -> str:
        """What stands before the first word."""
        return one_form(self.text[: self._starts[0]]) if self.count else ""

    def after(self) -> str:
        """What stands after the last word."""
        return one_form(self.text[self._ends[-1] :]) if self.count else ""

    def is_loud(self) -> bool:
        """Whether all of it is in capitals."""
        return self.text == self.text.upper()

    def place(self, position: int) -> int:
        """The position in the text as it was given, of one in ``text``."""
        return position if self._origin is None else self._origin[position]


def one_form(text: str) -> str:
    """The text with one sign for each that means the same; as long as it was."""
    return text.translate(_ONE_FORM)


def folded(text: str) -> str:
    """The form by which two terms are the same: words without capitals, one kind of space, what stands around them."""
    words = Words(text)
    if not words.count:
        return ""
    return words.before().lstrip() + words.folded(0, words.count - 1) + words.after().rstrip()


def _between(text: str) -> str:
    if text in HYPHENS or text.isspace():
        return " "
    return _SPACES.sub(" ", one_form(text))


def _composed(text: str) -> tuple[str, list[int] | None]:
    """The text in NFC, and for each of its positions the one in the text as it was; None where they are the same."""
    if unicodedata.is_normalized("NFC", text):
        return text, None
    parts: list[str] = []
    origin: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and unicodedata.combining(text[end]):
            continue
        part = unicodedata.normalize("NFC", text[start:end])
        parts.append(part)
        origin += [start] * len(part)
        start = end
    return "".join(parts), [*origin, len(text)]
