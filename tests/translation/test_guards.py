"""What can be a translation, and what cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.translation import guards


@pytest.mark.parametrize(("text", "expected"), [("É", True), ("—", False), ("13", False), ("", False), ("R$ 3", True)])
def test_letters_are_what_can_be_translated(text: str, expected: bool) -> None:
    assert guards.has_letters(text) is expected


@pytest.mark.parametrize(
    "target",
    [
        "the the the the dog",
        "of the state of the state of the state",
        "he said that he would go there he said that he would go there",
        "O s s s s",
        "Baaaaaaaaaaaaaaaaaa",
        "hahahahahahahahahahahahahahahahahaha",
    ],
)
def test_a_loop_is_seen(target: str) -> None:
    assert guards.looping("O cachorro disse que iria.", target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Não, não, não, não, não!", "No, no, no, no, no!"),
        ("Muito, muito bom.", "Very, very, very good."),
        ("Ele disse que sim e ela disse que sim.", "He said yes and she said yes."),
        ("Valor: 000000000000000000", "Value: 000000000000000000"),
        ("", ""),
    ],
)
def test_what_the_source_repeats_may_be_repeated(source: str, target: str) -> None:
    assert not guards.looping(source, target)


def test_lengths_that_cannot_be() -> None:
    long = "A Rússia respeita todas essas restrições, mas há coisas sobre as quais podemos falar."
    assert guards.strange_length(long, "Yes.")
    assert guards.strange_length(long, long * 3)
    assert not guards.strange_length("É.", "It is.")
    assert not guards.strange_length("Sim", "Yes, that is what it means here")


@pytest.mark.parametrize("name", ["Kim Jong Un", "Rio Grande do Sul", "Museu de Arte de São Paulo", "Não sei"])
def test_an_unchanged_name_or_pair_of_words_is_no_fault(name: str) -> None:
    assert not guards.unchanged(name, name)


def test_an_unchanged_sentence_is_one() -> None:
    assert guards.unchanged("O líder visitou a fábrica.", "o líder visitou a fábrica")


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("Error 500 (Server Error)!!1500.That’s an error.", "error page"),
        ("MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY.", "error page"),
        ("<html><body>Sign in to the network</body></html>", "error page"),
        ("???", "no words"),
        ("Yes", "too short or too long"),
        ("The leader leader leader leader leader visited the military factory on Friday", "repeats itself"),
        ("O líder visitou nesta sexta-feira uma fábrica militar da aviação russa", "Portuguese itself"),
    ],
)
def test_each_fault_is_named(target: str, reason: str) -> None:
    fault = guards.fault("O líder visitou nesta sexta-feira uma fábrica militar da aviação russa.", target)
    assert fault is not None
    assert reason in fault


def test_a_good_translation_has_no_fault() -> None:
    assert guards.fault("O líder visitou uma fábrica.", "The leader visited a factory.") is None


def test_an_article_about_error_pages_can_be_translated() -> None:
    source = 'O servidor respondeu "Error 500 (Server Error)" a todos.'
    assert guards.fault(source, 'The server answered "Error 500 (Server Error)" to everyone.') is None


@given(st.text(max_size=300), st.text(max_size=300))
def test_no_text_makes_a_guard_fail(source: str, target: str) -> None:
    assert guards.fault(source, target) is None or isinstance(guards.fault(source, target), str)


def test_guards_are_linear_enough_for_a_long_text() -> None:
    guards.fault("a b " * 50_000, "c d " * 50_000)
    guards.fault("x" * 500_000, "y" * 500_000)
