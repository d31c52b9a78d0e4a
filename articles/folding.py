"""Text as it is compared and sorted: without accents, without case."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """The text without accents and case, white space as single spaces: "São  PAULO" gives "sao paulo"."""
    if text.isascii():
        return " ".join(text.lower().split())
    bare = (char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    return " ".join("".join(bare).split())
