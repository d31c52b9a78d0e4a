"""What a fetch gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[int, int | None], object]
"""Told how many bytes have come, and how many there will be, where that is known."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave.

    Attributes:
        url: Where it came from in the end, after redirects.
        data: The content, unpacked; empty where it is not modified.
        content_type: Its kind as the answer says it, in small letters: ``text/html``; "" where it says none.
        charset: The encoding as the answer says it; None where it says none.
        etag: A validator to give the next time; None where there is none.
        modified: The other one, ``Last-Modified`` as it stands.
        moved_to: The address to keep in place of the one asked for (301, 308); None where that still holds.
        not_modified: Whether nothing has changed since ``etag`` and ``modified`` were given.
        left_for: The host to which it was sent on for the time being, where that is another one than asked for: so do
            shops for links, and networks that want a login first; None where it was not.
    """

    url: str
    data: bytes
    content_type: str = ""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    moved_to: str | None = None
    not_modified: bool = False
    left_for: str | None = None
