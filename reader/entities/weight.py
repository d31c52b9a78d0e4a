"""How much an entity weighs in its article, and the order in which an article's entities are told."""

from __future__ import annotations

import math
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from articles.model import PARAGRAPH_BREAK, Article
from reader.entities.dating.order import LAST, in_time
from reader.entities.model import Entity, Kind

PARTS = 10
"""Equal parts of the body; in how many of them an entity is named says how far it is spread."""

_TITLE, _LEAD, _SPREAD = 2.0, 1.0, 2.0

_LONGEST_LEAD = 2_000
"""Characters of a first paragraph that count: it is looked for with each entity, also in a text without any break."""

_WORDS = re.compile(r"\w+")


def weight(entity: Entity, article: Article) -> float:
    """How much an entity weighs in its article: comparable within the article only.

    Each time the number of mentions doubles, the weight grows by one; so one more mention matters much to a name said
    once and little to one said a hundred times, and a long article is judged as a short one. To stand in the title is
    worth as much as to be named four times as often, to stand in the first paragraph as twice as often, and to be
    named from the first to the last tenth of the text, rather than in one, as four times as often. Headline and lead
    are where news says what it is about; a name that is said ten times in one paragraph belongs to that paragraph.

    Returns:
        From 1 on: log2(1 + mentions), and at most 5 above that.
    """
    mentions = entity.mentions
    found = math.log2(1 + len(mentions))
    if in_title(entity, article.title):
        found += _TITLE
    if mentions[0].span.start < _lead_end(article):
        found += _LEAD
    return found + _SPREAD * (_parts_of(entity, len(article.body)) - 1) / (PARTS - 1)


def in_order(entities: Sequence[Entity], article: Article) -> list[int]:
    """The numbers of the entities by weight, the heaviest first, and of two alike the one named first.

    Dates come after all others and among themselves as the calendar has them, those that are not resolved last, in the
    order of the text: they are read as what happened when, and most of them are said once, so that weight says little.
    """

    def key(number: int) -> tuple[bool, tuple[int, str], float, int]:
        entity = entities[number]
        if entity.kind is Kind.DATE:
            return True, in_time(entity.date) if entity.date else LAST, 0.0, entity.mentions[0].span.start
        return False, LAST, -weight(entity, article), entity.mentions[0].span.start

    return sorted(range(len(entities)), key=key)


def in_title(entity: Entity, title: str) -> bool:
    """Whether the title names an entity by any of its forms, whole words only; case and accents do not matter."""
    words = _words(title)
    return any(_holds(words, _words(form)) for form in (entity.name, *entity.aliases))


def folded(text: str) -> str:
    """Text without case and accents, to compare and to find names by."""
    if text.isascii():
        return text.casefold()
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORDS.findall(folded(text[:1_000])))


def _holds(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    size = len(wanted)
    return 0 < size <= len(words) and any(words[at : at + size] == wanted for at in range(len(words) - size + 1))


def _lead_end(article: Article) -> int:
    most = min(_LONGEST_LEAD, len(article.body))
    end = article.body.find(PARAGRAPH_BREAK, 0, most)
    return end if end >= 0 else most


def _parts_of(entity: Entity, length: int) -> int:
    """In how many of the body's parts an entity is named: at least 1, and without a look at every mention."""
    mentions = entity.mentions
    if len(mentions) == 1 or not length:
        return 1
    parts = at = 0
    while at < len(mentions):
        parts += 1
        part = mentions[at].span.start * PARTS // length
        # The first character of the next part: the smallest that the division above puts there.
        border = -(-(part + 1) * length // PARTS)
        at = bisect_left(mentions, border, lo=at, key=lambda mention: mention.span.start)
    return parts
