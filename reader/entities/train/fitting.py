"""Fitting the network to examples."""

from __future__ import annotations

import copy
import dataclasses
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

from reader.entities.neural.pieces import Vocabulary
from reader.entities.neural.tags import likeliest, names_of
from reader.entities.train.batches import Item, batches, window, windows
from reader.entities.train.corpus import LABELS, Augmenter, Row, example
from reader.entities.train.network import Tagger


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train.

    Attributes:
        epochs: Times that the corpus is seen.
        rate: Learning rate of the last layer, at its peak.
        decay: Factor of the rate from each layer to the one below it.
        weight_decay: Of AdamW, for matrices.
        changed: Share of the sentences that are changed by the ``Augmenter``, each epoch anew.
        smoothing: Of the right tags.
        average: Of the running mean of the weights, for each step; what is kept is that mean.
        pieces: In a batch, about.
        soft: Weight of the teacher's opinion against that of the annotators, from 0 to 1.
        seed: Of everything that is drawn.
    """

    epochs: int = 6
    rate: float = 3e-4
    decay: float = 0.9
    weight_decay: float = 0.05
    changed: float = 0.3
    smoothing: float = 0.02
    average: float = 0.995
    pieces: int = 1024
    soft: float = 0.5
    seed: int = 1


WARMING = 0.08
"""The share of the steps in which the rate rises; after them it falls in a line."""

LEAST = 0.02
"""The share of the peak rate that is never gone below."""


class Teacher:
    """Larger networks whose opinion of each word is learnt as well (Hinton et al. 2015).

    Args:
        taggers: Their opinions are averaged; they have the pupil's pieces.
    """

    def __init__(self, taggers: Sequence[Tagger]) -> None:
        self._taggers = [tagger.eval() for tagger in taggers]

    def opinions(self, batch: Sequence[Item]) -> torch.Tensor:
        """Probabilities of tags, shape (words, tags)."""
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            found = [tagger([each for each, _ in batch]).float().softmax(-1) for tagger in self._taggers]
        return torch.stack(found).mean(0)

    def annotate(self, documents: Sequence[Sequence[Row]], vocabulary: Vocabulary) -> list[list[Row]]:
        """The same documents with the names that the teachers find, each sentence read alone (Lee 2013)."""
        return [[self._annotated(row, vocabulary) for row in rows] for rows in documents]

    def _annotated(self, row: Row, vocabulary: Vocabulary) -> Row:
        made = example(row, vocabulary)
        words = made.sentences[True].pieces.words
        if not words:
            return row
        tags = likeliest(self.opinions([window([made], alone=True)]).log().numpy())
        names = tuple((words[first][0], words[last - 1][1], LABELS[kind]) for first, last, kind in names_of(tags))
        return dataclasses.replace(row, names=names)


def fit(
    tagger: Tagger,
    documents: Sequence[Sequence[Row]],
    vocabulary: Vocabulary,
    settings: Settings,
    teacher: Teacher | None = None,
    after: Callable[[int, Tagger], None] = lambda _epoch, _tagger: None,
) -> Tagger:
    """Train, and give the running mean of the weights.

    Args:
        after: Called after each epoch with its number and the mean so far.
    """
    torch.manual_seed(settings.seed)
    dice = random.Random(settings.seed)  # noqa: S311 - nothing is kept secret with it
    augmenter = Augmenter(documents, dice)
    optimiser = torch.optim.AdamW(_groups(tagger, settings), betas=(0.9, 0.98), eps=1e-6)
    mean = copy.deepcopy(tagger)
    pairs = [(old, new) for old, new in zip(mean.parameters(), tagger.parameters(), strict=True) if new.requires_grad]
    step = steps = 0
    for epoch in range(settings.epochs):
        began = time.monotonic()
        rows = [
            [augmenter.change(row) if dice.random() < settings.changed else row for row in one] for one in documents
        ]
        items = list(windows([[example(row, vocabulary) for row in one] for one in rows], dice))
        drawn = batches(items, settings.pieces, dice)
        steps = steps or settings.epochs * len(drawn)
        tagger.train()
        lost = 0.0
        for batch in drawn:
            factor = min(1.0, step / (WARMING * steps)) * max(LEAST, 1 - step / steps)
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * factor
            step += 1
            loss = _loss(tagger, batch, settings, teacher)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimiser.step()
            lost += loss.item()
            keep = min(settings.average, (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_mul_([old for old, _ in pairs], keep)
                torch._foreach_add_([old for old, _ in pairs], [new for _, new in pairs], alpha=1 - keep)
        spent = time.monotonic() - began
        print(f"epoch {epoch + 1}: loss {lost / len(drawn):.4f}, {spent:.0f} s", file=sys.stderr, flush=True)
        after(epoch, mean)
    return mean


def _loss(tagger: Tagger, batch: Sequence[Item], settings: Settings, teacher: Teacher | None) -> torch.Tensor:
    right = torch.tensor([tag for _, tags in batch for tag in tags])
    with torch.autocast("cpu", torch.bfloat16):
        scores = tagger([each for each, _ in batch])
    loss = functional.cross_entropy(scores.float(), right, label_smoothing=settings.smoothing)
    if teacher is None:
        return loss
    soft = functional.cross_entropy(scores.float(), teacher.opinions(batch))
    return (1 - settings.soft) * loss + settings.soft * soft


def _groups(tagger: Tagger, settings: Settings) -> list[dict[str, object]]:
    """Parameters with their rates: lower layers learn more slowly, what is new faster."""
    count = len(tagger.layers)
    groups = []
    for name, parameter in tagger.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("head"):
            rate = settings.rate * 4
        elif name.startswith(("rules", "shapes")):
            rate = settings.rate * 2
        elif name.startswith("layers"):
            rate = settings.rate * settings.decay ** (count - 1 - int(name.split(".")[1]))
        else:
            rate = settings.rate * settings.decay**count
        plain = parameter.ndim < 2 or name.startswith(("rules", "shapes"))
        decay = 0.0 if plain else settings.weight_decay
        groups.append({"params": [parameter], "lr": rate, "peak": rate, "weight_decay": decay})
    return groups
