"""BLEU and chrF of what a system says, with its quotation marks made straight as in the reference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_STRAIGHT = str.maketrans("“”„«»‘’", '"""""\'\'')


@dataclass(frozen=True, slots=True)
class Score:
    """Both of 0 to 100, as sacrebleu counts them with its defaults (BLEU 13a, chrF2)."""

    bleu: float
    chrf: float


def score(said: Sequence[str], references: Sequence[str]) -> Score:
    """The scores of a whole file, one reference each."""
    from sacrebleu.metrics import BLEU, CHRF

    plain, expected = [straight(text) for text in said], [[straight(text) for text in references]]
    return Score(BLEU().corpus_score(plain, expected).score, CHRF().corpus_score(plain, expected).score)


def straight(text: str) -> str:
    """The text with straight quotation marks: which sort a text has is no matter of translation."""
    return text.translate(_STRAIGHT)
