"""Sentences and their English, one after the other, for the command line and for export."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

from articles.errors import StorageError
from reader.translation.engine import EngineError, EngineUnavailable, Translation
from reader.translation.glossary.model import Glossary
from reader.translation.service import TranslationService

_AT_ONCE = 2_000
"""Sentences looked up in one query: an article whole, a long file in parts."""

_FORESEEN = 8
"""Sentences that the engine is told of before they are asked for; it takes as many as it likes."""


def english_of(
    service: TranslationService,
    sentences: Sequence[str],
    progress: Callable[[int, int], object] | None = None,
    glossary: Glossary | None = None,
    upcoming: Sequence[str] = (),
) -> Iterator[tuple[str, Translation | EngineError]]:
    """Each sentence with its translation, or with why there is none, in order and as many as were given.

    Once the engine cannot run at all, and waiting will not help, it is not tried again, also where a draft stood in:
    what is known, or drafted on this machine, or the same error stands for what it would have made.

    Args:
        service: Translates.
        sentences: Clean text.
        progress: Called after each with how many are done and how many there are.
        glossary: How names are to be rendered; None where that is not known.
        upcoming: What will be asked for after these.
    """
    hopeless: EngineUnavailable | None = None
    source = iter(sentences)
    done = 0
    while batch := list(islice(source, _AT_ONCE)):
        try:
            known = service.recall(batch, glossary=glossary)
        except StorageError:
            known = {}  # translate() meets the same trouble and reports it
        to_come = deque(_unknown(service, batch, known, glossary))
        for sentence in batch:
            answer: Translation | EngineError
            found = known.get(sentence)
            if found is not None:
                answer = found
            elif hopeless is not None:
                answer = service.draft(sentence, hopeless, glossary) or hopeless
            else:
                service.foresee([*islice(to_come, _FORESEEN), *_not_kept(service, upcoming)])
                if to_come and to_come[0] == sentence:
                    to_come.popleft()
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


def _unknown(
    service: TranslationService, batch: Sequence[str], known: Mapping[str, Translation], glossary: Glossary | None
) -> Iterator[str]:
    """The sentences that the engine will be asked for, each once."""
    if glossary is not None and len(known) < len(batch):  # what is only held to other terms is not translated again
        try:
            known = service.recall(batch)
        except StorageError:
            return
    yield from (sentence for sentence in dict.fromkeys(batch) if sentence not in known)


def _not_kept(service: TranslationService, sentences: Sequence[str]) -> list[str]:
    try:
        known = service.recall(sentences) if sentences else {}
    except StorageError:
        return []
    return [sentence for sentence in sentences if sentence not in known]


def _stale(service: TranslationService, sentences: Sequence[str]) -> dict[str, Translation]:
    try:
        return service.recall(sentences, stale=True)
    except StorageError:
        return {}
