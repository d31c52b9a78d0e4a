"""The network in PyTorch, as ``reader.entities.neural.network`` has it in numpy, to be trained."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional
from torch.nn.utils import parametrize

from reader.entities.neural.modelfile import BLOCK
from reader.entities.neural.signs import RULE_SIGNS, SHAPES
from reader.entities.neural.tags import TAGS
from reader.entities.neural.windows import Window
from reader.entities.train.base import Base

DROPOUT = 0.1
HEAD_DROPOUT = 0.2
_EPSILON = 1e-12
_STEPS = (-8.0, -7.5, -7.0, -8.5, -9.0, 7.0)  # as in ``modelfile.pack_q4``


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self, width: int, inner: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, _EPSILON)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, _EPSILON)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, vectors: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The vectors after the layer; shape (windows, pieces, width)."""
        count, length, width = vectors.shape
        mixed = self.qkv(vectors).view(count, length, 3, self.heads, width // self.heads)
        query, key, value = mixed.permute(2, 0, 3, 1, 4)
        dropout = DROPOUT if self.training else 0.0
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask, dropout_p=dropout)
        step = self.out(seen.transpose(1, 2).reshape(count, length, width))
        vectors = self.norm1(vectors + self.drop(step))
        step = self.down(functional.gelu(self.up(vectors), approximate="tanh"))
        return self.norm2(vectors + self.drop(step))


class Tagger(nn.Module):
    """The first layers of a pretrained encoder, and a score for each tag.

    Args:
        base: The pretrained encoder.
        vectors: Of the pieces that are kept, shape (pieces, width).
        layers: How many layers are kept.
    """

    def __init__(self, base: Base, vectors: NDArray[np.float32], layers: int) -> None:
        super().__init__()
        width, inner, heads = base.shape["width"], base.shape["inner"], base.shape["heads"]
        # Frozen: what is rare here was learnt from far more text than there is to train on.
        self.embedding = nn.Embedding.from_pretrained(torch.from_numpy(vectors), freeze=True)
        self.positions = nn.Parameter(_tensor(base, "emb.pos", -1, width) + _tensor(base, "emb.type", -1, width)[0])
        self.rules = _signs(RULE_SIGNS, width)
        self.shapes = _signs(SHAPES, width)
        self.norm = _filled(nn.LayerNorm(width, _EPSILON), base, "emb.ln")
        self.layers = nn.ModuleList(_pretrained(base, number, width, inner, heads) for number in range(layers))
        self.drop = nn.Dropout(DROPOUT)
        self.head_drop = nn.Dropout(HEAD_DROPOUT)
        self.head = nn.Linear(width, TAGS)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, windows: Sequence[Window]) -> torch.Tensor:
        """Scores of tags for the words of all windows, one after the other: shape (words, tags)."""
        lengths = torch.tensor([len(window.ids) for window in windows])
        longest = int(lengths.max())

        def filled(lists: Sequence[list[int]]) -> torch.Tensor:
            return torch.tensor([each + [0] * (longest - len(each)) for each in lists])

        vectors = self.embedding(filled([window.ids for window in windows])) + self.positions[:longest]
        vectors = vectors + self.rules(filled([window.rules for window in windows]))
        vectors = vectors + self.shapes(filled([window.shapes for window in windows]))
        vectors = self.drop(self.norm(vectors))
        mask = (torch.arange(longest)[None] < lengths[:, None])[:, None, None, :]
        for layer in self.layers:
            vectors = layer(vectors, mask)
        rows = [at for at, window in enumerate(windows) for _ in window.first]
        places = [place for window in windows for place in window.first]
        return torch.as_tensor(self.head(self.head_drop(vectors[rows, places])))

    def round_weights(self) -> None:
        """From here on compute with the four-bit weights that will be stored, and train what is rounded."""
        for layer in self.layers:
            for linear in (layer.qkv, layer.out, layer.up, layer.down):
                parametrize.register_parametrization(linear, "weight", Rounded())


class Rounded(nn.Module):
    """Weights rounded as they will be stored; the gradient passes as if they were not (Bengio et al. 2013)."""

    def forward(self, weights: torch.Tensor) -> torch.Tensor:
        """The rounded weights."""
        return weights + (rounded(weights.detach()) - weights).detach()


def rounded(weights: torch.Tensor) -> torch.Tensor:
    """What ``modelfile.unpack_q4`` gives of what ``modelfile.pack_q4`` made of weights."""
    blocks = weights.reshape(-1, BLOCK)
    largest = blocks.gather(1, blocks.abs().argmax(1, keepdim=True))
    best, least = torch.zeros_like(blocks), torch.full_like(largest, torch.inf)
    for steps in _STEPS:
        scale = (largest / steps).half().float()
        ratio = torch.where(scale != 0, blocks / torch.where(scale == 0, torch.ones_like(scale), scale), 0.0)
        found = ratio.round().clamp(-8, 7) * scale
        error = (found - blocks).square().sum(1, keepdim=True)
        best = torch.where(error < least, found, best)
        least = torch.minimum(least, error)
    return best.reshape(weights.shape)


def arrays(tagger: Tagger, positions: int) -> dict[str, NDArray[Any]]:
    """All but the pieces' vectors under the names of the file of weights; single precision where it is to be packed."""

    def half(*parameters: torch.Tensor) -> NDArray[np.float16]:
        found = [parameter.detach().numpy().astype(np.float16) for parameter in parameters]
        return found[0] if len(found) == 1 else np.stack(found)

    def norm(layer: nn.LayerNorm) -> NDArray[np.float16]:
        return half(layer.weight, layer.bias)

    result: dict[str, NDArray[Any]] = {
        "embedding.norm": norm(tagger.norm),
        "positions": half(tagger.positions)[:positions],
        "rules": half(tagger.rules.weight),
        "shapes": half(tagger.shapes.weight),
        "tags": half(tagger.head.weight),
        "tags.bias": half(tagger.head.bias),
    }
    for number, layer in enumerate(tagger.layers):
        for name in ("qkv", "out", "up", "down"):
            linear = getattr(layer, name)
            result[f"layer{number}.{name}"] = linear.weight.detach().numpy()
            result[f"layer{number}.{name}.bias"] = half(linear.bias)
        result[f"layer{number}.norm1"] = norm(layer.norm1)
        result[f"layer{number}.norm2"] = norm(layer.norm2)
    return result


def _tensor(base: Base, name: str, *shape: int) -> torch.Tensor:
    return torch.from_numpy(base.tensor(name, *shape))


def _signs(count: int, width: int) -> nn.Embedding:
    table = nn.Embedding(count, width)
    nn.init.normal_(table.weight, std=0.01)
    return table


def _filled(module: Any, base: Base, name: str) -> Any:
    """A linear layer or a normalisation with the pretrained weights."""
    shape = tuple(module.weight.shape)
    module.weight.data = _tensor(base, name + ".w", *shape)
    module.bias.data = _tensor(base, name + ".b", shape[0])
    return module


def _pretrained(base: Base, number: int, width: int, inner: int, heads: int) -> Layer:
    layer = Layer(width, inner, heads)
    prefix = f"l{number}."
    layer.qkv.weight.data = torch.cat([_tensor(base, f"{prefix}{one}.w", width, width) for one in "qkv"])
    layer.qkv.bias.data = torch.cat([_tensor(base, f"{prefix}{one}.b", width) for one in "qkv"])
    _filled(layer.out, base, prefix + "ao")
    _filled(layer.norm1, base, prefix + "aln")
    _filled(layer.up, base, prefix + "fi")
    _filled(layer.down, base, prefix + "fo")
    _filled(layer.norm2, base, prefix + "oln")
    return layer
