"""The command ``export``: articles, with what was made of them, in formats that others read."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from articles.errors import AmbiguousId, ArticleNotFound, BadQuery, Problem
from articles.model import Article
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.progress import progress
from reader.cli.sources import STDIN, find, is_id
from reader.entities.model import Entity
from reader.export.english import drafted, kept
from reader.export.gathering import English
from reader.export.job import Job, Outcome, Sources, several_told
from reader.export.model import Format, Layout, Look
from reader.export.naming import file_name, is_folder
from reader.i18n import _, ngettext
from reader.translation.engine import EngineError

_ENDINGS = {each.ending: each for each in Format} | {
    ".markdown": Format.MARKDOWN,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
}
_TOLD = 5  # articles that failed, each told in a line; the rest are counted


def export(options: argparse.Namespace, parts: Composition) -> int:
    """Export articles, and tell where to.

    Raises:
        Problem: There is no such article, nothing found, or nothing could be written.
    """
    target = options.output
    look = _look(options, target)
    try:
        chosen, query = _chosen(options, parts)
    except BadQuery as wrong:
        from reader.cli.searching import point_out, query_of

        return point_out(wrong, query_of(options.words))
    if not chosen:
        output.complain(_("nothing found; all words must occur in an article, and a word* may be cut short"))
        return 1
    if target == STDIN and look.format is Format.EPUB and output.is_terminal(sys.stdout):
        raise Problem(_("an EPUB is nothing for a terminal"), _("give a file: -o FILE"))
    if look.format is Format.EPUB and look.layout is Layout.SIDE_BY_SIDE:
        output.complain(_("an EPUB has no columns: its English stands under each paragraph"))
    now = datetime.datetime.now().astimezone()
    title = "" if len(chosen) == 1 else (query or several_told(len(chosen), now))
    failures: list[EngineError] = []
    with progress(len(chosen), _("exporting")) as step:
        job = Job(_sources(options, parts, look, failures.append), look, now, lambda at, _all: step(min(at, 1)))
        _write(job, chosen, title, target, options, parts, now)
    return _tell(job.outcome, failures, target)


def _look(options: argparse.Namespace, target: str | None) -> Look:
    chosen = Format(options.format) if options.format else None
    if chosen is None:
        chosen = _ENDINGS.get(Path(target).suffix.lower(), Format.HTML) if target else Format.HTML
    layout = Layout(options.layout) if options.layout else None
    if options.english == "none":
        layout = Layout.ORIGINAL
    return Look(chosen, layout, not options.no_entities, not options.no_marks, options.width)


def _chosen(options: argparse.Namespace, parts: Composition) -> tuple[Sequence[int | str], str]:
    """What is to be exported: keys of the library, or words that each mean an article; and the query, if it is one."""
    if options.all:
        return parts.articles.keys(), ""
    if all(map(_means_article(parts), options.words)):
        return list(dict.fromkeys(options.words)), ""
    from reader.cli.searching import prepare, query_of

    query = query_of(options.words)
    prepare(parts, query, options)
    return list(parts.finder.keys(query)), query


def _means_article(parts: Composition) -> Callable[[str], bool]:
    def means(word: str) -> bool:
        if not is_id(word):
            return True
        try:
            parts.articles.get(word.lower())
        except AmbiguousId:
            return True  # to be told, not to be searched for
        except ArticleNotFound:
            return False
        return True

    return means


def _sources(
    options: argparse.Namespace, parts: Composition, look: Look, failed: Callable[[EngineError], object]
) -> Sources[int | str]:
    outside: set[str] = set()

    def load(which: int | str) -> Article:
        if isinstance(which, int):
            for summary in parts.articles.summaries([which]):
                return parts.articles.get(summary.id)
            raise ArticleNotFound(_("the article is no longer in the library"))
        article = find(which, parts)
        if not is_id(which):
            outside.add(article.id)
        return article

    def names(article: Article) -> Sequence[Entity]:
        from reader.cli.entities import entities_of
        from reader.entities.english_drafts import with_translations

        memory = parts.translation.memory

        def known(name: str) -> str | None:
            return found.target if (found := memory.lookup([name]).get(name)) else None

        return with_translations(entities_of(article, parts, stored=article.id not in outside), known)

    return Sources(
        load,
        _english(options, parts, outside, failed),
        names if look.entities and look.format is not Format.TMX else None,
        (lambda article: parts.marks.of(article.id, article.body)) if look.marks else None,
    )


def _english(
    options: argparse.Namespace, parts: Composition, outside: set[str], failed: Callable[[EngineError], object]
) -> English | None:
    if options.english == "none" or options.layout == "original":
        return None
    if not options.translate and options.english != "draft":
        return kept(parts.translation.memory)
    from reader.cli import glossing

    return drafted(
        parts.translation.drafting(),
        lambda article: glossing.of_article(article, parts, stored=article.id not in outside)(),
        failed,
    )


def _write(
    job: Job[int | str],
    chosen: Sequence[int | str],
    title: str,
    target: str | None,
    options: argparse.Namespace,
    parts: Composition,
    now: datetime.datetime,
) -> None:
    if target == STDIN:
        output.put_bytes(job.pieces(chosen, title))
    elif target is not None and is_folder(target):
        job.into_folder(chosen, Path(target).expanduser(), force=options.force)
    elif target is not None:
        job.into_file(chosen, Path(target).expanduser(), title, force=options.force)
    else:
        ending = _look(options, None).format.ending
        name = f"reader-{now.date().isoformat()}{ending}"
        if len(chosen) == 1:
            only = chosen[0]
            article = find(only, parts) if isinstance(only, str) else parts.articles.get(_id_of(only, parts))
            name = file_name(article, ending)
        job.into_file(chosen, Path(name), title, force=options.force)


def _id_of(key: int, parts: Composition) -> str:
    for summary in parts.articles.summaries([key]):
        return summary.id
    raise ArticleNotFound(_("the article is no longer in the library"))


def _tell(outcome: Outcome, failures: list[EngineError], target: str | None) -> int:
    for problem in outcome.problems[:_TOLD]:
        output.complain(str(problem))
    if (more := len(outcome.problems) - _TOLD) > 0:
        said = ngettext("{count} more article failed", "{count} more articles failed", more)
        output.complain(said.format(count=more))
    if outcome.missing:
        why = f": {failures[0]}" if failures else "; " + _("--translate drafts what is missing")
        output.complain(outcome.missing_told() + why)
    if target != STDIN and outcome.paths:
        if len(outcome.paths) == 1:
            place = output.one_line(str(outcome.paths[0]))
        else:
            place = output.one_line(str(outcome.paths[0].parent))
        said = ngettext("wrote {count} article: {place}", "wrote {count} articles: {place}", outcome.articles)
        output.put(said.format(count=outcome.articles, place=place))
        if told := outcome.english_told():
            output.put(told)
    return 1 if outcome.problems else 0
