"""What kind of file some bytes are: by the bytes first, then by the type that came with them, then by the name."""

from __future__ import annotations

import enum
import io
import re
import zipfile

from articles.errors import NotAnArticle
from articles.formats.archive import UNLISTED, UNREADABLE
from articles.signatures import named

ADVICE = "give a text, Markdown, HTML, MHTML, EPUB, PDF or Word (.docx) file"
"""What to do with a file of another kind."""

_LOOKED_AT = 4096  # bytes
_PDF_WITHIN = 1024  # bytes in which a PDF begins: readers of PDF allow for rubbish before it
_MOST_FILES = 20_000  # in a ZIP archive
_DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


class Kind(enum.StrEnum):
    """The kinds of file that an article is read from."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    MHTML = "mhtml"
    EPUB = "epub"
    PDF = "pdf"
    DOCX = "docx"


_comments = re.compile(r"(?:\s*+<!--.{0,2000}?-->)*+\s*+", re.DOTALL)
_web_page = re.compile(r"<!doctype\s+html|<(?:html|head|body)[\s>]", re.IGNORECASE)
_declaration = re.compile(r"<\?xml\b[^<>]{0,300}\?>", re.IGNORECASE)
_doctype = re.compile(r"<!doctype\s+([\w:.-]{1,40})", re.IGNORECASE)
_root = re.compile(r"<([a-zA-Z][\w:.-]{0,40})")
_tag = re.compile(rb"<(?:!doctype|/?[a-z][a-z0-9]{0,10}[\s/>])", re.IGNORECASE)
_ROOTS = {
    "rss": "a feed (RSS)",
    "feed": "a feed (Atom)",
    "rdf:rdf": "a feed (RSS)",
    "opml": "a list of feeds (OPML)",
    "svg": "an SVG picture",
    "fictionbook": "an FB2 book",
    "tmx": "a translation memory (TMX)",
    "urlset": "a site map",
    "office:document": "a flat OpenDocument file",
}
_mark_up_in_feed = frozenset({"rss", "feed", "rdf:rdf", "opml"})
_TYPES = {
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "multipart/related": Kind.MHTML,
    "message/rfc822": Kind.MHTML,
    "application/x-mimearchive": Kind.MHTML,
    "text/markdown": Kind.MARKDOWN,
    "text/x-markdown": Kind.MARKDOWN,
}
_JSON = frozenset({"application/json", "text/json"})
_NAMES = (
    (re.compile(r"\.(?:md|markdown|mdown)$", re.IGNORECASE), Kind.MARKDOWN),
    (re.compile(r"\.(?:html?|xhtml?|xht)$", re.IGNORECASE), Kind.HTML),
)
_text_name = re.compile(r"\.(?:txt|text|md|markdown|mdown)$", re.IGNORECASE)
_ZIPPED = (  # a file in the archive, and what the archive is then
    ("META-INF/container.xml", Kind.EPUB),
    ("word/document.xml", Kind.DOCX),
    ("xl/workbook.xml", "an Excel workbook"),
    ("xl/workbook.bin", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("AndroidManifest.xml", "an Android program"),
    ("META-INF/MANIFEST.MF", "a Java program"),
    ("index.xml", "a ZIP archive (a Pages document, perhaps)"),
)
_OLD_OFFICE = (("WordDocument", "an old Word document (.doc)"), ("Workbook", "an old Excel workbook (.xls)"))
_OPEN_DOCUMENTS = {
    "text": "an OpenDocument text (.odt)",
    "spreadsheet": "an OpenDocument spreadsheet",
    "presentation": "an OpenDocument presentation",
    "graphics": "an OpenDocument drawing",
}


def kind_of(data: bytes, name: str = "", content_type: str | None = None) -> Kind:
    """What kind of file the bytes are.

    Tags alone make no web page: a text that speaks of tags is a text, unless it begins as pages do, or its type or its
    name says that it is a page and there is a tag in it.

    Args:
        data: All bytes of the file.
        name: Its name; the ending may say which kind of text it is.
        content_type: The type that came with it over the network, which may be wrong.

    Raises:
        NotAnArticle: It is of a kind that no article is read from; the message names it.
    """
    from articles.formats.html.mhtml import is_mhtml

    if _is_pdf(data):
        return Kind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zipped(data)
    if what := named(data):
        raise _refused(_more_exactly(data, what))
    if is_mhtml(data):
        return Kind.MHTML
    return _of_text(data, name, (content_type or "").partition(";")[0].strip().lower())


def _is_pdf(data: bytes) -> bool:
    at = data.find(b"%PDF-", 0, _PDF_WITHIN)
    return at == 0 or (at > 0 and data[at - 1] in b"\r\n" and b"startxref" in data)


def _of_text(data: bytes, name: str, content_type: str) -> Kind:
    head = _head(data)
    start = _comments.match(head)
    start_at = start.end() if start else 0
    if _web_page.match(head, start_at):
        return Kind.HTML
    if kind := _xml(head, start_at, as_text=_text_name.search(name) is not None):
        return kind
    told = _TYPES.get(content_type) or next((kind for pattern, kind in _NAMES if pattern.search(name)), None)
    if content_type == "text/plain" and told is Kind.HTML:
        return Kind.TEXT
    if told is Kind.HTML:  # some servers call everything a page
        return told if _tag.search(data.replace(b"\0", b"")) else Kind.TEXT
    if content_type in _JSON or name.lower().endswith(".json"):
        raise _refused("JSON data")
    return Kind.MARKDOWN if told is Kind.MARKDOWN else Kind.TEXT


def _xml(head: str, start: int, *, as_text: bool) -> Kind | None:
    """What XML is by its root; None for text, which may begin with a tag."""
    declared = _declaration.match(head, start)
    at = declared.end() if declared else start
    comments = _comments.match(head, at)
    at = comments.end() if comments else at
    doctype = _doctype.match(head, at)
    root = doctype or _root.match(head, at)
    called = root[1].lower() if root else ""
    if called == "html" or (declared and called.endswith(":html")):
        return Kind.HTML
    if called in _ROOTS and (declared or doctype or (called in _mark_up_in_feed and not as_text)):
        raise _refused(_ROOTS[called])
    if declared and called:
        raise _refused("XML data")
    return None


def _zipped(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {info.filename.lstrip("/") for info in archive.infolist()[:_MOST_FILES]}
            mimetype = _mimetype(archive) if "mimetype" in names else ""
    except UNLISTED:  # what it was may still show
        return _of_broken(data)
    if mimetype == "application/epub+zip":
        return Kind.EPUB
    if mimetype.startswith("application/vnd.oasis.opendocument."):
        found = _OPEN_DOCUMENTS.get(mimetype.rpartition(".")[2], "an OpenDocument file")
    else:
        lowered = {each.lower().replace("\\", "/") for each in names}
        found = next((kind for entry, kind in _ZIPPED if entry.lower() in lowered), "a ZIP archive")
        if found == "a ZIP archive" and _DOCX_TYPE.encode() in data[:_LOOKED_AT]:
            found = Kind.DOCX
    if isinstance(found, Kind):
        return found
    raise _refused(found)


def _of_broken(data: bytes) -> Kind:
    """An archive whose list of contents cannot be read: what it was is in its first entries, if anywhere."""
    if b"application/epub+zip" in data[:200] or b"META-INF/container.xml" in data:
        return Kind.EPUB
    if b"word/document.xml" in data:
        return Kind.DOCX
    if b"opendocument.text" in data[:200]:
        raise _refused(_OPEN_DOCUMENTS["text"])
    raise NotAnArticle("this looks like a damaged ZIP archive", ADVICE)


def _mimetype(archive: zipfile.ZipFile) -> str:
    try:
        with archive.open("mimetype") as file:
            return file.read(200).decode("ascii", "replace").strip().strip("\ufeff").lower()
    except UNREADABLE:  # its other files tell the kind too
        return ""


def _more_exactly(data: bytes, what: str) -> str:
    if what != "an old Word or Office document":
        return what
    for stream, called in _OLD_OFFICE:
        if stream.encode("utf-16-le") in data:
            return called
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "a Word or Office document with a password"
    return what


def _refused(what: str) -> NotAnArticle:
    return NotAnArticle(f"this looks like {what}, which is no article", _ADVICES.get(what, ADVICE))


_ADVICES = {
    "an old Word document (.doc)": "save it as .docx, or its text",
    "a rich text (RTF) document": "save it as .docx, or its text",
    "an OpenDocument text (.odt)": "save it as .docx, or its text",
    "a gzip archive": "unpack it first",
    "a ZIP archive": "unpack it first",
    "a Word or Office document with a password": "save it without the password",
    "a feed (RSS)": "subscribe to it: reader feeds add ADDRESS",
    "a feed (Atom)": "subscribe to it: reader feeds add ADDRESS",
    "a list of feeds (OPML)": "take it in with reader feeds import",
    "a translation memory (TMX)": "take it in with reader memory import",
    "a Kindle (MOBI) book": "convert it to EPUB first",
    "an FB2 book": "convert it to EPUB first",
}


def _head(data: bytes) -> str:
    """The beginning as text, for looking at: enough of it in any encoding that has ASCII in it."""
    head = data[:_LOOKED_AT]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head.count(b"\0") > len(head) // 4:
        head = head.replace(b"\0", b"").lstrip(b"\xff\xfe")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1").lstrip("\x00 \t\r\n")
