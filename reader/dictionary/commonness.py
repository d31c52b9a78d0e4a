"""How common a word is, from a table of Portuguese lemmas that ships with the reader, unpacked when first asked."""

from __future__ import annotations

import lzma
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("tables") / "zipf.xz"
"""Made by ``python -m reader.dictionary.count_words``; ``zipf.md`` beside it tells of its source and licence."""


def zipf(lemma: str) -> float | None:
    """How common a lemma is, all its forms together, on the Zipf scale; None where that is not known."""
    table, word = _table(), lemma.casefold().encode("utf-8", "replace")
    if not word or b"\n" in word or b"\t" in word:
        return None
    at = table.find(b"\n" + word + b"\t")
    if at < 0:
        return None
    at += len(word) + 2
    return int(table[at : table.index(b"\n", at)]) / 10


@cache
def _table() -> bytes:
    try:
        return lzma.decompress(TABLE.read_bytes())
    except (OSError, lzma.LZMAError, EOFError):
        return b""
