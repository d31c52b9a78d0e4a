"""The short forms that may stand for the long name of an organisation or a place."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from reader.entities.alias_tables import VAGUE_HEADS
from reader.entities.cues import JOINERS, ORG_HEADS, PARTICLES
from reader.entities.gazetteer import fold
from reader.entities.places import STATE_CODES
from reader.entities.wordlist import words

_SHORTEST_TAIL = 4  # letters of a last word that may stand for the whole: "Bulls"
_PLAIN_TAILS = words(
    """
    federal nacional municipal estadual regional central internacional brasileiro brasileira portugues portuguesa geral
    superior militar civil europeu europeia unidos unidas group united city club clube futebol brasil portugal
    """
)
_OFFICES = words("ministerio secretaria")
_CLUBS = words("desportivo sporting clube atletico vitoria uniao academico academica gremio estrela futebol esporte")
_BRANCH = re.compile(rf"([a-z]{{2,12}})[-/](?:{'|'.join(sorted(code.lower() for code in STATE_CODES))})\Z")
_NAMESAKES = words("vila sao santa santo povoa")


@functools.cache
def _heads() -> frozenset[str]:
    return frozenset(map(fold, ORG_HEADS))


def without_branch(name: str) -> str:
    """A folded organisation without the state that it is of: "pmdb-sp" → "pmdb"."""
    branch = _BRANCH.match(name)
    return branch[1] if branch else name


def short_organisations(name: str) -> Iterator[str]:
    """The short forms of an organisation's folded name: "câmara" for Câmara dos Deputados, "itaú" for Banco Itaú."""
    parts = name.split()
    if len(parts) < 2:
        return
    if parts[0] not in VAGUE_HEADS:
        yield parts[0]
        head, _, rest = parts[0].partition("-")
        if rest:  # "TVI-Televisão Independente"
            yield head
    for at in range(2, len(parts) - 1):  # "Conselho de Segurança da ONU": what a preposition adds can be left out
        if parts[at] in PARTICLES and parts[at] != "e":
            yield " ".join(parts[:at])
    last = parts[-1]
    if JOINERS.isdisjoint(parts) and "e" not in parts and len(last) >= _SHORTEST_TAIL and last not in _PLAIN_TAILS:
        yield last
    start = 0
    while start < len(parts) - 1 and parts[start] in _heads():
        start += 1
    if start and parts[start] not in PARTICLES:
        yield " ".join(parts[start:])
    if parts[1] in PARTICLES and (parts[0] in _OFFICES or parts[0] in _CLUBS):
        yield " ".join(parts[2:])  # "Fazenda" of the "Ministério da Fazenda", "Chaves" of the "Desportivo de Chaves"


def short_places(name: str) -> Iterator[str]:
    """The short forms of a place's folded name: "vila franca" for Vila Franca de Xira."""
    parts = name.split()
    if parts and parts[0] in _NAMESAKES:
        for at in range(2, len(parts) - 1):
            if parts[at] in PARTICLES and parts[at] != "e":
                yield " ".join(parts[:at])
