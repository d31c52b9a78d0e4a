"""The dictionaries that the reader installed: copied whole into the data folder, in an order of the reader's."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from articles.cleaning import clean, clean_line
from reader.dictionary import dictd, stardict
from reader.dictionary.errors import BadDictionary
from reader.dictionary.finding import Found, copy, dictionaries_in, unpacked
from reader.dictionary.installed import ABOUT, About, Installed, read_about
from reader.dictionary.keys import decode
from reader.dictionary.slices import LONGEST_ENTRY, has_chunks, open_slices
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
        for each in self._folders():
            with contextlib.suppress(BadDictionary):
                found.append(read_about(each))
        order = self._order()
        return sorted(found, key=lambda each: (order.get(each.folder.name, len(order)), each.folder.name))

    def damaged(self) -> list[str]:
        """The folders that hold no dictionary any more."""
        whole = {each.folder for each in self.all()}
        return [each.name for each in self._folders() if each not in whole]

    def offered(self) -> list[Path]:
        """The system's Portuguese–English dictionaries: used only once they were added."""
        if not self._system.is_dir():
            return []
        taken = {each.folder.name for each in self.all()}
        found = sorted(each for each in self._system.glob("*.index") if re.search(r"por.?eng|pt.?en\b", each.name))
        return [each for each in found if _slug(each.stem) not in taken]

    def open(self) -> list[Installed]:
        """All of them, opened; what cannot be opened is left out."""
        found: list[Installed] = []
        for about in self.all():
            with contextlib.suppress(BadDictionary):
                found.append(Installed(about))
        return found

    def add(self, path: Path) -> list[About]:
        """Install what a file, folder or archive holds; one of the same name is replaced.

        Raises:
            BadDictionary: It holds none, or one that is damaged or too large; then nothing is changed.
            StorageError: The data folder cannot be written.
        """
        make_private(self.folder)
        self._sweep()
        before = [each.folder.name for each in self.all()]
        with dictionaries_in(path) as found:
            added = [self._add(each) for each in found]
        self._keep_order([*before, *(name for each in added if (name := each.folder.name) not in before)])
        return added

    def remove(self, name: str) -> About:
        """Take a dictionary away.

        Raises:
            BadDictionary: There is none of this name.
        """
        about = self.find(name)
        gone = self.folder / f"{_NEW}{os.getpid()}-gone"
        shutil.rmtree(gone, ignore_errors=True)
        try:
            about.folder.rename(gone)  # at once, so that nothing half is left
        except OSError as error:
            message = f"{about.name!r} cannot be removed: {reason(error)}"
            raise BadDictionary(message) from error
        shutil.rmtree(gone, ignore_errors=True)
        self._keep_order([each.folder.name for each in self.all()])
        return about

    def move(self, name: str, by: int) -> list[About]:
        """Ask a dictionary earlier (-1) or later (1) than the others; returns all in their new order.

        Raises:
            BadDictionary: There is none of this name.
        """
        about, order = self.find(name), self.all()
        at = order.index(about)
        order.insert(max(0, at + by), order.pop(at))
        self._keep_order([each.folder.name for each in order])
        return order

    def find(self, name: str) -> About:
        """The dictionary of this name, short name, or number in the list from 1.

        Raises:
            BadDictionary: There is none, or several.
        """
        every = self.all()
        if name.isdecimal() and 0 < int(name[:9]) <= len(every):
            return every[int(name[:9]) - 1]
        found = [each for each in every if name in (each.folder.name, each.name)]
        found = found or [each for each in every if name and name.casefold() in each.name.casefold()]
        if len(found) == 1:
            return found[0]
        trouble = "several dictionaries are called so" if found else "there is no dictionary"
        message = f"{trouble}: {clean_line(name, 80)!r}"
        raise BadDictionary(message, "reader dictionaries lists them")

    def _folders(self) -> list[Path]:
        if not self.folder.is_dir():
            return []
        return sorted(each for each in self.folder.iterdir() if each.is_dir() and not each.name.startswith("."))

    def _order(self) -> dict[str, int]:
        try:
            names = json.loads((self.folder / _ORDER).read_text("utf-8"))
            return {str(name): at for at, name in enumerate(names)}
        except (OSError, ValueError, TypeError):
            return {}

    def _keep_order(self, names: Sequence[str]) -> None:
        temporary = self.folder / f"{_NEW}{os.getpid()}-order"
        try:
            temporary.write_text(json.dumps(list(names), ensure_ascii=False), "utf-8")
            temporary.replace(self.folder / _ORDER)
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

    def _add(self, found: Found) -> About:
        temporary = Path(tempfile.mkdtemp(prefix=f"{_NEW}{os.getpid()}-", dir=self.folder))
        try:
            for part, (opened, packed) in found.parts.items():
                target = temporary / {"dict": "text", "idx": "index", "syn": "forms"}.get(part, part)
                _take(opened, packed, target, chunks=part == "dict")
            (temporary / "forms").touch()
            about = _stardict(temporary, found) if found.kind == "stardict" else _dictd(temporary, found)
            _try(about)
            said = {name: getattr(about, name) for name in About.__slots__ if name != "folder"}
            (temporary / ABOUT).write_text(json.dumps(said, ensure_ascii=False), "utf-8")
            for each in temporary.iterdir():
                with each.open("rb+") as file:
                    os.fsync(file.fileno())
            final = self.folder / _slug(found.stem)
            if final.exists():
                final.rename(self.folder / f"{temporary.name}-old")
            temporary.rename(final)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
            shutil.rmtree(self.folder / f"{temporary.name}-old", ignore_errors=True)
        return replace(about, folder=final)


def _take(opened: object, packed: bool, target: Path, *, chunks: bool) -> None:
    with opened() as source:  # type: ignore[operator]
        copy(source, target)
    with target.open("rb") as file:
        if file.read(2) != b"\x1f\x8b" or (not packed and not chunks):
            return
        if chunks and has_chunks(target):
            return
        file.seek(0)
        plain = target.with_name(f"{target.name}-plain")
        copy(unpacked(file), plain)
    plain.replace(target)


def _stardict(folder: Path, found: Found) -> About:
    said = stardict.read_ifo((folder / "ifo").read_bytes())
    wide = said.get("idxoffsetbits") == "64"
    count = stardict.prepare(folder, wide=wide)
    name = clean_line(said.get("bookname", "") or found.stem, 200)
    text = clean_line(clean(said.get("description", "")).replace("\n", " "), 1000)
    licence = text if re.search(r"licen[cs]e|copyright|creative commons|\bGPL|\bCC[ -]BY", text, re.IGNORECASE) else ""
    types = said.get("sametypesequence", "")[:20]
    types = types if types.isascii() and types.isalpha() else ""
    return About(name, "stardict", count, clean_line(said.get("author", ""), 300), licence, types, wide, folder)


def _dictd(folder: Path, found: Found) -> About:
    count = dictd.prepare(folder)
    told: dict[str, str] = {}
    slices = open_slices(folder / "text")
    try:
        for name, (offset, size) in dictd.about(folder).items():
            with contextlib.suppress(BadDictionary):
                told[name] = decode(slices.read(offset, min(size, LONGEST_ENTRY)))
    finally:
        slices.close()
    lines = [clean_line(line).strip() for line in told.get("short", "").splitlines() if "database" not in line[:12]]
    name = next((line for line in lines if line), clean_line(found.stem, 200))
    info = clean(told.get("info", ""))
    licences = (
        line.strip() for line in info.splitlines() if re.search(r"licen[cs]e|available under", line, re.IGNORECASE)
    )
    authors = (
        line.strip() for line in info.splitlines() if re.match(r"\s*(maintainer|author|publisher)", line, re.IGNORECASE)
    )
    return About(name, "dictd", count, "; ".join(list(authors)[:3])[:300], next(licences, "")[:300], folder=folder)


def _try(about: About) -> None:
    """Read an entry here and there: what an index leads to must be there.

    Raises:
        BadDictionary: It is not.
    """
    opened = Installed(about)
    try:
        rows = opened.sample(20)
        if not rows:
            raise BadDictionary("its index holds no headword")
        for word in rows:
            opened.senses(word)
    finally:
        opened.close()


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
