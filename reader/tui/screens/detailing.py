"""The dialog that puts the details of an article right: title, author, source, day, language, tags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from articles.cleaning import clean_line, mask
from articles.details import WrongDetail, as_typed, read_details
from articles.model import Article
from reader.i18n import _
from reader.tui.widgets.dialogline import DialogLine

_LONGEST_LINE = 2_000


class DetailLine(DialogLine):
    """One line of the dialog."""

    ENDS: ClassVar[Mapping[str, str]] = {
        "enter": "save", "escape": "leave", "tab": "next", "down": "next", "shift+tab": "back", "up": "back",
    }  # fmt: skip

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(clean_line(event.text, _LONGEST_LINE))


class DetailsScreen(ModalScreen[dict[str, Any] | None]):
    """Gives what is to be changed, for ``edit``; None where the reader left, what was typed being in ``typed``.

    Args:
        article: The article as it is.
        typed: What was typed the last time and not kept, by line; nothing for what the article says.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, article: Article, typed: Mapping[str, str]) -> None:
        super().__init__()
        self._article = article
        shown = {field: mask(text) for field, text in as_typed(article).items()}
        self._before = dict(shown)
        shown.update(typed)
        self.lines = {
            field: DetailLine(text, select_on_focus=False, id=f"detail-{field}") for field, text in shown.items()
        }
        self.said = Static(id="details-said")
        self.saying = ""

    def compose(self) -> ComposeResult:
        """A row for each detail, its name before it."""
        names = {
            "title": _("Title"),
            "byline": _("Author"),
            "source": _("Source"),
            "published": _("Published"),
            "language": _("Language"),
            "tags": _("Tags"),
        }
        with VerticalScroll(id="details", can_focus=False) as frame:
            frame.border_title = Content(_("Edit the details"))
            frame.border_subtitle = Content(_("⏎ keep · Tab next · Esc leave"))
            for field, line in self.lines.items():
                with Horizontal(classes="detail"):
                    yield Static(Content(names[field]), classes="detail-name")
                    yield line
            yield self.said

    def on_mount(self) -> None:
        """Begin with the title, its end."""
        self._say(_("a day as 2023-09-15 or 15/09/2023; tags with commas between them"))
        self.lines["title"].focus()

    @property
    def typed(self) -> dict[str, str]:
        """The lines that are not as they were."""
        return {field: line.value for field, line in self.lines.items() if line.value != self._before[field]}

    @on(DetailLine.Ended)
    def _ended(self, event: DetailLine.Ended) -> None:
        if event.how == "leave":
            self.action_leave()
        elif event.how == "save":
            self._save()
        else:
            lines = list(self.lines.values())
            here = next((at for at, line in enumerate(lines) if line.has_focus), 0)
            lines[(here + (1 if event.how == "next" else -1)) % len(lines)].focus()

    def _save(self) -> None:
        try:
            self.dismiss(read_details(self._article, self.typed))
        except WrongDetail as wrong:
            self._say(_wrong(wrong.field, self.lines[wrong.field].value))
            self.lines[wrong.field].focus()

    def _say(self, text: str) -> None:
        self.saying = clean_line(text, 300)
        self.said.update(Content(self.saying))

    def action_leave(self) -> None:
        """Leave it as it is; what was typed is kept aside."""
        self.dismiss(None)


def _wrong(field: str, text: str) -> str:
    """What is wrong with a line, and what is allowed."""
    shown = clean_line(text, 40)
    if field == "published":
        return _('"{text}" is no day: write 2023-09-15, 15/09/2023 or nothing').format(text=shown)
    if field == "language":
        return _('"{text}" is no language: write pt-BR, pt-PT or pt').format(text=shown)
    return _("a title has at least one letter")
