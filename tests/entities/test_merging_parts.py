"""The parts of merging, each by itself: spellings, abbreviations, short forms, genders, joined names."""

from __future__ import annotations

import pytest

from articles.model import Span
from reader.entities.abbreviations import abbreviates, initials_of, is_acronym_of
from reader.entities.gazetteer import fold
from reader.entities.gender import FEMALE, MALE, of_given, of_title
from reader.entities.model import Kind, Mention
from reader.entities.person_forms import read_form
from reader.entities.roots import Roots
from reader.entities.short_forms import short_organisations, short_places, without_branch
from reader.entities.spelling import spelling
from reader.entities.ties import Tie, tie


@pytest.mark.parametrize(
    "names",
    [
        "Zelensky Zelenski Zelenskyy Zelenskiy",
        "Kadafi Khadafi Kadhafi Gaddafi Qaddafi Gadafi",
        "Sousa Souza",
        "Luís Luiz",
        "Melo Mello",
        "Iéltsin Yeltsin Ieltsin Ieltsine",
        "Gorbatchov Gorbachev Gorbatchev Gorbachov",
        "Tiago Thiago",
        "Serguei Sergei Sergey",
        "Lukachenko Lukashenko",
        "Netanyahu Netaniahu",
        "Teresa Tereza Theresa",
        "Sara Sarah",
        "Rui Ruy",
        "Wałęsa Walesa",
        "Mohamed Mohammed Muhammad",
    ],
)
def test_spellings_of_one_name(names: str) -> None:
    assert len({spelling(fold(name)) for name in names.split()}) == 1


@pytest.mark.parametrize(
    "names",
    ["Mario Maria", "Silva Sliva Silveira", "Li Lee", "Un Il", "Paulo Paula", "Castro Costa", "Reis Rios", "A11 A1"],
)
def test_spellings_of_several_names(names: str) -> None:
    found = [spelling(fold(name)) for name in names.split()]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("stf", "supremo tribunal federal", True),
        ("novacap", "companhia urbanizadora da nova capital", True),
        ("puc-rio", "pontificia universidade catolica do rio de janeiro", True),
        ("nato", "organizacao do tratado do atlantico norte", True),
        ("otan", "organizacao do tratado do atlantico norte", True),
        ("inpa", "instituto nacional de pesquisas da amazonia", True),
        ("ibama", "instituto brasileiro do meio ambiente", True),
        ("who", "organizacao mundial da saude", False),
        ("fim", "fundo monetario internacional", True),
        ("stf", "policia federal", False),
        ("onu", "onu", False),
        ("a b", "alfa beta", False),
        ("umnomemuitolongo", "um nome muito longo", False),
        ("x.", "da de", False),
        ("pf", "policia de transito", False),
    ],
)
def test_abbreviations(short: str, long: str, expected: bool) -> None:
    assert abbreviates(short, long) is expected


def test_acronyms_with_and_without_small_words() -> None:
    assert initials_of("banco do brasil") == {"bdb", "bb"}
    assert initials_of("brasil") == set()
    assert is_acronym_of("o.n.u.", "organizacao das nacoes unidas")
    assert not is_acronym_of("onu", "onu")


def test_short_forms_of_organisations() -> None:
    assert "camara" in set(short_organisations("camara dos deputados"))
    assert set(short_organisations("brasil")) == set()
    assert set(short_organisations("")) == set(short_places("")) == set()  # a name of combining marks alone folds to it
    assert "estado" not in set(short_organisations("estado de s. paulo"))
    assert (without_branch("pmdb-sp"), without_branch("pt/rs"), without_branch("pmdb-xx")) == ("pmdb", "pt", "pmdb-xx")


@pytest.mark.parametrize(
    ("title", "article", "gender"),
    [
        ("ministra", "", FEMALE),
        ("ministro", "", MALE),
        ("sra", "", FEMALE),
        ("ex-ministra", "a", FEMALE),
        ("presidente", "a", FEMALE),
        ("presidente", "o", MALE),
        ("presidente", "", None),
        ("jornalista", "", None),
        ("poeta", "", None),
        ("capitã", "", FEMALE),
        ("capitão", "", MALE),
        ("casa", "a", None),
    ],
)
def test_the_gender_of_a_title(title: str, article: str, gender: str | None) -> None:
    assert of_title(title, article) == gender


def test_the_gender_of_a_given_name() -> None:
    given = {"jose": MALE, "maria": FEMALE, "beatriz": FEMALE, "lula": MALE, "andrea": None, "kim": None, "xpto": None}
    assert {name: of_given(name) for name in given} == given


def test_joined_names_have_one_root() -> None:
    roots: Roots[str] = Roots()
    for one, other in ("ab", "cd", "ac", "bd", "ea"):
        roots.join(one, other)
    assert {roots.of(name) for name in "abcde"} == {"e"}
    assert roots.of("x") == "x"


@pytest.mark.parametrize(
    ("body", "several"),
    [
        ("os irmãos Silva", True),
        ("o casal Silva", True),
        ("a família Silva", True),
        ("os Silva", True),
        ("os irmãos Silva e Rui Melo", False),
        ("o Silva", False),
        ("dos Santos Silva", False),
    ],
)
def test_names_of_more_than_one(body: str, several: bool) -> None:
    name = "Santos Silva" if "Santos" in body else "Silva"
    start = body.index(name)
    assert read_form(name, body, start, start + len(name)).several is several


@pytest.mark.parametrize(
    ("body", "kind", "expected"),
    [
        ("Ana Reis, filha de Rui Melo,", Kind.PERSON, Tie.KIN),
        ("A mulher de Ana Reis, Rui Melo,", Kind.PERSON, Tie.KIN),
        ("Ana Reis e o marido, Rui Melo", Kind.PERSON, Tie.KIN),
        ("Ana Reis e Rui Melo", Kind.PERSON, Tie.LISTED),
        ("Ana Reis, conhecida como Rui Melo", Kind.PERSON, Tie.SAME),
        ("Ana Reis riu. Rui Melo", Kind.PERSON, None),
        ("Ana Reis\nRui Melo", Kind.PERSON, None),
        ("Ana Reis" + " x" * 40 + " Rui Melo", Kind.PERSON, None),
        ("Ana Reis, hoje Rui Melo,", Kind.PLACE, Tie.SAME),
        ("Ana Reis e Rui Melo", Kind.PLACE, None),
        ("Ana Reis, hoje Rui Melo,", Kind.WORK, None),
        ("Ana Reis Rui Melo", Kind.PERSON, None),
    ],
)
def test_ties(body: str, kind: Kind, expected: Tie | None) -> None:
    one, two = ((body.index(name), name) for name in ("Ana Reis", "Rui Melo"))
    first, second = (Mention(Span(start, start + 8), kind, name) for start, name in (one, two))
    assert tie(body, first, second) is expected


def test_a_name_without_letters_has_no_words() -> None:
    assert read_form("\u0301", "\u0301 filho riu.", 0, 1).words == ()
