"""What only the whole article tells of its mentions: names that were missed, and one kind for each name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.entities.kinds import settle_kinds_in_steps
from reader.entities.model import Mention
from reader.entities.spreading import spread_names_in_steps


def throughout(mentions_by_sentence: Sequence[Sequence[Mention]], sentences: Sequence[str]) -> list[list[Mention]]:
    """What a recogniser found in the sentences of one document, made one: see ``throughout_in_steps``."""
    return next(step for step in throughout_in_steps(mentions_by_sentence, sentences) if step is not None)


def throughout_in_steps(
    mentions_by_sentence: Sequence[Sequence[Mention]], sentences: Sequence[str]
) -> Iterator[list[list[Mention]] | None]:
    """The mentions after both passes, in small steps: None while working, at last, and once, the mentions.

    Args:
        mentions_by_sentence: What was found in each sentence by any recogniser; spans of that sentence.
        sentences: The sentences of one document, in its order.
    """
    spread: Sequence[Sequence[Mention]] = mentions_by_sentence
    for step in spread_names_in_steps(mentions_by_sentence, sentences):
        if step is None:
            yield None
        else:
            spread = step
    yield from settle_kinds_in_steps(spread, sentences)
