"""A dictionary that was installed: its folder, what it says of itself, and what it answers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from reader.dictionary import dictd, stardict
from reader.dictionary.entries import senses
from reader.dictionary.errors import BadDictionary
from reader.dictionary.keys import decode
from reader.dictionary.model import Sense
from reader.dictionary.slices import LONGEST_ENTRY, open_slices

ABOUT = "about.json"
"""What a dictionary's folder tells of it."""

_ENTRIES = 50  # rows of one word that are read


@dataclass(frozen=True, slots=True)
class About:
    """What a dictionary says of itself, clean text.

    Attributes:
        name: What it is called.
        kind: "stardict" or "dictd".
        entries: How many headwords it has.
        author: Who made it; "" where it does not say.
        licence: What it says of its licence; "" where it says nothing.
        types: The types of its entries' texts, in StarDict's letters; "" where each entry says its own.
        wide: Whether its offsets have 64 bits.
        folder: Where it lies.
    """

    name: str
    kind: str
    entries: int
    author: str = ""
    licence: str = ""
    types: str = ""
    wide: bool = False
    folder: Path = Path()

    @property
    def short(self) -> str:
        """Its short name: that of its files, whatever was installed before under this name."""
        return self.folder.name.partition(".")[0]


def read_about(folder: Path) -> About:
    """What a dictionary's folder tells.

    Raises:
        BadDictionary: It tells nothing.
    """
    try:
        said = json.loads((folder / ABOUT).read_text("utf-8"))
        if said["kind"] not in ("stardict", "dictd"):
            raise ValueError
        author, licence, types = (str(said[name]) for name in ("author", "licence", "types"))
        wide, entries = bool(said["wide"]), int(said["entries"])
        return About(str(said["name"]), said["kind"], entries, author, licence, types, wide, folder)
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        message = f"the dictionary in {str(folder)!r} is damaged"
        raise BadDictionary(message, "remove it and add it again") from error


class Installed:
    """A dictionary's files, read piece by piece. Safe to use from several threads.

    Args:
        about: Which one.

    Raises:
        BadDictionary: Its files cannot be read.
    """

    def __init__(self, about: About) -> None:
        self.about = about
        folder = about.folder
        self._slices = open_slices(folder / "text")
        try:
            self._index: stardict.StarDictIndex | dictd.DictdIndex = (
                stardict.StarDictIndex(folder, wide=about.wide)
                if about.kind == "stardict"
                else dictd.DictdIndex(folder)
            )
        except BadDictionary:
            self._slices.close()
            raise

    @property
    def name(self) -> str:
        """What it is called."""
        return self.about.name

    def senses(self, headword: str) -> tuple[Sense, ...]:
        """The entries of a word; those of what it is another form of where it has none of its own.

        Raises:
            BadDictionary: The files are not what the index says.
        """
        found = self._find(headword)
        own = [row for row in found if not row[3]] or [row for row in found if " " not in row[0] or " " in headword]
        told: list[Sense] = []
        for word, offset, size, _ in own[:_ENTRIES]:
            data = self._slices.read(offset, min(size, LONGEST_ENTRY + 1))
            if self.about.kind == "stardict":
                texts = stardict.pieces(data, self.about.types)
            else:
                texts = ((False, decode(data)),)
            told += senses(word, texts, self.name)
        return tuple(told)

    def has(self, headword: str) -> bool:
        """Whether it has an entry of its own for the word."""
        return any(not row[3] for row in self._find(headword))

    def bases(self, form: str) -> tuple[str, ...]:
        """The headwords that the dictionary says a form belongs to, itself not among them."""
        return tuple(dict.fromkeys(row[0] for row in self._find(form) if row[3]))

    def sample(self, count: int) -> tuple[str, ...]:
        """So many words of its index, spread over all of it."""
        return self._index.sample(count)

    def close(self) -> None:
        """Close its files."""
        self._slices.close()
        self._index.close()

    def _find(self, word: str) -> list[tuple[str, int, int, bool]]:
        if not word or len(word) > 300:
            return []
        try:
            return list(dict.fromkeys(self._index.find(word)))
        except ValueError as error:  # closed meanwhile
            message = f"{self.name!r} is closed"
            raise BadDictionary(message) from error
