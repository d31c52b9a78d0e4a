"""The command ``words``: the saved words listed, exported, changed, removed."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articles.errors import ArticleNotFound, Problem
from reader.cli import output
from reader.cli.compose import Composition
from reader.i18n import _, ngettext

if TYPE_CHECKING:
    from reader.vocabulary.model import SavedWord
    from reader.vocabulary.store import Which

_ENDINGS = {".apkg": "anki", ".tsv": "tsv", ".txt": "tsv"}


class NotWritten(Problem):
    """The words were not exported."""


def words(options: argparse.Namespace, parts: Composition) -> int:
    """Do with the saved words what is asked for.

    Raises:
        Problem: It cannot be done.
    """
    from reader.cli.unknown_words import unknown_words as _unknown

    return {"list": _list, "export": _export, "set": _set, "remove": _remove, "unknown": _unknown}[options.do](
        options, parts
    )


def _which(options: argparse.Namespace, parts: Composition) -> Which:
    from reader.vocabulary.model import Status
    from reader.vocabulary.store import Which

    article = options.article
    if article is not None:
        try:
            article = parts.articles.get(article).id
        except ArticleNotFound:  # it was removed: its words are still there under its whole id
            if not parts.vocabulary.count(article):
                raise
    return Which(Status(options.status) if options.status else None, options.since, article)


def _list(options: argparse.Namespace, parts: Composition) -> int:
    found = parts.vocabulary.words(_which(options, parts))
    if options.format == "json":
        output.put_json([_object(each) for each in found])
    elif not found:
        output.complain(_("no saved words; s saves one while you look at words (w) on the screen"))
    else:
        from reader.cli.describe import in_columns
        from reader.vocabulary.telling import part_name, status_name

        rows = []
        for each in found:
            met = each.contexts[0] if each.contexts else None
            meaning = output.one_line("; ".join(each.meanings))
            said = output.one_line(met.sentence) if met is not None else ""
            zipf = f"{each.zipf:.1f}" if each.zipf is not None else "–"
            named = (output.one_line(each.lemma), part_name(each.part) or "–", status_name(each.status), zipf)
            rows.append((*named, each.added[:10], meaning[:40] or "–", said))
        output.put("\n".join(in_columns(rows)))
    return 0


def _object(word: SavedWord) -> dict[str, Any]:
    return {
        "lemma": word.lemma,
        "part_of_speech": word.part or None,
        "status": word.status.value,
        "meanings": list(word.meanings),
        "zipf": word.zipf,
        "added": word.added,
        "changed": word.changed,
        "contexts": [
            {
                "form": each.form,
                "sentence": each.sentence,
                "start": each.span.start,
                "end": each.span.end,
                "english": each.english or None,
                "origin": each.origin or None,
                "article": each.article,
                "title": each.title,
                "source": each.source or None,
                "published": each.published or None,
                "saved": each.made,
            }
            for each in word.contexts
        ],
    }


def _export(options: argparse.Namespace, parts: Composition) -> int:
    from reader.vocabulary.cards import cards

    name = options.words[0] if options.words else "-"
    kind = options.as_ or ("tsv" if name == "-" else _ENDINGS.get(Path(name).suffix.lower()))
    if kind is None:
        raise NotWritten(_("{file} does not tell its format").format(file=name), _("add --as anki or --as tsv"))
    if kind == "anki" and name == "-":
        raise NotWritten(_("an Anki package goes into a file"), _("give its name, as words.apkg"))
    if name != "-" and Path(name).exists() and not options.replace:
        raise NotWritten(_("{file} is there already").format(file=name), _("add --replace, or choose another name"))

    def english(sentences: Sequence[str]) -> Mapping[str, str]:
        from reader.translation.memory import TranslationMemory

        found = TranslationMemory(parts.database).lookup(list(sentences))
        return {source: each.target for source, each in found.items()}

    made = list(cards(parts.vocabulary.words(_which(options, parts)), english))
    if kind == "tsv":
        from reader.vocabulary.tsv import table

        text = "".join(table(made))
        if name == "-":
            output.put_data(text)
            return 0
        data = text.encode("utf-8", "replace")
    else:
        from reader.vocabulary.anki import package

        try:
            data = package(made)[0]
        except OSError as error:
            raise NotWritten(_("the package cannot be made"), str(error)) from error
    from reader.translation.exchange.whole import write_whole

    write_whole(Path(name), [data])
    if options.format == "json":
        output.put_json({"file": output.one_line(name), "format": kind, "words": len(made)})
    else:
        said = ngettext("wrote {count} word: {file}", "wrote {count} words: {file}", len(made))
        output.put(said.format(count=len(made), file=output.one_line(name)))
    return 0


def _set(options: argparse.Namespace, parts: Composition) -> int:
    from reader.vocabulary.model import Status

    status = Status(options.status)
    return _each(options, parts, lambda word: parts.vocabulary.set_status(word.number, status))


def _remove(options: argparse.Namespace, parts: Composition) -> int:
    return _each(options, parts, lambda word: parts.vocabulary.remove(word.number))


def _each(options: argparse.Namespace, parts: Composition, work: Any) -> int:
    """Do it to each of the words; one that is not saved is told and does not stop the others."""
    from reader.vocabulary.telling import part_name, status_name

    failed, rows = 0, []
    for lemma in options.words:
        found = parts.vocabulary.named(lemma)
        if not found:
            output.complain(_("not saved: {word}").format(word=output.one_line(lemma)))
            failed += 1
        for word in found:
            done = work(word)
            if done is None:
                continue
            rows.append(_object(done))
            if options.format == "text":
                what = _("removed") if options.do == "remove" else status_name(done.status)
                output.put(
                    ": ".join((what, " · ".join(filter(None, (output.one_line(done.lemma), part_name(done.part))))))
                )
    if options.format == "json":
        output.put_json(rows)
    return 1 if failed else 0
