"""The filter ``entity:`` finds the articles that name somebody, by any of the names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.database import Database
from articles.finding.finder import Finder
from reader.cli.compose import migrations
from reader.finding.entities import entity_condition
from tests.entities.index.libraries import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Database(tmp_path / "library.db", migrations()) as opened:
        yield Library(opened)


def found(library: Library, query: str) -> list[str]:
    finder = Finder(library.database, filters={"entity": entity_condition})
    return [summary.id for summary in library.articles.summaries(finder.keys(query))]


@pytest.mark.parametrize(
    ("query", "which"),
    [
        ('entity:"Vladimir Putin"', {0, 1}),
        ('entidade:"VLADIMIR pútin"', {0, 1}),
        ("entity:Moscow", {0, 2}),
        ("entity:Moscovo", {0, 2}),
        ("entity:vlad", {0, 1}),
        ("entity:vlad*", {0, 1}),
        ("entity:mosc* -entity:vladimir", {2}),
        ("entity:Ninguém", set()),
        ("entity:*", set()),
        ("entity:Moscou chegou", {0}),
    ],
)
def test_an_entity_is_found_by_any_of_its_names(library: Library, query: str, which: set[int]) -> None:
    ids = [
        library.add("[person:Vladimir Putin] chegou a [place:Moscou|Moscow].", day=1),
        library.add("[person:Vladimir Putin] saiu.", day=2),
        library.add("Nada em [place:Moscovo|Moscow].", day=3),
    ]
    assert set(found(library, query)) == {ids[number] for number in which}
