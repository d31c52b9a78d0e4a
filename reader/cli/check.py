"""The command check: is the library sound, and what mends it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from articles.errors import StorageError
from reader.cli import output
from reader.cli.compose import Composition, migrations
from reader.i18n import _, ngettext

if TYPE_CHECKING:
    from articles.checking.mending import Outcome
    from articles.checking.model import Check, Finding
    from articles.checking.salvage import Gone, Salvaged

_NAMED = 20
"""Lost articles named one by one; --format json names all."""


def check(options: argparse.Namespace, parts: Composition) -> int:
    """Print what is wrong, one line each; with ``--repair``, mend it. The exit code is 1 while anything is wrong."""
    from articles.checking import mending

    path = parts.locations.library_file
    count: int | None = None
    try:
        count = parts.articles.count()  # which brings it up to date, if it can be opened
    except StorageError:
        if not path.exists():
            raise
    parts.close()  # a file that is replaced must not be open
    if options.repair:
        outcome = mending.repair(path, migrations(), _checks())
        left = outcome.left
        if options.format == "json":
            output.put_json(_object(outcome))
        else:
            _tell(outcome)
    else:
        left = mending.check(path, migrations(), _checks())
        if options.format == "json":
            output.put_json([_finding(each) for each in left])
        else:
            output.put("\n".join(output.one_line(each.message) for each in left) or _sound(count))
            if left:
                output.complain(_("reader check --repair mends what can be, after a backup"))
    return 1 if left else 0


def _checks() -> list[tuple[str, Check]]:
    from reader.entities.checks import CHECKS
    from reader.positions import places

    return [*CHECKS, ("the places", places)]


def _sound(count: int | None) -> str:
    if count is None:
        return _("nothing is wrong with the library")
    said = ngettext("nothing is wrong: {count} article", "nothing is wrong: {count} articles", count)
    return said.format(count=count)


def _tell(outcome: Outcome) -> None:
    if not outcome.found:
        output.put(_("nothing is wrong with the library"))
        return
    for each in outcome.found:
        output.put(_("found: {what}").format(what=output.one_line(each.message)))
    if outcome.backup is not None:
        output.put(_("the library as it was is in {file}").format(file=output.one_line(str(outcome.backup))))
    if outcome.salvaged is not None:
        count = outcome.salvaged.rows.get("article", 0)
        said = ngettext("{count} article could be read", "{count} articles could be read", count)
        output.put(said.format(count=count))
        _tell_lost(outcome.salvaged)
    for each in outcome.left:
        output.put(_("still wrong: {what}").format(what=output.one_line(each.message)))
    if not outcome.left:
        output.put(_("mended, and checked again: nothing is wrong any more"))


def _tell_lost(salvaged: Salvaged) -> None:
    if salvaged.gone:
        count = len(salvaged.gone)
        said = ngettext("{count} article is lost:", "{count} articles are lost:", count)
        output.put(said.format(count=count))
        for gone in salvaged.gone[:_NAMED]:
            output.put(f"  {output.one_line(gone.title) or '?'}  {output.one_line(gone.id[:12])}".rstrip())
        if count > _NAMED:
            more = count - _NAMED
            output.put("  " + ngettext("and {count} more", "and {count} more", more).format(count=more))
    tables = []
    for table in sorted(set(salvaged.lost)):
        missing = salvaged.missing.get(table)
        rows = ngettext("{count} row", "{count} rows", missing or 0).format(count=missing)
        tables.append(table if missing is None else f"{table} ({rows})")
    if tables:
        output.put(_("not all could be read of: {tables}").format(tables=", ".join(tables)))


def _object(outcome: Outcome) -> dict[str, Any]:
    salvaged = outcome.salvaged
    return {
        "found": [_finding(each) for each in outcome.found],
        "left": [_finding(each) for each in outcome.left],
        "backup": output.one_line(str(outcome.backup)) if outcome.backup is not None else None,
        "read": salvaged.rows if salvaged is not None else None,
        "lost": sorted(set(salvaged.lost)) if salvaged is not None else [],
        "missing": salvaged.missing if salvaged is not None else {},
        "gone": [_gone(each) for each in salvaged.gone] if salvaged is not None else [],
    }


def _gone(gone: Gone) -> dict[str, Any]:
    return {"key": gone.key, "id": output.one_line(gone.id), "title": output.one_line(gone.title)}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "what": finding.what,
        "message": output.one_line(finding.message),
        "count": finding.count,
        "mendable": finding.mend is not None or finding.what == "damaged",
    }
