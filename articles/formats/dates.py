"""Reading the day an article was published."""

from __future__ import annotations

import datetime
import re

_iso = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T\s])")
_day_first = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:$|\s)")
_in_words = re.compile(r"(\d{1,2})(?:\.?º)?\s+(?:de\s+)?([a-zç]{3,9})\.?\s+(?:de\s+)?(\d{4})", re.IGNORECASE)
_MONTHS = ("jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez")


def parse_date(text: str) -> datetime.date:
    """The day that the text names.

    Args:
        text: ``2023-09-15`` (a time behind it is not looked at), ``15/09/2023`` (the day is first, as in
            Portuguese), or ``15 de setembro de 2023``.

    Raises:
        ValueError: It is none of these, or there is no such day; the message says so in one line.
    """
    text = text.strip()
    shown = text[:40]
    if found := _iso.match(text):
        year, month, day = map(int, found.groups())
    elif found := _day_first.match(text):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
    elif (found := _in_words.match(text)) and found[2][:3].lower() in _MONTHS:
        day, month, year = int(found[1]), _MONTHS.index(found[2][:3].lower()) + 1, int(found[3])
    else:
        message = f'"{shown}" is not a date: write 2023-09-15 or 15/09/2023'
        raise ValueError(message)
    try:
        return datetime.date(year, month, day)
    except ValueError:
        message = f'"{shown}" is not a day of the calendar: write 2023-09-15 or 15/09/2023'
        raise ValueError(message) from None
