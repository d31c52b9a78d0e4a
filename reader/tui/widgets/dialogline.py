"""One line of a dialog, whose keys that are no letters are for the dialog."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.message import Message
from textual.widgets import Input

from articles.cleaning import mask


class DialogLine(Input):
    """One line of a dialog."""

    ENDS: ClassVar[Mapping[str, str]] = {}
    """The keys that are for the dialog, and what each asks of it."""

    class Ended(Message):
        """A key was pressed that is no letter: ``how`` says what it asks for."""

        def __init__(self, how: str) -> None:
            super().__init__()
            self.how = how

    def validate_value(self, value: str) -> str:
        """Nothing that a terminal would take as a command."""
        return mask(value)

    async def _on_key(self, event: events.Key) -> None:
        """Taken in the order of the keys: as a binding, Enter would overtake the last letters."""
        if (how := self.ENDS.get(event.key)) is not None:
            event.stop()
            event.prevent_default()
            self.post_message(self.Ended(how))
