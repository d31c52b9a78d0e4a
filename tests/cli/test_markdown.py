"""Markdown out, and in again: the same article."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.cleaning import clean, clean_line
from articles.formats import read_article
from articles.model import Article
from reader.export.commonmark import escaped, front_matter, paragraphs
from tests.cli.conftest import Reader


def again(article: Article) -> Article:
    text = "\n\n".join([front_matter(article), *paragraphs(article)]) + "\n"
    return read_article(text.encode(), "article.md")


HARD = [
    "Um texto simples.",
    "# não é título",
    "- não é item\n\n+ nem este\n\n* nem este",
    "13. não é lista\n\n13) nem esta",
    "> não é citação",
    "*sem* _ênfase_ **nem** __força__ ~~nem~~ `código`",
    "[não](é) ![imagem](x) <b>nem html</b> <https://example.org>",
    "&amp; fica como está & \\ também",
    "palavras\n\n---\n\n===\n\n***",
    "a | b\n\n--- | ---",
    "Uma linha\n---\noutra\n===",
    "Minha terra tem palmeiras,\nOnde canta o sabiá;\nAs aves, que aqui gorjeiam,\nNão gorjeiam como lá.",
    "[red]vermelho[/] [/] [@click=app.quit]x[/]",
    "Preço: R$ 3,50 $x$ 100% @ele #tag",
    "1986\\. Um ótimo ano.",
    "[nota]: https://example.org",
    ":::aviso\n\n: definição",
]


@pytest.mark.parametrize("body", HARD)
def test_text_that_looks_like_markdown_comes_back_as_text(body: str) -> None:
    article = Article(title="Título", body=body, language="pt-BR")

    assert again(article) == article


@pytest.mark.parametrize(
    "title",
    ["não", "2023", "a: b", "- x", '"aspas"', "#", "[x]", "{y}", "é \\ isto", "'", "!tag", "&a *b", "%"],
)
def test_a_title_that_means_something_in_yaml_comes_back_as_text(title: str) -> None:
    article = Article(title=title, body="Um texto.", byline=title, source=title, tags=(title,), language="pt-BR")

    assert again(article) == article


def test_all_that_is_known_comes_back() -> None:
    article = Article(
        title="Título",
        body="Um texto.",
        byline="Ana Souza",
        source="Folha",
        url="https://example.org/a?b=c&d",
        published=datetime.date(2023, 9, 15),
        language="pt-PT",
        tags=("um", "dois, três"),
    )

    assert again(article) == article


MARKED = """\
---
title: Título
language: pt-BR
---

## Um intertítulo

Um texto com *ênfase*, **força**, `código` e [um link](https://example.org/a_b).

> Uma citação de alguém.

![Uma legenda com [parênteses] retos](foto.jpg)

```
if x:
    y = "``` é uma cerca"
```

- primeiro
- segundo

1. um
2. dois
"""


def test_markup_comes_back() -> None:
    article = read_article(MARKED.encode(), "article.md")
    assert {mark.kind.value for mark in article.markup} >= {"heading", "quote", "item", "emphasis", "strong", "link"}

    assert again(article) == article


@given(st.text(st.sampled_from("ab .\n#*_-+>[]()<!`~|\\&1=:"), min_size=1, max_size=60))
def test_any_text_keeps_its_words(text: str) -> None:
    body = "a\n\n" + "\n\n".join(" ".join(each.split()) for each in clean(text).split("\n\n") if each.strip())
    if body == "a\n\n":
        return
    article = Article(title="Título", body=body, language="pt-BR")

    assert again(article).body == body


@given(st.text(st.sampled_from("abçãé09 :#-!&*?|>'\"%@`[]{},\\\n\t\x1b~«»—🏅"), min_size=1))
def test_any_title_comes_back(title: str) -> None:
    title = clean_line(title, limit=200)
    if title not in ("", "~"):  # a "~" is YAML's way to say nothing, quoted or not
        assert again(Article(title=title, body="Um texto.", language="pt-BR")).title == title


def test_escaping_keeps_plain_text_plain() -> None:
    assert escaped("O preço subiu 3,5%: de R 3 a R 4 (mais ou menos).") == (
        "O preço subiu 3,5%: de R 3 a R 4 (mais ou menos)."
    )


def test_what_show_prints_add_takes_back(reader: Reader, news: Path, tmp_path: Path) -> None:
    (first,) = reader("add", str(news), "--format", "json").json
    printed = tmp_path / "printed.md"
    printed.write_bytes(reader("show", first["id"], "--format", "markdown").raw)

    (second,) = reader("add", str(printed), "--format", "json").json

    assert second["added"] == "unchanged"
    assert second["id"] == first["id"]
