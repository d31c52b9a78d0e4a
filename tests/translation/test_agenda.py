"""Who is translated first."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.translation.agenda import Agenda, Task


def of(sizes: Sequence[int]) -> Agenda:
    return Agenda(lambda paragraph: [f"{paragraph}.{index}" for index in range(sizes[paragraph])], len(sizes))


def rest(agenda: Agenda) -> list[str]:
    found = []
    while (task := agenda.next()) is not None:
        found.append(task.sentence)
    return found


def test_without_a_focus_it_goes_from_the_top() -> None:
    assert rest(of([2, 0, 1])) == ["0.0", "0.1", "2.0"]


def test_what_is_visible_comes_first_then_onwards_then_from_the_start() -> None:
    agenda = of([1, 1, 2, 1, 1])
    agenda.focus(2, 3)
    assert rest(agenda) == ["2.0", "2.1", "3.0", "4.0", "0.0", "1.0"]


def test_scrolling_changes_what_comes_next_and_nothing_is_lost() -> None:
    agenda = of([2, 2, 2, 2])
    assert agenda.next() == Task(0, 0, "0.0")
    agenda.focus(2, 2)
    assert agenda.next() == Task(2, 0, "2.0")
    agenda.focus(1, 1)
    assert rest(agenda) == ["1.0", "1.1", "2.1", "3.0", "3.1", "0.1"]


def test_a_focus_outside_the_article_is_brought_inside() -> None:
    agenda = of([1, 1])
    agenda.focus(-5, -1)
    assert agenda.next() == Task(0, 0, "0.0")
    agenda.focus(99, 120)
    assert rest(agenda) == ["1.0"]


def test_an_empty_article_has_no_task() -> None:
    assert of([]).next() is None
    assert of([0, 0]).next() is None


def test_sentences_are_asked_for_only_when_it_is_their_turn() -> None:
    asked: list[int] = []

    def sentences_of(paragraph: int) -> list[str]:
        asked.append(paragraph)
        return ["a", "b"]

    agenda = Agenda(sentences_of, 1000)
    agenda.focus(500, 510)
    for _ in range(3):
        agenda.next()
    assert asked == [500, 501]


def test_a_task_given_back_comes_next() -> None:
    agenda = of([2])
    first = agenda.next()
    assert first is not None
    agenda.again(first)
    assert rest(agenda) == ["0.0", "0.1"]


def test_what_is_there_already_is_left_out() -> None:
    agenda = of([2, 1, 1])
    agenda.settle(0, 1)
    agenda.settle(1, 0)
    assert rest(agenda) == ["0.0", "2.0"]
    agenda.settle(0, 0)
    assert agenda.next() is None


def test_stopping_ends_it_for_good() -> None:
    agenda = of([5])
    task = agenda.next()
    assert task is not None
    assert not agenda.stopped
    agenda.stop()
    agenda.again(task)
    assert agenda.stopped
    assert agenda.next() is None


def test_a_paragraph_that_cannot_be_split_costs_that_paragraph() -> None:
    def sentences_of(paragraph: int) -> list[str]:
        if paragraph == 1:
            raise ValueError("no such paragraph")
        return [str(paragraph)]

    agenda = Agenda(sentences_of, 3)
    assert agenda.next() == Task(0, 0, "0")
    with pytest.raises(ValueError, match="no such"):
        agenda.next()
    assert rest(agenda) == ["2"]


def test_progress_can_be_shown() -> None:
    agenda = of([1, 1, 1])
    assert agenda.paragraphs_left == 3
    rest(agenda)
    assert agenda.paragraphs_left == 0


@given(st.lists(st.integers(0, 3), max_size=12), st.lists(st.tuples(st.integers(-2, 14), st.integers(0, 5))))
def test_whatever_the_scrolling_each_sentence_comes_once(sizes: list[int], moves: list[tuple[int, int]]) -> None:
    agenda = of(sizes)
    found: list[str] = []
    for first, steps in moves:
        agenda.focus(first, first + 2)
        for _ in range(steps):
            task = agenda.next()
            if task is not None:
                found.append(task.sentence)
    found += rest(agenda)
    assert sorted(found) == sorted(f"{number}.{index}" for number, size in enumerate(sizes) for index in range(size))


def test_a_hundred_thousand_paragraphs_cost_a_few_steps_each() -> None:
    paragraphs = 100_000
    asked = 0

    def sentences_of(_paragraph: int) -> list[str]:
        nonlocal asked
        asked += 1
        return ["a"]

    agenda = Agenda(sentences_of, paragraphs)
    handed = 0
    focus = 0
    while agenda.next() is not None:  # jumping about the whole time: quadratic would take hours
        handed += 1
        focus = (focus + 61_803) % paragraphs
        agenda.focus(focus, focus + 10)
    assert handed == asked == paragraphs


def test_several_threads_share_it() -> None:
    agenda = of([3] * 300)
    found: list[list[str]] = [[] for _ in range(4)]
    threads = [threading.Thread(target=lambda mine=mine: mine.extend(rest(agenda))) for mine in found]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    together = [sentence for mine in found for sentence in mine]
    assert len(together) == len(set(together)) == 900


def test_two_threads_splitting_one_paragraph_hand_out_each_sentence_once() -> None:
    both = threading.Barrier(2)

    def sentences_of(_paragraph: int) -> list[str]:
        both.wait(timeout=10)
        return ["a", "b", "c"]

    agenda = Agenda(sentences_of, 1)
    found: list[list[str]] = [[], []]
    threads = [threading.Thread(target=lambda mine=mine: mine.extend(rest(agenda))) for mine in found]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found[0] + found[1]) == ["a", "b", "c"]
