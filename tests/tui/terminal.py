"""A terminal for the real command: tmux where there is one, and a pty that keeps every byte."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parents[2]
DEADLINE = 90.0

_SEQUENCE = re.compile(
    rb"\x1b(?:\[(?P<numbers>[0-?]*)[ -/]*(?P<letter>[@-~])|[=>78cDEHM]|\([AB0]|[PX^_\]].*?(?:\x07|\x1b\\))", re.DOTALL
)


def environment(home: str = "") -> dict[str, str]:
    """What the command is told, whatever the shell of the test says."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES", "TMUX")}
    kept |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT), "TEXTUAL_ANIMATIONS": "none"}
    if home:
        kept["READER_HOME"] = home
    return kept


def command(words: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "reader", *words]


class Terminal:
    """The command in a pty: what it wrote, byte by byte, and what would stand on the screen of it."""

    def __init__(self, words: Sequence[str], size: tuple[int, int] = (100, 30)) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self.size = size
        self.data = b""
        self._cells: dict[tuple[int, int], str] = {}
        self._at = (0, 0)
        self._done = 0
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self._fd = ours
        self._process = subprocess.Popen(
            command(words),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment(),
            cwd=ROOT,
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._fd)

    def send(self, keys: str) -> None:
        """Type."""
        os.write(self._fd, keys.encode())
        self._read(0.0)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def wait(self) -> int:
        """Wait for its end, and give its exit code."""
        end = time.monotonic() + DEADLINE
        while self._process.poll() is None:
            assert time.monotonic() < end, "it does not end\n" + self.screen()
            self._read(0.05)
        self._read(0.0)
        return self._process.returncode

    def until(self, words: str, *, gone: bool = False) -> None:
        """Wait until words stand on the screen (or do no more)."""
        end = time.monotonic() + DEADLINE
        while (words in self.screen()) is gone:
            assert time.monotonic() < end, f"never {'gone' if gone else 'came'}: {words!r}\n{self.screen()}"
            assert self._process.poll() is None, f"it ended: {self.data[-2000:]!r}"
            self._read(0.05)

    def until_true(self, condition: Callable[[], bool]) -> None:
        """Wait until something holds, wherever it is to be seen."""
        end = time.monotonic() + DEADLINE
        while not condition():
            assert time.monotonic() < end, f"it never held\n{self.screen()}"
            self._read(0.05)

    def screen(self) -> str:
        """What stands on the screen."""
        self._draw()
        width, height = self.size
        rows = ["".join(self._cells.get((x, y), " ") for x in range(width)).rstrip() for y in range(height)]
        return "\n".join(rows)

    def _read(self, seconds: float) -> None:
        while select.select([self._fd], [], [], seconds)[0]:
            try:
                got = os.read(self._fd, 1 << 16)
            except OSError:  # the other end is closed
                return
            if not got:
                return
            self.data += got
            seconds = 0.0

    def _draw(self) -> None:
        """Take in what came since: text, where it stands, and what wipes it out; colours do not matter here."""
        data = self.data
        while self._done < len(data):
            if data[self._done] == 0x1B:
                match = _SEQUENCE.match(data, self._done)
                if match is None:
                    return  # the rest of it is still to come
                self._done = match.end()
                self._obey(match)
                continue
            end = data.find(b"\x1b", self._done)
            end = len(data) if end < 0 else end
            text = data[self._done : end].decode("utf-8", "ignore")
            self._done = end
            self._put(text)

    def _put(self, text: str) -> None:
        from rich.cells import cell_len

        x, y = self._at
        for character in text:
            if character == "\r":
                x = 0
            elif character == "\n":
                y += 1
            elif character >= " ":
                size = cell_len(character)
                if size:
                    self._cells[x, y] = character
                    if size == 2:
                        self._cells[x + 1, y] = ""
                    x += size
                else:
                    self._cells[x - 1, y] = self._cells.get((x - 1, y), "") + character
        self._at = x, y

    def _obey(self, match: re.Match[bytes]) -> None:
        letter = (match.group("letter") or b"").decode()
        numbers = [int(number) if number.isdigit() else 0 for number in (match.group("numbers") or b"").split(b";")]
        x, y = self._at
        if letter in ("H", "f"):
            row, column = (*numbers, 0, 0)[:2]
            self._at = max(1, column) - 1, max(1, row) - 1
        elif letter == "J":
            self._cells.clear()
        elif letter == "K":
            for column in range(x, self.size[0]):
                self._cells.pop((column, y), None)
        elif letter == "C":
            self._at = x + max(1, numbers[0]), y
        elif letter == "h" and b"1049" in match.group():
            self._cells.clear()


class Tmux:
    """The command in tmux, which is a terminal as people use it."""

    def __init__(self, words: Sequence[str], folder: Path, size: tuple[int, int] = (120, 40)) -> None:
        self._socket = folder / "tmux"
        self._code = folder / "code"
        script = folder / "run.sh"
        quoted = " ".join("'" + word.replace("'", "'\\''") + "'" for word in command(words))
        script.write_text(f"{quoted}\necho $? > '{self._code}'\n", encoding="utf-8")
        self._code.unlink(missing_ok=True)
        width, height = map(str, size)
        self._tmux("-f", os.devnull, "new-session", "-d", "-x", width, "-y", height, "-s", "reader", f"sh '{script}'")

    @staticmethod
    def is_there() -> bool:
        return shutil.which("tmux") is not None

    def _tmux(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", str(self._socket), *words],
            env=environment(), cwd=ROOT, capture_output=True, text=True, check=False, timeout=DEADLINE,
        )  # fmt: skip
        return done.stdout

    def __enter__(self) -> Tmux:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._tmux("kill-server")

    def send(self, keys: str) -> None:
        """Type."""
        names = {"\r": "Enter", "\x1b": "Escape", "\x11": "C-q", "\x12": "C-r", "\x7f": "BSpace"}
        for key in keys:
            if key in names:
                self._tmux("send-keys", "-t", "reader", names[key])
            else:
                self._tmux("send-keys", "-t", "reader", "-l", key)

    def paste(self, file: Path) -> None:
        """Paste what is in a file, in brackets where the command asked for them, and nothing taken out."""
        self._tmux("load-buffer", str(file))
        self._tmux("paste-buffer", "-p", "-r", "-t", "reader")

    def take_copies(self) -> None:
        """Let what runs in it put text on the clipboard, as people do who want OSC 52 to work."""
        self._tmux("set-option", "-g", "set-clipboard", "on")

    def copied(self) -> str:
        """What was put on the clipboard last."""
        return self._tmux("show-buffer")

    def screen(self) -> str:
        """What stands on the screen."""
        return self._tmux("capture-pane", "-p", "-t", "reader")

    def cursor(self) -> tuple[int, int] | None:
        """Where the terminal's own cursor stands, x and y; None where it is not shown."""
        shown, x, y = self._tmux("display", "-p", "-t", "reader", "#{cursor_flag} #{cursor_x} #{cursor_y}").split()
        return (int(x), int(y)) if shown == "1" else None

    def until(self, words: str, *, gone: bool = False) -> None:
        """Wait until words stand on the screen (or do no more)."""
        end = time.monotonic() + DEADLINE
        while (words in self.screen()) is gone:
            assert time.monotonic() < end, f"never {'gone' if gone else 'came'}: {words!r}\n{self.screen()}"
            select.select([], [], [], 0.05)

    def wait(self) -> int:
        """Wait for its end, and give its exit code."""
        end = time.monotonic() + DEADLINE
        while not (self._code.exists() and self._code.read_text().strip()):
            assert time.monotonic() < end, "it does not end\n" + self.screen()
            select.select([], [], [], 0.05)
        return int(self._code.read_text())
