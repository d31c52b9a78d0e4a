"""Frames through the pipes between the reader and a process of its own, and that process's way with its streams."""

from __future__ import annotations

import enum
import json
import os
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, BinaryIO, TypeVar

Sort = TypeVar("Sort", bound=enum.IntEnum)

_HEAD = struct.Struct("<IBI")
_LONGEST = 64 << 20


class Broken(Exception):  # noqa: N818 - the state of the pipe
    """The pipe ended, or what came through it is no frame."""


class Ended(Broken):
    """The pipe ended, at a frame's end or in it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One message.

    Attributes:
        sort: What it is, of 0 to 255; each pair of processes has its own sorts.
        request: The number of the request it belongs to; 0 for none.
        data: What it says.
    """

    sort: enum.IntEnum
    request: int = 0
    data: bytes = b""

    def said(self) -> Any:
        """What a frame of JSON says.

        Raises:
            Broken: It is none.
        """
        try:
            return json.loads(self.data.decode("utf-8", "surrogatepass"))
        except (ValueError, RecursionError) as error:
            raise Broken("no JSON") from error

    def bytes(self) -> bytes:
        """As it goes through the pipe."""
        return _HEAD.pack(len(self.data), self.sort, self.request) + self.data


def saying(sort: enum.IntEnum, request: int, said: object) -> Frame:
    """A frame of JSON."""
    return Frame(sort, request, json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def receive(read: Callable[[int], bytes], sorts: type[Sort]) -> Frame:
    """The next frame.

    Args:
        read: Gives so many bytes; fewer only at the end.
        sorts: What it may be.

    Raises:
        Broken: The pipe ended, or holds something else.
    """
    head = read(_HEAD.size)
    if len(head) < _HEAD.size:
        raise Ended("the pipe ended")
    size, number, request = _HEAD.unpack(head)
    try:
        sort = sorts(number)
    except ValueError as error:
        raise Broken("no frame") from error
    if size > _LONGEST:
        raise Broken("no frame")
    data = read(size)
    if len(data) < size:
        raise Ended("the pipe ended in a frame")
    return Frame(sort, request, data)


def write(stream: BinaryIO, frame: Frame) -> None:
    """Write a frame to a raw stream, which may take less than it is given at once.

    Raises:
        BrokenPipeError: Nobody reads it any more.
    """
    data = frame.bytes()
    while data:
        data = data[stream.write(data) or 0 :]


def own_streams() -> tuple[BinaryIO, BinaryIO]:
    """The pipes, taken away from where a stray ``print`` would write; nothing of this process reaches a terminal."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb", buffering=0)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    sys.stdin = sys.stdout = sys.stderr = None  # print writes nowhere then
    return incoming, outgoing
