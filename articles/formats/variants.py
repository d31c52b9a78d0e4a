"""Which of the two main variants a Portuguese text is written in, by its spelling and its words."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Before m or n and a vowel, Brazil writes ô and ê where Portugal writes ó and é: econômico, económico.
_european_vowel = re.compile(r"[óé][mn][aeiouáíú]")
_brazilian_vowel = re.compile(r"[ôê][mn][aeiouáíú]")
_NEITHER = frozenset({"fêmea", "fêmeas"})
# Asked only where a first word stands in the text: looking for them in every text took most of the time of adding it.
_EUROPEAN_AUX = frozenset("estou estás está estamos estão estava estavas estavam".split())  # noqa: SIM905 - a list of words
_BRAZILIAN_AUX = frozenset("estou está estamos estão estava estavam continua continuam vem vinha".split())  # noqa: SIM905
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
_BRAZILIAN_PLACES = re.compile(r"\b(?:Nova York|Oriente Médio|Polônia|Cingapura|Bagdá|Coréia)\b")
_BRAZILIAN_PLACE_WORDS = frozenset("york médio polônia cingapura bagdá coréia".split())  # noqa: SIM905
_EUROPEAN_PLACES = re.compile(r"\b(?:Nova Iorque|Médio Oriente|Singapura|Bagdade|Irão)\b")
_EUROPEAN_PLACE_WORDS = frozenset("iorque médio singapura bagdade irão".split())  # noqa: SIM905


def variant_of(text: str, counts: Mapping[str, int]) -> str:
    """The variant of a Portuguese text: "pt-BR" or "pt-PT" where it is clear, else "pt".

    Args:
        text: The text.
        counts: How often each word stands in it, in small letters.
    """
    european = _of_words(counts, "óé", _european_vowel) + 2 * _found(_EUROPEAN_AUX, _european_progressive, text, counts)
    european += 2 * sum(number for word, number in counts.items() if word[-4:] == "ámos" and len(word) > 5)
    european += 2 * _found(_EUROPEAN_PLACE_WORDS, _EUROPEAN_PLACES, text, counts)
    european += sum(counts[word] for word in _EUROPEAN_WORDS & counts.keys())
    brazilian = _of_words(counts, "ôê", _brazilian_vowel)
    brazilian += 2 * _found(_BRAZILIAN_PLACE_WORDS, _BRAZILIAN_PLACES, text, counts)
    brazilian += _found(_BRAZILIAN_AUX, _brazilian_progressive, text, counts)
    brazilian += sum(counts[word] for word in _BRAZILIAN_WORDS & counts.keys())
    if european >= 2 and european > 2 * brazilian:
        return "pt-PT"
    if brazilian >= 2 and brazilian > 2 * european:
        return "pt-BR"
    return "pt"


def _of_words(counts: Mapping[str, int], letters: str, pattern: re.Pattern[str]) -> int:
    """Twice the number of words in which the pattern stands; it has one of the two letters."""
    one, two = letters[0], letters[1]
    return 2 * sum(
        number
        for word, number in counts.items()
        if (one in word or two in word) and pattern.search(word) and word not in _NEITHER
    )


def _found(first: frozenset[str], pattern: re.Pattern[str], text: str, counts: Mapping[str, int]) -> int:
    return len(pattern.findall(text)) if first & counts.keys() else 0
