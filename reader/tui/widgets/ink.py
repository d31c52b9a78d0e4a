"""The styles that rows are drawn in, by name, in the colours of the theme.

Component classes would say the same in a style sheet, but Textual matches every one of them against every rule
each time a widget's classes change: with forty of them that is a third of what opening the reader costs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.color import Color
from rich.style import Style

from articles.model import MarkupKind
from reader.entities.model import Kind
from reader.tui.themes import MARKS

if TYPE_CHECKING:
    from textual.app import App

_INK: Mapping[str, tuple[str, str, str]] = {
    # name: the theme's variable for the colour, the one for the ground, attributes
    "title": ("ink-primary", "", "bold"),
    "furniture": ("quiet", "", ""),
    "english": ("english", "", "italic"),
    "pending": ("quiet", "", "italic"),
    "failed": ("ink-error", "", ""),
    "cursor": ("", "reading-cursor", ""),
    "bar": ("ink-primary", "", ""),
    "sign": ("quiet", "", ""),
    **{f"mark-{name}": (f"entity-{kind}", "", "bold") for name, kind in MARKS.items()},
    **{f"marked-{name}": ("", f"mark-{name}", "underline") for name in MARKS},
    "met": ("ink-secondary", "", "underline"),
    "met-known": ("ink-secondary", "", "italic"),
    "match": ("", "found", "bold underline"),
    "match-here": ("", "", "reverse"),
    "chosen": ("", "picked", "bold underline"),
    "current": ("", "", "reverse"),
    "word": ("", "", "reverse"),
    "selected": ("", "", "reverse"),
    "moving": ("", "", "bold underline"),
    "lit": ("", "found", "bold underline"),
    "thumb": ("ink-secondary", "", ""),
    "track": ("panel", "", ""),
    MarkupKind.HEADING: ("", "", "bold"),
    MarkupKind.QUOTE: ("", "", "italic"),
    MarkupKind.CAPTION: ("quiet", "", "italic"),
    MarkupKind.EMPHASIS: ("", "", "italic"),
    MarkupKind.STRONG: ("", "", "bold"),
    MarkupKind.CODE: ("ink-secondary", "", ""),
    MarkupKind.LINK: ("", "", "underline"),
    "row": ("", "picked", "bold"),
    "row-blurred": ("", "reading-cursor", ""),
    "quiet": ("quiet", "", ""),
    "removed": ("ink-error", "", ""),
    "added": ("ink-success", "", ""),
    "named": ("ink-accent", "", "bold underline"),
    "fact": ("ink-foreground", "", ""),
    "open": ("", "", "bold"),
    "key": ("ink-accent", "", "bold"),
    "message": ("ink-accent", "", "bold"),
    "accent": ("ink-accent", "", ""),
    "bold": ("", "", "bold"),
    **{kind: (f"entity-{kind}", "", "") for kind in Kind},
}

_BARE: Mapping[str, str] = {
    "cursor": "bold", "match": "bold reverse", "chosen": "bold underline", "row": "reverse", "row-blurred": "bold",
    "failed": "bold", "removed": "strike", "added": "underline", "met": "underline",
    MarkupKind.CODE: "bold italic",
}  # fmt: skip
"""Attributes in place of the grounds and colours, where the terminal's own few or none are used."""

_NOTHING = Style()


class Ink:
    """Styles by name under the theme in force; each is made once."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._theme = ""
        self._made: dict[str, Style] = {}

    def __call__(self, name: str) -> Style:
        """The style of that name, to be laid over the ground it stands on; nothing for a name without one."""
        if self._theme != self._app.theme:
            self._theme = self._app.theme
            self._made.clear()
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = self._make(name)
        return made

    def _make(self, name: str) -> Style:
        if name not in _INK:
            return _NOTHING
        colour, ground, attributes = _INK[name]
        if self._app.current_theme.ansi:
            attributes = _BARE.get(name, attributes)
        variables = self._app.theme_variables
        return Style.parse(attributes or "none") + Style(
            color=_colour(variables.get(colour, "")), bgcolor=_colour(variables.get(ground, ""))
        )


def _colour(text: str) -> Color | None:
    """A theme's colour as Rich knows it; "auto" and what has no fixed colour is none."""
    if not text.startswith("#"):
        return Color.parse(text[5:]) if text.startswith("ansi_") and text != "ansi_default" else None
    return Color.parse(text[:7])
