"""The tables of English names: text files beside this module, read once when first asked for."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.entities.gazetteer import fold

_FOLDER = Path(__file__).with_name("tables")


@dataclass(frozen=True, slots=True)
class Entry:
    """One English name.

    Attributes:
        name: The Portuguese one, as the table writes it.
        english: The English one; the same where the thing keeps its name; None where it may be one of several.
        near: Folded names of which the article must use one for this to be meant; empty where nothing else is.
        source: Where an organisation's English comes from ("own", "state", "press", "same").
        home: Where an organisation is at home: a country's code in small letters, or "".
        strict: Whether the name means this only in an article from there.
    """

    name: str
    english: str | None
    near: frozenset[str] = frozenset()
    source: str = ""
    home: str = ""
    strict: bool = False


Table = Mapping[str, tuple[Entry, ...]]
"""Folded Portuguese names, and what each may be."""


def read(name: str) -> Iterator[Entry]:
    """The entries of a table, in its order; all of its Portuguese spellings.

    Raises:
        ValueError: A line is not what the head of the file says it is.
    """
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        names, sign, rest = line.partition(" =")
        if not sign:
            raise ValueError("no name in English: " + line)
        english, *more = (part.strip() for part in rest.split("|"))
        if name == "organisations":
            source, home, near = more[0], more[1] if len(more) > 1 else "", frozenset[str]()
        else:
            source, home = "", ""
            near = frozenset(fold(each) for each in more[0].split(";")) if more else frozenset()
        for each in names.split(";"):
            portuguese = each.strip()
            meant = None if english == "?" else english or portuguese
            if name == "people" and meant and " " not in portuguese:
                meant = meant.split()[-1]  # a line gives the full name, and who writes the surname gets the surname
            yield Entry(portuguese, meant, near, source, home.removesuffix("!"), home.endswith("!"))


@functools.cache
def table(name: str) -> Table:
    """A table by its folded names: "places", "people", "organisations" or "gazetteer"."""
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in read(name):
        folded = fold(entry.name)
        found[folded] = (*found.get(folded, ()), entry)
    return found


@functools.cache
def simple(name: str) -> Mapping[str, str]:
    """A table in which a word has one meaning, by its folded words: "topics", "nations", "sports" and the like."""
    return {fold(entry.name): entry.english for entry in read(name) if entry.english}
