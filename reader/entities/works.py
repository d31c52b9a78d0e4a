"""Titles between quotation marks, products, and events: names that are not people, organisations or places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.model import Span
from reader.entities.common import GRAMMAR
from reader.entities.model import Kind
from reader.entities.wordlist import words as table

_LONGEST_TITLE = 90  # characters; what is longer between quotation marks is said, not named


def _any(words: str) -> str:
    """A pattern for any of the words; ``_`` stands for a space."""
    return "(?:" + "|".join(re.escape(word.replace("_", " ")) for word in words.split()) + ")"


_QUOTED = re.compile(
    "|".join(
        rf"{before}{opening}([^{opening}{closing}\n]{{2,{_LONGEST_TITLE}}}){closing}{after}"
        for opening, closing, before, after in (
            ("«", "»", "", ""),
            ("“", "”", "", ""),
            ('"', '"', "", ""),
            ("'", "'", r"(?<!\w)", r"(?!\w)"),
        )
    )
)
_WORK_NOUNS = _any(
    """
    livro livros romance romances filme filmes conto contos novela novelas telenovela telenovelas série séries programa
    programas peça peças música músicas canção canções disco discos álbum álbuns cd poema poemas obra obras quadro
    quadros ópera óperas espetáculo espetáculos espectáculo espectáculos exposição exposições mostra documentário
    documentários título títulos sinfonia sinfonias balé balés bailado bailados jogo ensaio artigo texto curta longa
    musical single faixa tela escultura coletânea colectânea intitulado intitulada intitulados intituladas chamado
    chamada titulado titulada de em
    """
)
_PRESS_NOUNS = _any(
    """
    jornal diário semanário revista ao empresa grupo marca banda conjunto clube associação loja editora rede firma
    restaurante bar boate discoteca navio barco cadeia partido movimento agência canal
    """
)
_EVENTS = _any(
    """
    Copa Taça Campeonato Torneio Festival Grande_Prémio Grande_Prêmio Grande_Prêmio GP Volta Mundial Europeu
    Liga_dos_Campeões Jogos Olimpíada Olimpíadas Encontro Encontros Feira Semana Guerra Prémio Prêmio Nobel
    Conferência Cimeira Cúpula Salão Bienal Expo Revolução Batalha Simpósio Seminário Colóquio Jornada Jornadas Ciclo
    Rali Rally Maratona Open Roland_Garros Superliga Brasileirão Carnaval Natal Páscoa
    Dia_de_Todos_os_Santos Dia_da_Liberdade Dia_da_Independência Campanha Operação Missa Mostra
    Exposição Recopa Supertaça Supercopa Libertadores Eurocopa Circuito Troféu Rock_in_Rio Holocausto
    """
)
_OTHERS = _any(
    """
    Lei Decreto Plano Tratado Acordo Imposto Fórmula Programa Projecto Projeto Livro Protocolo Convenção Código Estatuto
    Orçamento Fundo_de_Garantia Índice Rendimento Produto_Interno Taxa Contribuição Certificado Declaração Carta
    Medida_Provisória Pacto Emenda Portaria Resolução Boletim Cartilha Relatório Telejornal Jornal_Nacional
    Estado_de_Direito Terceiro_Mundo Primeiro_Mundo Idade Era Guerra_Fria Cortina_de_Ferro Apartheid
    """
)
NOT_ALONE = table(
    """
    Volta Europeu Jogos Encontro Encontros Feira Semana Guerra Livro Carta Lei Plano Programa Projeto
    Projecto Taxa Índice Idade Acordo Boletim Declaração Convenção Fórmula Conferência Salão Ciclo
    Campanha Operação Missa Mostra Exposição Circuito Troféu Natal Open Festival Revolução Batalha
    Jornada Torneio Prémio Prêmio Código Era
    """
)
"""Words that name nothing by themselves, without what stands behind them."""
_PROPER = r"[A-ZÀ-Þ][\wÀ-ÿ’'-]*"
_WORK_CUE = re.compile(rf"\b{_WORK_NOUNS}(?: \w+)?,? ?$", re.IGNORECASE)
_PRESS_CUE = re.compile(rf"\b{_PRESS_NOUNS}(?: [\w-]+)? ?$", re.IGNORECASE)
_EVENT = re.compile(
    r"(?<![\w-])(?:(?:[IVX]+|\d{1,3}[ªºao]?\.?[ªº]?|Primeira|Segunda|Terceira) )?"
    rf"(?:{_EVENTS}|COP[ -]?\d{{1,2}}|Oscar(?= d[aeo] |[,.;)]|$))(?![\w-])"
    r"(?: (?:(?:de|do|da|dos|das|em|no|na|à|ao|a|in|of|para|contra) (?:(?:o|a|os|as) )?)?"
    rf"(?:{_PROPER}|\d{{2,4}}(?!\d)))*"
)
_OTHER = re.compile(
    rf"(?<![\w-]){_OTHERS}(?![\w-])"
    r"(?: (?:(?:de|do|da|dos|das|e|para|sobre|por) (?:(?:o|a|os|as) )?)?"
    rf"(?:{_PROPER}|(?:n\.?º ?)?\d[\d./-]*\d|\d))*"
)
_PRODUCT = re.compile(
    r"(?<![\w/.-])(?!Covid-|Sub-|COP-|G-|BR-)"
    r"(?:[A-Z][a-zà-ÿ]{1,11}-\d{1,3}[A-Z]{0,2}|[A-Z]{1,3}-\d{2,3}[A-Z]?)(?![\w/-])"
    r"|(?<!\w)(?:Boeing \d{3}(?:-\d{1,3})?|Airbus A\d{3}|Windows \d+|iPhone \d+|Angara|Soyuz|Sputnik)(?![\w-])"
)
_KNOWN_WORKS = re.compile(
    r"(?<![\w-])"
    + _any(
        """
        Os_Lusíadas Os_Maias Dom_Casmurro Grande_Sertão:_Veredas Os_Sertões Mona_Lisa Guernica Bíblia Alcorão Torá
        Dom_Quixote D._Quixote
        Memórias_Póstumas_de_Brás_Cubas Esaú_e_Jacó Memorial_de_Aires Vidas_Secas O_Guarani
        Macunaíma Odisseia Ilíada Divina_Comédia
        """
    )
    + r"(?!\w)"
)
_IN_RUN = re.compile(r"(?<!\w)([A-ZÀ-Þ][\wÀ-ÿ’'-]*)(?: d[aeo]s?)? $")


@dataclass(frozen=True, slots=True)
class Special:
    """A name of a work, a product, an event or something else, found by its form."""

    span: Span
    kind: Kind


def find_works(sentence: str) -> list[Special]:
    """The works, events and other named things of a sentence, in order, not overlapping."""
    found = sorted(_candidates(sentence), key=lambda special: (special.span.start, -special.span.end))
    kept: list[Special] = []
    for special in found:
        if not kept or special.span.start >= kept[-1].span.end:
            kept.append(special)
    return kept


def _candidates(sentence: str) -> Iterator[Special]:
    for match in _QUOTED.finditer(sentence):
        group = match.lastindex or 1
        if _is_title(match[group], sentence[max(0, match.start() - 40) : match.start()]):
            yield Special(Span(*match.span(group)), Kind.WORK)
    for pattern in (_KNOWN_WORKS, _PRODUCT):
        for match in pattern.finditer(sentence):
            yield Special(Span(*match.span()), Kind.WORK)
    for pattern, kind in ((_EVENT, Kind.EVENT), (_OTHER, Kind.OTHER)):
        for match in pattern.finditer(sentence):
            start = match.start()
            opens = start == 0 or sentence[start - 1] in '«“"'
            if " " not in match[0] and (opens or match[0] in NOT_ALONE):
                continue
            run = None if opens else _IN_RUN.search(sentence, max(0, start - 24), start)
            if run is not None and run[1].lower() not in GRAMMAR:
                continue  # "Banco Mundial": the middle of another name
            yield Special(Span(*match.span()), kind)


def _is_title(text: str, before: str) -> bool:
    """Whether what stands between quotation marks is a title, and not words that someone said."""
    words: list[str] = re.findall(r"\w[\w'’-]*", text)
    if not words or not (words[0][0].isupper() or words[0][0].isdigit()) or text[-1] in ",.;":
        return False
    if text != text.strip() or _PRESS_CUE.search(before):
        return False
    content = [word for word in words if word.lower() not in GRAMMAR]
    if len(words) == 1:
        return _WORK_CUE.search(before) is not None and not before.endswith(("de ", "em "))
    if content and all(word[0].isupper() or word[0].isdigit() for word in content):
        return sum(word[0].isupper() for word in words) > 1
    return bool(_WORK_CUE.search(before)) and len(words) <= 9 and not before.endswith((": ", ", "))
