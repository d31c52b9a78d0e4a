"""Names are looked for in the English, and put right where that is sure."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.model import Span
from reader.translation import guards
from reader.translation.alignment.lexical import LexicalAligner
from reader.translation.alignment.model import Aligner, Alignment, Link
from reader.translation.engine import EngineBusy
from reader.translation.glossary.model import Glossary, Term, TermKind, TermOrigin
from reader.translation.names.holding import Holder
from reader.translation.names.model import Held

PERSON, PLACE, ORGANISATION = TermKind.PERSON, TermKind.PLACE, TermKind.ORGANISATION


def term(source: str, target: str = "", kind: TermKind = PLACE, *, sure: bool = True) -> Term:
    return Term(source, target or source, kind, TermOrigin.ENTITY, sure)


def hold(
    source: str,
    target: str,
    *terms: Term,
    again: Callable[[str], str] | None = None,
    aligner: Callable[[], Aligner | None] | None = None,
) -> Held:
    return Holder(aligner).hold(source, target, Glossary(terms).hits(source), again)


class Linked:
    """Links words by a list of pairs; each word is where it first stands."""

    version = "1"

    def __init__(self, *pairs: tuple[str, str]) -> None:
        self.pairs = pairs

    def align(self, source: str, target: str) -> Alignment:
        links = []
        for one, other in self.pairs:
            at, there = source.find(one), target.find(other)
            if at >= 0 and there >= 0:
                links.append(Link(Span(at, at + len(one)), Span(there, there + len(other))))
        return Alignment(tuple(sorted(links)), "attention")


@pytest.mark.parametrize(
    ("source", "target", "terms"),
    [
        ("Ele mora em São Paulo.", "He lives in São Paulo.", [term("São Paulo")]),
        ("O líder da Coreia do Norte.", "The North Korean leader.", [term("Coreia do Norte", "North Korea")]),
        ("O governo dos EUA.", "The U.S. government.", [term("EUA", "USA")]),
        ("A casa de Putin.", "Putin's house.", [term("Putin", kind=PERSON)]),
        ("Os Kennedy chegaram.", "The Kennedys arrived.", [term("Kennedy", kind=PERSON)]),
        ("Kim Jong Un saiu; Kim voltou.", "Kim Jong Un left; he came back.", [term("Kim Jong Un"), term("Kim")]),
        ("O Sudeste Asiático cresce.", "Southeast Asian growth.", [term("Sudeste Asiático", "Southeast Asia")]),
        (
            "O Banco Internacional da Guiné-Bissau.",
            "Banco Internacional da Guiné-Bissau.",
            [term("Guiné-Bissau", "Guinea-Bissau")],
        ),
        ("A Saúde Pública.", "Public Health.", [term("Saúde")]),
        ("A Fiesp falou.", "Fiesp spoke.", [term("Fiesp", "Federation of Industries", ORGANISATION)]),
        ("O PT falou.", "The PT spoke.", [term("PT", "Workers' Party", ORGANISATION)]),
        ("Moscou disse que Moscou paga.", "Moscow said it pays.", [term("Moscou", "Moscow")]),
        (
            "O Departamento de Estado.",
            "The State Department.",
            [term("Departamento de Estado", "Department of State", ORGANISATION)],
        ),
    ],
)
def test_what_is_right_is_let_be(source: str, target: str, terms: list[Term]) -> None:
    assert hold(source, target, *terms) == Held(target)


@pytest.mark.parametrize(
    ("source", "target", "terms", "wanted"),
    [
        ("Ele mora em São Luís.", "He lives in Sao Luis.", [term("São Luís")], "He lives in São Luís."),
        (
            "Mikhail Degtiarev falou.",
            "Michael Degtiarev spoke.",
            [term("Mikhail Degtiarev", "Mikhail Degtyarev", PERSON)],
            "Mikhail Degtyarev spoke.",
        ),
        ("A ONU falou.", "The ONU spoke.", [term("ONU", "UN", ORGANISATION)], "The UN spoke."),
        (
            "A Coreia do Norte falou.",
            "Coreia do Norte spoke.",
            [term("Coreia do Norte", "North Korea")],
            "North Korea spoke.",
        ),
        ("JOÃO VÊ BELÉM", "JOAO SEES BELEM", [term("Belém"), term("João", kind=PERSON)], "JOÃO SEES BELÉM"),
        (
            "Choigu viu a casa de Choigu.",
            "Choigu saw Choigu's house.",
            [term("Choigu", "Shoigu", PERSON)],
            "Shoigu saw Shoigu's house.",
        ),
    ],
)
def test_what_is_misspelt_is_put_right(source: str, target: str, terms: list[Term], wanted: str) -> None:
    assert hold(source, target, *terms) == Held(wanted)


def test_a_name_that_became_words_is_put_back_by_the_links() -> None:
    aligner = Linked(("Rio", "River"), ("Branco", "White"))
    held = hold("Marina saiu de Rio Branco.", "Marina left White River.", term("Rio Branco"), aligner=lambda: aligner)
    assert held == Held("Marina left Rio Branco.")


def test_the_readers_own_term_is_held_whatever_it_names() -> None:
    own = Term("saúde pública", "public healthcare", TermKind.TERM, TermOrigin.LIBRARY)
    aligner = Linked(("Saúde", "health"), ("pública", "Public"))
    assert hold("Saúde pública melhora.", "Public healthcare improves.", own) == Held("Public healthcare improves.")
    held = hold("Saúde pública melhora.", "Public health improves.", own, aligner=lambda: aligner)
    assert held == Held("Public healthcare improves.")
    party = Term("PT", "Workers' Party", ORGANISATION, TermOrigin.ARTICLE)
    assert hold("O PT venceu.", "The PT won.", party) == Held("The Workers' Party won.")


def test_what_comes_from_other_words_too_is_not_taken() -> None:
    aligner = Linked(("Boa", "Good"), ("Vista", "View"), ("casa", "View"))
    held = hold("A casa em Boa Vista.", "The Good View.", term("Boa Vista"), aligner=lambda: aligner)
    assert held.target != "The Boa Vista." or held.unsure == ()


def test_the_engine_is_asked_with_the_english_name() -> None:
    asked: list[str] = []

    def again(text: str) -> str:
        asked.append(text)
        return "The dog of Timor-Leste barks."

    held = hold("O cão de Timor Leste late.", "The dog barks.", term("Timor Leste", "Timor-Leste"), again=again)
    assert held == Held("The dog of Timor-Leste barks.")
    assert asked == ["O cão de Timor-Leste late."]


def test_the_engine_is_asked_with_a_name_that_it_knows() -> None:
    def again(text: str) -> str:
        assert "Zoraida Bicudo" not in text
        return "Yesterday Mary Smith left."

    held = hold("Ontem Zoraida Bicudo saiu.", "Yesterday she left.", term("Zoraida Bicudo", kind=PERSON), again=again)
    assert held == Held("Yesterday Zoraida Bicudo left.")


def test_a_name_that_nothing_brings_back_is_told() -> None:
    def busy(_text: str) -> str:
        raise EngineBusy("not now")

    terms = term("Zoraida Bicudo", kind=PERSON)
    held = hold("Ontem Zoraida Bicudo saiu.", "Yesterday she left.", terms, again=busy)
    assert held == Held("Yesterday she left.", ("Zoraida Bicudo",))


def test_no_repair_loses_a_number() -> None:
    held = hold(
        "Em 1987, Xique saiu com 450 homens.",
        "In 1987 he left with 450 men.",
        term("Xique", kind=PERSON),
        again=lambda _text: "In 1987 John Smith left.",
    )
    assert held == Held("In 1987 he left with 450 men.", ("Xique",))


def test_who_may_be_called_otherwise_has_the_accents_put_right_and_is_told_where_nothing_is_like_the_name() -> None:
    noah = term("Noé", kind=PERSON, sure=False)
    assert hold("Noé saiu.", "Noe left.", noah) == Held("Noé left.")
    assert hold("Noé saiu.", "He left.", noah) == Held("He left.", ("Noé",))
    assert hold("NOÉ SAIU.", "HE LEFT.", noah) == Held("HE LEFT.")
    sigismund = term("Sigismundo", kind=PERSON, sure=False)
    assert hold("Sigismundo saiu.", "Sigismund left.", sigismund) == Held("Sigismund left.")


def test_what_is_not_sure_is_not_forced() -> None:
    held = hold("Na Praça da República.", "In Republic Square.", term("Praça da República", sure=False))
    assert held == Held("In Republic Square.")


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("um acordo entre Moscou de Pyongyang.", "um acordo entre Moscou e Pyongyang."),
        ("o governador regional Pyongyang falou com Moscou.", "o governador regional de Pyongyang falou com Moscou."),
    ],
)
def test_a_slip_between_names_is_read_as_what_was_meant(source: str, meant: str) -> None:
    def again(text: str) -> str:
        assert text == meant
        return "Moscow and Pyongyang, as it was meant."

    terms = term("Moscou", "Moscow"), term("Pyongyang")
    assert hold(source, "Pyongyang Moscow said so.", *terms, again=again).target.endswith("as it was meant.")
    assert hold(source, "Pyongyang Moscow said so.", *terms).target == "Pyongyang Moscow said so."


def test_the_version_says_whether_words_are_aligned() -> None:
    assert Holder(lambda: None).version != Holder().version


WORDS = st.sampled_from(
    ["Moscou", "Moscow", "São", "Sao", "Paulo", "Kim", "Jong", "de", "entre", "e", "governador", "the", "of", "J. M.",
     "’s", "1987", "(", "“", "\U0001f600", "ÉÈ", "İ", "ß", "-", "…"]
)  # fmt: skip


@given(st.lists(WORDS, min_size=1, max_size=8), st.lists(WORDS, max_size=8), st.lists(WORDS, min_size=1, max_size=3))
def test_nothing_makes_it_raise_and_what_it_says_is_a_translation_still(
    source: list[str], target: list[str], name: list[str]
) -> None:
    text, english = " ".join(source), " ".join(target)
    terms = [term(" ".join(name), "Moscow"), term("Kim", kind=PERSON), term("São Paulo", sure=False)]
    held = hold(text, english, *terms, again=str.title, aligner=LexicalAligner)
    assert held.target == english or guards.fault(text, held.target) is None
    assert all(each in text for each in held.unsure)
    assert hold(text, english, *terms, again=str.title, aligner=LexicalAligner) == held
