"""Differences of texts: readable, complete, and never moving anything."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles.aligning import changes
from articles.differences import Change, differences, moved, new_share, same_but_for_typography

OLD = "O ministro chegou a Lisboa na terça-feira. Ninguém o esperava.\n\nChovia muito.\n\nO encontro durou uma hora."
NEW = "O ministro chegou ao Porto na terça-feira. Ninguém o esperava.\n\nO encontro durou uma hora.\n\nVoltou à noite."

_texts = st.lists(st.sampled_from(["Ana saiu.", "Rui entrou. Choveu.", "Rui entrou. Nevou.", "Fim"]), max_size=9).map(
    "\n\n".join
)


def test_a_changed_paragraph_shows_its_words_and_the_others_stay_whole() -> None:
    found = differences(OLD, NEW)

    assert [each.change.value for each in found] == ["changed", "removed", "same", "added"]
    assert [(piece.change.value, piece.text) for piece in found[0].pieces] == [
        ("same", "O ministro chegou "),
        ("removed", "a Lisboa"),
        ("added", "ao Porto"),
        ("same", " na terça-feira. Ninguém o esperava."),
    ]


@given(_texts, _texts)
def test_both_texts_can_be_read_off_the_difference(old: str, new: str) -> None:
    found = differences(old, new)

    def text(without: Change) -> str:
        said = ("".join(piece.text for piece in each.pieces if piece.change is not without) for each in found)
        return "\n\n".join(filter(None, said))

    assert (text(Change.ADDED), text(Change.REMOVED)) == (old, new)
    assert [each.old for each in found if each.old is not None] == list(
        range(len(list(filter(None, old.split("\n\n")))))
    )


@given(st.lists(st.integers(0, 5), max_size=400), st.lists(st.integers(0, 5), max_size=400))
def test_blocks_lead_from_one_sequence_to_the_other(old: list[int], new: list[int]) -> None:
    made: list[int] = []
    at = 0
    for a, b, c, d in changes(old, new):
        made += old[at:a] + new[c:d]
        at = b
    assert made + old[at:] == new


def test_long_texts_take_no_squares() -> None:
    old = [number % 5000 for number in range(60_000)]
    new = [*old[:30000], -1, *old[30000:]]

    assert changes(old, new) == [(30_000, 30_000, 30_000, 30_001)]
    scattered = [number if number % 7 else -number for number in range(20_000)]
    assert len(changes(list(range(20_000)), scattered)) == 2857


def test_typography_alone_is_no_change() -> None:
    assert same_but_for_typography('Disse: "Sim"... - e saiu.\n\nFim.', "Disse: “Sim”… — e saiu. Fim.")
    assert not same_but_for_typography("Morreram 12 pessoas.", "Morreram 13 pessoas.")


def test_how_much_is_new_is_by_words() -> None:
    assert new_share(OLD, OLD) == 0
    assert new_share("Resumo.", OLD) == 1
    assert 0 < new_share(OLD, OLD.replace("Lisboa", "Braga")) < 0.1


def test_a_place_is_found_again() -> None:
    at = OLD.index("O encontro")
    assert NEW[moved(OLD, NEW, at) :].startswith("O encontro")
    assert NEW[moved(OLD, NEW, OLD.index("Ninguém")) :].startswith("Ninguém")
    assert NEW[moved(OLD, NEW, OLD.index("Chovia")) :].startswith("O encontro")
    assert moved("Um.", "Dois três.", 0) == 0
