"""The files in a ZIP archive, read with an end to everything and never written anywhere."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from urllib.parse import unquote

from articles.errors import NotAnArticle

MOST_FILES = 20_000
"""Files in an archive."""
LARGEST_ENTRY = 32 * 1024 * 1024
"""Bytes that one of them may unpack to."""
LARGEST_WHOLE = 128 * 1024 * 1024
"""Bytes that all of them that are read may unpack to."""
_SPLIT = "give it in parts"
_DAMAGED = "get the file again"

UNLISTED = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, ValueError, OSError, EOFError)
"""What ``zipfile`` raises where a damaged archive's list of contents cannot be read."""
UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError)
"""What it raises where one file of an archive is damaged, or packed in a way it does not know."""


class Archive:
    """An archive in memory. A path is looked up as it is, and else without regard to case.

    Raises:
        NotAnArticle: It is damaged, or has more than ``MOST_FILES`` files.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except UNLISTED:
            raise NotAnArticle("the file is damaged: its list of contents cannot be read", _DAMAGED) from None
        if len(entries) > MOST_FILES:
            message = f"there are more than {MOST_FILES:,} files in it"
            raise NotAnArticle(message, _SPLIT)
        self.names = [entry.filename for entry in entries if not entry.is_dir()]
        self._entries = {_path(entry.filename): entry for entry in entries}
        self._folded = {path.casefold(): entry for path, entry in self._entries.items()}
        self._left = LARGEST_WHOLE

    def read(self, path: str) -> bytes | None:
        """What is in a file of the archive; None where there is no such file, or it is damaged.

        Raises:
            NotAnArticle: It has a password, or is larger than one of the limits allows.
        """
        path = _path(path)
        entry = self._entries.get(path) or self._folded.get(path.casefold())
        if entry is None:
            return None
        if entry.flag_bits & 1:
            raise NotAnArticle("it has a password", "save it without the password")
        limit = min(LARGEST_ENTRY, self._left)
        try:
            with self._zip.open(entry) as file:
                data = file.read(limit + 1)
        except UNREADABLE:  # one damaged file costs that file, not the book
            return None
        if len(data) > limit:
            size = (LARGEST_ENTRY if limit == LARGEST_ENTRY else LARGEST_WHOLE) >> 20
            what = "a file in it unpacks" if limit == LARGEST_ENTRY else "it unpacks"
            message = f"{what} to more than {size} MB"
            raise NotAnArticle(message, _SPLIT)
        self._left -= len(data)
        return data


def beside(path: str, href: str) -> tuple[str, str]:
    """The path in the archive that a reference in the file at ``path`` leads to, and its fragment; "" for outside."""
    href, _, fragment = href.strip().partition("#")
    if "://" in href[:12] or href.startswith(("data:", "mailto:", "//")):
        return "", ""
    target = _path(posixpath.join(posixpath.dirname(path), unquote(href))) if href else path
    return ("" if target.startswith("../") or target == ".." else target), unquote(fragment)


def _path(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/").lstrip("/"))
