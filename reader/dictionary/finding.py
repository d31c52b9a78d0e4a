"""Dictionaries in what a reader gives: a file, a folder, an archive; copied out with limits on all of it."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, cast

from reader.dictionary.errors import BadDictionary
from reader.locations import reason

LARGEST = 512 << 20
"""Bytes of one file, unpacked."""

MEMBERS = 10_000
"""Files of an archive or folder that are looked at."""

_PARTS = ("ifo", "idx", "syn", "dict", "index")
_PACKED = (".gz", ".dz")
_ARCHIVES = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tbz", ".tar.xz", ".txz", ".zip")
_BROKEN = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile)
_TROUBLE = (*_BROKEN, RuntimeError, NotImplementedError)  # the last two: zip files with a password or odd packing


@dataclass(frozen=True, slots=True)
class Found:
    """The files of one dictionary.

    Attributes:
        stem: Their common name.
        parts: What opens each, by "ifo", "idx", "syn", "dict" and "index"; and whether its name says that it is packed.
    """

    stem: str
    parts: dict[str, tuple[Callable[[], IO[bytes]], bool]]

    @property
    def kind(self) -> str:
        """Which format it is."""
        return "stardict" if "ifo" in self.parts else "dictd"


@contextmanager
def dictionaries_in(path: Path) -> Iterator[list[Found]]:
    """The dictionaries that a path names: an .ifo or .index (or another of their files), a folder, an archive.

    Raises:
        BadDictionary: There is none, or it cannot be read.
    """
    try:
        with _files(path) as files:
            found = _grouped(files)
            if not found:
                message = f"there is no dictionary in {path.name!r}"
                advice = (
                    "StarDict has files .ifo, .idx and .dict, dictd .index and .dict; also in a folder, .tar.gz or .zip"
                )
                raise BadDictionary(message, advice)
            yield found
    except _TROUBLE as error:
        message = f"{path.name!r} cannot be read: {reason(error)}"
        raise BadDictionary(message) from error


def copy(source: IO[bytes], target: Path) -> int:
    """Copy a stream into a file, at most ``LARGEST`` bytes; returns how many.

    Raises:
        BadDictionary: It is larger.
    """
    size = 0
    with target.open("wb") as file:
        while block := source.read(1 << 18):
            size += len(block)
            if size > LARGEST:
                message = f"a file of it is larger than {LARGEST >> 20} MiB unpacked"
                raise BadDictionary(message)
            file.write(block)
    return size


def unpacked(source: IO[bytes]) -> IO[bytes]:
    """What a gzip stream holds."""
    return cast("IO[bytes]", gzip.GzipFile(fileobj=source, mode="rb"))


@contextmanager
def _files(path: Path) -> Iterator[dict[str, Callable[[], IO[bytes]]]]:
    if path.is_dir():
        yield _in_folder(path)
    elif not path.exists():
        message = f"there is no file {str(path)!r}"
        raise BadDictionary(message)
    elif path.name.lower().endswith(".zip"):
        with zipfile.ZipFile(path) as archive:
            infos = [each for each in archive.infolist()[:MEMBERS] if not each.is_dir()]
            if sum(each.file_size for each in infos) > 2 * LARGEST:  # more than it says of itself is never read
                message = f"{path.name!r} is larger than {2 * LARGEST >> 20} MiB unpacked"
                raise BadDictionary(message)
            yield {each.filename: partial(archive.open, each) for each in infos}
    elif path.name.lower().endswith(_ARCHIVES):
        with _tar(path) as files:
            yield files
    else:
        stem = _split(path.name)[0]
        beside = {each.name: (lambda each=each: each.open("rb")) for each in path.parent.iterdir() if each.is_file()}
        yield {name: opened for name, opened in beside.items() if _split(name)[0] == stem and stem}


def _in_folder(folder: Path) -> dict[str, Callable[[], IO[bytes]]]:
    found: dict[str, Callable[[], IO[bytes]]] = {}
    for count, each in enumerate(folder.rglob("*")):
        if count >= MEMBERS:
            break
        if each.is_file():
            found[str(each.relative_to(folder))] = lambda each=each: each.open("rb")  # type: ignore[misc]
    return found


@contextmanager
def _tar(path: Path) -> Iterator[dict[str, Callable[[], IO[bytes]]]]:
    """The regular files of a tar archive; nothing is ever written by the names in it.

    The archive is unpacked once to a file without a name first: to go back in a packed one means to unpack it again.
    """
    import tempfile

    with tempfile.TemporaryFile() as plain:
        with path.open("rb") as raw:
            head = raw.read(6)
            raw.seek(0)
            opened: IO[bytes] = raw
            if head[:2] == b"\x1f\x8b":
                opened = unpacked(raw)
            elif head[:3] == b"BZh":
                opened = bz2.BZ2File(raw)
            elif head == b"\xfd7zXZ\0":
                opened = lzma.LZMAFile(raw)  # noqa: SIM115 - raw is closed
            size = 0
            while block := opened.read(1 << 18):
                size += len(block)
                if size > 2 * LARGEST:
                    message = f"{path.name!r} is larger than {2 * LARGEST >> 20} MiB unpacked"
                    raise BadDictionary(message)
                plain.write(block)
        plain.seek(0)
        with tarfile.open(fileobj=plain, mode="r:") as archive:
            files: dict[str, Callable[[], IO[bytes]]] = {}
            for count, member in enumerate(archive):
                if count >= MEMBERS:
                    break
                if member.isreg():
                    files[member.name] = lambda member=member: _member(archive, member)  # type: ignore[misc]
            yield files


def _member(archive: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    opened = archive.extractfile(member)
    if opened is None:
        raise BadDictionary("a file of the archive cannot be read")
    return opened


def _split(name: str) -> tuple[str, str, bool]:
    """The stem of a file's name, which part of a dictionary it is ("" for none), and whether it is packed."""
    base = PurePosixPath(name.replace("\\", "/")).as_posix()
    packed = base.lower().endswith(_PACKED)
    if packed:
        base = base[: base.rindex(".")]
    stem, _, ending = base.rpartition(".")
    return (stem, ending.lower(), packed) if ending.lower() in _PARTS else ("", "", False)


def _grouped(files: dict[str, Callable[[], IO[bytes]]]) -> list[Found]:
    stems: dict[str, dict[str, tuple[Callable[[], IO[bytes]], bool]]] = {}
    for name, opened in sorted(files.items()):
        stem, part, packed = _split(name)
        if stem:
            stems.setdefault(stem, {}).setdefault(part, (opened, packed))
    found = [Found(PurePosixPath(stem).name, parts) for stem, parts in stems.items()]
    return [
        each for each in found if "dict" in each.parts and ({"ifo", "idx"} <= set(each.parts) or "index" in each.parts)
    ]
