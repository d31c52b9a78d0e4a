"""What every format holds to, whatever stands in titles, names, notes and addresses; and what is read back."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from articles.formats import read_article
from articles.marks import Mark
from articles.model import Article, Markup, MarkupKind, Span
from reader.entities.model import Entity, Kind, Mention
from reader.export.gathering import gather
from reader.export.model import Exported, Format, Layout, Look
from reader.export.writing import write
from reader.translation.engine import Origin, Translation
from reader.translation.exchange import tmx_reading
from reader.translation.exchange.units import checked
from tests.export.making import BOOK, NOON, RICH, exported, translated

SCHEMA = Path(__file__).parents[2] / "docs" / "export.schema.json"
NASTY = [
    "</style><script>alert(1)</script>", "javascript:alert(1)", "]]>", '"\'<>&', "\x00\x1b[31m\x07",
    "\ufffe\uffff", "\ud800", "\u202e", "<!-- -->", "--", "`|*_#", "\n---\n", "\\", "% # ?", "é", "🏅",
]  # fmt: skip
hostile = st.lists(st.sampled_from([*NASTY, "palavra ", "Lula ", ". "]), min_size=1, max_size=6).map("".join)


def made(*articles: Exported, format_: Format, layout: Layout | None = None, title: str = "") -> bytes:
    return b"".join(write(articles, Look(format_, layout), NOON, title))


def attacked(text: str, layout: Layout) -> dict[Format, bytes]:
    body = f"Começo {text} fim."
    word = Span(0, 6)
    markup = (Markup(word, MarkupKind.LINK, text), Markup(Span(0, len(body)), MarkupKind.ITEM, text))
    article = Article(text, body, text, text, text, None, text, (text,), tuple(sorted(markup)), id="0" * 32)
    mention = Mention(word, Kind.PERSON, "Começo")
    entity = Entity(text, Kind.PERSON, (mention,), (text,), text, None, (text,), text)
    mark = Mark(word, text, text, text, text, 1)

    def english(_article: Article, sources: Any) -> dict[str, Translation]:
        return {
            each: Translation(each, text, Origin.HUMAN, text, text, NOON, text, text, (text,), text) for each in sources
        }

    out = gather(article, english, (entity,), (mark,))
    return {each: made(out, format_=each, layout=layout if each.has_layouts else None) for each in Format}


@given(hostile, st.sampled_from(list(Layout)))
def test_nothing_hostile_gets_out_of_its_place(text: str, layout: Layout) -> None:
    said = attacked(text, layout)
    book = zipfile.ZipFile(io.BytesIO(said[Format.EPUB]))
    pages = [said[Format.HTML].removeprefix(b"<!DOCTYPE html>\n"), said[Format.TMX]]
    pages += [book.read(name) for name in book.namelist() if name.endswith(("html", "opf", "xml"))]
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for page in pages:
        root = etree.fromstring(page, parser)  # well-formed, or it raises
        names = {etree.QName(each).localname for each in root.iter(etree.Element)}
        assert not names & {"script", "iframe", "object", "form", "img", "svg"}
        for each in root.iter(etree.Element):
            assert not [name for name in each.attrib if str(name).startswith("on")]
            href = each.get("href", "")
            assert re.match(r"(https?://|mailto:|#|[\w-]+\.(xhtml|css)(#|$))", href) or not href
    for each in (Format.TEXT, Format.MARKDOWN, Format.JSON):
        text_out = said[each].decode()
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufffe\uffff\ud800-\udfff]", text_out)
    json.loads(said[Format.JSON])


@pytest.mark.parametrize("text", [RICH, BOOK])
def test_markdown_is_read_back_as_the_same_article(text: str) -> None:
    out = exported(text)
    again = read_article(made(out, format_=Format.MARKDOWN, layout=Layout.ORIGINAL), "a.md")

    assert again.id == out.article.id
    assert [getattr(again, name) for name in ("title", "byline", "source", "url", "published", "language", "tags")] == [
        getattr(out.article, name) for name in ("title", "byline", "source", "url", "published", "language", "tags")
    ]
    assert again == out.article


SIGNS = ["a", "Lula", "R$ 3", "#", "*", "-", "1.", ">", "<b>", "[x](y)", "~", "&amp;", "\\", "`", "_é_", "fim.", "|"]
words = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=8).map(" ".join)
KINDS = [None, MarkupKind.QUOTE, MarkupKind.HEADING, MarkupKind.CAPTION]


@given(st.lists(st.tuples(words, st.sampled_from(KINDS)), min_size=1, max_size=5))
def test_any_article_is_read_back_from_markdown(paragraphs: list[tuple[str, MarkupKind | None]]) -> None:
    markup, at = [], 0
    for text, kind in paragraphs:
        if kind is not None:
            markup.append(Markup(Span(at, at + len(text)), kind, "2" if kind is MarkupKind.HEADING else ""))
        at += len(text) + 2
    body = "\n\n".join(text for text, _ in paragraphs)
    article = Article("Título", body, language="pt-BR", markup=tuple(markup))
    if not any(char.isalnum() for char in body):
        return
    again = read_article(made(gather(article), format_=Format.MARKDOWN), "a.md")
    assert again.body == body
    assert again.id == article.id


def test_several_articles_in_markdown_are_parts_of_one() -> None:
    again = read_article(made(exported(), exported(BOOK), format_=Format.MARKDOWN, title="Dois"), "a.md")

    assert (again.title, [part.title for part in again.parts()]) == ("Dois", [exported().article.title, "Um livro"])


def test_side_by_side_markdown_is_a_table() -> None:
    said = made(exported(), format_=Format.MARKDOWN, layout=Layout.SIDE_BY_SIDE).decode()

    assert "| Portuguese | English |\n| --- | --- |\n" in said
    assert "<br>" in said


def test_plain_text_is_wrapped_as_wide_as_said() -> None:
    out = exported()
    narrow = b"".join(write([out], Look(Format.TEXT, width=40), NOON)).decode()

    assert max(map(len, narrow.split("\n"))) <= 40 or "https://" in narrow
    assert "EN: English of: O líder Kim Jong Un" in made(out, format_=Format.TEXT).decode()
    for line in ("English: 4 sentences", "4 sentences without English"):
        assert line.split()[0] in narrow


def test_english_alone_shows_what_has_none() -> None:
    said = made(exported(), format_=Format.TEXT, layout=Layout.ENGLISH).decode()

    assert "[pt] " in said
    assert "sentences without English" in said


def test_the_pairs_are_read_back_from_tmx() -> None:
    out = exported()
    data = made(out, out, format_=Format.TMX, title="x")
    units = [checked(each, NOON) for each in tmx_reading.read(io.BytesIO(data))]

    assert units == [each.made for each in out.sentences() if each.made is not None]
    assert b'<prop type="x-article-source">Folha do Teste</prop>' in data
    from translate.storage.tmx import tmxfile

    assert len(tmxfile(io.BytesIO(data)).units) == len(units)


def test_json_is_as_its_schema_says_and_complete() -> None:
    outs = [exported(), exported(BOOK), exported(bilingual=False)]
    said = json.loads(made(*outs, format_=Format.JSON, title="x"))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))

    assert list(_wrong(said, schema, schema)) == []
    for out, each in zip(outs, said["articles"], strict=True):
        body = each["body"]
        markup = tuple(Markup(Span(m["start"], m["end"]), MarkupKind(m["kind"]), m["value"]) for m in each["markup"])
        assert (body, markup) == (out.article.body, out.article.markup)
        assert all(body[one["start"] : one["end"]] == one["source"] for one in each["sentences"])
        assert len(each["entities"]) == len(out.entities)
        assert [mark["note"] for mark in each["marks"]] == [mark.note for mark in out.marks]
    assert list(_wrong({**said, "reader_export": "1"}, schema, schema)), "the check of the schema sees nothing"
    del said["articles"][0]["sentences"][0]["source"]
    assert list(_wrong(said, schema, schema))


TYPES = {"object": dict, "array": list, "string": str, "integer": int, "null": type(None)}


def _wrong(value: Any, rule: Any, schema: Any, at: str = "") -> Any:
    """What is not as the schema says: the few words of JSON Schema that ours uses."""
    if "$ref" in rule:
        rule = schema["$defs"][rule["$ref"].rpartition("/")[2]]
    known = {"$ref", "$schema", "$id", "$defs", "title", "description", "type", "enum", "const", "required", "properties", "items", "additionalProperties", "anyOf"}  # fmt: skip # noqa: E501
    assert set(rule) <= known
    if "anyOf" in rule and all(list(_wrong(value, each, schema, at)) for each in rule["anyOf"]):
        yield at, "none of", rule["anyOf"]
    kinds = rule.get("type", list(TYPES))
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if not isinstance(value, tuple(TYPES[each] for each in kinds)):
        yield at, "is no", kinds
        return
    if value not in rule.get("enum", [value]) or value != rule.get("const", value):
        yield at, "cannot be", value
    if isinstance(value, dict):
        yield from ((at, "lacks", each) for each in rule.get("required", []) if each not in value)
        properties = rule.get("properties", {})
        if rule.get("additionalProperties") is False:
            yield from ((at, "has", each) for each in value if each not in properties)
        for name, each in value.items():
            yield from _wrong(each, properties.get(name, {}), schema, f"{at}.{name}")
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from _wrong(each, rule.get("items", {}), schema, f"{at}[{number}]")


def test_who_made_the_english_is_told_in_words() -> None:
    out = gather(Article("Um", "Dois três."), lambda _a, sources: {each: translated(each, 1) for each in sources})

    assert "English: 2 sentences refined by google" in made(out, format_=Format.TEXT).decode()
