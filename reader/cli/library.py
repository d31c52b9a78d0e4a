"""The command library: all of it as a folder of Markdown, and such a folder back into the library."""

from __future__ import annotations

import argparse
import contextlib
import datetime
import os
import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from articles import records
from articles.cleaning import clean
from articles.decoding import decode
from articles.errors import NotAnArticle, Problem, UnreadableSource
from articles.folding import fold
from articles.formats.reading import read_bytes
from articles.model import Article
from articles.versions import take_place
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.library_states import added_of, set_state, state_of
from reader.cli.page_file import PageFile, read_page, write_page
from reader.cli.progress import progress
from reader.i18n import _
from reader.locations import reason

FEEDS = "feeds.opml"
"""The file of the feeds in the folder."""

_AT_ONCE = 200
_NAME = re.compile(r"-([0-9a-f]{12,32})\.md")
_SLUG = 60
_not_plain = re.compile(r"[^a-z0-9]+")


def library(options: argparse.Namespace, parts: Composition) -> int:
    """Do what the first word says."""
    return _export(options, parts) if options.do == "export" else _import(options, parts)


def _export(options: argparse.Namespace, parts: Composition) -> int:
    folder = Path(options.folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        there = _files(folder)
    except OSError as error:
        raise _unwritable(folder, error) from error
    query = " ".join(options.query)
    keys = list(parts.finder.keys(query)) if query else list(parts.articles.keys())
    written = same = 0
    with progress(len(keys), _("writing the library")) as step:
        for key in keys:
            for each in parts.articles.versions(key):
                with parts.database.read() as connection:
                    article = records.read(connection, each.key)
                    state = state_of(connection, each.key, article.id)
                path = there.pop(article.id[:12], None) or folder / _name(article, state)
                if _put(path, write_page(article, state).encode()):
                    written += 1
                else:
                    same += 1
            step()
    feeds = parts.feeds.outlines()
    if feeds and not query:
        from articles.feeds.opml import write_opml

        _put(folder / FEEDS, write_opml(feeds, _("Feeds of reader")).encode("utf-8", "replace"))
    left = 0 if query else len(there)
    if options.format == "json":
        said = {"written": written, "unchanged": same, "left": left, "feeds": len(feeds) if not query else 0}
        output.put_json({"folder": output.one_line(options.folder), **said})
        return 0
    output.put(_("{written} files written, {same} were as they are").format(written=written, same=same))
    if left:
        output.complain(_("{count} files are of articles that are not in the library; they stay").format(count=left))
    return 0


@dataclass(slots=True)
class _Taken:
    """What became of the files of a folder."""

    new: int = 0
    updated: int = 0
    same: int = 0
    versions: int = 0
    problems: list[str] = field(default_factory=list)
    newer: list[tuple[str, str]] = field(default_factory=list)


def _import(options: argparse.Namespace, parts: Composition) -> int:
    folder = Path(options.folder)
    if not folder.is_dir():
        message = _("there is no folder {name}").format(name=repr(output.one_line(options.folder)))
        raise UnreadableSource(message, _("give one that reader library export made"))
    paths = sorted(folder.rglob("*.md"))
    taken = _Taken()
    with progress(len(paths), _("reading the folder")) as step:
        for at in range(0, len(paths), _AT_ONCE):
            pages = list(_pages(paths[at : at + _AT_ONCE], folder, taken))
            with parts.database.write() as connection:
                for page in pages:
                    _take(connection, page, taken)
            step(len(paths[at : at + _AT_ONCE]))
    with parts.database.write() as connection:
        _link(connection, taken.newer)
    feeds = _take_feeds(folder, parts, taken)
    for problem in taken.problems:
        output.complain(problem)
    counts = {"new": taken.new, "versions": taken.versions, "updated": taken.updated, "unchanged": taken.same}
    if options.format == "json":
        output.put_json(
            {"folder": output.one_line(options.folder), **counts, "feeds": feeds, "failed": len(taken.problems)}
        )
    else:
        line = _("{new} new, {versions} new versions, {updated} updated, {unchanged} there already")
        output.put(line.format(**counts))
    return 1 if taken.problems else 0


def _pages(paths: Sequence[Path], folder: Path, taken: _Taken) -> Iterator[PageFile]:
    for path in paths:
        try:
            data = read_bytes(path)
            try:
                text = data.decode("utf-8")
            except UnicodeDecodeError:
                text = decode(data)
            yield read_page(text.removeprefix("\ufeff").replace("\r\n", "\n") if b"\r\n" in data else text)
        except (NotAnArticle, UnreadableSource) as problem:
            taken.problems.append(f"{output.one_line(str(path.relative_to(folder)))}: {problem}")


def _take(connection: sqlite3.Connection, page: PageFile, taken: _Taken) -> None:
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")
    article = _harmless(page.article)
    key = records.key_of(connection, article.id)
    if key is None:
        older = records.key_of(connection, str(page.state.get("id", ""))) if page.changed else None
        if older is not None:  # a person changed the text in the file
            key = records.insert(connection, article, now)
            take_place(connection, key, older)
            taken.versions += 1
            return
        key = records.insert(connection, article, added_of(page.state, now))
        set_state(connection, key, article.id, len(article.body), page.state)
        taken.new += 1
    else:
        stored = records.read(connection, key)
        changed = set_state(connection, key, stored.id, len(stored.body), page.state)
        if stored.id == article.id and stored != article:
            records.update(connection, key, article)
            changed = True
        connection.execute(
            "UPDATE shelf SET gone = NULL, live = newer IS NULL WHERE key = ? AND gone IS NOT NULL", (key,)
        )
        taken.updated += changed
        taken.same += not changed
    newer = page.state.get("newer")
    if isinstance(newer, str) and not page.changed:
        taken.newer.append((article.id, newer))


def _harmless(article: Article) -> Article:
    """The article clean: a file from anywhere may say that it is the exact text of one."""
    import dataclasses

    from articles.cleaning import clean_line

    def line(text: str | None, limit: int) -> str | None:
        return text if text is None else clean_line(text, limit) or None

    body = clean(article.body)
    return dataclasses.replace(
        article,
        title=line(article.title, 2000) or "?",
        body=body,
        byline=line(article.byline, 1000),
        source=line(article.source, 1000),
        url=line(article.url, 8000),
        language=line(article.language, 40) or "pt",
        tags=tuple(filter(None, (line(tag, 1000) for tag in article.tags))),
        markup=tuple(sorted(each for each in article.markup if 0 <= each.span.start < each.span.end <= len(body)))
        if body == article.body
        else (),
        id=article.id if body == article.body else "",
    )


def _link(connection: sqlite3.Connection, links: Sequence[tuple[str, str]]) -> None:
    """Put older versions behind their newer ones, where both are there; a ring is not made."""
    from articles.shelf import newest

    for older, newer in links:
        old, new = records.key_of(connection, older), records.key_of(connection, newer)
        if old is None or new is None or old == newest(connection, new):
            continue
        connection.execute("UPDATE shelf SET newer = ?, live = 0 WHERE key = ? AND newer IS NULL", (new, old))


def _take_feeds(folder: Path, parts: Composition, taken: _Taken) -> int:
    path = folder / FEEDS
    if not path.is_file():
        return 0
    from articles.feeds.opml import read_opml

    try:
        outlines = read_opml(read_bytes(path)).feeds
        return sum(each is not None for each in parts.feeds.bring(list(outlines)))
    except Problem as problem:
        taken.problems.append(f"{FEEDS}: {problem}")
        return 0


def _files(folder: Path) -> dict[str, Path]:
    """The files of the folder by the first digits of their article's id: an article keeps the name it once got."""
    return {found[1][:12]: path for path in folder.rglob("*.md") if (found := _NAME.search(path.name))}


def _name(article: Article, state: dict[str, Any]) -> str:
    """A name that every system takes, that sorts by day, and that no other article has."""
    day = article.published.isoformat() if article.published else str(state["added"])[:10]
    words = _not_plain.sub("-", fold(article.title)[: 4 * _SLUG]).strip("-")
    slug = words if len(words) <= _SLUG else words[: _SLUG + 1].rpartition("-")[0] or words[:_SLUG]
    return f"{day[:4]}/{day}-{slug or 'x'}-{article.id[:12]}.md"


def _put(path: Path, data: bytes) -> bool:
    """Write a file whole, if it is not what it should be already; whether it was written."""
    try:
        with contextlib.suppress(FileNotFoundError):
            if path.stat().st_size == len(data) and path.read_bytes() == data:
                return False
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.part")
        try:
            part.write_bytes(data)
            os.replace(part, path)  # noqa: PTH105
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _unwritable(path, error) from error
    return True


def _unwritable(path: Path, error: OSError) -> Problem:
    message = _("{name} cannot be written: {why}").format(name=repr(output.one_line(str(path))), why=reason(error))
    return Problem(message, _("what was written before it is whole: free some space, or choose another folder"))
