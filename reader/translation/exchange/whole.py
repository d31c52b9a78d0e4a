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


class FileThere(Unwritable):
    """There is a file of that name, and it was not to be replaced."""


def write_whole(path: Path, pieces: Iterable[bytes], *, replace: bool = True) -> None:
    """Write a file: at every moment there is the old one, or none, or the whole new one under that name.

    Args:
        path: Where; a file of that name is replaced, a link is followed.
        pieces: The bytes, in parts.
        replace: Whether a file of that name may be replaced.

    Raises:
        FileThere: It may not, and there is one; also where that came while the parts were made.
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
            if replace:
                part.replace(place)
            else:
                _put_new(part, place)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except FileExistsError as error:
        raise there(path) from error
    except OSError as error:
        message = _("the file {name} cannot be written: {why}").format(name=repr(str(path)), why=reason(error))
        raise Unwritable(message, _("choose another place; nothing of that name was changed")) from error


def there(path: Path) -> FileThere:
    """What to tell where a file is not to be replaced."""
    message = _("there is a file {name} already").format(name=repr(str(path)))
    return FileThere(message, _("--force replaces it, or choose another name"))


def _put_new(part: Path, place: Path) -> None:
    """Give a file its name unless there is one of that name, at whatever moment that came."""
    try:
        os.link(part, place)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: a moment is left in which another could put one there
        if os.path.lexists(place):
            raise FileExistsError(str(place)) from None
        part.replace(place)
    else:
        part.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
