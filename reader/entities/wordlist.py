"""How this room's tables are written: words between white space, a few hundred to a page."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(text.split())
