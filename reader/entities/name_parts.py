"""The shorter names that may stand for a person's full one."""

from __future__ import annotations

from collections.abc import Iterator

from reader.entities.names import GENERATIONS
from reader.entities.person_forms import Words

MOST_WORDS = 10
"""Of a full name whose parts are looked for."""

# Father and son whom a middle initial tells apart.
_NAMESAKES = frozenset({("george", "w", "bush")})


def parts_of(full: Words) -> Iterator[tuple[Words, bool]]:
    """The shorter names that may stand for a full one, each once, and whether it is initials alone ("FHC").

    Neighbouring words of it ("Rebelo Sousa"), its first and last ("Marcelo Sousa"), with initials for the words
    before the last ("F. H. Cardoso"). A name without its "Filho", "Neto" or "Júnior" is another person's.
    """
    if not 1 < len(full) <= MOST_WORDS:
        return
    heir = full[-1] in GENERATIONS or full[-1] in {"pai", "senior"}
    base = full[:-1] if heir else full
    parts: dict[Words, None] = {}
    for size in range(len(full) - 1, 0, -1):
        for start in range(len(full) - size + 1):
            parts.setdefault(full[start : start + size])
    parts.setdefault((full[0], full[-1]))
    tail = full[len(base) :]
    if len(base) > 1:
        initials = tuple(word[0] for word in base[:-1])
        parts.setdefault((*initials, base[-1], *tail))
        parts.setdefault((initials[0], base[-1], *tail))
        for at in range(1, len(base) - 1):  # "Fernando H. Cardoso"
            parts.setdefault((*base[:at], *initials[at:], base[-1], *tail))
    for part in parts:
        if part == full or len("".join(part)) < 2 or (len(part) == 1 and len(part[0]) < 2):
            continue
        if heir and len(part) > 1 and part[-1] != full[-1] and part[0] == full[0]:
            continue
        if full in _NAMESAKES and len(part) > 1 and part != full[1:]:
            continue
        yield part, False
    if len(base) > 1:
        short = "".join(word[0] for word in base)
        if len(short) < len("".join(base)):
            yield (short, *tail), True
