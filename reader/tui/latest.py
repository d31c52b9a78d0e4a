"""Finding something out beside the screen: of what is asked for quickly only the last is told."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from articles.errors import Problem
from reader.tui.background import Lane

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Latest(Generic[K, V]):
    """Asks for one thing at a time, and keeps what came of it.

    Args:
        find: Finds it out, on the lane's thread.
        lane: Gives the thread; asked when there is something to find out.
        kept: How many answers are kept.
        found: Called on the event loop with each answer, before anyone is told; None for nothing.
        failed: Called on the event loop with what went wrong; the answer is None then.
    """

    def __init__(
        self,
        find: Callable[[K], V | None],
        lane: Callable[[], Lane],
        kept: int,
        found: Callable[[V | None], object] | None = None,
        failed: Callable[[Problem], object] | None = None,
    ) -> None:
        self._find = find
        self._lane = lane
        self._kept = kept
        self._found = found
        self._failed = failed
        self._known: OrderedDict[K, V | None] = OrderedDict()
        self._wanted: tuple[K, Callable[[V | None], None]] | None = None
        self._busy = False

    def ask(self, what: K, told: Callable[[V | None], None]) -> None:
        """Find something out; what was asked before and is not found yet is forgotten.

        Args:
            told: Called with the answer, at once where it is known already; with None where there is none.
        """
        if what in self._known:
            self._wanted = None
            self._known.move_to_end(what)
            told(self._known[what])
            return
        self._wanted = what, told
        self._go()

    def know(self, what: K, answer: V) -> None:
        """This is the answer from now on."""
        self._known[what] = answer

    def forget(self) -> None:
        """Nobody waits any more."""
        self._wanted = None

    def _go(self) -> None:
        if self._wanted is None or self._busy:
            return
        self._busy = True
        what, _told = self._wanted

        def done(answer: V | None) -> None:
            self._busy = False
            if self._found is not None:
                self._found(answer)
            self._known[what] = answer
            if len(self._known) > self._kept:
                self._known.popitem(last=False)
            wanted = self._wanted
            if wanted is not None and wanted[0] == what:
                self._wanted = None
                wanted[1](answer)
            self._go()

        def failed(problem: Problem) -> None:  # the lane has logged it
            if self._failed is not None:
                self._failed(problem)
            done(None)

        self._lane().do(lambda: self._find(what), done, failed)
