"""What is known beforehand: CLDR's territories and this project's own tables, loaded once when first asked for."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

from reader.entities.names import family_names, given_names
from reader.entities.organisations import organisation_names
from reader.entities.places import place_names

_WORD = re.compile(r"[^\W_]+(?:[-'&.][^\W_]+)*")
LOCALES = ("pt_BR", "pt_PT")

_NO_PLACES = frozenset({"ZZ", "QO", "UN", "EU", "EZ"})  # unknown, outlying, and three that are organisations here
_SPELLINGS = {
    "coreia do norte": "KP",
    "coreia do sul": "KR",
    "eua": "US",
    "e.u.a": "US",
    "estados unidos da america": "US",
}


@functools.lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """The text without accents, case and repeated white space, for comparing names."""
    if text.isascii():
        return " ".join(text.lower().split())
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(bare.replace("’", "'").split())


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names by their folded form.

    Attributes:
        territories: Folded names of countries and regions, and their CLDR code.
        english: The English names of the codes.
        places: Folded names of all places, the territories among them.
        organisations: Folded names of organisations.
        given: Folded given names.
        family: Folded family names.
        acronyms: Folded organisations and places that the tables write in capitals only.
        starts: First words of the names of places and organisations, and the most words one has.
    """

    territories: dict[str, str]
    english: dict[str, str]
    places: frozenset[str]
    organisations: frozenset[str]
    given: frozenset[str]
    family: frozenset[str]
    acronyms: frozenset[str]
    starts: dict[str, int]


def _territories() -> tuple[dict[str, str], dict[str, str]]:
    from babel import Locale  # here, because importing it costs more than this room may at start

    codes: dict[str, str] = {}
    for locale in LOCALES:
        for code, name in Locale.parse(locale).territories.items():
            plain = name.partition(" (")[0]  # "Hong Kong (RAE da China)", "Mianmar (Birmânia)"
            if code not in _NO_PLACES:
                codes.setdefault(fold(plain), code)
    codes.update(_SPELLINGS)
    english = {code: name.partition(" (")[0] for code, name in Locale.parse("en").territories.items()}
    return codes, english


@functools.cache
def gazetteer() -> Gazetteer:
    """The gazetteer, made at the first call (some 50 ms) and kept."""
    codes, english = _territories()
    codes.pop("mundo", None)
    places = frozenset(fold(name) for name in place_names()) | frozenset(codes)
    known = frozenset(fold(name) for name in organisation_names())
    starts: dict[str, int] = {}
    for name in places | known:
        first, words = _WORD.match(name), len(_WORD.findall(name))
        if first:
            starts[first[0]] = max(starts.get(first[0], 0), words)
    return Gazetteer(
        territories=codes,
        english=english,
        places=places,
        organisations=known,
        given=frozenset(map(fold, given_names())),
        family=frozenset(map(fold, family_names())),
        acronyms=frozenset(fold(name) for name in (*organisation_names(), *place_names()) if name.isupper()),
        starts=starts,
    )
