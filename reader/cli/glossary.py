"""The command ``glossary``: the reader's own terms, listed, added, removed, brought in and given out."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from articles.errors import UnreadableSource
from articles.model import Article
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.describe import SHORT_ID
from reader.cli.sources import STDIN, read_stdin
from reader.i18n import _, ngettext
from reader.locations import reason
from reader.translation.glossary.model import Term, TermKind, identity
from reader.translation.glossary.own import Change, Changed, Given, OwnTerm
from reader.translation.glossary.reading import LARGEST_FILE, BadGlossary, Read, Report, take
from reader.translation.glossary.wording import folded

_ENDINGS = {".tsv": "tsv", ".txt": "tsv", ".tab": "tsv", ".tbx": "tbx", ".xml": "tbx"}
_TOLD = 20  # lines of a file that are told one by one


def glossary(options: argparse.Namespace, parts: Composition) -> int:
    """Do what is asked with the glossary.

    Raises:
        Problem: There is no such article or term, or a file cannot be read or written.
    """
    article = parts.articles.get(options.article) if options.article is not None else None
    kind = TermKind(options.kind) if options.kind else None
    match options.do:
        case "add":
            source, target = options.words
            given = Given(source, target, kind, options.note or "", _id(article), parts.config.author)
            return _told([parts.translation.glossary.put(given)], options.format)
        case "remove":
            return _remove(options, parts, article, kind)
        case "import":
            return _import(options, parts, article)
        case "export":
            return _export(options, parts, article)
        case _:
            return _list(options, parts, article, kind)


def _list(options: argparse.Namespace, parts: Composition, article: Article | None, kind: TermKind | None) -> int:
    terms, guesses = _holding(parts, article, entities=options.entities)
    asked = folded(options.words[0]) if options.words else ""
    own = [each for each in terms if _asked_for(each.term, asked, kind)]
    entities = [each for each in guesses if _asked_for(each, asked, kind)]
    if options.format == "json":
        output.put_json([*map(term_object, own), *map(_entity_object, entities)])
    elif own or entities:
        output.put("\n".join([*map(_line, own), *map(_entity_line, entities)]))
    else:
        output.complain(_("the glossary has no term; reader glossary add SOURCE ENGLISH adds one"))
    return 0


def _asked_for(term: Term, asked: str, kind: TermKind | None) -> bool:
    return kind in (None, term.kind) and (asked in folded(term.source) or asked in folded(term.target))


def _holding(parts: Composition, article: Article | None, *, entities: bool) -> tuple[list[OwnTerm], list[Term]]:
    """All own terms; or those that hold in an article, and what its entities give where those say nothing."""
    store = parts.translation.glossary
    if article is None:
        return store.everything(), []
    there = store.entries(article.id)
    own = {identity(each.term) for each in there if each.article is not None}
    holding = [each for each in there if each.article is not None or identity(each.term) not in own]
    if not entities:
        return holding, []
    from reader.cli.entities import entities_of
    from reader.cli.naming import with_english
    from reader.terms import terms_of

    named = with_english(entities_of(article, parts, stored=True), parts)
    known = {identity(each.term) for each in holding}
    terms = [each for each in terms_of(named, article.language) if identity(each) not in known]
    return holding, sorted(terms, key=lambda each: (folded(each.source), each.source))


def _remove(options: argparse.Namespace, parts: Composition, article: Article | None, kind: TermKind | None) -> int:
    gone: list[OwnTerm] = []
    for source in options.words:
        gone += parts.translation.glossary.remove(source, _id(article), kind)
    if options.format == "json":
        output.put_json([term_object(each) for each in gone])
    else:
        output.put("\n".join(f"{_('removed')}  {_line(each)}" for each in gone))
    return 0


def _import(options: argparse.Namespace, parts: Composition, article: Article | None) -> int:
    report = take(
        parts.translation.glossary,
        _reads(_data(options.words[0]), options.as_),
        article_id=_id(article),
        author=parts.config.author,
        keep_going=options.keep_going,
    )
    if options.format == "json":
        output.put_json(_report_object(report))
    else:
        output.put(_summary(report))
    for read in report.refused[:_TOLD]:
        output.complain(_("line {line}: {what}").format(line=read.line, what=read.why))
    if len(report.refused) > _TOLD:
        more = len(report.refused) - _TOLD
        output.complain(ngettext("{count} more line is wrong", "{count} more lines are wrong", more).format(count=more))
    if not report.done:
        output.complain(_("nothing was changed; correct the file, or take what is right with --keep-going"))
    return 1 if report.refused else 0


def _data(name: str) -> bytes:
    """All of a file, or of standard input."""
    if name == STDIN:
        return read_stdin(LARGEST_FILE)
    try:
        with Path(name).open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        message = _("the file {name} cannot be read: {why}").format(name=repr(name), why=reason(error))
        raise UnreadableSource(message, _("check its name and that you may read it")) from error
    if len(data) > LARGEST_FILE:
        message = _("the file {name} has more than {size} MB").format(name=repr(name), size=LARGEST_FILE >> 20)
        raise BadGlossary(message, _("split it"))
    return data


def _reads(data: bytes, form: str | None) -> Iterator[Read]:
    """What a file gives, in the format that was named or that it looks like."""
    start = data[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if form in ("tbx", "martif") or (form != "tsv" and start.startswith(b"<")):
        from reader.translation.glossary.tbx import read_tbx

        return read_tbx(data)
    from reader.translation.glossary.tsv import read_tsv

    return read_tsv(data)


def _summary(report: Report) -> str:
    if not report.done:
        return ""
    added, changed, same = map(report.count, (Changed.ADDED, Changed.CHANGED, Changed.UNCHANGED))
    what = _("added {added}, changed {changed}, unchanged {same}, refused {refused}")
    return what.format(added=added, changed=changed, same=same, refused=len(report.refused))


def _report_object(report: Report) -> dict[str, Any]:
    counts = {what.value: report.count(what) for what in Changed}
    refused = [{"line": each.line, "why": each.why} for each in report.refused]
    return {"done": report.done, **counts, "refused": refused}


def _export(options: argparse.Namespace, parts: Composition, article: Article | None) -> int:
    terms, guesses = _holding(parts, article, entities=options.entities)
    if article is None:
        terms = [each for each in terms if each.article is None]
    name = options.words[0] if options.words else STDIN
    written = _written([*terms, *_known(guesses)], options.as_ or _kind_of(name))
    if name == STDIN:
        for part in written:
            output.put_data(part)
        return 0
    from reader.translation.exchange.whole import write_whole

    write_whole(Path(name), (part.encode("utf-8", "replace") for part in written))
    count = len(terms) + sum(each.sure for each in guesses)
    if options.format == "json":
        output.put_json({"file": output.one_line(name), "terms": count})
    else:
        said = ngettext("wrote {count} term: {file}", "wrote {count} terms: {file}", count)
        output.put(said.format(count=count, file=output.one_line(name)))
    return 0


def _kind_of(name: str) -> str:
    """The format that the name of a file tells."""
    kind = _ENDINGS.get(Path(name).suffix.lower()) if name != STDIN else "tsv"
    if kind is None:
        message = _("the name {name} does not tell the format").format(name=repr(name))
        raise BadGlossary(message, _("end it in .tsv or .tbx, or give --as"))
    return kind


def _written(terms: Iterable[OwnTerm], form: str) -> Iterator[str]:
    if form == "tsv":
        from reader.translation.glossary.tsv import write_tsv

        return write_tsv(terms)
    from reader.translation.glossary.tbx_writing import write_tbx

    return write_tbx(terms, old=form == "martif")


def _known(terms: Sequence[Term]) -> list[OwnTerm]:
    """What an article's names give, where that is known: a guess is not handed on as a term."""
    import datetime

    now = datetime.datetime.now(datetime.UTC)
    return [OwnTerm(0, each.source, each.target, each.kind, None, "", "", now, now) for each in terms if each.sure]


def _told(changes: Sequence[Change], form: str | None) -> int:
    if form == "json":
        output.put_json([{"done": each.what.value, **term_object(each.entry)} for each in changes])
    else:
        done = {Changed.ADDED: _("added"), Changed.CHANGED: _("changed"), Changed.UNCHANGED: _("unchanged")}
        output.put("\n".join(f"{done[each.what]}  {_line(each.entry)}" for each in changes))
    return 0


def term_object(term: OwnTerm) -> dict[str, Any]:
    """A term for JSON; ``scope`` is "library" or "article", ``article`` the id of the one in which it holds."""
    return {
        "source": term.source,
        "target": term.target,
        "kind": term.kind.value,
        "scope": term.term.origin.value,
        "article": term.article,
        "note": term.note,
        "author": term.author,
        "created": term.created,
        "changed": term.changed,
        "sure": True,
    }


def _entity_object(term: Term) -> dict[str, Any]:
    said = {"source": term.source, "target": term.target, "kind": term.kind.value, "scope": term.origin.value}
    return {**said, "article": None, "note": "", "author": "", "created": None, "changed": None, "sure": term.sure}


def _line(term: OwnTerm) -> str:
    where = f"--article {term.article[:SHORT_ID]}" if term.article else ""
    return "  ".join(each for each in (f"{term.source} → {term.target}", term.kind.value, where, term.note) if each)


def _entity_line(term: Term) -> str:
    sign = "" if term.sure else "~"
    return f"{term.source} → {sign}{term.target}  {term.kind.value}  {_('from the names')}"


def _id(article: Article | None) -> str | None:
    return article.id if article is not None else None
