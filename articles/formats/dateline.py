"""The day an article was published, as its own text tells: "Publicado em …", a dateline, "nesta quarta-feira (13)"."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator

from articles.model import paragraph_spans

NEAR = datetime.timedelta(days=10)
"""How long before the reference day a day without a year may lie. Of texts that have nothing to do with the reference
day, a weekday and a day of the month agree by chance on one of the ten days before it in one case of twenty."""

_HEAD, _TAIL = 4, 3  # paragraphs from the beginning and the end that are looked at
_LONGEST_LINE = 200  # characters of a paragraph that may be nothing but a line about the publication
_LEAD = 160  # characters in which a dateline ends
_LOOKED_AT = 1 << 13  # characters at either end
_EARLIEST = 1800

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("janeiro jan", "fevereiro fev", "março mar", "abril abr", "maio mai", "junho jun", "julho jul", "agosto ago",
         "setembro set", "outubro out", "novembro nov", "dezembro dez"), 1)
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = {
    "segunda": 0, "terça": 1, "terca": 1, "quarta": 2, "quinta": 3, "sexta": 4, "sábado": 5, "sabado": 5, "domingo": 6,
}  # fmt: skip

_month = "|".join(sorted(_MONTHS, key=len, reverse=True)) + "|marco"
_weekday = "segunda|ter[çc]a|quarta|quinta|sexta|s[áa]bado|domingo"
_DATE = (
    r"(?:(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)"
    r"|(?P<day>\d{1,2})(?:[ºo°]|\.º)?"
    rf"(?:(?P<sign>[/.-])(?P<number>\d{{1,2}})(?P=sign)(?P<year>\d{{4}}|\d{{2}}(?![\d/.-]))(?!\d)"
    rf"|(?:\s+de\s+|[\s./-]+)(?P<month>{_month})\b\.?(?:,?\s+de\s+|,?\s+|[./-])?(?P<worded>(?:1[89]|20)\d\d)?(?!\d)))"
)
_OF_WEEK = rf"(?:(?:{_weekday})(?:-feira)?(?:,|\s+-)?\s+(?:dia\s+)?)?"
_TIME = r"(?:\d{1,2}\s?(?:h|:|hs)\s?(?:\d{2})?(?:min|m|:\d\d)?|\d{1,2} ?horas)"
_AFTER = rf"(?:\s*(?:,|-|–|—|\||às|as|à|em|\s)\s*)*(?:{_TIME})?(?:\s*(?:\(.{{0,30}}\)|BRT|GMT|UTC|h))*"

_says = re.compile(
    rf"\b(?P<what>publicad[oa]|postad[oa]|divulgad[oa]|criad[oa]|atualizad[oa]|actualizad[oa]|modificad[oa])\b"
    rf"(?:\s+(?:originalmente|pela\s+primeira\s+vez|por\s[^\d\n]{{1,60}}?))?"
    rf"(?:\s*(?::|,|-|–|—|\||no\s+dia|em|a|à|dia|h[áa]\s+\d+\s+\w+))*\s*{_OF_WEEK}(?:{_TIME}\s*(?:de|do\s+dia|,|-|–)\s*)?{_DATE}",
    re.IGNORECASE,
)
# What may stand before "publicado em" in a line about the publication; in a sentence ("a lei foi publicada em …")
# it is the law's day.
_before = re.compile(r"\W*(?:última\s+)?|.*[|•·–—-]\s*|(?:por|texto|da|de)\b[^.!?]*", re.IGNORECASE)
_alone = re.compile(
    rf"(?:(?:data|em)\s*:?\s*)?{_OF_WEEK}(?:{_TIME}\s*(?:,|-|–|\||de)?\s*)?{_DATE}{_AFTER}[.|\s]*"
    r"(?:[-–—·|]?\s*ac?tualizad[oa]\b.{0,80})?",
    re.IGNORECASE,
)
_place = (
    r"[A-ZÀ-Ý][\w'’.-]*(?:\s+(?:d[aeo]s?\s+|e\s+|-\s+)?[A-ZÀ-Ý][\w'’.-]*){0,4}(?:\s*[,/(-]\s*[A-ZÀ-Ý][\w ]{1,25}\)?)?"
)
_agency = r"(?:\s*[(\[][^)\]\n]{2,40}[)\]])"
_dateline = re.compile(
    rf"(?P<place>{_place})\s*[,(]\s*(?i:{_OF_WEEK}{_DATE})\)?(?P<agency>{_agency})?\s*(?P<dash>[–—:]|-{{1,2}}(?=\s))?"
)
_only_place = re.compile(rf"(?P<place>[A-ZÀ-Ý][A-ZÀ-Ý /.'-]{{2,30}})(?P<agency>{_agency})?\s+(?P<dash>[–—]|--?(?=\s))")
_signed = re.compile(rf"(?:{_place})\s*,\s*(?:aos\s+)?(?i:{_OF_WEEK}{_DATE})\s*\.?")
_this_day = re.compile(
    rf"\b(?:n|d)?est[ae]\s+(?P<weekday>{_weekday})(?:-feira)?\s*(?:\((?P<paren>\d{{1,2}})\)|,?\s+dia\s+(?P<dia>\d{{1,2}})\b)",
    re.IGNORECASE,
)
_to_come = re.compile(
    r"\b(?:ser[áã]o?|vai|vão|deve|devem|prevê|previst[oa]s?|a partir|até|\w{2,}(?:ará|erá|irá|arão|erão|irão))\b"
)


def day_of(body: str, reference: datetime.date | None = None) -> datetime.date | None:
    """The day the article was published, where its text says so surely.

    In this order: a line that says "publicado em …"; a line that is nothing but a date; a dateline
    ("LISBOA, 13 set 2023 (Lusa) –"); place and date as the last line; "nesta quarta-feira (13)" at the beginning.
    A date in the running text is none: it says when something happened.

    Args:
        body: The article's body.
        reference: A day near which the article is likely to be published: when it was fetched or its file written.
            Dates without a year are read against it, and only those of the days before it (``NEAR``).

    Returns:
        None where the text does not say, or says two things.
    """
    head, tail = _ends(body)
    return (
        _said(head + tail, reference)
        or _of_lines(head, _alone, reference)
        or _of_dateline(head[:2], reference)
        or _of_lines(tail[-2:], _signed, reference)
        or _of_this_day(head, reference)
    )


def without_dateline(line: str) -> str:
    """The line without the dateline before it, "LISBOA, 13 set 2023 (Lusa) – "; unchanged where it has none."""
    found = _dateline.match(line[:_LEAD]) or _only_place.match(line[:_LEAD])
    if found is None or not (found["dash"] or found["agency"]):
        return line
    return line[found.end() :].lstrip(" –—-:")


def _ends(body: str) -> tuple[list[str], list[str]]:
    """The first paragraphs and the last, the very first not among these; a long body is not walked through whole."""
    head = [span.of(body) for span in itertools.islice(paragraph_spans(body[:_LOOKED_AT]), _HEAD)]
    rest = body[-_LOOKED_AT:]
    return head, [span.of(rest) for span in paragraph_spans(rest)][1:][-_TAIL:]


def _said(paragraphs: list[str], reference: datetime.date | None) -> datetime.date | None:
    days: dict[bool, datetime.date] = {}
    for line in _lines(paragraphs):
        for found in _says.finditer(line):
            changed = found["what"].lower()[:3] in ("atu", "act", "mod")
            day = _day(found, reference, two_digits=True)
            if day is not None and _before.fullmatch(line, 0, found.start()):
                days.setdefault(changed, day)
    return days.get(False) or days.get(True)


def _of_lines(paragraphs: list[str], pattern: re.Pattern[str], reference: datetime.date | None) -> datetime.date | None:
    for line in _lines(paragraphs):
        found = pattern.fullmatch(line.strip())
        if found and (day := _day(found, reference)):
            return day
    return None


def _of_dateline(paragraphs: list[str], reference: datetime.date | None) -> datetime.date | None:
    for paragraph in paragraphs:
        found = _dateline.match(paragraph[:_LEAD])
        if found and (found["dash"] or found["agency"]) and (day := _day(found, reference)):
            return day
    return None


def _of_this_day(paragraphs: list[str], reference: datetime.date | None) -> datetime.date | None:
    if reference is None:
        return None
    days = {
        _nearest(int(found["paren"] or found["dia"]), _WEEKDAYS[found["weekday"].lower()], reference)
        for paragraph in paragraphs
        for found in _this_day.finditer(paragraph)
        if not _to_come.search(paragraph[max(0, found.start() - 60) : found.end() + 60])
    }
    return days.pop() if len(days) == 1 else None


def _lines(paragraphs: list[str]) -> Iterator[str]:
    return (line for paragraph in paragraphs for line in paragraph.split("\n") if len(line) <= _LONGEST_LINE)


def _day(found: re.Match[str], reference: datetime.date | None, *, two_digits: bool = False) -> datetime.date | None:
    """The day of a match of ``_DATE``; None where there is none, or it cannot be."""
    if found["iso"]:
        year, month, number = map(int, found["iso"].split("-"))
        return _possible(year, month, number, reference)
    number = int(found["day"])
    if found["number"]:
        if len(found["year"]) == 2 and not two_digits:
            return None
        year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
        return _possible(year, int(found["number"]), number, reference)
    name = found["month"].lower()
    month = _MONTHS["mar" if name == "marco" else name]
    if found["worded"]:
        return _possible(int(found["worded"]), month, number, reference)
    if reference is None:
        return None
    near = (reference - datetime.timedelta(days=back) for back in range(NEAR.days + 1))
    return next((day for day in near if (day.month, day.day) == (month, number)), None)


def _possible(year: int, month: int, number: int, reference: datetime.date | None) -> datetime.date | None:
    try:
        day = datetime.date(year, month, number)
    except ValueError:
        return None
    latest = reference or datetime.datetime.now(datetime.UTC).date()
    return day if year >= _EARLIEST and day <= latest + datetime.timedelta(days=1) else None


def _nearest(number: int, weekday: int, reference: datetime.date) -> datetime.date | None:
    near = (reference - datetime.timedelta(days=back) for back in range(NEAR.days + 1))
    return next((day for day in near if (day.day, day.weekday()) == (number, weekday)), None)
