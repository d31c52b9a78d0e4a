"""Small networks with weights drawn by dice, to compute with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from reader.entities.neural import modelfile
from reader.entities.neural.recogniser import VERSION
from reader.entities.neural.signs import RULE_SIGNS, SHAPES
from reader.entities.neural.tags import TAGS

PARTS = 16
WIDTH, INNER, HEADS, LAYERS, POSITIONS = 64, 128, 4, 2, 80
PIECES = ["", "", "", "▁", "▁a", "▁b", "a", "b", "c", "▁Ca", "sa", ".", ",", "1", "▁O", "á"]


def arrays(seed: int = 1) -> dict[str, Any]:
    dice = np.random.default_rng(seed)

    def wide(*shape: int) -> Any:
        return dice.standard_normal(shape).astype(np.float32) * 0.2

    def half(*shape: int) -> Any:
        return wide(*shape).astype(np.float16)

    def norm() -> Any:
        return np.stack([1 + wide(WIDTH), wide(WIDTH)]).astype(np.float16)

    made: dict[str, Any] = {
        "pieces": "\n".join(PIECES),
        "scores": (-np.arange(len(PIECES))).astype(np.float16),
        "embedding.codes": dice.integers(0, 256, (len(PIECES), PARTS)).astype(np.uint8),
        "embedding.book": half(PARTS, 256, WIDTH // PARTS),
        "embedding.norm": norm(),
        "positions": half(POSITIONS, WIDTH),
        "rules": half(RULE_SIGNS, WIDTH),
        "shapes": half(SHAPES, WIDTH),
        "tags": half(TAGS, WIDTH),
        "tags.bias": half(TAGS),
    }
    for number in range(LAYERS):
        name = f"layer{number}."
        made |= {
            name + "qkv": wide(3 * WIDTH, WIDTH),
            name + "qkv.bias": half(3 * WIDTH),
            name + "out": wide(WIDTH, WIDTH),
            name + "out.bias": half(WIDTH),
            name + "norm1": norm(),
            name + "up": wide(INNER, WIDTH),
            name + "up.bias": half(INNER),
            name + "down": wide(WIDTH, INNER),
            name + "down.bias": half(WIDTH),
            name + "norm2": norm(),
        }
    return made


def about(version: str = VERSION) -> dict[str, Any]:
    return {"version": version, "shape": {"heads": HEADS, "layers": LAYERS, "positions": POSITIONS}}


def small_model(folder: Path, version: str = VERSION) -> Path:
    path = folder / "weights.bin"
    modelfile.write(path, about(version), arrays())
    return path
