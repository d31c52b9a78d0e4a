"""Who may be under way together with whom."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """Lets any number of threads be under way together, or one alone. Safe to use from threads."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._under_way = 0
        self._waiting = 0  # to be alone: nobody new begins before they were
        self._alone = False

    @contextmanager
    def one(self, *, alone: bool) -> Iterator[None]:
        """Be under way: with others, or with nobody."""
        with self._changed:
            if alone:
                self._waiting += 1
                self._changed.wait_for(lambda: not self._under_way)
                self._waiting -= 1
                self._alone = True
            else:
                self._changed.wait_for(lambda: not self._alone and not self._waiting)
            self._under_way += 1
        try:
            yield
        finally:
            with self._changed:
                self._under_way -= 1
                self._alone = False
                self._changed.notify_all()
