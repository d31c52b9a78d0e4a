"""What a page says its own address is, and when to believe it."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urljoin, urlsplit

from articles.addresses import ARTICLE, canonical

_SECOND = frozenset({"ac", "art", "blog", "co", "com", "edu", "gov", "jus", "leg", "mil", "mp", "net", "nom", "org"})
"""What stands before a country's letters where sites are one level down: ``uol.com.br``, ``senado.leg.br``."""
_SHARED = frozenset(
    {"blogspot.com", "github.io", "medium.com", "substack.com", "tumblr.com", "web.app", "wordpress.com", "wixsite.com"}
)
"""Sites whose hosts belong to many people."""

_KEEPERS = frozenset({"ampproject.org", "archive.org", "google.com", "translate.goog"})
"""Sites that keep the pages of others: they may name any site."""
_view = re.compile(r"/(?:amp|print|imprimir)/?$", re.IGNORECASE)


def own_address(claimed: str | None, fetched: str) -> str:
    """The address under which a page is kept.

    A page may say its own (``<link rel="canonical">``, ``og:url``), which is how the forms of it for telephones, for
    sharing and for search engines come together. But a page may say anything: not believed is an address of another
    site (it would pass itself off as that one's article), one that leaves out all that tells this article from the
    others (the home page, or this path without its query: a mistake that many templates make), or none of the web.

    Args:
        claimed: What the page says, as it stands there; it may be relative.
        fetched: Where it came from.

    Returns:
        One of the two, the first as a whole address.
    """
    if not claimed or not claimed.strip():
        return fetched
    try:
        whole = urljoin(fetched, claimed.strip())
        one, other = urlsplit(canonical(whole)), urlsplit(canonical(fetched))
    except ValueError:
        return fetched
    if one.scheme not in ("http", "https") or not one.hostname or not other.hostname:
        return fetched
    keeper = site_of(urlsplit(fetched).hostname or "")
    if keeper not in _KEEPERS and (site_of(one.hostname) != site_of(other.hostname) or one.port != other.port):
        return fetched
    if (one.path, one.query) == (other.path, other.query):
        return whole
    home = one.path in ("", "/") and not one.query
    bare = one.path == other.path and not one.query and _tells(other)
    above = other.path.startswith(f"{one.path.rstrip('/')}/") and not one.query and not _view.search(other.path)
    return fetched if home or bare or above else whole


def _tells(address: SplitResult) -> bool:
    """Whether the query may be what tells the article: there is a number in it, and no article in the path."""
    return ARTICLE.search(address.path) is None and any(sign.isdigit() for sign in address.query)


def site_of(host: str) -> str:
    """The part of a host's name that one owner has, as far as can be told without the list of all suffixes.

    Args:
        host: In small letters.
    """
    labels = host.split(".")
    if host.replace(".", "").isdigit() or ":" in host:
        return host
    two = ".".join(labels[-2:])
    if two in _SHARED:
        return ".".join(labels[-3:])
    deep = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND
    if deep and labels[-3:-2] == ["blogspot"]:  # blogspot.com.br
        return ".".join(labels[-4:])
    return ".".join(labels[-3:]) if deep else two
