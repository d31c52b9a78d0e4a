"""What of a page's middle reaches the body: structure kept, the page's own words left out, look-alikes kept."""

from __future__ import annotations

import pytest

from articles.formats.html.reading import read_page
from articles.model import MarkupKind
from tests.benchmarks.pages import paragraphs_of


def around(part: str) -> bytes:
    prose = [
        f"<p>Este é o parágrafo {at} da notícia sobre a obra da ponte, comprido o bastante para ser prosa.</p>"
        for at in "abcd"
    ]
    body = f"<article><h1>A obra da ponte</h1>{''.join(prose[:2])}{part}{''.join(prose[2:])}</article>"
    return (
        f"<html lang=pt-BR><head><title>A obra da ponte</title></head><body><main>{body}</main></body></html>".encode()
    )


def middle(part: str) -> list[tuple[str, str]]:
    found = paragraphs_of(read_page(around(part), url="https://jornal.example/a/b"))
    assert [text[:20] for _, text in (*found[:2], *found[-2:])] == ["Este é o parágrafo a", "Este é o parágrafo b", "Este é o parágrafo c", "Este é o parágrafo d"]  # fmt: skip # noqa: E501
    return found[2:-2]


@pytest.mark.parametrize(
    ("part", "found"),
    [
        (
            "<ul><li>Um item<ol><li>primeiro<li>segundo<ul><li>fundo</ul></ol>depois<li><p>Com parágrafo</p></ul>",
            [("item", text) for text in ("Um item", "primeiro", "segundo", "fundo", "depois", "Com parágrafo")],
        ),
        (
            "<p>Linha um<br>linha dois<br/><br/>Outro parágrafo</p>",
            [("", "Linha um\nlinha dois"), ("", "Outro parágrafo")],
        ),
        (
            "<h2>Um intertítulo</h2><h3>Outro</h3><p><b>Em negrito</b></p>",
            [("heading", "Um intertítulo"), ("heading", "Outro"), ("", "Em negrito")],
        ),
        ("<table><tr><th>Ano<th>Custo<tr><td>2020<td>R$ 3 mi</table>", [("", "Ano | Custo"), ("", "2020 | R$ 3 mi")]),
        ("<blockquote><p>Uma citação nova.</p></blockquote>", [("quote", "Uma citação nova.")]),
        ("<pre>linha 1\n  linha 2</pre>", [("", "linha 1\n  linha 2")]),
        ("<p><b>Jornal:</b> E a ponte?</p><p>— Sim.</p>", [("", "Jornal: E a ponte?"), ("", "— Sim.")]),
        ("<div>Texto solto numa div, parte do artigo.</div>", [("", "Texto solto numa div, parte do artigo.")]),
        ('<p><span class="dropcap">A</span> ponte caiu.</p>', [("", "A ponte caiu.")]),
        ('<p><span class="dropcap">N</span> esta semana.</p>', [("", "Nesta semana.")]),
        ('<div class="dropcap">Q</div><p>uando acabar.</p>', [("", "Quando acabar.")]),
        ("<p>Caf&eacute; &amp; R$&nbsp;3 &lt;b&gt;</p>", [("", "Café & R$\u00a03 <b>")]),
        (
            '<div class="elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container">'
            "<p>Um parágrafo de um construtor de páginas, comprido.</p></div></div>",
            [("", "Um parágrafo de um construtor de páginas, comprido.")],
        ),
    ],
    ids=range(13),
)
def test_structure_is_kept(part: str, found: list[tuple[str, str]]) -> None:
    assert middle(part) == found


@pytest.mark.parametrize(
    "text",
    [
        "Leia Mota, professora de 40 anos, atravessa a ponte todos os dias a pé.",
        "Leia mais no site da prefeitura, pediu ela aos alunos da escola.",
        "“Clique aqui”, dizia a mensagem falsa enviada a milhares de clientes.",
        "Siga a estrada velha até a ponte e vire à direita no posto de gasolina.",
        "Assine embaixo quem concorda, disse o vereador aos colegas de partido.",
        "Foto de satélite mostra a ponte vista de cima, com o rio cheio, em agosto.",
        "Os cookies usados pelo site da prefeitura violam a LGPD, segundo o Procon, que multou a empresa.",
        "Publicidade enganosa rende multa à construtora da ponte.",
        "Entenda o caso:",
        "Não.",
    ],
)
def test_what_only_looks_like_the_page_s_own_words_is_kept(text: str) -> None:
    assert middle(f"<p>{text}</p>") == [("", text)]


@pytest.mark.parametrize(
    "part",
    [
        "<p>Leia também: <a href=/x>Outra notícia qualquer da cidade</a></p>",
        "<p><strong>LEIA MAIS</strong></p><p><a href=/y>Prefeito nega atraso na obra</a></p>",
        "<h2>Leia mais</h2><ul><li><a href=/1>Uma notícia</a></li><li><a href=/2>Outra notícia</a></li></ul>",
        "<p>Clique aqui para receber notícias no WhatsApp</p>",
        "<p>➡️ Siga o canal do Jornal no WhatsApp</p><p>Siga-nos no Instagram: @jornal</p>",
        "<p>Assine nossa newsletter</p><p>Já é assinante? Faça login</p>",
        "<p>Foto: Reprodução/TV Globo</p><figure><figcaption>Foto: Ana Sá/AFP</figcaption></figure>",
        "<div class=ad-box><p>Um anúncio</p></div>",
        "<p>CONTINUA DEPOIS DA PUBLICIDADE</p><p>PUB • CONTINUE A LER A SEGUIR</p>",
        "<p>Tempo de leitura: 3 min</p><p>Ouvir notícia</p><p>Comentários (3)</p>",
        "<p>Tags: <a href=/t>ponte</a>, <a href=/u>obra</a></p>",
        "<p>Utilizamos cookies próprios e de terceiros para melhorar a sua experiência de navegação.</p>",
        "<p>© 2024 Jornal. Todos os direitos reservados.</p>",
        "<blockquote>parágrafo a da notícia sobre a obra</blockquote>",
        "<p>&nbsp;</p><p>***</p><hr><p hidden>Texto escondido de todos os leitores.</p>",
        "<p>Compartilhe esta notícia no WhatsApp e no Facebook</p>",
    ],
    ids=range(16),
)
def test_the_page_s_own_words_are_left_out(part: str) -> None:
    assert middle(part) == []


@pytest.mark.parametrize(
    ("caption", "kept"),
    [
        ("Operários na ponte (Foto: Ana Sá/AFP)", "Operários na ponte"),
        ("A ponte em 1950. Crédito: Acervo Municipal", "A ponte em 1950."),
        ("Ponte vista do alto — Ana Sá / Agência O Globo", "Ponte vista do alto"),
        ("Ponte vista do alto | ICNF", "Ponte vista do alto"),
        ("A ponte, numa foto de 1950", "A ponte, numa foto de 1950"),
    ],
)
def test_a_caption_goes_without_the_photographer(caption: str, kept: str) -> None:
    assert middle(f"<figure><img><figcaption>{caption}</figcaption></figure>") == [("caption", kept)]


def test_a_line_that_begins_like_a_signature_is_none() -> None:
    page = around("").replace(b"</h1>", b"</h1><p>Por que a ponte nova caiu</p><p>Texto: Eva Lis</p>")

    assert read_page(page).body.startswith("Por que a ponte nova caiu\n\nEste é o parágrafo a")


def test_links_and_emphasis_stand_where_they_stood() -> None:
    page = read_page(
        around(
            '<p>A <a href="/x">prefeitura</a> disse <em>isto</em> e <b>aquilo</b>, no <code>código</code>, ontem.</p>'
        ),
        url="https://jornal.example/a/b",
    )
    inside = {mark.kind: (mark.span.of(page.body), mark.value) for mark in page.markup}

    assert inside == {
        MarkupKind.LINK: ("prefeitura", "https://jornal.example/x"),
        MarkupKind.EMPHASIS: ("isto", ""),
        MarkupKind.STRONG: ("aquilo", ""),
        MarkupKind.CODE: ("código", ""),
    }


def test_the_signs_of_items_and_the_levels_of_headings_are_kept() -> None:
    page = read_page(
        around("<h3>Passos</h3><ol start=3><li>um item</li><li>outro item</li></ol><ul><li>mais um</li></ul>")
    )

    assert [mark.value for mark in page.markup] == ["3", "3.", "4.", "•"]
