"""How an article is written in the library pane: its title, where it is from and of when, and the signs beside it."""

from __future__ import annotations

import datetime

from articles.cleaning import clean_line
from articles.repository import Hit, Summary
from reader.i18n import _, language
from reader.tui.page.cells import width_of, wrap
from reader.tui.widgets.rows import ListRow

OPEN, UNREAD, STARRED = "▸", "●", "★"
"""Signs: the article that is being read, one that was not read yet, one that is starred."""

ENGLISH = "EN"
"""Beside what was found in the English of an article."""

_LONGEST = 300  # characters of a title


def lines_of(summary: Summary, width: int, lines: int, is_open: bool) -> list[ListRow]:
    """An article in one, two or three lines.

    Args:
        width: Cells there are.
    """
    style = "" if summary.read and not is_open else "bold"
    sign = OPEN if is_open else " " if summary.read else UNREAD
    star = STARRED if summary.starred else " "
    title = clean_line(summary.title, _LONGEST)
    if lines == 1:
        return [ListRow(title, right=star.strip(), style=style, sign=sign)]
    source = clean_line(summary.source or "", 60)
    first, rest = _broken(title, max(1, width - 2))
    date = short_date(summary)
    if lines == 2:
        below = ListRow(rest, date, style, star) if rest else ListRow(source, date, style="quiet", sign=star)
        return [ListRow(first, style=style, sign=sign), below]
    second = ListRow(rest, style=style) if rest else ListRow(source, date, style="quiet", sign=star)
    third = ListRow(source, date, style="quiet", sign=star) if rest else ListRow("")
    return [ListRow(first, style=style, sign=sign), second, third]


def lines_of_hit(summary: Summary, hit: Hit, width: int, is_open: bool) -> list[ListRow]:
    """An article that a search found, in three lines: its title, and the words that were found where they stand."""
    style = "" if summary.read and not is_open else "bold"
    sign = OPEN if is_open else " " if summary.read else UNREAD
    name, day = clean_line(summary.title, _LONGEST), short_date(summary)
    title = ListRow(name, day, style, sign, marked=hit.title_matches)
    broken = wrap(hit.excerpt, max(1, width - 2 - (len(ENGLISH) + 1) * hit.in_english))
    first = hit.matches[0][0] if hit.matches else 0
    # From the line before the first match where both fit with it, so that it is seen in what it belongs to.
    at = max(0, sum(1 for _start, end in broken if end <= first) - 1)
    star = STARRED if summary.starred else " "
    shown = [
        ListRow(
            hit.excerpt[start:end],
            ENGLISH if hit.in_english else "",
            marked=_within(hit.matches, start, end),
            sign=mark,
        )
        for (start, end), mark in zip(broken[at : at + 2], (star, " "), strict=False)
    ]
    return [title, *shown, *[ListRow("")] * (2 - len(shown))]


def short_date(summary: Summary) -> str:
    """The day of an article in a few cells: "15 Sep" of this year, "Sep 2023" of another."""
    day = summary.published or summary.added.date()
    month = _("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()[day.month - 1]
    return f"{day.day} {month}" if day.year == _today().year else f"{month} {day.year}"


def grouped_number(number: int) -> str:
    """A number with its digits in groups of three: "100,000", in Portuguese "100.000"."""
    return f"{number:,}" if language() == "en" else f"{number:,}".replace(",", ".")


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).astimezone().date()


def _broken(title: str, room: int) -> tuple[str, str]:
    """What of a title stands on its first line, and all the rest."""
    if width_of(title) <= room:
        return title, ""
    (start, end), *more = wrap(title, room)
    return title[start:end], title[more[0][0] :] if more else ""


def _within(matches: tuple[tuple[int, int], ...], start: int, end: int) -> tuple[tuple[int, int], ...]:
    inside = ((max(first, start) - start, min(last, end) - start) for first, last in matches)
    return tuple((first, last) for first, last in inside if first < last)
