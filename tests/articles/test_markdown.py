"""Markdown: the plain body, the exact spans of its markup, and what must not break it."""

from __future__ import annotations

import pytest

from articles.errors import NotAnArticle
from articles.formats import read_article
from articles.formats.markdown import LARGEST, read_markdown
from articles.model import MarkupKind


def marks(text: str) -> list[tuple[str, str, str]]:
    page = read_markdown(text)
    return [(mark.kind.value, mark.value, mark.span.of(page.body)) for mark in page.markup]


def test_a_whole_page() -> None:
    text = (
        "# O *título*\n\nUma linha\nque segue, com **força**, *ênfase* e `código`.\n\n## Parte\n\n"
        "> Uma citação\n> em duas linhas.\n\n- um\n- dois\n\n  mais de dois\n\n3. três\n4. quatro\n\n"
        "Veja [o *sítio*](https://exemplo.pt/a?b=1) e <https://exemplo.org>.  \nNova linha.\n\n"
        "![Uma *foto* do rio](rio.png)\n\n```python\nx = 1\n\n    y = 2\n```\n"
    )
    page = read_markdown(text)
    assert page.heading == "O título"
    assert page.body == (
        "Uma linha que segue, com força, ênfase e código.\n\nParte\n\nUma citação em duas linhas.\n\num\n\ndois\n\n"
        "mais de dois\n\ntrês\n\nquatro\n\nVeja o sítio e https://exemplo.org.\nNova linha.\n\n"
        "Uma foto do rio\n\nx = 1\n    y = 2"
    )
    assert [(m.kind.value, m.value, m.span.of(page.body)) for m in page.markup] == [
        ("strong", "", "força"),
        ("emphasis", "", "ênfase"),
        ("code", "", "código"),
        ("heading", "2", "Parte"),
        ("quote", "", "Uma citação em duas linhas."),
        ("item", "•", "um"),
        ("item", "•", "dois"),
        ("item", "", "mais de dois"),
        ("item", "3.", "três"),
        ("item", "4.", "quatro"),
        ("link", "https://exemplo.pt/a?b=1", "o sítio"),
        ("emphasis", "", "sítio"),
        ("link", "https://exemplo.org", "https://exemplo.org"),
        ("caption", "", "Uma foto do rio"),
        ("code", "", "x = 1\n    y = 2"),
    ]
    assert list(page.markup) == sorted(page.markup)


def test_each_row_of_a_table_is_a_paragraph() -> None:
    text = "Antes.\n\n| Nome | Anos |\n|:-----|-----:|\n| **Ana** | 30 |\n| Rui | 41 | e mais |\n\nTexto a|b\nc|d\n"
    page = read_markdown(text)
    assert page.body == "Antes.\n\nNome | Anos\n\nAna | 30\n\nRui | 41 | e mais\n\nTexto a|b c|d"
    assert marks(text) == [("strong", "", "Ana")]


def test_paragraphs_know_what_they_are() -> None:
    article = read_article(b"Texto.\n\n> Uma cita.\n\n1. item\n\n## Fim\n", "a.md", title="T")
    kinds = [paragraph.kind for paragraph in article.paragraphs()]
    assert kinds == [None, MarkupKind.QUOTE, MarkupKind.ITEM, MarkupKind.HEADING]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Um <b>forte</b><br>e <i>outro</i> & fim &amp; pronto", "Um forte\ne outro & fim & pronto"),
        ("<div>\n<p>Dentro &eacute; <b>bom</b></p>\n</div>\n\nFora", "Dentro é bom\n\nFora"),
        ("<!-- nada\n\nmesmo --> a\n\nTexto", "a\n\nTexto"),
        ("<script>\nalert('x')\n</script>\n\nTexto <!-- x --> fim", "Texto fim"),
        ("<SCRIPT>x</SCRIPT> depois\n\n<style>p{}</style>", "depois"),
        ("<script>nunca fechado", ""),
        ("[red] [/] [@click=app.quit]x[/]", "[red] [/] [@click=app.quit]x[/]"),
        ("a&#x202e;b &#27; &zwnj;", "a\ufffdb \ufffd \ufffd"),
        ("Texto com ![ícone ![dentro](x)\nfim](y.png) no meio", "Texto com no meio\n\nícone dentro fim"),
        ("![](vazio.png)\n\nTexto", "Texto"),
        ("a\\\n\\\nb", "a\nb"),
        ("***\n\nA\n\n---\n\nB", "A\n\nB"),
        ("~~~\n\n~~~\n\nA", "A"),
        ("*a*&nbsp;", "a"),
        ("a&#10;&#10;b", "a\nb"),
        ("| a | b |\n|---|---|", "a | b"),
        ("a|b\n|", "a|b |"),
    ],
)
def test_plain_text_remains(text: str, body: str) -> None:
    page = read_markdown(text, "título")
    assert page.body == body


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "#nota", "relativo.html", "data:x"])
def test_only_addresses_of_the_web_become_links(address: str) -> None:
    assert [kind for kind, _, _ in marks(f"Veja [isto]({address}).")] == []


def test_markup_of_a_paragraph_whose_characters_moved_is_dropped_and_the_rest_holds() -> None:
    page = read_markdown("e*\u0301 a* b\n\n&nbsp;*x* y\n\n*c* d")
    assert page.body == "\u00e9 a b\n\nx y\n\nc d"
    assert [mark.span.of(page.body) for mark in page.markup] == ["c"]


def test_headings_and_titles() -> None:
    assert read_article(b"# Um\n\nTexto.\n\n# Dois\n", "a.md").title == "Um"
    assert read_article(b"# Um\n\nTexto.\n\n# Dois\n", "a.md").body == "Texto.\n\nDois"
    assert read_article(b"---\ntitle: UM\n---\n# Um\n\nTexto.", "a.md").body == "Texto."
    kept = read_article(b"---\ntitle: Outro\n---\n# Um\n\nTexto.", "a.md")
    assert (kept.title, kept.body) == ("Outro", "Um\n\nTexto.")
    assert read_article(b"Antes.\n\n# Um\n\nTexto.", "a.md").title == "Antes"
    assert read_article("Título\n\nTexto.".encode(), "a.MARKDOWN").title == "Título"


@pytest.mark.parametrize("depth", [30, 200, 5000])
@pytest.mark.parametrize("sign", ["> ", ">", "- ", "1. ", "> - "])
def test_deep_nesting_loses_no_word(sign: str, depth: int) -> None:
    assert read_markdown("Antes.\n\n" + sign * depth + "fim\n").body.endswith("fim")


def test_lists_nested_by_their_indent_lose_no_word() -> None:
    page = read_markdown("\n".join("  " * depth + f"- item{depth}" for depth in range(300)))
    assert all(f"item{depth}" in page.body for depth in range(300))


@pytest.mark.parametrize("piece", ["[", "![", "[a](", "*a **b ", "`", "<!--", "&", "<a ", "\\", "| ", "[a]: b\n"])
def test_what_makes_parsers_slow_or_fall_over_is_read(piece: str) -> None:
    page = read_markdown("Antes.\n\n" + piece * (200_000 // len(piece)) + "\n\nDepois.")
    assert page.body.startswith("Antes.")


def test_an_enormous_text_is_refused() -> None:
    with pytest.raises(NotAnArticle, match="longer than 8 MB"):
        read_markdown("a" * (LARGEST + 1))


def test_soft_breaks_can_be_kept() -> None:
    assert read_markdown("Um.\nDois *e\ntrês*.", keep_lines=True).body == "Um.\nDois e\ntrês."
