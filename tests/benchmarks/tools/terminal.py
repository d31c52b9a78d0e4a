"""A program in a pseudo-terminal that answers nothing: what it writes, when, and what that costs it (Linux)."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

_SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")
_QUIET = 0.04
"""Seconds without output after which an answer is taken to be whole; its time is that of its last byte, before them."""

_DEADLINE = 60.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for a key.

    Attributes:
        first: Milliseconds from the key until its first byte; infinite where nothing came.
        last: Until its last byte before a quiet gap.
        text: What was written, without escape sequences.
    """

    first: float
    last: float
    text: bytes


class Terminal:
    """Runs a command in a terminal of its own, and kills it at the end.

    Args:
        command: The program and its arguments.
        environment: All of the program's environment.
        size: Columns and rows.
    """

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int] = (120, 40)
    ) -> None:
        self.written = bytearray()
        self.began = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:  # the child: nothing of this program may run on in it
            try:
                _set_size(0, size)
                os.execvpe(command[0], list(command), dict(environment))
            finally:
                os._exit(127)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    # What it writes

    def _read(self, wait: float) -> bytes:
        """What is there, or comes within ``wait`` seconds; nothing where nothing came."""
        if not select.select([self._fd], [], [], max(0.0, wait))[0]:
            return b""
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # how Linux says that nobody has the terminal open any more
            data = b""
        if not data:
            raise RuntimeError("the program ended: " + self.plain()[-2_000:].decode("utf-8", "replace"))
        self.written += data
        return data

    def until(self, there: bytes | Callable[[bytes], bool], since: int = 0) -> float:
        """Read until some bytes have been written, or something holds of them; seconds since the program began.

        Args:
            since: Where in ``written`` to begin looking.
        """
        holds = (lambda seen: there in seen) if isinstance(there, bytes) else there
        end = time.perf_counter() + _DEADLINE
        while not holds(bytes(self.written[since:])):
            self._read(0.05)
            if time.perf_counter() > end:
                raise TimeoutError(f"never written: {there!r}")
        return time.perf_counter() - self.began

    def drain(self, quiet: float = 0.2) -> None:
        """Read until nothing has come for so many seconds."""
        while self._read(quiet):
            pass

    def rest(self, quiet: float = 1.0, limit: float = 180.0) -> None:
        """Read until the program has done next to nothing for so many seconds, in all its threads."""
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            before, stop = self.cpu(), time.perf_counter() + quiet
            while (left := stop - time.perf_counter()) > 0:
                self._read(left)
            if self.cpu() - before < 0.03 * quiet:
                return
        raise TimeoutError(f"it was still at work after {limit:.0f} s")

    def plain(self, since: int = 0) -> bytes:
        """What was written, without escape sequences."""
        return _SEQUENCE.sub(b"", bytes(self.written[since:]))

    # What is done to it

    def press(self, key: str, quiet: float = _QUIET) -> Answer:
        """Type a key and wait for all that comes back for it."""
        return self._answer(lambda: os.write(self._fd, key.encode()), quiet)

    def press_until(self, key: str, there: Callable[[bytes], bool]) -> float:
        """Type a key; milliseconds until something holds of the text written since, without escape sequences."""
        while self._read(0.0):
            pass
        since, started = len(self.written), time.perf_counter()
        os.write(self._fd, key.encode())
        while not there(self.plain(since)):
            self._read(0.05)
            if time.perf_counter() - started > _DEADLINE:
                raise TimeoutError(f"never answered: {key!r}")
        return 1000 * (time.perf_counter() - started)

    def resize(self, size: tuple[int, int], quiet: float = 0.1) -> Answer:
        """Make the terminal another size and wait for the new picture."""
        return self._answer(lambda: _set_size(self._fd, size), quiet)

    def _answer(self, act: Callable[[], object], quiet: float) -> Answer:
        while self._read(0.0):
            pass
        since, first = len(self.written), float("inf")
        started = last = time.perf_counter()
        act()
        wait = 2.0
        while self._read(wait):
            last = time.perf_counter()
            first, wait = min(first, last - started), quiet
        last = last if first < float("inf") else first
        return Answer(1000 * first, 1000 * (last - started), self.plain(since))

    # What it costs

    def cpu(self) -> float:
        """Seconds that the program has spent on processors so far, in all its threads."""
        # The clock of another process, as clock_getcpuclockid gives it: nanoseconds, where /proc counts ticks of 10 ms.
        return time.clock_gettime((~self.pid << 3) | 2)

    def memory(self) -> tuple[float, float]:
        """Megabytes (of 10⁶ bytes) that are resident now, and that were at most."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in status.splitlines() if line.endswith("kB")}
        return kilobytes["VmRSS"] * 1024e-6, kilobytes["VmHWM"] * 1024e-6


def _set_size(fd: int, size: tuple[int, int]) -> None:
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
