"""Addresses, handles and emoji come back letter for letter."""

from __future__ import annotations

import pytest

from reader.translation.fixed import fixed_parts, keeping


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in fixed_parts(text)]


def test_what_must_not_change_is_found() -> None:
    text = "Veja https://a.b/c?d=1. (www.x.pt) ou ana@uol.com.br, @ana_b, #vempra e globo.com/x 😀 привет"
    assert parts(text) == [
        "https://a.b/c?d=1",
        "www.x.pt",
        "ana@uol.com.br",
        "@ana_b",
        "#vempra",
        "globo.com/x",
        "😀",
        "привет",
    ]


def test_prose_has_none() -> None:
    assert parts("O fim.Depois veio o nº 5, a p. ex. e R$ 3,5.") == []


def test_what_survives_is_left_to_the_engine() -> None:
    asked: list[str] = []

    def copy(text: str) -> str:
        asked.append(text)
        return text

    assert keeping("Veja https://a.b/c hoje.", copy) == "Veja https://a.b/c hoje."
    assert asked == ["Veja https://a.b/c hoje."]


def test_a_mangled_part_gets_a_stand_in() -> None:
    def mangle(text: str) -> str:
        return text.replace("@", "O")

    assert keeping("Siga @ana e @rui em https://a.b hoje.", mangle) == "Siga @ana e @rui em https://a.b hoje."


def test_where_stand_ins_are_lost_too_the_text_around_is_translated() -> None:
    def deaf(text: str) -> str:
        return "".join(letter for letter in text.upper() if letter not in "@.") + "."

    assert keeping("siga @ana, e também: @rui!", deaf) == "SIGA @ana, E TAMBÉM: @rui!"
    assert keeping("fale com @ana. Depois", deaf) == "FALE COM @ana. DEPOIS"


def test_a_word_that_no_language_has_is_never_sent() -> None:
    asked: list[str] = []

    def copy(text: str) -> str:
        asked.append(text)
        return text

    endless = "x" * 400
    assert keeping(f"Ele disse {endless} e saiu.", copy) == f"Ele disse {endless} e saiu."
    assert all(endless not in text for text in asked)


@pytest.mark.parametrize("name", ["example.com", "a b " * 3])
def test_many_parts_and_a_text_that_holds_a_stand_in(name: str) -> None:
    text = f"{name} " + " ".join(f"@u{number}" for number in range(9))

    def mangle(said: str) -> str:
        return said.replace("@", "O")

    assert parts(keeping(text, mangle))[-9:] == [f"@u{number}" for number in range(9)]


@pytest.mark.parametrize(
    ("text", "english", "said"),
    [
        ("Olá 🙂 mundo.", "Hello world.", "Hello 🙂 world."),
        ("Foi bom 👍, e todos riram.", "It was good, and all laughed.", "It was good 👍, and all laughed."),
        ("Amo o Brasil ❤️ e o mar 🌊 azul.", "I love Brazil and the blue sea.", "I love Brazil ❤️ and the blue 🌊 sea."),
        ("🎉 Viva!", "Hooray!", "🎉 Hooray!"),
        ("A família 👨\u200d👩\u200d👧 riu.", "The family laughed.", "The family 👨\u200d👩\u200d👧 laughed."),
    ],
)
def test_a_sign_within_a_sentence_does_not_cut_it(text: str, english: str, said: str) -> None:
    asked: list[str] = []

    def speak(source: str) -> str:
        asked.append(source)
        return english if "🙂" not in source else "Hello the world"

    assert keeping(text, speak) == said
    assert not any(mark in asked[-1] for mark in "🙂👍❤🌊🎉👨👩👧\u200d")
    assert "  " not in asked[-1]
