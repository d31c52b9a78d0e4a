"""The command ``pack``: an article with all that was made of it, in one file, out and in."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from articles.errors import StorageError, UnreadableSource
from articles.model import Article
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.describe import SHORT_ID
from reader.cli.exchange import outcome_lines, outcome_object
from reader.i18n import _, ngettext
from reader.locations import reason
from reader.packs.model import LARGEST_FILE, BadPack, Pack
from reader.packs.taking import Counted, Taken


def pack(options: argparse.Namespace, parts: Composition) -> int:
    """Write a pack, or take some in.

    Raises:
        Problem: There is no such article, or the file cannot be written.
    """
    return _export(options, parts) if options.do == "export" else _import(options, parts)


def _export(options: argparse.Namespace, parts: Composition) -> int:
    from reader.cli.entities import recognised
    from reader.packs.gathering import gather
    from reader.packs.writing import packed
    from reader.translation.exchange.whole import write_whole

    ident, name = options.words
    article = parts.articles.get(ident)
    parts.translation  # noqa: B018 - the library with the bundled English
    recognised(article, parts)  # where nobody looked at it yet: the names go with it
    made = gather(parts.database, article)
    data = packed(made)
    write_whole(Path(name), [data])
    bare = _without_english(made)
    if options.format == "json":
        output.put_json({"file": output.one_line(name), "article": article.id, "bytes": len(data), **_counts(made), "without_english": bare})  # fmt: skip # noqa: E501
    else:
        said = _("wrote {file}: {title}, {pairs} pairs, {names} names, {corrections} corrections, {terms} terms")
        output.put(said.format(file=output.one_line(name), title=article.title, **_counts(made)))
    if bare:
        what = ngettext("{count} sentence has no English yet", "{count} sentences have no English yet", bare)
        output.complain(what.format(count=bare) + "; " + _("reader translate makes it"))
    return 0


def _counts(made: Pack) -> dict[str, int]:
    return {
        "pairs": len(made.pairs),
        "names": len(made.analysis.entities) if made.analysis is not None else 0,
        "corrections": len(made.corrections),
        "terms": len(made.terms),
    }


def _without_english(made: Pack) -> int:
    from reader.translation.exchange.rows import sources_of
    from reader.translation.guards import has_letters
    from reader.translation.memory import key_of

    there = {key_of(each.source) for each in made.pairs}
    return sum(has_letters(each) and key_of(each) not in there for each in sources_of(made.article))


def _import(options: argparse.Namespace, parts: Composition) -> int:
    from reader.packs.reading import unpacked
    from reader.packs.taking import take

    failed = 0
    rows = []
    for name in options.words:
        try:
            made = unpacked(_read(name))
            taken = take(made, parts.database, options.replace)
        except (BadPack, UnreadableSource, StorageError) as problem:
            failed += 1
            output.complain(str(problem) if len(options.words) == 1 else f"{output.one_line(name)}: {problem}")
            continue
        if options.format == "json":
            rows.append({"file": output.one_line(name), "article": made.article.id, **_object(taken)})
        else:
            output.put("\n".join(_lines(made.article, taken)))
    if options.format == "json":
        output.put_json(rows)
    return 1 if failed else 0


def _read(name: str) -> bytes:
    try:
        with Path(name).open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        message = _("the file {name} cannot be read: {why}").format(name=repr(name), why=reason(error))
        raise UnreadableSource(message, _("check its name and that you may read it")) from error


def _object(taken: Taken) -> dict[str, Any]:
    def counted(said: Counted) -> dict[str, int]:
        return {"added": said.added, "there": said.there, "conflicts": said.conflicts}

    return {
        "new": taken.new,
        "pairs": outcome_object(taken.pairs),
        "names": taken.names,
        "corrections": counted(taken.corrections),
        "terms": counted(taken.terms),
    }


def _lines(article: Article, taken: Taken) -> Iterator[str]:
    what = _("added") if taken.new else _("already there")
    yield f"{what}: {article.id[:SHORT_ID]}  {article.title}"
    yield from (f"  {line}" for line in outcome_lines(taken.pairs))
    if taken.corrections.added:
        count = taken.corrections.added
        yield "  " + ngettext("{count} correction of names", "{count} corrections of names", count).format(count=count)
    if taken.terms.added:
        count = taken.terms.added
        yield "  " + ngettext("{count} term for this article", "{count} terms for this article", count).format(
            count=count
        )
    other = taken.corrections.conflicts + taken.terms.conflicts
    if other:
        said = ngettext(
            "{count} correction or term left out: you say otherwise",
            "{count} corrections and terms left out: you say otherwise",
            other,
        )
        yield "  " + said.format(count=other)
