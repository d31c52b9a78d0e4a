"""Finding what was made of a name by its letters: "Sao Paulo", "Degtiarev", a name left in Portuguese."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.model import Span
from reader.translation.names.looking import Care, Sought, is_free
from reader.translation.names.variants import bare

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s\Z", re.IGNORECASE)
_APART = re.compile(r"[,;:()\"“”]|(?<=\w\w)\.\s")
_NUMERAL = re.compile(r" [IVX]+\Z")
_ORDINAL = re.compile(r" \d+(?:st|nd|rd|th)\b")  # "John Paul 2nd" is John Paul II
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


def nearest(source: str, target: str, sought: Sought, claimed: Sequence[Span]) -> tuple[Span, str] | None:
    """Where the English has the name misspelt or in Portuguese, and what must stand there; None for nowhere.

    How like it must be depends on what is done for the term; what is like it and stands in the source as another word
    is that word, not the name.
    """
    forms = _forms(sought)
    span = sought.hit.span
    others = {key(word.text) for word in words_of(source[: span.start] + " . " + source[span.end :])} - forms.keys()
    size = min(len(words_of(sought.wanted)), _MOST_WORDS)
    sizes = {size - 1, size, size + 1, len(words_of(sought.said))} - {0}
    best: list[tuple[int, int, Span, str]] = []
    for window, text in _windows(target, sizes, loud=sought.loud) if forms else ():
        said = key(text)
        if said in others or text in forms.values() or not is_free(window, claimed):
            continue
        for form, put in forms.items():
            most = _allowed(form) if sought.care is Care.HOLD else 0
            far = _distance(said, form, most)
            if far <= most:
                best.append((far - most, abs(len(said) - len(form)), window, put))
    if not best:
        return None
    _, _, window, put = min(best, key=lambda each: each[:2])
    number = _ORDINAL.match(target, window.end) if _NUMERAL.search(put) else None
    return (Span(window.start, number.end()) if number else window), put


def _forms(sought: Sought) -> dict[str, str]:
    """What is looked for by its letters, and what it must be: the name's English, and what it is in Portuguese."""
    wanted, said = key(sought.wanted), key(sought.said)
    if sought.care is Care.COPY:
        # "PSDB" may stay where the glossary has the party's full name; "ONU" may not where it has "UN".
        spelt_out = " " not in sought.said and (" " in sought.wanted or sought.said.isupper() > sought.wanted.isupper())
        return {} if spelt_out else {said: sought.wanted}
    short = bare(sought.wanted)
    if sought.care is Care.HOLD and short != sought.wanted and key(short) == said:
        return {wanted: sought.wanted, said: short}  # "Galápagos" is not made longer than the article has it
    return {wanted: sought.wanted, said: sought.wanted}


def _windows(target: str, sizes: Iterable[int], *, loud: bool) -> Iterator[tuple[Span, str]]:
    """Stretches of the English of about as many words, that begin and end as a name does."""
    words = words_of(target)
    for count in sorted(sizes):
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
