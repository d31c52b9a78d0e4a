"""Packing sentences into windows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.entities.neural.pieces import BEGIN, END, Pieces
from reader.entities.neural.windows import Sentence, Window, pack

LONGEST = 20


def sentence(sizes: list[int], start: int = 10) -> Sentence:
    """A sentence whose words have so many pieces each; the numbers of the pieces go up."""
    ids = list(range(start, start + sum(sizes)))
    first = [sum(sizes[:at]) for at in range(len(sizes))]
    words = [(at, at + 1) for at in range(len(sizes))]
    return Sentence(Pieces(ids, first, words), [1] * len(sizes), [2] * len(sizes))


@given(st.lists(st.lists(st.integers(1, 5), max_size=30), max_size=12))
def test_every_word_is_read_once_in_order_and_no_window_is_too_long(sizes: list[list[int]]) -> None:
    windows = list(pack([sentence(each) for each in sizes], LONGEST))

    assert all(len(window.ids) <= LONGEST for window in windows)
    assert sum(count for window in windows for count in window.counts) == sum(map(len, sizes))
    for window in windows:
        assert window.ids[0] == BEGIN
        assert window.ids[-1] == END
        assert len(window.ids) == len(window.rules) == len(window.shapes)
        assert sum(window.counts) == len(window.first)
    read = [piece for window in windows for piece in window.ids if piece >= 10]
    assert read == [piece for each in sizes for piece in sentence(each).pieces.ids]


def test_sentences_stand_together_as_long_as_they_fit() -> None:
    three = [sentence([1] * 8), sentence([2, 2, 2]), sentence([1] * 8)]
    assert [window.counts for window in pack(three, LONGEST)] == [[8, 3], [8]]


def test_a_long_sentence_goes_on_in_the_next_window() -> None:
    windows = list(pack([sentence([1] * 50), sentence([1])], LONGEST))
    assert [window.counts for window in windows] == [[18], [18], [14, 1]]


def test_a_sentence_without_words_takes_part() -> None:
    assert [window.counts for window in pack([sentence([]), sentence([1]), sentence([])], LONGEST)] == [[0, 1, 0]]
    assert list(pack([], LONGEST)) == []


def test_what_belongs_to_a_word_belongs_to_its_pieces() -> None:
    window = Window()
    window.add(Sentence(Pieces([10, 11, 12], [0, 2], [(0, 1), (1, 2)]), [5, 6], [3, 4]), 0, 2)
    assert (window.ids, window.rules, window.shapes) == ([0, 10, 11, 12, 1], [0, 5, 5, 6, 0], [0, 3, 3, 4, 0])
    assert window.first == [1, 3]
