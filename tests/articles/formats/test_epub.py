"""Electronic books: chapters as parts, what they say of themselves, and books that are broken or hostile."""

from __future__ import annotations

import datetime

import pytest

from articles.errors import NotAnArticle
from articles.formats import archive, read_article
from articles.formats.epub import reading as epub
from articles.model import Article, MarkupKind
from tests.articles.formats.books import FIRST, METADATA, SECOND, book, page


def read(data: bytes) -> Article:
    return read_article(data, "livro.epub")


def titles(article: Article) -> list[str]:
    return [part.title for part in article.parts()]


def marked(article: Article, kind: MarkupKind) -> list[tuple[str, str]]:
    return [(mark.span.of(article.body), mark.value) for mark in article.markup if mark.kind is kind]


TWO = {
    "um.xhtml": page(f"<h1>A obra</h1><p>{FIRST}</p>"),
    "dois.xhtml": page(f"<h2>Os lojistas</h2><p>{SECOND}</p><h3>O porto</h3><p>{FIRST}</p>"),
}


def test_chapters_are_parts_and_the_book_says_what_it_is() -> None:
    article = read(book(TWO))
    assert (article.title, article.byline, article.source) == ("As pontes do rio", "Ana Prado", "Editora Margem")
    assert (article.published, article.language, article.tags) == (datetime.date(2019, 4, 23), "pt-PT", ("Viagens",))
    assert article.body == f"A obra\n\n{FIRST}\n\nOs lojistas\n\n{SECOND}\n\nO porto\n\n{FIRST}"
    assert titles(article) == ["A obra", "Os lojistas"]
    assert article.parts()[0].span.of(article.body) == f"A obra\n\n{FIRST}"
    assert marked(article, MarkupKind.HEADING) == [("A obra", "1"), ("Os lojistas", "1"), ("O porto", "3")]


def test_titles_of_the_contents_stand_in_where_a_chapter_has_none() -> None:
    pages = {"um.xhtml": page(f"<p>{FIRST}</p>"), "dois.xhtml": page(f"<p>O fim</p><p>{SECOND}</p>")}
    nav = page(
        '<nav epub:type="toc"><h1>Índice</h1><ol><li><a href="um.xhtml">A obra</a></li>'
        '<li><a href="dois.xhtml">O fim</a></li></ol></nav>'
    )
    article = read(book(pages, nav=nav))
    assert article.body == f"A obra\n\n{FIRST}\n\nO fim\n\n{SECOND}"
    assert titles(article) == ["A obra", "O fim"]
    points = "".join(
        f'<navPoint><navLabel><text>{title}</text></navLabel><content src="{href}"/></navPoint>'
        for title, href in (("A obra", "um.xhtml#x"), ("Depois", "dois.xhtml"))
    )
    ncx = f'<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "x" "y"><ncx><navMap>{points}</navMap></ncx>'
    assert titles(read(book(pages, ncx=ncx))) == ["A obra", "Depois"]


def test_several_chapters_in_one_file_are_told_apart_by_the_contents() -> None:
    one = page(f'<h2 id="a">Um</h2><p>{FIRST}</p><h2 id="b">Dois</h2><p>{SECOND}</p><p id="c">{FIRST}</p>')
    entries = "".join(
        f'<li><a href="um.xhtml#{i}">{t}</a></li>' for i, t in (("a", "Um"), ("b", "Dois"), ("c", "Três"))
    )
    article = read(book({"um.xhtml": one}, nav=page(f'<nav epub:type="toc"><ol>{entries}</ol></nav>')))
    assert titles(article) == ["Um", "Dois", "Três"]


def test_a_file_that_goes_on_with_a_chapter_begins_none() -> None:
    pages = {"um.xhtml": page(f"<h1>A obra</h1><p>{FIRST}</p>"), "um_split.xhtml": page(f"<p>{SECOND}</p>")}
    assert titles(read(book(pages))) == ["A obra"]


@pytest.mark.parametrize("attributes", ['epub:type="toc"', 'epub:type="cover"', 'role="doc-colophon"'])
def test_what_is_marked_as_no_text_is_left_out(attributes: str) -> None:
    pages = {"x.xhtml": page("<p>Isto não se lê aqui de modo algum.</p>", attributes=attributes), **TWO}
    assert "não se lê" not in read(book(pages)).body


def test_what_guide_and_landmarks_set_apart_is_left_out() -> None:
    apart = page("<p>Isto não se lê aqui de modo algum.</p>")
    guide = '<guide><reference type="cover" href="capa.xhtml"/><reference type="text" href="um.xhtml"/></guide>'
    assert "não se lê" not in read(book({"capa.xhtml": apart, **TWO}, extra=guide)).body
    nav = page(
        '<nav epub:type="toc"><ol><li><a href="um.xhtml">A obra</a></li></ol></nav><nav epub:type="landmarks"><ol><li>'
        '<a epub:type="colophon" href="ficha.xhtml">Ficha</a></li></ol></nav>'
    )
    assert "não se lê" not in read(book({"ficha.xhtml": apart, **TWO}, nav=nav)).body


def test_notes_pictures_and_emphasis_are_kept() -> None:
    body = (
        f'<h1>A obra</h1><p>{FIRST[:-1]}<sup><a epub:type="noteref" href="#n1">1</a></sup>, <em>dizem</em> em '
        '<a href="https://example.org/x">Lisboa</a> e <a href="dois.xhtml">depois</a>.</p>'
        '<p><img src="a.jpg" alt="A ponte vista do cais"/></p><p><img src="b.jpg" alt="imagem"/></p>'
        "<blockquote><p>Não passa ninguém.</p></blockquote><ul><li>cabos</li></ul>"
        '<aside epub:type="footnote" id="n1"><p>1. Segundo o relatório.</p></aside>'
    )
    article = read(book({"um.xhtml": page(body)}))
    assert "aguentavam mais[1], dizem em Lisboa e depois." in article.body
    assert marked(article, MarkupKind.EMPHASIS) == [("dizem", "")]
    assert marked(article, MarkupKind.LINK) == [("Lisboa", "https://example.org/x")]
    assert marked(article, MarkupKind.CAPTION) == [("A ponte vista do cais", "")]
    assert marked(article, MarkupKind.QUOTE) == [("Não passa ninguém.", "")]
    assert marked(article, MarkupKind.ITEM) == [("cabos", "•")]
    assert article.body.endswith("1. Segundo o relatório.")


ENCRYPTED = (
    '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
    '<enc:EncryptionMethod Algorithm="{}"/>'
    '<enc:CipherData><enc:CipherReference URI="{}"/></enc:CipherData></enc:EncryptedData></encryption>'
)


def test_a_protected_book_is_told_and_mangled_fonts_are_no_protection() -> None:
    aes = ENCRYPTED.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/um.xhtml")
    with pytest.raises(NotAnArticle, match="protected") as caught:
        read(book(TWO, files={"META-INF/encryption.xml": aes}))
    assert "\n" not in str(caught.value)
    fonts = ENCRYPTED.format("http://www.idpf.org/2008/embedding", "OEBPS/f.otf")
    assert read(book(TWO, files={"META-INF/encryption.xml": fonts})).title == "As pontes do rio"


def test_what_is_broken_is_read_as_far_as_it_goes() -> None:
    latin = page(f"<h1>A obra</h1><p>{FIRST}</p>").replace("utf-8", "iso-8859-1").encode("latin-1")
    assert FIRST in read(book({"um.xhtml": latin})).body
    assert FIRST in read(book({"um.xhtml": page(f"<h1>A obra</h1><p>{FIRST}<div><b></p>")})).body
    assert titles(read(book(TWO, spine=["i0", "falta", "i1", "i0"]))) == ["A obra", "Os lojistas"]
    broken = (
        f"<package><metadata><dc:title>Sem fim & mais</dc:title></metadata><manifest>{'<item id=a href='}'um.xhtml'"
    )
    whole = broken.replace(
        "<item id=a href='um.xhtml'", "<item id='a' href='um.xhtml'/></manifest><spine><itemref idref='a'/>"
    )
    assert read(book(TWO, opf=whole)).body.startswith("A obra")
    assert read(book(TWO, metadata="<dc:date>0101-01-01</dc:date><dc:language>??</dc:language>")).published is None
    assert read(book(TWO, metadata=METADATA.replace("2019-04-23", "2019"))).published is None


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (book({}), "names no chapters"),
        (book(TWO, opf="<nada"), "list of its chapters is missing|names no chapters"),
        (book({"../../um.xhtml": page("<p>a</p>")}), "names no chapters"),
        (book({"um.xhtml": page("<img src='1.jpg' alt='1'/>")}), "there is no text in this book"),
        (book({"um.xhtml": page(f"<p>{FIRST}</p>")}).replace(b"um.xhtml", b"um.xhtmX"), "chapters are missing|no text"),
        (book(TWO)[:-200], "damaged"),
        (book(TWO, files={"OEBPS/a.xhtml": b""}).replace(b"\0\0\x08\0", b"\x01\0\x08\0"), "password|damaged|missing"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(NotAnArticle, match=says) as caught:
        read(data)
    assert str(caught.value).startswith("livro.epub: ")
    assert "\n" not in str(caught.value)


def test_bombs_end_at_a_limit_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_FILES", 50)
    monkeypatch.setattr(archive, "LARGEST_ENTRY", 2 << 20)
    monkeypatch.setattr(archive, "LARGEST_WHOLE", 3 << 20)
    with pytest.raises(NotAnArticle, match="a file in it unpacks to more than 2 MB"):
        read(book({"um.xhtml": b" " * (2 << 20) + b" "}))
    with pytest.raises(NotAnArticle, match="it unpacks to more than 3 MB"):
        read(book(dict.fromkeys(("a", "b", "c", "d"), b" " * (1 << 20))))
    with pytest.raises(NotAnArticle, match="more than 50 files"):
        read(book(TWO, files={f"x{n}": b"" for n in range(51)}))
    monkeypatch.setattr(epub, "LONGEST", 100)
    with pytest.raises(NotAnArticle, match="million characters"):
        read(book(TWO))


def test_entities_do_not_grow_and_depth_is_not_followed() -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + page(f"<p>{FIRST} &b;</p>").split(">", 2)[2]
    assert "haha" not in read(book({"um.xhtml": laughs})).body
    deep = page("<div>" * 1_000 + f"<p>{FIRST}</p>" + "</div>" * 1_000)
    assert "A ponte velha" in read(book({"um.xhtml": deep})).body
