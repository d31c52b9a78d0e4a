"""What an article's engine is told of before it is asked."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from articles.errors import StorageError
from reader.translation.agenda import Agenda, Task
from reader.translation.service import TranslationService
from reader.tui.page.english import English

_FORESEEN = 4
"""Sentences that are taken from the agenda at once: so many come before what the reader turns to meanwhile."""


def foreseen(agenda: Agenda, service: TranslationService, english: English) -> Iterator[Task]:
    """The tasks in order; the engine is told of a few that come next, so that it has work for all cores.

    Args:
        agenda: Hands them out; when it is stopped, no more come.
        service: Has the engine.
        english: What the page has already.
    """
    tasks: deque[tuple[Task, bool]] = deque()
    while not agenda.stopped:
        while len(tasks) < _FORESEEN and (task := agenda.next()) is not None:
            tasks.append((task, english.of(task.sentence) is None and not _is_kept(service, task.sentence)))
        if not tasks:
            return
        service.foresee(task.sentence for task, asked in tasks if asked)
        yield tasks.popleft()[0]


def _is_kept(service: TranslationService, sentence: str) -> bool:
    try:
        return sentence in service.recall([sentence])
    except StorageError:
        return False
