"""Special names in a line of capitals only, where no capital tells where a name begins or ends: those of a list."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from articles.model import Span
from reader.entities.model import Kind

_NAMES = {
    (Kind.EVENT, "event"): """
        Copa do Mundo; Copa América; Copa do Brasil; Copa Libertadores; Libertadores; Copa das Confederações; Copa
        Africana de Nações; Taça de Portugal; Taça da Liga; Liga dos Campeões; Liga das Nações; Campeonato Brasileiro;
        Brasileirão; Campeonato Paulista; Jogos Olímpicos; Jogos Paralímpicos; Jogos Pan-Americanos; Olimpíada;
        Olimpíadas;
        Primeira Guerra Mundial; Segunda Guerra Mundial; Guerra do Golfo; Guerra Civil Espanhola; Guerra do Paraguai;
        Guerra do Vietnã; Revolução dos Cravos; Revolução Francesa; Revolução Russa; Revolução Industrial; Primavera
        Árabe; Holocausto; Carnaval; Páscoa; Réveillon; Semana Santa; Rock in Rio; Lollapalooza; Festival de Cannes;
        Operação Lava Jato; Lava Jato; Diretas Já; Brexit; Roland Garros; Super Bowl; Grande Prêmio do Brasil
    """,
    (Kind.OTHER, "event"): """
        Bolsa Família; Plano Real; Plano Cruzado; Minha Casa, Minha Vida; Mais Médicos; Prêmio Nobel da Paz;
        Prêmio Nobel; Nobel da Paz; Imposto de Renda; Fórmula 1; Acordo de Paris; Guerra Fria; Estado de Direito;
        Lei Maria da Penha; Lei da Ficha Limpa
    """,
    (Kind.WORK, "title"): """
        Os Lusíadas; Dom Casmurro; Dom Quixote; Bíblia; Alcorão; Mona Lisa; Big Brother Brasil; Game of Thrones;
        Star Wars
    """,
    (Kind.WORK, "product"): "Windows; iPhone; Android; Coronavac; Sputnik V; Viagra",
}
_CODE = r"(?:BOEING \d{3}|AIRBUS A\d{3}|COP[ -]?\d\d)"


@functools.cache
def _pattern() -> tuple[re.Pattern[str], dict[str, tuple[Kind, str]]]:
    kinds = {" ".join(name.upper().split()): kind for kind, names in _NAMES.items() for name in names.split(";")}
    listed = "|".join(sorted(map(re.escape, kinds), key=len, reverse=True))
    return re.compile(rf"(?:{listed}|{_CODE})(?![\w-])"), kinds


def shouted_names(sentence: str) -> Iterator[tuple[Span, Kind, str]]:
    """The events, works, products and other things of a sentence in capitals, with ``Special.form``."""
    pattern, kinds = _pattern()
    for match in pattern.finditer(sentence):
        if not sentence[match.start() - 1 : match.start()].isalnum():
            code = (Kind.EVENT, "event") if match[0].startswith("COP") else (Kind.WORK, "product")
            yield Span(*match.span()), *kinds.get(match[0], code)
