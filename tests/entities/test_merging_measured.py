"""The coreference annotation fits its texts, the measures count right, and the merging stays as good as it was."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from reader.entities.model import Kind
from tests.benchmarks.coreference import answer, clusters
from tests.entities.gold import Document, documents
from tests.entities.scoring import Score, b_cubed, best_pairing, ceaf_e

BUNDLED = list(documents(None))


def cluster(*places: int) -> frozenset[tuple[int, int]]:
    return frozenset((place, place + 1) for place in places)


def test_the_bundled_articles_are_annotated() -> None:
    assert len(BUNDLED) == 9


@pytest.mark.parametrize("document", BUNDLED, ids=lambda document: document.id)
def test_the_annotation_has_the_characters_of_the_body(document: Document) -> None:
    mentions = [mention for entity in document.entities for mention in entity.mentions]
    assert [mention.text for mention in mentions] == list(document.written)
    check(document)


def test_the_other_annotations_lie_on_words(shared: Path) -> None:
    found = [each for each in documents(shared / "data") if each.source != "bundled"]
    assert [sum(each.split == split for each in found) for split in ("tune", "held-out")] == [8, 12]
    for document in found:
        check(document)
        assert document.written == ()


def check(document: Document) -> None:
    body = document.article.body
    for before, after in itertools.pairwise(document.mentions):
        assert before.span.end <= after.span.start
    for mention in document.mentions:
        assert mention.text == mention.text.strip()
        assert not body[mention.span.start - 1 : mention.span.start].isalnum() or mention.span.start == 0
        after = body[mention.span.end : mention.span.end + 1]
        assert not after.isalnum() or mention.text.endswith(".")  # "a A.B.P.ganhou"
        assert mention.kind in {Kind.PERSON, Kind.ORGANISATION, Kind.PLACE}


def test_b_cubed_as_in_its_paper() -> None:
    """The example of Bagga and Baldwin, figure 1: precision 16/21 and 7/12 for the two answers, recall 1."""
    true = [cluster(1, 2, 3, 4, 5), cluster(6, 7), cluster(8, 9, 10, 11, 12)]
    one = b_cubed([cluster(1, 2, 3, 4, 5), cluster(6, 7, 8, 9, 10, 11, 12)], true)
    other = b_cubed([cluster(1, 2, 3, 4, 5, 8, 9, 10, 11, 12), cluster(6, 7)], true)
    assert (round(one.precision, 3), one.recall) == (0.762, 1.0)
    assert (round(other.precision, 3), other.recall) == (0.583, 1.0)


def test_ceaf_pairs_each_entity_once() -> None:
    true = [cluster(1, 2, 3), cluster(4, 5)]
    score = ceaf_e([cluster(1), cluster(2, 3), cluster(4, 5)], true)
    assert score.precision == pytest.approx((0.8 + 1) / 3)
    assert score.recall == pytest.approx((0.8 + 1) / 2)


def test_a_mention_of_one_side_alone_weighs_in_full() -> None:
    score = b_cubed([cluster(1, 9)], [cluster(1, 2)])
    assert (score.precision, score.recall) == (0.25, 0.25)
    assert ceaf_e([cluster(9)], [cluster(1)]).f1 == 0.0
    assert Score().f1 == 0.0


@pytest.mark.parametrize(
    "worth",
    [
        [[3.0, 2.0, 2.5], [2.9, 0.0, 1.0]],
        [[1.0], [4.0], [2.0]],
        [[7.0, 5.0, 1.0], [6.0, 5.0, 4.0], [5.5, 1.0, 5.0]],
        [[0.0, 0.0], [0.0, 0.0]],
    ],
)
def test_the_best_pairing_is_the_best_of_all(worth: list[list[float]]) -> None:
    rows, columns = len(worth), len(worth[0])
    wide = worth if rows <= columns else [list(column) for column in zip(*worth, strict=True)]
    every = itertools.permutations(range(max(rows, columns)), min(rows, columns))
    assert best_pairing(worth) == max(sum(row[at] for row, at in zip(wide, order, strict=True)) for order in every)


def test_nothing_to_pair() -> None:
    assert best_pairing([]) == 0.0


def test_no_two_are_merged_into_one_and_few_are_torn_apart() -> None:
    """The figures of ``make bench BENCH=coreference`` for the bundled articles: B³ 1.000 and .997, CEAF-e .997."""
    b3, ceaf = Score(), Score()
    for document in BUNDLED:
        true = clusters(document.entities)
        said = clusters(answer(document, None))
        b3 += b_cubed(said, true)
        ceaf += ceaf_e(said, true)
    assert b3.precision == 1.0
    assert b3.recall > 0.99
    assert ceaf.f1 > 0.99
