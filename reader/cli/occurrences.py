"""``reader entities --all`` and ``reader entities NAME``: the library's entities, and where one occurs."""

from __future__ import annotations

import argparse
import itertools
from typing import Any

from articles.errors import ArticleNotFound
from articles.repository import Summary
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.describe import SHORT_ID, in_columns, summary_object
from reader.cli.names import read_first, shown
from reader.entities.index.queries import Known
from reader.entities.model import Kind
from reader.entities.timeline import sentences_of
from reader.i18n import _, ngettext

MOST = 50
"""Articles of an entity that are printed where no ``--limit`` says otherwise."""

_SENTENCES = 3  # of one article, as text


def library(options: argparse.Namespace, parts: Composition) -> int:
    """Print the library's entities, the most mentioned first."""
    unread = read_first(parts, options.read)
    found = parts.index.all(Kind(options.kind) if options.kind else None, options.limit)
    if options.format == "json":
        output.put_json({"entities": [known_object(each) for each in found], "unread": unread})
    elif found:
        output.put("\n".join(in_columns([_row(each) for each in found])))
    else:
        output.complain(_("nothing found that has a name"))
    return 0


def occurrences(options: argparse.Namespace, parts: Composition) -> int:
    """Print where the entities of a name occur.

    Raises:
        ArticleNotFound: There is no such name, nor an article or a file that was meant.
    """
    unread = read_first(parts, options.read)
    found = parts.index.find(options.article, Kind(options.kind) if options.kind else None)
    if not found:
        message = _("there is no file, no article's id and no name in the library {name}")
        raise ArticleNotFound(
            message.format(name=repr(options.article)), _("reader entities --all shows the names, reader list the ids")
        )
    most = MOST if options.limit is None else options.limit
    told = [known_object(each) | {"occurrences": _told(each, parts, options, most)} for each in found]
    if options.format == "json":
        output.put_json({"entities": told, "unread": unread})
    return 0


def _told(known: Known, parts: Composition, options: argparse.Namespace, most: int) -> list[dict[str, Any]]:
    """The occurrences of an entity; as text they are printed one by one."""
    rows = []
    text = options.format == "text"
    if text:
        output.put(_heading(known))
    for place in itertools.islice(parts.index.all_places(known.number), most):
        for summary in parts.articles.summaries([place.article]):
            body = parts.articles.get(summary.id).body
            mentions = [
                {"start": span.start, "end": span.end, "text": span.of(body), "sentence": sentence.of(body)}
                for entity in shown(parts.articles.get(summary.id), parts)
                if parts.index.is_shown_as(known, entity)
                for span, sentence in sentences_of(body, entity)
            ]
            if text:
                _put(summary, mentions)
            else:
                rows.append({"article": summary_object(summary), "mentions": mentions})
    if known.articles > most:
        more = known.articles - most
        said = ngettext("{count} more article; --limit shows it", "{count} more articles; --limit shows them", more)
        output.complain(said.format(count=more))
    return rows


def _put(summary: Summary, mentions: list[dict[str, Any]]) -> None:
    day = summary.published.isoformat() if summary.published else "-"
    lines = [f"  {summary.id[:SHORT_ID]}  {day}  {summary.title} ({len(mentions)})"]
    sentences = list(dict.fromkeys(each["sentence"] for each in mentions))
    lines += [f"      {' '.join(sentence.split())}" for sentence in sentences[:_SENTENCES]]
    if len(sentences) > _SENTENCES:
        lines.append("      …")
    output.put("\n".join(lines))


def known_object(known: Known) -> dict[str, Any]:
    """An entity of the library for JSON."""
    return {
        "name": known.name,
        "kind": known.kind.value,
        "english": known.english,
        "articles": known.articles,
        "mentions": known.mentions,
    }


def _row(known: Known) -> tuple[str, ...]:
    name = known.name if not known.english else f"{known.name} · {known.english}"
    return (f"{known.mentions:>6}", f"{known.articles:>6}", known.kind.value, name)


def _heading(known: Known) -> str:
    articles = ngettext("{count} article", "{count} articles", known.articles).format(count=known.articles)
    mentions = ngettext("{count} mention", "{count} mentions", known.mentions).format(count=known.mentions)
    said = [known.name, *([known.english] if known.english else []), known.kind.value]
    return f"{' · '.join(said)} ({articles}, {mentions})"
