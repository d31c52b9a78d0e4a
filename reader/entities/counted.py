"""People that are counted, and votes: what they are called, and their English.

Each line: the Portuguese plural, which is the code of the unit; one and several in English; one in Portuguese; other
forms that mean the same, ``_`` for a space.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

_PEOPLE = """
pessoas = person | people | pessoa
mortos = dead | dead | morto | morta mortas
mortes = death | deaths | morte
feridos = wounded | wounded | ferido | ferida feridas
vítimas = victim | victims | vítima | vítimas_mortais vítimas_fatais
habitantes = inhabitant | inhabitants | habitante
votos = vote | votes | voto
desaparecidos = missing | missing | desaparecido
desabrigados = homeless | homeless | desabrigado
desalojados = displaced | displaced | desalojado
refugiados = refugee | refugees | refugiado
deslocados = displaced | displaced | deslocado
detidos = arrested | arrested | detido
presos = prisoner | prisoners | preso
moradores = resident | residents | morador
eleitores = voter | voters | eleitor
soldados = soldier | soldiers | soldado
militares = serviceman | military personnel | militar
policiais = police officer | police officers | policial | polícias
civis = civilian | civilians | civil
trabalhadores = worker | workers | trabalhador
funcionários = employee | employees | funcionário
empregados = employee | employees | empregado
desempregados = unemployed | unemployed | desempregado
passageiros = passenger | passengers | passageiro
alunos = pupil | pupils | aluno
estudantes = student | students | estudante
crianças = child | children | criança
mulheres = woman | women | mulher
homens = man | men | homem
jovens = young person | young people | jovem
famílias = family | families | família
espectadores = spectator | spectators | espectador
torcedores = fan | fans | torcedor
manifestantes = protester | protesters | manifestante
imigrantes = immigrant | immigrants | imigrante
pacientes = patient | patients | paciente
visitantes = visitor | visitors | visitante
turistas = tourist | tourists | turista
assinantes = subscriber | subscribers | assinante
tripulantes = crew member | crew members | tripulante
reféns = hostage | hostages | refém
prisioneiros = prisoner | prisoners | prisioneiro
sobreviventes = survivor | survivors | sobrevivente
contribuintes = taxpayer | taxpayers | contribuinte
agricultores = farmer | farmers | agricultor
professores = teacher | teachers | professor
médicos = doctor | doctors | médico
judeus = Jew | Jews | judeu
"""
CASUALTIES = frozenset({"pessoas", "mortos", "feridos", "vítimas", "mortes", "desaparecidos", "votos", "desabrigados"})
"""What is counted from two on; other people from ten on, or in digits: "dois homens" tells who, not how many."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted.

    Attributes:
        english: One, and several.
        portuguese: One, and several.
        forms: All that it may be called in Portuguese.
    """

    english: tuple[str, str]
    portuguese: tuple[str, str]
    forms: tuple[str, ...]


@functools.cache
def people() -> dict[str, Counted]:
    """What is counted, by its code."""
    found = {}
    for line in _PEOPLE.strip().splitlines():
        code, _, rest = (part.strip() for part in line.partition("="))
        one, several, single, *more = (part.strip() for part in rest.split("|"))
        found[code] = Counted((one, several), (single, code), (single, code, *(more[0].split() if more else ())))
    return found
