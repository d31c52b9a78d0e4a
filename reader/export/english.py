"""The English that goes out with an article: what is kept, or that and drafts of what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from articles.model import Article
from reader.export.gathering import English
from reader.translation.engine import EngineError, Translation
from reader.translation.glossary.model import Glossary
from reader.translation.memory import TranslationMemory
from reader.translation.pairs import english_of
from reader.translation.service import TranslationService


def kept(memory: TranslationMemory) -> English:
    """The best that is kept of each sentence, whoever made it: human before refined before draft."""
    service = TranslationService(memory, None)
    return lambda _article, sources: service.recall(sources, stale=True)


def drafted(
    service: TranslationService,
    glossary: Callable[[Article], Glossary | None],
    failed: Callable[[EngineError], object],
    step: Callable[[int, int], object] = lambda _done, _all: None,
) -> English:
    """The same, with a translation of each sentence that has none, which is kept.

    Args:
        service: Translates.
        glossary: How an article's names are to be rendered; asked only where something is missing.
        failed: Told why a sentence has no English all the same.
        step: Called after each sentence with how many are done and how many there are; what it raises ends the work.
    """

    def english(article: Article, sources: Sequence[str]) -> Mapping[str, Translation]:
        known = service.recall(sources, stale=True)
        missing = [each for each in dict.fromkeys(sources) if each not in known]
        if not missing:
            return known
        try:
            for source, answer in english_of(service, missing, step, glossary(article)):
                if isinstance(answer, Translation):
                    known[source] = answer
                else:
                    failed(answer)
        finally:
            service.flush()
        return known

    return english
