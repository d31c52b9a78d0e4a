"""Which names no table knows are surely the same in English: most people's, and places where Portuguese is spoken."""

from __future__ import annotations

import re

from reader.entities.common import GRAMMAR, looks_common
from reader.entities.cues import COURTESY, PARTICLES, is_title
from reader.entities.english_setting import Setting
from reader.entities.gazetteer import fold, gazetteer
from reader.entities.name_tables import table

_AT_HOME = frozenset({"br", "pt", "ao", "mz", "cv", "gw", "tl"})
"""Countries whose towns have Portuguese names that English keeps."""

_OURS = re.compile(r"[áàâãéêíóôõúç]", re.IGNORECASE)
_OTHERS = re.compile(r"(?![áàâãéêíóôõúç])[^\x00-\x7f\W\d_]", re.IGNORECASE)

_SORTS = frozenset(
    fold(word)
    for word in (
        "praça", "rua", "avenida", "largo", "ponte", "aeroporto", "estádio", "palácio", "bairro", "igreja",
        "catedral", "museu", "hospital", "parque", "torre", "ilha", "ilhas", "lago", "golfo", "estreito", "península",
        "deserto", "floresta", "região", "província", "distrito", "cidade", "ginásio", "teatro", "rodovia", "estrada",
        "usina", "represa", "barragem", "túnel", "viaduto", "terminal", "estação", "cemitério", "edifício", "mar",
        "oceano", "canal", "baía", "cabo", "costa", "montanhas", "cordilheira", "vale", "zona", "fronteira", "base",
        "prisão", "penitenciária", "palacete", "mosteiro", "convento", "capela", "santuário", "centro", "campo",
        "biblioteca", "arquipélago", "república", "reino", "império", "estado", "município", "condado", "comarca",
        "universidade", "escola", "faculdade", "instituto", "colégio", "hotel", "restaurante", "mercado", "complexo",
        "parlamento", "paço", "casa", "quinta", "área", "reserva", "templo", "colinas", "colina", "jardim", "jardins",
        "tumba", "aldeia", "vila", "monte", "montes", "rio", "ribeira", "ribeirão", "lagoa", "serra", "ilhéu",
        "forte", "farol", "aquário", "cinema", "shopping", "autódromo", "hipódromo", "porto", "portão", "cova",
        "gruta", "caverna", "muro", "muralha", "castelo", "fortaleza", "via", "bacia", "delta", "planalto",
        "planície", "pico", "vulcão", "cabana", "fazenda", "sítio", "conjunto", "favela", "morro", "ramal", "linha",
        "metrô", "hotéis", "sala", "salão", "reitoria", "observatório", "rampa", "molhe", "cais", "doca",
        "teatro-estúdio", "cine-teatro", "miradouro", "mirante", "chafariz", "coliseu", "pousada", "quartel",
        "circuito", "pista", "piscina", "cemitérios", "federação", "confederação", "associação", "consulado",
        "embaixada", "memorial", "pavilhão", "auditório", "galeria", "livraria", "sede", "clube", "secretaria",
        "ministério", "tribunal", "câmara", "fórum", "norte", "sul", "leste", "oeste", "nordeste", "noroeste",
        "sudeste", "sudoeste", "centro-oeste", "extremo", "litoral", "sertão", "interior", "capital", "baixada", "arco",
    )
)  # fmt: skip
"""First words, folded, of a place's name that say what sort of place it is: English may translate them."""


_OLD = frozenset(
    fold(name)
    for name in (
        "Abraão", "Adão", "Noé", "Moisés", "Salomão", "Jesus", "Isaac", "Jacó", "Jó", "Ezequiel", "Isaías",
        "Jeremias", "Judas", "Estêvão", "Homero", "Virgílio", "Horácio", "Ovídio", "Cícero", "Sêneca", "Constantino",
        "Tibério", "Trajano", "Adriano", "Aquiles", "Ulisses", "Hércules", "Apolo", "Vênus", "Heitor", "Orfeu",
        "Rômulo", "Remo", "Átila", "Aníbal", "Calvino", "Erasmo", "Gregório", "Inocêncio",
    )
)  # fmt: skip
"""Given names that alone mean prophets, emperors or poets, whom English calls otherwise, even at home."""


_SAINTS = frozenset({"s", "s.", "sao", "santo", "santa", "sto", "sto.", "sta", "sta.", "beato", "beata", "frei"})


_CUT_SHORT = dict.fromkeys(("freixo", "freixo de espada"), "Freixo de Espada à Cinta")
"""No other place of Portugal or Brazil has an "à" within its name."""


def person(name: str, *, at_home: bool) -> bool:
    """Whether a person whom no table knows surely has the same name in English.

    A bare given name may be somebody's whom English calls otherwise ("Noé"), and so may what has the accents of
    Portuguese and is no surname that is known ("Estrabão").

    Args:
        name: As the article writes it.
        at_home: Whether the article speaks of a country of Portuguese.
    """
    if not _is_bare(name) or table("people").get(fold(name)) or fold(name.partition(" ")[0]) in _SAINTS:
        return False
    words = [word for word in name.split() if word.lower() not in PARTICLES]
    if len(words) > 1:
        return True
    known = gazetteer()
    folded = fold(words[0])
    if folded in known.given or folded in known.family:
        return folded not in _OLD and (at_home or folded not in known.given)
    return not _is_accented(name) and not looks_common(name.lower())


def place(name: str, *, at_home: bool) -> bool:
    """Whether a place that no table knows surely has the same name in English.

    Args:
        name: As the article writes it; one that says with common words what it names ("Praça da República") may be
            translated.
        at_home: Whether the article speaks of a country of Portuguese.
    """
    if not _is_bare(name) or is_described(name) or table("places").get(fold(name)):
        return False
    return at_home or (" " not in name and not _is_accented(name) and not looks_common(name.lower()))


def cut_short(name: str) -> str | None:
    """The whole name of a place of which recognisers find only the beginning."""
    return _CUT_SHORT.get(fold(name))


def is_described(name: str) -> bool:
    """Whether a place's name is made of common words, so that English may say it with its own."""
    first, *rest = name.split()
    if fold(first) in _SORTS:
        return True
    return looks_common(first.lower()) and (not rest or any(looks_common(word.lower()) for word in rest))


def at_home(setting: Setting) -> bool:
    """Whether an article speaks of a country whose towns have Portuguese names that English keeps."""
    return setting.home in _AT_HOME


def is_surname(word: str) -> bool:
    """Whether people of Brazil or Portugal are called so, whatever else is."""
    return fold(word) in gazetteer().family


def titled(word: str) -> bool:
    """Whether a word is an office, a trade or a courtesy before a name."""
    return is_title(word.lower()) or fold(word).rstrip(".") in COURTESY


def _is_bare(name: str) -> bool:
    """Whether a form is capitalised words and particles alone, no title and no word of grammar before them."""
    words = name.replace("-", " ").split()
    if not words or titled(words[0]) or words[0].lower() in GRAMMAR or fold(words[0]) in PARTICLES:
        return False
    return all(word[:1].isupper() or word.lower() in PARTICLES for word in words)


def _is_accented(name: str) -> bool:
    """Whether a name has accents that are Portuguese; one with others ("Ürümqi") is written as at its home."""
    return bool(_OURS.search(name)) and not _OTHERS.search(name)
