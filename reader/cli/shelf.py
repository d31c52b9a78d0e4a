"""The command that takes articles out of the library."""

from __future__ import annotations

import argparse

from articles.errors import Problem
from articles.model import Article
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.describe import SHORT_ID, article_object
from reader.i18n import _N, _

_REMOVED = _N("removed")


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
