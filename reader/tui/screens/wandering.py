"""The card of a name, where it leads, in this article and in others, and the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from articles.cleaning import clean_line
from articles.model import Article
from reader.entities.model import Entity
from reader.i18n import _
from reader.tui.card_desk import CardDesk, Elsewhere
from reader.tui.page.marks import Marks
from reader.tui.screens.choosing import Choosing
from reader.tui.trail import Spot, Trail

if TYPE_CHECKING:
    from reader.tui.services import Services

_WORDS, _TITLE = 32, 40
"""Characters of a sentence and of a title in a message."""


class Wandering(Choosing):
    """What has to do with the card and the trail; mixed into the reading screen."""

    _services: Services

    def __init__(self, keymap: dict[str, str]) -> None:
        super().__init__(keymap)
        self.trail = Trail()
        self._arriving: tuple[Spot, str] | None = None
        """The place in another article that the trail leads to, and what is said there."""
        self._looked_for: tuple[Elsewhere, Entity] | None = None
        """The article that is gone to for a name, and the name as the article before has it."""

    # The trail

    def leave_trail(self, place: tuple[int, int] | None = None) -> None:
        """Note the place before a jump, so that there is a way back to it; what lay ahead is forgotten.

        Args:
            place: As ``Page.place`` gives it; None for where the reader is.
        """
        spot, page = self._spot(), self.text.page
        if spot is not None and page is not None:
            if place is not None:
                spot = Spot(page.document.article.id, *place)
            self.trail.leave(spot)

    def _spot(self) -> Spot | None:
        page = self.text.page
        return Spot(page.document.article.id, *page.place()) if page is not None and self.text.ready else None

    def action_back(self) -> None:
        """Go back to where the reader was before the last jump, also into another article."""
        here = self._spot()
        if here is not None:
            self._along(self.trail.back(here), _("nowhere to go back to"), _("back at {place}"))

    def action_forward(self) -> None:
        """Go forward again to where the reader went back from."""
        here = self._spot()
        if here is not None:
            self._along(self.trail.forward(here), _("nowhere to go forward to"), _("forward at {place}"))

    def _along(self, spot: Spot | None, nowhere: str, said: str) -> None:
        """Go to a place on the trail, and say where that is."""
        page = self.text.page
        if spot is None or page is None:
            self.foot.say(nowhere)
        elif spot.article == page.document.article.id:
            page.restore(spot.offset, spot.row)
            self.text.redraw()
            self._told_where(said)
        else:
            self._arriving = spot, said
            self.desk.visit(spot.article, (spot.offset, spot.row))

    def trail_arrived(self, article: Article) -> None:
        """An article is on the screen: where the trail led to it, that is said."""
        arriving, self._arriving = self._arriving, None
        if arriving is not None and arriving[0].article == article.id:
            self._told_where(f"{arriving[1]} · {clean_line(article.title, _TITLE)}")

    def _told_where(self, said: str) -> None:
        page = self.text.page
        assert page is not None
        words = page.document.segments(page.cursor.block)[page.cursor.sentence]
        title = page.cursor.block == 0
        place = _("the title") if title else f"¶ {page.cursor.block} “{clean_line(words, _WORDS)}”"
        more = [f"← {self.trail.behind}"] if self.trail.behind else []
        more += [f"{self.trail.ahead} →"] if self.trail.ahead else []
        self.foot.say("  ".join([said.format(place=place), *more]))

    def action_top(self) -> None:
        """Go to the title; there is a way back."""
        self.leave_trail()
        self.text.action_top()

    def action_bottom(self) -> None:
        """Go to the last sentence; there is a way back."""
        self.leave_trail()
        self.text.action_bottom()

    # The card

    def action_card(self) -> None:
        """Show the card of the name under the list's cursor, else of the chosen one, else of one in the sentence."""
        marks, page = self.text.marks, self.text.page
        if page is None:
            return
        number = marks.chosen
        if self.focused is self.names:
            under = self.names.entity_at(self.names.cursor)
            number = under if under is not None else number
        if number is None:
            number = next((mark.entity for mark in marks.within(max(0, self.here().start), self.here().end)), None)
        if number is None:
            self.foot.say(_("choose a name first: 3, then Enter"))
            return
        if number != marks.chosen:
            self.choose_name(number)
        self.reopening = False
        self.show_card()

    def show_card(self) -> None:
        """Show the card of the chosen name."""
        from reader.tui.screens.card import Answer, CardScreen, Correct, GoTo

        marks, page = self.text.marks, self.text.page
        assert marks.chosen is not None
        assert page is not None
        current = marks.current if marks.current is not None else marks.nearest(self.here().start)

        def answered(answer: Answer) -> None:
            if isinstance(answer, GoTo):
                self.leave_trail()
                self.gone_to(self.text.marks.go_to(answer.mention))
                self.close_panes()
            elif isinstance(answer, Elsewhere):
                self.go_elsewhere(answer, entity)
            elif isinstance(answer, Correct):
                self.reopening = True
                if answer.mention is not None:
                    self.text.marks.go_to(answer.mention)
                    self.names.refresh()
                self.call_later(self.run_action, answer.action)

        entity = marks.entities[marks.chosen]
        look = partial(self.desk.names.elsewhere, page.document.article.id)
        helpers = self.desk.helpers
        desk = CardDesk(self._services.articles, helpers) if helpers is not None else None
        here = max(0, self.here().start)
        self.app.push_screen(CardScreen(entity, page.document, current, here, look, desk), answered)

    reopening = False
    """Whether the card is to be shown again once a correction that was asked for on it is made."""

    def reopen_card(self) -> None:
        """Show the card again where a correction was asked for on it, and the name is still there."""
        if self.reopening and self.text.page is not None and self.text.marks.chosen is not None:
            self.reopening = False
            self.show_card()

    def go_elsewhere(self, other: Elsewhere, entity: Entity) -> None:
        """Open another article, and go to where it names the entity; Backspace leads back."""
        page = self.text.page
        self.leave_trail()
        self.close_panes()
        self._looked_for = other, entity
        # The sentence is on the screen before the article's names are there.
        row = page.window.height // 3 if page is not None else 0
        self.desk.visit(other.article, (other.at, row) if other.at is not None else None)

    def names_found(self, article: Article, marks: Marks) -> None:
        """The names of the article on the screen are there: the one that was gone to is chosen."""
        if self._looked_for is None or self._looked_for[0].article != article.id:
            return
        from reader.entities.index.sameness import same_in

        number = same_in(marks.entities, self._looked_for[1])
        if number is not None:
            at = self._looked_for[0].at
            self._looked_for = None
            self.choose_name(number)
            self.gone_to(marks.go_to(marks.nearest(at) if at is not None else 0))
            back = _("Backspace leads back")
            self.foot.say(f"{self.foot.message} · {back}")
