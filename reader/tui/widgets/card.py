"""The rows of an entity's card: what is known of it, its mentions in their sentences, the other articles it is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from articles.cleaning import clean_line
from reader.entities.model import Entity
from reader.i18n import _
from reader.tui.page.cells import wrap
from reader.tui.page.document import Document
from reader.tui.widgets.facts import facts, sentence_of, snippet, sparkline, times
from reader.tui.widgets.labels import SIGNS
from reader.tui.widgets.rows import ListRow, RowList

_LABEL = 10
"""Cells of what stands before a fact."""

_FACT_ROWS = 3


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another article that has the entity.

    Attributes:
        article: The article's id.
        title: Its title, as it is stored.
        date: When it was published, for a person; "" where that is not known.
        count: How often the entity is named there.
    """

    article: str
    title: str
    date: str
    count: int


@dataclass(frozen=True, slots=True)
class Others:
    """The other articles that have the entity.

    Attributes:
        articles: The newest of them, newest first.
        count: How many there are.
        waiting: Articles that are still to be looked at since a correction was made.
    """

    articles: Sequence[Elsewhere] = ()
    count: int = 0
    waiting: int = 0


class CardRows(RowList):
    """A heading part, one row for each mention, and one for each other article; made when they are drawn.

    Args:
        current: The mention to begin on, from 0.
    """

    class Moved(Message):
        """The cursor is on another row, or the row shows something else."""

    def __init__(self, entity: Entity, document: Document, current: int) -> None:
        super().__init__(id="card-rows")
        self.entity = entity
        self.document = document
        self.others: Others | None = None
        """None while it is being looked for."""

        self._above: list[ListRow] = []
        self._below: list[str] = [_("looking…")]
        self._current: int | None = current

    def tell(self, entity: Entity) -> None:
        """Show another state of the entity, as a correction left it."""
        self.entity = entity
        self.lay_out()

    def found(self, others: Others) -> None:
        """Show which other articles have the entity."""
        self.others = others
        self._below = []
        if not others.articles:
            self._below.append(_("no other article of the library"))
        elif others.count > len(others.articles):
            more = _("{number} more: reader entities NAME lists them")
            self._below.append(more.format(number=others.count - len(others.articles)))
        if others.waiting:
            self._below.append(_("{number} articles are still to be looked at").format(number=others.waiting))
        self.changed()

    def lay_out(self) -> None:
        """Make the rows above the mentions for the width there is."""
        room = max(12, self.size.width - _LABEL - 2)
        rows: list[ListRow] = []
        for label, text in facts(self.entity):
            for number, (start, end) in enumerate(wrap(text, room)[:_FACT_ROWS]):
                sign = f" {'' if number else label:<{_LABEL}}"
                style = "fact" if rows else self.entity.kind.value
                rows.append(ListRow(text[start:end], sign=sign, heading=True, style=style))
        said = times(len(self.entity.mentions))
        where = sparkline(self.entity.mentions, len(self.document.article.body), min(24, room - len(said) - 4))
        # The line has its ends, so that it is seen where the article begins and where it ends.
        said = f"{said}  ▕{where}▏" if where else said
        rows.append(ListRow(said, sign=" " * (_LABEL + 1), heading=True, style="fact"))
        rows.append(ListRow("", heading=True))
        heading = _("MENTIONS")
        rows.append(
            ListRow(f"{SIGNS[self.entity.kind]} {heading}", str(len(self.entity.mentions)), heading=True, sign="")
        )
        self._above = rows
        self.changed()

    # Which row is what

    def mention_at(self, number: int) -> int | None:
        """The mention that a row shows, from 0; or None."""
        at = number - len(self._above)
        return at if 0 <= at < len(self.entity.mentions) else None

    def article_at(self, number: int) -> Elsewhere | None:
        """The other article that a row shows, or None."""
        at = number - self._first_article
        return self._articles[at] if 0 <= at < len(self._articles) else None

    @property
    def _articles(self) -> Sequence[Elsewhere]:
        return self.others.articles if self.others is not None else ()

    @property
    def _first_article(self) -> int:
        return len(self._above) + len(self.entity.mentions) + 2

    def go_to(self, mention: int) -> None:
        """Put the cursor on a mention."""
        self.move_to(len(self._above) + mention)

    def move_to(self, number: int, by: int = 1) -> None:
        """Put the cursor on a row."""
        super().move_to(number, by)
        self.post_message(self.Moved())

    def changed(self) -> None:
        """Draw again after the rows changed."""
        super().changed()
        self.post_message(self.Moved())

    def count(self) -> int:
        """How many rows there are."""
        return self._first_article + len(self._articles) + len(self._below)

    def row(self, number: int) -> ListRow:
        """What a row shows."""
        if number < len(self._above):
            return self._above[number]
        mention = self.mention_at(number)
        if mention is not None:
            return self._mention(mention)
        at = number - self._first_article
        if at == -2:
            return ListRow("", heading=True)
        if at == -1:
            count = "" if self.others is None else str(self.others.count)
            return ListRow(_("ALSO IN"), count, heading=True, sign="")
        if at >= len(self._articles):
            return ListRow(self._below[at - len(self._articles)], heading=True, sign="  ")
        other = self._articles[at]
        return ListRow(clean_line(other.title, 300), f"{other.date}  {other.count}", sign="  ")

    def _mention(self, number: int) -> ListRow:
        span = self.entity.mentions[number].span
        room = max(10, self.size.width - 8)
        block, text, marked = snippet(self.document, span, room)
        return ListRow(text, sign=f" {f'¶ {block}':<5} ", marked=(marked,))

    def sentence(self) -> tuple[str, tuple[int, int]]:
        """The whole sentence of the mention under the cursor, or the title of the article; and what of it is marked."""
        mention = self.mention_at(self.cursor)
        if mention is None:
            other = self.article_at(self.cursor)
            return (clean_line(other.title, 600), (0, 0)) if other is not None else ("", (0, 0))
        span = self.entity.mentions[mention].span
        _block, sentence, text = sentence_of(self.document, span.start)
        return text, (span.start - sentence.start, span.end - sentence.start)

    def on_resize(self) -> None:
        """The facts are wrapped for the new width; the cursor stays on its mention, at first that of the reader."""
        mention = self.mention_at(self.cursor) if self._current is None else self._current
        self._current = None
        self.lay_out()
        if mention is not None:
            self.go_to(mention)
