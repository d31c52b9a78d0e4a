"""The entity pane: who, where and when, grouped, counted, in both languages."""

from __future__ import annotations

from articles.cleaning import clean_line
from reader.entities.model import Entity, Kind
from reader.i18n import _
from reader.tui.page.cells import wrap
from reader.tui.page.marks import Marks
from reader.tui.widgets.rows import ListRow, RowList

SIGNS = {
    Kind.PERSON: "☻", Kind.ORGANISATION: "■", Kind.PLACE: "◆", Kind.DATE: "◷", Kind.QUANTITY: "#", Kind.WORK: "“",
    Kind.EVENT: "★", Kind.OTHER: "·",
}  # fmt: skip


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


class EntitiesPane(RowList):
    """The entities of the article being read."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._marks = Marks()
        self._waiting = True
        self._rows: list[tuple[ListRow | None, int | None]] = []

    def on_mount(self) -> None:
        """Name the pane."""
        self.border_title = _("Entities")

    def wait(self) -> None:
        """An article was opened and is being read for names."""
        self._marks, self._waiting = Marks(), True
        self.cursor = self.top = 0
        self.border_subtitle = ""
        self.rebuild()

    def show(self, marks: Marks, share: float = 1.0) -> None:
        """Show the entities of these marks.

        Args:
            share: How much of the text was read for names, from 0 to 1; said where it is less than all.
        """
        self._marks, self._waiting = marks, False
        said = _("of the first {share}%").format(share=max(1, round(100 * share)))
        self.border_subtitle = said if share < 1.0 else ""
        self.rebuild()

    def rebuild(self) -> None:
        """Make the rows anew: the entities, the language or the choice changed."""
        rows: list[tuple[ListRow | None, int | None]] = []
        entities = self._marks.entities
        for kind, heading in headings().items():
            numbers = [number for number, entity in enumerate(entities) if entity.kind is kind]
            if numbers:
                # Quantities and dates are many and mostly said once: the count of the group says more.
                rows.append((ListRow(f"{SIGNS[kind]} {heading}", str(len(numbers)), heading=True, sign=""), None))
            for number in numbers:
                rows.append((None, number))  # made when it is drawn: of thousands few are ever seen
                if number == self._marks.chosen:
                    rows += [(row, None) for row in self._role_of(entities[number])]
        self._rows = rows
        self.changed()

    def _role_of(self, entity: Entity) -> list[ListRow]:
        """The article's own words for an entity, on at most three rows."""
        role = clean_line(entity.role or "", 200)
        width = max(8, self.size.width - 4)
        return [
            ListRow(role[start:end], style="english", sign="   ", heading=True) for start, end in wrap(role, width)[:3]
        ]

    def _row_of(self, number: int) -> ListRow:
        entity = self._marks.entities[number]
        sign = "▸" if number == self._marks.chosen else " "
        return ListRow(self._label(entity), str(len(entity.mentions)), style=entity.kind.value, sign=sign)

    def _label(self, entity: Entity) -> str:
        name = clean_line(entity.name, 200)
        if entity.kind is Kind.DATE and entity.date:
            from reader.tui.telling import date_text  # Babel, only where there is a date to write

            shown = clean_line(date_text(entity.date), 60)
            return shown if shown.casefold() == name.casefold() else f"{shown} · {name}"
        english = entity.english if entity.english and entity.english != entity.name else entity.value
        return f"{name} · {clean_line(english, 200)}" if english and english != entity.name else name

    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def row(self, number: int) -> ListRow:
        """A heading, an entity, or the role of the chosen one."""
        made, entity = self._rows[number]
        if made is not None:
            return made
        assert entity is not None  # a row without words of its own shows one
        return self._row_of(entity)

    def entity_at(self, number: int) -> int | None:
        """The number of the entity in a row, if it shows one."""
        return self._rows[number][1] if 0 <= number < len(self._rows) else None

    def go_to(self, entity: int) -> None:
        """Put the cursor on an entity's row."""
        for number, (_row, shown) in enumerate(self._rows):
            if shown == entity:
                self.move_to(number)
                return

    def empty_text(self) -> str:
        """What is said while there are no names, or where there are none."""
        return _("reading…") if self._waiting else _("no names found")
