"""Saved pages of our own writing in the structures of Portuguese-language news sites, with what is to be found on them.

A file begins with a line of JSON: what the page says of its article. The page follows; what belongs to the body stands
in it between ``⟦kind|`` and ``⟧``, which are taken out again before the page is read. Those in ``tuned`` were looked at
while the reading was written; those in ``held`` were written before anything was run and are what is reported.
"""

from __future__ import annotations

import html
import json
import quopri
import re
from dataclasses import dataclass
from pathlib import Path

PAGES = Path(__file__).parent / "pages"
KINDS = {"p": "", "h": "heading", "i": "item", "q": "quote", "c": "caption"}
_mark = re.compile(r"⟦(\w)\|(.*?)⟧", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Saved:
    """A page as bytes, what is known of it, and its paragraphs: kind and text."""

    name: str
    data: bytes
    known: dict[str, object]
    gold: tuple[tuple[str, str], ...]

    @property
    def url(self) -> str:
        return str(self.known["url"])


def saved_pages(half: str) -> list[Saved]:
    return [_read(path) for path in sorted((PAGES / half).glob("*.page"))]


def _read(path: Path) -> Saved:
    head, page = path.read_text(encoding="utf-8").split("\n", 1)
    known = json.loads(head)
    gold = tuple((KINDS[kind], _text(marked)) for kind, marked in _mark.findall(page))
    page = _mark.sub(r"\2", page)
    data = page.encode("iso-8859-1" if 'charset="iso-8859-1"' in page else "utf-8", "xmlcharrefreplace")
    return Saved(path.stem, as_mhtml(data, str(known["url"])) if known.get("mhtml") else data, known, gold)


def as_mhtml(page: bytes, url: str) -> bytes:
    """The page as Chrome saves it."""
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {url}\r\nSubject: =?utf-8?Q?P=C3=A1gina?=\r\n"
        "Date: Wed, 25 Nov 2026 08:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        '\ttype="text/html";\r\n\tboundary="----MultipartBoundary--abc----"\r\n\r\n\r\n'
        "------MultipartBoundary--abc----\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: {url}\r\n\r\n"
    )
    css = (
        "\r\n------MultipartBoundary--abc----\r\nContent-Type: text/css\r\nContent-Transfer-Encoding: base64\r\n"
        "Content-Location: cid:css-1@mhtml.blink\r\n\r\nYXtjb2xvcjpyZWR9\r\n------MultipartBoundary--abc------\r\n"
    )
    return head.encode() + quopri.encodestring(page).replace(b"\n", b"\r\n") + css.encode()


def _text(marked: str) -> str:
    marked = re.sub(r"</t[dh]>\s*<t[dh]>", " | ", marked)
    marked = re.sub(r"<br\s*/?>\s*", "\n", marked)
    return "\n".join(" ".join(line.split()) for line in html.unescape(re.sub(r"<[^>]+>", "", marked)).split("\n"))
