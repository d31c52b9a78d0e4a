"""The reading screen: library, text and names side by side, and what each command does."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from reader.i18n import _
from reader.tui.commands import BY_ID, Scope, bindings, commands
from reader.tui.desk import Desk
from reader.tui.geometry import WIDE
from reader.tui.keymap import conflicts
from reader.tui.listing.conditions import what_is_wrong
from reader.tui.opened import HINTED, MEASURES, Look, Opened
from reader.tui.page.layout import Layout
from reader.tui.plain import is_plain, told
from reader.tui.screens.exporting import Exporting
from reader.tui.screens.selecting import SELECTING
from reader.tui.services import Services
from reader.tui.shelf_desk import LOOK_AFTER
from reader.tui.widgets.library import LibraryPane
from reader.tui.widgets.prompt import Asking, Prompt
from reader.tui.widgets.rows import RowList
from reader.tui.widgets.text import TextView

if TYPE_CHECKING:
    from articles.repository import ArticleRepository

_WORDS = {command.action.partition("(")[0] for command in commands(Scope.WORDS)}


class ReadingScreen(Exporting):
    """The one screen of the reader. Attributes go down to the widgets, messages come up from them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Scope.SELECT),
        *bindings(Scope.WORDS),
        *bindings(Scope.SCREEN),
    ]

    def __init__(self, services: Services, opening: Opened | None, look: Look, keymap: dict[str, str]) -> None:
        super().__init__(keymap)
        self._services = services
        self._opening = opening
        self._keymap = keymap
        side = services.config.plain and look.layout is Layout.SIDE_BY_SIDE
        self.english_layout = Layout.ENGLISH if side else look.layout
        self._measure = look.measure
        self._going: int | None = None  # the key of the article that was asked for and is on its way
        self.names_on = look.names
        self._first = look.first
        self.underlining = look.underlining
        self.desk: Desk

    def on_mount(self) -> None:
        """Show what was prepared, then ask for the rest."""
        self.text.measure = self._measure
        self.set_focus(self.text)
        self.desk = Desk(self._services, self)
        if self._opening is not None:
            self.show_article(self._opening)
        else:
            self.head.tell(title=_("No articles: press o to open a file"))
        self.show_panes()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """After the first picture: all that it did not need."""
        gc.enable()
        gc.freeze()  # what was made for starting stays for good: it need not be looked through again
        if not self.is_attached:
            return  # left before it began
        self.desk.start()
        self.set_interval(LOOK_AFTER, self.desk.shelf.look)
        self.make_prompt()
        config = self._services.config
        self.begin_following(0 if config.offline else config.feeds.refresh_minutes)
        wrong = [*conflicts(self._keymap), *self._wrong_theme()]
        if wrong:
            more = _("(and {count} more: reader config)").format(count=len(wrong) - 1) if len(wrong) > 1 else ""
            self.foot.say(f"config.toml: {wrong[0]} {more}".rstrip())
        if self._first:
            from reader.tui.widgets.hint import Hint

            self.mount(Hint(self._keymap))
            self.desk.remember(HINTED, True)

    def leave_hint(self) -> None:
        """A key was pressed: the hint of the first launch has done its work."""
        if self._first:
            self._first = False
            self.query("#hint").remove()

    def _wrong_theme(self) -> list[str]:
        wanted = self._services.config.theme
        if not wanted or wanted in self.app.available_themes:
            return []
        names = ", ".join(sorted(self.app.available_themes))
        return [_("there is no theme {name}; there are: {names}").format(name=repr(wanted), names=names)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is being asked, letters are text; words are gone through while they are looked at."""
        if action in SELECTING:
            return self.selecting and not self.asks()
        return not self.asks() and (action not in _WORDS or self.in_words)

    def on_unmount(self) -> None:
        """The end: where the reader was is kept."""
        self.keep_place()
        self.see()
        self.desk.remember("names", self.names_on)
        self.desk.close()

    @on(LibraryPane.Needed)
    def _needed(self, event: LibraryPane.Needed) -> None:
        self.desk.shelf.fetch(event.keys)

    # The article on the screen

    def show_article(self, opened: Opened) -> None:
        """Show another article from where the reader was in it."""
        if self.text.page is not None:
            self.keep_place()
            self.leave_words()
            self.leave_selection()
            opened.page.layout = self.text.page.layout
            opened.page.hyphenate = self.text.page.hyphenate
        if opened.key == self._going:
            self._going = None
        self.begin_marking(opened.page)
        self.text.show(opened.page, opened.offset, opened.row)
        self.forget_matches()
        self.give_up_correcting()
        self.names.wait()
        self.library.mark_open(opened.key)
        self.head.tell(title=opened.article.title, particulars="", english="", versions="")
        self.desk.opened(opened)
        self.begin_seeing(opened)
        self.trail_arrived(opened.article)
        self.tell_english()
        if opened.page.layout is not Layout.ORIGINAL:
            self.desk.english.translate(*self.text.visible_blocks())

    def keep_place(self) -> None:
        """Have the place in the article kept."""
        page = self.text.page
        if page is not None and self.text.ready:
            self.desk.keep_place(page.document.article.id, *page.place())

    @on(TextView.Moved)
    def _text_moved(self) -> None:
        page = self.text.page
        if page is None or not self.text.ready:
            return
        first, last = self.text.visible_blocks()
        self.see()
        self.desk.focus(first, last)
        self.desk.keep_place_soon()
        self.words_moved()
        self.tell_place()
        self.tell_english()

    def tell_place(self) -> None:
        """Say where in the article the cursor is, and how far the English has come."""
        page = self.text.page
        if page is None:
            self.foot.tell(place=self.export_text or self.feeds_text)
            return
        seen = page.seen()[1]
        self.head.tell_share(seen)
        plain = is_plain(self)
        parts = (
            [told(page)]
            if plain
            else [f"{round(100 * seen)}%", f"¶ {max(1, page.cursor.block)}/{len(page.document) - 1}"]
        )
        if self.size.width >= WIDE and self.head.particulars and not plain:
            from reader.tui.telling import left_text  # Babel: not before the first picture

            parts.append(left_text(round((1.0 - seen) * len(page.document.article.body))))
        if self.desk.progress is not None:
            parts.insert(0, _("translating {share}%").format(share=round(100 * self.desk.progress)))
        if self.desk.english.online:
            parts.insert(0, self.desk.english.online)
        if self.finding_text:
            parts.insert(0, self.finding_text)
        if said := self.mention_text():
            parts.insert(0, said)
        if note := self.note_here():
            parts.insert(0, f"* {note}")
        parts[:0] = [self.export_text, self.feeds_text]
        self.foot.tell(place=(", " if plain else "  ").join(filter(None, parts)))

    # Moving

    def action_sentence(self, by: int) -> None:
        """Move the cursor by sentences."""
        if self.text.page is not None:
            self.text.page.move_sentence(by)
            self.text.redraw()

    def action_paragraph(self, by: int) -> None:
        """Move the cursor by paragraphs."""
        if self.text.page is not None:
            self.text.page.move_paragraph(by)
            self.text.redraw()

    def action_article(self, by: int) -> None:
        """Open the next or previous article of the list."""
        # From the article on its way, if one is: of keys typed quickly each leads one further.
        here = self.library.position_of(self.library.open_key if self._going is None else self._going)
        there = 0 if here is None else here + by
        if not 0 <= there < len(self.library.keys):
            self.foot.say(_("no more articles that way"))
            return
        self.library.go_to(there)
        self.open_row(there)

    def open_row(self, number: int) -> None:
        """Open an article by its number in the library's list."""
        self.leave_trail()
        self._going = self.library.keys[number]
        self.desk.open_article(self._going)

    @property
    def articles(self) -> ArticleRepository:
        """The library's articles."""
        return self._services.articles

    def arrived(self) -> None:
        """No article is on its way any more."""
        self._going = None

    # The rest

    def action_measure(self, by: int) -> None:
        """Narrower or wider text; 0 for the default."""
        # Narrower than what is seen, which is less than the measure where there is no room for it.
        seen = min(self._measure, self.text.shown_measure) if by < 0 else self._measure
        self._measure = seen + by if by else self._services.config.measure
        self._measure = min(max(self._measure, MEASURES[0]), MEASURES[-1])
        self.text.set_measure(self._measure)
        self.desk.remember("measure", self._measure)
        self.foot.say(_("{cells} columns").format(cells=self._measure))

    def action_help(self) -> None:
        """Show the help page."""
        from reader.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._keymap))

    def action_close(self) -> None:
        """Close what is open: a pane, a search, a peek, the choice of a name."""
        self.close_something()

    def action_close_or_quit(self) -> None:
        """Close what is open, or quit."""
        if not self.close_something():
            self.app.exit()

    async def action_run_command(self, name: str) -> None:
        """Carry out a command by its id, where it belongs."""
        command = BY_ID[name]
        if command.scope is Scope.LIST:
            rows = self.focused if isinstance(self.focused, RowList) else self.library
            await self.app.run_action(command.action, rows)
        elif command.scope is Scope.SELECT:
            if not self.selecting:
                self.action_select()
            await self.app.run_action(command.action, self)
        elif command.scope is Scope.WORDS:
            if not self.in_words:
                self.action_words()
            await self.app.run_action(command.action, self)
        elif command.scope in (Scope.NAMES, Scope.SHELF):
            await self.app.run_action(command.action, self.names if command.scope is Scope.NAMES else self.library)
        else:
            where = {Scope.TEXT: self.text, Scope.SCREEN: self, Scope.APP: self.app}[command.scope]
            await self.app.run_action(command.action, where)

    @on(Prompt.Given)
    def _given(self, event: Prompt.Given) -> None:
        if event.asking is Asking.SEARCH and (wrong := what_is_wrong(event.text)) is not None:
            self.desk.shelf.give_up_search()
            self.query_wrong(wrong)  # the line stays, to be put right
            if wrong.at is not None:
                self.prompt.cursor_position = wrong.at
            return
        self.shut_prompt()
        if event.asking is Asking.FIND:
            self.found_enough()
