"""Text that waits in a file until what stands before it is known: however much it is, little memory is taken."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from types import TracebackType

_IN_MEMORY = 4 << 20
_AT_ONCE = 1 << 18


class Spool:
    """Collects text, in memory while it is little; gone at the end."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed by __exit__

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def put(self, pieces: Iterable[str]) -> None:
        """Add text."""
        self._file.writelines(each.encode("utf-8", "replace") for each in pieces)

    def pieces(self) -> Iterator[bytes]:
        """All that was added, in pieces."""
        self._file.seek(0)
        while data := self._file.read(_AT_ONCE):
            yield data
