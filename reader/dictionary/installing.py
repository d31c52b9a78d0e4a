"""Makes the folder of a dictionary from the files it came in: copied, indexed, tried, and safe on the disk."""

from __future__ import annotations

import contextlib
import json
import os
import re
from pathlib import Path

from articles.cleaning import clean, clean_line
from reader.dictionary import dictd, stardict
from reader.dictionary.errors import BadDictionary
from reader.dictionary.finding import Found, copy, unpacked
from reader.dictionary.installed import ABOUT, About, Installed
from reader.dictionary.keys import decode
from reader.dictionary.slices import LONGEST_ENTRY, has_chunks, open_slices


def install(found: Found, folder: Path) -> About:
    """Fill an empty folder with a dictionary; when this returns, all of it is on the disk.

    Raises:
        BadDictionary: It is damaged or too large.
    """
    for part, (opened, packed) in found.parts.items():
        target = folder / {"dict": "text", "idx": "index", "syn": "forms"}.get(part, part)
        _take(opened, packed, target, chunks=part == "dict")
    (folder / "forms").touch()
    about = _stardict(folder, found) if found.kind == "stardict" else _dictd(folder, found)
    _try(about)
    said = {name: getattr(about, name) for name in About.__slots__ if name != "folder"}
    (folder / ABOUT).write_text(json.dumps(said, ensure_ascii=False), "utf-8")
    for each in folder.iterdir():
        with each.open("rb+") as file:
            os.fsync(file.fileno())
    keep_names(folder)
    return about


def keep_names(folder: Path) -> None:
    """See to it that a folder's list of names is on the disk, where the system can."""
    with contextlib.suppress(OSError):  # Windows opens no folders, and needs none of this
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _take(opened: object, packed: bool, target: Path, *, chunks: bool) -> None:
    with opened() as source:  # type: ignore[operator]
        copy(source, target)
    with target.open("rb") as file:
        if file.read(2) != b"\x1f\x8b" or (not packed and not chunks):
            return
        if chunks and has_chunks(target):
            return
        file.seek(0)
        plain = target.with_name(f"{target.name}-plain")
        copy(unpacked(file), plain)
    plain.replace(target)


def _stardict(folder: Path, found: Found) -> About:
    said = stardict.read_ifo((folder / "ifo").read_bytes())
    wide = said.get("idxoffsetbits") == "64"
    count = stardict.prepare(folder, wide=wide)
    name = clean_line(said.get("bookname", "") or found.stem, 200)
    text = clean_line(clean(said.get("description", "")).replace("\n", " "), 1000)
    licence = text if re.search(r"licen[cs]e|copyright|creative commons|\bGPL|\bCC[ -]BY", text, re.IGNORECASE) else ""
    types = said.get("sametypesequence", "")[:20]
    types = types if types.isascii() and types.isalpha() else ""
    return About(name, "stardict", count, clean_line(said.get("author", ""), 300), licence, types, wide, folder)


def _dictd(folder: Path, found: Found) -> About:
    count = dictd.prepare(folder)
    told: dict[str, str] = {}
    slices = open_slices(folder / "text")
    try:
        for name, (offset, size) in dictd.about(folder).items():
            with contextlib.suppress(BadDictionary):
                told[name] = decode(slices.read(offset, min(size, LONGEST_ENTRY)))
    finally:
        slices.close()
    lines = [clean_line(line).strip() for line in told.get("short", "").splitlines() if "database" not in line[:12]]
    name = next((line for line in lines if line), clean_line(found.stem, 200))
    info = clean(told.get("info", ""))
    licences = (
        line.strip() for line in info.splitlines() if re.search(r"licen[cs]e|available under", line, re.IGNORECASE)
    )
    authors = (
        line.strip() for line in info.splitlines() if re.match(r"\s*(maintainer|author|publisher)", line, re.IGNORECASE)
    )
    return About(name, "dictd", count, "; ".join(list(authors)[:3])[:300], next(licences, "")[:300], folder=folder)


def _try(about: About) -> None:
    """Read an entry here and there: what an index leads to must be there.

    Raises:
        BadDictionary: It is not.
    """
    opened = Installed(about)
    try:
        rows = opened.sample(20)
        if not rows:
            raise BadDictionary("its index holds no headword")
        for word in rows:
            opened.senses(word)
    finally:
        opened.close()
