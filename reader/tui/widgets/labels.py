"""How an entity is written on the screen: its sign, its names in both languages, its count."""

from __future__ import annotations

from articles.cleaning import clean_line
from reader.entities.model import EnglishFrom, Entity, Kind
from reader.i18n import _
from reader.tui.page.marks import Marks

SIGNS = {
    Kind.PERSON: "☻", Kind.ORGANISATION: "■", Kind.PLACE: "◆", Kind.DATE: "◷", Kind.QUANTITY: "#", Kind.WORK: "“",
    Kind.EVENT: "★", Kind.OTHER: "·",
}  # fmt: skip

TRANSLATED = "~"
"""Before an English name that is only translated: as beside a sentence that is a draft."""

DOUBT = "?"
"""Beside a date that is not resolved, or not believed."""

_LONGEST = 200  # characters


def headings() -> dict[Kind, str]:
    """The headings of the groups, in the order they are shown."""
    return {
        Kind.PERSON: _("PEOPLE"),
        Kind.ORGANISATION: _("ORGANISATIONS"),
        Kind.PLACE: _("PLACES"),
        Kind.DATE: _("DATES"),
        Kind.EVENT: _("EVENTS"),
        Kind.WORK: _("WORKS"),
        Kind.QUANTITY: _("QUANTITIES"),
        Kind.OTHER: _("OTHER"),
    }


def name_of(entity: Entity, limit: int = _LONGEST) -> str:
    """Its name, fit for one line."""
    return clean_line(entity.name, limit)


def english_of(entity: Entity) -> str:
    """Its English name where it differs from the article's, with a sign where it is only translated; else ""."""
    if not entity.english or entity.english == entity.name:
        return ""
    sign = TRANSLATED if entity.english_from is EnglishFrom.TRANSLATED else ""
    return sign + clean_line(entity.english, _LONGEST)


def resolved(entity: Entity) -> str:
    """The date or the value that its words mean, as the interface's language writes it; "" where there is none."""
    if entity.kind is Kind.DATE and entity.date:
        from reader.tui.telling import date_text  # Babel, only where there is a date to write

        return clean_line(date_text(entity.date, entity.precision), 60)
    if entity.value:
        from reader.tui.telling import value_text

        return clean_line(value_text(entity.value), 60)
    return ""


def names_of(entity: Entity) -> tuple[str, str]:
    """How it is called, and what stands beside that: its English or its value, or of a date its own words; or ""."""
    name, meant = name_of(entity), resolved(entity)
    if entity.kind is Kind.DATE and meant:
        return meant, "" if meant.casefold() == name.casefold() else name
    return name, english_of(entity) or (meant if meant != name else "")


def count_of(marks: Marks, number: int) -> str:
    """How often it is named; of the chosen one also at which mention the reader is; a doubtful date has its sign."""
    entity = marks.entities[number]
    count = str(len(entity.mentions))
    if number == marks.chosen and marks.current is not None:
        count = f"{marks.current + 1}/{count}"
    return f"{DOUBT} {count}" if entity.doubt is not None else count
