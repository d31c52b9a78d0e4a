"""What the card of an entity says, in words: its names, roles, date or value, and where in the article it is named."""

from __future__ import annotations

from articles.cleaning import clean_line
from articles.model import Span
from reader.entities.model import EnglishFrom, Entity, Kind, Precision
from reader.i18n import _, ngettext
from reader.tui.doubts import doubt_text
from reader.tui.page.document import Document
from reader.tui.widgets.labels import name_of, resolved

_LONGEST = 1_000
_MOST = 40
"""Aliases and roles; a text that gives one name more of them was made to."""

Fact = tuple[str, str]
"""What is said, and what of."""


def kind_name(kind: Kind) -> str:
    """What one of the kind is called."""
    return {
        Kind.PERSON: _("person"),
        Kind.ORGANISATION: _("organisation"),
        Kind.PLACE: _("place"),
        Kind.DATE: _("date"),
        Kind.QUANTITY: _("quantity"),
        Kind.WORK: _("work"),
        Kind.EVENT: _("event"),
        Kind.OTHER: _("other"),
    }[kind]


def facts(entity: Entity) -> list[Fact]:
    """What is known of an entity, one line each, its names first; all of it clean."""
    said: list[Fact] = [(_("name"), name_of(entity, _LONGEST))]
    if entity.english:
        english = clean_line(entity.english, _LONGEST)
        said.append((_("English"), f"{english} · {_source(entity.english_from)}" if entity.english_from else english))
    if entity.aliases:
        said.append((_("also"), " · ".join(clean_line(alias, 200) for alias in entity.aliases[:_MOST])))
    said += [
        (_("role") if not number else "", clean_line(role, 300)) for number, role in enumerate(entity.roles[:_MOST])
    ]
    if meant := resolved(entity):
        precision = _precision(entity.precision)
        said.append((_("date") if entity.kind is Kind.DATE else _("value"), f"{meant}{precision}"))
    elif entity.kind is Kind.DATE and entity.precision is Precision.RELATIVE:
        said.append((_("date"), _("counted from another time, which the text does not name")))
    if entity.doubt is not None:
        said.append((_("doubt"), doubt_text(entity.doubt)))
    return said


def _source(source: EnglishFrom) -> str:
    return {
        EnglishFrom.CLDR: _("from the Unicode CLDR"),
        EnglishFrom.TABLE: _("from the reader's own table"),
        EnglishFrom.GAZETTEER: _("from the gazetteer of places"),
        EnglishFrom.RULE: _("respelt by a rule"),
        EnglishFrom.TRANSLATED: _("only translated"),
        EnglishFrom.READER: _("given by you"),
    }[source]


def _precision(precision: Precision | None) -> str:
    words = {
        Precision.DAY: _("known to the day"),
        Precision.MONTH: _("known to the month"),
        Precision.YEAR: _("known to the year"),
        Precision.DECADE: _("known to the decade"),
        Precision.CENTURY: _("known to the century"),
        Precision.RANGE: _("from the first to the last"),
    }
    return f" · {words[precision]}" if precision in words else ""


def times(count: int) -> str:
    """How often something is named, in words."""
    return ngettext("named once", "named {count} times", count).format(count=count)


def sentence_of(document: Document, offset: int) -> tuple[int, Span, str]:
    """The block, the span in the body, and the text of the sentence that holds a character of the body."""
    block = document.block_at(offset)
    start = document.start(block)
    spans = document.sentences(block)
    span = spans[document.sentence_at(block, offset - start)]
    return block, span.shifted(start), span.of(document.text(block))


def snippet(document: Document, mention: Span, room: int) -> tuple[int, str, tuple[int, int]]:
    """A mention with as much of its sentence as ``room`` characters hold.

    Returns:
        The number of its paragraph, the text, and where in the text the mention stands. What is left out on the left
        is an ellipsis; the right end may be longer than there is room for.
    """
    block, span, text = sentence_of(document, mention.start)
    return block, *excerpt(text, mention.start - span.start, mention.end - span.start, room)


def excerpt(text: str, start: int, end: int, room: int) -> tuple[str, tuple[int, int]]:
    """As much of a sentence as there is room for, a stretch of it among that, and where that stands then."""
    text = text.replace("\n", " ")
    end = min(end, len(text))
    before = max(8, room - (end - start) - 12)  # some of what follows is seen, too
    if start <= before:
        return text[: room + 40], (start, end)
    cut = start - before
    space = text.find(" ", cut, start)
    cut = space + 1 if space >= 0 else cut
    return "…" + text[cut : cut + room + 40], (start - cut + 1, end - cut + 1)
