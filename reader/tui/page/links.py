"""The links of a sentence: their addresses as they are, and whether a browser may be given them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from articles.cleaning import clean_line, mask
from articles.model import MarkupKind
from reader.tui.page.document import Document
from reader.tui.page.peeking import Cursor

OPENED = frozenset({"http", "https", "mailto"})
"""Schemes that are given to a browser; all others are only shown."""

_LONGEST = 4_000
_BARE = re.compile(r"\b(?:https?://|mailto:)[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]}’']", re.IGNORECASE)
_MAIL = frozenset({"subject", "body", "cc"})
"""What of a mailto's fields is handed on: others attach files, in some programs."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link.

    Attributes:
        text: The words that are the link, clean.
        address: Where it leads, clean, its host in ASCII: letters that only look like others show as ``xn--…``.
        host: Where it leads to in the end; "" where there is none.
        opened: Whether a browser may be given it.
    """

    text: str
    address: str
    host: str
    opened: bool


def links_of(document: Document, cursor: Cursor) -> list[Link]:
    """The links that touch a sentence, in order, each address once: those it marks, and those it spells out."""
    text = document.text(cursor.block)
    span = document.sentences(cursor.block)[cursor.sentence]
    found = [
        (mark.span.start, mark.span.of(text), mark.value)
        for mark in document.inline(cursor.block)
        if mark.kind is MarkupKind.LINK and mark.value and mark.span.start < span.end and mark.span.end > span.start
    ]
    found += [(at.start(), at[0], at[0]) for at in _BARE.finditer(text, span.start, span.end)]
    links: dict[str, Link] = {}
    for _at, said, address in sorted(found):
        link = link_of(address, said)
        links.setdefault(link.address, link)
    return list(links.values())


def link_of(address: str, text: str = "") -> Link:
    """What there is to say of an address."""
    shown = clean_line(mask(address), _LONGEST)
    said = clean_line(mask(text), 200) or shown
    try:
        parts = urlsplit(address.strip())
        scheme, host = parts.scheme.lower(), parts.hostname or ""
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:
        return Link(said, shown, "", False)
    if scheme == "mailto":
        fields = [(name, value) for name, value in parse_qsl(parts.query) if name.lower() in _MAIL]
        query = f"?{urlencode(fields, quote_via=quote)}" if fields else ""
        return Link(said, f"mailto:{_ascii(parts.path)}{query}", "", "@" in parts.path)
    if scheme not in OPENED or not host:
        return Link(said, shown, "", False)
    try:
        plain = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return Link(said, shown, "", False)
    user, at, _rest = parts.netloc.rpartition("@")
    where = f"{_ascii(user)}{at}{f'[{plain}]' if ':' in plain else plain}{port}"
    rest = _ascii(parts.path) + (f"?{_ascii(parts.query)}" if parts.query else "")
    rest += f"#{_ascii(parts.fragment)}" if parts.fragment else ""
    whole = f"{scheme}://{where}{rest}"
    return Link(said, whole, plain, len(whole) <= _LONGEST and "\ufffd" not in shown)


def _ascii(text: str) -> str:
    """A part of an address with what is no plain sign of one written as %XX."""
    return quote(text, safe="%/:=&?~#+!$,;'@()*[]")
