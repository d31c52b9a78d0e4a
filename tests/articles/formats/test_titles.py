"""Titles made of a text's first sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.formats import read_article
from articles.formats.dateline import without_dateline
from articles.formats.titles import title_from
from articles.putting import _opens_with_title

OPENINGS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "openings.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("opening", "title"), OPENINGS, ids=range(len(OPENINGS)))
def test_a_title_ends_at_a_clause_and_in_no_name(opening: str, title: str) -> None:
    body = f"{opening}\n\nO resto do texto vem depois."
    assert title_from(body) == title
    assert len(title) <= 80
    article = read_article(body.encode(), "a.txt", language="pt")
    assert article.title == title
    assert _opens_with_title(article)  # it was made, and so it never takes the place of a title that was given


@given(st.text(st.sampled_from('ab ABÁç,;:.…–—-()“”«»"1 2'), min_size=1, max_size=400).filter(str.strip))
def test_a_title_is_short_and_stands_in_the_text(text: str) -> None:
    body = " ".join(text.split())
    title = title_from(body)
    assert 0 < len(title) <= 80
    assert title.removesuffix("…").casefold() in body.casefold()


def test_datelines_are_no_part_of_a_title() -> None:
    assert without_dateline("LISBOA, 13 set 2023 (Lusa) – O governo caiu.") == "O governo caiu."
    assert without_dateline("BRASÍLIA – O governo caiu.") == "O governo caiu."
    assert without_dateline("Benfica – Porto acaba empatado.") == "Benfica – Porto acaba empatado."
