"""What is done with articles in the library pane: views, stars, read and unread, tags, deleting, and undoing that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on

from articles.cleaning import clean_line
from articles.errors import BadQuery
from articles.repository import Order, Summary
from reader.i18n import _
from reader.tui.commands import BY_ID, keys_of, shown_key
from reader.tui.listing.views import Arrangement, Group, View, quoted
from reader.tui.screens.bringing import Bringing
from reader.tui.widgets.labels import SIGNS, name_of
from reader.tui.widgets.library import LibraryPane
from reader.tui.widgets.prompt import Asking, Prompt
from reader.tui.widgets.shelved import grouped_number

if TYPE_CHECKING:
    from articles.repository import ArticleRepository

_TITLE = 40  # characters of a title in a message
_MOST_UNDONE = 100
_SOME = 500  # articles looked at together


@dataclass(frozen=True, slots=True)
class Undoable:
    """Something that was done in the library and can be undone.

    Attributes:
        undo: Undoes it; on a thread.
        said: What is said of that afterwards.
        key: The article it is about, which is gone to; None for several.
    """

    undo: Callable[[], object]
    said: str
    key: int | None = None


class Shelving(Bringing):
    """What has to do with the library's articles; mixed into the reading screen."""

    def __init__(self, keymap: dict[str, str]) -> None:
        super().__init__(keymap)
        self._done: list[Undoable] = []
        self._tagging: int | None = None  # the key of the article whose tags are being edited

    if TYPE_CHECKING:  # the other parts of the reading screen

        @property
        def articles(self) -> ArticleRepository:
            """The library's articles."""

    # Views

    def action_views(self) -> None:
        """Show the views there are."""
        from reader.tui.screens.views import ViewsScreen

        menu = ViewsScreen(self.desk.shelf.listing.view)

        def chosen(view: View | None) -> None:
            if view is not None:
                self.choose_view(view)

        self.app.push_screen(menu, chosen)
        self.desk.shelf.sections(menu.take)

    def choose_view(self, view: View) -> None:
        """Show a view in the library pane, and go there."""
        self.action_pane("library")
        self.desk.shelf.choose(view)

    def action_mentions(self) -> None:
        """Show in the library pane all articles that have the name under the cursor, or the chosen one."""
        entity = self.meant_name()
        self.reopening = False
        if entity is not None:
            self.choose_view(View(quoted("entity", entity.name), f"{SIGNS[entity.kind]} {name_of(entity, _TITLE)}"))

    @on(LibraryPane.TitleClicked)
    def _title_clicked(self) -> None:
        self.action_views()

    def action_arrange(self) -> None:
        """Ask how to sort and group the view, and how many lines a row is to have."""
        from reader.tui.screens.arranging import arranging

        shelf = self.desk.shelf

        def chosen(answer: Order | Group | int | None) -> None:
            now = shelf.listing.arrangement
            if isinstance(answer, Order):
                shelf.arrange(Arrangement(answer, group=Group.NONE if answer is not now.sorted_for else now.group))
            elif isinstance(answer, Group):
                shelf.arrange(Arrangement(now.order, now.reverse if answer is Group.NONE else False, answer))
            elif answer == 0:
                shelf.arrange(Arrangement(now.order, not now.reverse, now.group))
            elif answer is not None:
                shelf.set_lines(answer)

        self.app.push_screen(arranging(shelf.listing), chosen)

    def action_fold(self) -> None:
        """Fold the group under the cursor, or open it."""
        if not self.library.fold_here():
            key = self.key_of("arrange")
            self.foot.say(_("there are no groups: {key} makes some").format(key=key))

    def tell_new(self, count: int) -> None:
        """Say that new articles came into the view; the row the reader is on stays where it is."""
        if not self.foot.message:
            self.foot.say(_("new articles: {count}").format(count=grouped_number(count)))

    # Searching

    def query_wrong(self, problem: BadQuery) -> None:
        """Say under the line where a search is wrong; what was found before stays."""
        self.foot.say(str(problem))

    def query_right(self) -> None:
        """The search is right now, or given up."""
        if self.asks() and self.prompt.asking is Asking.SEARCH:
            self.foot.hush()

    @on(Prompt.Given)
    def _given_search(self, event: Prompt.Given) -> None:
        if event.asking is Asking.SEARCH and not self.asks():
            self.desk.shelf.search(event.text, ranked=True)
        elif event.asking is Asking.TAGS:
            self._retag(event.text)

    def close_search(self) -> bool:
        """Show the view again that was there before a search; whether there was one."""
        had = bool(self.library.query_text)
        if had:
            self.desk.shelf.leave_search()
        return had

    # Stars, read and unread

    def meant(self) -> Summary | None:
        """The article under the cursor of the library where that has the focus, else the one being read."""
        key = self.library.key_here() if self.focused is self.library else self.library.open_key
        summary = self.library.summary_of(key)
        if summary is None:
            where = self.key_of("library")
            self.foot.say(_("choose an article first: {key}").format(key=where))
        return summary

    def action_star(self) -> None:
        """Star the article, or take the star away."""
        summary = self.meant()
        if summary is None:
            return
        on, key, articles = not summary.starred, summary.key, self.articles

        def shown() -> None:
            self.library.change([key], starred=on)
            self.foot.say(
                (_("starred: {title}") if on else _("no star any more: {title}")).format(title=_short(summary))
            )

        self.desk.shelf.do(lambda: articles.star([key], on=on), shown)

    def action_toggle_read(self) -> None:
        """Say that the article was read, or was not."""
        summary = self.meant()
        if summary is None:
            return
        on, key, articles = not summary.read, summary.key, self.articles
        self.desk.shelf.do(lambda: articles.mark_read([key], on=on), lambda: self.library.change([key], read=on))

    def action_read_all(self) -> None:
        """Say that all articles of the view were read."""
        keys, articles = list(self.library.keys), self.articles
        changed: list[int] = []

        def work() -> None:
            for at in range(0, len(keys), _SOME):
                changed.extend(each.key for each in articles.summaries(keys[at : at + _SOME]) if not each.read)
            articles.mark_read(changed)

        def shown() -> None:
            self.library.change(changed, read=True)
            said = _("marked as read: {count}").format(count=grouped_number(len(changed)))
            self._can_undo(said, lambda: articles.mark_read(changed, on=False), _("unread again"))

        self.desk.shelf.do(work, shown)

    # Tags

    def action_tags(self) -> None:
        """Ask for the tags of the article."""
        summary = self.meant()
        if summary is None:
            return
        articles, ident = self.articles, summary.id

        def ask(tags: tuple[str, ...]) -> None:
            self._tagging = summary.key
            self.ask(Asking.TAGS, _("tags, with commas between them"), ", ".join(tags))

        self.desk.shelf.ask(lambda: articles.get(ident).tags, ask)

    def _retag(self, text: str) -> None:
        key, self._tagging = self._tagging, None
        if key is None:
            return
        summary, articles = self.library.summary_of(key), self.articles
        tags = [tag for tag in (clean_line(part.strip().lstrip("#"), 60) for part in text.split(",")) if tag]
        before: list[str] = []

        def work() -> None:
            if summary is not None:
                before.extend(articles.get(summary.id).tags)
            articles.retag(key, tags)

        def shown() -> None:
            said = _("tags: {tags}").format(tags=", ".join(tags)) if tags else _("no tags any more")
            self._can_undo(said, lambda: articles.retag(key, before), _("the tags are as before"), key)

        self.desk.shelf.do(work, shown)

    # Deleting, and undoing

    def action_delete(self) -> None:
        """Delete the article under the cursor; it can be brought back."""
        summary = self.meant()
        if summary is None:
            return
        articles, ident = self.articles, summary.id

        def shown() -> None:
            said = _("deleted: {title}").format(title=_short(summary))
            again = _("back in the library: {title}").format(title=_short(summary))
            self._can_undo(said, lambda: articles.restore(ident), again, summary.key)
            self.desk.shelf.relist()

        self.desk.shelf.do(lambda: articles.remove(ident), shown)

    def _can_undo(self, said: str, undo: Callable[[], object], afterwards: str, key: int | None = None) -> None:
        self._done = [*self._done[-_MOST_UNDONE:], Undoable(undo, afterwards, key)]
        name, word = self.key_of("undo"), _("undo")
        self.foot.say(f"{said} · {name} {word}" if name else said)

    def action_undo(self) -> None:
        """Undo what was done last: in the library where that has the focus, else in the article."""
        if self.focused is not self.library:
            super().action_undo()
            return
        if not self._done:
            self.foot.say(_("nothing to undo in the library"))
            return
        done = self._done.pop()

        def shown() -> None:
            self.foot.say(done.said)
            self.desk.shelf.relist(then=lambda: self._to(done.key))

        self.desk.shelf.do(done.undo, shown)

    def _to(self, key: int | None) -> None:
        number = self.library.position_of(key)
        if number is not None:
            self.library.go_to(number)

    def key_of(self, name: str) -> str:
        """The key of a command, as it is shown; "" where it has none."""
        keys = keys_of(BY_ID[name], self.keymap)
        return shown_key(keys[0]) if keys else ""


def _short(summary: Summary) -> str:
    return clean_line(summary.title, _TITLE)
