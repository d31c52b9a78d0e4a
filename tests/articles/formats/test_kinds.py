"""What kind of file something is: the bytes beat the type that came with it, and that beats the name."""

from __future__ import annotations

import io
import zipfile

import pytest

from articles.errors import NotAnArticle
from articles.formats import read_article
from articles.formats.kinds import Kind, kind_of

TEXT = "Uma frase em português, com acentos.".encode()
MHTML = b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"


def zipped(**entries: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in entries.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return buffer.getvalue()


EPUB = zipped(mimetype="application/epub+zip", **{"META-INF__container_dot_xml": "<container/>"})
DOCX = zipped(**{"[Content_Types]_dot_xml": "<Types/>", "word__document_dot_xml": "<w/>"})
ODT = zipped(mimetype="application/vnd.oasis.opendocument.text", content_dot_xml="<x/>")


@pytest.mark.parametrize(
    ("data", "name", "content_type", "kind"),
    [
        (TEXT, "", None, Kind.TEXT),
        (TEXT, "a.txt", "text/plain; charset=utf-8", Kind.TEXT),
        (TEXT, "a.md", None, Kind.MARKDOWN),
        (TEXT, "a.md", "text/plain", Kind.MARKDOWN),
        (TEXT, "", "text/markdown", Kind.MARKDOWN),
        (TEXT, "a", "text/html", Kind.TEXT),  # a server that calls everything a page
        (TEXT, "a.html", None, Kind.TEXT),
        (b"<p>Uma frase.</p>", "a.html", None, Kind.HTML),
        (b"<p>Uma frase.</p>", "", "text/html", Kind.HTML),
        (b"<p>Uma frase.</p>", "a.txt", None, Kind.TEXT),
        (b"<p>Uma frase.</p>", "a.html", "text/plain", Kind.TEXT),
        (b"<div>em Markdown</div>\n\n# Um", "a.md", None, Kind.MARKDOWN),
        (b"O sinal <html> abre a folha.", "a.txt", None, Kind.TEXT),
        (b"<b>Negrito</b> e <i>it\xc3\xa1lico</i>.", "a.txt", None, Kind.TEXT),
        (b"<!DOCTYPE html><p>Uma frase.", "a.txt", None, Kind.HTML),
        (b"\xef\xbb\xbf\r\n<!-- salva -->\n<HTML lang=pt>", "", "text/plain", Kind.HTML),
        ("<html><body>Olá".encode("utf-16"), "", None, Kind.HTML),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>", "", None, Kind.HTML),
        (b"<?xml version='1.0'?>\n<html xmlns='x'>", "a.xml", "application/xml", Kind.HTML),
        (MHTML, "a.html", None, Kind.MHTML),
        (MHTML, "a.mhtml", "text/plain", Kind.MHTML),
        (b"From: eu\n\nUma carta antiga.", "a.txt", None, Kind.TEXT),
        (b"%PDF-1.4\n...", "a.txt", "text/plain", Kind.PDF),
        (b"lixo\n%PDF-1.4\n...startxref\n0\n%%EOF", "", None, Kind.PDF),
        (b"Todo PDF come\xc3\xa7a por %PDF-1.4.", "", None, Kind.TEXT),
        (EPUB, "a.zip", "application/zip", Kind.EPUB),
        (EPUB[:-30], "a.epub", None, Kind.EPUB),
        (DOCX, "", "application/msword", Kind.DOCX),
        (b"ID3 \xc3\xa9 um tipo de etiqueta; BZh n\xc3\xa3o.", "", None, Kind.TEXT),
        (b"BM, MM, II e RIFF s\xc3\xa3o siglas.", "", None, Kind.TEXT),
        (b"", "a.html", "text/html", Kind.TEXT),
    ],
)
def test_what_it_is(data: bytes, name: str, content_type: str | None, kind: Kind) -> None:
    assert kind_of(data, name, content_type) is kind


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\0", "a.html", "a PNG picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "", "a WebP picture"),
        (b"\0\0\0\x20ftypisom\0\0", "", "a video"),
        (b"\0\0\0\x20ftypheic\0\0", "", "a HEIC picture"),
        (b"\x1aE\xdf\xa3\x01", "", "a video"),
        (b"ID3\x04\x00\x00", "", "a sound file"),
        (b"\x1f\x8b\x08\0", "a.txt.gz", "a gzip archive.*unpack it first"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 90 + "WordDocument".encode("utf-16-le"),
            "",
            r"\(\.doc\).*\.docx",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "", "with a password"),
        (b"{\\rtf1\\ansi}", "a.doc", r"\(RTF\)"),
        (zipped(xl__workbook_dot_xml=""), "a.xlsx", "an Excel workbook"),
        (zipped(ppt__presentation_dot_xml=""), "", "a PowerPoint"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "a.ods", "OpenDocument spreadsheet"),
        (ODT, "a.docx", r"\(\.odt\).*save it as \.docx"),
        (zipped(a_dot_txt="texto"), "a.zip", "a ZIP archive.*unpack"),
        (b"PK\x03\x04\x14\0\0\0", "", "damaged ZIP"),
        (b"<?xml version='1.0'?><rss version='2.0'/>", "", r"\(RSS\).*reader feeds add"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "", r"\(Atom\)"),
        (b"<opml version='2.0'>", "", "OPML.*feeds import"),
        (b"<?xml version='1.0'?><!-- x --><svg/>", "", "an SVG picture"),
        (b"<?xml version='1.0'?><dados/>", "", "XML data"),
        (b'{"a": 1}', "a.json", "JSON data"),
    ],
)
def test_what_is_no_article_is_named_in_one_line(data: bytes, name: str, says: str) -> None:
    with pytest.raises(NotAnArticle, match=says) as caught:
        read_article(data, name)
    assert caught.value.advice
    assert "\n" not in str(caught.value)


def test_a_page_is_read_as_one_and_the_readers_word_beats_its_own() -> None:
    said = "O conselho da cidade decidiu na terça-feira que a ponte velha fica fechada durante dois anos. "
    page = f"<!DOCTYPE html><html lang=pt><title>A ponte fecha</title><article><p>{said * 4}</p></article>".encode()
    article = read_article(page, "a.html", fetched_from="https://example.org/ponte", charset="latin-1")
    assert (article.title, article.url) == ("A ponte fecha", "https://example.org/ponte")
    assert article.body.startswith("O conselho da cidade")
    given = read_article(page, title="Outra", url="https://example.org/x", tags=("obras",), source="Gazeta")
    assert (given.title, given.url, given.tags[0], given.source) == (
        "Outra",
        "https://example.org/x",
        "obras",
        "Gazeta",
    )
