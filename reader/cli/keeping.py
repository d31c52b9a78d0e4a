"""The commands set and restore: what the reader says of articles, and what was removed."""

from __future__ import annotations

import argparse
from typing import Any

from articles import details
from articles.errors import Problem
from articles.model import Article
from articles.repository import Summary
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.describe import SHORT_ID, article_object, in_columns, summary_object
from reader.cli.each import do_to_each, line_of
from reader.i18n import _


def set_(options: argparse.Namespace, parts: Composition) -> int:
    """Set what the options say for each article; one that fails is told and does not stop the others."""
    rows = []
    failed = 0
    for name in options.ids:
        try:
            article = parts.articles.get(name)
            key = parts.articles.key_of(article.id)
            article = _set(options, parts, article, key if key is not None else -1)
        except Problem as problem:
            failed += 1
            output.complain(str(problem))
            continue
        (summary,) = parts.articles.summaries([key] if key is not None else []) or (None,)
        if options.format == "json":
            state = {"read": summary.read, "starred": summary.starred} if summary is not None else {}
            rows.append({**article_object(article), **state})
        else:
            output.put(_("set: {title}").format(title=_starred(article, summary)))
    if options.format == "json":
        output.put_json(rows)
    return 1 if failed else 0


def restore(options: argparse.Namespace, parts: Composition) -> int:
    """Bring removed articles back; without ids, list them."""
    if not options.ids:
        return _list_removed(options, parts)
    told = _("restored: {title}")
    return do_to_each(
        options.ids, parts.articles.restore, lambda back: told.format(title=line_of(back)), options.format
    )


def _list_removed(options: argparse.Namespace, parts: Composition) -> int:
    removed = parts.articles.removed()
    if options.format == "json":
        output.put_json([summary_object(gone) for gone in removed])
    elif removed:
        rows = [(gone.id[:SHORT_ID], str(gone.published or "-"), gone.title, gone.source or "") for gone in removed]
        output.put("\n".join(in_columns(rows)))
    else:
        output.complain(_("nothing was removed since the reader was started last"))
    return 0


def _set(options: argparse.Namespace, parts: Composition, article: Article, key: int) -> Article:
    if options.star or options.unstar:
        parts.articles.star([key], on=options.star)
    if options.read or options.unread:
        parts.articles.mark_read([key], on=options.read)
    texts = {name: getattr(options, name) for name in details.LONGEST}
    fields: dict[str, Any] = {name: details.line(name, text) for name, text in texts.items() if text is not None}
    if options.language is not None:
        fields["language"] = options.language
    if options.published is not None:
        fields |= {"published": options.published, "moment": None}
    if options.tag or options.untag:
        fields["tags"] = details.tagged(article.tags, options.tag, options.untag)
    return parts.articles.edit(key, **fields) if fields else article


def _starred(article: Article, summary: Summary | None) -> str:
    star = "★ " if summary is not None and summary.starred else ""
    return f"{article.id[:SHORT_ID]}  {star}{article.title}"
