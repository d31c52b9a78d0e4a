"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from articles.errors import Problem
from reader.i18n import _
from reader.locations import reason


class Unwritable(Problem):
    """A file cannot be written; what was there of that name stays."""


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file: at every moment there is the old one, or none, or the whole new one under that name.

    Args:
        path: Where; a file of that name is replaced, a link is followed.
        pieces: The bytes, in parts.

    Raises:
        Unwritable: It cannot be written.
    """
    try:
        place = path.resolve()
        if place.exists() and not place.is_file():  # a pipe, a device: there is nothing to be put in its place
            with place.open("wb") as stream:
                stream.writelines(pieces)
            return
        number, name = tempfile.mkstemp(prefix=f".{place.name[:40]}.", dir=place.parent)
        part = Path(name)
        try:
            with os.fdopen(number, "wb") as stream:
                stream.writelines(pieces)
                stream.flush()
                os.fsync(stream.fileno())
            with contextlib.suppress(OSError):
                part.chmod(place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~_umask())
            part.replace(place)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        message = _("the file {name} cannot be written: {why}").format(name=repr(str(path)), why=reason(error))
        raise Unwritable(message, _("choose another place; nothing of that name was changed")) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
