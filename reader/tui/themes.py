"""The reader's own themes, and the colours of entity kinds under every other one."""

from __future__ import annotations

from textual.theme import Theme

KINDS_ON_DARK = {
    "entity-person": "#8fc7ff",
    "entity-organisation": "#f2b482",
    "entity-place": "#9fd88f",
    "entity-date": "#d3b4f5",
    "entity-quantity": "#c9c58a",
    "entity-work": "#f0a8c0",
    "entity-event": "#f2d36b",
    "entity-other": "#b9c3cc",
}
KINDS_ON_LIGHT = {
    "entity-person": "#0b4f94",
    "entity-organisation": "#8a3d00",
    "entity-place": "#1c5f1c",
    "entity-date": "#5d2f91",
    "entity-quantity": "#5a5200",
    "entity-work": "#94214f",
    "entity-event": "#6b4c00",
    "entity-other": "#414b54",
}

DARK = Theme(
    name="reader-dark",
    primary="#7fb2e5",
    secondary="#9aa7b4",
    accent="#f2d36b",
    warning="#f2b482",
    error="#f28b82",
    success="#9fd88f",
    foreground="#dcdfe4",
    background="#16191d",
    surface="#16191d",
    panel="#23282e",
    dark=True,
    variables={
        **KINDS_ON_DARK, "reading-cursor": "#262d36", "quiet": "#8d98a3", "english": "#b8c4cf",
        "found": "#5a4a12", "picked": "#2f4a66",
    },
)  # fmt: skip
LIGHT = Theme(
    name="reader-light",
    primary="#0b4f94",
    secondary="#55606b",
    accent="#8a5a00",
    warning="#8a3d00",
    error="#a3161b",
    success="#1c5f1c",
    foreground="#1d2329",
    background="#fbfaf6",
    surface="#fbfaf6",
    panel="#ebe8df",
    dark=False,
    variables={
        **KINDS_ON_LIGHT, "reading-cursor": "#efe9d8", "quiet": "#59626b", "english": "#3c4854",
        "found": "#ffe08a", "picked": "#cfe3f7",
    },
)  # fmt: skip

THEMES = (DARK, LIGHT)


def fallbacks(*, dark: bool) -> dict[str, str]:
    """The variables of the style sheet that Textual's own themes do not define."""
    return dict((DARK if dark else LIGHT).variables)
