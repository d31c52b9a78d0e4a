"""Packed answers, unpacked piece by piece, so that a small one cannot become a large one unseen."""

from __future__ import annotations

import zlib

CODINGS = "gzip, deflate"
"""What ``Accept-Encoding`` says: what needs no further library."""
_GZIP = ("gzip", "x-gzip")
_NOTHING = ("", "identity", "none", "binary", "8bit", "utf-8", "utf8", "iso-8859-1", "windows-1252")
"""What says that nothing was packed; encodings of text stand there by mistake, and browsers pass over them too."""
_PIECE = 1 << 16


class PackedWrong(Exception):  # noqa: N818 - it is made into a problem where the host is known
    """The content cannot be unpacked; the text says why, for a message."""


class TooMuch(Exception):  # noqa: N818
    """There is more content than the limit."""


class Unpacker:
    """Collects a body.

    Args:
        coding: What ``Content-Encoding`` says.
        most: Bytes, packed and unpacked.

    Raises:
        PackedWrong: It is packed in a way that was not asked for, or several times.
    """

    def __init__(self, coding: str, most: int) -> None:
        names = [name for each in coding.lower().split(",") if (name := each.strip()) not in _NOTHING]
        if len(names) > 1:
            raise PackedWrong("it is packed several times over")
        self._coding = names[0] if names else ""
        if self._coding not in ("", "deflate", *_GZIP):
            raise PackedWrong("it is packed in a way that was not asked for")
        self._most = most
        self._taken = 0
        self._body = bytearray()
        self._stream = zlib.decompressobj(wbits=31) if self._coding in _GZIP else None
        self._empty = True

    @property
    def size(self) -> int:
        """Bytes unpacked so far."""
        return len(self._body)

    def feed(self, data: bytes) -> None:
        """Take the next bytes.

        Raises:
            PackedWrong: They are not what they were said to be.
            TooMuch: There are more than the limit, as they came or unpacked.
        """
        self._taken += len(data)
        if self._taken > self._most:
            raise TooMuch
        if not self._coding:
            self._body += data
        elif data:
            try:
                self._unpack(data)
            except zlib.error as error:
                raise PackedWrong("what it is packed in is damaged") from error

    def end(self) -> bytes:
        """The whole body.

        Raises:
            PackedWrong: Its end is missing.
        """
        if self._coding and not self._empty and (self._stream is None or not self._stream.eof):
            raise PackedWrong("its end is missing")
        return bytes(self._body)

    def _unpack(self, data: bytes) -> None:
        if self._stream is None:  # deflate is meant to have a header, and often has none
            self._stream = zlib.decompressobj(wbits=15 if _has_header(data) else -15)
        self._empty = False
        while True:
            if self._stream.eof:
                if not data or self._coding == "deflate" or not b"\x1f\x8b".startswith(data[:2]):
                    return  # padding after the end: others pass over it as well
                self._stream = zlib.decompressobj(wbits=31)  # the next part of several
            room = min(_PIECE, self._most - len(self._body) + 1)
            piece = self._stream.decompress(data, room)
            self._body += piece
            if len(self._body) > self._most:
                raise TooMuch
            data = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail
            if not data and not self._stream.eof and len(piece) < room:  # else more may be waiting inside
                return


def _has_header(data: bytes) -> bool:
    """Whether deflated data begins as zlib's format does (RFC 1950)."""
    return data[0] & 0x0F == 8 and (len(data) < 2 or (data[0] << 8 | data[1]) % 31 == 0)
