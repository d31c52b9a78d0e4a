"""Saved words found in a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from reader.vocabulary.model import Status
from reader.vocabulary.signing import lemmatised, saved_of, signs
from tests.dictionaries import TableLookups

NEW, LEARNING, KNOWN = Status.NEW, Status.LEARNING, Status.KNOWN


def found(
    text: str, statuses: Mapping[str, Status], forms: Mapping[str, Sequence[str]] | None = None
) -> list[tuple[str, Status]]:
    saved = saved_of(statuses, forms or {})
    return [(span.of(text), status) for span, status in signs(text, lemmatised(text, TableLookups().lemmas), saved)]


def test_every_form_of_a_lemma_is_found_also_at_a_sentences_start() -> None:
    text = "Trocaram tudo. A troca, e quem trocou?"
    assert found(text, {"trocar": LEARNING}) == [("Trocaram", LEARNING), ("troca", LEARNING), ("trocou", LEARNING)]


def test_a_form_it_was_met_in_counts_though_the_table_has_another_lemma() -> None:
    assert found("Ela foi.", {"ser": NEW}) == []
    assert found("Ela foi.", {"ser": NEW}, {"ser": ("foi",)}) == [("foi", NEW)]
    both = {"ser": ("foi",), "ir": ("foi",)}
    assert found("Ela foi.", {"ser": KNOWN, "ir": NEW}, both) == [("foi", NEW)], "the less known one"


def test_an_expression_goes_before_its_words() -> None:
    statuses = {"aperto de mãos": NEW, "mão": KNOWN}
    assert found("um aperto de mãos, as mãos, aperto de  mãos", statuses) == [
        ("aperto de mãos", NEW), ("mãos", KNOWN), ("aperto de  mãos", NEW),
    ]  # fmt: skip


def test_a_name_is_no_form_of_a_word() -> None:
    assert found("o Gatos falou com gatos", {"gato": NEW}) == [("gatos", NEW)]
    assert found("o Gatos falou com gatos", {"gatos": NEW}, {"gatos": ("Gatos",)})[0] == ("Gatos", NEW)


@pytest.mark.parametrize("status", list(Status))
def test_what_is_ignored_is_not_found(status: Status) -> None:
    assert bool(found("trocaram", {"trocar": status})) is (status is not Status.IGNORED)
