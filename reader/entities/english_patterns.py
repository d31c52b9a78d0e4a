"""English names by pattern: "Universidade Federal do Ceará" is a Federal University of Ceará, whoever heard of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.entities.gazetteer import fold, gazetteer
from reader.entities.name_tables import simple
from reader.entities.wordlist import words

Names = Callable[[str], str | None]
"""The English name of a place or an organisation, also where it is the same; None where it is not known."""

_OF = r"d(?:e|o|a|os|as)"

_PLACED = (
    (r"Universidade Federal", "Federal University of {}"),
    (r"Universidade Estadual", "State University of {}"),
    (r"Universidade Católica", "Catholic University of {}"),
    (r"Pontifícia Universidade Católica", "Pontifical Catholic University of {}"),
    (r"Universidade Técnica", "Technical University of {}"),
    (r"Universidade", "University of {}"),
    (r"Instituto Politécnico", "Polytechnic Institute of {}"),
    (r"Instituto Federal", "Federal Institute of {}"),
    (r"Câmara Municipal", "Municipal Council of {}"),
    (r"C[âa]mara de Vereadores", "City Council of {}"),
    (r"Assembleia Municipal", "Municipal Assembly of {}"),
    (r"Junta de Freguesia", "Parish Council of {}"),
    (r"Prefeitura(?: Municipal)?", "City Hall of {}"),
    (r"Governo(?: do Estado)?", "Government of {}"),
    (r"Governo Regional", "Regional Government of {}"),
    (r"Assembleia Legislativa(?: do Estado)?", "Legislative Assembly of {}"),
    (r"Tribunal de Justiça(?: do Estado)?", "Court of Justice of {}"),
    (r"Tribunal Regional Eleitoral", "Regional Electoral Court of {}"),
    (r"Tribunal de Contas do Estado", "State Court of Accounts of {}"),
    (r"Tribunal da Relação", "Court of Appeal of {}"),
    (r"Ministério Público(?: do Estado)?", "Public Prosecutor's Office of {}"),
    (r"Defensoria Pública(?: do Estado)?", "Public Defender's Office of {}"),
    (r"Procuradoria Geral do Estado|Procuradoria-Geral do Estado", "State Prosecutor's Office of {}"),
    (r"Polícia Civil", "Civil Police of {}"),
    (r"Polícia Militar", "Military Police of {}"),
    (r"Corpo de Bombeiros", "Fire Department of {}"),
    (r"Arquidiocese", "Archdiocese of {}"),
    (r"Diocese", "Diocese of {}"),
    (r"Patriarcado", "Patriarchate of {}"),
    (r"Embaixada", "Embassy of {}"),
    (r"Consulado(?:-Geral| Geral)?", "Consulate of {}"),
    (r"Parlamento", "Parliament of {}"),
    (r"Senado", "Senate of {}"),
    (r"Assembleia Nacional", "National Assembly of {}"),
    (r"Supremo Tribunal|Suprema Corte", "Supreme Court of {}"),
    (r"Tribunal Constitucional|Corte Constitucional", "Constitutional Court of {}"),
    (r"Forças Armadas", "Armed Forces of {}"),
    (r"Exército", "Army of {}"),
    (r"Marinha", "Navy of {}"),
    (r"Força Aérea", "Air Force of {}"),
    (r"Partido Comunista", "Communist Party of {}"),
    (r"Banco Central", "Central Bank of {}"),
    (r"Banco Nacional", "National Bank of {}"),
    (r"Bolsa(?: de Valores)?", "{} Stock Exchange"),
    (r"Academia de Ciências|Academia das Ciências", "Academy of Sciences of {}"),
    (r"Igreja Ortodoxa", "Orthodox Church of {}"),
    (r"Seleção|Selecção", "{} national team"),
)
"""Heads that a place follows."""

_TOPICAL = (
    (r"Ministério", "Ministry of {}"),
    (r"Secretaria de Estado", "State Secretariat for {}"),
    (r"Secretaria Municipal", "Municipal Secretariat of {}"),
    (r"Secretaria Estadual", "State Secretariat of {}"),
    (r"Secretaria Nacional", "National Secretariat of {}"),
    (r"Secretaria", "Secretariat of {}"),
    (r"Departamento", "Department of {}"),
    (r"Direc?ção-Geral", "Directorate-General for {}"),
    (r"Faculdade", "Faculty of {}"),
    (r"Instituto Nacional", "National Institute of {}"),
    (r"Instituto", "Institute of {}"),
    (r"Conselho Nacional", "National Council of {}"),
    (r"Academia", "Academy of {}"),
)
"""Heads that a subject follows."""

_SPORTING = ((r"Federação", "Federation"), (r"Confederação", "Confederation"), (r"Associação", "Association"))

_GEOGRAPHY = (
    (r"Estado", "State of {}"),
    (r"República", "Republic of {}"),
    (r"Reino", "Kingdom of {}"),
    (r"Província", "{} Province"),
    (r"Distrito", "District of {}"),
    (r"Município|Concelho", "Municipality of {}"),
    (r"Cidade", "City of {}"),
    (r"Golfo", "Gulf of {}"),
    (r"Estreito", "Strait of {}"),
    (r"Península", "{} Peninsula"),
    (r"Baía", "Bay of {}"),
    (r"Deserto", "{} Desert"),
    (r"Ilha", "{} Island"),
    (r"Ilhas", "{} Islands"),
    (r"Arquipélago", "{} Archipelago"),
    (r"Aeroporto Internacional", "{} International Airport"),
    (r"Aeroporto", "{} Airport"),
    (r"Porto", "Port of {}"),
    (r"Grande", "Greater {}"),
    (r"Lago", "Lake {}"),
    (r"Palácio", "{} Palace"),
    (r"Convento", "{} Convent"),
    (r"Mosteiro", "{} Monastery"),
    (r"Floresta", "{} Forest"),
    (r"Parque Nacional", "{} National Park"),
    (r"Parque Natural", "{} Natural Park"),
    (r"Usina(?: Hidrelétrica| Nuclear)?", "{} Power Plant"),
)

_HEAD_PLACED = [(re.compile(rf"(?:{head}) {_OF} (.+)\Z", re.IGNORECASE), english) for head, english in _PLACED]
_HEAD_TOPIC = [(re.compile(rf"(?:{head}) (?:{_OF}|para [ao]s?) (.+)\Z", re.IGNORECASE), e) for head, e in _TOPICAL]
_BARE = {"Ilha", "Ilhas", "Lago", "Grande", "Deserto"}
_KNOWN_ONLY = {"Estado", "República", "Reino", "Grande", "Porto", "Baía", "Floresta", "Cidade"}
_HEAD_LAND = [
    (
        re.compile(rf"(?:{head}) (?:{_OF} )?(.+)\Z" if head in _BARE else rf"(?:{head}) {_OF} (.+)\Z", re.IGNORECASE),
        english,
        head not in _KNOWN_ONLY,
    )
    for head, english in _GEOGRAPHY
]
_HEAD_SPORT = [
    (re.compile(rf"{head} (?P<nation>[\w-]+) {_OF} (?P<sport>[\w -]+)\Z", re.IGNORECASE), e) for head, e in _SPORTING
]
_RIVER = re.compile(r"(rio|Rio) (?:d[ao] )?(.+)\Z")
_CITIES = words(
    """
    janeiro de_janeiro branco grande claro preto verde tinto maior bonito negro doce das_ostras largo pardo
    real formoso do_sul de_mouro cuarto vermelho bravo acima casca piracicaba paranaiba pomba quente tavares
    comprido pequeno ave sul gallegos das_pedras muni center arena open torto novo
    """
)
"""Second words of towns that are called after a river, folded: "Rio Claro" may be either."""
_NO_NAMES = words("norte sul leste oeste solteira comprida bela pedra flores junco rodrigues")
"""Second words of towns and quarters called after an island or a lake that they are not: "Ilha Solteira"."""

_AND = re.compile(rf"\s*,\s*(?:e\s+)?(?:{_OF}\s+)?|\s+e\s+(?:{_OF}\s+)?", re.IGNORECASE)
_PLACE_LIKE = re.compile(r"[A-ZÀ-Ý][\w'’-]+(?: (?:(?:d[aeo]s?|e|do) )?[A-ZÀ-Ý][\w'’-]+){0,3}\Z")
_BANK = re.compile(rf"Banco {_OF} (.+)\Z")
_NAMED_UNIVERSITY = re.compile(r"Universidade ([A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+){0,2})\Z")
_ADJECTIVES = words(
    """
    federal estadual catolica tecnica nova aberta livre popular classica autonoma nacional central luterana
    metodista  presbiteriana internacional pedagogica regional municipal candido comunitaria corporativa
    independente
    """
)
_NATIONAL_PARTY = re.compile(r"(?P<head>.+) (?P<nation>[\w-]+)\Z")
_THE = re.compile(
    r"\b(?:Islands|Republic|States|Kingdom|Emirates|Union)\Z|\A(?:USA|Azores|Netherlands|Philippines|Bahamas|Maldives)\Z"
)
_LONGEST = 120  # characters: a longer name is none


def organisation(name: str, place: Names, known: Names) -> str | None:
    """The English name of an organisation by pattern.

    Args:
        name: In Portuguese.
        place: Knows places.
        known: Knows other organisations.
    """
    if len(name) > _LONGEST:
        return None
    for pattern, english in _HEAD_SPORT:
        match = pattern.match(name)
        if match:
            nation, sport = simple("nations").get(fold(match["nation"])), simple("sports").get(fold(match["sport"]))
            return f"{nation} {sport} {english}" if nation and sport else None
    for pattern, english in _HEAD_TOPIC:
        match = pattern.match(name)
        if match:
            found = _subject(match[1], place)
            if found:
                # A ministry is of the Economy, a faculty of Economics.
                taught = english.startswith(("Faculty", "Institute", "Academy", "Department"))
                return english.format(found.replace("the Economy", "Economics") if taught else found)
    for pattern, english in _HEAD_PLACED:
        match = pattern.match(name)
        if match:
            where = _where(match[1], place)
            if where:
                return english.format(f"the {where}" if "of {}" in english and _THE.search(where) else where)
    return _central_bank(name, place) or _alone(name) or _party(name) or _university(name) or _national(name, known)


def geography(name: str, place: Names) -> str | None:
    """The English name of a place by pattern: states, rivers, islands, airports."""
    if len(name) > _LONGEST:
        return None
    river = _RIVER.match(name)
    if river and not (river[1] == "Rio" and fold(river[2]).replace(" ", "_") in _CITIES):
        known = river[2] if fold(river[2]) in {"sao francisco", "sao lourenco", "doce", "negro"} else None
        if fold(river[2]) == "grande":  # of Brazil, or the Rio Grande
            return None
        found = known or _where(river[2], place, plain=True)
        return f"{found} River" if found and _PLACE_LIKE.match(river[2]) else None
    for pattern, english, plain in _HEAD_LAND:
        match = pattern.match(name)
        if match and fold(match[1]) not in _NO_NAMES and fold(match[1]) not in simple("topics"):
            found = _where(match[1], place, plain=plain)
            if found:
                return english.format(found)
    return None


def _where(text: str, place: Names, *, plain: bool = False) -> str | None:
    """A place in English: what is known, else the name itself where it looks like one."""
    found = place(text)
    if found:
        return found
    if found is None and (plain or fold(text) in gazetteer().places) and _PLACE_LIKE.match(text):
        return text
    return None


def _subject(text: str, place: Names) -> str | None:
    """Say "Ciência, Tecnologia e Inovação", perhaps with the country or its adjective behind it; all must be known."""
    whole = _topics(text)
    if whole:
        return whole
    at = max(text.rfind(f" {of} ") for of in ("de", "do", "da", "dos", "das"))
    if at > 0:
        topics = _topics(text[:at])
        where = _where(text[at:].split(" ", 2)[2], place)
        if topics and where:
            return f"{topics} of {where}"
    return None


def _topics(text: str) -> str | None:
    whole = simple("topics").get(fold(text))
    if whole:
        return whole
    parts = [simple("topics").get(fold(part)) for part in _AND.split(text)]
    if not parts or len(parts) > 6:
        return None
    known = [part for part in parts if part]
    if len(known) < len(parts) or len(parts) < 2:
        return None
    return f"{', '.join(known[:-1])} and {known[-1]}"


def _alone(name: str) -> str | None:
    """Say "Relações Exteriores" of "ministro das Relações Exteriores"."""
    found = _topics(name)
    return found.removeprefix("the ") if found else None


def _central_bank(name: str, place: Names) -> str | None:
    """Say "Banco do Japão", where it is a country's."""
    match = _BANK.match(name)
    where = place(match[1]) if match and fold(match[1]) in gazetteer().territories else None
    return f"Bank of {where}" if where else None


def _party(name: str) -> str | None:
    """Say "Partido Liberal Democrático": English puts the words the other way round, some pairs apart."""
    first, *rest = name.split()
    if fold(first) not in {"partido", "frente", "uniao", "alianca"} or not 1 <= len(rest) <= 2:
        return None
    leanings = [simple("leanings").get(fold(word)) for word in rest]
    known = [leaning for leaning in leanings if leaning]
    if len(known) < len(rest):
        return None
    kept = known[0] in {"Liberal", "Social", "Christian"} and known[-1] in {"Democratic", "Democrat"}
    kind = {"partido": "Party", "frente": "Front", "uniao": "Union", "alianca": "Alliance"}[fold(first)]
    return " ".join([*(known if kept else reversed(known)), kind])


def _university(name: str) -> str | None:
    """Say "Universidade Yonsei" the other way round."""
    match = _NAMED_UNIVERSITY.match(name)
    return f"{match[1]} University" if match and fold(match[1].split()[0]) not in _ADJECTIVES else None


def _national(name: str, known: Names) -> str | None:
    """Say "Governo russo", "Partido Comunista Português": what is known, with a nation's adjective."""
    match = _NATIONAL_PARTY.match(name)
    nation = match and simple("nations").get(fold(match["nation"]))
    if not match or not nation:
        return None
    head = known(match["head"])
    if not head:
        return None
    if head == "national team":
        return f"{nation} national team"
    return f"{nation} {head.removeprefix('the ')}" if nation not in head else None
