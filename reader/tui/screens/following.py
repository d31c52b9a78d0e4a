"""Feeds on the reading screen: refreshing them, seeing how far that is, and having an article's text in full."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.i18n import _
from reader.tui.feed_desk import by_clock, every, of_view
from reader.tui.screens.seeing import Seeing

if TYPE_CHECKING:
    from reader.tui.feed_desk import Wanted


class Following(Seeing):
    """What has to do with feeds; mixed into the reading screen."""

    feeds_text = ""
    """How far a refresh is."""

    if TYPE_CHECKING:  # the reading screen

        def tell_place(self) -> None:
            """Say where in the article the cursor is."""

    def begin_following(self, minutes: int) -> None:
        """Refresh feeds by the clock from now on: every so many minutes, and now those not asked for as long."""
        if not minutes:
            return
        self.desk.feeds.refresh(partial(by_clock, minutes))
        # Half of it: between two rounds less than the whole passes, by as long as the feed took to answer.
        self.set_interval(minutes * 60, lambda: self.desk.feeds.refresh(partial(by_clock, minutes / 2)))

    def action_refresh_feeds(self) -> None:
        """Refresh all feeds; while that is going on, call it off."""
        self._refresh(every, _("you follow no feeds yet; reader feeds add URL takes one"))

    def action_refresh_feed(self) -> None:
        """Refresh the feed whose view is shown; while feeds are being refreshed, call that off."""
        query = self.desk.shelf.listing.view.query
        if query.startswith("feed:") or self.desk.feeds.refreshing:
            self._refresh(partial(of_view, query), _("there is no such feed any more"))
        else:
            key = self.key_of("views")
            self.foot.say(_("this view is of no feed: {key} shows those that are").format(key=key))

    def _refresh(self, wanted: Wanted, none: str) -> None:
        if self.desk.feeds.refreshing:
            self.desk.feeds.call_off()
        else:
            self.desk.feeds.refresh(wanted, none)

    def feeds_far(self, said: str) -> None:
        """Show in the foot how far a refresh is."""
        self.feeds_text = said
        self.tell_place()

    def feeds_ended(self, said: str) -> None:
        """A refresh has ended: its line, and what is new in the list; row and line stay."""
        if said:
            self.foot.say(said)
        self.desk.shelf.look()

    def action_full_text(self) -> None:
        """Fetch the article's text in full; where it was fetched already, show it."""
        page = self.text.page
        if page is None:
            return
        article = page.document.article

        def there(ident: str, before: bool) -> None:
            shown = self.text.page
            here = shown is not None and shown.document.article.id == article.id
            if ident == article.id:
                self.foot.say(_("the page has no more than this"))
                return
            self.desk.list_library()
            if not here:
                self.foot.say(_("in full now: {title}").format(title=article.title))
            elif before or (shown is not None and shown.offset() < 0 and self.app.screen is self and not self.asks()):
                self.desk.visit(ident)
            else:
                key = self.key_of("full_text")
                self.foot.say(_("the full text is here: {key} shows it").format(key=key))

        self.desk.feeds.whole(article, there, self.foot.say, lambda: self.foot.say(_("fetching the full text …")))
