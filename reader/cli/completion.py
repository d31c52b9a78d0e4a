"""The commands that tell others about the command line: completion for shells, the man page."""

from __future__ import annotations

import argparse

from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.describe import SHORT_ID
from reader.cli.manual_arguments import SHELLS

_MOST_IDS = 200


def completion(options: argparse.Namespace, parts: Composition) -> int:
    """Print the script for a shell, or what such a script asks for: a value in a line, a tab, what it means."""
    if options.what in SHELLS:
        from reader.cli.manual.shells import script

        output.put(script(options.what).rstrip("\n"))
        return 0
    lines = {"ids": _ids, "engines": _engines, "feeds": _feeds}[options.what](parts)
    if lines:
        output.put("\n".join(lines))
    return 0


def man(options: argparse.Namespace, parts: Composition) -> int:
    """Print the man page, for ``man -l -`` or a file ``reader.1``."""
    from reader.cli.manual.roff import page

    output.put(page().rstrip("\n"))
    return 0


def _ids(parts: Composition) -> list[str]:
    newest = parts.articles.summaries(parts.articles.keys(limit=_MOST_IDS))
    return [f"{each.id[:SHORT_ID]}\t{output.one_line(each.title)}" for each in newest]


def _engines(parts: Composition) -> list[str]:
    from reader.translation.engines import ENGINES

    return list(ENGINES)


def _feeds(parts: Composition) -> list[str]:
    from articles.feeds.store import FeedStore

    return [f"{feed.url}\t{output.one_line(feed.title)}" for feed in FeedStore(parts.database).all()]
