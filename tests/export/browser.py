"""A browser without a window, spoken to through a pipe: only tests put a script into a page, and only to measure it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --remote-debugging-pipe --hide-scrollbars"
)

PROGRAM = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")


_PATIENCE = 20.0
"""Seconds that the browser may be silent: a test that hangs tells nothing."""


class Browser:
    """A tab of the browser."""

    def __init__(self, into: int, out: int) -> None:
        self._into, self._out = into, out
        self._buffer, self._number = b"", 0
        self._session: str | None = None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def ask(self, method: str, **parameters: Any) -> Any:
        """Have something done and wait for what came of it."""
        self._number += 1
        question = {"id": self._number, "method": method, "params": parameters}
        if self._session is not None:
            question["sessionId"] = self._session
        os.write(self._into, json.dumps(question).encode() + b"\0")
        while True:
            while b"\0" not in self._buffer:
                ready, _, _ = select.select([self._out], [], [], _PATIENCE)
                assert ready, f"the browser does not answer: {method}"
                came = os.read(self._out, 1 << 20)
                assert came, "the browser has ended"
                self._buffer += came
            one, self._buffer = self._buffer.split(b"\0", 1)
            answer = json.loads(one)
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]

    def look(self, page: Path, width: int, scheme: str) -> None:
        """Open a page in a window of this width, by day or by night."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=1200, deviceScaleFactor=1, mobile=False)
        self.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.ask("Page.navigate", url=page.as_uri())
        there = "complete" + page.as_uri()
        assert any(self.value("document.readyState + location.href") == there for _ in range(10_000)), "not loaded"

    def value(self, script: str) -> Any:
        """The value of an expression in the page."""
        return self.ask("Runtime.evaluate", expression=script, returnByValue=True)["result"].get("value")


@contextlib.contextmanager
def browsing(folder: Path) -> Iterator[Browser]:
    """A browser with an empty profile in a folder."""
    assert PROGRAM is not None
    theirs_in, into = os.pipe()
    out, theirs_out = os.pipe()
    # The browser reads from 3 and writes to 4; a shell puts the pipes there, whatever their numbers are here.
    script = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'
    words = ["bash", "-c", script, "-", PROGRAM, *FLAGS.split(), f"--user-data-dir={folder}"]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(words, pass_fds=(theirs_in, theirs_out), **quiet)  # type: ignore[call-overload]
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        yield Browser(into, out)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)
        os.close(into)
        os.close(out)
