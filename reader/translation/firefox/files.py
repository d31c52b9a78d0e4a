"""Which files make a model, and what tells one from another."""

from __future__ import annotations

import enum
import hashlib
from dataclasses import dataclass
from pathlib import Path

from articles.errors import Problem
from reader.i18n import _

_SPM_LIMIT, _LIMIT = 64 << 20, 1 << 30
_LEAST = 1 << 10
_BINARY = (1).to_bytes(8, "little")  # how Marian's binary format begins
_CHUNK = 1 << 20


class Role(enum.StrEnum):
    """What a file is to a model."""

    MODEL = "model"
    VOCAB = "vocab"
    SOURCE_VOCAB = "srcvocab"
    TARGET_VOCAB = "trgvocab"
    SHORTLIST = "lex"

    @property
    def pattern(self) -> str:
        """What its name looks like: as Mozilla names it ("model.pten.intgemm.alphas.bin"), and as it is kept here."""
        return f"{self.value}*.spm" if "vocab" in self.value else f"{self.value}*.bin"

    @property
    def kept(self) -> str:
        """Its name in a model that was fetched."""
        return self.pattern.replace("*", "")


class NoModel(Problem):
    """A folder holds no model, or one that cannot be used."""


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The files of a model, each of a fitting size; what is in them is not known before they are loaded.

    Attributes:
        model: The network's weights.
        source_vocab: The pieces of Portuguese.
        target_vocab: The pieces of English; mostly the same file.
        shortlist: Which English pieces may stand for which Portuguese ones; None where there is none.
    """

    model: Path
    source_vocab: Path
    target_vocab: Path
    shortlist: Path | None

    @classmethod
    def of(cls, folder: Path) -> ModelFiles:
        """The files in a folder.

        Raises:
            NoModel: A file is missing, there are several where one is needed, or its size cannot be right.
        """
        try:
            if not folder.is_dir():
                raise NoModel(_("there is no folder {folder}").format(folder=repr(str(folder))), _advice())
            found = {role: sorted(folder.glob(role.pattern)) for role in Role}
        except OSError as error:
            message = _("the folder {folder} cannot be read: {why}")
            raise NoModel(message.format(folder=repr(str(folder)), why=error.strerror or ""), _advice()) from error
        for role, files in found.items():
            if len(files) > 1:
                message = _("the folder {folder} has several files {pattern}")
                raise NoModel(
                    message.format(folder=repr(str(folder)), pattern=role.pattern), _("leave one model in it")
                )
        one = {role: files[0] for role, files in found.items() if files}
        for role in _needed(one):
            if role not in one:
                message = _("the folder {folder} has no file {pattern}")
                raise NoModel(message.format(folder=repr(str(folder)), pattern=role.pattern), _advice())
        for role, file in one.items():
            _fits(role, file)
        shared = one.get(Role.VOCAB)
        return cls(
            one[Role.MODEL],
            one.get(Role.SOURCE_VOCAB) or shared or one[Role.TARGET_VOCAB],
            one.get(Role.TARGET_VOCAB) or shared or one[Role.SOURCE_VOCAB],
            one.get(Role.SHORTLIST),
        )

    @property
    def size(self) -> int:
        """Bytes of all files.

        Raises:
            OSError: One is gone.
        """
        files = {self.model, self.source_vocab, self.target_vocab, self.shortlist} - {None}
        return sum(file.stat().st_size for file in files if file is not None)

    def read(self) -> ModelBytes:
        """What is in the files.

        Raises:
            OSError: One cannot be read.
        """
        source = self.source_vocab.read_bytes()
        target = source if self.source_vocab == self.target_vocab else self.target_vocab.read_bytes()
        return ModelBytes(
            self.model.read_bytes(), source, target, self.shortlist.read_bytes() if self.shortlist else None
        )

    def digest(self) -> str:
        """What tells these files from others, as ``ModelBytes.digest``; 20 ms for 32 MB.

        Raises:
            OSError: One cannot be read.
        """
        return _joined([_hash_of(file) for file in (self.model, self.source_vocab, self.target_vocab, self.shortlist)])


@dataclass(frozen=True, slots=True)
class ModelBytes:
    """What the files of a model hold."""

    model: bytes
    source_vocab: bytes
    target_vocab: bytes
    shortlist: bytes | None

    def digest(self) -> str:
        """12 hexadecimal digits that name these bytes."""
        parts = (self.model, self.source_vocab, self.target_vocab, self.shortlist)
        return _joined(["" if each is None else hashlib.sha256(each).hexdigest() for each in parts])


def hash_file(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits.

    Raises:
        OSError: It cannot be read.
    """
    found = hashlib.sha256()
    with file.open("rb") as stream:
        while data := stream.read(_CHUNK):
            found.update(data)
    return found.hexdigest()


def _hash_of(file: Path | None) -> str:
    return hash_file(file) if file is not None else ""


def _joined(hashes: list[str]) -> str:
    return hashlib.sha256(" ".join(hashes).encode()).hexdigest()[:12]


def _needed(found: dict[Role, Path]) -> tuple[Role, ...]:
    if Role.SOURCE_VOCAB in found or Role.TARGET_VOCAB in found:
        return Role.MODEL, Role.SOURCE_VOCAB, Role.TARGET_VOCAB
    return Role.MODEL, Role.VOCAB


def _fits(role: Role, file: Path) -> None:
    try:
        size = file.stat().st_size
        with file.open("rb") as stream:
            head = stream.read(len(_BINARY))
    except OSError as error:
        message = _("the file {file} cannot be read: {why}")
        raise NoModel(message.format(file=repr(str(file)), why=error.strerror or ""), _advice()) from error
    limit = _SPM_LIMIT if file.suffix == ".spm" else _LIMIT
    if not _LEAST <= size <= limit or (role is Role.MODEL and head != _BINARY):
        message = _("the file {file} is no part of a model: its size or beginning is wrong")
        raise NoModel(message.format(file=repr(str(file))), _advice())


def _advice() -> str:
    return _("a model is a folder with model*.bin, vocab*.spm and mostly lex*.bin")
