"""The command that takes articles out of the library."""

from __future__ import annotations

import argparse

from articles.model import Article
from reader.cli.compose import Composition
from reader.cli.each import do_to_each, line_of
from reader.i18n import _N, _, ngettext

_REMOVED = _N("removed")


def remove(options: argparse.Namespace, parts: Composition) -> int:
    """Take articles out; an id that fails is told and does not stop the others."""

    def told(gone: Article) -> str:
        words = parts.vocabulary.count(gone.id)
        said = f"{_(_REMOVED)}: {line_of(gone)}"
        if not words:
            return said
        stay = ngettext("{count} saved word of it stays", "{count} saved words of it stay", words)
        return f"{said} · {stay.format(count=words)}"

    return do_to_each(options.ids, parts.articles.remove, told, options.format)
