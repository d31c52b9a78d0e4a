"""Events, and other named things (laws, plans, prizes): by the word they begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.model import Span
from reader.entities.common import GRAMMAR
from reader.entities.model import Kind
from reader.entities.wordlist import words as table


def any_of(words: str) -> str:
    """A pattern for any of the words, the longest first; ``_`` stands for a space."""
    listed = sorted((word.replace("_", " ") for word in words.split()), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, listed)) + ")"


def heads(words: str) -> frozenset[str]:
    """The first words of the names of a table, up to what is no letter or digit."""
    return frozenset(re.match(r"\w[^\W_]*", word)[0] for word in words.split())  # type: ignore[index]


_EVENTS = """
    Copa Taça Campeonato Torneio Festival Grande_Prémio Grande_Prêmio GP Volta Mundial Europeu
    Liga_dos_Campeões Champions_League Jogos Olimpíada Olimpíadas Paraolimpíadas Paralimpíadas Encontro Encontros Feira
    Semana Guerra Primeira_Guerra Segunda_Guerra Conferência Cimeira Cúpula Salão Bienal Expo Revolução Batalha
    Simpósio Seminário Colóquio Jornada Jornadas Ciclo Rali Rally Maratona Open Roland_Garros Superliga Brasileirão
    Carnaval Natal Páscoa Semana_Santa Quaresma Ramadã Ramadão Réveillon Ano_Novo Ano-Novo Dia_de_Todos_os_Santos
    Dia_de_Ação_de_Graças Black_Friday Dia_da Dia_do Dia_dos Dia_das Dia_Mundial Dia_Internacional Dia_Nacional
    Campanha Operação Missa Mostra Exposição Recopa Supertaça Supercopa Libertadores Eurocopa Circuito Rock_in_Rio
    Lollapalooza Holocausto Intifada Inconfidência Revolta Proclamação Diretas_Já Primavera_Árabe Brexit
    Super_Bowl Tour_de_France Lava_Jato Grande_Depressão Renascença Renascimento Reforma_Protestante Cruzadas
    Tratado_de_Paz Massacre Cerco Invasão Congresso_Mundial Congresso_Internacional Congresso_Brasileiro
    Assembleia_Mundial Fórum_Social_Mundial Fórum_Econômico_Mundial Rodada Ronda_do_Uruguai Rio-92 Eco-92 ECO-92
    Rio+20 Pan-Americano Pan Mundialito Supertaça Troféu
"""
_OTHERS = """
    Lei Decreto Decreto-Lei Plano Tratado Acordo Imposto Fórmula Programa Projecto Projeto Livro Protocolo Convenção
    Código Estatuto Orçamento Fundo_de_Garantia Índice Rendimento Produto_Interno Taxa Contribuição Certificado
    Declaração Carta Medida_Provisória Pacto Emenda Portaria Resolução Boletim Cartilha Relatório Telejornal
    Jornal_Nacional Estado_de_Direito Terceiro_Mundo Primeiro_Mundo Idade Era Guerra_Fria Cortina_de_Ferro Apartheid
    Prémio Prêmio Prémios Prêmios Nobel Bolsa_Família Bolsa_Escola Fome_Zero Minha_Casa_Minha_Vida Mais_Médicos
"""
NOT_ALONE = table(
    """
    Volta Europeu Jogos Encontro Encontros Feira Semana Guerra Livro Carta Lei Plano Programa Projeto
    Projecto Taxa Índice Idade Acordo Boletim Declaração Convenção Fórmula Conferência Salão Ciclo
    Campanha Operação Missa Mostra Exposição Circuito Troféu Natal Open Festival Revolução Batalha
    Jornada Jornadas Torneio Prémio Prêmio Código Era Rodada Pan Cerco Invasão Massacre Revolta Proclamação
    Cruzadas Simpósio Seminário Colóquio Cúpula Cimeira Expo Decreto Decreto-Lei Tratado Imposto Protocolo Estatuto
    Rendimento Contribuição Certificado Pacto Emenda Portaria Resolução Cartilha Relatório Telejornal Prémios Prêmios
    Renascimento Campeonato Taça GP Rali Rally Maratona
    """
)
"""Words that name nothing by themselves, without what stands behind them."""

_COMMON_FIRST = table(
    """
    Campanha Encontro Encontros Missa Mostra Exposição Ciclo Circuito Conferência Jornada Jornadas Volta Feira Semana
    Seminário Operação Plano Programa Projeto Projecto Livro Acordo Carta Declaração Relatório Boletim Código Índice
    Taxa Rendimento Contribuição Certificado Orçamento Invasão Cerco Massacre Revolta Rodada Proclamação Imposto
    Emenda Portaria Resolução Troféu Guerra
    """
)
"""Words that a sentence may begin with and mean the common thing: "Campanha do PT vai mal"."""

_PROPER = r"(?:(?:S|D|St|Sta|Sto)\. [A-ZÀ-Þ]\w+|[A-ZÀ-Þ][\wÀ-ÿ’'-]+)"
_OF = r"(?:(?:de|do|da|dos|das|à|ao|in|of|sobre|contra|Contra) (?:(?:o|a|os|as) )?|a (?=Portugal|Espanha))?"
_ORDINAL = re.compile(r"(?<![\w-])(?:[IVX]{1,6}|\d{1,3}[ªºao]?\.?[ªº]?|Primeira|Segunda|Terceira) $")
_EVENT = re.compile(
    rf"(?:{any_of(_EVENTS)}|COP[ -]?\d{{1,2}}|Euro(?: |-)?(?:20)?\d\d(?!\d)|[OÓ]scar(?= d[aeo] |[,.;)]|$))(?![\w+])"
    rf"(?:-\d\d\b)?(?: {_OF}(?:Fórmula[ -]\w+|{_PROPER}|\d{{2,4}}(?!\d)))*(?: (?:e|ou) Medicina)?"
)
_STORM = re.compile(
    rf"(?:[Ff]uracão|[Ff]uracões|[Tt]ufão|[Tt]ufões|[Cc]iclone(?: tropical)?|[Tt]empestade(?: tropical)?) ({_PROPER})"
)
_CHRISTMAS = re.compile(r"(?<!\w)(?:[nd]o|a?o) $", re.IGNORECASE)
_OTHER = re.compile(
    rf"{any_of(_OTHERS)}(?![\w-])"
    r"(?: (?:(?:de|do|da|dos|das|ao|aos|à|para|sobre|por) (?:(?:o|a|os|as) )?"
    rf"|e d[aeo]s? (?!{any_of(_OTHERS)}|{any_of(_EVENTS)})|e (?=Bases|Medicina|Serviços|Valores))?"
    rf"(?:{_PROPER}|(?:n\.?º ?)?\d[\d./-]*\d|\d))*"
)
_IN_RUN = re.compile(r"(?<!\w)([A-ZÀ-Þ][\wÀ-ÿ’'-]*)(?: d[aeo]s?)? $")
_NO_EVENT = re.compile(
    r"Volta Redonda|Volta do Duche|Feira de Santana|Feira da Ladra|Feira Popular|Guerra Junqueiro|"
    r"Salão (?:Nobre|Negro|Verde|Oval|Azul)|"
    r"Conferência (?:Nacional dos|Episcopal|Geral da|Leste|Oeste)|"
    r"Batalha (?:Reis|d[aeo]s? \d)|Carta (?:Capital|aberta)|"
    r"Semana (?:passada|que)|Pan American|Pan Am|Copa D’Or|Guerra (?:Santos|Filho)|Livro (?:Técnico|de Ouro)|"
    r"(?:Plano|Projeto|Lei) [AB]\b|Era (?!Vargas|Vitoriana|Meiji|Cristã|Glacial)|Programa (?:Eleitoral$)|"
    r"Rodada (?!(?:de )?Doha|do Uruguai|Uruguai)|Europeu (?!d[eo] \d)"
)
_AWARD = re.compile(r"(?:[OÓ]scar|Troféu)\b")


_MEETINGS = table("Salão Feira Simpósio Seminário Colóquio Conferência Encontro Congresso Exposição")
_AND = re.compile(rf" e ({_PROPER})")
_EVENT_HEADS = heads(_EVENTS) | {"Oscar", "Óscar"}
_OTHER_HEADS = heads(_OTHERS)


def event_at(sentence: str, start: int, word: str) -> tuple[Span, Kind] | None:
    """The event or other thing whose name begins with the capitalised word at ``start``, if there is one."""
    if word in _EVENT_HEADS or word.startswith(("COP", "Euro")):
        match = _EVENT.match(sentence, start)
        if match is not None:
            ordinal = _ORDINAL.search(sentence, max(0, start - 12), start)
            end = _longer(sentence, match.end(), word)
            span = Span(ordinal.start() if ordinal is not None else start, end)
            if _is_event(sentence, span):
                return span, Kind.OTHER if _AWARD.match(match[0]) else Kind.EVENT
    if word in _OTHER_HEADS:
        match = _OTHER.match(sentence, start)
        if match is not None and _is_event(sentence, Span(*match.span())):
            return Span(*match.span()), Kind.OTHER
    if word == "Natal" and _CHRISTMAS.search(sentence, max(0, start - 4), start):
        return Span(start, start + len(word)), Kind.EVENT
    return None


def _longer(sentence: str, end: int, head: str) -> int:
    """Where the name of a fair or a meeting ends that goes on with "e": "Salão de Antiguidades e Coleccionismo"."""
    more = _AND.match(sentence, end) if head in _MEETINGS else None
    return end if more is None or more[1] in _EVENT_HEADS else more.end()


def storms(sentence: str) -> Iterator[Span]:
    """The storms that have a name: "o furacão Katrina"."""
    for match in _STORM.finditer(sentence):
        yield Span(*match.span(1))


def _is_event(sentence: str, span: Span) -> bool:
    text, start = span.of(sentence), span.start
    quoted = start > 0 and sentence[start - 1] in '«“"'
    first, _, rest = text.partition(" ")
    bare = text if not rest else rest if first[0].isdigit() else ""  # "a 3ª Conferência" names none yet
    if (bare and bare in NOT_ALONE) or (quoted and not rest):
        return False
    if _NO_EVENT.match(text):
        return False
    if first in _COMMON_FIRST and rest[:1].islower() and start < 4 and not sentence[:start].strip("«“\"'-– "):
        return False  # the sentence begins here, with a common word
    run = None if quoted or not start else _IN_RUN.search(sentence, max(0, start - 24), start)
    return run is None or run[1].lower() in GRAMMAR  # else the middle of another name: "Banco Mundial"
