"""What the screen has exported: one export at a time, on a thread of its own, to be called off at any moment."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from articles.errors import ArticleNotFound, Problem
from reader.i18n import _, ngettext
from reader.tui.background import Lane

if TYPE_CHECKING:  # imported where something is exported
    import asyncio

    from articles.model import Article
    from reader.entities.model import Entity
    from reader.export.gathering import English
    from reader.export.job import Outcome, Sources
    from reader.export.model import Look
    from reader.translation.engine import EngineError
    from reader.tui.services import Helpers, Services

Key = int | str
"""The key of an article in the library, or its id."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be exported.

    Attributes:
        look: As what, and how it is to look.
        draft: Whether English that is missing is drafted.
        chosen: Which articles.
        title: Of the whole, where there are several.
        target: The file, or the folder; from the folder of exports where it is no whole path.
    """

    look: Look
    draft: bool
    chosen: Sequence[Key]
    title: str
    target: str


class ExportDesk:
    """Exports beside the screen.

    Args:
        services: The rooms below the screen.
        loop: The event loop, on which everything is told.
        far: Told how far an export is, in a few words; "" when it has ended.
    """

    def __init__(self, services: Services, loop: asyncio.AbstractEventLoop, far: Callable[[str], None]) -> None:
        self._services = services
        self._lane = Lane("export", loop)
        self._far = far
        self._cancel: threading.Event | None = None
        self._closing = False

    @property
    def exporting(self) -> bool:
        """Whether something is being exported."""
        return self._cancel is not None

    def folder(self, then: Callable[[str], None], sorry: Callable[[Problem], None]) -> None:
        """Tell the folder that exports go to, as a person writes it."""
        self._lane.do(lambda: short(self._folder()), then, sorry)

    def export(
        self,
        wish: Wish,
        helpers: Helpers,
        ended: Callable[[str], None],
        there: Callable[[Path], None],
        *,
        force: bool = False,
    ) -> None:
        """Export.

        Args:
            wish: What.
            helpers: What works beside the screen.
            ended: Told what came of it, in one line.
            there: Told that there is a file of that name, which stays until the reader says otherwise.
            force: Whether such a file may be replaced.
        """
        from reader.translation.exchange.whole import FileThere

        cancel = self._cancel = threading.Event()
        self._far(_("exporting …"))

        def work() -> str | Path:
            target = self._folder() / _expanded(wish.target)
            try:
                return self._exported(wish, helpers, target, cancel, force=force)
            except FileThere:
                return target

        def end(came: str | Path) -> None:
            self._cancel = None
            if not self._closing:
                self._far("")
                there(came) if isinstance(came, Path) else ended(came)

        self._lane.do(work, end, lambda problem: end(str(problem)))

    def call_off(self) -> None:
        """End the export at the next step; no file of it stays but those that are whole."""
        if self._cancel is not None:
            self._cancel.set()
            self._far(_("calling off …"))

    def close(self) -> None:
        """Call off what is going on, and wait a moment for the half file to go."""
        self._closing = True
        if self._cancel is not None:
            self._cancel.set()
        self._lane.close()

    # On the thread

    def _folder(self) -> Path:
        from reader.export.naming import folder_of_exports

        return folder_of_exports(self._services.config.export_folder)

    def _exported(self, wish: Wish, helpers: Helpers, target: Path, cancel: threading.Event, *, force: bool) -> str:
        from reader.export.job import Cancelled, Job
        from reader.export.naming import is_folder

        def check() -> None:
            if cancel.is_set():
                raise Cancelled(_("export called off"))

        def far(text: str) -> None:
            check()
            self._lane.post(self._stepped, cancel, text)

        def step(done: int, count: int) -> None:
            far(_("exporting {done}/{count} …").format(done=done, count=count) if count > 1 else _("exporting …"))

        failures: list[EngineError] = []
        drafting = _("drafting English {done}/{count} …")
        sources = self._sources(wish, helpers, failures, lambda *at: far(drafting.format(done=at[0], count=at[1])))
        job = Job(sources, wish.look, datetime.datetime.now().astimezone(), step)
        try:
            if is_folder(wish.target) or is_folder(str(target)):
                job.into_folder(wish.chosen, target, force=force)
            else:
                job.into_file(wish.chosen, target, wish.title if len(wish.chosen) > 1 else "", force=force)
        except Cancelled as off:
            return " · ".join([str(off), told(job.outcome)]) if job.outcome.paths else str(off)
        return told(job.outcome, failures)

    def _stepped(self, cancel: threading.Event, said: str) -> None:
        if cancel is self._cancel and not cancel.is_set():
            self._far(said)

    def _sources(
        self, wish: Wish, helpers: Helpers, failures: list[EngineError], step: Callable[[int, int], object]
    ) -> Sources[Key]:
        from reader.export.job import Sources
        from reader.export.model import Format

        look, marks = wish.look, self._services.marks
        return Sources(
            self._load,
            _english(wish, helpers, failures, step),
            (lambda article: names_of(article, helpers)) if look.entities and look.format is not Format.TMX else None,
            (lambda article: marks.of(article.id, article.body)) if look.marks else None,
        )

    def _load(self, which: Key) -> Article:
        articles = self._services.articles
        if isinstance(which, str):
            return articles.get(which)
        for summary in articles.summaries([which]):
            return articles.get(summary.id)
        raise ArticleNotFound(_("the article is no longer in the library"))


def names_of(article: Article, helpers: Helpers) -> Sequence[Entity]:
    """Who, where and when as the pane shows them: found before, else by rules now; with the reader's corrections."""
    from reader.entities.analysis import analyse
    from reader.entities.corrections.apply import correct
    from reader.entities.english_drafts import with_translations

    found = helpers.analyses.latest(article.id)
    if found is None:
        found = tuple(analyse(article, helpers.recogniser))
    if helpers.corrections is not None:
        found = tuple(correct(found, helpers.corrections.of(article.id), article.body))

    def known(name: str) -> str | None:
        said = helpers.drafts.recall([name], stale=True).get(name)
        return said.target if said is not None else None

    return with_translations(found, known)


def _english(
    wish: Wish, helpers: Helpers, failures: list[EngineError], step: Callable[[int, int], object]
) -> English | None:
    from reader.export.english import drafted
    from reader.export.model import Layout

    if wish.look.layout is Layout.ORIGINAL:
        return None
    if not wish.draft:
        return lambda _article, sources: helpers.drafts.recall(sources, stale=True)
    terms = helpers.terms
    return drafted(
        helpers.drafts,
        lambda article: terms(names_of(article, helpers), article) if terms is not None else None,
        failures.append,
        step,
    )


def told(outcome: Outcome, failures: Sequence[EngineError] = ()) -> str:
    """What came of an export, in one line: what went wrong first, for a long path may leave no room behind it."""
    from reader.translation.exchange.whole import FileThere

    there = sum(isinstance(each, FileThere) for each in outcome.problems)
    others = [each for each in outcome.problems if not isinstance(each, FileThere)]
    parts = []
    if others:
        said = ngettext("{count} article failed: {why}", "{count} articles failed: {why}", len(others))
        parts.append(said.format(count=len(others), why=others[0]))
    if there:
        said = ngettext("{count} file was there already and stays", "{count} files were there already and stay", there)
        parts.append(said.format(count=there))
    if outcome.paths:
        place = short(outcome.paths[0] if len(outcome.paths) == 1 else outcome.paths[0].parent)
        said = ngettext("wrote {count} article: {place}", "wrote {count} articles: {place}", outcome.articles)
        parts.append(said.format(count=outcome.articles, place=place))
    if outcome.missing:
        parts.append(outcome.missing_told() + (f": {failures[0]}" if failures else ""))
    return " · ".join(parts) or _("there is nothing to export")


def short(path: Path) -> str:
    """A path as a person writes it: the home folder as ``~``."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path)


def _expanded(target: str) -> Path:
    from reader.translation.exchange.whole import Unwritable

    try:
        return Path(target).expanduser()
    except RuntimeError as error:
        message = _("the file {name} cannot be written: {why}").format(name=repr(target), why=error)
        raise Unwritable(message, _("choose another place")) from error
