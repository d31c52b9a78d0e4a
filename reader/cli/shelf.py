"""The commands of the library: list, search and remove."""

from __future__ import annotations

import argparse

from articles.errors import Problem
from articles.model import Article
from articles.repository import Summary
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.describe import SHORT_ID, article_object, in_columns, summary_object
from reader.i18n import _N, _

_REMOVED = _N("removed")
_PAGE = 500  # summaries fetched at once


def list_(options: argparse.Namespace, parts: Composition) -> int:
    """Print the library, newest first."""
    keys = parts.articles.keys()
    rows = [each for at in range(0, len(keys), _PAGE) for each in parts.articles.summaries(keys[at : at + _PAGE])]
    if options.format == "json":
        output.put_json([summary_object(each) for each in rows])
    elif rows:
        output.put("\n".join(in_columns([_row(each) for each in rows])))
    else:
        output.complain(_("the library is empty; reader add FILE puts an article into it"))
    return 0


def search(options: argparse.Namespace, parts: Composition) -> int:
    """Print the articles in which all words occur, best first."""
    hits = parts.articles.search(" ".join(options.words))
    if options.format == "json":
        output.put_json(
            [
                {
                    **summary_object(hit.summary),
                    "excerpt": hit.excerpt,
                    "matches": [list(each) for each in hit.matches],
                }
                for hit in hits
            ]
        )
        return 0
    if not hits:
        output.complain(_("nothing found; all words must occur in an article, and a word* may be cut short"))
    for number, hit in enumerate(hits):
        gap = "\n" if number else ""
        output.put(f"{gap}{hit.summary.id[:SHORT_ID]}  {hit.summary.title}\n{' ' * SHORT_ID}  {hit.excerpt}")
    return 0


def remove(options: argparse.Namespace, parts: Composition) -> int:
    """Take articles out; an id that fails is told and does not stop the others."""
    gone = []
    failed = 0
    for name in options.ids:
        try:
            article = parts.articles.remove(name)
        except Problem as problem:
            failed += 1
            output.complain(str(problem))
            continue
        gone.append(article_object(article))
        if options.format == "text":
            output.put(f"{_(_REMOVED)}: {_named(article)}")
    if options.format == "json":
        output.put_json(gone)
    return 1 if failed else 0


def _named(article: Article) -> str:
    return f"{article.id[:SHORT_ID]}  {article.title}"


def _row(summary: Summary) -> tuple[str, ...]:
    published = summary.published.isoformat() if summary.published else "-"
    return (summary.id[:SHORT_ID], published, summary.language, summary.title, summary.source or "")
