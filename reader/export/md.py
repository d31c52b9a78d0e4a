"""Articles as Markdown: front matter that ``reader add`` reads back, text, English, names, marks."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from articles.formats.markdown import END
from articles.model import Article, Span
from reader.entities.headings import HEADINGS
from reader.export import commonmark
from reader.export.commonmark import escaped
from reader.export.model import Block, Exported, Layout, Look
from reader.export.telling import english_told, entity_line, exported_told, facts, grouped
from reader.i18n import _


def write(articles: Iterable[Exported], look: Look, now: datetime.datetime, title: str = "") -> Iterator[bytes]:
    """The file, in pieces; see ``reader.export.page``. Several articles become the parts of one text."""
    if title:
        head = commonmark.front_matter(Article(title, "-", language="pt", id="-"))
        yield f"{head}\n".encode("utf-8", "replace")
    for number, exported in enumerate(articles):
        parts = list(_parts(exported, look, now, several=bool(title)))
        if number or title:
            yield b"\n"
        yield ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def _parts(exported: Exported, look: Look, now: datetime.datetime, *, several: bool) -> Iterator[str]:
    layout, article = exported.layout(look), exported.article
    title = exported.title
    english_title = title.english.target if title.english is not None else title.source
    told = {"translation": english_told([exported])} if layout is not Layout.ORIGINAL else {}
    if several:
        yield f"# {escaped(english_title if layout is Layout.ENGLISH else title.source)}"
        yield "\n".join(f"- {escaped(name)}: {escaped(said)}" for name, said in facts(exported))
        yield from (escaped(each) for each in told.values())
    else:
        more = {**told, "exported": now.date().isoformat()}
        if layout is Layout.ENGLISH:
            more |= {"title": english_title, "language": "en"}
        yield commonmark.front_matter(article, **more)
    if layout not in (Layout.ORIGINAL, Layout.ENGLISH) and title.made is not None:
        yield f"> **{escaped(title.made.target)}**"
    yield from _text(exported, layout, deeper=several)
    after = [*_names(exported, look), *_marks(exported, look)]
    if after or several:
        if not several:
            yield END
        yield from after
        if several:
            yield escaped(exported_told(now))


def _text(exported: Exported, layout: Layout, *, deeper: bool) -> Iterator[str]:
    article = exported.article
    body = article.body
    if layout is Layout.SIDE_BY_SIDE:
        yield _table(exported)
        return
    for block, original in zip(exported.blocks, commonmark.paragraphs(article), strict=True):
        if layout is Layout.ENGLISH:
            said = commonmark.with_sign(article, block.paragraph, escaped(block.english(body, alone=True)))
            yield _deeper(said) if deeper else said
            continue
        yield _deeper(original) if deeper else original
        if layout is Layout.INTERLINEAR and block.has_english:
            yield "\n".join(f"> {line}" for line in escaped(block.english(body)).split("\n"))


def _deeper(paragraph: str) -> str:
    """A heading one level deeper, as far as there are levels; whatever else it is, as it is."""
    return f"#{paragraph}" if paragraph.startswith("#") and not paragraph.startswith("######") else paragraph


def _table(exported: Exported) -> str:
    """The paragraphs in two columns."""
    rows = [f"| {_('Portuguese')} | {_('English')} |", "| --- | --- |"]
    body = exported.article.body
    for block in exported.blocks:
        original = _cell(exported, block)
        english = escaped(block.english(body)).replace("\\\n", "<br>").replace("\n", " ") if block.has_english else ""
        rows.append(f"| {original} | {english} |")
    return "\n".join(rows)


def _cell(exported: Exported, block: Block) -> str:
    """A paragraph on one line of a table, with emphasis and links, and the sign of what it is as text."""
    span = block.paragraph.span
    inside = [
        each
        for each in exported.article.markup
        if span.start <= each.span.start and each.span.end <= span.end and each.span != span
    ]
    said = commonmark.paragraph(exported.article.body, Span(span.start, span.end), inside)
    said = said.replace("\\\n", "<br>").replace("\n", " ")
    return f"{escaped(block.value)} {said}" if block.value and not block.value.isdigit() else said


def _names(exported: Exported, look: Look) -> Iterator[str]:
    if not look.entities or not exported.entities:
        return
    yield f"## {escaped(_('Who, where and when'))}"
    for kind, group in grouped(exported.entities):
        yield f"### {escaped(_(HEADINGS[kind]))} ({len(group)})"
        yield "\n".join(f"- {escaped(entity_line(each))}" for each in group)


def _marks(exported: Exported, look: Look) -> Iterator[str]:
    if not look.marks or not exported.marks:
        return
    yield f"## {escaped(_('Marks and notes'))}"
    for mark in exported.marks:
        about = ", ".join(filter(None, (_(mark.colour), mark.made[:10])))
        yield "\n".join(f"> {line}" for line in escaped(mark.quote).split("\n")) + f"\n>\n> {escaped(f'({about})')}"
        if mark.note:
            yield escaped(mark.note)
