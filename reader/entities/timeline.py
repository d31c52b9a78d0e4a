"""What happened when: the dated sentences of articles, in the order of their dates, copies of one sentence folded."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from articles.model import PARAGRAPH_BREAK, Article, Span
from articles.sentences import sentence_spans
from reader.entities.model import Doubt, Entity, Kind, Precision

Day: TypeAlias = tuple[int, int, int]
"""Year (0 is 1 B.C.), month and day."""

_ISO = re.compile(r"(-?\d+)(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
_ORDER = tuple(Precision)
_TELLING = 8
"""Words; a shorter sentence in two articles is no sign that one was copied from the other."""

_TRAIL = " .…!?;:,\"'“”«»"


@dataclass(frozen=True, slots=True)
class Source:
    """The article that a sentence stands in.

    Attributes:
        id: Its full id.
        title: As it is stored.
        publication: Who published it; None where that is not known.
        published: The day.
    """

    id: str
    title: str
    publication: str | None = None
    published: datetime.date | None = None

    @classmethod
    def of(cls, article: Article) -> Source:
        """What a timeline tells of an article."""
        return cls(article.id, article.title, article.source, article.published)


@dataclass(frozen=True, slots=True)
class Dated:
    """One mention of a resolved date, in its sentence.

    Attributes:
        date: ISO 8601, as precise as known; a range of two with a slash between.
        precision: How precise it is.
        doubt: Why it is not believed; None where nothing speaks against it.
        words: The words of the date in the text ("quarta-feira (13)").
        span: Where they stand in the article's body.
        sentence: Where their sentence stands.
        text: The sentence.
    """

    source: Source
    date: str
    precision: Precision | None
    doubt: Doubt | None
    words: str
    span: Span
    sentence: Span
    text: str

    @property
    def key(self) -> tuple[str, Span]:
        """What names it in a library: its article, and where it stands there."""
        return self.source.id, self.span


@dataclass(frozen=True, slots=True)
class Moment:
    """A sentence under a date of the timeline.

    Attributes:
        first: The mention that is shown: of the article that was published first.
        others: The same date in the same sentence: said twice in it, or in copies of it in other articles.
    """

    first: Dated
    others: tuple[Dated, ...] = ()

    @property
    def copies(self) -> int:
        """In how many other articles the sentence stands too."""
        return len({each.source.id for each in self.others} - {self.first.source.id})

    def __iter__(self) -> Iterator[Dated]:
        """All mentions, the one that is shown first."""
        yield self.first
        yield from self.others


def dated(
    article: Article, entities: Iterable[Entity], naming: Callable[[Entity], bool] | None = None
) -> Iterator[Dated]:
    """Every mention of a resolved date in an article, in the order of the text; what has no date is left out.

    Args:
        article: The article.
        entities: Its entities, with the reader's corrections.
        naming: Where given, only sentences count that name an entity of which this is true.
    """
    entities = tuple(entities)
    source, body = Source.of(article), article.body
    dates = [each for each in entities if each.kind is Kind.DATE and each.date]
    named: set[Span] | None = None
    if naming is not None:
        if not dates:
            return
        named = {sentence for each in entities if naming(each) for _span, sentence in sentences_of(body, each)}
    mentions = sorted(
        ((mention.span, number) for number, each in enumerate(dates) for mention in each.mentions),
    )
    last = Span(0, 0)
    for span, number in mentions:
        if not last.contains(span.start):
            last = sentence_of(body, span)
        entity = dates[number]
        if entity.date and (named is None or last in named):
            yield Dated(source, entity.date, entity.precision, entity.doubt, span.of(body), span, last, last.of(body))


def in_order(found: Iterable[Dated]) -> list[Dated]:
    """In the order of the dates; what is dated alike by when its article was published. Total: no two are level."""
    return sorted(found, key=_order)


def _order(each: Dated) -> tuple[object, ...]:
    precision = _ORDER.index(each.precision) if each.precision is not None else len(_ORDER)
    published = each.source.published.isoformat() if each.source.published is not None else "9999"
    return (place_of(each.date), each.date, precision, published, each.source.title, each.source.id, each.span)


def folded(found: Iterable[Dated]) -> list[Moment]:
    """The same in order, with what says the same date in the same sentence as one; each mention is in one of them.

    A sentence of few words is written by two people who know nothing of each other ("Ontem choveu."): it is folded
    only within its own article.
    """
    together: dict[tuple[str, Precision | None, str, str | None], list[Dated]] = {}
    for each in in_order(found):
        words = _alike(each.text)
        own = None if words.count(" ") + 1 >= _TELLING else each.source.id
        together.setdefault((each.date, each.precision, words, own), []).append(each)
    return [Moment(first, tuple(others)) for first, *others in together.values()]


def _alike(text: str) -> str:
    return " ".join(text.casefold().split()).strip(_TRAIL)


def period(date: str) -> tuple[Day, Day]:
    """The first and the last day of a date in ISO 8601, to compare with others; every month has 31 days here."""
    first, _slash, last = date.partition("/")
    return _day(first, 1, 1), _day(last or first, 12, 31)


def place_of(date: str) -> tuple[Day, Day]:
    """What dates are ordered by: their first day, and of those that begin together the longest first."""
    first, (year, month, day) = period(date)
    return first, (-year, -month, -day)


def within(date: str, after: str | None = None, before: str | None = None) -> bool:
    """Whether a date ends on the first day of ``after`` or later, and begins on the last of ``before`` or earlier."""
    first, last = period(date)
    return (after is None or last >= period(after)[0]) and (before is None or first <= period(before)[1])


def _day(text: str, month: int, day: int) -> Day:
    match = _ISO.match(text)
    return (int(match[1]), int(match[2] or month), int(match[3] or day)) if match is not None else (0, 0, 0)


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


def position(moments: Sequence[Moment], date: str) -> int:
    """The number of the first moment that is not before a date; the last one where all are."""
    wanted = period(date)[0]
    for number, each in enumerate(moments):
        if place_of(each.first.date)[0] >= wanted:
            return number
    return max(0, len(moments) - 1)
