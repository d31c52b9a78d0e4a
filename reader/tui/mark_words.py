"""What the colours of marks are called, in the interface's language, and notes that are being typed."""

from __future__ import annotations

from articles.model import Span
from reader.i18n import _


def colour_name(colour: str) -> str:
    """A colour's name."""
    names = {
        "yellow": _("yellow"), "green": _("green"), "blue": _("blue"), "red": _("red"), "purple": _("purple"),
    }  # fmt: skip
    return names.get(colour, colour)


def draft_name(article_id: str, span: Span) -> str:
    """What the note to a stretch is kept under while it is typed."""
    return f"note:{article_id}:{span.start}:{span.end}"
