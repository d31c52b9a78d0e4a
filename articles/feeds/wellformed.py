"""XML as sites send it, made such that a parser can trust it: decoded, without a document type, well-formed."""

from __future__ import annotations

import codecs
import html
import re
from dataclasses import dataclass

from articles.decoding import decode
from articles.errors import NotAnArticle
from articles.feeds.model import NotAFeed

_PROLOG = 1 << 16  # characters before the first element: more than a few lines of warnings are no feed
_MOST_PREFIXES = 64

_declared = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_prefix = re.compile(r"</?([A-Za-z_][\w.-]{0,40}):[A-Za-z_]|\s([A-Za-z_][\w.-]{0,40}):[A-Za-z_][\w.-]{0,40}\s?=")
_own_type = re.compile(r"<!DOCTYPE[^>\[]*\[|<!ENTITY", re.IGNORECASE)
_illegal = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_loose = re.compile(r"&(?!(?:lt|gt|amp|quot|apos);)(#\d{1,9};|#[xX][0-9a-fA-F]{1,8};|[A-Za-z][A-Za-z0-9]{0,31};)?")
_tag_end = re.compile(r"""(?:[^>"']|"[^"]*"|'[^']*')*+>""")

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "media": "http://search.yahoo.com/mrss/",
    "atom": "http://www.w3.org/2005/Atom",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "xhtml": "http://www.w3.org/1999/xhtml",
}


@dataclass(frozen=True, slots=True)
class Tidied:
    """XML that is well-formed.

    Attributes:
        text: The root element, with no declaration and no document type before it.
        problem: What was so wrong that something may be missing, in one line; "" where nothing was.
    """

    text: str
    problem: str = ""


def tidied(data: bytes, roots: str, charset: str | None = None) -> Tidied:
    """The XML document that begins with one of these elements, well-formed whatever it was.

    Nothing outside is ever fetched. What HTML knows and XML does not (``&nbsp;``, a bare ``&``), prefixes without a
    declaration, control characters and whatever stands before the root are put right without a word.

    Args:
        data: The bytes.
        roots: The names of root elements as alternatives of a pattern, as ``rss|feed``.
        charset: The encoding that the server names.

    Raises:
        NotAFeed: There is no such element, it is no text, or it declares entities of its own.
    """
    text = decoded(data, charset)
    root = re.search(rf"<(?:[A-Za-z_][\w.-]{{0,40}}:)?(?:{roots})(?=[\s/>])", text[:_PROLOG])
    before = text[: root.start() if root else _PROLOG]
    if _own_type.search(before):
        raise NotAFeed("it declares entities of its own, which is not safe", "ask its maker for a plain feed")
    if root is None:
        raise NotAFeed(*_no_root(before))
    name = root[0][1:]
    text, whole = _whole(text[root.start() :], name)
    text = _with_prefixes(_illegal.sub("\ufffd", _with_entities(text)), name)
    problem = _fault(text)
    if not problem:
        return Tidied(text)
    text = _with_prefixes(recovered(text), name)
    if _fault(text):
        raise NotAFeed(f"its XML cannot be read ({problem})", "tell its maker")  # noqa: EM102
    return Tidied(text, f"its XML is wrong ({problem})" if whole else "it ends in the middle")


def decoded(data: bytes, charset: str | None = None) -> str:
    """The text of an XML file, whatever encoding it claims.

    Valid UTF-8 is UTF-8: text in another encoding is not, but for rare chance. Then what the file declares, then what
    the server does, then what the bytes look like.

    Raises:
        NotAFeed: It is no text.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    found = _declared.search(data[:1000])
    for name in (found[1].decode("ascii") if found else "", charset or ""):
        try:
            codec = codecs.lookup(name).name if name else ""
            # UTF-8 it is not; Latin-1 stands for Windows-1252 everywhere, and that is what `decode` takes last.
            if codec and codec not in ("utf-8", "ascii", "iso8859-1", "cp1252") and not codec.startswith("utf-16"):
                return data.decode(codec)
        except (LookupError, UnicodeError, ValueError):
            continue
    try:
        return decode(data)
    except NotAnArticle as problem:
        raise NotAFeed(problem.message, "check the address") from None


def _no_root(before: str) -> tuple[str, str]:
    if re.search(r"<(?:!doctype\s+)?html\b", before, re.IGNORECASE):
        return "this is a web page, not a feed", "look on it for the address of its feed"
    return "this is no feed", "check the address"


def _whole(text: str, name: str) -> tuple[str, bool]:
    """The element up to its end, and whether it has one; of one cut short, what ends with a whole item."""
    end = text.rfind(f"</{name}")
    if end >= 0:
        close = text.find(">", end)
        return (text[: close + 1] if close >= 0 else text[:end] + f"</{name}>"), True
    ends = [text.rfind(close) + len(close) for close in ("</item>", "</entry>", "</outline>") if close in text]
    return text[: max(ends)] if ends else text, False


def _with_entities(text: str) -> str:
    """The text with HTML's names of characters as the characters; what CDATA holds stays as it is."""
    if "&" not in text:
        return text
    pieces = []
    at = 0
    while at < len(text):
        start = text.find("<![CDATA[", at)
        end = text.find("]]>", start) if start >= 0 else -1
        if start < 0 or end < 0:
            pieces.append(_loose.sub(_plain, text[at:]))
            break
        pieces += (_loose.sub(_plain, text[at:start]), text[start : end + 3])
        at = end + 3
    return "".join(pieces)


def _plain(found: re.Match[str]) -> str:
    name = found[1]
    if name is None:
        return "&amp;"
    char = html.unescape(found[0])
    if char == found[0]:
        return "&amp;" + name
    return html.escape(char) or "\ufffd"


def _with_prefixes(text: str, name: str) -> str:
    """The text with a declaration in its root for every prefix that has none there."""
    tag = _tag_end.match(text)
    head = tag[0] if tag else text[:_PROLOG]
    used = {each for pair in _prefix.findall(text) for each in pair if each} - {"xml", "xmlns"}
    missing = [each for each in sorted(used) if f"xmlns:{each}" not in head]
    if not missing:
        return text
    more = "".join(
        f' xmlns:{each}="{_NAMESPACES.get(each, "urn:unknown:" + each)}"' for each in missing[:_MOST_PREFIXES]
    )
    at = len(name) + 1
    return text[:at] + more + text[at:]


def _fault(text: str) -> str:
    """What is wrong with the XML, "" where it is well-formed. A document type is a fault."""
    from xml.parsers import expat  # it is told to accept no document type, so that no entity can be declared

    def refuse(*_: object) -> None:
        raise NotAFeed("it declares entities of its own, which is not safe", "ask its maker for a plain feed")

    parser = expat.ParserCreate("utf-8", " ")
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        return f"line {error.lineno}: {expat.errors.messages[error.code]}"
    return ""


def recovered(text: str) -> str:
    """What can be read of XML that is not well-formed, as XML that is.

    Raises:
        NotAFeed: Nothing can.
    """
    from lxml import etree

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise NotAFeed("its XML cannot be read", "tell its maker")
    text = etree.tostring(root, encoding="unicode")  # Any: lxml tells no types
    return str(text)
