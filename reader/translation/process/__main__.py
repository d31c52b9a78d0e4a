"""The process that translates or aligns: ``python -m reader.translation.process PART``; speaks on its streams."""

from __future__ import annotations

import sys

from reader.translation.process.child import run

if __name__ == "__main__":
    run(sys.argv[1:])
