"""Pages made to harm: nothing crashes, nothing is fetched, nothing unclean comes out, and the text is still found."""

from __future__ import annotations

import pytest

from articles.formats.html.reading import read_page

TEXT = "".join(
    f"<p>A câmara aprovou ontem o orçamento da cidade, com {votes} votos a favor e nenhum contra, segundo a ata.</p>"
    for votes in ("dez", "onze", "doze", "treze")
)


ODD = '{"@type":"Article","headline":{"a":1},"author":[null,3,{"name":[1]}],"datePublished":2,"keywords":{}}'


def page(body: str, head: str = "") -> str:
    return f"<html lang=pt><head><title>Orçamento</title>{head}</head><body><article>{body}</article></body></html>"


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    "data",
    [
        page("<div>" * 10_000 + TEXT),
        page("<b>" * 10_000 + "</b>" + TEXT),
        page("<ul><li>" * 5_000 + TEXT),
        page("<blockquote>" * 3_000 + TEXT + "</blockquote>" * 3_000),
        page("<table><tr><td>" * 1_000 + TEXT),
        page(f"<p {' '.join(f'a{at}=1' for at in range(20_000))}></p>{TEXT}"),
        page("<a>" * 3_000 + TEXT),
        page("<" * 50_000 + TEXT),
        page(f"<p class='{'share ' * 50_000}'>x</p>{TEXT}"),
        page(TEXT, ld("[" * 100_000)),
        page(TEXT, ld('{"@graph":' * 900 + "{}" + "}" * 900)),
        page(TEXT, ld(ODD)),
        page(TEXT, '<link rel=canonical href="http://[::1"><meta property="og:url" content="javascript:a">'),
        page(f"<p>{'pub ' * 21}!</p><p>{'Leia mais ' * 8}zz</p><p>{'a+ a- ' * 13}q</p>{TEXT}"),
        page("<![CDATA[x]]><svg><p>oi</p></svg>" + TEXT),
        page(TEXT + "<script>var a = '"),
        "<!DOCTYPE html [" + "<!ENTITY a 'b'>" * 5_000 + page(TEXT),
    ],
)  # fmt: skip
def test_the_text_is_found_whatever_stands_around_it(data: str) -> None:
    body = read_page(data.encode()).body

    assert body.count("A câmara aprovou ontem") == 4


def test_entities_of_a_page_s_own_neither_grow_nor_read_files() -> None:
    bomb = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 20}">' for at in range(1, 9))
    head = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "ha">{bomb}<!ENTITY f SYSTEM "file:///etc/hosts">]>'
    body = read_page((head + page(f"<p>Veja: &e8; e &f; aqui.</p>{TEXT}")).encode()).body

    assert len(body) < 600
    assert "localhost" not in body


def test_no_escape_sequence_and_no_bidi_sign_comes_out_of_a_page() -> None:
    head = '<meta name="author" content="Ana &#27;[2J Sá"><meta name="keywords" content="a&#155;31m,b&#8238;c">'
    hostile = (
        "<p>Um &#27;[31mvermelho&#27;[0m, \x1b]0;t\x07 e &#8238;bidi&#8236; "
        "com &#0; e &#xD800; no "
        "<a href='https://a.example/&#27;[2J'>texto</a></p>"
    )
    read = read_page(page(f"<h1>T&#27;]52;c;x&#7;ítulo</h1>{hostile}{TEXT}", head).encode())

    told = f"{read.title}{read.body}{read.byline}{read.tags}{read.source}{[mark.value for mark in read.markup]}"
    assert not [char for char in told if char in "\x1b\x07\x9b\x00\u202e\u202c"]
    assert "Um �vermelho�, � e �bidi� com" in read.body


def test_only_addresses_of_the_web_and_of_mail_become_links() -> None:
    links = "<a href='javascript:x()'>um</a> <a href='http://[::1'>dois</a> <a href='/tres'>três</a>"
    links += " <a href='data:a'>quatro</a>"
    read = read_page(
        page(f"<p>Veja {links} e o resto desta frase comprida que vem depois deles.</p>{TEXT}").encode(),
        url="https://j.example/a/b",
    )

    assert [mark.value for mark in read.markup if mark.kind == "link"] == ["https://j.example/tres"]


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (page(TEXT).encode("utf-16"), None),
        (page(TEXT).encode("utf-16-le"), "utf-8"),
        (page(TEXT, "<meta charset=utf-8>").encode("cp1252"), "utf-8"),
        (page(TEXT, "<meta charset=iso-8859-1>").encode(), "iso-8859-1"),
        (page(TEXT, '<meta http-equiv="Content-Type" content="text/html; charset=x-nada">').encode("cp1252"), "nada"),
        (page(TEXT).encode("mac-roman"), "macintosh"),
        (b"\xef\xbb\xbf" + page(TEXT, "<meta charset=iso-8859-1>").encode(), None),
        (page(TEXT.replace("ontem", "on\0tem")).encode(), None),
        (page(TEXT).encode("cp1252"), "zip"),
    ],
    ids=["utf-16", "utf-16 bare", "cp1252 as utf-8", "utf-8 as latin-1", "unknown", "mac", "bom", "nul", "codec"],
)  # fmt: skip
def test_the_letters_are_right_whatever_encoding_is_declared(data: bytes, charset: str | None) -> None:
    assert read_page(data, charset=charset).body.startswith("A câmara aprovou on")
