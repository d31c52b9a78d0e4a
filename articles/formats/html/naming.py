"""The headline of a page and the publication's name, each without the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from articles.cleaning import clean_line

_LONGEST = 300
_word = re.compile(r"\w+")
_separator = re.compile(r"\s+[|–—·•»-]\s+|\s+::\s+|\s*\|\s*")


def headline(printed: Iterable[str], told: Iterable[str], source: str | None, url: str | None) -> str | None:
    """The article's title.

    Args:
        printed: The page's headings of the first level.
        told: What it is called in metadata, the most trustworthy first, the page's ``<title>`` last.
        source: The publication's name.
        url: The page's address.
    """
    names = [name for name in (source, host_name(url), (host_name(url) or "").split(".")[0]) if name]
    candidates = [title for title in (without_site(line, names) for line in map(_line, told)) if title]
    for line in map(_line, printed):
        if line and not _is_site(line, names) and (not candidates or any(_agree(line, title) for title in candidates)):
            return line
    return candidates[0] if candidates else None


def without_site(title: str, names: list[str]) -> str:
    """A title without the publication's name, and the section before it, at its end or start."""
    cuts = list(_separator.finditer(title))
    if not cuts:
        return "" if _is_site(title, names) else title
    last = cuts[-1]
    head, tail = title[: last.start()].strip(), title[last.end() :].strip()
    if _is_site(tail, names) or ("|" in last[0] and len(tail.split()) <= 4 and len(head) > len(tail)):
        return without_site(head, names)
    first = cuts[0]
    if _is_site(title[: first.start()].strip(), names):
        return title[first.end() :].strip()
    return title


def host_name(url: str | None) -> str | None:
    """The host in an address, without "www."."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    return re.sub(r"\A(?:www\d?|m|amp|mobile)\.", "", host) or None


def _line(text: str) -> str:
    return clean_line(text, _LONGEST)


def _fold(text: str) -> str:
    return "".join(_word.findall(text.casefold()))


def _is_site(text: str, names: list[str]) -> bool:
    folded = _fold(text)
    return any(folded == name or (len(folded) > 2 and _much_of(folded, name)) for name in map(_fold, names))


def _much_of(one: str, name: str) -> bool:
    """Whether one of two folded names is a good part of the other: "Folha" of "Folha de S.Paulo"."""
    return one in name or (name in one and 2 * len(one) <= 3 * len(name) and len(name) > 2)


def _agree(one: str, other: str) -> bool:
    """Whether two titles share at least half of the words of the shorter."""
    first, second = set(_word.findall(one.casefold())), set(_word.findall(other.casefold()))
    return bool(first and second) and 2 * len(first & second) >= min(len(first), len(second))
