"""Sentences and their English, one after the other, for the command line and for export."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from articles.errors import StorageError
from reader.translation.engine import EngineError, EngineUnavailable, Translation
from reader.translation.glossary.model import Glossary
from reader.translation.service import TranslationService

_AT_ONCE = 2_000
"""Sentences looked up in one query: an article whole, a long file in parts."""


def english_of(
    service: TranslationService,
    sentences: Sequence[str],
    progress: Callable[[int, int], object] | None = None,
    glossary: Glossary | None = None,
) -> Iterator[tuple[str, Translation | EngineError]]:
    """Each sentence with its translation, or with why there is none, in order and as many as were given.

    Once the engine cannot run at all, and waiting will not help, it is not tried again, also where a draft stood in:
    what is known, or drafted on this machine, or the same error stands for what it would have made.

    Args:
        service: Translates.
        sentences: Clean text.
        progress: Called after each with how many are done and how many there are.
        glossary: How names are to be rendered; None where that is not known.
    """
    hopeless: EngineUnavailable | None = None
    source = iter(sentences)
    done = 0
    while batch := list(islice(source, _AT_ONCE)):
        try:
            known = service.recall(batch, glossary=glossary)
        except StorageError:
            known = {}  # translate() meets the same trouble and reports it
        for sentence in batch:
            answer: Translation | EngineError
            found = known.get(sentence)
            if found is not None:
                answer = found
            elif hopeless is not None:
                answer = service.draft(sentence, hopeless, glossary) or hopeless
            else:
                try:
                    answer = known[sentence] = service.translate(sentence, glossary)
                    hopeless = _for_good(service.unavailable)
                except EngineError as error:
                    answer = error
                    hopeless = _for_good(error)
                if hopeless is not None:
                    known |= _stale(service, batch)
            done += 1
            yield sentence, answer
            if progress is not None:
                progress(done, len(sentences))


def _for_good(error: EngineError | None) -> EngineUnavailable | None:
    """The error, where the engine will not work again by itself."""
    return error if isinstance(error, EngineUnavailable) and error.retry_after is None else None


def _stale(service: TranslationService, sentences: Sequence[str]) -> dict[str, Translation]:
    try:
        return service.recall(sentences, stale=True)
    except StorageError:
        return {}
