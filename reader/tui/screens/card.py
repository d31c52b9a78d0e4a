"""The card of an entity: all that is known of it, where it is named, and where else in the library."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.entities.model import Entity
from reader.i18n import _
from reader.tui.background import Lane
from reader.tui.card_desk import CardDesk, Elsewhere, Others
from reader.tui.commands import Scope, bindings, commands, keys_of, shown_key
from reader.tui.page.cells import wrap
from reader.tui.page.document import Document
from reader.tui.widgets.card import CardRows
from reader.tui.widgets.facts import kind_name
from reader.tui.widgets.labels import SIGNS
from reader.tui.widgets.rows import RowList

T = TypeVar("T")

_PREVIEW = 4
"""Rows for the sentence of the mention under the cursor."""


@dataclass(frozen=True, slots=True)
class GoTo:
    """Go to a mention of the entity, from 0."""

    mention: int


@dataclass(frozen=True, slots=True)
class Correct:
    """Put the entity right.

    Attributes:
        action: What the reading screen is to do.
        mention: The mention under the cursor, from 0; None where there is none.
    """

    action: str
    mention: int | None


Answer = GoTo | Elsewhere | Correct | None
"""What the reader wants of the card in the end; None to stay where he was."""


class CardScreen(ModalScreen[Answer]):
    """A frame over the reading screen; Enter goes to the mention under the cursor, here or in another article.

    Args:
        current: The mention that the cursor is put on, from 0.
        here: The character of the body at which the reader is.
        look_elsewhere: Finds the other articles that have the entity.
        desk: Looks up what those say of it, and the English of its roles; None where nobody does.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,c,backspace", "leave", show=False, priority=True),
        *bindings(Scope.NAMES),
        *(binding for binding in bindings(Scope.SCREEN) if binding.id in ("undo", "redo", "timeline")),
    ]

    def __init__(
        self,
        entity: Entity,
        document: Document,
        current: int,
        here: int,
        look_elsewhere: Callable[[Entity, Callable[[Others], None]], None],
        desk: CardDesk | None = None,
    ) -> None:
        super().__init__()
        self._entity = entity
        self._look = look_elsewhere
        self._desk = desk
        self._stop = threading.Event()
        self._lanes: list[Lane] = []
        self.rows = CardRows(entity, document, current, here)
        self.preview = Static("", id="card-sentence", markup=False)

    def compose(self) -> ComposeResult:
        """The rows, and the whole sentence of the one under the cursor."""
        with Vertical(id="card") as frame:
            frame.border_title = Content(f"{SIGNS[self._entity.kind]} {kind_name(self._entity.kind)}")
            frame.border_subtitle = Content(self._keys())
            yield self.rows
            yield self.preview

    def _keys(self) -> str:
        """What can be done here, with the keys that do it."""
        keymap: Mapping[str, str] = getattr(self.app, "keymap", {})
        keys = [keys_of(command, keymap) for command in commands(Scope.NAMES)]
        return _("⏎ go there · {keys} put right · Esc back").format(keys=" ".join(shown_key(k[0]) for k in keys if k))

    def on_mount(self) -> None:
        """Have the other articles looked for, and the English of the roles."""
        self.rows.focus()
        self._look(self._entity, self._found)
        desk, roles = self._desk, self._entity.roles
        if desk is not None and roles:
            lane = self._lane("card-english")
            lane.do(lambda: self._each(lane, desk.english(roles, self._stop), self.rows.tell_english))

    def _found(self, others: Others) -> None:
        desk = self._desk
        if not self.is_attached:
            return
        self.rows.found(others)
        if desk is not None and others.articles:
            lane = self._lane("card")
            said = desk.said(self._entity, others.articles, self._stop)
            lane.do(lambda: self._each(lane, said, self.rows.tell_said))

    def _lane(self, name: str) -> Lane:
        """A thread of its own: what one waits for does not hold up the other."""
        self._lanes.append(Lane(name, asyncio.get_running_loop()))
        return self._lanes[-1]

    def _each(self, lane: Lane, found: Iterable[T], tell: Callable[[T], None]) -> None:
        """On a lane's thread: tell what is found as it comes, while the card is there."""

        def show(each: T) -> None:
            if self.is_attached and not self._stop.is_set():
                tell(each)

        for each in found:
            lane.post(show, each)

    def on_unmount(self) -> None:
        """What is under way is waited for by nobody."""
        self._stop.set()
        for lane in self._lanes:
            lane.close(wait=0)

    @on(CardRows.Moved)
    def _moved(self) -> None:
        """Show the sentence of the mention under the cursor."""
        text, (start, end) = self.rows.sentence()
        lines = wrap(text, max(8, self.preview.size.width))
        # The line of the mention is seen, and what comes before it where there is room.
        before = sum(1 for _start, stop in lines if stop <= start)
        first = max(0, min(before - 1, len(lines) - _PREVIEW))
        shown = []
        for at, stop in lines[first : first + _PREVIEW]:
            line = Content(text[at:stop])
            shown.append(line.stylize("bold underline", max(0, start - at), max(0, end - at)) if end > at else line)
        self.preview.update(Content("\n").join(shown))

    def on_resize(self) -> None:
        """The sentence is wrapped for the new width."""
        self.call_after_refresh(self._moved)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        mention = self.rows.mention_at(event.number)
        self.dismiss(GoTo(mention) if mention is not None else self.rows.article_at(event.number))

    def action_correct(self, what: str) -> None:
        """Have the name put right, and then show the card again."""
        self._correct(f"correct('{what}')")

    def action_undo(self) -> None:
        """Have the last correction undone."""
        self._correct("undo")

    def action_redo(self) -> None:
        """Have what was undone done again."""
        self._correct("redo")

    def _correct(self, action: str) -> None:
        self.dismiss(Correct(action, self.rows.mention_at(self.rows.cursor)))

    def action_timeline(self) -> None:
        """Show the dated sentences that name it."""
        self.dismiss(Correct("entity_timeline", None))

    def action_mentions(self) -> None:
        """List all articles that have the name."""
        self.dismiss(Correct("mentions", None))

    def action_leave(self) -> None:
        """Back to where the reader was."""
        self.dismiss(None)
