"""Files of Markdown: any article comes back as it was, and a file that a person changed is still an article."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.cleaning import clean
from articles.errors import NotAnArticle
from articles.formats import read_article
from articles.model import Article, Markup, MarkupKind, Span, paragraph_spans
from reader.cli.page_file import read_page, write_page

HOSTILE = [
    "# não é título",
    "> citação",
    "- item",
    "1. item",
    "1) item",
    "***",
    "---",
    "===",
    "C:\\pasta\\",
    "a|b|c",
    "<b>negrito</b> & amp; &amp;",
    "[texto](http://x.example/a_(b))",
    "![figura](x.png)",
    "sub*linha*do _meio_ de__uma__palavra",
    "`código` ``duplo``",
    "fim com dois espaços  ",
    "    recuado",
    "~~~\n```",
    "verso um\nverso dois\n  verso três",
    "---\ntitle: x\n---",
    "<!-- reader: 0123456789abcdef QUJD -->",
    "$x^2$ \\(y\\)",
    "“aspas” — travessão… 10\u00a0000",
    "+ mais",
    ": definição",
    "[1]: http://x.example",
    "\\",
    "linha\\\nlinha",
]
_texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text("ab *_`[]()<>#\n\\|-+.1&!~\"':", max_size=40),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
)
_lines = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    body = "\n\n".join(draw(st.lists(_texts, min_size=1, max_size=5)))
    body = body if draw(st.booleans()) else clean(body).strip()
    body = body or "x"
    marks = []
    for span in paragraph_spans(body):
        kind = draw(st.sampled_from([None, *MarkupKind]))
        if kind is not None and len(span):
            start = draw(st.integers(span.start, span.end - 1))
            value = draw(st.sampled_from(["", "2", "https://x.example/a_(b)?c=<d>", "1."]))
            marks += [
                Markup(span, kind, value),
                Markup(Span(start, span.end), draw(st.sampled_from(MarkupKind)), value),
            ]
    zone = datetime.timezone(datetime.timedelta(hours=-3))
    moment = draw(st.none() | st.datetimes(timezones=st.just(zone)))
    return Article(
        title=draw(_lines | st.sampled_from(HOSTILE)),
        body=body,
        byline=draw(st.none() | _lines),
        source=draw(st.none() | _lines),
        url=draw(st.none() | _lines),
        published=draw(st.none() | st.dates()),
        language=draw(st.sampled_from(["pt", "pt-BR", "pt-PT", "es"])),
        tags=tuple(draw(st.lists(_lines, max_size=3))),
        markup=tuple(sorted(marks)),
        moment=moment,
    )


@settings(max_examples=150)
@given(articles())
def test_any_article_comes_back_as_it_was(article: Article) -> None:
    text = write_page(article, {"starred": "2023-09-15T00:00:00+00:00"})
    # As a file has it: bytes, and lines that nobody touched.
    found = read_page(text.encode("utf-8").decode("utf-8"))

    assert found.article == article
    assert (found.changed, found.state["starred"]) == (False, "2023-09-15T00:00:00+00:00")


@pytest.mark.parametrize("body", HOSTILE)
def test_hostile_texts_one_by_one(body: str) -> None:
    for text in (body, f"Antes.\n\n{body}\n\nDepois."):
        assert read_page(write_page(Article("T", text), {})).article == Article("T", text)


def test_a_usual_article_is_nothing_but_markdown_and_can_be_added_as_any_file() -> None:
    body = "Um começo *não* marcado.\n\nSubtítulo\n\nCom ênfase e um endereço.\n\nUma legenda\n\nverso um\nverso dois"
    at = body.index("Subtítulo")
    marks = (
        Markup(Span(at, at + 9), MarkupKind.HEADING, "2"),
        Markup(Span(body.index("ênfase"), body.index("ênfase") + 6), MarkupKind.EMPHASIS),
        Markup(Span(body.index("endereço"), body.index("endereço") + 8), MarkupKind.LINK, "https://x.example/a_(b)"),
        Markup(Span(body.index("Uma legenda"), body.index("Uma legenda") + 11), MarkupKind.CAPTION),
    )
    article = Article('Título: "difícil" # - sim', body, url="https://x.example/1", tags=("a, b", "não"), markup=marks)
    text = write_page(article, {})

    assert "reader:" not in text
    assert "## Subtítulo" in text
    assert read_page(text).article == article
    added = read_article(text.encode(), "x.md")
    assert (added.body, added.markup, added.title) == (article.body, article.markup, article.title)


def test_a_text_changed_by_hand_is_read_as_it_stands() -> None:
    article = Article("Título", "Um parágrafo  \n\n com espaços.\n\nOutro *texto*.", byline="Ana")
    text = write_page(article, {"starred": "x"})
    assert "<!-- reader:" in text

    found = read_page(text.replace("Outro", "Um outro"))
    assert found.changed
    assert found.article.body.endswith("Um outro *texto*.")
    assert (found.article.title, found.article.byline, found.state["id"]) == ("Título", "Ana", article.id)

    by_hand = read_page('---\ntitle: Meu título\nauthor: Rui\ntags: [a, b]\nstarred: "2023"\n---\n\nUm *texto*.\n')
    assert (by_hand.article.title, by_hand.article.byline, by_hand.article.tags) == ("Meu título", "Rui", ("a", "b"))
    assert by_hand.article.body == "Um texto."
    assert by_hand.state == {"starred": "2023"}
    assert read_page("Só um texto.").article.title == "Só um texto"
    with pytest.raises(NotAnArticle):
        read_page("---\ntitle: x\n---\n\n")
