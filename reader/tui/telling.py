"""Dates, durations and quantities in the interface's language."""

from __future__ import annotations

import datetime

from babel.dates import format_date, format_interval, format_skeleton

from articles.formats.languages import other_language
from articles.model import Article
from reader.entities.model import Precision
from reader.i18n import _, language

_WORDS_A_MINUTE = 200
_CHARACTERS_A_WORD = 6  # of Portuguese news, spaces and punctuation counted
_NUMERALS = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


def particulars(article: Article) -> str:
    """When it was published, how long it takes to read, and its language: for the line above the page."""
    minutes = max(1, round(len(article.body) / _CHARACTERS_A_WORD / _WORDS_A_MINUTE))
    seems = other_language(article.body)
    known = article.language if not seems or article.language.startswith(seems) else f"{article.language} ({seems}?)"
    parts = [_("{minutes} min").format(minutes=minutes), known]
    if article.published is not None:
        parts.insert(0, date_text(article.published.isoformat()))
    return " · ".join(parts)


def left_text(characters: int) -> str:
    """How long it takes to read so many characters that are left; "" for none."""
    minutes = round(characters / _CHARACTERS_A_WORD / _WORDS_A_MINUTE)
    if not characters:
        return ""
    return _("{minutes} min left").format(minutes=minutes) if minutes else _("less than a minute left")


def date_text(iso: str, precision: Precision | None = None) -> str:
    """A date, as precisely as it is known, as the interface's language writes it; what is no date as it is.

    Args:
        iso: ISO 8601: a day, a month, a year (0000 is 1 B.C.), or two of them with a slash between.
        precision: Tells decades and centuries from other ranges of years.
    """
    try:
        if "/" in iso:
            first, last = iso.split("/")
            return _range(first, last, precision)
        if iso.startswith("-") or iso == "0000":
            return _("{year} B.C.").format(year=1 - int(iso))
    except ValueError:
        return iso
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


def _range(first: str, last: str, precision: Precision | None) -> str:
    if precision is Precision.DECADE and first.endswith("0"):
        return _("{year}s").format(year=int(first))
    if precision is Precision.CENTURY:
        return _century(int(last))
    if first.count("-") == 2 and not first.startswith("-"):
        begin, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
        return format_interval(begin, end, "yMMMd", locale=language())
    return f"{date_text(first)} – {date_text(last)}"


def _century(last: int) -> str:
    """A century by its last year: 1900, or -400 for 401 B.C."""
    number = last // 100 if last > 0 else 1 - last // 100
    shown = _("{number} century").format(number=_ordinal(number) if language() == "en" else _roman(number))
    return shown if last > 0 else _("{year} B.C.").format(year=shown)


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number // 10 % 10 != 1 else "th"
    return f"{number}{ending}"


def _roman(number: int) -> str:
    """A number below 40 as centuries are counted."""
    numeral = ""
    for sign, value in _NUMERALS:
        numeral += sign * (number // value)
        number %= value
    return numeral
