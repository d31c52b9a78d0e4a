"""Exporting articles into one file or a folder: what fails of one does not stop the others."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Generic, TypeVar

from articles.errors import Problem
from articles.marks import Mark
from articles.model import Article
from reader.entities.model import Entity
from reader.export.gathering import English, gather
from reader.export.model import Exported, Layout, Look
from reader.export.naming import file_name
from reader.export.telling import english_counted, makers
from reader.export.writing import write
from reader.i18n import _, ngettext
from reader.locations import reason
from reader.translation.engine import Origin
from reader.translation.exchange.whole import Unwritable, there, write_whole

T = TypeVar("T")


class Cancelled(Problem):
    """The reader called it off; no half file is there."""


@dataclass(frozen=True, slots=True)
class Sources(Generic[T]):
    """Where what is exported comes from.

    Attributes:
        load: Gives an article by what it was chosen by; raises ``Problem``.
        english: Gives its English; None where none is wanted.
        entities: Gives who, where and when; None where that is not wanted.
        marks: Gives the reader's marks; None where they are not wanted.
    """

    load: Callable[[T], Article]
    english: English | None = None
    entities: Callable[[Article], Sequence[Entity]] | None = None
    marks: Callable[[Article], Sequence[Mark]] | None = None


@dataclass(slots=True)
class Outcome:
    """What became of an export.

    Attributes:
        articles: How many were written.
        paths: The files; none where it went elsewhere.
        problems: What went wrong with articles that are not in it.
        missing: Sentences that have no English, where English was wanted.
        made: How many sentences were made by whom, where English was wanted.
    """

    articles: int = 0
    paths: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    missing: int = 0
    made: Counter[tuple[Origin, str]] = field(default_factory=Counter)

    def english_told(self) -> str:
        """Who made the English, in a line; "" where none was wanted or there is none."""
        return english_counted(self.made, self.missing) if self.made else ""

    def missing_told(self) -> str:
        """That sentences are without English; "" where none is."""
        if not self.missing:
            return ""
        said = ngettext("{count} sentence has no English", "{count} sentences have no English", self.missing)
        return said.format(count=self.missing)


class Job(Generic[T]):
    """One export.

    Args:
        sources: Where it comes from.
        look: How it is to look.
        now: The time.
        step: Called before each article with its number from 0 and how many there are; what it raises ends the work.
    """

    def __init__(
        self,
        sources: Sources[T],
        look: Look,
        now: datetime.datetime,
        step: Callable[[int, int], object] = lambda _done, _all: None,
    ) -> None:
        self._sources = sources
        self._look = look
        self._now = now
        self._step = step
        self.outcome = Outcome()

    def pieces(self, chosen: Sequence[T], title: str) -> Iterator[bytes]:
        """All in one file, in pieces.

        Raises:
            Problem: Of the first article, where none could be had.
        """
        made = self._gathered(chosen)
        first = next(made, None)
        if first is None:
            raise self.outcome.problems[0] if self.outcome.problems else Problem(_("there is nothing to export"))
        yield from write(chain([first], made), self._look, self._now, title)

    def into_file(self, chosen: Sequence[T], path: Path, title: str, *, force: bool) -> None:
        """All in one file.

        Args:
            chosen: Which articles.
            path: The file.
            title: Of the whole, where there are several.
            force: Whether a file of that name may be replaced.

        Raises:
            Problem: It cannot be written; nothing of that name was changed.
        """
        check_place(path, force=force)
        write_whole(path, self.pieces(chosen, title), replace=force)
        self.outcome.paths.append(path)

    def into_folder(self, chosen: Sequence[T], folder: Path, *, force: bool) -> None:
        """Each article in a file of its own; the folder is made where it is missing.

        Raises:
            Unwritable: The folder cannot be made.
        """
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            message = _("the folder {name} cannot be made: {why}").format(name=repr(str(folder)), why=reason(error))
            raise Unwritable(message, _("choose another place")) from error
        taken: set[str] = set()
        for exported in self._gathered(chosen):
            name = file_name(exported.article, self._look.format.ending, taken)
            taken.add(name)
            try:
                write_whole(folder / name, write([exported], self._look, self._now), replace=force)
            except Unwritable as problem:
                self.outcome.problems.append(problem)
                self.outcome.articles -= 1
            else:
                self.outcome.paths.append(folder / name)

    def _gathered(self, chosen: Sequence[T]) -> Iterator[Exported]:
        sources, outcome = self._sources, self.outcome
        for number, each in enumerate(chosen):
            self._step(number, len(chosen))
            try:
                article = sources.load(each)
                entities = sources.entities(article) if sources.entities is not None else ()
                marks = sources.marks(article) if sources.marks is not None else ()
                exported = gather(article, sources.english, entities, marks)
            except Cancelled:
                raise
            except Problem as problem:
                outcome.problems.append(problem)
                continue
            outcome.articles += 1
            if sources.english is not None and self._look.layout is not Layout.ORIGINAL:
                outcome.missing += exported.missing
                outcome.made += makers(exported)
            yield exported
        self._step(len(chosen), len(chosen))


def check_place(path: Path, *, force: bool) -> None:
    """Whether a file can be put there, before anything is made for it.

    Raises:
        Unwritable: There is one and it is not to be replaced, or there is no such folder.
    """
    try:
        if path.exists() and not force and path.is_file():
            raise there(path)
        if not path.absolute().parent.is_dir():
            message = _("there is no folder {name}").format(name=repr(str(path.absolute().parent)))
            raise Unwritable(message, _("make it first, or choose another place"))
    except (OSError, ValueError) as error:
        message = _("the file {name} cannot be written: {why}").format(name=repr(str(path)), why=reason(error))
        raise Unwritable(message, _("choose another place")) from error


def several_told(count: int, now: datetime.datetime) -> str:
    """The title of a file with several articles."""
    said = ngettext("{count} article", "{count} articles", count).format(count=count)
    return f"{said} · {now.date().isoformat()}"
