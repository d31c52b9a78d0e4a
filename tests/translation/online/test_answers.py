"""What a model says around a translation is taken off where that is sure, and refused where it is not."""

from __future__ import annotations

import pytest

from reader.translation.engine import Rejected
from reader.translation.online.answers import numbers_lost, translation_in

SOURCE = "O presidente visitou a fábrica."
ENGLISH = "The president visited the factory."


@pytest.mark.parametrize(
    "said",
    [
        ENGLISH,
        f"  {ENGLISH}\n",
        f'"{ENGLISH}"',
        f"“{ENGLISH}”",
        f"«{ENGLISH}»",
        f"'{ENGLISH}'",
        f"**{ENGLISH}**",
        f"```\n{ENGLISH}\n```",
        f"```text\n{ENGLISH}```",
        f"Translation: {ENGLISH}",
        f"**Translation:** {ENGLISH}",
        f"English translation:\n{ENGLISH}",
        f"Here is the translation:\n\n{ENGLISH}",
        f'Sure! Here is the English translation: "{ENGLISH}"',
        f"Here’s a faithful translation of the sentence into English: {ENGLISH}",
        f"English: {ENGLISH}",
        f'<think>\nHm: "visitou" is past.\n</think>\n\n{ENGLISH}',
        f"The user wants a translation.</think>{ENGLISH}",
        f"<thinking>x</thinking>Translation: “{ENGLISH}”",
    ],
)
def test_what_stands_around_it_is_taken_off(said: str) -> None:
    assert translation_in(SOURCE, said, "openai") == ENGLISH


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("Tradução: Ana Souza", "Translation: Ana Souza"),
        ('"Foi bom", disse ele.', '"It was good," he said.'),
        ('"Sim", disse ela, "e não"', '"Yes," she said, "and no"'),
        ("“Foi um bom encontro.”", "“It was a good meeting.”"),
        ("O 'sim' e o \"não\".", "The 'yes' and the \"no\"."),
        ("Diz \"sim\" ou \"não\"?", "\"Yes\" or \"no\"?"),
        ("Lamentamos, não podemos ajudar.", "We are sorry, we cannot help."),
        ("Nota: o texto é antigo (Nota do autor).", "Note: the text is old (Note by the author)."),
        ("Veja https://Example.org/a.", "See https://example.org/a."),
        ("Um mapa, uma lista e três livros.", "A map, a list and three books."),
        ("A reunião começa às 14h30.", "The meeting begins at 2:30 p.m."),
        ("Foram 1.234.567 votos, ou 3,5% do total.", "There were 1,234,567 votes, or 3.5% of the total."),
        ("Custa R$ 12 000.", "It costs R$12,000."),
        ("Nos anos 90, 25 pessoas.", "In the 1990s, 25 people."),
        ("O **negrito** fica.", "**Bold** stays **bold**"),
    ],
)  # fmt: skip
def test_what_belongs_to_the_translation_stays(source: str, english: str) -> None:
    assert translation_in(source, english, "openai") == english


@pytest.mark.parametrize(
    "said",
    [
        f"{ENGLISH}\n{ENGLISH}",
        f"{ENGLISH}\n\nNote: “fábrica” may also be a plant.",
        f"{ENGLISH} (Note: “fábrica” may also be a plant.)",
        f"<think>never closed {ENGLISH}",
        f"{ENGLISH}<think>again",
        "I'm sorry, but I can't help with that.",
        "I’m sorry, I cannot translate this text.",
        "As an AI language model, I do not visit factories.",
        f"{ENGLISH} See https://example.org/more.",
        f"1. {ENGLISH}\n2. The president toured the plant.",
    ],
)
def test_what_cannot_be_told_apart_is_refused(said: str) -> None:
    with pytest.raises(Rejected):
        translation_in(SOURCE, said, "openai")


def test_an_empty_answer_is_left_to_the_guards() -> None:
    assert translation_in(SOURCE, "<think>x</think>", "openai") == ""


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("Em 1998 e 2003, 45 pessoas.", "In 1998 and 2003, some people.", False),
        ("Em 1998 e 2003, 45 pessoas.", "In 1998, some people.", True),
        ("São 16 casas.", "There are sixteen houses.", False),
        ("São 160 casas.", "There are 100 houses.", True),
        ("Às 21h.", "At nine.", False),
        ("Sem números.", "42", False),
    ],
)
def test_numbers_are_looked_for(source: str, target: str, lost: bool) -> None:
    assert numbers_lost(source, target) is lost


def test_few_good_translations_are_refused(shared: object) -> None:
    """On FLORES dev: references, Google's and Firefox's; those refused turn a unit or a number into another."""
    from pathlib import Path

    folder = Path(str(shared)) / "data" / "flores-dev"
    sources = (folder / "dev.pt").read_text(encoding="utf-8").splitlines()
    refused = 0
    for name in ("dev.en", "dev.google.en", "dev.bergamot-tiny.en"):
        for source, target in zip(sources, (folder / name).read_text(encoding="utf-8").splitlines(), strict=True):
            try:
                assert translation_in(source, target, "openai") == target.strip()
            except Rejected:
                refused += 1
    assert refused <= 8, "of 2,991"
