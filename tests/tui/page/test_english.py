"""What is known of an article's English, and how it is said."""

from __future__ import annotations

import pytest

from articles.model import Article
from reader.translation.engine import Origin
from reader.tui.page.document import Document
from reader.tui.page.english import SIGNS, English, State
from tests.tui.page.making import translation

BODY = "O trem chegou. A visita foi curta. 13h05!\n\nVerso um\nVerso dois"


@pytest.fixture
def english() -> English:
    return English(Document(Article("Um título", BODY)))


def test_at_first_everything_is_pending(english: English) -> None:
    shown = english.block(1, stand_in=False)
    assert shown.text == "… … …"
    assert shown.states == (State.PENDING,) * 3
    assert english.block(1, stand_in=True).text == "O trem chegou. A visita foi curta. 13h05!"
    assert english.said_of([0, 1, 2]) == "EN …"


def test_english_takes_its_place_sentence_by_sentence(english: English) -> None:
    english.put({"A visita foi curta.": translation("A visita foi curta.", "The visit was short.")})
    shown = english.block(1, stand_in=True)
    assert shown.text == "O trem chegou. The visit was short. 13h05!"
    assert shown.states == (State.PENDING, State.DRAFT, State.PENDING)
    assert [span.of(shown.text) for span in shown.spans] == ["O trem chegou.", "The visit was short.", "13h05!"]
    assert english.said_of([1]) == "EN draft · local"
    assert english.said_of([2]) == "EN …"


def test_verse_keeps_its_lines(english: English) -> None:
    english.put({"Verso um": translation("Verso um", "Verse one")})
    assert english.block(2, stand_in=True).text == "Verse one\nVerso dois"


@pytest.mark.parametrize("first", list(Origin))
@pytest.mark.parametrize("second", list(Origin))
def test_a_better_origin_is_never_replaced_by_a_worse_one(english: English, first: Origin, second: Origin) -> None:
    english.put({"O trem chegou.": translation("O trem chegou.", "first", first)})
    english.put({"O trem chegou.": translation("O trem chegou.", "second", second)})
    known = english.of("O trem chegou.")
    assert known is not None
    assert known.target == ("second" if second.rank >= first.rank else "first")
    assert english.state("O trem chegou.") == State(known.origin.value)


def test_what_failed_is_said_and_can_be_tried_again(english: English) -> None:
    english.fail("O trem chegou.", "the model failed")
    assert english.state("O trem chegou.") is State.FAILED
    assert english.failure("O trem chegou.") == "the model failed"
    assert english.missing(["O trem chegou.", "A visita foi curta."]) == ["A visita foi curta."]
    english.forget_failures()
    assert english.missing(["O trem chegou."]) == ["O trem chegou."]
    english.fail("O trem chegou.", "again")
    english.put({"O trem chegou.": translation("O trem chegou.", "The train came.")})
    assert english.failure("O trem chegou.") is None
    english.fail("O trem chegou.", "too late: it is known")
    assert english.state("O trem chegou.") is State.DRAFT


def test_what_needs_no_translating_has_no_sign_and_no_say(english: English) -> None:
    english.put({"13h05!": translation("13h05!", "13h05!", engine="none")})
    assert english.state("13h05!") is State.SAME
    assert english.said_of([1]) == "EN …"


def test_who_translated_is_said_best_first_and_each_engine_once(english: English) -> None:
    english.put({"O trem chegou.": translation("O trem chegou.", "The train came.", Origin.DRAFT, "local")})
    english.put({"A visita foi curta.": translation("A visita foi curta.", "Short.", Origin.REFINED, "google")})
    english.put({"Um título": translation("Um título", "A title", Origin.HUMAN, "human")})
    assert english.said_of([0, 1]) == "EN human, refined · google, draft · local"
    assert english.said_of([0]) == "EN human"


def test_every_state_has_a_sign_of_one_cell_of_its_own() -> None:
    assert set(SIGNS) == set(State)
    assert len(set(SIGNS.values())) == len(SIGNS)
    assert all(len(sign) == 1 for sign in SIGNS.values())
