"""Any bytes at all: an article comes of them or a problem, and nothing bad is in it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.cleaning import clean, mask
from articles.errors import Problem
from articles.formats import read_article
from articles.model import Article, paragraph_spans
from articles.sentences import sentence_spans

NAMES = st.sampled_from(["", "a.txt", "a.md", "[/]\x1b.md"])
PIECES = st.sampled_from(
    [
        *"#>-*_`[]()!<>&|\\:\n\t \"'.…—1aÉ\x1b\u202e\x00\u200d\ufe0f\u0301\u00ad\ufeff\u00a0\U0001f600",
        *("---\n", "title: x\n", "\n\n", "- ", "1. ", "[a](http://b)", "![c](d)", "<b>", "<!--", "-->", "<script>"),
        *("&#x202e;", "&nbsp;", "&#10;", "\n---\n", "tags: [", "&a", "*a", "!!x", "\r\n", "  \n", "```\n", "    "),
    ]
)
BYTES = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(PIECES, max_size=40).map(lambda pieces: "".join(pieces).encode()),
    st.lists(PIECES, max_size=20).map(lambda pieces: "".join(pieces).encode("utf-16", "replace")),
    st.lists(PIECES, max_size=20).map(lambda pieces: ("---\n" + "".join(pieces) + "\n---\nFim.").encode()),
)


def article_or_problem(data: bytes, name: str) -> Article | Problem:
    try:
        return read_article(data, name)
    except Problem as problem:
        return problem


@given(BYTES, NAMES)
@example(b"\xff\xfe", "")
@example(b"---\n? a\n---\nb", "a.md")
def test_any_bytes_are_an_article_or_a_problem(data: bytes, name: str) -> None:
    article = article_or_problem(data, name)
    if isinstance(article, Problem):
        assert "\n" not in str(article)
        assert clean(str(article)) == str(article)
        return
    body = article.body
    assert clean(body) == body
    assert body == body.strip() != ""
    assert "\n\n\n" not in body
    assert article.title == article.title.strip() != ""
    for line in (article.title, *article.tags, article.byline or "", article.url or ""):
        assert "\n" not in line
        assert clean(line) == line
    assert unicodedata.is_normalized("NFC", body)
    paragraphs = {span.start: span.end for span in paragraph_spans(body)}
    for mark in article.markup:
        assert 0 <= mark.span.start < mark.span.end <= len(body)
        assert mark.span.of(body)
        assert "\n\n" not in mark.span.of(body)
        if mark.kind.value in ("heading", "quote", "item", "caption"):
            assert paragraphs[mark.span.start] == mark.span.end
    assert list(article.markup) == sorted(article.markup)
    assert "".join("".join(s.of(body).split()) for s in sentence_spans(body)) == "".join(body.split())


@pytest.mark.parametrize(
    "piece",
    [
        *("x", "palavra ", ". ", "... ", "A. ", '."', "aa.Aa", "! ", " !)", "x.[1]", "…A", " 1.", "(", "- ", ">"),
        *("\x1b]", "\x9d" + "a" * 90, "\x1b[" + "0" * 60, "e\u0301", "a\u0301\u0301", "\u200d", "\U0001f600\u200d"),
        *("linha curta\n", "uma linha que é quase comprida, mas ainda não\n", "\n \n", "Ã§", "\r", "\u2028"),
    ],
)
def test_a_megabyte_of_anything_is_soon_read(piece: str) -> None:
    # No stopwatch: a step that takes the square of the length would take the better part of an hour here.
    text = piece * (1_000_000 // len(piece)) + "\nfim"
    body = read_article(text.encode()).body
    assert body.endswith("fim")
    assert len(mask(text)) == len(text)
    assert sentence_spans(body)[-1].of(body).endswith("fim")
