"""Word alignment by the look of words: what is linked, what is not, and that nothing upsets it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles.model import Span
from reader.translation.alignment import known
from reader.translation.alignment.lexical import LexicalAligner
from reader.translation.alignment.words import source_words, target_words

SOURCE = "O líder norte-coreano Kim Jong Un visitou na sexta-feira (15) uma fábrica da aviação russa."
ENGLISH = "North Korean leader Kim Jong Un visited a Russian aviation factory on Friday (15)."


def linked(source: str, target: str) -> set[tuple[str, str]]:
    """The words linked, as they are written."""
    links = LexicalAligner().align(source, target).links
    return {(link.source.of(source), link.target.of(target)) for link in links}


def test_names_numbers_cognates_and_known_words_are_linked() -> None:
    found = linked(SOURCE, ENGLISH)
    assert found >= {
        ("norte-coreano", "North"),
        ("norte-coreano", "Korean"),
        ("líder", "leader"),
        ("Kim", "Kim"),
        ("Un", "Un"),
        ("sexta-feira", "Friday"),
        ("15", "15"),
        ("fábrica", "factory"),
        ("aviação", "aviation"),
        ("russa", "Russian"),
    }
    assert not {pair for pair in found if pair[0] == "Kim"} - {("Kim", "Kim")}


def test_the_word_left_over_between_two_links_is_linked_to_the_one_left_over() -> None:
    assert ("buscou", "sought") in linked(
        "Vladimir Putin buscou armas em Moscou.", "Vladimir Putin sought arms in Moscow."
    )
    assert not linked("Ele buscou armas.", "He sought weapons.") & {("buscou", "weapons")}


def test_words_that_occur_twice_go_to_the_nearer_one() -> None:
    source, target = "Kim falou com Putin e Putin ouviu Kim.", "Kim spoke to Putin and Putin heard Kim."
    alignment = LexicalAligner().align(source, target)
    first, last = Span(0, 3), Span(len(source) - 4, len(source) - 1)
    assert alignment.targets(first) == (Span(0, 3),)
    assert alignment.targets(last) == (Span(len(target) - 4, len(target) - 1),)
    assert alignment.sources(Span(0, 3)) == (first,)


def test_hours_and_numbers_are_the_same_however_they_are_written() -> None:
    assert ("21h30", "9:30") in linked("Começou às 21h30.", "It began at 9:30 p.m.")
    assert ("1.234,5", "1,234.5") in linked("São 1.234,5 metros.", "It is 1,234.5 metres.")
    assert not linked("Foram 12 mortos.", "It was 13.") & {("12", "13")}


def test_a_name_goes_to_its_possessive_without_the_s() -> None:
    assert ("Putin", "Putin") in linked("O avião de Putin chegou.", "Putin's plane has arrived.")


def test_words_are_whole_with_hyphens_apostrophes_clitics_and_numbers() -> None:
    source = "Disse-lhe o vice-ministro: «copo d’água», 1.234,5 km/h às 9:30 de 15/09/2023, na AT&T (U.S.) e/ou 🙂_x_."
    assert [span.of(source) for span in source_words(source)] == [
        *("Disse-lhe", "o", "vice-ministro", "copo", "d’água", "1.234,5", "km", "h", "às", "9:30", "de"),
        *("15/09/2023", "na", "AT&T", "U.S", "e", "ou", "x"),
    ]
    target = "Putin’s and the girls' mother-in-law's; it's O'Neill's, S"
    assert [span.of(target) for span in target_words(target)] == (
        ["Putin", "and", "the", "girls", "mother-in-law", "it", "O'Neill", "S"]
    )


def test_countries_are_known_by_cldr_and_without_it_the_rest_still_is() -> None:
    assert "germany" in known.known()["alemanha"]
    assert "and" in known.known()["e"]


def test_several_pairs_are_aligned_as_each_alone() -> None:
    pairs = [(SOURCE, ENGLISH), ("", ""), ("Sim.", "Yes.")]
    aligner = LexicalAligner()
    assert aligner.align_many(pairs) == [aligner.align(*pair) for pair in pairs]
    assert aligner.version.startswith(aligner.align(*pairs[0]).made_by)


def test_a_sentence_of_hundreds_of_words_is_aligned_near_the_diagonal() -> None:
    words = [f"palavra{number}" for number in range(600)]
    links = LexicalAligner().align(" ".join(words), " ".join(words)).links
    assert len(links) == 600
    assert all(link.source == link.target for link in links)


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_the_texts_links_are_between_their_words(source: str, target: str) -> None:
    links = LexicalAligner().align(source, target).links
    assert {link.source for link in links} <= set(source_words(source))
    assert {link.target for link in links} <= set(target_words(target))
    assert list(links) == sorted(set(links))
