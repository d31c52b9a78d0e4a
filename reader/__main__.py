"""``python -m reader``: the same as the command ``reader``."""

from __future__ import annotations

import sys

from reader.cli.main import run

if __name__ == "__main__":
    sys.exit(run())
