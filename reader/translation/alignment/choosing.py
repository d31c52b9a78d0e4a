"""Which aligner there is: the local model's attention, else what words look like."""

from __future__ import annotations

from functools import cache

from reader.translation.alignment.model import Aligner


@cache
def aligner() -> Aligner:
    """The best aligner that can be used here, always the same one. Never raises.

    It may load numpy and the local model's weights: so it is not called in the screen's process.
    """
    from reader.translation.alignment.lexical import LexicalAligner

    return LexicalAligner()
