"""The network against the same sums written out plainly, in double precision."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reader.entities.neural import modelfile
from reader.entities.neural.network import Network
from reader.entities.neural.windows import Window
from tests.entities.neural.making import HEADS, LAYERS, WIDTH, small_model


def plainly(file: modelfile.ModelFile, window: Window) -> Any:
    """Each step as the papers write it, one piece and one head at a time."""

    def get(name: str) -> Any:
        return file.array(name).astype(np.float64)

    def normed(rows: Any, name: str) -> Any:
        weight, bias = get(name)
        centred = rows - rows.mean(1, keepdims=True)
        return centred / np.sqrt(centred.var(1, keepdims=True) + 1e-12) * weight + bias

    codes, book = file.bytes("embedding.codes"), get("embedding.book")
    vectors = np.array([np.concatenate([book[at, code] for at, code in enumerate(codes[one])]) for one in window.ids])
    rows = vectors + get("positions")[: len(window.ids)]
    rows = rows + get("rules")[window.rules] + get("shapes")[window.shapes]
    rows = normed(rows, "embedding.norm")
    for number in range(LAYERS):
        name = f"layer{number}."
        mixed = rows @ get(name + "qkv").T + get(name + "qkv.bias")
        seen = np.zeros_like(rows)
        size = WIDTH // HEADS
        for head in range(HEADS):
            query, key, value = (
                mixed[:, part * WIDTH + head * size : part * WIDTH + (head + 1) * size] for part in range(3)
            )
            for at in range(len(rows)):
                weight = np.exp(key @ query[at] / size**0.5)
                seen[at, head * size : (head + 1) * size] = weight @ value / weight.sum()
        rows = normed(rows + seen @ get(name + "out").T + get(name + "out.bias"), name + "norm1")
        inner = rows @ get(name + "up").T + get(name + "up.bias")
        inner = 0.5 * inner * (1 + np.tanh((2 / np.pi) ** 0.5 * (inner + 0.044715 * inner**3)))
        rows = normed(rows + inner @ get(name + "down").T + get(name + "down.bias"), name + "norm2")
    scores = rows[window.first] @ get("tags").T + get("tags.bias")
    return scores - np.log(np.exp(scores).sum(1, keepdims=True))


@pytest.fixture
def file(tmp_path: Path) -> modelfile.ModelFile:
    return modelfile.read(small_model(tmp_path))


def window(length: int, seed: int) -> Window:
    dice = np.random.default_rng(seed)
    made = Window()
    made.ids.extend(dice.integers(1, 16, length).tolist())
    made.rules.extend(dice.integers(0, 17, length).tolist())
    made.shapes.extend(dice.integers(0, 6, length).tolist())
    made.first.extend(range(1, length, 2))
    made.counts.append(len(made.first))
    return made


def test_the_scores_are_those_of_the_plain_sums(file: modelfile.ModelFile) -> None:
    one = window(30, 1)
    found = Network(file).scores([one])[0]

    assert found.shape == (len(one.first), 7)
    assert np.abs(found - plainly(file, one)).max() < 2e-4
    assert np.allclose(np.exp(found).sum(1), 1, atol=1e-5)


def test_windows_read_together_do_not_see_each_other(file: modelfile.ModelFile) -> None:
    network = Network(file)
    some = [window(30, 1), window(4, 2), window(47, 3)]

    together = network.scores(some)
    for one, found in zip(some, together, strict=True):
        assert np.abs(network.scores([one])[0] - found).max() < 1e-4


def test_a_window_without_words_has_no_scores(file: modelfile.ModelFile) -> None:
    assert Network(file).scores([window(1, 4)])[0].shape == (0, 7)
