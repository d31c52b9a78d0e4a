"""What a PDF says of itself, as far as it is worth believing: programs fill it in, not people."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from articles.cleaning import clean_line

if TYPE_CHECKING:
    from pypdf import PdfReader

_no_title = re.compile(
    r"(?:\(?anonymous|microsoft (?:word|powerpoint)|apresenta[cç][aã]o do powerpoint|powerpoint|untitled|sem t[ií]tulo|"
    r"documento?\s?\d*|doc\d+|layout\s?\d*|t[ií]tulo|title|new document|novo documento|print|scan\w*|digitaliza\w*|"
    r"p[áa]gina|page|book|livro|about:blank|https?:|file:|\W*$|[\d\W_]+$)",
    re.IGNORECASE,
)
_file_name = re.compile(
    r"\.(?:docx?|odt|rtf|pdf|indd|qxp|qxd|pub|pptx?|xlsx?|txt|html?|tex|dvi|ps|cdr|ai|wpd)$", re.IGNORECASE
)
_joined_words = re.compile(r"[^\s]+[_][^\s]*|[^\s]*\d{4,}[^\s]*")
_no_author = re.compile(
    r"(?:user|usu[aá]rio|utilizador|admin\w*|windows|microsoft|owner|unknown|anonymous|an[oó]nimo|desconhecido|"
    r"author|autor|home|pc|hp|dell|acer|asus|lenovo|adobe|default)\b",
    re.IGNORECASE,
)
_date = re.compile(r"(?:D:)?\s*(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?\s*(?:(Z)|([+-])(\d\d)'?(\d\d)?)?")
_EARLIEST = 1985  # before PDF


@dataclass(frozen=True, slots=True)
class Information:
    """The title, author, keywords and the day (with its moment, where a zone is said) that a PDF was made."""

    title: str | None = None
    author: str | None = None
    day: datetime.date | None = None
    moment: datetime.datetime | None = None
    tags: tuple[str, ...] = ()


def information_of(reader: PdfReader) -> Information:
    """What is worth believing of what a PDF says of itself."""
    try:
        said: Any = reader.metadata or {}
        title, author, date = (str(said.get(name) or "") for name in ("/Title", "/Author", "/CreationDate"))
        keywords = str(said.get("/Keywords") or "")
    except Exception:  # of damaged files the library raises nearly everything there is; the text is worth having alone
        return Information()
    day, moment = moment_of(date)
    tags = (clean_line(each, 100) for each in re.split(r"[,;]", keywords[:1000]))
    return Information(title_of(title), author_of(author), day, moment, tuple(dict.fromkeys(filter(None, tags)))[:20])


def title_of(said: str) -> str | None:
    """The title, where it looks like one that a person gave."""
    line = clean_line(said, 300)
    if _no_title.match(line) and not re.match(r"(?:p[áa]gina|livro|t[ií]tulo|print) \w+ \w+", line, re.IGNORECASE):
        return None
    if _file_name.search(line) or len(line) < 4 or (" " not in line and _joined_words.fullmatch(line)):
        return None
    return line


def author_of(said: str) -> str | None:
    """The author, where it looks like the name of a person or an office."""
    line = clean_line(said, 300)
    if " " not in line or "@" in line or _no_author.match(line) or _file_name.search(line):
        return None
    return line


def moment_of(said: str) -> tuple[datetime.date | None, datetime.datetime | None]:
    """The day that a date of PDF names (``D:20230915120000-03'00'``), and the moment where it has time and zone."""
    found = _date.match(said.strip())
    if found is None:
        return None, None
    try:
        day = datetime.date(int(found[1]), int(found[2]), int(found[3]))
        if day.year < _EARLIEST:
            return None, None
        if found[4] is None or (found[7] is None and found[8] is None):
            return day, None
        hours, minutes = int(found[9] or 0), int(found[10] or 0)
        offset = datetime.timedelta(hours=hours, minutes=minutes) * (-1 if found[8] == "-" else 1)
        zone = datetime.timezone(offset)
        time = datetime.time(int(found[4]), int(found[5]), int(found[6] or 0))
        return day, datetime.datetime.combine(day, time, zone)
    except ValueError:
        return None, None
