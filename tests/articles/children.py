"""Other processes for the tests of the store: real ones, started and spoken to without a sleep."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PREAMBLE = """
import os, resource, signal, sys
from pathlib import Path
from articles.database import Database, Migration
from articles.errors import StorageError
from articles.migrations import MIGRATIONS
from articles.model import Article
from articles.sqlite import SQLiteArticles
import articles.backup, articles.finding.finder, hashlib  # imported late otherwise, without the right to read them

path = Path(sys.argv[1])

def article(number):
    return Article(title=f"Notícia {number}", body=f"Texto da notícia {number}. " + "palavra " * 200)

def drop_rights():
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
"""


def start(code: str, path: Path, *more: str) -> subprocess.Popen[str]:
    """Start Python on ``PREAMBLE`` and ``code``, with pipes to speak to it."""
    environment = {**os.environ, "PYTHONWARNINGS": "error::ResourceWarning", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen(
        [sys.executable, "-c", PREAMBLE + code, str(path), *more],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(code: str, path: Path, *more: str) -> str:
    """What the code prints; fails when it does not end well."""
    child = start(code, path, *more)
    output, errors = child.communicate(timeout=60)
    assert child.returncode == 0, errors
    return output


def folder_for_all() -> Path:
    """A new folder that a process without rights can reach, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp(prefix="store-"))
    folder.chmod(0o777)
    return folder
