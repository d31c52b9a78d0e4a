"""What the colours of marks are called in the interface's language."""

from __future__ import annotations

from reader.i18n import _


def colour_name(colour: str) -> str:
    """A colour's name; the word itself where it is none of ours."""
    names = {
        "yellow": _("yellow"), "green": _("green"), "blue": _("blue"), "red": _("red"), "purple": _("purple"),
    }  # fmt: skip
    return names.get(colour, colour)
