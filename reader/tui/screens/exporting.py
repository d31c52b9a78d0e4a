"""Exporting from the reading screen: asking what, going on beside it, and saying where it went."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articles.cleaning import clean_line
from reader.i18n import _, ngettext
from reader.tui.screens.dating import Dating

if TYPE_CHECKING:  # imported where the first article is exported
    from reader.tui.export_desk import ExportDesk, Wish
    from reader.tui.screens.export import ExportScreen, What
    from reader.tui.services import Services

_TITLE = 60
"""Characters of a title in a row."""


class Exporting(Dating):
    """What has to do with exporting; mixed into the reading screen."""

    _services: Services
    export_text = ""
    """How far an export is."""

    def __init__(self, keymap: dict[str, str]) -> None:
        super().__init__(keymap)
        self._export_desk: ExportDesk | None = None
        self._exported_as: dict[str, Any] = {}
        """What was chosen the last time."""

    def on_unmount(self) -> None:
        """The end: what is being exported is called off."""
        if self._export_desk is not None:
            self._export_desk.close()

    def close_something(self) -> bool:
        """What is open is closed first; where nothing is, an export is called off."""
        if super().close_something():
            return True
        going = self._export_desk is not None and self._export_desk.exporting
        if going:
            self.call_off_export()
        return going

    def call_off_export(self) -> None:
        """End the export that is going on."""
        if self._export_desk is not None:
            self._export_desk.call_off()

    def action_export(self) -> None:
        """Ask what is to be exported; while something is, call it off."""
        if self._export_desk is not None and self._export_desk.exporting:
            self.call_off_export()
            return
        if self.desk.helpers is None:
            self.foot.say(_("not ready yet; in a moment"))
            return
        whats = self._whats()
        if not whats:
            self.foot.say(_("there is nothing to export"))
            return
        from reader.tui.export_desk import ExportDesk
        from reader.tui.screens.export import ExportScreen

        if self._export_desk is None:
            self._export_desk = ExportDesk(self._services, asyncio.get_running_loop(), self._export_far)
        at = len(whats) - 1 if self.focused is self.library else 0
        screen = ExportScreen(whats, self._exported_as, at)
        self.app.push_screen(screen, lambda wish: self._wished(screen, wish))
        self._export_desk.folder(screen.take_folder, lambda problem: screen.take_folder(str(problem)))

    def _whats(self) -> list[What]:
        from reader.tui.screens.export import What

        found = []
        if self.text.page is not None:
            article = self.text.page.document.article
            title = clean_line(article.title, _TITLE)
            found.append(What(_("this article: {title}").format(title=title), (article.id,), article.title))
        library = self.library
        if count := len(library.keys):
            name = library.query_text or self.desk.shelf.listing.view.name
            many = ngettext("{count} article", "{count} articles", count).format(count=count)
            said = _("the search {name}: {many}") if library.query_text else _("the list {name}: {many}")
            found.append(What(said.format(name=clean_line(name, _TITLE), many=many), tuple(library.keys), name))
        return found

    def _wished(self, screen: ExportScreen, wish: Wish | None) -> None:
        self._exported_as = screen.chosen()
        if wish is not None:
            self._export(wish)

    def _export(self, wish: Wish, *, force: bool = False) -> None:
        desk, helpers = self._export_desk, self.desk.helpers
        if desk is not None and helpers is not None and not desk.exporting:
            desk.export(wish, helpers, self.foot.say, lambda path: self._file_there(wish, path), force=force)

    def _file_there(self, wish: Wish, path: Path) -> None:
        from reader.tui.screens.asking import AskScreen, Option

        options = [Option("r", _("replace it"), True), Option("n", _("leave it; nothing is exported"), False)]
        question = _("There is a file {name} already").format(name=path.name)

        def answered(replace: bool | None) -> None:
            if replace:
                self._export(wish, force=True)
            else:
                self.foot.say(_("not exported: the file that was there stays"))

        self.app.push_screen(AskScreen[bool](question, options), answered)

    def _export_far(self, said: str) -> None:
        self.export_text = said
        self.tell_place()
