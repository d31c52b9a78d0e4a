"""What a book says of itself and of the order of its files: its package document (OPF)."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

from articles.cleaning import clean_line
from articles.errors import NotAnArticle
from articles.formats.archive import Archive, beside
from articles.formats.dates import parse_date
from articles.formats.frontmatter import normal_language
from articles.formats.xmltree import Element, all_of, attribute, local, parse_xml, text_of

_ADVICE = "get the book again, or give it in another format"
_MOST_FILES = 5_000  # in the order of reading
_MOST_TAGS = 20
_PAGES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/xml", "text/xml", "")
_AUTHORS = frozenset({"", "aut", "author", "cre"})
_EARLIEST = 1400  # calibre writes the year 101 where it knows none
_year = re.compile(r"\d{4}(?:-\d\d?)?$")
_web = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Package:
    """A book's own account of itself.

    Attributes:
        path: Where the account lies in the archive.
        title: The main title.
        byline: Its authors, joined by commas.
        source: The publisher.
        published: The day of publication, where a day is said.
        language: A BCP 47 tag.
        url: Where the book is on the web, where it says so.
        tags: Its subjects.
        spine: The paths of its files in the order of reading.
        toc: The paths of its tables of contents, the newer kind first.
        apart: The paths of files that are no chapters by its own word: cover, contents, imprint.
    """

    path: str
    title: str | None = None
    byline: str | None = None
    source: str | None = None
    published: datetime.date | None = None
    language: str | None = None
    url: str | None = None
    tags: tuple[str, ...] = ()
    spine: tuple[str, ...] = ()
    toc: tuple[str, ...] = ()
    apart: frozenset[str] = field(default_factory=frozenset)


_apart = (
    "cover toc landmarks loi lot lov page-list index colophon copyright-page copyright title-page titlepage "
    "halftitlepage halftitle imprint other-credits other.ms-thankyou text-cover"
)
APART = frozenset(_apart.split())
"""What a part of a book may be called that is not its text."""


def package_of(archive: Archive) -> Package:
    """The account that a book gives of itself.

    Raises:
        NotAnArticle: There is none, or it names no file to read.
    """
    path = _found(archive)
    root = parse_xml(archive.read(path) or b"") if path else None
    if root is None or not path:
        raise NotAnArticle("this book is damaged: the list of its chapters is missing", _ADVICE)
    items = {attribute(each, "id"): each for each in all_of(root, "item")}
    spine = [items.get(attribute(each, "idref")) for each in all_of(root, "itemref")][:_MOST_FILES]
    pages = [each for each in spine if each is not None] or [
        each for each in items.values() if attribute(each, "media-type") in _PAGES[:2]
    ]
    paths = dict.fromkeys(_href(path, each) for each in pages if attribute(each, "media-type").lower() in _PAGES)
    paths.pop("", None)
    if not paths:
        raise NotAnArticle("this book is damaged: it names no chapters", _ADVICE)
    navs = [_href(path, each) for each in items.values() if "nav" in attribute(each, "properties").split()]
    ncx = [_href(path, each) for each in items.values() if "ncx" in attribute(each, "media-type")]
    apart = {
        beside(path, attribute(each, "href"))[0]
        for each in all_of(root, "reference")
        if attribute(each, "type").lower() in APART
    }
    metadata = next(iter(all_of(root, "metadata")), root)
    return Package(
        path,
        **_facts(metadata),  # type: ignore[arg-type]  # mypy cannot tell which of the fields is of which type
        spine=tuple(paths),
        toc=tuple(filter(None, (*navs, *ncx))),
        apart=frozenset((apart | set(navs)) - {""}),
    )


def _found(archive: Archive) -> str:
    container = parse_xml(archive.read("META-INF/container.xml") or b"")
    paths = [attribute(each, "full-path") for each in all_of(container, "rootfile")]
    found = next((path for path in paths if path and archive.read(path) is not None), "")
    return found or next((name for name in archive.names if name.lower().endswith(".opf")), "")


def _href(path: str, item: Element) -> str:
    return beside(path, attribute(item, "href"))[0]


def _facts(metadata: Element) -> dict[str, object]:
    said: dict[str, list[Element]] = {}
    for each in metadata.iter():
        said.setdefault(local(each), []).append(each)
    refined: dict[str, dict[str, str]] = {}
    for meta in said.get("meta", []):
        about = attribute(meta, "refines").removeprefix("#")
        if about:
            refined.setdefault(about, {})[attribute(meta, "property")] = text_of(meta)
    titles = said.get("title", [])
    main = [each for each in titles if refined.get(attribute(each, "id"), {}).get("title-type") == "main"]
    authors = [
        text_of(each)
        for each in said.get("creator", [])
        if (attribute(each, "role") or refined.get(attribute(each, "id"), {}).get("role", "")).lower() in _AUTHORS
    ]
    subjects = [clean_line(text_of(each), 100) for each in said.get("subject", [])][:_MOST_TAGS]
    addresses = [text_of(each) for name in ("identifier", "source") for each in said.get(name, [])]
    return {
        "title": _line(next((text_of(each) for each in main or titles if text_of(each)), "")),
        "byline": _line(", ".join(dict.fromkeys(filter(None, authors)))),
        "source": _line(next((text_of(each) for each in said.get("publisher", [])), "")),
        "published": _day(said.get("date", [])),
        "language": _language(next((text_of(each) for each in said.get("language", [])), "")),
        "url": next((each for each in map(clean_line, addresses) if _web.fullmatch(each)), None),
        "tags": tuple(dict.fromkeys(filter(None, subjects))),
    }


def _line(text: str) -> str | None:
    return clean_line(text, 300) or None


def _day(dates: list[Element]) -> datetime.date | None:
    """The day of publication; a year alone is no day, and when the file was made is none either."""
    by_event = {attribute(each, "event").lower(): text_of(each) for each in reversed(dates)}
    for event in ("publication", "original-publication", ""):
        text = by_event.get(event, "")
        if not text or _year.fullmatch(text):
            continue
        try:
            day = parse_date(text)
        except ValueError:
            continue
        if day.year >= _EARLIEST:
            return day
    return None


def _language(tag: str) -> str | None:
    try:
        return normal_language(tag) if tag else None
    except ValueError:
        return None
