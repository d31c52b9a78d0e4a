"""A word looked up where it stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from articles.model import Span
from reader.dictionary.commonness import zipf
from reader.dictionary.lemmatizer import InProcess
from reader.dictionary.lookup import WordLookups
from reader.dictionary.model import Lookup, PartOfSpeech
from reader.dictionary.store import Dictionaries
from tests.dictionary.making import stardict


@pytest.fixture(scope="module")
def lookups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WordLookups]:
    folder = tmp_path_factory.mktemp("dictionary")
    store = Dictionaries(folder / "data")
    store.add(stardict(folder / "in"))
    made = WordLookups(InProcess(), store.open)
    yield made
    made.close()


def found(lookups: WordLookups, sentence: str, word: str) -> Lookup:
    at = sentence.index(word)
    return lookups.look_up(sentence, Span(at, at + len(word)))


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("naquela", ["em", "aquela"]),
        ("do", ["de", "o"]),
        ("pela", ["por", "a"]),
        ("àquele", ["a", "aquele"]),
        ("donde", ["de", "onde"]),
        ("comigo", ["com", "mim"]),
        ("dentre", ["de", "entre"]),
        ("co'a", ["com", "a"]),
        ("pro", ["para", "o"]),
        ("lho", ["lhe", "o"]),
        ("entregá-lo-ia", ["entregaria", "o", "ia"]),
        ("disse-lhe", ["disse", "lhe"]),
        ("fá-lo-emos", ["faremos", "o", "emos"]),
        ("tê-la", ["ter", "a"]),
        ("fi-lo", ["fiz", "o"]),
        ("pô-los", ["pôr", "os"]),
        ("di-lo", ["diz", "o"]),
        ("dar-no-lo", ["dar", "nos", "o"]),
        ("lembrar-se-á", ["lembrará", "se", "á"]),
        ("vendem-nas", ["vendem", "as"]),
        ("deixa-mo", ["deixa", "me", "o"]),
        ("vimo-nos", ["vimos", "nos"]),
        ("amamo-la", ["amamos", "a"]),
        ("d'água", ["de", "água"]),
        ("ex-presidente", ["ex", "presidente"]),
    ],
)
def test_what_is_written_as_one_is_taken_apart(lookups: WordLookups, written: str, parts: list[str]) -> None:
    assert [each.form for each in found(lookups, f"Digo {written} hoje.", written).parts] == parts


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("Casas altas.", "Casas", "casa"),
        ("Eles não casas.", "casas", "casar"),
        ("AVIÕES NOVOS CHEGAM", "AVIÕES", "avião"),
        ("As casinhas.", "casinhas", "casa"),
        ("Dois guarda-chuvas.", "guarda-chuvas", "guarda-chuva"),
        ("Os avi\u00adões.", "avi\u00adões", "avião"),
        ("Fá-lo-emos logo.", "Fá-lo-emos", "fazer"),
    ],
)
def test_a_form_leads_to_its_lemma(lookups: WordLookups, sentence: str, word: str, lemma: str) -> None:
    assert found(lookups, sentence, word).lemmas[0] == lemma


def test_an_expression_is_found_around_the_word_and_the_word_alone_kept(lookups: WordLookups) -> None:
    whole = found(lookups, "Veio, apesar das chuvas.", "apesar")
    assert (whole.text, whole.lemmas, whole.expression) == ("apesar das", ("apesar de",), True)
    assert [each.form for each in whole.parts] == ["apesar de", "as"]
    assert whole.word is not None
    assert whole.word.text == "apesar"
    assert found(lookups, "Ela deu-se conta disso.", "conta").lemmas == ("dar-se conta de",)
    assert found(lookups, "Levaram a cabo o plano.", "cabo").lemmas == ("levar a cabo",)
    assert not found(lookups, "Apesar, de fora.", "Apesar").expression


def test_a_capital_inside_a_sentence_is_a_name_and_at_its_start_says_nothing(lookups: WordLookups) -> None:
    assert found(lookups, "O Brasil venceu.", "Brasil").name
    assert found(lookups, "Brasil vence.", "Brasil").part_of_speech is PartOfSpeech.PROPER_NOUN
    assert not found(lookups, "Casa cheia.", "Casa").name


def test_any_place_of_any_text_gives_a_lookup(lookups: WordLookups) -> None:
    for text in ("", " ", "-", "a-", "a-lo", "--a-lo-ia--", "\u0301x", "x" * 5_000, "-lo-se-me", "🙂 'd'", "1.º 3,5"):
        for at in range(min(len(text), 12) + 1):
            assert lookups.look_up(text, Span(at, min(len(text), at + 1))).lemmas


def test_lemmas_of_many_words_need_no_dictionary(lookups: WordLookups) -> None:
    assert lookups.lemmas(["aviões", "disse-lhe", "as", "Fá-lo-emos"]) == ["avião", "dizer", "o", "fazer"]


def test_how_common_a_word_is_is_known_for_common_words_alone() -> None:
    assert (zipf("de") or 0) > 7 > (zipf("casa") or 0) > 5
    assert zipf("xyzzyx") is None
    assert zipf("a\n") is None
