"""Doing something to each of several articles, and telling what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from articles.errors import Problem
from articles.model import Article
from reader.cli import output
from reader.cli.describe import SHORT_ID, article_object


def line_of(article: Article) -> str:
    """The article as it is told in a line: the first digits of its id, and its title."""
    return f"{article.id[:SHORT_ID]}  {article.title}"


def do_to_each(names: Sequence[str], work: Callable[[str], Article], told: Callable[[Article], str], form: str) -> int:
    """Do the work for each name; one that fails is told and does not stop the others.

    Args:
        names: Ids, or the first digits of ids.
        work: Gives the article it was done to.
        told: What to print of it.
        form: "text" or "json": lines, or a list of the articles at the end.

    Returns:
        The exit code: 1 where one of them failed.
    """
    rows = []
    failed = 0
    for name in names:
        try:
            article = work(name)
        except Problem as problem:
            failed += 1
            output.complain(str(problem))
            continue
        rows.append(article_object(article))
        if form == "text":
            output.put(told(article))
    if form == "json":
        output.put_json(rows)
    return 1 if failed else 0
