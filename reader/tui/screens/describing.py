"""What is known of an article, put right on the screen, and its older versions."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from reader.i18n import _, ngettext
from reader.tui.screens.shelving import Shelving

if TYPE_CHECKING:
    from articles.model import Article
    from articles.repository import Summary
    from reader.tui.opened import Opened
    from reader.tui.seen import Seen


class Describing(Shelving):
    """What has to do with details and versions; mixed into the reading screen."""

    _typed_details: tuple[str, dict[str, str]] = ("", {})
    """The id of the article whose details were typed and not kept, and the lines."""

    if TYPE_CHECKING:  # the reading screen
        seen: Seen | None

        def show_article(self, opened: Opened) -> None:
            """Show another article."""

    def _meant_id(self) -> str | None:
        """The article under the cursor of the library where that has the focus, else the one being read."""
        page = self.text.page
        if self.focused is self.library or page is None:
            summary = self.meant()
            return summary.id if summary is not None else None
        return page.document.article.id

    # Details

    def action_details(self) -> None:
        """Edit what is known of the article: title, author, source, day, language, tags."""
        ident, articles = self._meant_id(), self.articles
        if ident is None:
            return

        def ask(article: Article) -> None:
            from reader.tui.screens.detailing import DetailsScreen

            if self.app.screen is not self:
                return
            of, typed = self._typed_details
            screen = DetailsScreen(article, typed if of == article.id else {})

            def given(fields: dict[str, Any] | None) -> None:
                self._typed_details = (article.id, screen.typed)  # until it is stored
                if fields:
                    self.desk.edit(article.id, fields, self._detailed)
                elif fields is None and screen.typed:
                    key = self.key_of("details")
                    self.foot.say(_("not kept; {key} brings back what you typed").format(key=key))
                else:
                    self._typed_details = ("", {})
                    if fields is not None:
                        self.foot.say(_("nothing changed"))

            self.app.push_screen(screen, given)

        self.desk.shelf.ask(lambda: articles.get(ident), ask)

    def _detailed(self, opened: Opened) -> None:
        """The details were kept: show them, the line being read where it is."""
        if self._typed_details[0] == opened.article.id:
            self._typed_details = ("", {})
        page = self.text.page
        if page is not None and page.document.article.id == opened.article.id:
            offset, row = page.place()
            seen = self.seen.spans if self.seen is not None else opened.seen
            self.show_article(dataclasses.replace(opened, offset=offset, row=row, seen=seen))
        self.desk.list_library()
        self.foot.say(_("kept"))

    # Versions

    def tell_versions(self, found: list[Summary], ident: str) -> None:
        """Say in the head that the article has older versions, or is one."""
        older = len(found) - 1
        said = ngettext("{count} older version", "{count} older versions", older).format(count=older)
        said = said if found[0].id == ident else _("an older version")
        self.head.tell(versions=f"{self.key_of('versions')} {said}".strip())

    def action_versions(self) -> None:
        """Show the older versions of the article, and what changed since."""
        ident = self._meant_id()
        if ident is None:
            return

        def show(found: list[Summary]) -> None:
            from reader.tui.screens.comparing import VersionsScreen

            if self.app.screen is not self:
                return
            if len(found) < 2:
                self.foot.say(_("there is one version of it only"))
                return

            def chosen(summary: Summary | None) -> None:
                if summary is not None:
                    self.desk.open_article(summary.key)

            self.app.push_screen(VersionsScreen(self.articles, found, ident), chosen)

        self.desk.shelf.ask(lambda: self.desk.versions(ident), show)
