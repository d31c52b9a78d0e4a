"""Pages that hold no article are told in one line, and articles that look a little like them are not."""

from __future__ import annotations

import pytest

from articles.errors import NotAnArticle
from articles.formats.html.reading import read_page

LEAD = (
    "A chuva forte que atingiu a região na noite de ontem deixou ruas alagadas e moradores sem energia por seis horas."
)
ARTICLE = '<meta property="og:type" content="article">'


def page(title: str, body: str, head: str = "") -> bytes:
    return f'<html lang="pt-BR"><head><title>{title}</title>{head}</head><body>{body}</body></html>'.encode()


def teasers(count: int) -> str:
    return "".join(
        f'<div><h3><a href="/n/{at}">Notícia {at} sobre a chuva na região</a></h3><p>{LEAD[:90]} {at}.</p></div>'
        for at in range(count)
    )


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (page("Jornal", f"<h1>Jornal</h1>{teasers(15)}"), "lists articles"),
        (page("Política - Jornal", f"<main><h1>Política</h1>{teasers(12)}</main>"), "lists articles"),
        (page("Página não encontrada - Jornal", "<h1>404</h1><p>A página que procura não existe.</p>"), "error page"),
        (page("Jornal", "<h2>Ops! Erro 404</h2><p>Não encontramos o que procura.</p>"), "error page"),
        (page("502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center>"), "error page"),
        (page("Entrar", "<form><input name=u><input type=password></form><p>Entre na conta.</p>"), "login page"),
        (
            page("Wi-Fi Grátis", f"<form><p>Para acesso à internet, aceite os termos. {LEAD}</p><input></form>"),
            "network's sign-in",
        ),
        (
            page("Rede", "<form><input type=password><p>Acesso à rede sem fios do hotel.</p></form>"),
            "network's sign-in",
        ),
        (page("Jornal", "<noscript>Ative o JavaScript.</noscript><div id=root></div>"), "only by JavaScript"),
        (page("Just a moment...", f"<h2>Verificando se você é humano.</h2><p>{LEAD}</p>"), "whether a person"),
        (
            page("Jornal", "<p>Este site utiliza cookies para melhorar a sua experiência de navegação.</p>"),
            "no article's text",
        ),
        (page("Seca", "<article><p>Este conteúdo é exclusivo para assinantes.</p></article>", ARTICLE), "subscribers"),
        (b"<html></html>", "no article's text"),
        (b"<frameset><frame src=a></frameset>", "no article's text"),
    ],
    ids=lambda value: value if isinstance(value, str) else "page",
)
def test_a_page_without_an_article_says_what_it_is_instead(data: bytes, told: str) -> None:
    with pytest.raises(NotAnArticle, match=told) as caught:
        read_page(data, url="https://jornal.example/x")

    assert "\n" not in str(caught.value)
    assert caught.value.advice


def test_an_article_on_an_error_is_an_article() -> None:
    read = read_page(page("Por que o erro 404 tem esse número", f"<article><p>{LEAD}</p></article>", ARTICLE))

    assert read.body == LEAD


def test_a_long_text_behind_a_login_box_is_an_article() -> None:
    many = "".join(f"<p>{LEAD} Este é o parágrafo {at}.</p>" for at in range(14))

    assert read_page(page("Chuva", f"<form><input type=password></form>{many}")).body.count("\n\n") == 13


def test_teasers_below_a_short_article_are_none_of_it() -> None:
    read = read_page(page("Rio sobe", f"<article><h1>Rio sobe</h1><p>{LEAD}</p></article>{teasers(20)}", ARTICLE))

    assert read.body == LEAD
