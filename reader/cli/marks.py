"""The command ``marks``: marks and notes listed, exported, and taken in from a file."""

from __future__ import annotations

import argparse
import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articles.errors import BadQuery, Problem, UnreadableSource
from articles.marks import Brought, Listed
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.describe import SHORT_ID
from reader.cli.searching import point_out, prepare, query_of
from reader.i18n import _, ngettext

if TYPE_CHECKING:
    from reader.export.marks import Shown
    from reader.export.marks_reading import Brief
    from reader.translation.engine import Translation

_STDIO = "-"
_SHOWN = 5  # marks that were not found, named one by one


class NotWritten(Problem):
    """The marks were not exported."""


def marks(options: argparse.Namespace, parts: Composition) -> int:
    """Do with the marks what is asked for.

    Raises:
        Problem: It cannot be done.
    """
    if options.do == "import":
        return _import(options, parts)
    query = query_of(options.words)
    try:
        found = _chosen(options, parts, query)
    except BadQuery as wrong:
        return point_out(wrong, query)
    return _list(options, parts, found) if options.do == "list" else _export(options, parts, found)


def _chosen(options: argparse.Namespace, parts: Composition, query: str) -> list[Listed]:
    """The marks that the options mean; those of one article stand together, with those that it lost."""
    article = parts.articles.get(options.article).id if options.article is not None else None
    found = [each for each in parts.marks.listed(article) if _wanted(each, options)]
    stands_for: dict[str, int] = {}
    for each in found:
        if each.mark.article not in stands_for:
            key = parts.articles.key_of(each.mark.article)
            stands_for[each.mark.article] = parts.articles.newest(key) if key is not None else -1
    if query.strip():
        prepare(parts, query, options)
        keys = set(parts.finder.keys(query))
        found = [each for each in found if stands_for[each.mark.article] in keys]
    places = {key: number for number, key in enumerate(dict.fromkeys(stands_for.values()))}
    return sorted(found, key=lambda each: (places[stands_for[each.mark.article]], each.older))


def _wanted(each: Listed, options: argparse.Namespace) -> bool:
    mark = each.mark
    since = options.since is None or _day(mark.made) >= options.since
    kind = (not options.noted or bool(mark.note)) and (not options.lost or bool(mark.lost))
    return since and kind and options.colour in (None, mark.colour)


def _day(made: str) -> datetime.date:
    """The reader's own day of a time in UTC."""
    try:
        return datetime.datetime.fromisoformat(made).astimezone().date()
    except (ValueError, OverflowError):
        return datetime.date.min


def _shown(parts: Composition, found: Sequence[Listed]) -> Iterator[Shown]:
    from reader.export.marks import gathered
    from reader.translation.memory import TranslationMemory

    memory = TranslationMemory(parts.database)

    def english(sentences: Sequence[str]) -> Mapping[str, Translation]:
        return memory.lookup(sentences)

    return gathered(found, parts.articles.get, english)


def _list(options: argparse.Namespace, parts: Composition, found: Sequence[Listed]) -> int:
    if options.format == "json":
        from reader.export.marks import as_object

        with output.json_list(on=True) as put_item:
            for each in _shown(parts, found):
                put_item(as_object(each))
    elif found:
        for line in _lines(found):
            output.put(line)
    elif options.words or options.article or options.colour or options.since or options.noted or options.lost:
        output.complain(_("nothing is marked so"))
    else:
        output.complain(_("nothing is marked; m marks the sentence you are reading, a adds a note"))
    return 0


def _lines(found: Sequence[Listed]) -> Iterator[str]:
    from reader.colours import colour_name

    at = ""
    for each in found:
        mark = each.mark
        if mark.article != at:
            known = [output.one_line(text) for text in (each.title, each.source, each.day) if text]
            known += [_("older version")] if each.older else []
            yield ("\n" if at else "") + f"{mark.article[:SHORT_ID]}  {' · '.join(known)}"
            at = mark.article
        lost = f" · {_('lost')}" if mark.lost else ""
        yield f"  {colour_name(mark.colour)} · {_day(mark.made).isoformat()}{lost}: {output.one_line(mark.quote)}"
        if mark.note:
            yield f"    {output.one_line(mark.note)}"


def _export(options: argparse.Namespace, parts: Composition, found: Sequence[Listed]) -> int:
    name = options.output or _STDIO
    if name != _STDIO and Path(name).exists() and not options.force:
        said = _("{file} is there already").format(file=output.one_line(name))
        raise NotWritten(said, _("add --force, or choose another name"))
    pieces = _pieces(options, parts, found)
    if name == _STDIO:
        for piece in pieces:
            output.put_data(piece)
        return 0
    from reader.translation.exchange.whole import write_whole

    write_whole(Path(name), (piece.encode("utf-8", "replace") for piece in pieces))
    said = ngettext("wrote {count} mark: {file}", "wrote {count} marks: {file}", len(found))
    output.put(said.format(count=len(found), file=output.one_line(name)))
    return 0


def _pieces(options: argparse.Namespace, parts: Composition, found: Sequence[Listed]) -> Iterator[str]:
    from reader.export.marks import VERSION, as_markdown, as_object

    shown = _shown(parts, found)
    if options.format == "markdown":
        yield from as_markdown(shown)
        return
    yield f'{{\n  "reader_marks": {VERSION},\n  "marks": ['
    for number, each in enumerate(shown):
        yield (",\n" if number else "\n") + output.as_json(as_object(each), indent=2)
    yield "\n  ]\n}\n"


def _import(options: argparse.Namespace, parts: Composition) -> int:
    from reader.export.marks_reading import read

    counts: Counter[str] = Counter()
    missing: list[dict[str, Any]] = []
    given = list(read(_data(options.words[0])))
    progress = output.Progress(_("importing"), len(given))
    try:
        for number, each in enumerate(given):
            progress.at(number)
            became = _bring(each, parts, replace=options.force) if each is not None else "unclear"
            counts[became] += 1
            if each is not None and became in (Brought.LOST, "without"):
                missing.append({"quote": each.words.quote, "title": each.title or each.url, "why": str(became)})
    finally:
        progress.over()
    if options.format == "json":
        output.put_json({name: counts[name] for name in _OUTCOMES} | {"missing": missing})
    else:
        _tell(counts, missing)
    return 0


_OUTCOMES = (*(each.value for each in Brought), "without", "unclear")
"""What may become of a mark in a file: of those that ``Brought`` has, or it has no article here, or is no mark."""


def _bring(brief: Brief, parts: Composition, *, replace: bool) -> str:
    """Take a mark in: into the newest version that has its words, the one that it was made in otherwise."""
    own = parts.articles.key_of(brief.article) if brief.article else None
    at = own if own is not None else parts.articles.at_address(brief.url) if brief.url else None
    if at is None:
        return "without"
    newest = parts.articles.newest(at)
    became = Brought.LOST
    for key in dict.fromkeys((newest, at)):
        became = parts.marks.bring(_id(parts, key, brief), brief.words, brief.said, replace=replace)
        if became is not Brought.LOST:
            break
    return became


def _id(parts: Composition, key: int, brief: Brief) -> str:
    summaries = parts.articles.summaries([key])
    return summaries[0].id if summaries else brief.article


def _tell(counts: Mapping[str, int], missing: Sequence[Mapping[str, Any]]) -> None:
    said = [ngettext("{count} mark added", "{count} marks added", counts["new"]).format(count=counts["new"])]
    rest = {
        "replaced": _("{count} replaced"),
        "there": _("{count} there already"),
        "other": _("{count} marked otherwise by you, which stays; --force takes the file's"),
        "lost": _("{count} whose words are not found"),
        "without": _("{count} without their article"),
        "unclear": _("{count} that are no marks"),
    }
    said += [words.format(count=counts[name]) for name, words in rest.items() if counts[name]]
    output.put(", ".join(said))
    for each in missing[:_SHOWN]:
        why = _("not found") if each["why"] == Brought.LOST else _("no article")
        output.put(f"  {why}: {output.one_line(each['title'])}: {output.one_line(each['quote'][:200])}")
    if len(missing) > _SHOWN:
        output.put(f"  {_('and {count} more').format(count=len(missing) - _SHOWN)}")


def _data(name: str) -> bytes:
    from reader.export.marks_reading import LARGEST
    from reader.locations import reason

    if name == _STDIO:
        from reader.cli.sources import read_stdin

        return read_stdin(LARGEST)
    try:
        with Path(name).open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        message = _("{file} cannot be read: {why}").format(file=output.one_line(name), why=reason(error))
        raise UnreadableSource(message, _("check its name and that you may read it")) from error
    if len(data) > LARGEST:
        raise UnreadableSource(_("{file} is too large").format(file=output.one_line(name)), _("export it in parts"))
    return data
