"""A page's bytes to its article."""

from __future__ import annotations

import pytest

from articles.errors import NotAnArticle
from articles.formats.html.reading import read_page

PAGE = """<!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><title>Ponte reabre em março</title></head>
<body><article><h1>Ponte reabre em março</h1>
<p>A ponte sobre o rio reabre em março, depois de oito meses de obras, informou a prefeitura nesta quarta-feira.</p>
<p>As obras custaram R$ 12 milhões e reforçaram os pilares, que tinham rachaduras desde a enchente de 2021.</p>
</article></body></html>"""


def test_a_plain_page_gives_its_paragraphs() -> None:
    page = read_page(PAGE.encode())

    assert [line[:20] for line in page.body.split("\n\n")] == ["A ponte sobre o rio ", "As obras custaram R$"]


def test_a_page_without_text_is_no_article() -> None:
    with pytest.raises(NotAnArticle):
        read_page(b"<html><body></body></html>")
