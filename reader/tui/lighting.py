"""Which words became which, found beside the screen: of what is asked for quickly only the last is told."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from articles.errors import Problem
from reader.translation.alignment.model import Aligner, Alignment
from reader.tui.background import Lane

_KEPT = 512
"""Pairs whose alignment is kept; those of a long article read from end to end are found again."""

Pair = tuple[str, str]
"""A sentence and its English."""

Told = Callable[[Alignment | None], None]
"""Is told the alignment, on the event loop; None where there is none."""


class Lighting:
    """Asks an aligner for one pair at a time.

    Args:
        aligner: May take its time.
        lane: A thread that nobody else needs.
    """

    def __init__(self, aligner: Aligner, lane: Lane) -> None:
        self._aligner = aligner
        self._lane = lane
        self._known: OrderedDict[Pair, Alignment | None] = OrderedDict()
        self._wanted: tuple[Pair, Told] | None = None
        self._busy = False

    def ask(self, source: str, target: str, told: Told) -> None:
        """Find the alignment of a sentence and its English; what was asked before and is not found yet is forgotten.

        Args:
            told: Called at once where the pair is known already.
        """
        pair = source, target
        if pair in self._known:
            self._wanted = None
            self._known.move_to_end(pair)
            told(self._known[pair])
            return
        self._wanted = pair, told
        self._go()

    def forget(self) -> None:
        """Nobody waits any more."""
        self._wanted = None

    def _go(self) -> None:
        if self._wanted is None or self._busy:
            return
        self._busy = True
        pair, _told = self._wanted

        def done(alignment: Alignment | None) -> None:
            self._busy = False
            self._known[pair] = alignment
            if len(self._known) > _KEPT:
                self._known.popitem(last=False)
            wanted = self._wanted
            if wanted is not None and wanted[0] == pair:
                self._wanted = None
                wanted[1](alignment)
            self._go()

        def failed(_problem: Problem) -> None:  # the lane has logged it
            done(None)

        self._lane.do(lambda: self._aligner.align(*pair), done, failed)
