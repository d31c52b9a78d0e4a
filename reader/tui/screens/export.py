"""The dialog that exports: as what, laid out how, which articles, with what of them, and into which file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from articles.cleaning import clean_line, mask
from reader.export.model import Format, Layout, Look
from reader.export.naming import LONGEST, slug
from reader.i18n import _
from reader.tui.export_desk import Key, Wish
from reader.tui.widgets.dialogline import DialogLine
from reader.tui.widgets.rows import ListRow, RowList

T = TypeVar("T")
_NAME = 24  # cells for what a row is about
_LONGEST_LINE = 2_000


@dataclass(frozen=True, slots=True)
class What:
    """Articles that can be exported.

    Attributes:
        said: What they are, as a row says it.
        chosen: The articles.
        title: Of the article, or of the whole.
    """

    said: str
    chosen: Sequence[Key]
    title: str


class ExportLine(DialogLine):
    """The file's name."""

    ENDS: ClassVar[Mapping[str, str]] = {"enter": "go", "escape": "back", "tab": "back", "up": "back", "down": "back"}

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(clean_line(event.text, _LONGEST_LINE))


class Choices(RowList):
    """What is chosen, a matter a row."""

    def __init__(self, screen: ExportScreen) -> None:
        super().__init__(id="export-choices")
        self._of = screen

    def count(self) -> int:
        """How many matters there are."""
        return len(ROWS)

    def row(self, number: int) -> ListRow:
        """A matter with its key and what is chosen."""
        key = list(ROWS)[number]
        return ListRow(f"{key}  {_said(key):{_NAME}} {self._of.value(key)}")


ROWS = {"w": "at", "f": "form", "l": "laid", "n": "names", "m": "marked", "d": "drafting", "p": "line"}
"""The keys of the matters, in their order, and what each changes."""


def _said(key: str) -> str:
    return {
        "w": _("What"),
        "f": _("Format"),
        "l": _("Languages"),
        "n": _("Who, where and when"),
        "m": _("Marks and notes"),
        "d": _("Draft missing English"),
        "p": _("Folder and file"),
    }[key]


class ExportScreen(ModalScreen[Wish | None]):
    """Gives what is to be exported; None where the reader left.

    Args:
        whats: What can be exported; at least one.
        before: What was chosen the last time; nothing for the first.
        at: Which of ``whats`` is chosen at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", show=False, priority=True),
        Binding("enter", "go", show=False, priority=True),
        Binding("right", "change(1)", show=False, priority=True),
        Binding("left", "change(-1)", show=False, priority=True),
    ]

    def __init__(self, whats: Sequence[What], before: Mapping[str, Any], at: int = 0) -> None:
        super().__init__()
        self._whats = whats
        self.at = at
        self.form: Format = before.get("form", Format.HTML)
        self.laid: Layout = before.get("laid", Layout.INTERLINEAR)
        self.names, self.marked = before.get("names", True), before.get("marked", True)
        self.drafting = before.get("drafting", False)
        self.folder = ""
        self.rows = Choices(self)
        self.line = ExportLine(self._file_name(), select_on_focus=False, id="export-line")
        self.hint = Static(id="export-said")

    def chosen(self) -> dict[str, Any]:
        """What is to be chosen the next time, too."""
        names = ("form", "laid", "names", "marked", "drafting")
        return {name: getattr(self, name) for name in names}

    def compose(self) -> ComposeResult:
        """The matters, and the file."""
        with Vertical(id="export") as frame:
            frame.border_title = Content(_("Export"))
            frame.border_subtitle = Content(_("⏎ export · ← → change · Esc leave"))
            yield self.rows
            yield self.line
            yield self.hint

    def on_mount(self) -> None:
        """As high as the matters are many."""
        self.rows.styles.height = len(ROWS)
        self.rows.focus()
        self._show()

    def take_folder(self, folder: str) -> None:
        """Show where a name without a folder goes."""
        self.folder = clean_line(folder, 400)
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the line, keys are the line's."""
        return self.focused is not self.line or action not in ("leave", "go", "change")

    # What is chosen

    def value(self, key: str) -> str:
        """What is chosen, in words."""
        if key == "w":
            return clean_line(self._whats[self.at].said, 200)
        if key == "f":
            return {
                Format.HTML: _("HTML, for any browser"),
                Format.EPUB: _("EPUB, for reading devices"),
                Format.MARKDOWN: _("Markdown, to go on writing with"),
                Format.TEXT: _("plain text"),
                Format.JSON: _("JSON, for programs"),
                Format.TMX: _("TMX, for translators' programs"),
            }[self.form]
        if key == "l":
            return self._layout_told()
        if key == "p":
            return self.folder or "…"
        yes = {"n": self.names and self.form is not Format.TMX, "m": self.marked, "d": self._drafts()}[key]
        return "✓" if yes else "–"

    def _layout_told(self) -> str:
        if not self.form.has_layouts:
            return _("each by itself")
        if self.form is Format.EPUB and self.laid is Layout.SIDE_BY_SIDE:
            return _("English under each paragraph (no columns)")
        return {
            Layout.INTERLINEAR: _("English under each paragraph"),
            Layout.SIDE_BY_SIDE: _("side by side"),
            Layout.ENGLISH: _("English alone"),
            Layout.ORIGINAL: _("the original alone"),
        }[self.laid]

    def _drafts(self) -> bool:
        return self.drafting and (self.laid is not Layout.ORIGINAL or not self.form.has_layouts)

    def _file_name(self) -> str:
        ending: str = self.form.ending
        return slug(self._whats[self.at].title, LONGEST - len(ending)) + ending

    def _change(self, key: str, by: int = 1) -> None:
        named = self.line.value == mask(self._file_name())  # not otherwise by the reader
        if key == "w":
            self.at = (self.at + by) % len(self._whats)
        elif key == "f":
            self.form = _next(list(Format), self.form, by)
        elif key == "l":
            self.laid = _next(list(Layout), self.laid, by)
        elif key == "p":
            self.set_focus(self.line)
            self.line.cursor_position = len(self.line.value)
        else:
            setattr(self, ROWS[key], not getattr(self, ROWS[key]))
        if named:
            self.line.value = self._file_name()
        elif key == "f":
            stem, dot, ending = self.line.value.rpartition(".")
            if dot and f".{ending}" in {each.ending for each in Format}:
                self.line.value = stem + self.form.ending
        self._show()

    def _show(self) -> None:
        self.rows.changed()
        said = _("p: another name; a folder (ends in /) gets a file for each article")
        if self.focused is self.line:
            said = _("⏎ export · Esc back")
        self.hint.update(Content(said))

    # Keys

    def on_key(self, event: events.Key) -> None:
        """The key of a matter changes it."""
        if self.focused is not self.line and event.character in ROWS:
            event.stop()
            self.rows.move_to(list(ROWS).index(event.character))
            self._change(event.character)

    def action_change(self, by: int) -> None:
        """Change the matter under the cursor."""
        self._change(list(ROWS)[self.rows.cursor], by)

    @on(RowList.Chosen)
    def _clicked(self, event: RowList.Chosen) -> None:
        self._change(list(ROWS)[event.number])

    @on(ExportLine.Ended)
    def _ended(self, event: ExportLine.Ended) -> None:
        if event.how == "go":
            self.action_go()
        else:
            self.set_focus(self.rows)
            self._show()

    def action_go(self) -> None:
        """Export."""
        what = self._whats[self.at]
        layout = self.laid if self.form.has_layouts else None
        look = Look(self.form, layout, self.names, self.marked)
        target = self.line.value.strip() or self._file_name()
        self.dismiss(Wish(look, self._drafts(), what.chosen, what.title, target))

    def action_leave(self) -> None:
        """Leave without exporting."""
        self.dismiss(None)


def _next(all_: Sequence[T], now: T, by: int) -> T:
    return all_[(all_.index(now) + by) % len(all_)]
