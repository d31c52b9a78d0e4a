"""What a mention of a person says of who is meant: the words of the name, and the title's gender and number."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from reader.entities.cues import COURTESY, PARTICLES, is_title
from reader.entities.gazetteer import fold
from reader.entities.gender import of_title
from reader.entities.names import GENERATIONS
from reader.entities.wordlist import words

Words = tuple[str, ...]
"""The folded words of a name."""

_BEFORE = 40  # characters before a mention that are read
_SEVERAL = words(
    """
    irmãos irmãs casal família famílias clã dinastia gêmeos gémeos gêmeas gémeas manos manas primos casais
    """
)
_FAMILY = frozenset({"irmaos", "irmas", "casal", "familia", "cla", "dinastia"})
_PLURAL = frozenset({"os", "as", "dos", "das", "aos", "pelos", "pelas", "nos", "nas"})
_LISTED = re.compile(r"(?:, [^\W\d_]+)* e [A-ZÀ-Þ]")  # "os irmãos Joel e Ethan Coen": each by himself
_GENERATION = re.compile(r" (pai|filho|neto|júnior|sênior|sénior)\b\.?(?! d[aeo]s? )")
_LOWER = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\Z")


@dataclass(frozen=True, slots=True)
class Form:
    """How a mention names a person.

    Attributes:
        words: The folded words of the name, without titles and particles.
        gender: What the title before it says: "f", "m", or None.
        title: The title, lower case; "" for none.
        several: Whether it names more than one person ("os irmãos Silva", "o casal Obama", "os Bush").
        capitals: Whether it is a word in capitals that may be initials: "FHC", "ACM Neto".
    """

    words: Words
    gender: str | None = None
    title: str = ""
    several: bool = False
    capitals: bool = False


@functools.lru_cache(maxsize=1 << 14)
def _split(name: str) -> tuple[Words, str]:
    """The words of a name, and the last title before them."""
    found = [word.strip(".,'\"«»“”‘’") for word in fold(name.replace(".", ". ")).split()]
    raw = [word.strip(".") for word in name.lower().replace(".", ". ").split()]
    title = ""
    while len(found) > 1 and (is_title(raw[0]) or found[0] in COURTESY):
        title = raw[0]
        found, raw = found[1:], raw[1:]
    parts = [part for word in found for part in word.split("-")] if "-" in name else found
    kept = tuple("junior" if part == "jr" else part for part in parts if part and part not in PARTICLES)
    return kept or tuple(found), title


def person_words(name: str) -> Words:
    """The folded words of a person's name, without titles ("presidente", "Sr.") and particles ("da")."""
    return _split(name)[0]


def read_form(name: str, body: str = "", start: int = 0, end: int = 0) -> Form:
    """What a mention says, with the words right before and after it.

    Args:
        name: The mention's text.
        body: What it stands in; "" where only the name is known.
        start: Where it begins in ``body``.
        end: Where it ends.
    """
    found, title = _split(name)
    article = ""
    several = False
    if body:
        generation = _GENERATION.match(body, end) if body[end : end + 1] == " " else None
        if generation is not None and found and found[-1] not in GENERATIONS:
            found = (*found, fold(generation[1]))
        before = body[max(0, start - _BEFORE) : start]
        if before[-1:] == " ":
            article, word = _last_two(before)
            if title:
                article = word
            elif is_title(word):
                title = word
            elif word in _SEVERAL or (word in _PLURAL and len(found) == 1):
                several = _LISTED.match(body, end) is None
    if len(found) > 1 and found[0] in _FAMILY:
        several, found = True, found[1:]
    gender = of_title(title, article) if title else None
    return _form(found, gender, title, several, _may_be_initials(name, found))


def _may_be_initials(name: str, found: Words) -> bool:
    return (len(found) == 1 or (len(found) == 2 and found[-1] in GENERATIONS)) and name.partition(" ")[0].isupper()


@functools.lru_cache(maxsize=1 << 12)
def _form(found: Words, gender: str | None, title: str, several: bool, capitals: bool) -> Form:
    return Form(found, gender, title, several, capitals)


def _last_two(before: str) -> tuple[str, str]:
    """The last two words before a name, lower case, without the full stop of "Sr."; "" where there is none."""
    parts = before.split()[-2:]
    last = parts[-1].rstrip(".").lower() if parts else ""
    first = parts[-2].lower() if len(parts) > 1 else ""
    return (first if _LOWER.match(first) else ""), (last if _LOWER.match(last) else "")
