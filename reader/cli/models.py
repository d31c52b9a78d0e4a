"""The command ``models``: Firefox's models, listed, fetched when asked, used and removed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articles.errors import Problem
from reader.cli import output
from reader.cli.compose import Composition
from reader.i18n import _
from reader.translation.firefox.store import Models

if TYPE_CHECKING:
    from reader.translation.firefox.catalogue import Offer
    from reader.translation.firefox.download import Downloads

_TRIED = "Bom dia a todos."
_MB = 1_000_000


def models(options: argparse.Namespace, parts: Composition) -> int:
    """List the models, or do one thing with one.

    Raises:
        Problem: It could not be done.
    """
    store = Models(parts.locations.data_dir)
    if options.do == "list":
        _list(options, parts, store)
    elif options.do == "fetch":
        _fetch(options.name, parts, store)
    elif options.do == "use":
        _use(store.find(options.name), store)
    else:
        freed = store.remove(options.name)
        output.put(_("{name} is removed: {size} are free again").format(name=options.name, size=_shown(freed)))
    return 0


# Listing


def _list(options: argparse.Namespace, parts: Composition, store: Models) -> None:
    found: list[Offer] = []
    if options.available:
        from reader.translation.firefox.fetching import offered

        with _downloads(parts) as downloads:
            found = offered(downloads)
    used = store.used()
    rows = [
        {
            "name": each.name,
            "folder": str(each.folder),
            "bytes": each.size,
            "used": each.folder == used,
            "damage": each.damage or None,
            "fetched": True,
        }
        for each in store.stored()
    ]
    known = {row["folder"] for row in rows}
    if used is not None and str(used) not in known:
        rows.append(_own(used))
    have = {row["name"] for row in rows}
    rows += [
        {"name": each.name, "folder": None, "bytes": each.size, "used": False, "damage": None, "fetched": False}
        for each in found
        if each.name not in have
    ]
    if options.format == "json":
        output.put_json({"models": rows})
    elif rows:
        output.put("\n".join(_line(row) for row in rows))
    else:
        output.put(_("no models: reader models fetch brings Firefox's, reader models use FOLDER takes one you have"))


def _own(folder: Path) -> dict[str, Any]:
    from reader.translation.firefox.files import ModelFiles

    size, damage = 0, None
    try:
        size = ModelFiles.of(folder).size
    except Problem as problem:
        damage = problem.message
    return {"name": str(folder), "folder": str(folder), "bytes": size, "used": True, "damage": damage, "fetched": False}


def _line(row: dict[str, Any]) -> str:
    said = [_shown(row["bytes"])]
    if row["folder"] is None:
        said.append(_("to be fetched"))
    if row["damage"]:
        said.append(_("damaged: {why}").format(why=row["damage"]))
    elif row["used"]:
        said.append(_("used by the engine firefox"))
    return f"{'*' if row['used'] else ' '} {output.one_line(row['name']):<20} {output.one_line(', '.join(said))}"


# Fetching


def _fetch(name: str | None, parts: Composition, store: Models) -> None:
    from reader.translation.firefox.fetching import fetch, find, offered

    with _downloads(parts) as downloads:
        offer = find(name, offered(downloads))
        output.complain(_("fetching {name}, {size}").format(name=offer.name, size=_shown(offer.size)))
        progress = output.Progress(_("MB"), -(-offer.size // _MB))
        try:
            folder = fetch(offer, store, downloads, lambda done: progress.at(done // _MB))
        finally:
            progress.over()
    output.put(_("{name} is fetched").format(name=offer.name))
    if store.used() is None:
        _use(folder, store)
    else:
        output.put(_("to use it: reader models use {name}").format(name=offer.name))


@contextmanager
def _downloads(parts: Composition) -> Iterator[Downloads]:
    """What fetches.

    Raises:
        Problem: Nothing may leave this machine.
    """
    from reader.translation.firefox.download import Downloads

    if parts.config.offline:
        advice = _("a model that you have is used by: reader models use FOLDER")
        raise Problem(_("models are fetched over the network, and the reader is set to stay offline"), advice)
    downloads = Downloads()
    try:
        yield downloads
    finally:
        downloads.close()


# Using


def _use(folder: Path, store: Models) -> None:
    from reader.translation.engine import EngineUnavailable
    from reader.translation.firefox.engine import in_process, installed, missing

    if not installed():
        raise EngineUnavailable(_("fxtranslate is not installed"), missing())
    store.check(folder)
    engine = in_process(folder)
    try:
        english = engine.translate(_TRIED)
    finally:
        engine.close()
    store.use(folder)
    name = folder.name if folder.parent == store.folder else str(folder)
    output.put(
        _("the engine firefox uses {name} (“{source}”: “{english}”)").format(
            name=output.one_line(name), source=_TRIED, english=english
        )
    )
    output.put(_('to translate with it: --engine firefox, or engine = "firefox" in config.toml'))


def _shown(size: int) -> str:
    """A size for a person: "41.3 MB"."""
    return f"{size / _MB:.1f} MB"
