"""OPML 1.0 and 2.0: lists of feeds, in and out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape  # xml.sax would bring all of HTTP along
from typing import Any

from articles.cleaning import clean_line
from articles.feeds.lines import plain_line
from articles.feeds.links import of_the_web, web_link
from articles.feeds.model import BadOutline, NotAFeed
from articles.feeds.wellformed import tidied

LARGEST_OUTLINE = 16 * 1024 * 1024
"""Bytes."""

MOST_FEEDS = 20_000
"""Feeds that a list may have."""

_DEEPEST = 50  # folders in folders


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed as a list names it. Everything is clean; nothing is ever run or fetched because a list says so.

    Attributes:
        url: Where the feed is.
        title: The list's name for it; "" where it gives none.
        site: What it is the feed of.
        folder: The names of the folders around it, joined by "/"; "" for none.
        tags: What its categories are.
    """

    url: str
    title: str = ""
    site: str | None = None
    folder: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlines:
    """A list of feeds.

    Attributes:
        feeds: Those with an address, in its order; none twice.
        left_out: Names of entries that have an address of no web page, as one that would have a command run.
        problem: What is wrong with the file although it could be read; "" for nothing.
    """

    feeds: tuple[Outline, ...]
    left_out: tuple[str, ...] = ()
    problem: str = ""


def read_opml(data: bytes, charset: str | None = None) -> Outlines:
    """The list of feeds that the bytes of a file are.

    Raises:
        BadOutline: They are none, or declare entities of their own.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    if len(data) > LARGEST_OUTLINE:
        raise BadOutline(f"it is larger than {LARGEST_OUTLINE >> 20} MB", "give it in parts")  # noqa: EM102
    if not data.strip():
        raise BadOutline("it is empty", "give an OPML file")
    try:
        document = tidied(data, "opml|OPML", charset)
        root = fromstring(document.text.encode("utf-8", "replace"), forbid_dtd=True)
    except NotAFeed as problem:
        said = problem.message if "entities" in problem.message else "it is no OPML list"
        raise BadOutline(said, "give an OPML file, as other feed readers export it") from None
    except (DefusedXmlException, ParseError, ValueError):
        raise BadOutline("its XML cannot be read", "give an OPML file, as other feed readers export it") from None
    feeds: dict[str, Outline] = {}
    left_out = []
    for found, address in _outlines(root):
        if found is None:
            left_out.append(clean_line(address, 200))
        else:
            feeds.setdefault(found.url, found)
        if len(feeds) > MOST_FEEDS:
            raise BadOutline(f"it has more than {MOST_FEEDS} feeds", "give it in parts")  # noqa: EM102
    return Outlines(tuple(feeds.values()), tuple(left_out), document.problem)


def _outlines(root: Any) -> Iterator[tuple[Outline | None, str]]:
    """Each feed of the list; None for what is no address of the web, with what it is instead."""
    body = next((each for each in root if _name(each.tag) == "body"), root)
    waiting: list[tuple[Any, tuple[str, ...]]] = [(each, ()) for each in reversed(body)]
    while waiting:
        node, folders = waiting.pop()
        if _name(node.tag) != "outline":
            continue
        said = {_name(key): value for key, value in node.attrib.items()}
        title = plain_line(said.get("title") or said.get("text") or "", 300, html=False)
        address = (said.get("xmlurl") or "").strip()
        if not address and said.get("type", "").lower() in ("rss", "atom", "feed"):
            address = (said.get("url") or "").strip()
        if address:
            url = web_link(of_the_web(address))
            if url is None:
                yield None, address
            else:
                yield Outline(url, title, web_link(said.get("htmlurl", "")), "/".join(folders), _tags(said)), address
        inner = folders
        if not address and len(folders) < _DEEPEST:
            name = clean_line(title, 100).replace("/", "∕")  # a folder's name is no path
            inner = (*folders, name) if name else folders
        waiting += [(each, inner) for each in reversed(node)]


def _tags(said: dict[str, str]) -> tuple[str, ...]:
    """OPML 2.0's categories: "/mundo/ásia,política" are the tags "ásia" and "política"."""
    every = (clean_line(each.rstrip("/").rpartition("/")[2], 60) for each in said.get("category", "").split(",")[:40])
    return tuple(dict.fromkeys(filter(None, every)))


def _name(tag: object) -> str:
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def write_opml(feeds: Iterable[Outline], title: str = "reader") -> str:
    """An OPML 2.0 list of the feeds, folders as outlines in outlines; ``read_opml`` gives the same feeds again."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"  <head><title>{escape(title)}</title></head>",
        "  <body>",
    ]
    open_folders: list[str] = []
    for each in sorted(feeds, key=lambda feed: feed.folder.split("/") if feed.folder else []):
        folders = each.folder.split("/") if each.folder else []
        shared = 0
        while shared < min(len(folders), len(open_folders)) and folders[shared] == open_folders[shared]:
            shared += 1
        while len(open_folders) > shared:
            open_folders.pop()
            lines.append(f"{_indent(open_folders)}</outline>")
        for name in folders[shared:]:
            lines.append(f"{_indent(open_folders)}<outline text={_quoted(name)} title={_quoted(name)}>")
            open_folders.append(name)
        lines.append(f"{_indent(open_folders)}{_element(each)}")
    while open_folders:
        open_folders.pop()
        lines.append(f"{_indent(open_folders)}</outline>")
    return "\n".join([*lines, "  </body>", "</opml>", ""])


def _indent(folders: list[str]) -> str:
    return "    " + "  " * len(folders)


def _element(feed: Outline) -> str:
    name = feed.title or feed.url
    said = {"type": "rss", "text": name, "title": name, "xmlUrl": feed.url, "htmlUrl": feed.site or ""}
    said["category"] = ",".join(each.replace(",", " ").replace("/", " ") for each in feed.tags)
    return "<outline " + " ".join(f"{key}={_quoted(value)}" for key, value in said.items() if value) + "/>"


def _quoted(text: str) -> str:
    return f'"{escape(text)}"'
