"""The command that takes articles out of the library."""

from __future__ import annotations

import argparse

from reader.cli.compose import Composition
from reader.cli.each import do_to_each, line_of
from reader.i18n import _N, _

_REMOVED = _N("removed")


def remove(options: argparse.Namespace, parts: Composition) -> int:
    """Take articles out; an id that fails is told and does not stop the others."""
    return do_to_each(
        options.ids, parts.articles.remove, lambda gone: f"{_(_REMOVED)}: {line_of(gone)}", options.format
    )
