"""The order in which an article's sentences are translated: what is seen, onwards, then from the start."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Task:
    """One sentence to translate: its paragraph's index, its place in the paragraph, and its text."""

    paragraph: int
    index: int
    sentence: str


class Agenda:
    """Hands out each sentence of an article once. Safe to use from several threads; no call waits for work.

    A thread's work is ``while (task := agenda.next()) is not None: …``; the screen calls ``focus`` whenever
    other paragraphs come into view, and ``stop`` when the article is left.

    Args:
        sentences_of: The sentences of a paragraph; asked once it is the paragraph's turn, on the thread that
            calls ``next``, outside the lock: splitting a long paragraph keeps nobody waiting.
        paragraphs: How many the article has.
    """

    def __init__(self, sentences_of: Callable[[int], Sequence[str]], paragraphs: int) -> None:
        self._sentences_of = sentences_of
        self._paragraphs = paragraphs
        self._lock = threading.Lock()
        self._first = 0
        self._stopped = False
        self._open: dict[int, _Paragraph] = {}
        # The next paragraph that may have work, for those that have none left: a forest with path
        # compression, so that finding it is near constant however much lies behind. A paragraph without an
        # entry is its own answer.
        self._after: dict[int, int] = {}
        self._back: list[Task] = []
        self._settled: set[tuple[int, int]] = set()

    def focus(self, first: int, last: int) -> None:
        """From the next task on, begin with the paragraphs ``first`` to ``last``, both included, then go on.

        Only ``first`` changes the order: what follows the last visible paragraph comes next anyway.
        """
        with self._lock:
            self._first = max(0, min(first, last, self._paragraphs))

    def next(self) -> Task | None:
        """The next sentence nobody has; None when all are handed out, or the agenda was stopped.

        Raises:
            Exception: What ``sentences_of`` raised; that paragraph is left out from then on.
        """
        while True:
            with self._lock:
                if self._stopped:
                    return None
                if self._back:
                    return self._back.pop()
                paragraph = self._find(self._first)
                if paragraph >= self._paragraphs:
                    paragraph = self._find(0)
                if paragraph >= self._paragraphs:
                    return None
                held = self._open.get(paragraph)
                if held is not None:
                    task = self._taken(paragraph, held)
                    if task is not None:
                        return task
                    continue
            self._split(paragraph)

    def again(self, task: Task) -> None:
        """Give a task back: it comes next, once more (its engine asked to wait, or the worker gives up)."""
        with self._lock:
            self._back.append(task)

    def settle(self, paragraph: int, index: int) -> None:
        """Leave a sentence out: its English is there already."""
        with self._lock:
            if self._find(paragraph) == paragraph:
                self._settled.add((paragraph, index))

    def stop(self) -> None:
        """From now on ``next`` gives None."""
        with self._lock:
            self._stopped = True

    @property
    def stopped(self) -> bool:
        """Whether ``stop`` was called."""
        with self._lock:
            return self._stopped

    @property
    def paragraphs_left(self) -> int:
        """How many paragraphs may have sentences that are not handed out yet; for showing progress."""
        with self._lock:
            return self._paragraphs - len(self._after)

    def _find(self, paragraph: int) -> int:
        root = paragraph
        while (following := self._after.get(root)) is not None:
            root = following
        while paragraph != root:
            self._after[paragraph], paragraph = root, self._after[paragraph]
        return root

    def _taken(self, paragraph: int, held: _Paragraph) -> Task | None:
        """The paragraph's next sentence that is not settled; closes it when there is none."""
        while held.at < len(held.sentences):
            index = held.at
            held.at += 1
            if (paragraph, index) not in self._settled:
                return Task(paragraph, index, held.sentences[index])
            self._settled.discard((paragraph, index))
        self._close(paragraph)
        return None

    def _split(self, paragraph: int) -> None:
        """Ask for a paragraph's sentences; with several threads two may ask, and the first answer counts."""
        try:
            sentences = self._sentences_of(paragraph)
        except BaseException:
            with self._lock:
                self._close(paragraph)
            raise
        with self._lock:
            if self._find(paragraph) == paragraph:
                self._open.setdefault(paragraph, _Paragraph(sentences))

    def _close(self, paragraph: int) -> None:
        self._open.pop(paragraph, None)
        if self._find(paragraph) == paragraph:
            self._after[paragraph] = paragraph + 1


@dataclass(slots=True)
class _Paragraph:
    """A paragraph whose sentences are being handed out, and the place of the next one."""

    sentences: Sequence[str]
    at: int = 0
