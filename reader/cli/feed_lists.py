"""The commands ``feeds import`` and ``feeds export``: lists of feeds as OPML."""

from __future__ import annotations

import argparse
from pathlib import Path

from articles.errors import UnreadableSource
from articles.feeds.model import BadOutline, FullText
from articles.feeds.opml import LARGEST_OUTLINE, read_opml, write_opml
from articles.formats.reading import read_bytes
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.feeds import feed_object
from reader.cli.sources import STDIN, open_stdin
from reader.i18n import _, ngettext
from reader.locations import reason

_SHOWN = 5  # addresses that are left out, of which each is named


def bring(options: argparse.Namespace, parts: Composition) -> int:
    """Take in the feeds of an OPML list. Nothing is fetched, and nothing but addresses of the web is looked at.

    Raises:
        BadOutline: The file is no such list.
        Problem: It cannot be read.
    """
    name = options.words[0]
    try:
        found = read_opml(_read(name))
    except BadOutline as problem:
        message = f"{'standard input' if name == STDIN else output.one_line(name)}: {problem.message}"
        raise BadOutline(message, problem.advice) from None
    full_text = FullText(options.full_text or FullText.SUMMARY)
    added = parts.feeds.bring(found.feeds, full_text, private=options.allow_private)
    new = [each for each in added if each is not None]
    if found.problem:
        output.complain(_("{file}: {problem}; what could be read is taken").format(file=name, problem=found.problem))
    for each in found.left_out[:_SHOWN]:
        output.complain(_("left out, as it is no address of the web: {address}").format(address=each))
    if len(found.left_out) > _SHOWN:
        more = len(found.left_out) - _SHOWN
        output.complain(ngettext("and {count} more", "and {count} more", more).format(count=more))
    if options.format == "json":
        known = len(added) - len(new)
        output.put_json({"added": [*map(feed_object, new)], "known": known, "left_out": list(found.left_out)})
        return 0
    said = ngettext("{count} feed added", "{count} feeds added", len(new)).format(count=len(new))
    known = len(added) - len(new)
    if known:
        said += ", " + ngettext("{count} was there", "{count} were there", known).format(count=known)
    output.put(said + (_("; reader feeds refresh brings their articles") if new else ""))
    return 0


def _read(name: str) -> bytes:
    if name != STDIN:
        return read_bytes(Path(name))
    try:
        with open_stdin() as stream:
            return stream.read(LARGEST_OUTLINE + 1)
    except OSError as error:
        message = f"standard input cannot be read: {reason(error)}"
        raise UnreadableSource(message, "give a file") from error


def export(options: argparse.Namespace, parts: Composition) -> int:
    """Write the feeds as an OPML list.

    Raises:
        Problem: It cannot be written.
    """
    outlines = parts.feeds.outlines()
    written = write_opml(outlines, _("Feeds of reader"))
    name = options.words[0] if options.words else STDIN
    if name == STDIN:
        output.put_data(written)
        return 0
    from reader.translation.exchange.whole import write_whole

    write_whole(Path(name), [written.encode("utf-8", "replace")])
    count = len(outlines)
    if options.format == "json":
        output.put_json({"file": output.one_line(name), "feeds": count})
    else:
        said = ngettext("wrote {count} feed: {file}", "wrote {count} feeds: {file}", count)
        output.put(said.format(count=count, file=output.one_line(name)))
    return 0
