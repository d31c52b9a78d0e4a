"""Fetching a model: the list, its files one after the other, and all of them put in place in one step."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

from articles.errors import StorageError
from reader.i18n import _
from reader.locations import make_private, reason
from reader.translation.engine import EngineUnavailable
from reader.translation.firefox.catalogue import NoCatalogue, Offer, base_of, offers, root_of
from reader.translation.firefox.download import Downloads, FetchFailed
from reader.translation.firefox.engine import installed, missing
from reader.translation.firefox.store import Models

_UNPACKED = 2.0
"""How many times the fetched bytes a model takes unpacked, at most; the files of 2023 took 1.3 times as many."""


def offered(downloads: Downloads) -> list[Offer]:
    """The models that can be fetched, the best first.

    Raises:
        EngineUnavailable: What would run them is not installed.
        FetchFailed: The service cannot be asked.
        NoCatalogue: What it says is not understood.
    """
    if not installed():
        raise EngineUnavailable(_("fxtranslate is not installed"), missing())
    from fxtranslate import discovery

    records = discovery.records_url()
    root = root_of(records)
    base = base_of(root, downloads.list(root))
    return offers(downloads.list(records), base)


def fetch(offer: Offer, models: Models, downloads: Downloads, at: Callable[[int], object]) -> Path:
    """Fetch a model, going on where it was broken off; its folder. Nothing half is ever taken for a model.

    Args:
        offer: The model.
        models: Where it goes.
        downloads: Fetches.
        at: Told how many bytes of ``offer.size`` are here.

    Raises:
        FetchFailed: It cannot be had; what came of it is kept for the next time.
        StorageError: There is no room for it.
    """
    partial = make_private(models.partial(offer.name))
    ready = partial / "ready"
    try:
        _room_for(offer, partial)
        shutil.rmtree(ready, ignore_errors=True)
        ready.mkdir(mode=0o700)
        before = 0
        for file in offer.files:
            part = partial / f"{file.sha256}.part"
            downloads.file(file.url, file.size, file.sha256, part, lambda done, before=before: at(before + done))  # type: ignore[misc]
            before += file.size
            _unpack(part, file.inner, ready / file.role.kept)
        card = {
            "architecture": offer.architecture,
            "version": offer.version,
            "fetched": datetime.datetime.now(datetime.UTC).date().isoformat(),
        }
        place = models.take(ready, offer.name, card)
    except OSError as error:
        message = _("the model cannot be written: {why}").format(why=reason(error))
        raise StorageError(message, _("make room, and call it again: what was fetched is kept")) from error
    shutil.rmtree(partial, ignore_errors=True)
    return place


def _room_for(offer: Offer, partial: Path) -> None:
    there = sum(file.stat().st_size for file in partial.glob("*.part"))
    needed = int(offer.size * (1 + _UNPACKED)) - there
    free = shutil.disk_usage(partial).free
    if free < needed:
        message = _("there is no room for the model: it needs {needed} MB, and {free} MB are free")
        raise StorageError(message.format(needed=-(-needed // 10**6), free=free // 10**6), _("make room"))


def _unpack(part: Path, inner: str, place: Path) -> None:
    import os

    from fxtranslate import discovery

    try:
        data = discovery.verify_and_decompress(part.read_bytes(), inner or None)
    except ValueError as error:
        part.unlink(missing_ok=True)
        message = _("what came is not the file that was announced: it was thrown away")
        raise FetchFailed(message, _("try again later")) from error
    with place.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def find(name: str | None, found: list[Offer]) -> Offer:
    """The offer of that name; the best one where none is named.

    Raises:
        NoCatalogue: There is none.
    """
    for offer in found:
        if name is None or offer.name == name:
            return offer
    if not found:
        raise NoCatalogue(_("Firefox's service has no model for Portuguese that fxtranslate can run"), "")
    names = ", ".join(each.name for each in found)
    message = _("there is no model {name} to fetch").format(name=repr(name))
    raise NoCatalogue(message, _("there is: {names}").format(names=names))
