"""The entity pane: who, where and when, grouped, counted, the weightiest first, in both languages."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from articles.cleaning import clean_line
from reader.entities.model import Kind
from reader.i18n import _
from reader.tui.commands import Scope, bindings
from reader.tui.page.cells import width_of, wrap
from reader.tui.page.marks import Marks
from reader.tui.sparkline import framed, of_app, sparkline
from reader.tui.widgets.labels import SIGNS, count_of, headings, names_of
from reader.tui.widgets.rows import ListRow, RowList

_ROLE_ROWS = 3
"""Rows that the roles of the chosen entity may take."""

_FEW = 60
"""Entities; of more of them only the chosen one has rows of its own for what has no room beside its name."""

_INDENT = "   "

_LINE = 24
"""Cells of the line that says where in the article the chosen entity is named."""


class EntitiesPane(RowList):
    """The entities of the article being read."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.NAMES)]

    class Widened(Message):
        """What narrows the names down was clicked: all are to be shown again."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._marks = Marks()
        self._waiting = True
        self._rows: list[tuple[ListRow | None, int | None]] = []
        self._folds: dict[int, Kind] = {}
        self._unfolded: set[Kind] = set()
        self.query_text = ""
        self._matching: frozenset[int] = frozenset()
        self._roles = self._all_english = False

    def on_mount(self) -> None:
        """Name the pane."""
        self.border_title = _("Entities")

    def wait(self) -> None:
        """An article was opened and is being read for names."""
        self._marks, self._waiting = Marks(), True
        self._unfolded.clear()
        self.query_text = ""
        self.cursor = self.top = 0
        self.border_subtitle = ""
        self.rebuild()

    def show(self, marks: Marks) -> None:
        """Show the entities of these marks; the cursor stays on the entity it is on."""
        here = self.entity_at(self.cursor)
        before = self._marks.entities[here] if here is not None else None
        self._marks, self._waiting = marks, False
        if self.query_text:
            self._matching = frozenset()  # they count other entities; the screen has them found anew
        self.rebuild()
        if before is not None:
            same = (n for n, each in enumerate(marks.entities) if (each.kind, each.name) == (before.kind, before.name))
            number = next(same, None)
            # Where it is called otherwise now: whose is its first mention?
            number = marks.at(before.mentions[0].span.start) if number is None else number
            self.go_to(-1 if number is None else number)

    def narrow(self, query: str, matching: frozenset[int]) -> None:
        """Show only what matches what is typed; everything for nothing typed."""
        self.query_text, self._matching = clean_line(query, 100), matching
        self.cursor = self.top = 0
        self.rebuild()

    # Rows

    def rebuild(self) -> None:
        """Make the rows anew: the entities, the language, the choice or the size changed."""
        shown: dict[Kind, list[int]] = {}
        for kind in headings():
            numbers = self._marks.groups.get(kind, ())
            if self.query_text:
                numbers = [number for number in numbers if number in self._matching]
            if numbers:
                shown[kind] = list(numbers)
        self._all_english = sum(map(len, shown.values())) <= _FEW
        self._roles = self._all_roles_fit(shown)
        rows: list[tuple[ListRow | None, int | None]] = []
        self._folds = {}
        if self.query_text:
            found = _("{found} of {all}").format(found=len(self._matching), all=len(self._marks.entities))
            rows.append((ListRow(f"/ {self.query_text}", found, heading=True, sign=""), None))
        for kind, numbers in shown.items():
            # Quantities and dates are many and mostly said once: the count of the group says more.
            rows.append((ListRow(f"{SIGNS[kind]} {headings()[kind]}", str(len(numbers)), heading=True, sign=""), None))
            few = None if self.query_text else self._marks.few.get(kind)
            folded = few is not None and kind not in self._unfolded
            for number in few if few is not None and folded else numbers:
                rows.append((None, number))  # made when it is drawn: of thousands few are ever seen
                if self._all_english or number == self._marks.chosen:
                    rows += [(row, None) for row in self._more_of(number)]
                if number == self._marks.chosen and self._line():
                    rows.append((None, None))  # made when it is drawn: it says at which mention the reader is
            if few is not None:
                more = _("{number} more").format(number=len(numbers) - len(few)) if folded else _("fewer")
                self._folds[len(rows)] = kind
                rows.append((ListRow(f"{'▸' if folded else '▾'} {more}", style="furniture"), None))
        self._rows = rows
        self.changed()

    def _all_roles_fit(self, shown: dict[Kind, list[int]]) -> bool:
        """Whether there is room for the role of every entity; else only the chosen one has it."""
        height, entities = self.size.height, self._marks.entities
        if not self._all_english:
            return False
        numbers = [number for numbers in shown.values() for number in numbers]
        rows = sum(1 + bool(self._below(number)) + bool(entities[number].roles) for number in numbers)
        return len(shown) + rows + _ROLE_ROWS < height

    def _below(self, number: int) -> str:
        """What of an entity's names has no room beside the first and stands on a row of its own; or ""."""
        if not self.size.width or not (self._all_english or number == self._marks.chosen):
            return ""  # a pane that is not shown has no width
        entity = self._marks.entities[number]
        if entity.kind is Kind.DATE and number != self._marks.chosen:
            return ""  # the words of a date say less than the day that they mean
        name, beside = names_of(entity)
        room = self.size.width - width_of(count_of(self._marks, number)) - 3
        return beside if beside and width_of(f"{name} · {beside}") > room else ""

    def _more_of(self, number: int) -> list[ListRow]:
        """What stands under an entity: its English where it has no room beside, and the article's own words for it."""
        entity = self._marks.entities[number]
        texts: list[tuple[str, int]] = []
        if below := self._below(number):
            texts.append((below, 2 if number == self._marks.chosen else 1))
        if number == self._marks.chosen:
            texts += [(clean_line(role, 200), _ROLE_ROWS) for role in entity.roles[:2]]
        elif self._roles:
            texts += [(clean_line(role, 200), 1) for role in entity.roles[:1]]
        rows = []
        for text, most in texts:
            lines = wrap(text, max(8, self.size.width - len(_INDENT) - 1))
            # The last row there is room for takes the rest, and cuts it where it must.
            ends = [end for _start, end in lines[: most - 1]] + [len(text)] * (len(lines) >= most)
            for (start, _end), end in zip(lines, ends, strict=False):
                rows.append(ListRow(text[start:end], style="english", sign=_INDENT, heading=True))
        return rows

    def _row_of(self, number: int) -> ListRow:
        entity = self._marks.entities[number]
        sign = "▸" if number == self._marks.chosen else " "
        name, beside = names_of(entity)
        label = f"{name} · {beside}" if beside and not self._below(number) else name
        return ListRow(label, count_of(self._marks, number), style=entity.kind.value, sign=sign)

    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def row(self, number: int) -> ListRow:
        """A heading, an entity, or what stands under one."""
        made, entity = self._rows[number]
        if made is not None:
            return made
        return self._row_of(entity) if entity is not None else ListRow(self._line(), sign=_INDENT, heading=True)

    def _line(self) -> str:
        """Where in the article the chosen entity is named, and at which mention the reader is; "" for one mention."""
        marks = self._marks
        mentions = marks.entities[marks.chosen].mentions if marks.chosen is not None else ()
        here = marks.current_span
        room = self.size.width - len(_INDENT) - 3  # its ends, and the edge of the pane
        if len(mentions) < 2:
            return ""
        at = here.start if here is not None else None
        return framed(sparkline(mentions, marks.length, min(_LINE, room), at, ascii_only=of_app(self.app)))

    def entity_at(self, number: int) -> int | None:
        """The number of the entity in a row, if it shows one."""
        return self._rows[number][1] if 0 <= number < len(self._rows) else None

    def fold_at(self, number: int) -> bool:
        """Fold or unfold the group whose row of "more" or "fewer" this is; whether it is one."""
        kind = self._folds.get(number)
        if kind is None:
            return False
        self._unfolded ^= {kind}
        self.rebuild()
        return True

    def go_to(self, entity: int) -> None:
        """Put the cursor on an entity's row; a folded group that holds it is unfolded."""
        if not self._put_on(entity) and 0 <= entity < len(self._marks.entities):
            kind = self._marks.entities[entity].kind
            if not self.query_text and kind in self._marks.few and kind not in self._unfolded:
                self._unfolded.add(kind)
                self.rebuild()
                self._put_on(entity)

    def _put_on(self, entity: int) -> bool:
        for number, (_row, shown) in enumerate(self._rows):
            if shown == entity:
                self.move_to(number)
                return True
        return False

    def heading_clicked(self, number: int) -> None:
        """A click on what was typed takes it away."""
        if number == 0 and self.query_text:
            self.post_message(self.Widened())

    def on_resize(self) -> None:
        """In another size there is room for more roles, or for fewer, and they are wrapped anew."""
        if self._rows and (self._all_english or self._marks.chosen is not None):
            here = self.entity_at(self.cursor)
            self.rebuild()
            if here is not None:
                self._put_on(here)

    def empty_text(self) -> str:
        """What is said while there are no names, or where there are none."""
        return _("reading…") if self._waiting else _("no names found")
