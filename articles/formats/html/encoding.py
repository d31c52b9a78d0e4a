"""The text that a page's bytes stand for: what the bytes show beats what is declared of them."""

from __future__ import annotations

import codecs
import re

from articles.decoding import decode

_HEAD = 4096  # bytes in which a page may declare its encoding; browsers look at 1024
_declared = re.compile(
    rb"<(?:meta|\?xml)\b[^<>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE
)
# Those of Western pages that decode() would not arrive at by itself. A list, because Python's codecs also hold some
# that unpack ("zip", "bz2").
_TAKEN = frozenset(
    {"iso8859-15", "iso8859-2", "iso8859-3", "iso8859-9", "cp1250", "cp1254", "cp850", "cp437", "mac-roman"}
)
# A page saved in one file carries its pictures as text.
_pictures = re.compile(r"data:[a-z]{1,20}/[a-z0-9.+-]{1,60};base64,[A-Za-z0-9+/=%]{100,}+", re.IGNORECASE)


def text_of(data: bytes, charset: str | None = None) -> str:
    """The page's text, not cleaned yet; pictures inside addresses are left out.

    A byte order mark, UTF-16 and valid UTF-8 are seen in the bytes themselves, and what was encoded twice is mended.
    Only where none of them fits does a declaration count: the page's own before the one that came with it, since
    servers are set
    once for many pages. A declared Latin-1 or UTF-8 that is not so is Windows-1252, as browsers take it.

    Raises:
        NotAnArticle: The bytes are no text.
    """
    text = _declared_text(data, charset)
    return _pictures.sub("data:,", decode(data) if text is None else text)


def _declared_text(data: bytes, charset: str | None) -> str | None:
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _is_utf8(data):
        return None
    found = _declared.search(data[:_HEAD])
    for name in (found[1].decode("ascii") if found else None, charset):
        try:
            codec = codecs.lookup(name or "").name
        except (LookupError, ValueError):
            continue
        if codec in _TAKEN:
            return data.decode(codec, "replace")
    return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
