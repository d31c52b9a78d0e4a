"""Adding articles from the reading screen: the dialog opened by key or by pasting, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from articles.repository import Added
from reader.i18n import _
from reader.tui.commands import BY_ID, keys_of, shown_key
from reader.tui.screens.editing import Editing

if TYPE_CHECKING:
    from articles.model import Article
    from reader.tui.opened import Opened
    from reader.tui.screens.adding import AddScreen, Draft


class Bringing(Editing):
    """What has to do with adding; mixed into the reading screen."""

    _draft: Draft | None = None
    """What was given and not added."""

    if TYPE_CHECKING:  # the reading screen

        def show_article(self, opened: Opened) -> None:
            """Show another article."""

    @property
    def takes_pastes(self) -> bool:
        """Whether what is pasted now comes here whole, however long it is."""
        return not self.asks()

    def action_open(self) -> None:
        """Ask for something to add; what was given the last time and not added is there again."""
        self._open_dialog(self._draft)

    def on_paste(self, event: events.Paste) -> None:
        """A pasted text is no series of keys: it is offered to be added, and nothing happens before that is said."""
        event.stop()
        if event.text.strip() and not self.asks():
            from reader.tui.adding.given import is_line
            from reader.tui.screens.adding import Draft

            self._open_dialog(Draft(line=event.text.strip()) if is_line(event.text) else Draft(text=event.text))

    def _open_dialog(self, draft: Draft | None) -> None:
        from reader.tui.screens.adding import AddScreen, Draft

        if isinstance(self.app.screen, AddScreen):
            return
        screen = AddScreen(self.desk.adding, draft or Draft())
        self.app.push_screen(screen, lambda article: self._given_article(screen, article))

    def _given_article(self, screen: AddScreen, article: Article | None) -> None:
        if article is None:
            self._draft = screen.draft
            keys = keys_of(BY_ID["open"], self.keymap)
            if screen.draft and keys:
                self.foot.say(_("not added; {key} brings it back").format(key=shown_key(keys[0])))
            return
        self._draft = screen.draft  # until it is stored

        def added(came: Added, opened: Opened) -> None:
            if self._draft is screen.draft:
                self._draft = None
            self.show_article(opened)
            self.desk.list_library(lambda: self.library.mark_open(self.library.open_key))  # to its row
            said = {
                Added.NEW: _("added"),
                Added.UPDATED: _("updated"),
                Added.UNCHANGED: _("already there"),
                Added.VERSION: _("new version; the older one is kept"),
            }[came]
            self.foot.say(said)

        self.desk.adding.add(article, added, lambda problem: self.foot.say(str(problem)))
