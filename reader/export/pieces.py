"""What stands around an article's paragraphs in HTML and EPUB: facts, names, marks, and who made it."""

from __future__ import annotations

import datetime

from reader.entities.headings import HEADINGS
from reader.export.blocks import Blocks, language_of
from reader.export.markup import address, attributes, colour, lines, text
from reader.export.model import Exported, Layout, Look
from reader.export.telling import (
    KIND,
    english_told,
    entity_told,
    exported_told,
    facts,
    grouped,
)
from reader.i18n import _, language


def interface_language() -> str:
    """The language of the words that are not the article's, as an attribute has it."""
    return language().replace("_", "-")


def facts_of(exported: Exported, blocks: Blocks) -> str:
    """What is known of the article, as a list of terms."""
    rows = []
    for name, said in facts(exported):
        href = address(said) if said == exported.article.url else None
        shown = text(said)
        if href is not None:
            shown = f"<a{attributes(href=href, rel='noopener noreferrer')}>{shown}</a>"
        rows.append(f"<div><dt>{text(name)}</dt><dd>{shown}</dd></div>\n")
    return f'<dl class="facts"{blocks.lang(interface_language())}>\n{"".join(rows)}</dl>\n' if rows else ""


def names_of(exported: Exported, look: Look, blocks: Blocks, level: int = 2) -> str:
    """Who, where and when: each with a link to where it is mentioned first; "" where nothing is."""
    if not look.entities or not exported.entities:
        return ""
    starts = [each.span.start for block in exported.blocks for each in block.sentences if each.span]
    linked = blocks.layout is not Layout.ENGLISH
    parts = [f"<h{level}>{text(_('Who, where and when'))}</h{level}>\n"]
    for kind, group in grouped(exported.entities):
        rows = []
        for each in group:
            name = f"<bdi{blocks.lang(language_of(exported))}>{text(each.name)}</bdi>"
            first = each.mentions[0].span.start if each.mentions else -1
            if linked and (at := _sentence_at(starts, first)) is not None:
                name = f'<a href="#{blocks.prefix}c{at}">{name}</a>'
            told = entity_told(each)
            more = f" · {text(told)}" if told else ""
            more += f" ({len(each.mentions)})" if len(each.mentions) > 1 else ""
            if each.aliases:
                more = text(_("{line}; also {names}")).format(line=more, names=text(", ".join(each.aliases)))
            rows.append(f"<li>{name}{more}</li>\n")
        parts.append(
            f"<h{level + 1}>{text(_(HEADINGS[kind]))} ({len(group)})</h{level + 1}>\n<ul>\n{''.join(rows)}</ul>\n"
        )
    return f'<section class="names"{blocks.lang(interface_language())}>\n{"".join(parts)}</section>\n'


def _sentence_at(starts: list[int], offset: int) -> int | None:
    from bisect import bisect_right

    at = bisect_right(starts, offset) - 1
    return starts[at] if at >= 0 and offset >= 0 else None


def marks_of(exported: Exported, look: Look, blocks: Blocks, level: int = 2) -> str:
    """The reader's marks and notes, each with a link to its place; "" where there are none."""
    if not look.marks or not exported.marks:
        return ""
    rows = []
    for number, mark in enumerate(exported.marks, 1):
        quote = f'<mark class="c-{colour(mark.colour)}"{blocks.lang(language_of(exported))}>{lines(mark.quote)}</mark>'
        if blocks.layout is not Layout.ENGLISH:
            quote = f'<a href="#{blocks.prefix}m{number}">{quote}</a>'
        about = " · ".join(filter(None, (_(mark.colour), mark.made[:10])))
        note = f'<p class="note" dir="auto">{lines(mark.note)}</p>' if mark.note else ""
        rows.append(f"<li>{quote} <small>{text(about)}</small>{note}</li>\n")
    title = text(_("Marks and notes"))
    return (
        f'<section class="marks"{blocks.lang(interface_language())}>\n<h{level}>{title}</h{level}>\n'
        f"<ul>\n{''.join(rows)}</ul>\n</section>\n"
    )


def colophon_of(exported: Exported, look: Look, blocks: Blocks, now: datetime.datetime) -> str:
    """Who made the English, what the signs mean, and when it was exported."""
    parts = []
    if blocks.layout is not Layout.ORIGINAL:
        parts.append(f"<p>{text(english_told([exported]))}</p>\n")
        made = {each.made.origin.value for each in exported.sentences() if each.made is not None}
        words = {"draft": _("draft"), "refined": _("refined"), "human": _("by a person"), "missing": _("no English")}
        here = [*(each for each in words if each in made), *(["missing"] if exported.missing else [])]
        if blocks.mixed or exported.missing:
            here = [each for each in here if blocks.mixed or each == "missing"]
            signs = " ".join(f'<span class="o-{each}">{text(words[each])}</span>' for each in here)
            parts.append(f'<p class="legend">{text(_("Sentences:"))} {signs}</p>\n')
    if look.entities and exported.entities and blocks.layout is not Layout.ENGLISH:
        kinds = [kind for kind, _group in grouped(exported.entities)]
        signs = " ".join(f'<span class="e e-{kind.value}">{text(_(KIND[kind]))}</span>' for kind in kinds)
        parts.append(f'<p class="legend">{text(_("Names:"))} {signs}</p>\n')
    parts.append(f"<p>{text(exported_told(now))}</p>\n")
    return f'<footer class="colophon"{blocks.lang(interface_language())}>\n{"".join(parts)}</footer>\n'
