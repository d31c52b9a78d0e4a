"""What the commands that speak of names share: reading what is not read yet, and the sentences of mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.errors import Problem
from articles.model import PARAGRAPH_BREAK, Article, Span
from articles.sentences import sentence_spans
from reader.cli import output
from reader.cli.compose import Composition
from reader.entities.model import Entity
from reader.i18n import _, ngettext

FEW = 25
"""Articles that are read without being asked: some seconds."""

_STEP = 20  # articles that a correction concerns, looked at between two counts


def read_first(parts: Composition, everything: bool) -> int:
    """Read the library's articles that were not read yet, where they are few or all were asked for.

    Says on stderr how many stay unread, so that no answer is silently short.

    Returns:
        How many are not read.
    """
    from reader.entities.choosing import expected

    while parts.index.catch_up(_STEP):
        pass
    stale = parts.analyses.stale(expected())
    if stale and (everything or len(stale) <= FEW):
        stale = parts.analyses.stale(parts.recogniser)  # what was expected may not be what there is
        stale = _read(parts, stale)
    if stale:
        said = ngettext(
            "{count} article is not read for names yet, and is not counted here; --read reads it",
            "{count} articles are not read for names yet, and are not counted here; --read reads them",
            len(stale),
        )
        output.complain(said.format(count=len(stale)))
    return len(stale)


def _read(parts: Composition, keys: Iterable[int]) -> list[int]:
    from reader.cli.entities import recognised

    keys = list(keys)
    progress = output.Progress(_("reading"), len(keys))
    failed = []
    for number, key in enumerate(keys):
        progress.at(number)
        for summary in parts.articles.summaries([key]):
            try:
                recognised(parts.articles.get(summary.id), parts)
            except Problem as problem:
                failed.append(key)
                output.complain(str(problem))
    progress.over()
    return failed


def shown(article: Article, parts: Composition) -> tuple[Entity, ...]:
    """The entities of an article as they stand in the index, with the corrections; none where it is not read."""
    from reader.entities.corrections.apply import correct

    found = parts.analyses.latest(article.id) or ()
    return correct(found, parts.corrections.of(article.id), article.body)


def sentence_of(body: str, span: Span) -> Span:
    """The sentence in which a mention begins; its line where the sentence is cut elsewhere."""
    start = body.rfind(PARAGRAPH_BREAK, 0, span.start) + 1
    end = body.find(PARAGRAPH_BREAK, span.end)
    for sentence in sentence_spans(body, start, len(body) if end < 0 else end):
        if sentence.contains(span.start):
            return sentence
    return span


def sentences_of(body: str, entity: Entity) -> Iterator[tuple[Span, Span]]:
    """Each mention with its sentence, in the order of the text."""
    last = Span(0, 0)
    for mention in entity.mentions:
        if not last.contains(mention.span.start):
            last = sentence_of(body, mention.span)
        yield mention.span, last
