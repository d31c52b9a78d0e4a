"""Why a date is not believed, or not resolved, in words: for the screen and for what is printed."""

from __future__ import annotations

from reader.entities.model import Doubt
from reader.i18n import _


def doubt_text(doubt: Doubt) -> str:
    """The reason in the interface's language."""
    return {
        Doubt.WEEKDAY: _("the day of the week and the number contradict the calendar"),
        Doubt.NO_SUCH_DAY: _("the calendar has no such day"),
        Doubt.UNANCHORED: _("counted from a day that is not known"),
    }[doubt]
