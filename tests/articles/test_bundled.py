"""The articles that come with the reader: every one pairs up with its English."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from articles.bundled import bundled, pair
from articles.cleaning import clean
from articles.errors import NotAnArticle
from articles.formats.frontmatter import split_front_matter
from articles.formats.markdown import read_markdown
from articles.model import PARAGRAPH_BREAK
from articles.sentences import sentence_spans

CONTENT = files("articles").joinpath("content")
NAMES = sorted(
    entry.name.removesuffix(".pt.md")
    for entry in (CONTENT.iterdir() if CONTENT.is_dir() else ())
    if entry.name.endswith(".pt.md")
)


def text_of(name: str) -> str:
    return CONTENT.joinpath(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_each_article_is_whole(name: str) -> None:
    found = pair(name, text_of(f"{name}.pt.md").encode(), text_of(f"{name}.en.md").encode())
    article = found.article
    assert found.english[0][0] == article.title
    assert all(portuguese.strip() and english.strip() for portuguese, english in found.english)
    assert article.language in ("pt-BR", "pt-PT")
    assert article.published
    assert article.byline
    assert article.source
    assert 300 <= len(article.body.split()) <= 900
    for ending in (".pt.md", ".en.md"):
        known, _ = split_front_matter(text_of(name + ending), expected=True)
        assert known is not None
        assert known.licence == "CC0-1.0"
        assert clean(text_of(name + ending)) == text_of(name + ending)


@pytest.mark.parametrize("name", NAMES)
def test_the_splitter_cuts_each_article_at_its_lines(name: str) -> None:
    known, text = split_front_matter(text_of(f"{name}.pt.md"), expected=True)
    assert known is not None
    lines = read_markdown(text, known.title, keep_lines=True).body.split(PARAGRAPH_BREAK)
    for paragraph in lines:
        joined = paragraph.replace("\n", " ")
        assert [span.of(joined) for span in sentence_spans(joined)] == paragraph.split("\n")


def test_the_first_launch_has_eight_articles_in_both_variants() -> None:
    found = list(bundled())
    assert len(found) >= 8
    assert [each.name for each in found] == NAMES
    assert len({each.article.id for each in found}) == len(found)
    languages = [each.article.language for each in found]
    assert languages.count("pt-BR") >= 6
    assert languages.count("pt-PT") >= 2


PORTUGUESE = "---\ntitle: Um\nlanguage: pt\n---\n\nUma frase.\nOutra *frase*.\n\n## Fim\n\nAcabou.\n"
ENGLISH = "---\ntitle: One\n---\n\nA sentence.\nAnother *sentence*.\n\n## End\n\nIt is over.\n"


def test_an_article_and_its_english() -> None:
    assert pair("x", PORTUGUESE.encode(), ENGLISH.encode()).english == (
        ("Um", "One"),
        ("Uma frase.", "A sentence."),
        ("Outra frase.", "Another sentence."),
        ("Fim", "End"),
        ("Acabou.", "It is over."),
    )


@pytest.mark.parametrize(
    ("english", "says"),
    [
        (ENGLISH.replace("## End\n\n", ""), "x: 3 paragraphs, but 2 in English"),
        (ENGLISH.replace("Another *sentence*.\n", ""), "x: paragraph 1 has 2 sentences, but 1 in English"),
        (ENGLISH.replace("title: One", "name: One"), "x: the English has no title"),
        ("Only text.", "x: the English has no title"),
    ],
)
def test_english_that_does_not_go_with_it_is_named(english: str, says: str) -> None:
    with pytest.raises(NotAnArticle, match=says):
        pair("x", PORTUGUESE.encode(), english.encode())


def test_folders_without_articles_or_without_english(tmp_path: Path) -> None:
    assert list(bundled(tmp_path / "missing")) == []
    (tmp_path / "notes.txt").write_text("x")
    assert list(bundled(tmp_path)) == []
    (tmp_path / "x.pt.md").write_text(PORTUGUESE)
    with pytest.raises(NotAnArticle, match=r"x\.en\.md is missing"):
        list(bundled(tmp_path))
    (tmp_path / "x.en.md").write_text(ENGLISH)
    assert [each.article.title for each in bundled(tmp_path)] == ["Um"]
