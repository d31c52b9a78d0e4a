"""Which addresses are one, and what looks like an address."""

from __future__ import annotations

import pytest

from articles.addresses import as_url, canonical, looks_like_url

_SAME = [
    ("HTTP://WWW.Exemplo.PT:80/a/b", "https://exemplo.pt/a/b"),
    ("https://exemplo.pt/a/b/", "https://exemplo.pt/a/b"),
    ("https://exemplo.pt./a/b/index.html", "https://exemplo.pt/a/b"),
    ("https://exemplo.pt/a/x/../b//#comentarios", "https://exemplo.pt/a/b"),
    ("https://exemplo.pt/a?utm_source=x&utm_medium=y&fbclid=1&gclid=2", "https://exemplo.pt/a"),
    ("https://exemplo.pt/a?b=2&a=1", "https://exemplo.pt/a?a=1&b=2"),
    ("https://exemplo.pt/%7Eana/a%c3%a7%c3%a3o", "https://exemplo.pt/~ana/ação"),
    ("https://exemplo.pt/a?q=um+dois", "https://exemplo.pt/a?q=um%20dois"),
    ("https://notícias.pt/a", "https://xn--notcias-9ya.pt/a"),
    (
        "https://www.publico.pt/2023/09/13/mundo/noticia/titulo-2063264?ref=hp&cx=manchete_0",
        "https://publico.pt/2023/09/13/mundo/noticia/titulo-2063264",
    ),
    ("https://exemplo.com.br/noticia?cmpid=copiaecola", "https://exemplo.com.br/noticia"),
    ("https://exemplo.com.br/noticia?origin=folha", "https://exemplo.com.br/noticia"),
    (
        "https://www.dw.com/pt-br/titulo/a-66792345?maca=bra-rss-br-all-1030-rdf",
        "https://dw.com/pt-br/titulo/a-66792345",
    ),
    (
        "https://www.bbc.com/portuguese/articles/c4n?at_medium=RSS&at_campaign=x",
        "https://bbc.com/portuguese/articles/c4n",
    ),
    ("https://exemplo.pt/2023/09/um-titulo-de-noticia/amp/", "https://exemplo.pt/2023/09/um-titulo-de-noticia"),
    ("https://exemplo.pt/amp/poder/2023/09/titulo.shtml", "https://exemplo.pt/poder/2023/09/titulo.shtml"),
    ("https://exemplo.pt/um-titulo-de-noticia.amp.html", "https://exemplo.pt/um-titulo-de-noticia.html"),
    ("https://exemplo.pt/noticia?outputType=amp", "https://exemplo.pt/noticia"),
    (
        "https://g1.globo.com/google/amp/mundo/noticia/2023/09/x.ghtml",
        "https://g1.globo.com/mundo/noticia/2023/09/x.ghtml",
    ),
    ("https://www.google.com/amp/s/exemplo.pt/2023/noticia", "https://exemplo.pt/2023/noticia"),
    ("https://exemplo-pt.cdn.ampproject.org/c/s/exemplo.pt/2023/noticia?id=7", "https://exemplo.pt/2023/noticia?id=7"),
    ("https://exemplo.pt/a;jsessionid=0A1B2C", "https://exemplo.pt/a"),
    ("https://eu:senha@exemplo.pt/a", "https://exemplo.pt/a"),
]
_SAME += [
    ("https://um.blogspot.com/2023/09/a.html?m=1", "https://um.blogspot.com/2023/09/a.html"),
    ("https://pt.m.wikipedia.org/wiki/Lisboa", "https://pt.wikipedia.org/wiki/Lisboa"),
    ("https://um.substack.com/p/a?r=1x&utm_campaign=post", "https://um.substack.com/p/a"),
    ("https://exemplo.pt/a?id=1&amp;utm_source=x&amp;b=2", "https://exemplo.pt/a?b=2&id=1"),
    (
        "https://agenciabrasil.exemplo.br/noticia/2023-09/um-titulo?amp",
        "https://agenciabrasil.exemplo.br/noticia/2023-09/um-titulo",
    ),
]
_OTHER = [
    ("https://exemplo.pt/a?m=1", "https://exemplo.pt/a?m=2"),
    ("https://naopublico.pt/a?cx=1", "https://naopublico.pt/a?cx=2"),
    ("https://exemplo.pt/?id=1", "https://exemplo.pt/?id=2"),
    ("https://exemplo.pt/?p=1", "https://exemplo.pt/?p=2"),
    ("https://exemplo.pt/ver.php?noticia=1", "https://exemplo.pt/ver.php?noticia=2"),
    ("https://exemplo.pt/ver?ref=1234", "https://exemplo.pt/ver?ref=1235"),
    ("https://exemplo.pt/ver?ref=AB12", "https://exemplo.pt/ver"),
    ("https://exemplo.pt/ver?cx=1", "https://exemplo.pt/ver?cx=2"),
    ("https://exemplo.pt/ver?source=lusa", "https://exemplo.pt/ver?source=efe"),
    ("https://exemplo.pt/?2023&10", "https://exemplo.pt/?10&2023"),
    ("https://exemplo.pt/lista?a=1&a=2", "https://exemplo.pt/lista?a=2&a=1"),
    ("https://exemplo.pt/aXb", "https://exemplo.pt/axb"),
    ("https://exemplo.pt/a%2Fb", "https://exemplo.pt/a/b"),
    ("https://exemplo.pt/a%3Fb", "https://exemplo.pt/a?b"),
    ("https://exemplo.pt/tag/amp", "https://exemplo.pt/tag"),
    ("https://exemplo.pt/amp/", "https://exemplo.pt/"),
    ("https://exemplo.pt/#!/noticia/1", "https://exemplo.pt/#!/noticia/2"),
    ("https://exemplo.pt/a?q=1%262", "https://exemplo.pt/a?q=1&2"),
    ("https://exemplo.pt/a?q=c%2B%2B", "https://exemplo.pt/a?q=c++"),
    ("https://exemplo.pt:8080/a", "https://exemplo.pt/a"),
    ("https://www.pt/a", "https://pt/a"),
    ("https://blog.exemplo.pt/a", "https://exemplo.pt/a"),
    ("https://exemplo.pt/a?page=2", "https://exemplo.pt/a"),
]


@pytest.mark.parametrize(("one", "other"), _SAME)
def test_one_article(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)
    assert canonical(canonical(one)) == canonical(one)


@pytest.mark.parametrize(("one", "other"), _OTHER)
def test_two_articles(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "olá",
        "mailto:a@exemplo.pt",
        "file:///etc/passwd",
        "https://",
        "http://[::1",
        "http://a:b/",
        "tag:exemplo.pt,2023:1",
    ],
)
def test_what_is_no_address_stays(text: str) -> None:
    assert canonical(f"  {text}\n") == text


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://exemplo.pt/noticia", "https://exemplo.pt/noticia"),
        ("  HTTP://exemplo.pt ", "HTTP://exemplo.pt"),
        ("exemplo.pt/noticia", "https://exemplo.pt/noticia"),
        ("exemplo.pt", "https://exemplo.pt"),
        ("www1.folha.uol.com.br/poder/?a=1", "https://www1.folha.uol.com.br/poder/?a=1"),
        ("exemplo.pt?p=5", "https://exemplo.pt?p=5"),
        ("exemplo.pt:8443/a", "https://exemplo.pt:8443/a"),
        ("notícias.pt/a", "https://notícias.pt/a"),
        ("localhost:8000/a", "http://localhost:8000/a"),
        ("127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("[::1]:8000/a", "http://[::1]:8000/a"),
        ("rs.gov.br", "https://rs.gov.br"),
        ("https://exemplo.pt/um dois", "https://exemplo.pt/um dois"),
        ("exemplo.md/a", "https://exemplo.md/a"),
    ],
)
def test_an_address_without_its_scheme(text: str, url: str) -> None:
    assert as_url(text) == url
    assert looks_like_url(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "artigo.md",
        "notas.txt",
        "livro.epub",
        "pagina.html",
        "nome@exemplo.pt",
        "./exemplo.pt",
        "/srv/exemplo.pt",
        "~/a.pt",
        "C:\\a.pt",
        "artigo",
        "a b.pt",
        "Fim.Começo",
        "3.14",
        "ftp://exemplo.pt/a",
        "file:///a.pt",
        "javascript:alert(1)",
        "https://",
        "exemplo..pt/a",
        "-a.pt",
        "Acabou. exemplo.pt/a",
        "exemplo.pt/a diz",
        "https://exemplo.pt/a\n\nUm texto que começa com um endereço.",
        "https://exemplo.pt/a " + "e mais palavras " * 20,
        "pasta/artigo.pt",
        "localhost",
    ],
)
def test_no_address(text: str) -> None:
    assert as_url(text) is None
