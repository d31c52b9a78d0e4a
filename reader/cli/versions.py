"""The commands versions and diff: the older texts of an article, and how they differ."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence

from articles.differences import Change, Difference, differences
from articles.errors import Problem
from articles.model import Article
from articles.repository import Summary
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.describe import SHORT_ID, in_columns, summary_object
from reader.i18n import _, ngettext

_SIGNS = {Change.REMOVED: ("[-", "-]"), Change.ADDED: ("{+", "+}")}
_LEADS = {Change.REMOVED: "- ", Change.ADDED: "+ ", Change.CHANGED: "~ "}
_COLOURS = {Change.REMOVED: "\x1b[31m", Change.ADDED: "\x1b[32m"}
_PLAIN = "\x1b[0m"


def versions(options: argparse.Namespace, parts: Composition) -> int:
    """Print the versions of an article, newest first."""
    found = _versions(options.id, parts)
    if options.format == "json":
        output.put_json([{**summary_object(each), "current": not at} for at, each in enumerate(found)])
        return 0
    rows = [(each.id[:SHORT_ID], f"{each.added:%Y-%m-%d %H:%M}", _words(each.words), each.title) for each in found]
    output.put("\n".join(in_columns(rows)))
    if len(found) == 1:
        output.complain(_("there is one version of it only"))
    return 0


def diff(options: argparse.Namespace, parts: Composition) -> int:
    """Print how two texts differ: signs say what went and what came, colour only helps."""
    old, new = _two(options, parts)
    found = differences(old.body, new.body)
    if options.format == "json":
        output.put_json(
            {
                "old": {"id": old.id, "title": old.title},
                "new": {"id": new.id, "title": new.title},
                "differences": [
                    {
                        "change": each.change.value,
                        "old": each.old,
                        "new": each.new,
                        "pieces": [{"change": piece.change.value, "text": piece.text} for piece in each.pieces],
                    }
                    for each in found
                ],
            }
        )
        return 0
    coloured = output.is_terminal(sys.stdout) and not os.environ.get("NO_COLOR")
    output.put("\n".join(_lines(old, new, found, coloured)))
    return 0


def _versions(name: str, parts: Composition) -> list[Summary]:
    key = parts.articles.key_of(parts.articles.get(name).id)
    return parts.articles.versions(parts.articles.newest(key)) if key is not None else []


def _two(options: argparse.Namespace, parts: Composition) -> tuple[Article, Article]:
    one = parts.articles.get(options.id)
    if options.other is not None:
        return one, parts.articles.get(options.other)
    ids = [each.id for each in _versions(one.id, parts)]
    if len(ids) < 2:
        message = _("there is one version of {id} only").format(id=one.id[:SHORT_ID])
        raise Problem(message, _("give another article to compare it with"))
    at = ids.index(one.id) if one.id in ids else 0
    if at + 1 < len(ids):
        return parts.articles.get(ids[at + 1]), one
    return one, parts.articles.get(ids[0])


def _lines(old: Article, new: Article, found: Sequence[Difference], coloured: bool) -> Iterator[str]:
    yield f"--- {old.id[:SHORT_ID]}  {old.title}"
    yield f"+++ {new.id[:SHORT_ID]}  {new.title}"
    same = 0
    for each in found:
        if each.change is Change.SAME:
            same += 1
            continue
        yield from _unchanged(same)
        same = 0
        yield ""
        yield _shown(each, coloured)
    yield from _unchanged(same)


def _unchanged(count: int) -> Iterator[str]:
    if count:
        yield ""
        said = ngettext("{count} paragraph unchanged", "{count} paragraphs unchanged", count).format(count=count)
        yield f"  … {said}"


def _shown(difference: Difference, coloured: bool) -> str:
    pieces = []
    for piece in difference.pieces:
        before, after = _SIGNS.get(piece.change, ("", "")) if difference.change is Change.CHANGED else ("", "")
        text = before + piece.text + after
        colour = _COLOURS.get(piece.change) if coloured else None
        pieces.append(f"{colour}{text}{_PLAIN}" if colour else text)
    lead = _LEADS[difference.change]
    return lead + "".join(pieces).replace("\n", f"\n{lead}")


def _words(count: int) -> str:
    return ngettext("{count} word", "{count} words", count).format(count=count)
