"""Running the command: within this process, and as the process it is."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reader.cli.main import run as run_command
from reader.translation import engines
from reader.translation.engine import Engine, EngineUnavailable

# What no output may hold: controls but the line feed, C1, bidi and invisible characters.
_RANGES = ((0x00, 0x09), (0x0B, 0x1F), (0x7F, 0x9F), (0x202A, 0x202E), (0x2066, 0x2069), (0x200B, 0x200F))
_UNWANTED = {chr(code) for first, last in _RANGES for code in range(first, last + 1)} | {"\u2060", "\ufeff"}


@dataclass(frozen=True)
class Result:
    """What a run of the command came to."""

    code: int
    raw: bytes
    raw_err: bytes

    @property
    def out(self) -> str:
        return self.raw.decode()

    @property
    def err(self) -> str:
        return self.raw_err.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.raw)

    @property
    def json_lines(self) -> list[Any]:
        return [json.loads(line) for line in self.raw.split(b"\n")[:-1]]

    def is_harmless(self) -> bool:
        """Whether nothing in either stream could do something to a terminal, and none is a traceback."""
        said = self.raw.decode() + self.raw_err.decode()
        return not _UNWANTED & set(said) and "Traceback" not in said

    def is_one_line_of_failure(self) -> bool:
        """Whether the command failed as it should: code 1, and one line that also says what to do."""
        line = self.err
        return (
            self.code == 1
            and line.startswith("reader: ")
            and line.count("\n") == 1
            and ";" in line
            and self.is_harmless()
        )


Reader = Callable[..., Result]


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Reader]:
    """Run the command in this process: ``reader("list", "--format", "json", stdin=b"…")``."""
    opened = []

    def runner(*argv: str, stdin: bytes = b"") -> Result:
        given = tmp_path / "stdin"
        given.write_bytes(stdin)
        streams = [io.BytesIO(), io.BytesIO()]
        out, err = (io.TextIOWrapper(each, encoding="utf-8", newline="\n") for each in streams)
        source = given.open(encoding="utf-8")
        opened.append(source)
        with monkeypatch.context() as patched:
            patched.setattr(sys, "argv", ["reader", *argv])
            patched.setattr(sys, "stdin", source)
            patched.setattr(sys, "stdout", out)
            patched.setattr(sys, "stderr", err)
            code = run_command()
        return Result(code, streams[0].getvalue(), streams[1].getvalue())

    yield runner
    for each in opened:
        each.close()


@pytest.fixture
def emptied(reader: Reader) -> Reader:
    """The command, with a library from which everything bundled was removed."""
    ids = [row["id"] for row in reader("list", "--format", "json").json]
    assert reader("remove", *ids).code == 0
    return reader


@pytest.fixture
def process() -> Reader:
    """Run the command as a process of its own, with pipes: ``process("list", stdin=b"…", env={…})``."""

    def runner(*argv: str, stdin: bytes | None = b"", env: dict[str, str] | None = None, **more: Any) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "reader", *argv],
            input=stdin,
            stdout=more.pop("stdout", subprocess.PIPE),
            stderr=subprocess.PIPE,
            env={**os.environ, **(env or {})},
            timeout=120,
            check=False,
            **more,
        )
        return Result(done.returncode, done.stdout or b"", done.stderr)

    return runner


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that cannot be reached is tried again without a wait."""
    monkeypatch.setattr("reader.translation.online.careful.BACK_OFF", 0.0)
    monkeypatch.setattr("reader.translation.online.careful.REQUESTS_A_SECOND", 1e6)


def _absent(_given: object) -> Engine:
    raise EngineUnavailable("the local engine is not installed", "choose another")


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine for which there is no local engine."""
    local = engines.EngineKind("local", "not here", _absent)
    monkeypatch.setattr(engines, "ENGINES", {**engines.ENGINES, "local": local})


NEWS = """\
---
title: Kim visita fábrica de aviões
byline: Ana Souza
source: Folha do Teste
url: https://example.org/kim
published: 2023-09-15
language: pt-BR
tags: [mundo, aviação]
---

O líder norte-coreano Kim Jong Un visitou nesta sexta-feira (15) uma fábrica na Rússia.

Na quarta-feira (13), Kim esteve com Vladimir Putin. "Foi um bom encontro", disse Putin.
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A Markdown file with a small article."""
    path = tmp_path / "notícia.md"
    path.write_text(NEWS, encoding="utf-8")
    return path
