"""Word documents: what is kept of them, and those that are broken or hostile."""

from __future__ import annotations

import datetime
import io
import sys
import zipfile

import pytest

from articles.errors import NotAnArticle
from articles.formats import archive, read_article
from articles.model import Article, MarkupKind

pytest.importorskip("mammoth")

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/></w:style>'
    for style, name in (("T", "Title"), ("H1", "heading 1"), ("H2", "Título 2"), ("Q", "Quote"), ("C", "caption"))
)
CORE = (
    '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>A ponte fecha</dc:title><dc:creator>Ana Prado</dc:creator>'
    "<dcterms:created>2023-09-15T10:30:00Z</dcterms:created></cp:coreProperties>"
)
TEXT = (
    "A ponte velha foi fechada na terça-feira, depois de os engenheiros terem visto que os cabos não aguentavam mais."
)


def p(text: str, style: str = "", *, marks: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:rPr>{marks}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def document(*paragraphs: str, core: str = CORE, files: dict[str, str] | None = None, relations: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as written:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        written.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/></Types>',
        )
        package = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
        written.writestr(
            "_rels/.rels",
            f'<Relationships {package}><Relationship Id="a" Type="{RELATIONS}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        written.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships {package}><Relationship Id="s" Type="{RELATIONS}/styles" Target="styles.xml"/>'
            f'<Relationship Id="f" Type="{RELATIONS}/footnotes" Target="footnotes.xml"/>{relations}</Relationships>',
        )
        written.writestr("word/styles.xml", f"<w:styles {W}>{STYLES}</w:styles>")
        written.writestr(
            "word/footnotes.xml",
            f'<w:footnotes {W}><w:footnote w:id="2">{p("Segundo o relatório.")}</w:footnote></w:footnotes>',
        )
        written.writestr("docProps/core.xml", core)
        written.writestr(
            "word/document.xml", f"<w:document {W} {R}><w:body>{''.join(paragraphs)}</w:body></w:document>"
        )
        for name, text in (files or {}).items():
            written.writestr(name, text)
    return buffer.getvalue()


def read(data: bytes) -> Article:
    return read_article(data, "carta.docx")


def test_what_stands_in_it_and_what_it_says_of_itself() -> None:
    note = f'<w:p><w:r><w:t>{TEXT}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    article = read(
        document(
            p("A ponte velha fecha", "T"),
            note,
            p("As causas", "H1"),
            p("Os cabos", "H2"),
            p("Não passa ninguém.", "Q"),
            p("A ponte vista do cais", "C"),
            p("forte", marks="<w:b/>"),
        )
    )
    assert (article.title, article.byline) == ("A ponte velha fecha", "Ana Prado")
    assert article.moment == datetime.datetime(2023, 9, 15, 10, 30, tzinfo=datetime.UTC)
    assert article.body.startswith(f"{TEXT}[1]\n\nAs causas\n\nOs cabos\n\nNão passa ninguém.\n\nA ponte vista")
    assert article.body.endswith("Segundo o relatório.")
    kinds = [(mark.kind, mark.value, mark.span.of(article.body)) for mark in article.markup]
    assert kinds[:4] == [
        (MarkupKind.HEADING, "1", "As causas"),
        (MarkupKind.HEADING, "2", "Os cabos"),
        (MarkupKind.QUOTE, "", "Não passa ninguém."),
        (MarkupKind.CAPTION, "", "A ponte vista do cais"),
    ]
    assert (MarkupKind.STRONG, "", "forte") in kinds


def test_a_title_of_its_own_properties_and_a_template_date() -> None:
    article = read(document(p(TEXT), core=CORE.replace("2023-09-15T10:30:00Z", "2013-12-23T23:15:00Z")))
    assert (article.title, article.moment, article.published) == ("A ponte fecha", None, None)


def test_nothing_outside_is_opened() -> None:
    outside = (
        f'<Relationship Id="i" Type="{RELATIONS}/image" Target="http://198.51.100.7/a.png" TargetMode="External"/>'
    )
    picture = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:docPr descr="A ponte ao longe"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        '<a:blip r:link="i"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )
    assert read(document(p(TEXT), picture, relations=outside)).body.startswith(TEXT)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (document(p("")), "no words"),
        (document(p(TEXT), files={"word/x.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "declares entities"),
        (document("<w:p><w:r>"), "damaged"),
        (document(p(TEXT))[:-100], "damaged"),
        (document("<w:sdt>" * 3_000), "damaged"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(NotAnArticle, match=says) as caught:
        read(data)
    assert "\n" not in str(caught.value)


def test_bombs_and_a_missing_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_ENTRY", 1 << 20)
    with pytest.raises(NotAnArticle, match="a file in it unpacks to more than 1 MB"):
        read(document(p("a" * (1 << 20))))
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(NotAnArticle, match=r"pip install leitor\[documents\]"):
        read(document(p(TEXT)))
