"""The dictionaries that the reader installed: copied whole into the data folder, in an order of the reader's."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from articles.cleaning import clean_line
from articles.errors import Problem
from reader.dictionary.errors import BadDictionary
from reader.dictionary.finding import Found, dictionaries_in
from reader.dictionary.installed import About, Installed, read_about
from reader.dictionary.installing import install, keep_names
from reader.locations import make_private, reason

SYSTEM = Path("/usr/share/dictd")
"""Where a system's package manager puts dictd's dictionaries."""

_ORDER = "order.json"
_NEW = ".new-"
_NAME = 40


class Dictionaries:
    """The dictionaries under a data folder.

    Args:
        data_dir: The reader's.
        system: Where the system's dictionaries lie.
    """

    def __init__(self, data_dir: Path, system: Path = SYSTEM) -> None:
        self.folder = data_dir / "dictionaries"
        self._system = system

    def all(self) -> list[About]:
        """Those that are installed and whole, in the reader's order; see ``damaged`` for the others."""
        found: list[About] = []
        for versions in self._versions().values():
            for each in versions:
                with contextlib.suppress(BadDictionary):
                    found.append(read_about(each))
                    break
        order = self._order()
        return sorted(found, key=lambda each: (order.get(each.short, len(order)), each.short))

    def damaged(self) -> list[str]:
        """The names of those that are no dictionary any more."""
        whole = {each.short for each in self.all()}
        return [name for name in self._versions() if name not in whole]

    def offered(self) -> list[Path]:
        """The system's Portuguese–English dictionaries: used only once they were added."""
        if not self._system.is_dir():
            return []
        taken = {each.short for each in self.all()}
        found = sorted(each for each in self._system.glob("*.index") if re.search(r"por.?eng|pt.?en\b", each.name))
        return [each for each in found if _slug(each.stem) not in taken]

    def open(self, told: Callable[[Problem], None] = lambda problem: None) -> list[Installed]:
        """All of them, opened.

        Args:
            told: Called with why one cannot be opened; it is left out.
        """
        for name in self.damaged():
            told(BadDictionary(f"the dictionary {name!r} is damaged", "add it again"))
        found: list[Installed] = []
        for about in self.all():
            try:
                found.append(Installed(about))
            except BadDictionary as problem:
                told(BadDictionary(f"the dictionary {about.name!r} cannot be read: {problem}", "add it again"))
        return found

    def add(self, path: Path) -> list[About]:
        """Install what a file, folder or archive holds; one of the same name is replaced.

        Raises:
            BadDictionary: It holds none, or one that is damaged or too large; then nothing is changed.
            StorageError: The data folder cannot be written.
        """
        make_private(self.folder)
        self._sweep()
        before = [each.short for each in self.all()]
        with dictionaries_in(path) as found:
            added = [self._add(each) for each in found]
        self._keep_order([*before, *(name for each in added if (name := each.short) not in before)])
        return added

    def remove(self, name: str) -> About:
        """Take a dictionary away.

        Raises:
            BadDictionary: There is none of this name.
        """
        about = self.find(name)
        self._retire(self._versions()[about.short][::-1])
        if about.folder.exists():
            message = f"{about.name!r} cannot be removed: its folder {str(about.folder)!r} is in use or not yours"
            raise BadDictionary(message)
        self._keep_order([each.short for each in self.all()])
        return about

    def move(self, name: str, by: int) -> list[About]:
        """Ask a dictionary earlier (-1) or later (1) than the others; returns all in their new order.

        Raises:
            BadDictionary: There is none of this name.
        """
        about, order = self.find(name), self.all()
        at = order.index(about)
        order.insert(max(0, at + by), order.pop(at))
        self._keep_order([each.short for each in order])
        return order

    def find(self, name: str) -> About:
        """The dictionary of this name, short name, or number in the list from 1.

        Raises:
            BadDictionary: There is none, or several.
        """
        every = self.all()
        if name.isdecimal() and 0 < int(name[:9]) <= len(every):
            return every[int(name[:9]) - 1]
        found = [each for each in every if name in (each.short, each.name)]
        found = found or [each for each in every if name and name.casefold() in each.name.casefold()]
        if len(found) == 1:
            return found[0]
        trouble = "several dictionaries are called so" if found else "there is no dictionary"
        message = f"{trouble}: {clean_line(name, 80)!r}"
        raise BadDictionary(message, "reader dictionaries lists them")

    def _versions(self) -> dict[str, list[Path]]:
        """The folders of each name, the newest first: more than one where replacing was broken off."""
        if not self.folder.is_dir():
            return {}
        found: dict[str, list[Path]] = {}
        folders = (each for each in self.folder.iterdir() if not each.name.startswith(".") and each.is_dir())
        for each in sorted(folders, key=_version, reverse=True):
            found.setdefault(each.name.partition(".")[0], []).append(each)
        return dict(sorted(found.items()))

    def _order(self) -> dict[str, int]:
        try:
            names = json.loads((self.folder / _ORDER).read_text("utf-8"))
            return {str(name): at for at, name in enumerate(names)}
        except (OSError, ValueError, TypeError):
            return {}

    def _keep_order(self, names: Sequence[str]) -> None:
        temporary = self.folder / f"{_NEW}{os.getpid()}-order"
        try:
            with temporary.open("w", encoding="utf-8") as file:
                json.dump(list(names), file, ensure_ascii=False)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(self.folder / _ORDER)
            keep_names(self.folder)
        except OSError as error:
            message = f"the order cannot be kept: {reason(error)}"
            raise BadDictionary(message) from error

    def _sweep(self) -> None:
        """Take away what a killed process left half."""
        for each in self.folder.glob(f"{_NEW}*"):
            owner = each.name.removeprefix(_NEW).partition("-")[0]
            if owner.isdecimal() and not _alive(int(owner)):
                shutil.rmtree(each, ignore_errors=True)
                with contextlib.suppress(OSError):
                    each.unlink()
        whole = {each.short: _version(each.folder) for each in self.all()}
        for name, versions in self._versions().items():
            self._retire([each for each in versions if _version(each) < whole.get(name, 0)])

    def _add(self, found: Found) -> About:
        """Install one; a former one of its name is there until this one is, and taken away only then."""
        temporary = Path(tempfile.mkdtemp(prefix=f"{_NEW}{os.getpid()}-", dir=self.folder))
        try:
            about = install(found, temporary)
            name = _slug(found.stem)
            final = self._put(temporary, name)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
        self._retire([each for each in self._versions().get(name, []) if _version(each) < _version(final)])
        return replace(about, folder=final)

    def _put(self, temporary: Path, name: str) -> Path:
        """Name a finished folder: from this moment on it is the dictionary of this name."""
        while True:
            former = self._versions().get(name, [])
            final = self.folder / (f"{name}.{_version(former[0]) + 1}" if former else name)
            try:
                temporary.rename(final)
            except OSError:
                if not final.exists():
                    raise
                continue  # somebody else added one at the same moment
            keep_names(self.folder)
            return final

    def _retire(self, folders: Sequence[Path]) -> None:
        """Take folders away: each at once, so that nothing half is left. What cannot be is swept later."""
        for each in folders:
            gone = self.folder / f"{_NEW}{os.getpid()}-gone"
            shutil.rmtree(gone, ignore_errors=True)
            with contextlib.suppress(OSError):
                each.rename(gone)
            shutil.rmtree(gone, ignore_errors=True)
        keep_names(self.folder)


def _version(folder: Path) -> int:
    """How often a dictionary was replaced before this folder: 0 for "name", 3 for "name.3"."""
    number = folder.name.partition(".")[2]
    return int(number[:9]) if number.isdecimal() else 0


def _slug(stem: str) -> str:
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_NAME].strip("-") or "dictionary"


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
