"""Asking whether an engine may send sentences to another machine."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reader.i18n import _
from reader.tui.screens.asking import AskScreen, Option


class ConsentScreen(AskScreen[bool]):
    """Gives whether the engine may; None where the reader gives up, which is no.

    Args:
        name: The engine's.
        sends: What it sends where, in one line.
        warning: What to know of that; "" for nothing.
    """

    def __init__(self, name: str, sends: str, warning: str) -> None:
        # i18n: the keys that answer; the first letter of "no" comes first, so that Enter sends nothing
        no, yes = _("n|no, the drafts of this machine will do"), _("y|yes, and do not ask again")
        keys = [(*each.partition("|")[::2], answer) for each, answer in ((no, False), (yes, True))]
        super().__init__(name, [Option(key, text, answer) for key, text, answer in keys])
        self._said = [
            sends[:1].upper() + sends[1:] + ".",
            *([warning[:1].upper() + warning[1:] + "."] if warning else []),
        ]

    def compose(self) -> ComposeResult:
        """What is sent where, above the answers."""
        with Vertical(id="ask") as frame:
            frame.border_title = Content(self._question)
            for each in self._said:
                yield Static(Content(each), classes="said")
            yield Static(Content(_("May it?")), classes="said")
            yield self._rows
