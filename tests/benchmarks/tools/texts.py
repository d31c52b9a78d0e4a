"""Portuguese to measure with: news made of the bundled articles' sentences and of invented people and towns."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

from articles.bundled import bundled
from articles.sentences import sentences

MEGABYTE = 1_000_000

FIRST = (
    "Ana", "João", "Maria", "José", "Carla", "Pedro", "Rita", "Paulo", "Lúcia", "Miguel", "Inês", "Tiago", "Beatriz",
    "Rui", "Helena", "Caio", "Clara", "Davi", "Elisa", "Fábio", "Gabriela", "Hugo", "Isabel", "Jorge", "Laura",
    "Marcos", "Nádia", "Otávio", "Priscila", "Rafael",
)  # fmt: skip
LAST = (
    "Almeida", "Barros", "Cardoso", "Duarte", "Esteves", "Ferreira", "Gomes", "Henriques", "Jardim", "Lopes",
    "Machado", "Nogueira", "Oliveira", "Pereira", "Queiroz", "Ribeiro", "Sousa", "Teixeira", "Uchoa", "Vasconcelos",
    "Xavier", "Zanella", "Andrade", "Borges", "Coutinho", "Dias", "Fonseca", "Guerra", "Leite", "Mendes", "Neves",
    "Pacheco", "Ramos", "Sampaio", "Tavares", "Valente",
)  # fmt: skip
TOWNS = (
    "Lisboa", "Porto", "Coimbra", "Braga", "Évora", "Faro", "Recife", "Salvador", "Curitiba", "Manaus", "Belém",
    "Natal", "Fortaleza", "Goiânia", "Brasília", "Campinas", "Niterói", "Londrina", "Pelotas", "Maputo", "Luanda",
    "Beira", "Benguela", "Praia", "Díli", "Macau", "Madri", "Paris", "Berlim", "Pequim",
)  # fmt: skip
_ROLES = (
    "ministra da Saúde", "porta-voz do governo", "presidente da Câmara", "diretor do hospital", "professora",
    "secretário de Obras", "deputada", "economista-chefe do banco", "delegado", "treinador da equipe",
)  # fmt: skip
_SAYINGS = (
    "A obra deve ficar pronta até {day} de março de {year}, disse {who}, {role} em {town}.",
    "Segundo {who}, {role}, o acordo com {town} custará {n} milhões de euros por ano.",
    "{who} chegou a {town} na quarta-feira ({day}) e falou a {n} pessoas na praça central.",
    "“Nada foi decidido ainda”, afirmou {who}, {role}, ao jornal de {town}.",
    "O relatório de {year}, com {n} páginas, foi entregue por {who} à {role} de {town}.",
    "Em {town}, {n}% dos moradores ouvidos disseram confiar em {who}, {role}.",
)


def invented(dice: random.Random) -> str:
    """A sentence that stands in no article, with names, a town and figures in it."""
    return dice.choice(_SAYINGS).format(
        who=f"{dice.choice(FIRST)} {dice.choice(LAST)}",
        role=dice.choice(_ROLES),
        town=dice.choice(TOWNS),
        day=dice.randint(1, 28),
        year=dice.randint(1990, 2024),
        n=dice.randint(2, 990),
    )


def paragraphs(seed: int = 1) -> Iterator[str]:
    """Paragraphs of two to five sentences without end, every other sentence from a bundled article."""
    dice = random.Random(seed)
    known = [sentence.span.of(each.article.body) for each in bundled() for sentence in sentences(each.article)]
    while True:
        yield " ".join(invented(dice) if dice.random() < 0.5 else dice.choice(known) for _ in range(dice.randint(2, 5)))


def latin(text: str) -> str:
    """The text with every character below U+0100, so that Python keeps it in one byte each."""
    plain = text.translate(str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."}))
    return "".join(character if ord(character) < 256 else "?" for character in plain)


def news(size: int, *, quotes: bool, line: int = 0) -> str:
    """A text of about ``size`` bytes in UTF-8 with a title.

    Args:
        quotes: Whether it has the quotes of print, which make Python keep it in two bytes a character.
        line: Bytes of one paragraph without a line break in the middle of it; 0 for none.
    """
    parts = ["Notícias de um dia comprido\n\n"]
    held = 0
    source = paragraphs()
    for paragraph in source:
        text = paragraph if quotes else latin(paragraph)
        parts += [text, "\n\n"]
        held += len(text.encode()) + 2
        if line and held >= size // 2:
            long = list(itertools.islice(source, line // 300))
            joined = " ".join(long) if quotes else latin(" ".join(long))
            while len(joined.encode()) < line:
                joined += " " + joined[: line - len(joined.encode())]
            parts += [joined, "\n\n"]
            held += len(joined.encode()) + 2
            line = 0
        if held >= size:
            break
    return "".join(parts)


def ten_megabytes() -> dict[str, str]:
    """The three texts that the limits for large files are measured with."""
    return {
        "10 MB, Latin-1 letters": news(10 * MEGABYTE, quotes=False),
        "10 MB, quotes of print": news(10 * MEGABYTE, quotes=True),
        "10 MB, one line of 1 MB": news(10 * MEGABYTE, quotes=True, line=MEGABYTE),
    }


def unseen_article(words: int = 3_000, seed: int = 7) -> str:
    """An article without a sentence that any memory knows."""
    dice = random.Random(seed)
    parts, count = ["Uma semana de visitas e relatórios\n\n"], 0
    while count < words:
        some = [invented(dice) for _ in range(dice.randint(2, 5))]
        count += sum(len(sentence.split()) for sentence in some)
        parts += [" ".join(some), "\n\n"]
    return "".join(parts)


def first_word(text: str) -> bytes:
    """The longest word among the first of the body, for looking for it on a screen."""
    body = text.split("\n\n", 1)[1]
    words = (word.strip('.,;:()"“”') for word in body[:60].rsplit(" ", 1)[0].split())
    return max((word for word in words if word.isalpha()), key=len).encode()
