"""Addresses of web pages: when two of them mean the same page."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit


def canonical(url: str) -> str:
    """The address without what does not change the page: fragment, default port, case of the host.

    Returns:
        The key of "the same URL"; what is no web address comes back as it is, without white space around it.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return url.strip()
    host = parts.hostname.lower()
    if port is not None and port != {"http": 80, "https": 443}[parts.scheme.lower()]:
        host = f"{host}:{port}"
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", parts.query, ""))
