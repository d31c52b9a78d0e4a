"""The command ``memory``: what the translation memory holds, searched and cleared."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from articles.errors import Problem, StorageError
from reader.cli import output
from reader.cli.compose import Composition
from reader.i18n import _, ngettext
from reader.translation.engine import Origin, Translation
from reader.translation.exchange.index import MemoryIndex
from reader.translation.exchange.rows import Made, MemoryRows, Which, keys_of, sources_of

FEW = 50
"""Pairs that a search prints where nobody says how many."""

_SHORT = 400  # characters of a sentence in a list
_AGREES = frozenset({"y", "yes", "s", "sim"})
_MANY = 20_000  # pairs of which indexing takes so long that it is told


class NotForgotten(Problem):
    """Nobody agreed to forget."""


def memory(options: argparse.Namespace, parts: Composition) -> int:
    """Do with the memory what is asked for.

    Raises:
        Problem: It cannot be done, or not to its end.
    """
    if options.do in ("import", "export"):
        from reader.cli import exchange

        return exchange.export(options, parts) if options.do == "export" else exchange.import_(options, parts)
    return {"stats": _stats, "search": _search, "forget": _forget}[options.do](options, parts)


def which(options: argparse.Namespace, parts: Composition) -> Which:
    """The pairs that the options name; people's among them where nothing else is said.

    Raises:
        Problem: There is no such article.
    """
    keys = None
    if options.article is not None:
        keys = keys_of(sources_of(parts.articles.get(options.article)))
    if options.words_in is not None:
        up_to_date(parts)
    return Which(
        Origin(options.origin) if options.origin else None,
        options.by,
        options.by_version,
        options.since,
        options.before,
        keys,
        options.words_in,
    )


def up_to_date(parts: Composition) -> MemoryIndex:
    """The index of the memory's words, brought up to date; that is told where it takes long."""
    index = MemoryIndex(parts.database)
    waiting = index.waiting()
    if waiting:
        if waiting > _MANY:
            said = ngettext(
                "{count} pair is put into the index first", "{count} pairs are put into the index first", waiting
            )
            output.complain(said.format(count=waiting))
        progress = output.Progress(_("indexing"), waiting)
        index.catch_up(progress.at)
        progress.over()
    return index


def _stats(options: argparse.Namespace, parts: Composition) -> int:
    made = MemoryRows(parts.database).made()
    size = _size(parts.database.path)
    if options.format == "json":
        pairs, source, target = (sum(getattr(each, name) for each in made) for name in ("pairs", "source", "target"))
        output.put_json(
            {
                "pairs": pairs,
                "characters": {"source": source, "target": target},
                "oldest": min((each.oldest for each in made), default=None),
                "newest": max((each.newest for each in made), default=None),
                "library_bytes": size,
                "made": [_made_object(each) for each in made],
            }
        )
        return 0
    from reader.cli.describe import in_columns

    head = (_("origin"), _("engine"), _("version"), _("pairs"), _("characters"), _("oldest"), _("newest"))
    rows = [head, *(_made_row(each) for each in made)]
    if len(made) > 1:
        all_pairs, all_chars = sum(each.pairs for each in made), sum(each.source + each.target for each in made)
        oldest, newest = min(each.oldest for each in made), max(each.newest for each in made)
        rows.append(
            (_("all"), "", "", f"{all_pairs}", f"{all_chars}", oldest.date().isoformat(), newest.date().isoformat())
        )
    output.put("\n".join(in_columns(rows)))
    output.put(_("The library takes {size} MB on the disk.").format(size=f"{size / 1_000_000:.1f}"))
    return 0


def _size(path: Path) -> int:
    """Bytes of the library's file and of its log."""
    both = (path, path.with_name(path.name + "-wal"))
    return sum(each.stat().st_size for each in both if each.exists())


def _made_object(made: Made) -> dict[str, Any]:
    return {
        "origin": made.origin.value,
        "engine": made.engine,
        "version": made.version,
        "pairs": made.pairs,
        "characters": {"source": made.source, "target": made.target},
        "oldest": made.oldest,
        "newest": made.newest,
    }


def _made_row(made: Made) -> tuple[str, ...]:
    return (
        made.origin.value,
        output.one_line(made.engine),
        output.one_line(made.version) or "-",
        f"{made.pairs}",
        f"{made.source + made.target}",
        made.oldest.date().isoformat(),
        made.newest.date().isoformat(),
    )


def _search(options: argparse.Namespace, parts: Composition) -> int:
    limit = FEW if options.limit is None else options.limit
    try:
        index = up_to_date(parts)
    except StorageError as problem:  # full or read-only: what was indexed before is found all the same
        output.complain(str(problem))
        index = MemoryIndex(parts.database)
    found = index.search(" ".join(options.words), limit + 1)
    if options.format == "json":
        from reader.translation.exchange.jsonl import written

        output.put_json([written(each) for each in found[:limit]])
    elif not found:
        output.complain(_("nothing found; all words must occur in a pair, and a word* may be cut short"))
    else:
        output.put("\n\n".join(_pair(each) for each in found[:limit]))
    if len(found) > limit:
        output.complain(_("there are more; --limit says how many are shown"))
    return 0


def _pair(pair: Translation) -> str:
    made = " ".join(filter(None, (pair.origin.value, pair.engine if pair.engine != pair.origin else "", pair.version)))
    by = " · ".join(filter(None, (made, pair.author, pair.created.date().isoformat())))
    return "\n".join((_cut(pair.source), f"  {_cut(pair.target)}", f"  {output.one_line(by)}"))


def _cut(text: str) -> str:
    from articles.cleaning import clean_line

    return clean_line(text, _SHORT)


def _forget(options: argparse.Namespace, parts: Composition) -> int:
    import dataclasses

    asked = which(options, parts)
    # A person's words go only where they are named: nothing else brings them back.
    rows = MemoryRows(parts.database)
    spared = 0 if asked.origin is not None else rows.count(dataclasses.replace(asked, origin=Origin.HUMAN))
    asked = dataclasses.replace(asked, people=asked.origin is Origin.HUMAN)
    count = rows.count(asked)
    if count and not options.yes:
        _agree(count)
    progress = output.Progress(_("forgetting"), count)
    gone = rows.forget(asked, progress.at) if count else 0
    progress.over()
    if options.format == "json":
        output.put_json({"forgotten": gone})
    else:
        output.put(ngettext("forgot {count} pair", "forgot {count} pairs", gone).format(count=gone))
    if spared:
        what = ngettext("{count} pair of a person stays", "{count} pairs of people stay", spared).format(count=spared)
        output.complain(f"{what}; " + _("--origin human forgets those"))
    return 0


def _agree(count: int) -> None:
    """Ask on a terminal.

    Raises:
        NotForgotten: The answer is no, or there is nobody to ask.
    """
    what = ngettext("this forgets {count} pair", "this forgets {count} pairs", count).format(count=count)
    if not output.is_terminal(sys.stdin):
        raise NotForgotten(what, _("add --yes to do it without being asked"))
    sys.stderr.write(f"reader: {what}; " + _("go on? [y/N]") + " ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().casefold() not in _AGREES:
        raise NotForgotten(_("nothing was forgotten"), _("answer y to go on"))
