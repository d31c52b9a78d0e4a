"""Which of the pretrained pieces are kept: those that Portuguese text is made of."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reader.entities.neural.pieces import SPACE, Vocabulary
from reader.entities.train.base import Base

FORMS = ((str.lower, 0.75), (str.capitalize, 0.22), (str.upper, 0.03))
"""How words are written, and how large a share of them is taken to be: small, with a capital, all capital."""

_SPECIAL = 3  # ids of our own that are no text: begin, end, unknown
_SIGNS = "–—“”‘’«»€…•"
_LATIN = 0x250  # the first code point after the Latin letters


def frequent(words: Mapping[str, float], texts: Iterable[str], base: Base) -> list[int]:
    """Ids of pieces, the most used first.

    Args:
        words: Words in lower case and how often they occur; only their proportions matter.
        texts: Text that counts as much as all the words together.
        base: Whose pieces.
    """
    whole = Vocabulary(["", "", "", *base.pieces[_SPECIAL:]], base.scores.tolist())
    by_words: Counter[int] = Counter()
    for word, share in words.items():
        for form, part in FORMS:
            for piece in whole.cut(form(word)).ids:
                by_words[piece] += share * part  # type: ignore[assignment]  # a Counter counts by floats as well
    by_texts: Counter[int] = Counter()
    for text in texts:
        by_texts.update(whole.cut(text).ids)
    total, seen = sum(by_words.values()) or 1, sum(by_texts.values()) or 1
    score = {piece: by_words[piece] / total + by_texts[piece] / seen for piece in by_words.keys() | by_texts.keys()}
    return sorted((piece for piece in score if piece > _SPECIAL), key=lambda piece: (-score[piece], piece))


def letters(base: Base) -> list[int]:
    """Ids of the pieces of one Latin character or sign, so that no word is without pieces."""
    return [
        at
        for at, text in enumerate(base.pieces)
        if text
        and len(text.removeprefix(SPACE)) <= 1
        and all(ord(sign) < _LATIN or sign in SPACE + _SIGNS for sign in text)
        and not any(unicodedata.category(sign).startswith("C") for sign in text)
    ]


def kept(order: Sequence[int], single: Iterable[int], most: int) -> list[int]:
    """Ids of the pieces that are kept, ascending: the ``most`` first, and all single characters."""
    return sorted({*order[:most], *single})
