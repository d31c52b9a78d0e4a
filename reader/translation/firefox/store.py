"""The models that were fetched, and which model is used: folders and one small file in the reader's data."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.errors import Problem, StorageError
from reader.i18n import _
from reader.locations import make_private, reason
from reader.translation.firefox.files import ModelFiles, NoModel, hash_file

CARD = "model.json"
"""What a fetched model says of itself; written last, so that no half model has one."""

_USED = "used.json"
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,60}")
_CARD_LIMIT = 1 << 16


def is_name(text: object) -> bool:
    """Whether something may be a model's name: what cannot lead out of the folder of models."""
    return isinstance(text, str) and _NAME.fullmatch(text) is not None and ".." not in text


@dataclass(frozen=True, slots=True)
class Stored:
    """A model that was fetched.

    Attributes:
        name: As it is called: "base-memory-3.0".
        folder: Where it is.
        size: Bytes of its files.
        damage: What is wrong with it; "" where all its files have the size they had.
    """

    name: str
    folder: Path
    size: int
    damage: str


class Models:
    """The models of one reader.

    Args:
        data_dir: Where the reader's data is; made when something is written.
    """

    def __init__(self, data_dir: Path) -> None:
        self.folder = data_dir / "models"

    def stored(self) -> list[Stored]:
        """The models that were fetched whole, by name."""
        return sorted(self._found(), key=lambda each: each.name)

    def used(self) -> Path | None:
        """The folder of the model that is used; None for none."""
        said = _read(self.folder / _USED)
        match said:
            case {"name": str(name)} if is_name(name):
                return self.folder / name
            case {"folder": str(folder)} if folder:
                return Path(folder)
        return None

    def find(self, name: str) -> Path:
        """The folder of a model: one that was fetched, or one of the reader's own.

        Args:
            name: A name of the list, or a path.

        Raises:
            NoModel: There is none.
        """
        if is_name(name) and (self.folder / name / CARD).is_file():
            return self.folder / name
        try:
            folder = Path(name).expanduser().absolute()
        except RuntimeError:
            folder = Path(name).absolute()
        if is_name(name) and not folder.exists():
            message = _("there is no model {name}").format(name=repr(name))
            raise NoModel(message, _("reader models lists what is there, reader models fetch brings one"))
        return folder

    def check(self, folder: Path) -> None:
        """Read a model's files and see whether they are whole, and what they were when it was fetched.

        Raises:
            NoModel: They are not.
        """
        ModelFiles.of(folder)
        card = _read(folder / CARD)
        files = card.get("files") if isinstance(card, dict) else None
        if not isinstance(files, dict):
            return  # the reader's own: nobody said what they are to be
        damage = _damage(folder, files)
        try:
            for name, said in files.items():
                if not damage and hash_file(folder / name) != said["sha256"]:
                    damage = _("the file {file} is not what it was").format(file=name)
        except (OSError, TypeError, KeyError) as error:
            damage = reason(error)
        if damage:
            raise NoModel(_("the model is damaged: {why}").format(why=damage), _("remove it, and fetch it again"))

    def use(self, folder: Path) -> None:
        """Remember which model is to be used.

        Raises:
            StorageError: It cannot be kept.
        """
        own = folder.parent == self.folder
        self._write(_USED, {"name": folder.name} if own else {"folder": str(folder)})

    def forget(self) -> None:
        """Use no model any more.

        Raises:
            StorageError: It cannot be kept.
        """
        try:
            (self.folder / _USED).unlink(missing_ok=True)
        except OSError as error:
            raise _unwritable(self.folder, error) from error

    def remove(self, name: str) -> int:
        """Delete a model that was fetched, and what was fetched of one half; how many bytes that were.

        Raises:
            NoModel: There is none of that name.
            StorageError: It cannot be deleted.
        """
        folders = [self.folder / name, self.partial(name)] if is_name(name) else []
        there = [folder for folder in folders if folder.is_dir()]
        if not there:
            message = _("there is no model {name}").format(name=repr(name))
            raise NoModel(message, _("reader models lists those that were fetched; others are yours to delete"))
        if self.used() == self.folder / name:
            self.forget()
        size = sum(_size(folder) for folder in there)
        try:
            for folder in there:
                gone = self.folder / f".removing-{name}"
                shutil.rmtree(gone, ignore_errors=True)
                folder.rename(gone)  # in one step: a kill leaves no half model behind
                shutil.rmtree(gone)
        except OSError as error:
            raise _unwritable(self.folder, error) from error
        return size

    def partial(self, name: str) -> Path:
        """Where a model is while it is fetched."""
        return self.folder / ".fetching" / name

    def take(self, ready: Path, name: str, card: dict[str, Any]) -> Path:
        """Make a folder of files that are whole the model of that name, in one step; its folder.

        Raises:
            OSError: It cannot be written.
        """
        files = {
            file.name: {"size": file.stat().st_size, "sha256": hash_file(file)} for file in sorted(ready.iterdir())
        }
        _put(ready / CARD, {**card, "name": name, "files": files})
        place = self.folder / name
        if place.exists():
            old = self.folder / f".removing-{name}"
            shutil.rmtree(old, ignore_errors=True)
            place.rename(old)
            shutil.rmtree(old, ignore_errors=True)
        ready.rename(place)
        _sync(self.folder)
        return place

    def _found(self) -> Iterator[Stored]:
        try:
            folders = [each for each in self.folder.iterdir() if is_name(each.name) and each.is_dir()]
        except OSError:
            return
        for folder in folders:
            card = _read(folder / CARD)
            files = card.get("files") if isinstance(card, dict) else None
            if isinstance(files, dict):
                yield Stored(folder.name, folder, _size(folder), _damage(folder, files))

    def _write(self, name: str, said: object) -> None:
        make_private(self.folder)
        try:
            _put(self.folder / name, said)
        except OSError as error:
            raise _unwritable(self.folder, error) from error


def _damage(folder: Path, files: dict[str, Any]) -> str:
    try:
        ModelFiles.of(folder)
        for name, said in files.items():
            if (folder / name).stat().st_size != said["size"]:
                return _("the file {file} has another size than it had").format(file=name)
    except NoModel as problem:
        return problem.message
    except (OSError, TypeError, KeyError, ValueError) as error:
        return reason(error)
    return ""


def _size(folder: Path) -> int:
    total = 0
    for file in folder.rglob("*"):
        try:
            total += file.stat().st_size if file.is_file() else 0
        except OSError:
            continue
    return total


def _read(file: Path) -> Any:
    """What a small file of JSON says; None where there is none."""
    try:
        with file.open("rb") as stream:
            return json.loads(stream.read(_CARD_LIMIT))
    except (OSError, ValueError, RecursionError):
        return None


def _put(file: Path, said: object) -> None:
    """Write a small file of JSON, in one step."""
    new = file.with_name(f".{file.name}.new")
    with new.open("w", encoding="utf-8") as stream:
        json.dump(said, stream, ensure_ascii=False, indent=1)
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(file)


def _sync(folder: Path) -> None:
    """Have a folder's entries written, where the system can."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unwritable(folder: Path, error: Exception) -> Problem:
    message = _("the folder {folder} cannot be written: {why}")
    return StorageError(
        message.format(folder=repr(str(folder)), why=reason(error)), _("make room, or correct its permissions")
    )
