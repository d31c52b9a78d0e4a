"""What an article is about as far as names depend on it: whose parties, whose courts, which San Francisco."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.entities.gazetteer import fold
from reader.entities.model import Entity, Kind
from reader.entities.name_tables import table

_PLACES = {
    "brasil": "br", "brasilia": "br", "sao paulo": "br", "rio de janeiro": "br", "minas gerais": "br", "bahia": "br",
    "rio grande do sul": "br", "parana": "br", "pernambuco": "br", "ceara": "br", "belo horizonte": "br",
    "portugal": "pt", "lisboa": "pt", "porto": "pt", "coimbra": "pt", "algarve": "pt", "alentejo": "pt",
    "acores": "pt", "braga": "pt", "angola": "ao", "luanda": "ao", "mocambique": "mz", "maputo": "mz",
    "cabo verde": "cv", "guine-bissau": "gw", "bissau": "gw", "timor-leste": "tl", "timor leste": "tl", "macau": "mo",
    "espanha": "es", "madrid": "es", "madri": "es", "catalunha": "es", "alemanha": "de", "berlim": "de",
    "china": "cn", "pequim": "cn", "mexico": "mx", "africa do sul": "za", "zimbabwe": "zw", "zimbabue": "zw",
}  # fmt: skip
"""Folded names of places that say which country an article is about."""

_SLAVIC = frozenset(
    fold(name)
    for name in (
        "Rússia", "Moscou", "Moscovo", "União Soviética", "URSS", "Kremlin", "Ucrânia", "Kiev", "Quieve", "Kyiv",
        "Bielorrússia", "Belarus", "Minsk", "São Petersburgo", "Leningrado", "Leninegrado", "Tchetchênia",
        "Chechénia", "Chechênia", "Crimeia", "Duma", "Sibéria", "Federação Russa",
    )
)  # fmt: skip

_FEW = 3  # mentions of a country's places and bodies from which they outweigh the spelling of the article


@dataclass(frozen=True, slots=True)
class Setting:
    """What the names of an article depend on.

    Attributes:
        home: The country whose parties and courts are meant, as a code in small letters; None where nothing says.
        names: The folded names and aliases of all that the article names.
        slavic: Whether it speaks of Russia, Ukraine or Belarus.
    """

    home: str | None = None
    names: frozenset[str] = frozenset()
    slavic: bool = False


NOWHERE = Setting()
"""For a name by itself."""


def setting_of(entities: Sequence[Entity], language: str = "pt") -> Setting:
    """The setting of an article.

    Args:
        entities: All that it names.
        language: The article's language: ``pt-BR``, ``pt-PT``, or ``pt`` where it is not known.
    """
    votes: Counter[str] = Counter()
    names: set[str] = set()
    organisations = table("organisations")
    for entity in entities:
        if entity.kind in (Kind.DATE, Kind.QUANTITY):
            continue
        forms = {fold(entity.name), *map(fold, entity.aliases)}
        names |= forms
        homes: set[str] = set()
        if entity.kind is Kind.PLACE:
            homes = {_PLACES[form] for form in forms if form in _PLACES}
        elif entity.kind is Kind.ORGANISATION:
            meant = [entry for form in forms for entry in organisations.get(form, ())]
            homes = {entry.home for entry in meant if entry.home and not entry.strict}
        if len(homes) == 1:
            votes[homes.pop()] += len(entity.mentions)
    return Setting(_home(votes, language), frozenset(names), not _SLAVIC.isdisjoint(names))


def _home(votes: Counter[str], language: str) -> str | None:
    spelling = {"pt-br": "br", "pt-pt": "pt"}.get(language.casefold())
    (first, most), (_, next_most) = [*votes.most_common(2), ("", 0), ("", 0)][:2]
    clear = most > 0 and most >= 2 * next_most
    if clear and (most >= _FEW or spelling is None):
        return first
    return spelling
