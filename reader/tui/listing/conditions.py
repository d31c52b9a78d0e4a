"""What is wrong with a search, told before anything is looked for."""

from __future__ import annotations

from articles.errors import BadQuery


def what_is_wrong(query: str) -> BadQuery | None:
    """What is wrong with a search; None where nothing is, or nothing is searched for."""
    from articles.finding.parsing import parse

    if not query.strip():
        return None
    try:
        parse(query)
    except BadQuery as problem:
        return problem
    return None
