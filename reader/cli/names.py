"""What the commands that speak of names share: reading what is not read yet, and what an article names."""

from __future__ import annotations

from collections.abc import Iterable

from articles.errors import Problem
from articles.model import Article
from reader.cli import output
from reader.cli.compose import Composition
from reader.entities.model import Entity
from reader.i18n import _, ngettext

FEW = 25
"""Articles that are read without being asked: some seconds."""

_STEP = 20  # articles that a correction concerns, looked at between two counts


def read_first(parts: Composition, everything: bool) -> int:
    """Read the library's articles that were not read yet, where they are few or all were asked for.

    Says on stderr how many stay unread, so that no answer is silently short.

    Returns:
        How many are not read.
    """
    from reader.entities.choosing import expected

    while parts.index.catch_up(_STEP):
        pass
    stale = parts.analyses.stale(expected())
    if stale and (everything or len(stale) <= FEW):
        stale = parts.analyses.stale(parts.recogniser)  # what was expected may not be what there is
        stale = _read(parts, stale)
    if stale:
        said = ngettext(
            "{count} article is not read for names yet, and is not counted here; --read reads it",
            "{count} articles are not read for names yet, and are not counted here; --read reads them",
            len(stale),
        )
        output.complain(said.format(count=len(stale)))
    return len(stale)


def _read(parts: Composition, keys: Iterable[int]) -> list[int]:
    from reader.cli.entities import recognised

    keys = list(keys)
    progress = output.Progress(_("reading"), len(keys))
    failed = []
    for number, key in enumerate(keys):
        progress.at(number)
        for summary in parts.articles.summaries([key]):
            try:
                recognised(parts.articles.get(summary.id), parts)
            except Problem as problem:
                failed.append(key)
                output.complain(str(problem))
    progress.over()
    return failed


def shown(article: Article, parts: Composition) -> tuple[Entity, ...]:
    """The entities of an article as they stand in the index, with the corrections; none where it is not read."""
    from reader.entities.corrections.apply import correct

    found = parts.analyses.latest(article.id) or ()
    return correct(found, parts.corrections.of(article.id), article.body)
