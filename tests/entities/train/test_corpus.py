"""What the network learns from."""

from __future__ import annotations

import json
import random
from pathlib import Path

from articles.model import Span
from reader.entities.model import Kind, Mention
from reader.entities.neural.pieces import Vocabulary
from reader.entities.train.batches import batches, grouped, windows
from reader.entities.train.corpus import Augmenter, Row, example, moved, read, read_plain, tags_of

SIGNS = Vocabulary(["", "", "", "▁", *"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ."], [-1.0] * 57)
LINES = [
    {"id": "A1-1", "text": "Maria foi a Lisboa.", "entities": [[12, 18, "LOC"], [0, 5, "PER"]]},
    {"id": "A1-2", "text": "Ela voltou.", "entities": []},
    {"id": "A2-1", "text": "A RTP mostrou o Porto.", "entities": [[2, 5, "ORG"], [16, 21, "LOC"]]},
]


def documents(folder: Path) -> list[list[Row]]:
    path = folder / "corpus.jsonl"
    path.write_text("\n".join(map(json.dumps, LINES)), "utf-8")
    return read(path)


def test_rows_are_grouped_by_document_with_what_the_rules_say(tmp_path: Path) -> None:
    first, second = documents(tmp_path)

    assert [row.id for row in first] == ["A1-1", "A1-2"]
    assert first[0].names == ((0, 5, "PER"), (12, 18, "LOC"))
    assert [mention.text for mention in first[0].ruled[1]] == ["Maria", "Lisboa"]
    assert second[0].ruled[0]


def test_an_example_has_a_tag_for_each_word(tmp_path: Path) -> None:
    row = documents(tmp_path)[0][0]
    made = example(row, SIGNS)

    assert made.tags == [1, 0, 0, 5, 0]
    assert len(made.sentences[0].rules) == len(made.sentences[0].shapes) == 5
    assert made.sentences[0].shapes == [5, 0, 0, 5, 2]


def test_tags_of_a_name_of_several_words() -> None:
    assert tags_of([(0, 2), (3, 5), (6, 9), (9, 10)], [(3, 9, "ORG")]) == [0, 3, 4, 0]


def test_changed_sentences_have_their_names_where_they_say(tmp_path: Path) -> None:
    rows = documents(tmp_path)
    pool = {row.text[start:end] for one in rows for row in one for start, end, _ in row.names}
    changer = Augmenter(rows, random.Random(3))
    changed = shouted = 0
    for _ in range(300):
        for row in rows[0] + rows[1]:
            other = changer.change(row)
            assert [label for *_, label in other.names] == [label for *_, label in row.names]
            if other.text == row.text.upper():
                shouted += 1
                assert other.names == row.names
                continue
            for start, end, _ in other.names:
                assert other.text[start:end] in pool
            for mentions in other.ruled:
                for mention in mentions:
                    assert 0 <= mention.span.start < mention.span.end <= len(other.text)
            changed += other.text != row.text
    assert changed > 100
    assert 20 < shouted < 250


def test_what_the_rules_say_moves_along() -> None:
    def at(start: int, end: int) -> Mention:
        return Mention(Span(start, end), Kind.PERSON, "x" * (end - start))

    moves = [(5, 10, 5, 20), (30, 32, 40, 41)]
    found = moved([at(0, 3), at(5, 10), at(7, 12), at(12, 15), at(29, 33), at(30, 32), at(40, 44)], moves)
    assert [(each.span.start, each.span.end) for each in found] == [(0, 3), (5, 20), (22, 25), (40, 41), (49, 53)]


def test_windows_hold_every_sentence_once(tmp_path: Path) -> None:
    examples = [[example(row, SIGNS) for row in one] for one in documents(tmp_path)]
    for seed in range(20):
        items = list(windows(examples, random.Random(seed)))
        assert sum(len(window.counts) for window, _ in items) == 3
        assert sorted(tag for _, tags in items for tag in tags) == sorted(
            tag for one in examples for each in one for tag in each.tags
        )


def test_groups_are_as_large_as_they_may_be(tmp_path: Path) -> None:
    one = [example(row, SIGNS) for row in documents(tmp_path)[0]]
    assert [len(group) for group in grouped(one, 0)] == [1, 1]
    assert [len(group) for group in grouped(one, 240)] == [2]


def test_batches_hold_every_window_once(tmp_path: Path) -> None:
    examples = [[example(row, SIGNS) for row in one] for one in documents(tmp_path)] * 10
    items = list(windows(examples, random.Random(1)))
    drawn = batches(items, 60, random.Random(2))

    assert sorted(id(item[0]) for batch in drawn for item in batch) == sorted(id(item[0]) for item in items)
    for batch in drawn:
        assert len(batch) == 1 or len(batch) * max(len(window.ids) for window, _ in batch) <= 60


def test_text_without_annotation_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("Maria foi a Lisboa.\n\n  Choveu.  \n", "utf-8")
    rows = read_plain(path)

    assert [[row.text for row in one] for one in rows] == [["Maria foi a Lisboa."], ["Choveu."]]
    assert rows[0][0].ruled[1]
    assert rows[0][0].names == ()
