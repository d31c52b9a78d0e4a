"""The usual English name of what an article names in Portuguese, and where it comes from."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from reader.entities.english_people import transliterated
from reader.entities.english_setting import NOWHERE, Setting
from reader.entities.english_table import EVENTS, OTHER, WORKS
from reader.entities.gazetteer import LOCALES, fold, gazetteer
from reader.entities.model import EnglishFrom, Kind
from reader.entities.name_tables import Entry, table

_TITLES = {
    "papa": "Pope", "rei": "King", "rainha": "Queen", "principe": "Prince", "princesa": "Princess",
    "imperador": "Emperor", "imperatriz": "Empress", "czar": "Tsar", "patriarca": "Patriarch", "profeta": "Prophet",
    "madre": "Mother", "cardeal": "Cardinal", "aiatola": "Ayatollah", "presidente": "President",
}  # fmt: skip
_ARTICLE = re.compile(r"(?:o|a|os|as) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """An English name; ``text`` is the Portuguese one again where the thing keeps it.

    Attributes:
        text: The name.
        source: Where it comes from.
    """

    text: str
    source: EnglishFrom


def english_name(name: str, kind: Kind, setting: Setting = NOWHERE) -> str | None:
    """The English name, where it is known and not the same.

    Returns:
        None where the name is the same in English, is not known, or may be one of several.
    """
    found = named(name, kind, setting)
    return found.text if found is not None and not same(found.text, name) else None


def same(english: str, name: str) -> bool:
    """Whether an English name tells the reader nothing: the same, or the same without shouting."""
    return english == name or (name.isupper() and len(name) > 4 and english.casefold() == name.casefold())


def named(name: str, kind: Kind, setting: Setting = NOWHERE, roles: tuple[str, ...] = ()) -> Named | None:
    """The English name and its source.

    Args:
        name: As the article writes it.
        kind: What it names; dates and quantities are formatted by who shows them.
        setting: What the article is about.
        roles: The article's own words for a person.

    Returns:
        The same name where it is known to stay; None where nothing is known, or several things may be meant.
    """
    if kind is Kind.PLACE:  # a museum is both, and so is a country that plays football
        return _place(name, setting) or (_organisation if " d" in name else _body)(name, setting)
    if kind is Kind.ORGANISATION:
        return _organisation(name, setting) or _listed("places", name, setting) or _cldr(fold(name))
    if kind is Kind.PERSON:
        return _person(name, setting, roles)
    found = {Kind.EVENT: EVENTS, Kind.OTHER: OTHER, Kind.WORK: WORKS}.get(kind, {}).get(fold(name))
    if found:
        return Named(found, EnglishFrom.TABLE)
    cldr = _languages().get(fold(name)) if kind is Kind.OTHER else None
    return Named(cldr, EnglishFrom.CLDR) if cldr else None


@functools.lru_cache(maxsize=1 << 13)
def place_key(name: str) -> str:
    """What all spellings of a place's name have in common ("Moscou", "Moscovo"), for comparing."""
    code = territory(name)
    if code:
        return code.lower()
    found = _place(name, NOWHERE)
    return fold(found.text if found else name)


def territory(name: str) -> str | None:
    """CLDR's code of the country or region that a Portuguese name means, in either spelling."""
    return gazetteer().territories.get(fold(name))


def _meant(name: str, entries: tuple[Entry, ...], setting: Setting) -> Named | None:
    """The one of several entries that the article can mean, if it is only one."""
    # "Franca" is a town of São Paulo, "França" is not; where no entry has the very accents, none is asked for.
    exact = [entry for entry in entries if entry.name.casefold() == name.casefold()]
    fitting = [entry for entry in exact or entries if not entry.near or not setting.names.isdisjoint(entry.near)]
    if len({entry.english for entry in fitting}) > 1 or any(entry.strict for entry in fitting):
        at_home = [entry for entry in fitting if entry.home and entry.home == setting.home]
        fitting = at_home or [entry for entry in fitting if not entry.home and not entry.strict]
    texts = {entry.english for entry in fitting}
    text = texts.pop() if len(texts) == 1 else None
    return Named(text, EnglishFrom.TABLE) if text else None


def _is_listed(which: str, name: str) -> bool:
    return any(fold(form) in table(which) for form in (name, _ARTICLE.sub("", name, count=1), name.replace("-", " ")))


def _listed(which: str, name: str, setting: Setting) -> Named | None:
    """By a table, also where the article writes a hyphen or an article that the table does not."""
    known = table(which)
    for form in (name, _ARTICLE.sub("", name, count=1), name.replace("-", " ")):
        if entries := known.get(fold(form)):
            return _meant(form, entries, setting)
    return None


def _cldr(folded: str) -> Named | None:
    known = gazetteer()
    code = known.territories.get(folded)
    english = known.english.get(code) if code else None
    return Named(english.replace(" & ", " and ").replace("’", "'"), EnglishFrom.CLDR) if english else None


def _place(name: str, setting: Setting) -> Named | None:
    folded = fold(name)
    country = _cldr(folded)
    if _is_listed("places", name):
        ours = _listed("places", name, setting)
        return country if ours and country and ours.text == country.text else ours
    if country:
        return country
    city = _cities().get(folded)
    if city:
        return Named(city, EnglishFrom.CLDR)
    if folded in gazetteer().places:
        return Named(name, EnglishFrom.TABLE)
    from reader.entities.english_patterns import geography

    by_rule = geography(name, lambda text: _text(_place(text, setting)))
    return Named(by_rule, EnglishFrom.RULE) if by_rule else None


def _body(name: str, setting: Setting) -> Named | None:
    """An organisation by table alone: "Saúde" as a place is a quarter."""
    return _listed("organisations", name, setting)


def _organisation(name: str, setting: Setting) -> Named | None:
    if _is_listed("organisations", name):
        return _listed("organisations", name, setting)
    from reader.entities.english_patterns import organisation

    by_rule = organisation(
        name, lambda text: _text(_place(text, setting)), lambda text: _text(_organisation(text, setting))
    )
    return Named(by_rule, EnglishFrom.RULE) if by_rule else None


def _person(name: str, setting: Setting, roles: tuple[str, ...]) -> Named | None:
    people = table("people")
    entries = people.get(fold(name))
    if entries is not None:
        return _meant(name, entries, setting)
    title, _, rest = name.partition(" ")
    english = _TITLES.get(fold(title))
    if english and rest:
        found = _person(rest, setting, roles)
        return Named(f"{english} {found.text}", found.source) if found and found.text != rest else None
    by_rule = transliterated(name, roles, setting)
    return Named(by_rule, EnglishFrom.RULE) if by_rule else None


def _text(found: Named | None) -> str | None:
    return found.text if found else None


_NO_CITIES = frozenset(
    map(fold, ("Salvador", "Baía", "Granada", "Guadalupe", "Santa Helena", "Santa Lúcia", "São Cristóvão", "Canárias"))
) | frozenset(map(fold, ("São Vicente", "Tucumã", "Natal", "Macau", "Guiana", "Cidade desconhecida", "Ilha do Natal")))
"""Names of time zones that in an article are other places, or are better said by a table."""


@functools.cache
def _cities() -> dict[str, str]:
    """Cities that CLDR names for their time zones, where the English differs by more than an accent."""
    from babel import Locale

    english = Locale.parse("en").time_zones
    found: dict[str, str] = {}
    for locale in LOCALES:
        for zone, names in Locale.parse(locale).time_zones.items():
            city = names.get("city")
            other = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
            if city and fold(city) not in _NO_CITIES and fold(city) != fold(other) and "," not in city:
                found.setdefault(fold(city), other)
    return found


@functools.cache
def _languages() -> dict[str, str]:
    """Languages and currencies by CLDR."""
    from babel import Locale

    english = Locale.parse("en")
    found: dict[str, str] = {}
    for locale in LOCALES:
        here = Locale.parse(locale)
        for names, others in ((here.languages, english.languages), (here.currencies, english.currencies)):
            for code, name in names.items():
                if code in others and fold(name) != fold(others[code]):
                    found.setdefault(fold(name), others[code])
    return found
