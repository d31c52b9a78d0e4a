"""Single lines of a feed: titles and names, in which HTML may stand where none was announced."""

from __future__ import annotations

import html as entities
import re

from articles.cleaning import clean_line

_LOOKED_AT = 8  # times its limit: tags and names of characters shrink

_known = (
    "a|abbr|b|big|blockquote|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|mark|p|q|s|small|span|strong|sub|sup|u|wbr"
)
_tag = re.compile(rf"</?(?:{_known})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_breaking = re.compile(r"<(?:br|/?p|/?div|/?h[1-6]|/?blockquote)(?:\s[^<>]*)?/?>", re.IGNORECASE)


def plain_line(text: str, limit: int, *, html: bool = True) -> str:
    """One clean line, with the tags taken out that a line of HTML may have; "5 < 6 > 4" stays as it is.

    Args:
        text: Anything.
        limit: The most characters to return.
        html: Whether it may be HTML.
    """
    text = text[: limit * _LOOKED_AT]
    if html and "<" in text:
        text = _tag.sub("", _breaking.sub(" ", text))
    if html and "&" in text:
        text = entities.unescape(text)
    return clean_line(text, limit)
