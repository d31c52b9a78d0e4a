"""Links on the reading screen: what the sentence leads to, and what is done with that."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.i18n import _
from reader.tui.background import Lane
from reader.tui.screens.selecting import Choice

if TYPE_CHECKING:
    from reader.tui.page.links import Link
    from reader.tui.screens.links import Asked


class Linking(Choice):
    """What has to do with links; mixed into the reading screen."""

    _browsing: Lane | None = None

    def action_open(self) -> None:
        """Show the links of the sentence where the text has the focus and there are some; else ask what to add."""
        page = self.text.page
        if page is not None and self.text.ready and self.focused is self.text:
            from reader.tui.page.links import links_of

            links = links_of(page.document, page.cursor)
            if links:
                from reader.tui.screens.links import LinksScreen

                self.app.push_screen(LinksScreen(links), self._link_asked)
                return
        super().action_open()

    def _link_asked(self, asked: Asked | None) -> None:
        from reader.tui.screens.adding import Draft
        from reader.tui.screens.links import Do

        if asked is None:
            return
        link = asked.link
        if asked.do is Do.ADD_ELSE:
            super().action_open()
        elif asked.do is Do.COPY:
            self.put_on_clipboard(link.address, _("address copied"))
        elif asked.do is Do.ADD and link.address.startswith(("http://", "https://")):
            self._open_dialog(Draft(line=link.address))
        elif asked.do is Do.ADD:
            self.foot.say(_("only web pages are added: http and https"))
        else:
            self._browse(link)

    def _browse(self, link: Link) -> None:
        if not link.opened:
            self.foot.say(_("only addresses of http, https and mailto are opened"))
            return
        import asyncio

        from reader.tui.browsing import open_in_browser

        if self._browsing is None:
            self._browsing = Lane("browser", asyncio.get_running_loop())
        self.foot.say(_("opening in the browser …"))
        key, environment = "o y", dict(os.environ)
        self._browsing.do(
            lambda: open_in_browser(link.address, environment, key),
            lambda _done: self.foot.say(_("opened in the browser")),
            lambda problem: self.foot.say(str(problem)),
        )
