"""The command ``dictionaries``: those that are installed, listed, added, removed and put in order."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from articles.errors import Problem
from reader.cli import output
from reader.cli.compose import Composition
from reader.dictionary.installed import About
from reader.dictionary.store import Dictionaries
from reader.i18n import _, ngettext


def dictionaries(options: argparse.Namespace, parts: Composition) -> int:
    """List the dictionaries, or do one thing with one.

    Raises:
        Problem: It could not be done.
    """
    store = Dictionaries(parts.locations.data_dir)
    if options.do == "add":
        return _add(options, store)
    if options.do == "remove":
        about = store.remove(options.names[0])
        if options.format == "json":
            output.put_json({"removed": _row(about)})
        else:
            output.put(_("{name} is removed").format(name=about.name))
        return 0
    if options.do in ("up", "down"):
        store.move(options.names[0], -1 if options.do == "up" else 1)
    _list(options, store)
    return 0


def _add(options: argparse.Namespace, store: Dictionaries) -> int:
    added: list[About] = []
    failed = 0
    for name in options.names:
        try:
            added += store.add(Path(name).expanduser())
        except Problem as problem:
            failed = 1
            output.complain(f"{name}: {problem}")
    if options.format == "json":
        output.put_json({"added": [_row(each) for each in added]})
    else:
        for each in added:
            output.put(_("{dictionary} is added").format(dictionary=_line(each)))
    return failed


def _list(options: argparse.Namespace, store: Dictionaries) -> None:
    every, offered, damaged = store.all(), store.offered(), store.damaged()
    if options.format == "json":
        rows = [_row(each) for each in every]
        output.put_json({"dictionaries": rows, "offered": [str(each) for each in offered], "damaged": damaged})
        return
    for at, each in enumerate(every, 1):
        output.put(f"{at}. {_line(each)}")
    for name in damaged:
        output.put(_("{name} is damaged: remove its folder, add it again").format(name=output.one_line(name)))
    for path in offered:
        output.put(_("on this machine, to be added: reader dictionaries add {path}").format(path=path))
    if not every and not offered:
        output.put(how_to_add())


def how_to_add() -> str:
    """What to do where there is no dictionary."""
    return _("no dictionaries: reader dictionaries add FILE takes those of StarDict and dictd")


def _line(about: About) -> str:
    entries = ngettext("{count} entry", "{count} entries", about.entries).format(count=about.entries)
    said = ", ".join(each for each in (about.kind, entries, about.author, about.licence) if each)
    return f"{about.name} ({said})"


def _row(about: About) -> dict[str, Any]:
    return {
        "name": about.name,
        "short": about.short,
        "kind": about.kind,
        "entries": about.entries,
        "author": about.author or None,
        "licence": about.licence or None,
    }
