"""The files of a folder that may be articles, and how many others lie there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from articles.errors import Problem, UnreadableSource

KINDS = frozenset(
    ".txt .text .md .markdown .mdown .html .htm .xhtml .mht .mhtml .epub .pdf .docx".split()  # noqa: SIM905 - one line
)
"""The endings of names, in small letters, of the files that a folder is searched for."""


@dataclass(slots=True)
class Files:
    """What lies in a folder and the folders in it.

    Attributes:
        hidden: How many entries were passed over because their names begin with a dot; of a folder, itself.
        others: How many files of other kinds there are; also pipes, devices and links that lead nowhere.
        problems: The folders that could not be read.
    """

    folder: Path
    hidden: int = 0
    others: int = 0
    problems: list[Problem] = field(default_factory=list)

    def __iter__(self) -> Iterator[Path]:
        """The files of known kinds, each folder's by name, the folders in it where their names stand.

        Links are followed; a folder that was come to before, as by a link to the one it lies in, is not gone into.
        """
        seen = {_identity(self.folder)}
        waiting = [self.folder]
        while waiting:
            path = waiting.pop()
            if path.is_dir():
                entries = self._entries(path)
                # Taken from the end: the first by name comes first, and all in it before the next.
                waiting.extend(each for each in reversed(entries) if not self._known(each, seen))
            else:
                yield path

    def _entries(self, folder: Path) -> list[Path]:
        try:
            with os.scandir(folder) as entries:
                names = sorted(entry.name for entry in entries)
        except OSError as error:
            from articles.cleaning import clean_line

            message = f"{clean_line(str(folder), 200)} cannot be read: {clean_line(error.strerror or '', 200)}"
            self.problems.append(UnreadableSource(message, "check that you may read it"))
            return []
        self.hidden += sum(name.startswith(".") for name in names)
        return [folder / name for name in names if not name.startswith(".")]

    def _known(self, path: Path, seen: set[tuple[int, int]]) -> bool:
        """Whether nothing is to be done about an entry: it was counted, or come to before."""
        if path.is_dir():
            identity = _identity(path)
            known = identity in seen
            seen.add(identity)
            return known
        if path.suffix.lower() in KINDS and path.is_file():
            return False
        self.others += 1
        return True


def _identity(folder: Path) -> tuple[int, int]:
    try:
        status = folder.stat()
    except OSError:
        return -1, -1
    return status.st_dev, status.st_ino
