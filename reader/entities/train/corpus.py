"""Annotated text: reading it, and turning it into what the network learns from."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from articles.model import Span
from reader.entities.model import Mention
from reader.entities.neural.pieces import Vocabulary
from reader.entities.neural.signs import rule_signs, shape_of
from reader.entities.neural.tags import NAMED
from reader.entities.neural.windows import Sentence
from reader.entities.rules import RuleRecogniser

LABELS = ("PER", "ORG", "LOC")
"""The corpus's names for ``NAMED``, in the same order."""

Name = tuple[int, int, str]
"""First character, the one after the last, label."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of a corpus.

    Attributes:
        id: Its document and number, with a dash between them.
        text: Its characters.
        names: What is annotated, in order.
        ruled: What the rules say of it when they read its document; and of it alone.
    """

    id: str
    text: str
    names: tuple[Name, ...]
    ruled: tuple[tuple[Mention, ...], tuple[Mention, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence to learn from: what the network reads, as part of a document and alone, and the right tags."""

    sentences: tuple[Sentence, Sentence]
    tags: list[int]


def read(path: Path) -> list[list[Row]]:
    """The documents of a file of JSON lines with ``id``, ``text`` and ``entities``, and what the rules say of them."""
    documents: dict[str, list[Row]] = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        names = tuple(sorted((start, end, label) for start, end, label in row["entities"]))
        documents.setdefault(row["id"].rpartition("-")[0], []).append(Row(row["id"], row["text"], names))
    return ruled(list(documents.values()))


def read_plain(path: Path) -> list[list[Row]]:
    """Text that nobody annotated, a sentence on each line: each is a document of its own."""
    lines = [line.strip() for line in path.read_text("utf-8").splitlines()]
    return ruled([[Row(f"{path.stem}-{number}", line, ())] for number, line in enumerate(lines, 1) if line])


def ruled(documents: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The same with what the rules say."""
    rules = RuleRecogniser()
    result = []
    for rows in documents:
        together = rules.recognise([row.text for row in rows])
        alone = [rules.recognise([row.text])[0] for row in rows]
        result.append(
            [
                replace(row, ruled=(tuple(one), tuple(other)))
                for row, one, other in zip(rows, together, alone, strict=True)
            ]
        )
    return result


def example(row: Row, vocabulary: Vocabulary) -> Example:
    """What the network reads of a row, and the right tags of its words."""
    pieces = vocabulary.cut(row.text)
    shapes = [shape_of(row.text[start:end]) for start, end in pieces.words]
    together, alone = (Sentence(pieces, rule_signs(pieces.words, mentions), shapes) for mentions in row.ruled)
    return Example((together, alone), tags_of(pieces.words, row.names))


def tags_of(words: Sequence[tuple[int, int]], names: Sequence[Name]) -> list[int]:
    """The tags of words, given the names of their sentence."""
    tags = [0] * len(words)
    for start, end, label in names:
        begin = True
        for at, (first, last) in enumerate(words):
            if first < end and last > start:
                tags[at] = 1 + 2 * LABELS.index(label) + (not begin)
                begin = False
    return tags


class Augmenter:
    """Makes other sentences of the corpus's: names in place of names of their kind, or all capitals.

    Args:
        documents: Where the names come from.
        dice: What decides.
    """

    SHOUTED = 0.12
    """The share of changed sentences that are put in capitals; in the others names change."""
    CHANGED = 0.6
    """The share of their names that change."""

    def __init__(self, documents: Sequence[Sequence[Row]], dice: random.Random) -> None:
        self._dice = dice
        self._pool: Mapping[str, list[str]] = defaultdict(list)
        for rows in documents:
            for row in rows:
                for start, end, label in row.names:
                    self._pool[label].append(row.text[start:end])

    def change(self, row: Row) -> Row:
        """Another sentence in place of this one; what the rules say moves along."""
        if self._dice.random() < self.SHOUTED:
            shouted = row.text.upper()
            return replace(row, text=shouted, ruled=((), ())) if len(shouted) == len(row.text) else row
        parts: list[str] = []
        names: list[Name] = []
        moves: list[tuple[int, int, int, int]] = []
        at = length = 0
        for start, end, label in row.names:
            name = row.text[start:end]
            if self._dice.random() < self.CHANGED:
                name = self._dice.choice(self._pool[label])
            parts += (row.text[at:start], name)
            begin = length + start - at
            length = begin + len(name)
            names.append((begin, length, label))
            moves.append((start, end, begin, length))
            at = end
        parts.append(row.text[at:])
        one, other = (moved(mentions, moves) for mentions in row.ruled)
        return replace(row, text="".join(parts), names=tuple(names), ruled=(one, other))


def moved(mentions: Sequence[Mention], moves: Sequence[tuple[int, int, int, int]]) -> tuple[Mention, ...]:
    """Mentions where they stand after names were replaced; those that only overlap one are left out.

    Args:
        mentions: In the old text.
        moves: For each name, in order: where it began and ended, where it begins and ends now.
    """
    result = []
    for mention in mentions:
        shift = 0
        span: Span | None = mention.span
        for start, end, new_start, new_end in moves:
            if (mention.span.start, mention.span.end) == (start, end):
                span = Span(new_start, new_end)
                shift = 0
                break
            if mention.span.start < end and mention.span.end > start:
                span = None
                break
            if mention.span.start >= end:
                shift = new_end - end
        if span is not None:
            result.append(Mention(span.shifted(shift), mention.kind, mention.text))
    return tuple(result)


assert len(LABELS) == len(NAMED)
