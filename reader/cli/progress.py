"""A progress bar on stderr where that is a terminal, and nothing anywhere else."""

from __future__ import annotations

import contextlib
import sys
import time

from reader.cli import output

TYPE_CHECKING = False  # typing's own costs a third of what `reader --help` takes
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Protocol

    from rich.console import Console
    from rich.progress import Progress, TaskID

    class Step(Protocol):
        """Says how far the work has come; to be called from one thread."""

        def __call__(self, done: int = 1, *, total: int | None = None) -> None:
            """So many more are done (0: it only goes on); ``total`` where it became known, or grew."""
            ...


_QUICK = 0.3
"""Seconds of work without a bar: what is over by then needs none, and rich takes 60 ms to import."""

_BETWEEN = 0.1
"""Seconds between two pictures of the bar."""

_CLEAR_LINE = "\r\x1b[2K"


@contextlib.contextmanager
def progress(total: int | None, what: str, now: Callable[[], float] = time.monotonic) -> Iterator[Step]:
    """Show how far some work has come, while it is done; gives what is called after each step.

    Lines that ``output`` writes meanwhile stand above the bar. At the end, and after an error, the bar is gone.
    In a pipe, and in a terminal that cannot move its cursor, there is nothing at all, and rich is not imported.

    Args:
        total: How many steps there are; None where that is not known (yet).
        what: The words before the bar; cleaned here.
        now: Tells the time, in seconds.
    """
    if not output.is_terminal(sys.stderr):
        yield _no_step
        return
    bar = _Bar(total, output.one_line(what), now)
    output.beside(bar.hide)
    try:
        yield bar
    finally:
        output.beside(None)
        bar.hide()


def _no_step(done: int = 1, *, total: int | None = None) -> None:
    """Nobody watches."""


class _Bar:
    """One line, drawn at most ten times a second and by nobody but the one who works: no thread, nothing left over."""

    def __init__(self, total: int | None, what: str, now: Callable[[], float]) -> None:
        self._total = total
        self._what = what
        self._now = now
        self._done = 0
        self._next = now() + _QUICK
        self._shown = False
        self._rich: tuple[Console, Progress, TaskID] | None = None

    def __call__(self, done: int = 1, *, total: int | None = None) -> None:
        self._done += done
        self._total = total if total is not None else self._total
        now = self._now()
        if now >= self._next:
            self._next = now + _BETWEEN
            self._draw()

    def hide(self) -> None:
        """Take the bar off the screen, so that a line can be written where it was; the next step draws it again."""
        if self._shown:
            self._shown = False
            sys.stderr.write(_CLEAR_LINE)
            sys.stderr.flush()

    def _draw(self) -> None:
        from rich.segment import Segments

        console, bar, task = self._rich or self._begin()
        if console.is_dumb_terminal:
            return
        bar.update(task, completed=self._done, total=self._total)
        # Rich's own live display would have a thread, and take stdout and stderr to itself.
        room = console.options.update(width=max(1, console.width - 1))
        line = console.render_lines(bar.get_renderable(), room, pad=False)[0]
        with console.capture() as drawn:
            console.print(Segments(line), end="", no_wrap=True, crop=True)
        sys.stderr.write(_CLEAR_LINE + drawn.get())
        sys.stderr.flush()
        self._shown = True

    def _begin(self) -> tuple[Console, Progress, TaskID]:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        console = Console(file=sys.stderr, highlight=False, markup=False, emoji=False)
        words = TextColumn("{task.description}", markup=False)
        columns = (words, BarColumn(bar_width=None), MofNCompleteColumn(), TimeRemainingColumn(compact=True))
        bar = Progress(*columns, console=console, auto_refresh=False, get_time=self._now)
        self._rich = console, bar, bar.add_task(self._what, total=self._total)
        return self._rich
