"""The command add: files, folders, standard input and web pages into the library."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articles.bringing import is_address
from articles.errors import Problem, StorageError
from articles.folders import Files
from articles.repository import Added
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.describe import SHORT_ID, article_object
from reader.cli.progress import progress
from reader.cli.sources import STDIN, read
from reader.i18n import _N, _, ngettext

if TYPE_CHECKING:
    from articles.model import Article
    from articles.net.fetching import Web

_SAID = {
    Added.NEW: _N("added"),
    Added.UPDATED: _N("updated"),
    Added.UNCHANGED: _N("already there"),
    Added.VERSION: _N("new version"),
}
_TOGETHER = 200
"""Articles that are stored in one transaction …"""
_CHARACTERS = 4_000_000
"""… unless their texts are longer than this."""


@dataclass(frozen=True, slots=True)
class _Source:
    """Something to add: its name as it is told, and whether the reader named it, not only a folder it lies in."""

    name: str
    named: bool = True


@dataclass(slots=True)
class _Outcome:
    """What came of adding so far: ``refused`` counts the reasons."""

    added: Counter[Added] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    hidden: int = 0
    others: int = 0


def add(options: argparse.Namespace, parts: Composition) -> int:
    """Store each article; one that fails is told and does not stop the others. What is told is on the disk.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed; what had been read by then is stored, and told.
    """
    adding = _Adding(options, parts)
    sources = list(_sources(options.files, adding.outcome, adding.refuse))
    with output.json_list(on=options.format == "json") as adding.put_row:
        try:
            with progress(len(sources), _("adding")) as step:
                for source in sources:
                    adding.take(source)
                    step()
                adding.store()
        except KeyboardInterrupt:
            adding.store()
            if options.format == "text":
                output.put(_("stopped; what is counted here is kept: {counts}").format(counts=_counts(adding.outcome)))
                output.flush()
            raise
    if options.format == "text" and (len(sources) != 1 or not sources[0].named):
        output.put(_summary(adding.outcome))
    return 1 if adding.outcome.refused else 0


class _Adding:
    """Reads articles one by one and stores them some hundred at a time."""

    def __init__(self, options: argparse.Namespace, parts: Composition) -> None:
        self._text = options.format == "text"
        self._parts = parts
        self._private = options.allow_private
        self._known = {
            "title": options.title,
            "published": options.published,
            "language": options.language,
            "byline": options.byline,
            "source": options.source,
            "url": options.url,
            "tags": tuple(options.tag),
        }
        self._web: Web | None = None
        self._waiting: list[tuple[_Source, Article]] = []
        self._length = 0
        self.outcome = _Outcome()
        self.put_row: Callable[[object], None] = output.put_row

    def take(self, source: _Source) -> None:
        """Read something, and store it soon."""
        if is_address(source.name) and self._web is None:
            self._web = self._parts.web(allow_private=self._private)
        try:
            article = read(source.name, self._web, **self._known)
        except Problem as problem:
            self.refuse(source, problem)
            return
        self._waiting.append((source, article))
        self._length += len(article.body)
        if len(self._waiting) >= _TOGETHER or self._length >= _CHARACTERS:
            self.store()

    def store(self) -> None:
        """Store what was read, then tell it."""
        if not self._waiting:
            return
        try:
            came = self._parts.articles.add_many([article for _source, article in self._waiting])
        except StorageError:
            if len(self._waiting) == 1:
                raise
            came = []
        waiting, self._waiting, self._length = self._waiting, [], 0
        if came:
            for (source, article), added in zip(waiting, came, strict=True):
                self._tell(source, article, added)
            return
        for source, article in waiting:  # one of them cannot be stored: the others can
            try:
                added = self._parts.articles.add(article)
            except StorageError as problem:
                self.refuse(source, problem)
            else:
                self._tell(source, article, added)

    def refuse(self, source: _Source, problem: Problem) -> None:
        """Tell what was not added, and why; where only its folder was named, with the whole of its path."""
        reason = _reason(source.name, problem)
        output.complain(str(problem if source.named else Problem(f"{source.name}: {reason}", problem.advice)))
        self.outcome.refused[reason] += 1

    def _tell(self, source: _Source, article: Article, added: Added) -> None:
        self.outcome.added[added] += 1
        if self._text and not source.named:
            return
        stored = self._parts.articles.get(article.id)
        if self._text:
            output.put(f"{_(_SAID[added])}: {stored.id[:SHORT_ID]}  {stored.title}")
        else:
            row: dict[str, Any] = {"file": output.one_line(source.name), "added": added.value}
            self.put_row(row | article_object(stored))


def _sources(names: list[str], outcome: _Outcome, refuse: Callable[[_Source, Problem], None]) -> Iterator[_Source]:
    """What the words of the command line name: a folder's files, everything else itself."""
    for name in names:
        if name == STDIN or is_address(name) or not _is_folder(name):
            yield _Source(name)
            continue
        files = Files(Path(name))
        for path in files:
            yield _Source(str(path), named=False)
        outcome.hidden += files.hidden
        outcome.others += files.others
        for problem in files.problems:
            refuse(_Source(name), problem)


def _is_folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):
        return False  # reading it will say what is wrong


def _reason(name: str, problem: Problem) -> str:
    """Why something was refused, without what it is called: many files may have the same."""
    message = problem.message
    for called in (name, Path(name).name):
        for end in (": ", " "):
            message = message.removeprefix(output.one_line(called) + end)
    return message


def _counts(outcome: _Outcome) -> str:
    counts = {
        _("added"): outcome.added[Added.NEW],
        _("updated"): outcome.added[Added.UPDATED],
        _("already there"): outcome.added[Added.UNCHANGED],
        _("new versions"): outcome.added[Added.VERSION],
    }
    return ", ".join(f"{what} {count}" for what, count in counts.items())


def _summary(outcome: _Outcome) -> str:
    refused = outcome.refused.total()
    line = f"{_counts(outcome)}, " + _("refused {count}").format(count=refused)
    if outcome.hidden or outcome.others:
        others = ngettext("{count} file of another kind", "{count} files of other kinds", outcome.others)
        passed = _("passed over: {others}, {hidden} hidden")
        line += "; " + passed.format(others=others.format(count=outcome.others), hidden=outcome.hidden)
    reasons = [f"  {count} × {reason}" for reason, count in outcome.refused.most_common()] if refused > 1 else []
    return "\n".join([line, *reasons])
