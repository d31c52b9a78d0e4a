"""The command backup: a copy of the library while it is in use, and the way back."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from reader.cli import output
from reader.cli.compose import Composition, migrations
from reader.cli.progress import progress
from reader.i18n import _

_KILO = 1000


def backup(options: argparse.Namespace, parts: Composition) -> int:
    """Copy the library into a file; with ``--restore``, put such a copy in its place."""
    from articles.copying import copy_library, restore_library

    library, file = parts.locations.library_file, Path(options.file)
    name = output.one_line(options.file)
    if options.restore:
        with progress(None, _("restoring")) as step:
            kept = restore_library(library, file, len(migrations()), _counted(step))
        if options.format == "json":
            output.put_json({"restored": name, "backup": output.one_line(str(kept)) if kept else None})
        else:
            output.put(_("restored from {file}").format(file=name))
            if kept is not None:
                output.put(_("what was there before is in {file}").format(file=output.one_line(str(kept))))
        return 0
    if not library.exists():
        parts.database  # noqa: B018 - made, with what is bundled
    with progress(None, _("copying the library")) as step:
        size = copy_library(library, file, _counted(step), force=options.force)
    if options.format == "json":
        output.put_json({"file": name, "bytes": size})
    else:
        output.put(_("wrote {file}, {size} kB").format(file=name, size=-(-size // _KILO)))
    return 0


def _counted(step: Callable[..., None]) -> Callable[[int, int], None]:
    before = 0

    def counted(done: int, total: int) -> None:
        nonlocal before
        step(done - before, total=total)
        before = done

    return counted
