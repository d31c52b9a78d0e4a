"""The library pane: titles, newest first, fetched by the screenful."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from textual.message import Message

from articles.cleaning import clean_line
from articles.repository import Summary
from reader.i18n import _
from reader.tui.widgets.rows import ListRow, RowList

_PAGE = 200
_CACHED = 4_000


class LibraryPane(RowList):
    """All articles of the library, or those that a search found."""

    class Needed(Message):
        """Summaries that are on the screen and not here yet."""

        def __init__(self, keys: list[int]) -> None:
            super().__init__()
            self.keys = keys

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.keys: Sequence[int] = ()
        self.query_text = ""
        self.open_key: int | None = None
        self._summaries: OrderedDict[int, Summary] = OrderedDict()
        self._asked: set[int] = set()

    def on_mount(self) -> None:
        """Name the pane."""
        self.border_title = _("Library")

    def fill(
        self, keys: Sequence[int], summaries: Sequence[Summary] = (), query: str = "", open_key: int | None = None
    ) -> None:
        """Show articles.

        Args:
            keys: Theirs, in order.
            summaries: Those that are known already.
            query: The search that found them, if one did.
            open_key: The key of the article that is being read, where it is stored.
        """
        self.keys, self.query_text = keys, query
        self.open_key = self.open_key if open_key is None else open_key
        self._asked.clear()
        # Textual reads markup in border titles: a search is text from outside, so its brackets are kept out.
        self.border_title = _("Library") if not query else "/ " + clean_line(query, 18).replace("[", "(")
        self.put(summaries)
        self._to_open()

    def put(self, summaries: Sequence[Summary]) -> None:
        """Take in summaries that were asked for."""
        for summary in summaries:
            self._summaries[summary.key] = summary
            self._asked.discard(summary.key)
        while len(self._summaries) > _CACHED:
            self._summaries.popitem(last=False)
        self.changed()

    def mark_open(self, key: int | None) -> None:
        """Say which article is being read."""
        self.open_key = key
        self._to_open()
        self.refresh()

    def _to_open(self) -> None:
        number = self.position_of(self.open_key)
        if number is not None:
            self.move_to(number)

    def count(self) -> int:
        """How many articles are listed."""
        return len(self.keys)

    def row(self, number: int) -> ListRow:
        """The title of an article, and a sign for the one that is open."""
        summary = self._summaries.get(self.keys[number])
        if summary is None:
            self._ask(number)
            return ListRow("…")
        is_open = summary.key == self.open_key
        return ListRow(clean_line(summary.title, 200), style="open" if is_open else "", sign="▸" if is_open else " ")

    def _ask(self, number: int) -> None:
        start = number - number % _PAGE
        keys = [key for key in self.keys[start : start + _PAGE] if key not in self._asked]
        if keys:
            self._asked.update(keys)
            self.post_message(self.Needed(keys))

    def summary(self, number: int) -> Summary | None:
        """The summary in a row, where it has arrived."""
        return self._summaries.get(self.keys[number]) if 0 <= number < len(self.keys) else None

    def position_of(self, key: int | None) -> int | None:
        """The row of an article, where it is listed."""
        try:
            return self.keys.index(key) if key is not None else None
        except ValueError:
            return None

    def empty_text(self) -> str:
        """What is said of an empty library, or of a search that found nothing."""
        return _("nothing found") if self.query_text else _("no articles")
