"""The text of an item: HTML and plain text to a body."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.cleaning import clean
from articles.feeds.fragments import Body, body_of
from articles.feeds.model import Text
from articles.model import MarkupKind


def _body(html: str, title: str = "") -> Body:
    return body_of(Text(html, html=True, base="https://exemplo.pt/a/"), title)


def _marks(body: Body) -> list[tuple[str, str, str]]:
    return [(each.kind.value, each.span.of(body.text), each.value) for each in body.markup]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Um</p>\n<p>Dois</p>", "Um\n\nDois"),
        ("Um<br>dois<br><br>três<br/> <br />quatro", "Um\ndois\n\ntrês\n\nquatro"),
        ("solto <p>preso</p> solto", "solto\n\npreso\n\nsolto"),
        ("<p>a&nbsp;b &amp; c &lt;d&gt;</p>", "a\xa0b & c <d>"),
        ("Sem marcas &amp; com &eacute;", "Sem marcas & com é"),
        ("Um parágrafo.\n\nOutro.", "Um parágrafo.\n\nOutro."),
        ("<script>alert(1)</script><style>p{}</style><p onclick='x()'>ok</p><!-- c --><iframe>f</iframe>", "ok"),
        ("<p>a</p><img src='x' alt='y'><video>v</video><form>f<input></form><p>b</p>", "a\n\nb"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>", "a b\n\nc d"),
        ("<pre>um\n  dois\n\ntrês</pre>", "um\n  dois\ntrês"),
        ("<p>\u202eevil\x1b[31m\u200b</p>", "\ufffdevil\ufffd\ufffd"),
        ("<img src='x'>", ""),
        ("<p> </p><p>—</p>", ""),
        ("<p>a<p>b<div>c", "a\n\nb\n\nc"),
        ("<p>Fim.</p><p>The post <a href='x'>Y</a> appeared first on <a href='z'>Z</a>.</p>", "Fim."),
        ("<p>Fim.</p><p>O post Y apareceu primeiro em Z.</p>", "Fim."),
        ("Fim.\n\nO post Y apareceu primeiro em Z.", "Fim."),
        ("<p>Fim.</p><p><a href='x'>Leia mais »</a></p>", "Fim."),
        ("<p>Leia mais livros, disse o ministro da Cultura aos alunos. Foi bom.</p>",) * 2,
    ],
)
def test_texts(html: str, text: str) -> None:
    expected = text.removeprefix("<p>").removesuffix("</p>")
    assert _body(html).text == expected


def test_what_the_text_has_besides_letters() -> None:
    body = _body(
        "<h1>Título</h1><h2>Parte</h2><p>Um <b>dois <i>três</i></b> <a href='../x'>quatro</a></p><ul><li>a</li></ul>"
        "<ol><li>b</li><li><p>c</p></li></ol><blockquote><p>d</p></blockquote><figure><figcaption>e</figcaption></figure>",
        "Título",
    )
    assert body.text == "Parte\n\nUm dois três quatro\n\na\n\nb\n\nc\n\nd\n\ne"
    assert _marks(body) == [
        ("heading", "Parte", "2"),
        ("strong", "dois três", ""),
        ("emphasis", "três", ""),
        ("link", "quatro", "https://exemplo.pt/x"),
        ("item", "a", "•"),
        ("item", "b", "1."),
        ("item", "c", "2."),
        ("quote", "d", ""),
        ("caption", "e", ""),
    ]


def test_a_link_around_paragraphs_is_one_in_each() -> None:
    assert [kind for kind, _, _ in _marks(_body("<a href='x'><p>um</p><p>dois</p></a> fora"))] == ["link", "link"]


def test_a_link_that_leads_nowhere_good_is_none() -> None:
    assert _marks(_body("<p><a href='javascript:x()'>a</a> <a href='file:///etc'>b</a> <a>c</a></p>")) == []


@pytest.mark.parametrize(
    ("html", "text", "cut"),
    [
        ("<p>O começo [&#8230;]</p>", "O começo…", True),
        ("<p>O começo [...]</p><p>The post X appeared first on Y.</p>", "O começo…", True),
        ("<p>O começo... <a href='x'>Leia mais</a></p>", "O começo…", True),
        ("O começo (…)", "O começo…", True),
        ("<p>O começo.</p> <p>Continue lendo</p>", "O começo.", True),
        ("<p>O começo é o fim.</p>", "O começo é o fim.", False),
        ("<p>Quem quer ler mais, lê</p>", "Quem quer ler mais, lê", False),
        ("[…]", "", False),
    ],
)
def test_whether_it_was_cut(html: str, text: str, cut: bool) -> None:
    body = _body(html)
    assert (body.text, body.cut) == (text, cut)


@pytest.mark.parametrize(
    "html",
    [
        "<ol>" + "<li>x" * 20_000,
        "<b>" * 50_000 + "x",
        "..." * 100_000 + "<br>x",
        "leia mais " * 50_000 + "<br>",
        "&" * 300_000,
    ],
)
def test_large_and_hostile_texts_end(html: str) -> None:
    _body(html)


_TAGS = "<p> </p> <b> </b> <a_href='/x'> </a> <ol> </ol> <li> <br> <pre> </pre> <h2> </h2> <td> <script> </script>"
_pieces = st.sampled_from(
    [
        *(each.replace("_", " ") for each in _TAGS.split()),
        "<blockquote>",
        "</blockquote>",
        "texto ",
        "[…]",
        "&amp;",
        "&#0;",
        "\n\n",
        "\x1b",
    ]
)


@given(st.lists(_pieces | st.text(max_size=5), max_size=40).map("".join))
def test_a_body_keeps_to_the_rules_whatever_comes(html: str) -> None:
    body = _body(html)
    assert clean(body.text) == body.text
    assert body.text == body.text.strip()
    assert "\n\n\n" not in body.text
    assert all(paragraph.strip() for paragraph in body.text.split("\n\n") if body.text)
    for mark in body.markup:
        assert 0 <= mark.span.start < mark.span.end <= len(body.text)
        assert mark.kind in MarkupKind
