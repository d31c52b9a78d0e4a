"""Pieces of words as the network knows them, each with the characters that it stands for."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

END, UNKNOWN = 0, 1
"""Ids of the pieces that are no text."""

SPACE = "▁"
"""Begins the pieces that stand after white space."""

# What the network does not know, as something that it does, one character for one: so that offsets hold.
_AS_KNOWN = str.maketrans("“”„‟«»″‘’‚‛‹›ʼ′–—―‒−‐‑", '"' * 7 + "'" * 8 + "-" * 7)
_LONGEST = 200  # characters between two white spaces that are cut together
_MOST_WORDS = 20_000  # remembered with their pieces
_UNKNOWN_COST = 10.0  # below the least likely piece


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text in pieces.

    Attributes:
        ids: The pieces, without one for the end.
        spans: For each the characters of the text, half-open; a piece that is but the space before a word has
            those of the white space, an empty span at the very start.
    """

    ids: list[int]
    spans: list[tuple[int, int]]


class Vocabulary:
    """Cuts text into the likeliest series of known pieces (unigram model, Viterbi; Kudo 2018).

    The same ids as sentencepiece gives; pieces never hold a space but at their start, so each word is cut by itself.
    Safe to use from several threads.

    Args:
        pieces: Their texts and the logarithms of how likely they are; an id is an index.
    """

    def __init__(self, pieces: Sequence[tuple[str, float]]) -> None:
        self._ids = {text: number for number, (text, _) in enumerate(pieces) if number > UNKNOWN}
        self._scores = [score for _, score in pieces]
        self._longest = max(map(len, self._ids))
        self._unknown = min(self._scores[UNKNOWN + 1 :]) - _UNKNOWN_COST
        self._known: dict[str, tuple[tuple[int, int], ...]] = {}
        self.texts = [text for text, _ in pieces]

    def __len__(self) -> int:
        return len(self._scores)

    def cut(self, text: str) -> Pieces:
        """The pieces of a text, quotation marks and dashes first made such as are known."""
        found = Pieces([], [])
        signs, places = _normalised(text.translate(_AS_KNOWN))
        at = 0
        while at < len(signs):
            end = signs.find(SPACE, at + 1, at + _LONGEST)
            if end < 0:
                end = min(len(signs), at + _LONGEST)
            word = signs[at:end]
            for number, size in self._known.get(word) or self._remember(word):
                first, last = places[at], places[at + size - 1]
                if size > 1 and signs[at] == SPACE:
                    first = places[at + 1]
                found.ids.append(number)
                found.spans.append((first[0], last[1]))
                at += size
        return found

    def text_of(self, ids: Sequence[int]) -> str:
        """The text of pieces."""
        return "".join(self.texts[number] for number in ids if number != END).replace(SPACE, " ").strip()

    def _remember(self, word: str) -> tuple[tuple[int, int], ...]:
        if len(self._known) >= _MOST_WORDS:
            self._known.clear()
        found = self._known[word] = tuple(self._cut_word(word))
        return found

    def _cut_word(self, word: str) -> list[tuple[int, int]]:
        """The ids and lengths of a word's pieces; unknown characters in a row are one piece."""
        size = len(word)
        best = [0.0] + [-1e30] * size
        before = [0] * (size + 1)
        piece = [UNKNOWN] * (size + 1)
        for start in range(size):
            so_far = best[start]
            single = False
            for end in range(start + 1, min(size, start + self._longest) + 1):
                number = self._ids.get(word[start:end])
                if number is None:
                    continue
                single = single or end == start + 1
                if so_far + self._scores[number] > best[end]:
                    best[end], before[end], piece[end] = so_far + self._scores[number], start, number
            if not single and so_far + self._unknown > best[start + 1]:
                best[start + 1], before[start + 1], piece[start + 1] = so_far + self._unknown, start, UNKNOWN
        found: list[tuple[int, int]] = []
        at = size
        while at > 0:
            length = at - before[at]
            if piece[at] == UNKNOWN and found and found[-1][0] == UNKNOWN:
                found[-1] = (UNKNOWN, found[-1][1] + length)
            else:
                found.append((piece[at], length))
            at = before[at]
        return found[::-1]


def _normalised(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text as pieces have it, and for each sign the characters that it comes from.

    Compatibility forms become plain ones (NFKC, as sentencepiece's "nmt_nfkc" has it for nearly all), white space
    one sign, also before the first word and none after the last; what cannot be seen goes.
    """
    signs: list[str] = []
    places: list[tuple[int, int]] = []
    space: tuple[int, int] | None = (0, 0)
    for at, character in enumerate(text):
        plain = character if character < "\x7f" else unicodedata.normalize("NFKC", character)
        for sign in plain:
            if sign.isspace():
                space = (space[0] if space and signs else at, at + 1)
            elif sign >= " " and unicodedata.category(sign) not in ("Cc", "Cf"):
                if space is not None:
                    signs.append(SPACE)
                    places.append(space)
                    space = None
                signs.append(sign)
                places.append((at, at + 1))
    return "".join(signs), places
