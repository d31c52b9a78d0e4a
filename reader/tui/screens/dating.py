"""The timeline from the reading screen: of which articles it can be, and the way to a sentence of it and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.entities.model import Entity
from reader.i18n import _
from reader.tui.screens.knowing import Knowing
from reader.tui.widgets.labels import name_of

if TYPE_CHECKING:
    from reader.entities.timeline import Dated
    from reader.tui.timeline_desk import Part


class Dating(Knowing):
    """What has to do with the timeline; mixed into the reading screen."""

    _timeline: tuple[str, int, Dated] | None = None
    """The name of the part, its number, and the sentence that was last gone to from the timeline."""

    def action_timeline(self) -> None:
        """Show what happened when, in this article first."""
        self._show_timeline(None)

    def action_entity_timeline(self) -> None:
        """Show the dated sentences that name the chosen entity."""
        marks = self.text.marks
        self.reopening = False
        self._show_timeline(marks.entities[marks.chosen] if marks.chosen is not None else None)

    def _show_timeline(self, entity: Entity | None) -> None:
        helpers, page = self.desk.helpers, self.text.page
        if page is None or helpers is None:
            self.foot.say(_("a moment: names are not there yet"))
            return
        from reader.tui.screens.timeline import TimelineScreen
        from reader.tui.timeline_desk import Gatherer

        gatherer = Gatherer(self._services.articles, helpers)
        parts = self._parts(gatherer, page.document.article.id, entity)
        number, place = 0, None
        if self._timeline is not None:
            name, at, place = self._timeline
            number = at if at < len(parts) and parts[at].name == name else 0
        screen = TimelineScreen(gatherer, parts, number, place)

        def answered(wanted: Dated | None) -> None:
            if wanted is not None:
                self._timeline = parts[screen.part].name, screen.part, wanted
                self._go_to_dated(wanted)

        self.app.push_screen(screen, answered)

    def _parts(self, gatherer: object, article_id: str, entity: Entity | None) -> list[Part]:
        from articles.repository import Order
        from reader.tui.timeline_desk import Gatherer, Part

        assert isinstance(gatherer, Gatherer)
        articles, services, listing = self._services.articles, self._services, self.desk.shelf.listing
        query = self.library.query_text or listing.view.query

        def here() -> list[int]:
            key = articles.key_of(article_id)
            return [key] if key is not None else []

        parts = []
        if entity is not None:
            who = entity
            parts.append(Part(name_of(who, 60), lambda: gatherer.keys_of(who, article_id), who, article_id))
        parts.append(Part(_("this article"), here))
        if query:
            name = self.library.query_text or listing.view.name
            parts.append(Part(name, lambda: services.finder().keys(query, Order.DATE)))
        parts.append(Part(_("all articles"), lambda: articles.keys()))
        return parts

    def _go_to_dated(self, wanted: Dated) -> None:
        """Go to a sentence of the timeline, also in another article; Backspace leads back."""
        page = self.text.page
        if page is None:
            return
        self.leave_trail()
        self.close_panes()
        if wanted.source.id == page.document.article.id:
            page.go_to_offset(wanted.sentence.start)
            self.text.redraw()
        else:
            self.desk.visit(wanted.source.id, (wanted.sentence.start, page.window.height // 3))
        self.foot.say(_("Backspace leads back"))
