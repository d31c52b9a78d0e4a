"""What the reader says of an article: cleaned, checked, and only what is said otherwise."""

from __future__ import annotations

import datetime

import pytest

from articles.details import WrongDetail, as_typed, line, read_details, tagged
from articles.model import Article

ARTICLE = Article(
    title="Em viagem",
    body="O trem partiu.",
    byline="Ana",
    published=datetime.date(2023, 9, 15),
    language="pt-BR",
    tags=("Rússia", "a, b"),
)


def test_what_was_not_touched_is_not_said() -> None:
    assert read_details(ARTICLE, as_typed(ARTICLE)) == {}
    assert read_details(ARTICLE, {"published": "15/09/2023", "byline": " Ana "}) == {}


def test_each_detail_is_read() -> None:
    typed = {"title": "Nova\x1b[2J", "byline": "", "published": "16 de setembro de 2023", "language": "pt_pt"}
    assert read_details(ARTICLE, {**typed, "tags": "#trem,, Trem , viagem", "source": "Folha"}) == {
        "title": line("title", "Nova\x1b[2J"),
        "byline": None,
        "published": datetime.date(2023, 9, 16),
        "language": "pt-PT",
        "tags": ("trem", "viagem"),
        "source": "Folha",
    }
    assert "\x1b" not in str(line("title", "Nova\x1b[2J"))
    assert read_details(ARTICLE, {"published": " ", "tags": ""}) == {"published": None, "tags": ()}


@pytest.mark.parametrize(
    ("field", "text"), [("title", " "), ("published", "31/02/2023"), ("language", "português"), ("language", "")]
)
def test_what_cannot_be_says_of_which_detail(field: str, text: str) -> None:
    with pytest.raises(WrongDetail) as wrong:
        read_details(ARTICLE, {field: text})
    assert wrong.value.field == field


def test_a_tag_is_there_once_however_it_is_written() -> None:
    assert tagged(("Rússia", "trem"), ("russia", "  "), ("TREM",)) == ("Rússia",)
