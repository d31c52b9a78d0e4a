"""Guessing an article's language: Portuguese and its variant by spelling, others by their small words."""

from __future__ import annotations

import functools
import re
from collections import Counter

_LOOKED_AT = 20_000  # characters: an article's spelling shows in its first pages
_FEW_WORDS = 20

_words = re.compile(r"[^\W\d_]+")

# The small words of each, those that several share in each of them: else a language would lose by what it shares.
_SMALL = {
    "pt": "o a os as um uma dos das do da de e que em é são foi ao aos à às no na nos nas com por pelo pela "
    "pelos para como mas mais se seu sua não também ou já há muito quando ele ela sobre entre até depois",
    "gl": "o a os as un unha dos das do da de e que en é son foi ao aos á ás no na nos nas con por polo pola "
    "polos para como pero máis se seu súa non tamén ou xa hai moi cando el ela sobre entre ata despois co "
    "coa dun dunha nun nunha",
    "es": "el la los las un una unos del de y e que en es son fue al con por para como pero más se su sus no "
    "también o ya hay muy cuando él ella sobre entre hasta después lo ha esta este",
    "ca": "el la els les un una uns del dels de i que en és són va al als amb per com però més es seu seva no "
    "també o ja hi ha molt quan ell ella sobre entre fins després aquest aquesta",
    "en": "the of and to in is that for was on with as by it at from are be this have an a not but he his she her they",
    "fr": "le la les un une des du de et que qui en est sont dans pour par sur avec au aux il elle ne pas plus "
    "ce cette se son sa ou mais a été comme où entre après",
    "it": "il lo la i gli le un una uno di del della dei delle da e che in è sono con per come ma più si al "
    "alla nel nella non anche o ha su questo questa suo sua fino dopo",
    "de": "der die das und ist nicht von mit den zu ein eine einen auf für im in des dem sich auch es sind war "
    "als bei nach an wird werden hat aus",
    "nl": "de het een en van in is dat die op te zijn met voor niet aan er om ook als maar door bij naar uit "
    "werd wordt heeft",
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
        there is too little text to say anything, else what ``other_language`` says.
    """
    sample = text[:_LOOKED_AT]
    return other_language(sample) or _variant(sample, _counted(sample))


def other_language(text: str) -> str:
    """The tag of the language of a text that is clearly not Portuguese; "" where it may be, or is too little.

    Returns:
        "gl", "es", "ca", "en", "fr", "it", "de", "nl" or "". Another language comes out as the one of these whose
        small words it shares, or as "".
    """
    counts = _counted(text[:_LOOKED_AT])
    words = counts.total()
    scores = {language: sum(counts[word] for word in small) for language, small in _SMALL_WORDS.items()}
    # Letters that only Portuguese of these has count like small words.
    portuguese = scores["pt"] + sum(number for word, number in counts.items() if "ã" in word or "õ" in word)
    best = max(scores, key=scores.__getitem__)
    sure = words >= _FEW_WORDS and scores[best] >= 0.15 * words
    return best if sure and best != "pt" and scores[best] > 1.2 * portuguese and scores[best] >= portuguese + 3 else ""


@functools.lru_cache(maxsize=2)  # one text is asked about several times while it is added
def _counted(sample: str) -> Counter[str]:
    return Counter(_words.findall(sample.lower()))


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
