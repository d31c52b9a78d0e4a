"""Web addresses: which of them are one and the same, and what looks like one."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, unquote, unquote_plus, urlsplit

from articles.trackers import is_tracker, words

_DEFAULT_PORTS = {"http": 80, "https": 443}
_INDEXES = re.compile(r"/(?:index\.(?:s?html?|php)|default\.aspx?)$", re.IGNORECASE)
_SESSION = re.compile(r";jsessionid=[^/;]*", re.IGNORECASE)
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})|([^\x21-\x7e]|[\"<>\\^`{|}%])")
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PATH_PLAIN = _PLAIN | frozenset("!$&'()*+,:=@")
_QUERY_PLAIN = _PLAIN | frozenset("!$'()*,:@/?")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")

ARTICLE = re.compile(r"/(?:19|20)\d\d/|\d{5}|[/-][^/-]++(?:-[^/-]++){3}")
"""Found in what is an article's own path: a date, a long number, or a title of several words."""
_AMP_QUERY = frozenset({"amp", "outputtype"})
_AMP_CACHE = re.compile(r"/(?:[civ]/)?(s/)?([^/]+)(/.*)")

_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+({_LABEL})\.?")
_GENERIC = words(
    "app art asia biz blog cat cloud com club coop dev digital edu email eus fm gal global gov gratis info int jobs "
    "live media mil museum name net network news ngo one online ong org page plus post press pro pub radio rio shop "
    "site social space store studio tech today tube wiki world xyz"
)
_FILES = words("ai ar as bz cc db gz id js la md mo ms pl pm ps py rm rs rb sc sh sk so st sy tf tk ts vi")
"""Countries whose code also ends the names of files; alone, such a name is no address."""
_LONGEST = 8_000
_LONGEST_SPACED = 200  # with a space in it: more is a sentence that begins with an address


def canonical(url: str) -> str:
    """The key under which an address is kept: two addresses of one article have the same.

    It is for comparing, not for fetching: ``http`` has become ``https``, ``www.`` and the last slash are gone, as are
    the fragment, what only says where the reader came from (``articles.trackers``), sessions, ``index.html`` and the
    marks of AMP pages. The rest of the query stays, ordered by name; where a part of it has no name, in its own order.
    The case of path and query stays. Doing it twice changes nothing more.

    Args:
        url: Anything. What is no address of the web comes back as it is, without white space around it.
    """
    text = url.strip()
    if len(text) > _LONGEST or _CONTROLS.search(text):
        return text
    parts = _split(text)
    host, port = _host(parts) if parts is not None else ("", None)
    if parts is None or not host:
        return text
    inner = _inside(host, parts.path)
    if inner is not None:  # shorter than what holds it: this ends
        return canonical(inner + (f"?{parts.query}" if parts.query else ""))
    plain = parts.scheme == "http" and port is not None
    where = f"{'http' if plain else 'https'}://{host}{'' if port is None else f':{port}'}"
    path = _path(host, parts.path)
    query = _query(host, parts.query)
    bang = _escaped(parts.fragment, _QUERY_PLAIN) if parts.fragment.startswith("!") else ""
    return where + path + (f"?{query}" if query else "") + (f"#{bang}" if bang else "")


def looks_like_url(text: str) -> bool:
    """Whether somebody who wrote this meant a web page, with or without ``https://`` before it.

    The name of a file can look like an address (``artigo.pt``): whoever takes both looks first whether there is one.
    """
    return as_url(text) is not None


def as_url(text: str) -> str | None:
    """The address to fetch for what somebody wrote: as it is, or with the scheme that is missing; None for no address.

    What lies on this machine or has only a number gets ``http``, all else ``https``.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST or _CONTROLS.search(text):  # several lines are a text that begins with one
        return None
    if re.match(r"https?:", text, re.IGNORECASE):
        parts = _split(text)
        return text if parts is not None and (" " not in text or len(text) <= _LONGEST_SPACED) else None
    if re.search(r"\s", text) or text.startswith(("/", ".", "~")):
        return None
    authority = re.split(r"[/?#]", text, maxsplit=1)[0]
    slash = text[len(authority) : len(authority) + 1]
    host, _, port = authority.rpartition(":") if re.search(r":\d{1,5}$", authority) else (authority, "", "")
    if _is_number(host) or host.lower() == "localhost":
        return f"http://{text}" if slash or port or host.count(".") == 3 else None
    found = _HOST.fullmatch(host)
    if found is None:
        return None
    last = found[1].lower()
    sure = bool(slash or port) or host.lower().startswith("www.")
    known = last in _GENERIC or last.startswith("xn--") or (len(last) == 2 and last.isalpha() and last.isascii())
    return f"https://{text}" if known and (sure or last not in _FILES) else None


def _split(text: str) -> SplitResult | None:
    """The parts of a web address; None where it is none."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return None
    return parts if parts.scheme in _DEFAULT_PORTS and parts.hostname else None


def _host(parts: SplitResult) -> tuple[str, int | None]:
    """Host without ``www.`` and the last dot, in ASCII; and the port where it is another than the scheme's own."""
    host = unquote(parts.hostname or "").rstrip(".").lower()
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return "", None
    if re.search(r"[\s/?#@\\%]", host):
        return "", None
    while host.startswith("www.") and host.count(".") > 1:
        host = host[4:]
    host = host.replace(".m.wikipedia.org", ".wikipedia.org")
    port = parts.port if parts.port != _DEFAULT_PORTS[parts.scheme] else None
    return (f"[{host}]" if ":" in host else host), port


def _inside(host: str, path: str) -> str | None:
    """The address that one of an AMP cache is about, where that is sure."""
    path = _dotless(_escaped(path, _PATH_PLAIN))
    found = _AMP_CACHE.fullmatch(path.removeprefix("/amp") if host == "google.com" else path)
    if found is None or not _HOST.fullmatch(found[2]):
        return None
    inner = found[2].lower()
    name = inner.replace("-", "--").replace(".", "-")
    if (host == "google.com" and path.startswith("/amp/")) or host == f"{name}.cdn.ampproject.org":
        return f"http{'s' if found[1] else ''}://{inner}{found[3]}"
    return None


def _path(host: str, path: str) -> str:
    path = _dotless(_escaped(path, _PATH_PLAIN))
    while True:
        before = path
        path = _SESSION.sub("", path)
        path = re.sub("/{2,}", "/", path)
        path = _INDEXES.sub("/", path)
        path = _without_amp(host, path.rstrip("/") or "/")
        path = path.rstrip("/") or "/"
        if path == before:
            return path


def _without_amp(host: str, path: str) -> str:
    if (host == "globo.com" or host.endswith(".globo.com")) and path.startswith("/google/amp/"):
        return path.removeprefix("/google/amp")
    for ending in ("/amp", ".amp", "/amp.html", ".amp.html"):
        rest = path.removesuffix(ending)
        if rest != path and ARTICLE.search(rest):
            return rest + (".html" if ending == ".amp.html" else "")
    rest = path.removeprefix("/amp/")
    return f"/{rest}" if rest != path and ARTICLE.search(f"/{rest}") else path


def _query(host: str, query: str) -> str:
    kept = []
    for part in query.replace("&amp;", "&").split("&"):
        name, equals, value = part.partition("=")
        name, value = unquote_plus(name), unquote_plus(value)
        amp = name.lower() in _AMP_QUERY and value.lower() in ("", "1", "amp", "true")
        if part and not amp and not is_tracker(host, name, value):
            kept.append((name if equals else None, _escaped(part.replace("+", "%20"), _QUERY_PLAIN | {"="})))
    if all(name is not None for name, _ in kept):
        kept.sort(key=lambda each: each[0] or "")  # by name alone: of several with one name, the order may matter
    return "&".join(part for _, part in kept)


def _escaped(text: str, plain: frozenset[str]) -> str:
    """The one way to write it: escaped is only what has to be, in capitals."""

    def one(found: re.Match[str]) -> str:
        if found[1] is None:
            return "".join(f"%{byte:02X}" for byte in found[2].encode("utf-8", "surrogatepass"))
        sign = chr(int(found[1], 16))
        return sign if sign in plain else f"%{found[1].upper()}"

    return _ESCAPE.sub(one, text)


def _dotless(path: str) -> str:
    """The path with ``.`` and ``..`` gone the way they lead."""
    steps: list[str] = []
    for step in path.split("/"):
        if step == "..":
            del steps[max(1, len(steps) - 1) :]
        elif step != ".":
            steps.append(step)
    return "/" + "/".join(steps).lstrip("/")


def _is_number(host: str) -> bool:
    import ipaddress

    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
