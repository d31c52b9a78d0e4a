"""The process that finds names: ``python -m reader.entities.worker``; speaks on its standard streams."""

from __future__ import annotations

from reader.entities.worker.child import run

if __name__ == "__main__":
    run()
