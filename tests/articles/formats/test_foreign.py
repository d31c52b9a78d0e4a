"""Texts that are not Portuguese: refused by the name of their language, taken when told."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.errors import NotAnArticle
from articles.formats import ForeignLanguage, read_article
from articles.formats.foreign import NAMES
from articles.formats.languages import guess_language, other_language

HELD_OUT = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "held-out-languages.txt").read_text("utf-8").splitlines()
]
SPANISH = HELD_OUT[0][1]


@pytest.mark.parametrize("at", range(len(HELD_OUT)))
def test_held_out_texts(at: int) -> None:
    language, text = HELD_OUT[at]
    assert other_language(text) == language


def test_every_language_that_is_told_has_a_name() -> None:
    assert {language for language, _ in HELD_OUT if language} <= set(NAMES)


def test_another_language_is_refused_by_name_and_taken_when_told() -> None:
    with pytest.raises(ForeignLanguage, match=r"this looks like Spanish, not Portuguese; .* --language es") as caught:
        read_article(SPANISH.encode(), "a.txt")
    assert str(caught.value).startswith("a.txt: ")
    assert isinstance(caught.value, NotAnArticle)
    assert read_article(SPANISH.encode(), language=caught.value.language).language == "es"
    assert read_article(SPANISH.encode(), language="pt-BR").language == "pt-BR"
    assert read_article(f"---\nlanguage: es\n---\n{SPANISH}".encode()).language == "es"
    assert read_article(SPANISH.encode(), any_language=True).language == "es"


def test_a_page_in_another_language_is_refused_as_well() -> None:
    text = f"<p>{SPANISH}</p><p>{SPANISH[:150]}.</p>"
    page = f"<!DOCTYPE html><html lang=es><title>Escuelas</title><article>{text}</article>"
    with pytest.raises(ForeignLanguage):
        read_article(page.encode())


def test_a_mixed_text_is_taken_where_most_of_it_is_portuguese() -> None:
    portuguese = "A ministra disse ontem que o Governo não vai dar mais dinheiro às escolas, o que desagradou a todos. "
    assert read_article(f"{portuguese * 3}\n\n{SPANISH}".encode()).language.startswith("pt")
    assert other_language(SPANISH * 4 + portuguese) == "es"


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("O ônibus chegou atrasado e o time perdeu o trem. Você viu o gol?", "pt-BR"),
        ("O autocarro chegou atrasado e a equipa perdeu o comboio. O facto é conhecido.", "pt-PT"),
        ("A casa fica perto do rio.", "pt"),
    ],
)
def test_the_variant_of_portuguese(text: str, variant: str) -> None:
    assert guess_language(text) == variant
