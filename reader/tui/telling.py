"""Dates, durations and quantities in the interface's language."""

from __future__ import annotations

import datetime

from babel.dates import format_date, format_skeleton

from articles.model import Article
from reader.i18n import _, language

_WORDS_A_MINUTE = 200
_CHARACTERS_A_WORD = 6  # of Portuguese news, spaces and punctuation counted


def particulars(article: Article) -> str:
    """When it was published, how long it takes to read, and its language: for the line above the page."""
    minutes = max(1, round(len(article.body) / _CHARACTERS_A_WORD / _WORDS_A_MINUTE))
    parts = [_("{minutes} min").format(minutes=minutes), article.language]
    if article.published is not None:
        parts.insert(0, date_text(article.published.isoformat()))
    return " · ".join(parts)


def date_text(iso: str) -> str:
    """A date, as precisely as it is known, as the interface's language writes it; what is no date as it is.

    Args:
        iso: ISO 8601: a day, a month, a year, or two of them with a slash between.
    """
    if "/" in iso:
        return " – ".join(date_text(part) for part in iso.split("/"))
    locale = language()
    try:
        match iso.count("-"):
            case 2:
                pattern = "EEE d MMM y" if locale == "en" else "EEE, d MMM y"
                return format_date(datetime.date.fromisoformat(iso), pattern, locale)
            case 1:
                return format_skeleton("yMMM", datetime.date.fromisoformat(f"{iso}-01"), locale=locale)
    except ValueError:
        pass
    return iso


def value_text(value: str) -> str:
    """The value of a quantity (``3500000 BRL``) in the interface's language ("R$3.5 million"); else as it is."""
    from reader.entities.values import tell

    return tell(value, language())
