"""What the card says in words, and where in an article a name stands."""

from __future__ import annotations

import dataclasses

import pytest

from articles.model import Article, Span
from reader.entities.model import Doubt, EnglishFrom, Entity, Kind, Mention, Precision
from reader.tui.page.document import Document
from reader.tui.widgets.facts import facts, kind_name, sentence_of, snippet, times
from tests.tui.hostile import LINE
from tests.tui.stage import UNWANTED


def entity(*places: int, kind: Kind = Kind.PERSON, **more: object) -> Entity:
    some = tuple(Mention(Span(at, at + 3), kind, "Kim") for at in places or (0,))
    return Entity("Kim", kind, some, **more)  # type: ignore[arg-type]


def test_only_what_is_known_is_said() -> None:
    assert facts(entity()) == [("name", "Kim")]


def test_all_that_is_known_is_said() -> None:
    known = entity(
        english="Kim", english_from=EnglishFrom.RULE, aliases=("K.", "Kim J."), roles=("líder", "chefe"), value="3 km"
    )  # fmt: skip
    assert facts(known) == [
        ("name", "Kim"),
        ("English", "Kim · respelt by a rule"),
        ("also", "K. · Kim J."),
        ("role", "líder"),
        ("", "chefe"),
        ("value", "3 kilometers"),
    ]


@pytest.mark.parametrize("source", list(EnglishFrom))
def test_where_the_english_comes_from_is_said(source: EnglishFrom) -> None:
    said = dict(facts(entity(english="X", english_from=source)))["English"]
    assert said.startswith("X · ")
    assert len(said) > 8


@pytest.mark.parametrize("precision", list(Precision))
def test_how_precise_a_date_is_is_said(precision: Precision) -> None:
    known = entity(kind=Kind.DATE, date=None if precision is Precision.RELATIVE else "2019", precision=precision)
    said = dict(facts(known))["date"]
    assert ("2019 · " in said) is (precision is not Precision.RELATIVE)
    assert len(said) > 10


@pytest.mark.parametrize("doubt", list(Doubt))
def test_why_a_date_is_not_believed_is_said(doubt: Doubt) -> None:
    assert len(dict(facts(entity(kind=Kind.DATE, doubt=doubt)))["doubt"]) > 15


def test_every_kind_has_a_name_and_counts_are_words() -> None:
    assert len({kind_name(kind) for kind in Kind}) == len(Kind)
    assert (times(1), times(7)) == ("named once", "named 7 times")


def test_hostile_names_and_endless_ones() -> None:
    wild = dataclasses.replace(
        entity(english=LINE, english_from=EnglishFrom.TABLE, roles=(LINE,) * 900, value=LINE),
        name="x" * 10_000,
        aliases=(LINE,) * 900,
    )
    said = facts(wild)
    assert len(said) < 50
    assert all(len(text) < 10_000 for _label, text in said)
    assert not {character for _label, text in said for character in text} & UNWANTED


BODY = (
    "Um dia começou. Era cedo.\n\n" + "Longe dali, depois de uma noite que não acabava, " * 3 + "Kim chegou enfim. Riu."
)
DOCUMENT = Document(Article("T", BODY))
SPAN = Span(BODY.index("Kim"), BODY.index("Kim") + 3)


def test_the_sentence_of_a_mention() -> None:
    block, span, text = sentence_of(DOCUMENT, SPAN.start)
    assert (block, text) == (2, span.of(BODY))
    assert text.startswith("Longe dali")
    assert text.endswith("enfim.")


@pytest.mark.parametrize("room", [10, 30, 60, 300])
def test_a_snippet_always_holds_its_mention(room: int) -> None:
    block, text, (start, end) = snippet(DOCUMENT, SPAN, room)
    assert block == 2
    assert text[start:end] == "Kim"
    assert end <= max(room, 13)
    assert text.startswith("…") is (room < 300)


def test_a_mention_longer_than_its_sentence_or_its_room() -> None:
    document = Document(Article("T", "x" * 9_000))
    _block, text, (start, end) = snippet(document, Span(10, 8_500), 40)
    assert start < end
    assert len(text) < 9_000
