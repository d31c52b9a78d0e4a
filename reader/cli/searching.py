"""The commands that find articles: search and list, with the words of a query as a shell hands them over."""

from __future__ import annotations

import argparse
import itertools
import os
import re
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from articles.errors import BadQuery, StorageError
from articles.repository import Hit, Order, Summary
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.describe import SHORT_ID, in_columns, summary_object
from reader.cli.search_arguments import MINUS
from reader.i18n import _, ngettext

if TYPE_CHECKING:
    from reader.finding.english import EnglishTexts

_PAGE = 500  # summaries fetched at once
_SOON = 500  # pairs and articles that are indexed without a word of it

# Their values are names, which may be several words; of the others a space ends the value.
_NAMED = ("author", "source", "title", "tag", "feed", "entity", "note")
_named = re.compile(rf'([-{MINUS}]?)([^\W\d_]{{1,20}}):(?P<value>[^"“”]*\s[^"“”]*)', re.DOTALL)
_key = re.compile(r"\s[-]?([^\W\d_]{1,20}):")


def search(options: argparse.Namespace, parts: Composition) -> int:
    """Print the articles that a query means, best first, each with the sentence that shows why."""
    query = query_of(options.words)
    try:
        prepare(parts, query, options)
        hits = parts.finder.search(query, options.limit, Order(options.sort) if options.sort else None)
    except BadQuery as wrong:
        return point_out(wrong, query)
    if options.format == "json":
        output.put_json([_hit_object(hit) for hit in hits])
        return 0
    if not hits:
        output.complain(_("nothing found; all words must occur in an article, and a word* may be cut short"))
    mark = _marked if _may_mark() else _plain
    for number, hit in enumerate(hits):
        title, excerpt = mark(hit.summary.title, hit.title_matches), mark(hit.excerpt, hit.matches)
        english = "EN  " if hit.in_english else ""
        gap = "\n" if number else ""
        output.put(f"{gap}{hit.summary.id[:SHORT_ID]}  {title}\n{' ' * SHORT_ID}  {english}{excerpt}")
    return 0


def list_(options: argparse.Namespace, parts: Composition) -> int:
    """Print the library, or the part of it that a query means."""
    query = query_of(options.words)
    order = {"source": Order.SOURCE, "day": Order.DATE}.get(options.group) or Order(options.sort or "date")
    limit = -1 if options.limit is None else options.limit
    try:
        if query.strip():
            prepare(parts, query, options)
            keys = parts.finder.keys(query, order, limit=limit)
        else:
            keys = parts.articles.keys(order=order, limit=limit)
    except BadQuery as wrong:
        return point_out(wrong, query)
    rows = [each for at in range(0, len(keys), _PAGE) for each in parts.articles.summaries(keys[at : at + _PAGE])]
    if options.format == "json":
        grouped = [{"group": name, "articles": [*map(summary_object, some)]} for name, some in _groups(rows, options)]
        output.put_json(grouped if options.group else [summary_object(each) for each in rows])
    elif rows:
        output.put("\n".join(_lines(rows, options)))
    elif query.strip():
        output.complain(_("nothing found; all words must occur in an article, and a word* may be cut short"))
    else:
        output.complain(_("the library is empty; reader add FILE puts an article into it"))
    return 0


def query_of(words: Sequence[str]) -> str:
    """The query that the words of a command line make.

    The shell takes the quotes of ``entity:"Vladimir Putin"`` away; what comes as one word with such a key is meant so.
    """
    return " ".join(_quoted(word.replace(MINUS, "-", 1) if word.startswith(MINUS) else word) for word in words)


def _quoted(word: str) -> str:
    from articles.finding.fields import key_of

    found = _named.fullmatch(word)
    if found is None or key_of(found[2]) not in _NAMED:
        return word
    if any(key_of(other[1]) for other in _key.finditer(found["value"])):  # a whole query in quotes of the shell
        return word
    return f'{found[1]}{found[2]}:"{found["value"].strip()}"'


def prepare(parts: Composition, query: str, options: argparse.Namespace) -> None:
    """Understand the query, then bring up to date what it asks; where that takes a while, say how far it is."""
    from articles.finding.model import Filter, Text

    asked = [term.what for group in parts.finder.parse(query).groups for term in group]
    if any(isinstance(each, Filter) and each.key == "entity" for each in asked):
        from reader.cli.names import read_first

        read_first(parts, options.read)
    if not any(isinstance(each, Text) for each in asked):
        return
    try:
        _catch_up(parts.english_texts)
    except StorageError as problem:  # the library cannot be written: what is there already is found all the same
        output.complain(str(problem))


def _catch_up(texts: EnglishTexts) -> None:
    waiting = texts.waiting()
    if waiting <= _SOON:
        texts.catch_up()
        return
    progress = output.Progress(_("indexing the English of the articles"), waiting)
    try:
        texts.catch_up(progress=lambda done: progress.at(min(done, waiting)))
    finally:
        progress.over()


def point_out(wrong: BadQuery, query: str) -> int:
    """Tell what is wrong; on a terminal also show where."""
    from reader.tui.page.cells import width_of

    output.complain(str(wrong))
    if wrong.at is not None and output.is_terminal(sys.stderr):
        shown = "".join(char if char.isprintable() else " " for char in query)
        line = output.one_line(shown)
        if len(line) == len(query):  # as it was given: the place is that of the query
            end = max(wrong.at + 1, min(wrong.end or 0, len(line)))
            before, under = width_of(line[: wrong.at]), max(1, width_of(line[wrong.at : end]))
            sys.stderr.write(f"  {line}\n  {' ' * before}{'^' * under}\n")
    return 1


def _hit_object(hit: Hit) -> dict[str, Any]:
    return {
        **summary_object(hit.summary),
        "excerpt": hit.excerpt,
        "matches": [list(each) for each in hit.matches],
        "title_matches": [list(each) for each in hit.title_matches],
        "in_english": hit.in_english,
    }


def _groups(rows: Sequence[Summary], options: argparse.Namespace) -> Iterator[tuple[str, list[Summary]]]:
    """The articles by source or by day: what they have in common, and which they are."""
    if options.group == "source":
        grouped = itertools.groupby(rows, key=lambda each: each.source or "")
    elif options.group == "day":
        grouped = itertools.groupby(rows, key=lambda each: (each.published or each.added.date()).isoformat())
    else:
        return
    yield from ((name, list(some)) for name, some in grouped)


def _lines(rows: Sequence[Summary], options: argparse.Namespace) -> Iterator[str]:
    lines = iter(in_columns([_row(each) for each in rows]))
    if not options.group:
        yield from lines
        return
    for number, (name, some) in enumerate(_groups(rows, options)):
        count = ngettext("{count} article", "{count} articles", len(some)).format(count=len(some))
        named = name or _("without a source")
        heading = f"{named} · {count}"
        yield f"\n{heading}" if number else heading
        yield from (f"  {line}" for line in itertools.islice(lines, len(some)))


def _row(summary: Summary) -> tuple[str, ...]:
    published = summary.published.isoformat() if summary.published else "-"
    return (summary.id[:SHORT_ID], published, summary.language, summary.title, summary.source or "")


def _may_mark() -> bool:
    """Whether the words found may stand out: on a terminal, unless the reader wants it plain."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return output.is_terminal(sys.stdout) and not plain


def _marked(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in ranges:
        parts += [text[at:start], "\x1b[1m", text[start:end], "\x1b[22m"]
        at = end
    return "".join([*parts, text[at:]])


def _plain(text: str, _ranges: Sequence[tuple[int, int]]) -> str:
    return text
