"""Windows of sentences, and batches of windows of like length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from reader.entities.neural.windows import Window
from reader.entities.train.corpus import Example

SIZES = (0, 0, 80, 240)
"""Pieces that a window of a document may hold; one of them is drawn for each document. 0: each sentence alone."""

ALONE = 0.8
"""How often a sentence alone is seen as the rules see it alone; else as they see it in its document."""

SILENT = 0.15
"""How often what the rules say of a sentence is left out, so that the network does not lean on it."""

Item = tuple[Window, list[int]]
"""A window and the tags of its words."""


def windows(documents: Sequence[Sequence[Example]], dice: random.Random) -> Iterator[Item]:
    """The documents in windows, drawn anew each time."""
    for examples in documents:
        size = dice.choice(SIZES)
        for group in grouped(examples, size):
            alone = len(group) == 1 and dice.random() < ALONE
            yield window(group, alone=alone, dice=dice)


def grouped(examples: Sequence[Example], size: int) -> Iterator[list[Example]]:
    """Sentences in order, as many together as ``size`` pieces hold; at least one."""
    group: list[Example] = []
    held = 0
    for each in examples:
        length = len(each.sentences[0].pieces.ids)
        if group and held + length > size:
            yield group
            group, held = [], 0
        group.append(each)
        held += length + 1
    if group:
        yield group


def window(group: Sequence[Example], *, alone: bool, dice: random.Random | None = None) -> Item:
    """Some sentences as one window, with their tags."""
    made, tags = Window(), list[int]()
    for each in group:
        sentence = each.sentences[alone]
        if dice is not None and dice.random() < SILENT:
            sentence = type(sentence)(sentence.pieces, [0] * len(sentence.rules), sentence.shapes)
        made.add(sentence, 0, len(sentence.pieces.first))
        tags += each.tags
    return made, tags


def batches(items: Sequence[Item], pieces: int, dice: random.Random) -> list[list[Item]]:
    """The windows by length, about ``pieces`` pieces in each batch with what fills it up; batches shuffled."""
    order = sorted(items, key=lambda item: len(item[0].ids) + 8 * dice.random())
    result: list[list[Item]] = []
    batch: list[Item] = []
    longest = 0
    for item in order:
        longest = max(longest, len(item[0].ids))
        if batch and longest * (len(batch) + 1) > pieces:
            result.append(batch)
            batch, longest = [], len(item[0].ids)
        batch.append(item)
    if batch:
        result.append(batch)
    dice.shuffle(result)
    return result
