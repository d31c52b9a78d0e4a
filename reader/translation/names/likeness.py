"""Finding what was made of a name by its letters: "Sao Paulo", "Degtiarev", a name left in Portuguese."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.model import Span
from reader.translation.names.looking import Sought, is_free

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s\Z", re.IGNORECASE)
_APART = re.compile(r"[,;:()\"“”]|\.\s")
_MOST_WORDS = 12  # of a name that is looked for by its letters


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    text: str


def words_of(text: str) -> list[_Word]:
    """The words of a text, without the ``'s`` of an owner."""
    found = []
    for match in _WORD.finditer(text):
        bare = _POSSESSIVE.sub("", match.group())
        found.append(_Word(Span(match.start(), match.start() + len(bare)), bare))
    return found


@functools.lru_cache(maxsize=8192)
def key(text: str) -> str:
    """The letters and digits of a text, without accents, capitals, spaces and hyphens."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in bare if char.isalnum())


def nearest(source: str, target: str, sought: Sought, claimed: Sequence[Span]) -> Span | None:
    """Where the English has the name misspelt; None where nothing is like it, or several things are as much.

    What is like it and stands in the source as another word is that word, not the name.
    """
    forms = list(dict.fromkeys((key(sought.wanted), key(sought.said))))
    span = sought.hit.span
    others = {key(word.text) for word in words_of(source[: span.start] + " . " + source[span.end :])}
    size = min(len(words_of(sought.wanted)), _MOST_WORDS)
    best: list[tuple[int, int, Span]] = []
    for window, text in _windows(target, size, loud=sought.loud):
        if not is_free(window, claimed):
            continue
        said = key(text)
        if said in others and said not in forms:
            continue
        far = min(_distance(said, form, _allowed(form)) for form in forms)
        if far <= max(map(_allowed, forms)):
            best.append((far, abs(len(said) - len(forms[0])), window))
    if not best:
        return None
    best.sort(key=lambda each: each[:2])
    return best[0][2]


def _windows(target: str, size: int, *, loud: bool) -> Iterator[tuple[Span, str]]:
    """Stretches of the English of about as many words, that begin and end as a name does."""
    words = words_of(target)
    for count in range(max(1, size - 1), size + 2):
        for at in range(len(words) - count + 1):
            first, last = words[at], words[at + count - 1]
            span = Span(first.span.start, last.span.end)
            text = span.of(target)
            named = first.text[:1].isupper() and (count == 1 or last.text[:1].isupper() or last.text.isdigit())
            if (loud or named) and not _APART.search(text):
                yield span, text


def _allowed(form: str) -> int:
    """How many letters of a name may differ: none in a short one, which is soon another name."""
    size = len(form)
    for most, allowed in ((4, 0), (6, 1), (9, 2), (14, 3)):
        if size <= most:
            return allowed
    return min(size // 4, 6)


def _distance(one: str, other: str, most: int) -> int:
    """How many letters to change, add or drop; more than ``most`` comes back as ``most`` + 1, soon."""
    if one == other:
        return 0
    if abs(len(one) - len(other)) > most or not one or not other or one[0] != other[0]:
        return most + 1
    row = list(range(len(other) + 1))
    for number, char in enumerate(one, 1):
        previous, row[0] = row[0], number
        for at, letter in enumerate(other, 1):
            previous, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, previous + (char != letter))
        if min(row) > most:
            return most + 1
    return row[-1]
