"""A page that a browser saved as one file (MHTML): finding the page itself among its parts."""

from __future__ import annotations

import email.message
import email.policy
import re
from dataclasses import dataclass
from email.parser import BytesParser

from articles.errors import NotAnArticle

_HEAD = 16_384  # bytes in which the headers of a saved page end
_ADVICE = "save the page again, or give its address"

_header_line = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*")
_related = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Saved:
    """The page in a saved file: its bytes, the encoding and the address that the file gives."""

    data: bytes
    charset: str | None
    url: str | None


def is_mhtml(data: bytes) -> bool:
    """Whether the bytes begin as a saved page does: headers of mail that announce related parts."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    end = min((at for at in (head.find(b"\n\n"), head.find(b"\r\n\r\n")) if at >= 0), default=len(head))
    return _header_line.match(head) is not None and _related.search(head[:end]) is not None


def main_part(data: bytes) -> Saved:
    """The page itself: the part that the file names as its start, else the first HTML.

    Raises:
        NotAnArticle: There is no HTML in the file.
    """
    message = BytesParser(policy=email.policy.compat32).parsebytes(data.lstrip(b"\xef\xbb\xbf \t\r\n"))
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise NotAnArticle("there is no web page in this MHTML file", _ADVICE)
    start = message.get_param("start")
    named = [part for part in pages if isinstance(start, str) and str(part.get("Content-ID", "")).strip() == start]
    page = (named or pages)[0]
    content = page.get_payload(decode=True)
    url = page.get("Content-Location") or message.get("Snapshot-Content-Location")
    return Saved(content if isinstance(content, bytes) else b"", page.get_content_charset(), _address(url))


def _address(value: object) -> str | None:
    line = "".join(str(value or "").split())
    return line if line.lower().startswith(("http://", "https://")) else None
