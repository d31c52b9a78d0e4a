"""Words of a sentence, and the pieces of words that the network knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

BEGIN, END, UNKNOWN = 0, 1, 2
"""Ids of the pieces that are no text."""

SPACE = "▁"
"""Begins the pieces that stand after white space, as in SentencePiece."""

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_LONGEST = 60  # characters of a word that are looked at; the pieces of the rest would say nothing
_MOST_WORDS = 20_000  # remembered with their pieces
_UNKNOWN_COST = 10.0  # below the least likely piece


@dataclass(frozen=True, slots=True)
class Pieces:
    """A sentence in pieces.

    Attributes:
        ids: The pieces.
        first: For each word the index of its first piece.
        words: For each word where it begins and ends, in characters of the sentence.
    """

    ids: list[int]
    first: list[int]
    words: list[tuple[int, int]]


class Vocabulary:
    """Cuts words into the likeliest series of known pieces (unigram model, Viterbi).

    Kudo 2018, "Subword Regularization". Words are letters and digits in a row, or one other sign; what SentencePiece
    would join across a border of words is not joined, so that each word has pieces of its own.

    Args:
        pieces: Their texts; an id is an index. The first three are ``BEGIN``, ``END`` and ``UNKNOWN``.
        scores: The logarithm of how likely each is.
    """

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        self._ids: Mapping[str, int] = {text: at for at, text in enumerate(pieces) if at > UNKNOWN}
        self._scores = list(scores)
        self._longest = max(map(len, self._ids), default=1)
        self._unknown = min(self._scores[UNKNOWN + 1 :], default=0.0) - _UNKNOWN_COST
        self._known: dict[str, tuple[int, ...]] = {}

    def cut(self, sentence: str) -> Pieces:
        """The words of a sentence and their pieces."""
        ids: list[int] = []
        first: list[int] = []
        words: list[tuple[int, int]] = []
        end = -1
        for match in _WORD.finditer(sentence):
            start = match.start()
            text = match[0] if start == end else SPACE + match[0]
            end = match.end()
            first.append(len(ids))
            words.append((start, end))
            ids += self._known.get(text) or self._remember(text)
        return Pieces(ids, first, words)

    def _remember(self, text: str) -> tuple[int, ...]:
        if len(self._known) >= _MOST_WORDS:
            self._known.clear()
        found = self._known[text] = self._cut_word(unicodedata.normalize("NFKC", text[: _LONGEST + 1]))
        return found

    def _cut_word(self, text: str) -> tuple[int, ...]:
        size = len(text)
        best = [0.0] + [-1e30] * size
        from_ = [0] * (size + 1)
        piece = [UNKNOWN] * (size + 1)
        for start in range(size):
            so_far = best[start]
            for end in range(start + 1, min(size, start + self._longest) + 1):
                known = self._ids.get(text[start:end])
                if known is not None and so_far + self._scores[known] > best[end]:
                    best[end], from_[end], piece[end] = so_far + self._scores[known], start, known
            if so_far + self._unknown > best[start + 1]:
                best[start + 1], from_[start + 1], piece[start + 1] = so_far + self._unknown, start, UNKNOWN
        found: list[int] = []
        at = size
        while at > 0:
            found.append(piece[at])
            at = from_[at]
        return tuple(reversed(found)) or (UNKNOWN,)
