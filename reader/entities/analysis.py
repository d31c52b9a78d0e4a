"""From an article to its entities: sentences, mentions, merging, at once or in small steps."""

from __future__ import annotations

from collections.abc import Iterator

from articles.model import Article, Span
from articles.sentences import sentence_spans
from reader.entities.emphasis import emphasised_works
from reader.entities.model import Entity, Mention, Recogniser, SteppedRecogniser

FIRST = 20_000
"""Characters: the first analysis of a long body is of so much of it."""

GROWTH = 4
"""Each further analysis is of so many times as much text, so that all of them together stay linear."""

_STEP = 3_000  # characters split into sentences between two yields
_WINDOW = 8_000  # characters given to the splitter at once
_BLOCK = 10_000  # characters given at once to a recogniser that cannot work in steps


def analyse(article: Article, recogniser: Recogniser) -> tuple[Entity, ...]:
    """The entities of an article's body: by kind, the most mentioned first, then the first mentioned.

    The title is not searched: spans are characters of the body.
    """
    found: tuple[Entity, ...] = ()
    for step in _analyse(article, recogniser, len(article.body)):
        if step is not None:
            found = step
    return found


def analyse_in_steps(article: Article, recogniser: Recogniser) -> Iterator[tuple[Entity, ...] | None]:
    """The same in steps of a few milliseconds, for a background thread that pauses between them.

    Yields:
        None while working; the entities of the first ``FIRST`` characters, then of ``GROWTH`` times as many, and
        so on; last those of the whole body.
    """
    size = len(article.body)
    reach = FIRST
    while reach * 2 < size:
        yield from _analyse(article, recogniser, reach)
        reach *= GROWTH
    yield from _analyse(article, recogniser, size)


def _analyse(article: Article, recogniser: Recogniser, end: int) -> Iterator[tuple[Entity, ...] | None]:
    """One analysis of the body up to about ``end``: None while working, then the entities."""
    # Here, because their tables and patterns take some 40 ms to make, and naming this module must cost nothing.
    from reader.entities.merging import merge_in_steps
    from reader.entities.roles import find_role

    body = article.body
    spans: list[Span] = []
    for some in _sentences(body, end):
        spans.extend(some)
        yield None
    sentences = [span.of(body) for span in spans]
    found: list[list[Mention]] = []
    for step in _recognise(recogniser, sentences):
        if step is None:
            yield None
        else:
            found = step
    mentions: list[Mention] = []
    sentence_at: dict[int, int] = {}
    for index, (span, local) in enumerate(zip(spans, found, strict=True)):
        for mention in local:
            moved = mention.span.shifted(span.start)
            sentence_at[moved.start] = index
            mentions.append(Mention(moved, mention.kind, mention.text))
        if index % 200 == 199:
            yield None

    reached = spans[-1].end if spans else 0
    markup = [mark for mark in article.markup if mark.span.end <= reached]
    mentions = emphasised_works(markup, body, mentions)

    def role_of(mention: Mention) -> str | None:
        index = sentence_at.get(mention.span.start)
        if index is None:
            return None
        return find_role(sentences[index], mention.span.shifted(-spans[index].start))

    yield from merge_in_steps(mentions, body, article.published, role_of)


def _sentences(body: str, end: int) -> Iterator[list[Span]]:
    """The sentences of the body up to the first that ends at or after ``end``, some at a time."""
    start = 0
    while start < end:
        stop = min(start + _WINDOW, len(body))
        spans = sentence_spans(body, start, stop)
        if stop < len(body) and len(spans) > 1:
            spans.pop()  # it may go on after the window: the next one begins with it
        if not spans:
            start = stop
            continue
        yield spans
        start = spans[-1].end if stop < len(body) else len(body)


def _recognise(recogniser: Recogniser, sentences: list[str]) -> Iterator[list[list[Mention]] | None]:
    if isinstance(recogniser, SteppedRecogniser):
        yield from recogniser.recognise_in_steps(sentences)
        return
    found: list[list[Mention]] = []
    block: list[str] = []
    held = 0
    for sentence in sentences:
        block.append(sentence)
        held += len(sentence)
        if held >= _BLOCK:
            found.extend(recogniser.recognise(block))
            block, held = [], 0
            yield None
    found.extend(recogniser.recognise(block))
    yield found
