"""The reader's own English: editing a sentence, and undoing that as corrections of names are undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.model import Article
from reader.i18n import _
from reader.tui.commands import BY_ID, keys_of, shown_key
from reader.tui.page.english import State
from reader.tui.screens.wordwise import Wordwise

if TYPE_CHECKING:
    from reader.tui.edit_desk import Edited
    from reader.tui.screens.editor import EditScreen


class Editing(Wordwise):
    """What has to do with the reader's own English; mixed into the reading screen."""

    _editor: EditScreen | None = None
    _edits: str = ""
    """The sentence that is being edited."""

    def action_edit(self) -> None:
        """Edit the English of the sentence being read."""
        page = self.text.page
        if page is None:
            return
        source = page.document.segments(page.cursor.block)[page.cursor.sentence]
        if page.english.state(source) is State.SAME:
            self.foot.say(_("there is nothing to translate here"))
            return
        if not self.desk.edits.able:
            self.foot.say(_("edits cannot be kept yet: try again in a moment"))
            return
        article = page.document.article
        if page.english.missing([source]):
            self.desk.english.peek(page.cursor.block, [source])

        def open_editor(typed: str) -> None:
            from reader.tui.screens.editor import EditScreen

            if not isinstance(self.app.screen, EditScreen) and self.text.page is page:
                known = page.english.of(source)
                english = known.target if known is not None else ""
                self._edits = source
                self._editor = EditScreen(source, english, typed, lambda text: self._keep_typed(source, text))
                self.app.push_screen(self._editor, lambda given: self._given_english(source, given, article))

        self.desk.edits.typed(source, open_editor)

    def _keep_typed(self, source: str, text: str) -> None:
        self.desk.edits.keep_typed(source, text)

    def _given_english(self, source: str, given: str | None, article: Article) -> None:
        editor, self._editor = self._editor, None
        if given is not None:
            self.desk.edits.save(source, given, article, self._edited)
        elif editor is not None and editor.unsaved:
            key = self._key("edit")
            self.foot.say(_("not kept; {key} brings back what you typed").format(key=key))

    def english_changed(self, blocks: set[int]) -> None:
        """The English of these blocks came in or changed; that of the sentence being edited may be among it."""
        super().english_changed(blocks)
        page, editor = self.text.page, self._editor
        known = page.english.of(self._edits) if page is not None and editor is not None else None
        if editor is not None and known is not None:
            editor.offer(known.target)

    # Undoing, of names too

    def action_undo(self) -> None:
        """Undo what was done last in this article: the correction of a name, or the edit of a sentence."""
        page = self.text.page
        if page is not None:
            article = page.document.article
            self.desk.edits.undo(article, self.text.marks, self.corrected(article), self._edited)

    def action_redo(self) -> None:
        """Do again what was undone last in this article."""
        page = self.text.page
        if page is not None:
            article = page.document.article
            self.desk.edits.redo(article, self.text.marks, self.corrected(article), self._edited)

    def _edited(self, edited: Edited) -> None:
        """Show what an edit has made of a sentence, wherever it stands, and say how to undo it."""
        edit = edited.edit
        if edit is None:
            self.foot.say(_("nothing changed"))
            return
        self.desk.english.edited(edited.source, edited.translation)
        if edited.translation is None and self.text.page is not None:
            for block in self.text.page.showing({edited.source}):
                self.desk.english.peek(block, [edited.source])
        if edit.undone:
            said, other, word = _("undone: the English of a sentence"), "redo", _("again")
        elif edit.target:
            said, other, word = _("kept: your English, wherever this sentence occurs"), "undo", _("undo")
        else:
            said, other, word = _("your English was taken away"), "undo", _("undo")
        key = self._key(other)
        self.foot.say(f"{said} · {key} {word}" if key else said)

    def _key(self, name: str) -> str:
        keys = keys_of(BY_ID[name], self.keymap)
        return shown_key(keys[0]) if keys else ""
