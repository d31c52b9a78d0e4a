"""English by translation for what no table and no rule knows, marked as such: organisations and events."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Callable, Sequence

from reader.entities.common import looks_common
from reader.entities.english import named
from reader.entities.gazetteer import fold
from reader.entities.model import EnglishFrom, Entity, Kind
from reader.entities.name_tables import simple
from reader.entities.wordlist import words

Translate = Callable[[str], str | None]
"""The English of a name, or None where there is none."""

MOST = 60
"""Names of one article that are translated: the most mentioned ones."""

_KINDS = frozenset({Kind.ORGANISATION, Kind.EVENT})
_LONGEST = 100  # characters of a name
_HEADS = words(
    """
    academia acordo agencia assembleia associacao atentado autoridade batalha batalhao biblioteca bienal brigada camara
    campanha campeonato centro cimeira comando comissao comite comunidade confederacao conferencia congregacao congresso
    conselho consorcio controladoria cooperativa coordenacao corpo cruzada cupula defensoria delegacia departamento
    dia direcao direccao diretoria divisao eleicoes empresa encontro entidade escola esquadra esquadrao estado-maior
    exercito exposicao faculdade federacao feira festa festival forca forcas forum frente fundacao fundo gabinete golpe
    greve guarda guerra hospital igreja incendio inspecao inspeccao instituto jogos junta justica laboratorio liga
    marcha massacre ministerio missao movimento museu observatorio operacao ordem organizacao orquestra parlamento
    partido pastoral plano plataforma policia premio procuradoria programa projeto projecto promotoria queda regimento
    reitoria revolta revolucao secretaria semana servico servicos sindicato sistema sociedade superintendencia tratado
    tribunal uniao unidade universidade vara
    """
)
"""First words, folded, of names that say what they name; a firm's or a club's ("Banco", "Clube") is a brand."""

_SMALL = words("de do da dos das e em no na nos nas para pela pelo por contra com sobre ao à a o as os d'")
_CLUBS = words("esportiva desportiva recreativa esportivo desportivo recreativo")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_THE = re.compile(r"the ", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")


def worth_translating(entity: Entity) -> bool:
    """Whether a name says in common words what it names, and nothing better is known of it."""
    if entity.kind not in _KINDS or entity.english or entity.english_from or len(entity.name) > _LONGEST:
        return False
    found = _WORD.findall(entity.name)
    if len(found) < 2 or fold(found[0]) not in _HEADS or entity.name.isupper():
        return False
    rest = found[1:]
    if any(fold(word) in _CLUBS for word in rest) or named(entity.name, entity.kind, roles=entity.roles) is not None:
        return False  # it keeps its name
    said = [word for word in rest if word not in _SMALL]
    return bool(said) and 2 * sum(map(_is_common, said)) >= len(said)


def with_translations(entities: Sequence[Entity], translate: Translate) -> tuple[Entity, ...]:
    """The entities, those worth it with a translation for their English name.

    Args:
        entities: All of an article.
        translate: Asked for at most ``MOST`` names, the most mentioned first; it may take its time.

    Returns:
        In the same order; what has English keeps it, and what is translated badly stays without.
    """
    done = list(entities)
    for number in _worth(entities):
        english = _checked(done[number].name, translate(done[number].name))
        if english is not None:
            done[number] = dataclasses.replace(done[number], english=english, english_from=EnglishFrom.TRANSLATED)
    return tuple(done)


def most_worth_translating(entities: Sequence[Entity]) -> list[str]:
    """The names that ``with_translations`` asks for, the most mentioned first."""
    return list(dict.fromkeys(entities[number].name for number in _worth(entities)))


def _worth(entities: Sequence[Entity]) -> list[int]:
    worth = [number for number, entity in enumerate(entities) if worth_translating(entity)]
    worth.sort(key=lambda number: -len(entities[number].mentions))
    return worth[:MOST]


def _is_common(word: str) -> bool:
    plain = fold(word)
    return looks_common(word.lower()) or any(plain in simple(table) for table in ("topics", "nations", "leanings"))


def _checked(name: str, english: str | None) -> str | None:
    """What may be shown for a name: no sentence, no loop, no lost number, nothing unchanged."""
    found = " ".join((english or "").split()).strip(" .;,\"'“”")
    if not name.startswith(("A ", "O ", "As ", "Os ")):
        found = found[4:] if _THE.match(found) else found
    if not found or fold(found) == fold(name) or len(found) > 2 * len(name) + 20 or 4 * len(found) < len(name):
        return None
    if any(sign in found for sign in ".?!:;") or _NUMBER.findall(found) != _NUMBER.findall(name):
        return None
    told = Counter(fold(word) for word in _WORD.findall(found) if len(word) > 3)
    if max(told.values(), default=1) > max(
        Counter(map(fold, _WORD.findall(name))).values()
    ):  # "the Roads of the Roads"
        return None
    return found[0].upper() + found[1:] if name[0].isupper() else found
