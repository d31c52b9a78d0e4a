"""The members of a compound with hyphens: "guarda-chuva", "ex-presidente", "norte-coreano"."""

from __future__ import annotations

from collections.abc import Callable

from reader.dictionary.model import Part, Piece

PREFIXES = {
    "ex": "former",
    "vice": "vice-, deputy",
    "pré": "pre-, before",
    "pós": "post-, after",
    "pró": "pro-, in favour of",
    "anti": "anti-, against",
    "recém": "newly",
    "sub": "sub-, under",
    "super": "super-",
    "mini": "mini-, small",
    "micro": "micro-, very small",
    "macro": "macro-, large",
    "auto": "self-",
    "contra": "counter-",
    "extra": "extra-",
    "infra": "infra-, below",
    "inter": "inter-, between",
    "intra": "intra-, within",
    "semi": "semi-, half",
    "ultra": "ultra-, extremely",
    "neo": "neo-, new",
    "não": "non-",
    "sem": "without",
    "além": "beyond",
    "bem": "well",
    "mal": "badly",
    "co": "co-, together",
    "multi": "multi-, many",
    "pan": "pan-, all",
    "circum": "around",
    "norte": "North, northern",
    "sul": "South, southern",
    "leste": "East, eastern",
    "oeste": "West, western",
    "afro": "Afro-, African",
    "luso": "Luso-, Portuguese",
    "franco": "Franco-, French",
    "anglo": "Anglo-, English",
    "sino": "Sino-, Chinese",
    "nipo": "Japanese-",
    "euro": "Euro-, European",
    "ítalo": "Italian-",
    "hiper": "hyper-",
    "arqui": "arch-",
    "grão": "grand",
    "tele": "tele-, remote",
    "eletro": "electro-",
    "sócio": "socio-, social",
    "socio": "socio-, social",
    "político": "political and",
    "econômico": "economic and",
    "proto": "proto-, first",
}
"""First members that bend for nobody, in English."""


def compound_parts(word: str, lemma: Callable[[str], str]) -> tuple[Part, ...]:
    """The members of a hyphenated word in small letters.

    Args:
        lemma: Gives what a member is a form of.
    """
    members = [each for each in word.split("-") if each]
    if len(members) < 2:
        return ()
    found = []
    for at, each in enumerate(members):
        note = PREFIXES.get(each, "") if at == 0 else ""
        found.append(Part(each, each if note else lemma(each), Piece.MEMBER, note=note))
    return tuple(found)
