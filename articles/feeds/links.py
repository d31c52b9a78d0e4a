"""Links of feeds: absolute addresses of the web, or none."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_LONGEST = 2000
_bad = re.compile(r"[\s\x00-\x20\x7f-\x9f<>\"\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]")


def web_link(address: str, base: str = "") -> str | None:
    """The absolute http or https address that a link leads to; None where it leads to none.

    Args:
        address: As it is written; white space at the ends does not count, inside it is encoded.
        base: What a relative one counts from.
    """
    address = address.strip()
    if not address or len(address) > _LONGEST:
        return None
    try:
        whole = urljoin(base, address) if base else address
        parts = urlsplit(whole)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
            return None
        parts.port  # noqa: B018 - it is read for its error
    except ValueError:
        return None
    # No character of a link may do something to a terminal, nor break the line it stands in.
    whole = whole.replace(" ", "%20")
    return whole if len(whole) <= _LONGEST and not _bad.search(whole) else None


def of_the_web(address: str) -> str:
    """The address with the schemes that say "this is a feed" taken for what they stand for."""
    for scheme in ("feed://", "feed:"):
        if address.lower().startswith(scheme):
            rest = address[len(scheme) :]
            return rest if rest.lower().startswith(("http://", "https://")) else "http://" + rest.lstrip("/")
    return address
