"""Titles in italics are works; what is not a title stays as it was found."""

from __future__ import annotations

from articles.formats import read_article
from reader.entities.analysis import analyse
from reader.entities.model import Kind
from reader.entities.rules import RuleRecogniser


def kinds(markdown: str) -> dict[str, Kind]:
    article = read_article(f"# Um título\n\n{markdown}\n".encode(), "a.md")
    for entity in (found := analyse(article, RuleRecogniser())):
        for mention in entity.mentions:
            assert mention.span.of(article.body) == mention.text
    return {entity.name: entity.kind for entity in found}


def test_a_title_in_italics_is_a_work_and_takes_the_place_of_a_name_in_it() -> None:
    found = kinds("O romance *Memórias Póstumas de Brás Cubas* saiu em 1881, e Machado de Assis revisou as provas.")

    assert found["Memórias Póstumas de Brás Cubas"] is Kind.WORK
    assert "Brás Cubas" not in found
    assert found["Machado de Assis"] is Kind.PERSON


def test_one_word_in_italics_and_a_phrase_in_small_letters_are_no_titles() -> None:
    found = kinds("Ele leu *Lisboa* em voz alta, um verdadeiro *tour de force* de leitura, disse Ana Prado.")

    assert Kind.WORK not in found.values()


def test_the_same_title_twice_is_one_work() -> None:
    found = kinds("Li *Dom Casmurro e Eu* ontem. Gostei muito de *Dom Casmurro e Eu*, embora curto.")

    assert list(found).count("Dom Casmurro e Eu") == 1


def test_species_newspapers_and_whole_sentences_in_italics_are_no_works() -> None:
    found = kinds(
        "O *Aedes aegypti* e o *Homo sapiens*, escreveu o *The New York Times*. *Isto é o fim de tudo.* Fim. "
        "Mas *Casa de pensão* é um livro."
    )

    assert [name for name, kind in found.items() if kind is Kind.WORK] == ["Casa de pensão"]
