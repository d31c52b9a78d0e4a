"""From an article to its entities: sentences, mentions, merging, at once or in small steps."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from articles.model import PARAGRAPH_BREAK, Article, Span
from articles.sentences import sentence_spans
from reader.entities.emphasis import emphasised_works
from reader.entities.model import Entity, Mention, Recogniser, SteppedRecogniser

FIRST = 20_000
"""Characters: the first analysis of a long body is of so much of it, around what is on the screen."""

GROWTH = 4
"""Each further analysis is of so many times as much text, so that all of them together stay linear."""

PART = 320_000
"""Characters, some 50,000 words: a longer body is read in parts of so many, each by itself, and joined.

So the memory it takes does not grow with the text but for eight bytes a mention: 20 MB for a part, 200 MB for 10 MB.
"""

CAREFUL = 3 * PART
"""Characters from the start that any recogniser reads; what follows is read by rules, in a tenth of the time."""

_WINDOW = 8_000  # characters given to the splitter at once
_BLOCK = 10_000  # characters given at once to a recogniser that cannot work in steps


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of an article so far.

    Attributes:
        share: Of how much of the text, from 0 to 1.
        done: Whether it is all that there will be.
    """

    entities: tuple[Entity, ...]
    share: float
    done: bool


def analyse(article: Article, recogniser: Recogniser) -> tuple[Entity, ...]:
    """The entities of an article's body: by kind, the most mentioned first, then the first mentioned.

    The title is not searched: spans are characters of the body.
    """
    body = article.body
    if len(body) > PART:
        return next(
            step.entities for step in _in_parts(article, recogniser, 0) if isinstance(step, Found) and step.done
        )
    return next(step for step in _analyse(article, recogniser, 0, len(body)) if step is not None)


def read_in_steps(article: Article, recogniser: Recogniser, place: int = 0) -> Iterator[Found | float | None]:
    """The same in steps of a few milliseconds, for one who looks up between them; and what is on the screen first.

    Args:
        article: The article.
        recogniser: Finds the mentions.
        place: The character of the body that is on the screen. What is found at the end does not depend on it.

    Yields:
        None while working; the share read so far; what is known of some ``FIRST`` characters around the place, of
        ``GROWTH`` times as many, and so on; last, and once, what is known of all.
    """
    size = len(article.body)
    reach = FIRST
    while reach * 2 < min(size, PART):
        start = _beginning(article.body, place, reach)
        end = _cut(article.body, start, reach)
        yield from _found(_analyse(article, recogniser, start, end), (end - start) / size)
        yield (end - start) / size
        reach *= GROWTH
    if size > PART:
        yield from _in_parts(article, recogniser, place)
    else:
        yield from _found(_analyse(article, recogniser, 0, size), 1.0)


def is_careful_throughout(article: Article) -> bool:
    """Whether the article is so short that all of it is read by the recogniser that was asked for."""
    return len(article.body) <= CAREFUL


def _found(steps: Iterator[tuple[Entity, ...] | None], share: float) -> Iterator[Found | None]:
    for step in steps:
        yield None if step is None else Found(step, share, share == 1.0)


def _in_parts(article: Article, recogniser: Recogniser, place: int) -> Iterator[Found | float | None]:
    """Read a long body part by part, outward from a place in it, and join what is known after 1, 2, 4, 8 … parts."""
    from reader.entities.joining import join_in_steps
    from reader.entities.packing import pack, unpack
    from reader.entities.rules import RuleRecogniser

    size = len(article.body)
    cuts = [0]
    while cuts[-1] < size:
        cuts.append(_cut(article.body, cuts[-1], PART))
    parts = list(itertools.pairwise(cuts))
    known: dict[int, tuple[Entity, ...]] = {}
    read = 0
    for start, end in sorted(parts, key=lambda part: max(part[0] - place, place - part[1] + 1, 0)):
        reading = recogniser if end <= CAREFUL else RuleRecogniser()
        for step in _analyse(article, reading, start, end):
            if step is None:
                yield None
            else:
                known[start] = unpack(pack(step))  # eight bytes a mention
        read += end - start
        yield read / size
        count = len(known)
        if count == len(parts) or count & (count - 1) == 0:
            yield from _found(join_in_steps([known[at] for at in sorted(known)]), read / size)


def _beginning(body: str, place: int, reach: int) -> int:
    """Where to begin to read ``reach`` characters that have a place near their start: at a paragraph if it can be."""
    start = max(0, min(place - reach // 8, len(body) - reach))
    found = body.rfind(PARAGRAPH_BREAK, max(0, start - reach // 8), start)
    return found + len(PARAGRAPH_BREAK) if found >= 0 else start


def _cut(body: str, start: int, most: int) -> int:
    """Where a stretch of at most so many characters is to end: after a paragraph, else a line, a sentence, a word."""
    end = start + most
    if end >= len(body):
        return len(body)
    for sign in (PARAGRAPH_BREAK, "\n", ". ", " "):
        found = body.rfind(sign, start + most // 2, end)
        if found >= 0:
            return found + len(sign)
    return end


def _analyse(article: Article, recogniser: Recogniser, start: int, end: int) -> Iterator[tuple[Entity, ...] | None]:
    """One analysis of a stretch of the body: None while working, then the entities."""
    # Here, because their tables and patterns take some 40 ms to make, and naming this module must cost nothing.
    from reader.entities.in_english import in_english_in_steps
    from reader.entities.merging import merge_in_steps
    from reader.entities.roles import find_roles
    from reader.entities.throughout import throughout_in_steps

    body = article.body
    spans: list[Span] = []
    for some in _sentences(body, start, end):
        spans.extend(some)
        yield None
    sentences = [span.of(body) for span in spans]
    found: list[list[Mention]] = []
    for step in _recognise(recogniser, sentences):
        if step is None:
            yield None
        else:
            found = step
    for step in throughout_in_steps(found, sentences):
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

    markup = [mark for mark in article.markup if start <= mark.span.start and mark.span.end <= end]
    mentions = emphasised_works(markup, body, mentions)

    def role_of(mention: Mention) -> tuple[str, ...]:
        index = sentence_at.get(mention.span.start)
        if index is None:
            return ()
        return find_roles(sentences[index], mention.span.shifted(-spans[index].start), mention.kind)

    for merged in merge_in_steps(mentions, body, article.published, role_of):
        if merged is None:
            yield None
        else:
            yield from in_english_in_steps(merged, article.language)


def _sentences(body: str, start: int, end: int) -> Iterator[list[Span]]:
    """The sentences of a stretch of the body, some at a time."""
    while start < end:
        stop = min(start + _WINDOW, end)
        spans = sentence_spans(body, start, stop)
        if stop < end and len(spans) > 1:
            spans.pop()  # it may go on after the window: the next one begins with it
        if not spans:
            start = stop
            continue
        yield spans
        start = spans[-1].end if stop < end else end


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
