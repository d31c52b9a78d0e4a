"""Which aligner there is: the local model's attention, else what words look like."""

from __future__ import annotations

import logging
from functools import cache

from articles.errors import Problem
from reader.translation.alignment.model import Aligner

_log = logging.getLogger(__name__)


@cache
def aligner() -> Aligner:
    """The best aligner that can be used here, always the same one. Never raises.

    It may load numpy and the local model's weights: so it is not called in the screen's process.
    """
    from reader.translation.alignment.lexical import LexicalAligner

    try:
        from reader.translation.alignment.attention import AttentionAligner

        return AttentionAligner()
    except Problem as problem:
        why = problem.message
    except Exception as error:  # numpy that is missing, or broken in whatever way
        why = f"{type(error).__name__}: {error}"
    _log.info("words are aligned by their look: %s", why)
    return LexicalAligner()
