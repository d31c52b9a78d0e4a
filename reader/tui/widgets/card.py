"""The rows of an entity's card: what is known of it, its mentions in their sentences, the other articles it is in."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence

from articles.cleaning import clean_line, mask
from reader.entities.model import Entity
from reader.i18n import _, ngettext
from reader.tui.card_desk import ROLES, SENTENCES, Elsewhere, Others, Said
from reader.tui.page.cells import wrap
from reader.tui.page.document import Document
from reader.tui.sparkline import framed, of_app, sparkline
from reader.tui.widgets.facts import excerpt, facts, sentence_of, snippet, times
from reader.tui.widgets.labels import SIGNS
from reader.tui.widgets.rows import ListRow, MovingRows

_LABEL = 10
"""Cells of what stands before a fact."""

_FACT_ROWS = 3


class CardRows(MovingRows):
    """A heading part, one row for each mention, and those of the other articles; made when they are drawn.

    Args:
        current: The mention to begin on, from 0.
        here: The character of the body at which the reader is.
    """

    def __init__(self, entity: Entity, document: Document, current: int, here: int) -> None:
        super().__init__(id="card-rows")
        self.entity = entity
        self.document = document
        self.others: Others | None = None
        """None while it is being looked for."""

        self.said: dict[str, Sequence[Said]] = {}
        """The sentences of other articles that were looked up, by the articles' ids."""

        self.english: dict[str, tuple[str, str]] = {}
        """The English of roles that was found, and where it comes from."""

        self._here = here
        self._above: list[ListRow] = []
        self._there: list[tuple[int, int]] = []
        """Other articles, and which of their sentences a row shows; -1 for the title, as many as there are for how
        many more there are."""

        self._below: list[str] = [_("looking…")]
        self._current: int | None = current

    def found(self, others: Others) -> None:
        """Show which other articles have the entity."""
        self._staying(lambda: self._take(others))

    def _take(self, others: Others) -> None:
        self.others = others
        self._below = []
        if not others.articles:
            self._below.append(_("no other article of the library"))
        elif others.count > len(others.articles):
            more = _("{number} more: reader entities NAME lists them")
            self._below.append(more.format(number=others.count - len(others.articles)))
        if others.waiting:
            self._below.append(_("{number} articles are still to be looked at").format(number=others.waiting))
        self._lay_out()

    def tell_said(self, said: Mapping[str, Sequence[Said]]) -> None:
        """Show the sentences of some of the other articles."""
        self.said |= said
        self._staying(self._lay_out)

    def tell_english(self, english: Mapping[str, tuple[str, str]]) -> None:
        """Show the English of some roles."""
        if english:
            self.english |= english
            self._staying(self._lay_out)

    def _staying(self, change: Callable[[], None]) -> None:
        """Change the rows; the cursor stays on what it is on, and that on its line of the screen."""
        shown, line = self._shown_at(self.cursor), self.cursor - self.top
        change()
        if shown is not None:
            number = self._number_of(*shown)
            if number != self.cursor:
                self.cursor = number
                self._begin_at(number - line if self.top else 0)
        self.changed()

    def _shown_at(self, number: int) -> tuple[str, int] | None:
        """What a row shows, named so that it is found again: a mention, or another article and its sentence."""
        mention = self.mention_at(number)
        if mention is not None:
            return "", mention
        at = self._there_at(number)
        return (self._articles[at[0]].article, at[1]) if at is not None else None

    def _number_of(self, article: str, which: int) -> int:
        if not article:
            return len(self._above) + which
        for number, (at, said) in enumerate(self._there):
            if self._articles[at].article == article and said == which:
                return self._first_article + number
        return self.cursor

    def lay_out(self) -> None:
        """Make the rows above and below the mentions for the width there is."""
        self._staying(self._lay_out)

    def _lay_out(self) -> None:
        self._above = self._facts()
        self._there = []
        for number, other in enumerate(self._articles):
            said = self.said.get(other.article, ())
            more = len(said) == SENTENCES and other.count > SENTENCES
            self._there += [(number, which) for which in range(-1, len(said) + more)]

    def _facts(self) -> list[ListRow]:
        rows: list[ListRow] = []
        roles = {clean_line(role, 300): role for role in self.entity.roles[:ROLES]}
        for label, text in facts(self.entity):
            rows += self._wrapped(label, text, "fact" if rows else self.entity.kind.value)
            english, origin = self.english.get(roles.get(text, ""), ("", ""))
            if english and label in (_("role"), "") and english.casefold() != text.casefold():
                rows += self._wrapped("", f"EN {_(origin)}: {english}", "english")
        room = max(12, self.size.width - _LABEL - 2)
        said = times(len(self.entity.mentions))
        length = len(self.document.article.body)
        cells = min(25, room - len(said) - 4)
        where = framed(
            sparkline(self.entity.mentions, length, cells, self._here, ascii_only=of_app(self.app)),
        )
        rows.append(ListRow(f"{said}  {where}" if where else said, sign=" " * (_LABEL + 1), heading=True, style="fact"))
        rows += self._wrapped(_("spoken of"), self._spoken_of(), "fact")
        rows.append(ListRow("", heading=True))
        count, heading = len(self.entity.mentions), _("MENTIONS")
        rows.append(ListRow(f"{SIGNS[self.entity.kind]} {heading}", str(count), heading=True, sign=""))
        return rows

    def _wrapped(self, label: str, text: str, style: str) -> list[ListRow]:
        lines = wrap(text, max(12, self.size.width - _LABEL - 2))[:_FACT_ROWS]
        return [
            ListRow(text[start:end], sign=f" {'' if number else label:<{_LABEL}}", heading=True, style=style)
            for number, (start, end) in enumerate(lines)
        ]

    def _spoken_of(self) -> str:
        """In how many articles of the library, and from when to when."""
        others = self.others
        if others is None:
            return _("looking…")
        count = others.count + 1
        said = ngettext("in {count} article", "in {count} articles", count).format(count=count)
        days = dict.fromkeys(each for each in (others.first, others.last) if each)
        return f"{said} · {' – '.join(days)}" if days else said

    # Which row is what

    def mention_at(self, number: int) -> int | None:
        """The mention that a row shows, from 0; or None."""
        at = number - len(self._above)
        return at if 0 <= at < len(self.entity.mentions) else None

    def article_at(self, number: int) -> Elsewhere | None:
        """The other article that a row shows, and which mention in it; or None."""
        at = self._there_at(number)
        if at is None:
            return None
        other, said = self._articles[at[0]], self._said_at(at)
        return other if said is None else dataclasses.replace(other, at=said.at)

    def _there_at(self, number: int) -> tuple[int, int] | None:
        at = number - self._first_article
        return self._there[at] if 0 <= at < len(self._there) else None

    def _said_at(self, at: tuple[int, int]) -> Said | None:
        said = self.said.get(self._articles[at[0]].article, ())
        return said[at[1]] if 0 <= at[1] < len(said) else None

    @property
    def _articles(self) -> Sequence[Elsewhere]:
        return self.others.articles if self.others is not None else ()

    @property
    def _first_article(self) -> int:
        return len(self._above) + len(self.entity.mentions) + 2

    def go_to(self, mention: int) -> None:
        """Put the cursor on a mention."""
        self.move_to(len(self._above) + mention)

    def count(self) -> int:
        """How many rows there are."""
        return self._first_article + len(self._there) + len(self._below)

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
        if at >= len(self._there):
            return ListRow(self._below[at - len(self._there)], heading=True, sign="  ")
        return self._elsewhere(self._there[at])

    def _elsewhere(self, at: tuple[int, int]) -> ListRow:
        other, said = self._articles[at[0]], self._said_at(at)
        if at[1] < 0:
            return ListRow(clean_line(other.title, 300), f"{other.date}  {other.count}", style="fact", sign="  ")
        if said is None:
            more = _("{number} more there").format(number=other.count - at[1])
            return ListRow(more, heading=True, sign="    ")
        text, marked = excerpt(mask(said.text), *said.marked, max(10, self.size.width - 6))
        return ListRow(text, sign="    ", marked=(marked,))

    def _mention(self, number: int) -> ListRow:
        span = self.entity.mentions[number].span
        room = max(10, self.size.width - 8)
        block, text, marked = snippet(self.document, span, room)
        return ListRow(text, sign=f" {f'¶ {block}':<5} ", marked=(marked,))

    def sentence(self) -> tuple[str, tuple[int, int]]:
        """The sentence of the mention under the cursor, here or in another article, or a title; and what is marked."""
        mention = self.mention_at(self.cursor)
        if mention is None:
            at, other = self._there_at(self.cursor), self.article_at(self.cursor)
            said = self._said_at(at) if at is not None else None
            if said is not None:
                return mask(said.text), said.marked
            return (clean_line(other.title, 600) if other is not None else ""), (0, 0)
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
