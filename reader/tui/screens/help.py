"""The help page: every key and every sign, made from the commands themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.colours import colour_name
from reader.i18n import _
from reader.tui.commands import COMMANDS, Group, keys_of, shown_key
from reader.tui.page.english import SIGNS, State
from reader.tui.page.marked import NOTE
from reader.tui.page.marked import SIGNS as MARKS
from reader.tui.palette import plain
from reader.tui.widgets.labels import DOUBT, TRANSLATED, headings
from reader.tui.widgets.labels import SIGNS as KIND_SIGNS

_KEYS_WIDTH = 18


class HelpScreen(ModalScreen[None]):
    """All keys by group, and what the signs mean."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("q,question_mark,f1", "dismiss", show=False),
        Binding("slash", "find", show=False),
        Binding("j,down", "scroll_by(1)", show=False),
        Binding("k,up", "scroll_by(-1)", show=False),
        Binding("space,pagedown", "scroll_by(10)", show=False),
        Binding("b,pageup", "scroll_by(-10)", show=False),
    ]

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._keymap = keymap
        self._line = Input(placeholder=_("part of a key or of what it does"), compact=True, id="help-line")
        self._page = Static(markup=False)

    def compose(self) -> ComposeResult:
        """One page of text in a frame."""
        with VerticalScroll(id="help") as frame:
            frame.border_title = _("Help")
            frame.border_subtitle = Content(_("/ find · Esc leave"))
            yield self._line
            yield self._page

    def on_mount(self) -> None:
        """Keys go to the page."""
        self._line.display = False
        self._page.update(self._text())
        self.query_one(VerticalScroll).focus()

    def action_find(self) -> None:
        """Look for words on the page."""
        self._line.display = True
        self._line.focus()

    def action_leave(self) -> None:
        """Show the whole page again; from there, leave it."""
        if not self._line.display:
            self.dismiss()
            return
        self._line.value = ""
        self._line.display = False
        self.query_one(VerticalScroll).focus()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        wanted = plain(event.value.strip()).casefold()
        lines = self._text().split("\n", allow_blank=True)
        # What is indented is an entry, the rest are headings.
        kept = [line for line in lines if line.plain.startswith("  ") and wanted in plain(line.plain).casefold()]
        self._page.update(Content("\n").join(kept if wanted else lines))

    @on(Input.Submitted)
    def _enough(self) -> None:
        self.query_one(VerticalScroll).focus()

    def _text(self) -> Content:
        parts: list[Content] = []
        for group in Group:
            # A heading begins with a capital also where the word has none, as a language's name in Portuguese.
            parts.append(Content.styled(f"{_(group.value).capitalize()}\n", "bold"))
            for command in COMMANDS:
                if command.group is group:
                    keys = "  ".join(shown_key(key) for key in keys_of(command, self._keymap))
                    # Without a key a command is still in the palette.
                    parts.append(Content(f"  {keys or '–':<{_KEYS_WIDTH}} {_(command.title)}\n"))
            parts.append(Content("\n"))
        parts.append(Content.styled(_("Signs beside the English") + "\n", "bold"))
        meanings = {
            State.HUMAN: _("translated by a person"),
            State.REFINED: _("refined by an online engine"),
            State.DRAFT: _("drafted by the local engine"),
            State.UNSURE: _("a name in it may be wrong: a peek says which"),
            State.PENDING: _("being translated; the original stands in its place"),
            State.FAILED: _("could not be translated; the original stands in its place"),
        }
        parts += [Content(f"  {SIGNS[state]:<{_KEYS_WIDTH}} {text}\n") for state, text in meanings.items()]
        cursor = _("the sentence being read")
        parts.append(Content(f"  {'▌':<{_KEYS_WIDTH}} {cursor}\n"))
        marked = _("you marked this; its words are underlined")
        for colour, sign in MARKS.items():
            parts.append(Content(f"  {sign:<{_KEYS_WIDTH}} {marked} · {colour_name(colour)}\n"))
        noted = _("a mark with a note begins here")
        parts.append(Content(f"  {NOTE:<{_KEYS_WIDTH}} {noted}\n"))
        parts.append(Content.styled("\n" + _("Signs of the names") + "\n", "bold"))
        names = headings()
        parts += [Content(f"  {sign:<{_KEYS_WIDTH}} {names[kind].capitalize()}\n") for kind, sign in KIND_SIGNS.items()]
        beside = {
            TRANSLATED: _("the English name is only translated"),
            DOUBT: _("a date that is not certain: its card says why"),
            "2/7": _("the second of seven mentions"),
        }
        parts += [Content(f"  {sign:<{_KEYS_WIDTH}} {text}\n") for sign, text in beside.items()]
        return Content("").join(parts)

    def action_scroll_by(self, rows: int) -> None:
        """Scroll the page."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False, immediate=True)
