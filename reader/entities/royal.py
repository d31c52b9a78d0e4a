"""Kings, queens and popes, whom Portuguese calls by its own given names, and English by its own or by theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.entities.english import named, territory
from reader.entities.english_setting import setting_of
from reader.entities.gazetteer import fold
from reader.entities.model import Entity, Kind
from reader.entities.staying import at_home, is_surname

_TITLES = frozenset(
    "rei rainha principe princesa imperador imperatriz papa antipapa czar czarina kaiser arquiduque arquiduquesa "  # noqa: SIM905
    "grao-duque gra-duquesa duque duquesa conde condessa infante infanta".split()
)
_DOM = frozenset({"d", "d.", "dom", "dona"})
_ROLE = re.compile(
    rf"(?:(?:ex|entao|futur[oa]|falecid[oa]|nov[oa]|jovem|velh[oa]|antig[oa])[ -])*(?P<title>{'|'.join(_TITLES)})\b"
)
_REALM = re.compile(r"(?P<who>.+) d[aeo]s? (?P<place>[^\W\d_a-z].*)\Z")
_NUMERAL = re.compile(r"[IVX]+\Z")

_CROWNED = frozenset(
    "afonso albano alberto alexandra alexandre ana antonieta augusto balduino beatriz bento boris camila carlos "  # noqa: SIM905
    "carlota catarina cristiano cristina clemente constantino constanca diogo eduardo estevao eugenia fernando "
    "filipe felipe francisco frederico gregorio guilherme guilhermina gustavo haakon haroldo helena henrique inocencio "
    "isabel ivan jaime joana joao joaquim jorge jose josefina juliana julio leao leonor leopoldo luis luiz luisa "
    "margarida maria mario matilde maximiliano miguel nicolau olavo otao otto paulo pedro pio ricardo rodolfo sancho "
    "sebastiao sisto sofia teresa tiago umberto urbano valdemar vitor vitoria adolfo amadeu emanuel manuel "
    "duarte".split()
)
"""Given names, folded, under which Portuguese knows people of other countries' thrones."""

_OUR_KINGS = frozenset(
    "afonso i,afonso ii,afonso iii,afonso iv,afonso v,afonso vi,sancho i,sancho ii,pedro i,pedro ii,pedro iii,"  # noqa: SIM905
    "pedro iv,pedro v,fernando i,fernando ii,joao i,joao ii,joao iii,joao iv,joao v,joao vi,manuel i,manuel ii,"
    "henrique i,maria i,maria ii,luis i,carlos i,miguel i".split(",")
)
"""Of Portugal and Brazil, but for the three Philips, who are Spain's to English."""

_COURT = frozenset({"petropolis", "lei aurea", "braganca", "casa de braganca", "imperio do brasil", "familia imperial"})
"""Folded names that are named with the thrones of Portugal and Brazil."""


@dataclass(frozen=True, slots=True)
class Thrones:
    """Which thrones an article can speak of.

    Attributes:
        home: Whether it names a place of a country of Portuguese.
        court: Whether it names somebody with "Dom", or what belongs to the house of Bragança.
        abroad: Whether it names a place of another country.
    """

    home: bool
    court: bool
    abroad: bool

    def keeps(self, form: str, roles: Sequence[str]) -> bool:
        """Whether a crowned person's name surely stays, being of Portugal or Brazil.

        Args:
            form: As ``crowned`` takes it.
            roles: As ``crowned`` takes them.
        """
        if is_foreign(form):
            return False
        titles = _titles(form, roles)
        words = [word for word in form.split() if fold(word) not in _TITLES]
        name = fold(" ".join(word for word in words if fold(word) not in _DOM))
        if _DOM & {fold(word) for word in words} or any(fold(role).split()[:1] in (["dom"], ["d."]) for role in roles):
            return True
        if name == "joao vi" or (name in ("pedro i", "pedro ii") and titles & {"imperador", "imperatriz"}):
            return True
        if self.abroad or "papa" in titles:
            return False
        if name in _OUR_KINGS:
            return self.home or self.court
        if _NUMERAL.search(form):
            return False
        return self.court or any(_is_listed(title, name) for title in titles)


def thrones_of(entities: Sequence[Entity]) -> Thrones:
    """The thrones that an article can speak of, by all that it names."""
    forms = {fold(form) for each in entities for form in (each.name, *each.aliases)}
    people = [each for each in entities if each.kind is Kind.PERSON]
    dom = any(fold(form).split()[0] in _DOM - {"dona"} for each in people for form in (each.name, *each.aliases))
    places = [each for each in entities if each.kind is Kind.PLACE]
    return Thrones(
        home=any(at_home(setting_of([each])) for each in places),
        court=dom or not _COURT.isdisjoint(forms),
        abroad=any(is_abroad(each) for each in places),
    )


def is_abroad(place: Entity) -> bool:
    """Whether a place is in a country that does not speak Portuguese, as far as tables know."""
    if place.kind is not Kind.PLACE or at_home(setting_of([place])):
        return False
    return _is_elsewhere(place.name)


def crowned(form: str, roles: Sequence[str]) -> bool:
    """Whether a form is the given name by which a king, queen, prince or pope is known, and nothing more.

    Args:
        form: As the article writes it, with or without the title: "Carlos III", "rei Carlos Gustavo".
        roles: The article's own words for the person.
    """
    words = form.split()
    titled = bool(_titles(form, roles)) or any(fold(word) in _DOM for word in words)
    words = [word for word in words if fold(word) not in _TITLES and fold(word) not in _DOM]
    numbered = len(words) > 1 and _NUMERAL.match(words[-1]) is not None
    given = words[: -1 if numbered else None]
    head, realm = without_realm(form)
    if realm and _is_elsewhere(realm) and not is_surname(realm):
        return fold(given[0]) in _CROWNED  # "Isabel de Inglaterra"
    if realm and crowned(head, roles):
        return True
    return bool(given) and (titled or numbered) and all(fold(word) in _CROWNED for word in given)


def is_foreign(form: str) -> bool:
    """Whether a form says itself that its throne is another country's: "Filipe da Bélgica"."""
    return _is_elsewhere(without_realm(form)[1])


def without_realm(form: str) -> tuple[str, str]:
    """The person and the place of a form that has both: "Maria II" and "Portugal"; else the form and ""."""
    match = _REALM.match(form)
    if match is None or (territory(match["place"]) is None and not _is_elsewhere(match["place"])):
        return form, ""
    return match["who"], match["place"]


def _titles(form: str, roles: Sequence[str]) -> set[str]:
    found = {fold(word) for word in form.split()[:1]} & _TITLES
    return found | {match["title"] for role in roles if (match := _ROLE.match(fold(role)))}


def _is_listed(title: str, name: str) -> bool:
    """Whether a table says that English keeps the name with the title: "Princesa Isabel", of Brazil."""
    found = named(f"{title} {name}", Kind.PERSON)
    return found is not None and fold(found.text).endswith(f" {name}")


def _is_elsewhere(place: str) -> bool:
    if not place:
        return False
    code = territory(place)
    if code is not None:
        return code.lower() not in ("br", "pt", "ao", "mz", "cv", "gw", "tl", "st", "mo")
    found = named(place, Kind.PLACE)
    return found is not None and found.text != place
