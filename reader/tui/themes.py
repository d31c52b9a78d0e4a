"""The reader's own themes, and the colours of what only the reader has under every other one."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from textual.theme import BUILTIN_THEMES, Theme

from reader.i18n import _N
from reader.tui.contrast import mixed, readable, tinted

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

INKS = ("primary", "secondary", "accent", "error", "success", "foreground")
"""Colours of a theme that words are written in: as ``ink-NAME`` they can be read on every ground."""

MARKS = {"yellow": "event", "green": "place", "blue": "person", "red": "work", "purple": "date"}
"""The colours of marks, and the kind of name whose colour each one's sign has; its ground is a tint of it."""

GROUNDS = ("background", "panel", "reading-cursor", "found", "picked", *(f"mark-{name}" for name in MARKS))
"""What words stand on."""


def _tints(ground: str, words: Mapping[str, str]) -> dict[str, str]:
    """The grounds of what is marked: such that all that is written can be read on them."""
    return {f"mark-{name}": tinted(ground, words[f"entity-{kind}"], words.values()) for name, kind in MARKS.items()}


def _theme(
    name: str,
    *,
    dark: bool,
    background: str,
    foreground: str,
    panel: str,
    cursor: str,
    found: str,
    picked: str,
    quiet: str,
    english: str,
    primary: str,
    accent: str,
    secondary: str,
    kinds: Mapping[str, str] | None = None,
) -> Theme:
    known = kinds or (KINDS_ON_DARK if dark else KINDS_ON_LIGHT)
    grounds = (background, panel, cursor, found, picked)
    words = {"quiet": quiet, "english": english, **known}
    variables = {each: readable(colour, grounds, dark=dark) for each, colour in words.items()}
    colours = {
        "primary": primary,
        "secondary": secondary,
        "accent": accent,
        "foreground": foreground,
        "warning": known["entity-organisation"],
        "error": "#f28b82" if dark else "#a3161b",
        "success": known["entity-place"],
    }
    colours = {each: readable(colour, grounds, dark=dark) for each, colour in colours.items()}
    variables |= {f"ink-{each}": colours[each] for each in INKS}
    variables |= _tints(background, variables)
    variables |= {"reading-cursor": cursor, "found": found, "picked": picked}
    return Theme(
        name,
        background=background,
        surface=background,
        panel=panel,
        dark=dark,
        variables=variables,
        primary=colours["primary"],
        secondary=colours["secondary"],
        accent=colours["accent"],
        foreground=colours["foreground"],
        warning=colours["warning"],
        error=colours["error"],
        success=colours["success"],
    )


DARK = _theme(
    "reader-dark", dark=True, background="#16191d", foreground="#dcdfe4", panel="#23282e", cursor="#262d36",
    found="#5a4a12", picked="#2f4a66", quiet="#8d98a3", english="#b8c4c9", primary="#7fb2e5", accent="#f2d36b",
    secondary="#9aa7b4",
)  # fmt: skip
LIGHT = _theme(
    "reader-light", dark=False, background="#fbfaf6", foreground="#1d2329", panel="#ebe8df", cursor="#efe9d8",
    found="#ffe08a", picked="#cfe3f7", quiet="#59626b", english="#3c4854", primary="#0b4f94", accent="#8a5a00",
    secondary="#55606b",
)  # fmt: skip
SOFT = _theme(
    "reader-soft", dark=True, background="#2b2f36", foreground="#cdd2d9", panel="#363b44", cursor="#3a404a",
    found="#54491f", picked="#384f63", quiet="#a3adb8", english="#b4c2c9", primary="#93b8da", accent="#e0c582",
    secondary="#aab5bf",
)  # fmt: skip
NIGHT = _theme(
    "reader-night", dark=True, background="#000000", foreground="#b9b3a8", panel="#141210", cursor="#1e1b17",
    found="#453305", picked="#3a2c1c", quiet="#8f887c", english="#a8a294", primary="#d8a866", accent="#e3bd62",
    secondary="#a3988a",
)  # fmt: skip
SEPIA = _theme(
    "reader-sepia", dark=False, background="#f4ecd8", foreground="#3b2f22", panel="#e7dcc2", cursor="#e9dfc4",
    found="#f3cf7a", picked="#d9d6b8", quiet="#655845", english="#54462f", primary="#7a3b12", accent="#7d4e00",
    secondary="#665844",
)  # fmt: skip
CONTRAST_DARK = _theme(
    "reader-contrast-dark", dark=True, background="#000000", foreground="#ffffff", panel="#1a1a1a", cursor="#26262e",
    found="#4a3c00", picked="#0a3a66", quiet="#d6d6d6", english="#e6f0f8", primary="#7fd0ff", accent="#ffe14a",
    secondary="#d6d6d6",
    kinds={
        "entity-person": "#a5d8ff", "entity-organisation": "#ffc794", "entity-place": "#a8f59a",
        "entity-date": "#e5cbff", "entity-quantity": "#efeaa0", "entity-work": "#ffc2d6", "entity-event": "#ffe27a",
        "entity-other": "#e2e8ee",
    },
)  # fmt: skip
CONTRAST_LIGHT = _theme(
    "reader-contrast-light", dark=False, background="#ffffff", foreground="#000000", panel="#ececec",
    cursor="#ebebf2", found="#ffe680", picked="#cfe6ff", quiet="#333333", english="#1c2733", primary="#00307a",
    accent="#5c3500", secondary="#333333",
    kinds={
        "entity-person": "#003370", "entity-organisation": "#5e2600", "entity-place": "#0a3d0a",
        "entity-date": "#401470", "entity-quantity": "#3b3600", "entity-work": "#6e0a36", "entity-event": "#473100",
        "entity-other": "#262e36",
    },
)  # fmt: skip
TERMINAL = dataclasses.replace(BUILTIN_THEMES["ansi-dark"], name="reader-terminal")
"""The terminal's own sixteen colours and ground: what is left where there are no more, or none at all."""

THEMES = (DARK, LIGHT, SOFT, NIGHT, SEPIA, CONTRAST_DARK, CONTRAST_LIGHT, TERMINAL)

_TITLES = {
    "reader-dark": _N("dark"),
    "reader-light": _N("light"),
    "reader-soft": _N("soft dark"),
    "reader-night": _N("night, on black"),
    "reader-sepia": _N("sepia, like paper"),
    "reader-contrast-dark": _N("high contrast, dark"),
    "reader-contrast-light": _N("high contrast, light"),
    "reader-terminal": _N("the terminal's own colours"),
}


def title_of(name: str) -> str:
    """What a theme is called, in the interface's language; Textual's own by their names."""
    from reader.i18n import _

    return _(_TITLES[name]) if name in _TITLES else name


_ANSI = {
    "person": "ansi_blue", "organisation": "ansi_yellow", "place": "ansi_green", "date": "ansi_magenta",
    "quantity": "ansi_cyan", "work": "ansi_magenta", "event": "ansi_yellow", "other": "ansi_default",
}  # fmt: skip


def fallbacks(theme: Theme, generated: Mapping[str, str] | None = None) -> dict[str, str]:
    """The variables of the style sheet that a theme of Textual's does not define, readable on all of its grounds.

    Args:
        theme: Any theme; one of ours has them itself.
        generated: What Textual makes of its colours; made here when not given.
    """
    if theme.ansi:
        nothing = dict.fromkeys((*GROUNDS[2:], "quiet", "english"), "ansi_default")
        kinds = {f"entity-{kind}": colour for kind, colour in _ANSI.items()}
        inks = {f"ink-{each}": str(getattr(theme, each) or "ansi_default") for each in INKS}
        return nothing | kinds | inks
    if "ink-primary" in theme.variables:
        return dict(theme.variables)
    made = generated or theme.to_color_system().generate()
    base, dark = made["background"][:7], theme.dark
    front = made["foreground"][:7]
    held = LIGHT if not dark else DARK
    grounds = {
        "reading-cursor": mixed(base, front if front.startswith("#") else "#808080", 0.08),
        "found": mixed(base, "#b8860b" if dark else "#ffc93c", 0.35 if dark else 0.5),
        "picked": mixed(base, made["primary"][:7], 0.22),
    }
    stood = (base, made["panel"][:7], *grounds.values())
    words = {each: colour for each, colour in held.variables.items() if each.startswith("entity-")}
    words["quiet"] = mixed(front, base, 0.35)
    words["english"] = mixed(front, base, 0.15)
    words |= {f"ink-{each}": made[each][:7] for each in INKS}
    words = {each: readable(colour, stood, dark=dark) for each, colour in words.items()}
    return grounds | words | _tints(base, words)
