"""The command ``show``: an article in any layout, with its entities if wanted, as text, JSON or Markdown."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from articles.errors import Problem
from articles.marks import Mark
from articles.model import Article, Markup, MarkupKind, Paragraph
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.english import EnglishArticle
from reader.cli.sources import find, is_id
from reader.entities.model import Entity
from reader.i18n import _, ngettext


def show(options: argparse.Namespace, parts: Composition) -> int:
    """Print an article.

    Raises:
        Problem: There is no such article, or its English cannot be made.
    """
    article = find(options.article, parts)
    stored = is_id(options.article)
    if options.part is not None:
        article, stored = _part_of(article, options.part), False
    english = None
    if options.layout != "original":
        from reader.cli import glossing

        glossary = glossing.of_article(article, parts, stored=stored)
        english = parts.translation.english.of_article(article, glossary)
    entities = None
    if options.entities:
        from reader.cli.entities import entities_of
        from reader.cli.naming import with_english

        entities = with_english(entities_of(article, parts, stored=stored), parts)
    if options.format == "json":
        marks = parts.marks.of(article.id, article.body) if stored else []
        output.put_json(_object(article, english, entities, marks))
    elif options.format == "markdown":
        output.put_data(_markdown(article, english, entities, options.layout))
    else:
        lines = list(_lines(article, english, entities, options))
        if options.links or options.marks:
            from reader.cli import beside

            lines += beside.links(article) if options.links else []
            marked = parts.marks.of(article.id, article.body) if stored else ()
            lines += beside.marks(article, marked) if options.marks else []
        output.put("\n".join(lines))
    if english is not None:
        from reader.cli.translate import warn

        warn(english)
    return 0


def _object(
    article: Article, english: EnglishArticle | None, entities: Sequence[Entity] | None, marks: Sequence[Mark]
) -> dict[str, Any]:
    from reader.cli.describe import article_object
    from reader.cli.entities import entity_object
    from reader.cli.translate import english_object

    found: dict[str, Any] = {"article": article_object(article)} if english is None else english_object(english)
    if entities is not None:
        found["entities"] = [entity_object(each) for each in entities]
    if marks:
        found["marks"] = [
            {"start": each.span.start, "end": each.span.end, "quote": each.quote, "note": each.note, "made": each.made}
            for each in marks
        ]
    if chapters := article.parts():
        found["parts"] = [
            {"number": number, "title": part.title, "start": part.span.start, "end": part.span.end}
            for number, part in enumerate(chapters, 1)
        ]
    return found


def _part_of(article: Article, number: int) -> Article:
    """One part of an article as an article by itself, under the title of the whole.

    Raises:
        Problem: It has no such part.
    """
    chapters = article.parts()
    if number > len(chapters):
        message = ngettext("it has {count} part", "it has {count} parts", len(chapters)).format(count=len(chapters))
        raise Problem(message, _("reader show ID --format json lists them"))
    span = chapters[number - 1].span
    markup = tuple(
        Markup(mark.span.shifted(-span.start), mark.kind, mark.value)
        for mark in article.markup
        if span.start <= mark.span.start and mark.span.end <= span.end
    )
    return dataclasses.replace(article, body=span.of(article.body), markup=markup, id="")


def _lines(
    article: Article,
    english: EnglishArticle | None,
    entities: Sequence[Entity] | None,
    options: argparse.Namespace,
) -> Iterator[str]:
    from reader.cli.describe import facts
    from reader.cli.layouts import Block, filled, lay_out

    width: int | None = output.width_for(options.width)
    if english is None and options.width is None and not output.is_terminal(sys.stdout):
        width = None  # a program reads it: a paragraph is a line
    title = Block(article.title, english.title.text if english else "")
    yield from lay_out([title], options.layout, width)
    yield from filled(facts(article), width)
    yield ""
    if english is None:
        blocks = [Block(each.span.of(article.body), "", _sign(article, each)) for each in article.paragraphs()]
    else:
        blocks = [
            Block(each.span.of(article.body), english.text(said), _sign(article, each))
            for each, said in english.paragraphs
        ]
    yield from lay_out(blocks, options.layout, width)
    if english is not None:
        yield ""
        yield from filled(_("English: {origin}").format(origin=english.origin()), width)
    if entities is not None:
        from reader.cli.entities import entity_lines

        yield ""
        yield from entity_lines(entities)


def _sign(article: Article, paragraph: Paragraph) -> str:
    """What stands before the paragraph: the sign of an item, the indent of a quotation."""
    if paragraph.kind is MarkupKind.QUOTE:
        return "    "
    if paragraph.kind is MarkupKind.ITEM:
        value = next((each.value for each in article.markup if each.span == paragraph.span), "")
        return f"{value or '•'} "
    return ""


def _markdown(article: Article, english: EnglishArticle | None, entities: Sequence[Entity] | None, layout: str) -> str:
    from reader.export import commonmark as markdown

    parts = list(markdown.paragraphs(article))
    if english is None:
        head = markdown.front_matter(article)
    else:
        said = [markdown.escaped(english.text(each)) for _, each in english.paragraphs]
        head = markdown.front_matter(article, translation=english.origin())
        if layout == "english":
            head = markdown.front_matter(article, title=english.title.text, language="en", translation=english.origin())
            parts = [
                markdown.with_sign(article, each, text)
                for (each, _), text in zip(english.paragraphs, said, strict=True)
            ]
        else:
            quoted = [f"> {text}".replace("\n", "\n> ") for text in said]
            parts = [each for pair in zip(parts, quoted, strict=True) for each in pair]
    if entities:
        from reader.cli.entities import entity_lines

        parts.append("## " + _("Who, where and when"))
        for kind in "\n".join(entity_lines(entities)).split("\n\n"):
            heading, *lines = (markdown.escaped(line.strip()) for line in kind.split("\n"))
            parts += [f"### {heading}", "\n".join(f"- {each}" for each in lines)]
    return "\n\n".join([head, *parts])
