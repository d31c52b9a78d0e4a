"""Guessing an article's language: Portuguese and its variant by spelling, others by their small words."""

from __future__ import annotations

import re
from collections import Counter

_LOOKED_AT = 20_000  # characters: an article's spelling shows in its first pages
_FEW_WORDS = 20

_words = re.compile(r"[^\W\d_]+")

# Small words that the others do not share with Portuguese, or share with few.
_SMALL = {
    "pt": "não uma dos das pelo pela também são em ao com mais foi à nas nos do da os às e que um o a de se",
    "es": "el los las una del por con y es que en lo su al más pero como fue también son no muy un la de se",
    "en": "the of and to in is that for was on with as by it at from are be this have an not but",
    "fr": "le les des une et est dans pour que qui sur avec au par il ne pas du ce plus la de un en se",
    "it": "il gli che di è per una del della con non sono dei nel anche alla le più si la un in ha",
    "de": "der die das und ist nicht von mit den zu ein eine auf für im des dem sich auch es",
}
_SMALL_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}

# Before m or n and a vowel, Brazil writes ô and ê where Portugal writes ó and é: econômico, económico.
_european_vowel = re.compile(r"\b\w*[óé][mn][aeiouáíú]\w*", re.IGNORECASE)
_brazilian_vowel = re.compile(r"\b(?!fêmeas?\b)\w*[ôê][mn][aeiouáíú]\w*", re.IGNORECASE)
_european_ending = re.compile(r"\b\w{2,}ámos\b", re.IGNORECASE)
_european_progressive = re.compile(
    r"\b(?:estou|estás|está|estamos|estão|estava|estavas|estavam)"
    r" a \w+[aei]r(?:-\w+)?\b",
    re.IGNORECASE,
)
_brazilian_progressive = re.compile(
    r"\b(?:estou|está|estamos|estão|estava|estavam|continua|continuam|vem|vinha) \w+[aei]ndo\b", re.IGNORECASE
)
_EUROPEAN = (
    "facto factos moscovo autocarro autocarros comboio comboios telemóvel telemóveis ecrã ecrãs equipa "
    "utilizador utilizadores registo registos planear planeamento contacto contactos desporto desportos equipas "
    "connosco vietname secção secções cimeira rapariga raparigas quotidiano dezasseis dezassete dezanove "
    "autarquia autarquias amesterdão teerão controlo camião camiões golo golos bilião polaco polacos checo "
    "comprovativo betão autoestrada tecto actual actualmente acção direcção projecto objectivo húmido "
    "frigorífico cancro jugoslávia portagem perceção receção deteção conceção arguido arguidos aterragem"
)
_BRAZILIAN = (
    "fato fatos moscou ônibus trem trens celular celulares tela telas time times usuário usuários registro "
    "registros planejar planejamento contato contatos esporte esportes conosco vietnã irã teerã amsterdã "
    "seção seções cotidiano dezesseis dezessete dezenove bilhão bilhões trilhão trilhões caminhão caminhões "
    "controle prefeito prefeita prefeitura prefeituras banheiro você vocês gol gols goleiro gramado mídia "
    "poloneses polonês câncer equipe equipes aposentadoria pedágio aterrissar aterrissagem úmido geladeira "
    "percepção recepção concepção decepção deletar gerenciar"
)
_EUROPEAN_WORDS = frozenset(_EUROPEAN.split())
_BRAZILIAN_WORDS = frozenset(_BRAZILIAN.split())
_PLACES_BRAZIL = re.compile(r"\b(?:Nova York|Oriente Médio|Polônia|Cingapura|Bagdá|Coréia)\b")
_PLACES_EUROPE = re.compile(r"\b(?:Nova Iorque|Médio Oriente|Singapura|Bagdade|Irão)\b")


def guess_language(text: str) -> str:
    """The BCP 47 tag of the language that the text seems to be written in.

    Returns:
        "pt-BR" or "pt-PT" where the spelling or the words say so clearly, "pt" where they do not or where
        there is too little text to say anything, else "en", "es", "fr", "it" or "de".
    """
    sample = text[:_LOOKED_AT]
    words = [word.lower() for word in _words.findall(sample)]
    counts = Counter(words)
    scores = {language: sum(counts[word] for word in small) for language, small in _SMALL_WORDS.items()}
    # Letters that only Portuguese of these six has count like small words.
    scores["pt"] += sum(number for word, number in counts.items() if "ã" in word or "õ" in word)
    best = max(scores, key=lambda language: (scores[language], language == "pt"))
    if best != "pt" and len(words) >= _FEW_WORDS and scores[best] > 1.2 * scores["pt"]:
        return best
    return _variant(sample, counts)


def _variant(sample: str, counts: Counter[str]) -> str:
    european = 2 * sum(len(found.findall(sample)) for found in (_european_vowel, _european_progressive))
    european += 2 * len(_european_ending.findall(sample)) + 2 * len(_PLACES_EUROPE.findall(sample))
    european += sum(counts[word] for word in _EUROPEAN_WORDS)
    brazilian = 2 * sum(len(found.findall(sample)) for found in (_brazilian_vowel, _PLACES_BRAZIL))
    brazilian += len(_brazilian_progressive.findall(sample)) + sum(counts[word] for word in _BRAZILIAN_WORDS)
    if european >= 2 and european > 2 * brazilian:
        return "pt-PT"
    if brazilian >= 2 and brazilian > 2 * european:
        return "pt-BR"
    return "pt"
