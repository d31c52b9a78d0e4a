"""Saving the word that is looked at, going on to its next status, and undoing that."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

from articles.model import Span
from reader.i18n import _
from reader.tui.screens.carding import Carding

if TYPE_CHECKING:  # imported where the first word is saved
    from reader.dictionary.model import Lookup
    from reader.vocabulary.model import Context, NewWord, SavedWord, Status, Step
    from reader.vocabulary.store import Vocabulary

_UNDONE = 100
"""Changes of saved words that can be undone."""


class Learning(Carding):
    """What has to do with saving words; mixed into the reading screen."""

    def __init__(self, keymap: dict[str, str]) -> None:
        super().__init__(keymap)
        self._word_changes: list[tuple[SavedWord, bool]] = []
        """Saved words as they were before each change, and whether they were saved then."""

    # Saving

    def action_save_word(self, alone: bool = False) -> None:
        """Save the word or the expression it is part of, or go on to its next status; ``alone`` for the word alone."""
        seen, at = self._seen, self._at
        if self.text.page is None or seen is None or at is None or self._word is None:
            return
        became = seen.became
        about = self._stands_in(at[0], at[1])  # as the page is now: the word may be left before it is looked up
        if seen.waiting:
            self.word_desk.look_up_surely(*at, lambda lookup: self._save_found(at, about, lookup, became, alone=alone))
        else:
            self._save_found(at, about, seen.lookup, became, alone=alone)

    def _save_found(
        self, place: tuple[str, Span], about: Context, lookup: Lookup | None, became: str, *, alone: bool
    ) -> None:
        from reader.vocabulary.saving import new_word

        if lookup is not None and lookup.expression:
            if not alone:
                about, became = dataclasses.replace(about, span=lookup.span), ""
            else:
                lookup = lookup.word or lookup
        self._save(new_word(about.form, lookup, became), about, place)

    def _stands_in(self, sentence: str, span: Span) -> Context:
        from reader.vocabulary.model import Context

        page = self.text.page
        assert page is not None
        article, known = page.document.article, page.english.of(sentence)
        return Context(
            sentence,
            span,
            known.target if known is not None else "",
            known.origin.value if known is not None else "",
            article.id,
            page.offset(),
            article.title,
            article.source or "",
            article.published.isoformat() if article.published is not None else "",
        )

    def _save(self, word: NewWord, context: Context, place: tuple[str, Span]) -> None:
        def work(words: Vocabulary) -> tuple[SavedWord | None, SavedWord, Step]:
            before = words.find(word.lemma, word.part)
            return before, *words.save(word, context)

        def done(kept: tuple[SavedWord | None, SavedWord, Step]) -> None:
            from reader.vocabulary.model import Step
            from reader.vocabulary.telling import status_name

            before, saved, step = kept
            self._word_was(before or saved, there=before is not None)
            told = {
                Step.SAVED: _("saved: {word} · {status}"),
                Step.MET_AGAIN: _("this sentence is kept with it: {word} · {status}"),
                Step.ON: "{word} · {status}",
            }[step]
            self.foot.say(told.format(word=saved.lemma, status=status_name(saved.status)))
            self._saved_is(place, saved)
            self.vocabulary_changed()

        self.word_desk.ask(work, done)

    def action_forget_word(self) -> None:
        """Have the word saved no more."""
        self._change(lambda words, saved: words.remove(saved.number), _("not saved any more: {word}"), gone=True)

    def action_ignore_word(self) -> None:
        """Have the word counted as known, and never asked for."""
        from reader.vocabulary.model import Status

        if self._seen is not None and self._seen.saved is None:
            self.action_save_word()
            self._ignore_next()
            return
        self._set_status(Status.IGNORED)

    def _ignore_next(self) -> None:
        from reader.vocabulary.model import Status

        # Behind what saves it, on the same thread: it is there then.
        self.word_desk.ask(lambda words: None, lambda _nothing: self._set_status(Status.IGNORED))

    def _set_status(self, status: Status) -> None:
        from reader.vocabulary.telling import status_name

        said = "{word} · " + status_name(status)
        self._change(lambda words, saved: words.set_status(saved.number, status), said)

    def _change(
        self, work: Callable[[Vocabulary, SavedWord], SavedWord | None], said: str, *, gone: bool = False
    ) -> None:
        """Change the saved word that is looked at."""
        seen, place = self._seen, self._at
        if seen is None or place is None or self._word is None:
            return
        saved = seen.saved
        if saved is None:
            self.foot.say(_("this word is not saved"))
            return

        def done(after: SavedWord | None) -> None:
            if after is not None:
                self._word_was(saved, there=True)
                self.foot.say(said.format(word=saved.lemma))
            self._saved_is(place, None if gone else after)
            self.vocabulary_changed()

        self.word_desk.ask(lambda words: work(words, saved), done)

    # Undoing

    def _word_was(self, word: SavedWord, *, there: bool) -> None:
        self._word_changes = [*self._word_changes[-_UNDONE:], (word, there)]

    def action_undo_word(self) -> None:
        """Undo the last change of a saved word; where there is none, the last edit or correction."""
        if not self._word_changes:
            self.call_later(self.run_action, "undo")
            return
        word, there = self._word_changes.pop()

        def work(words: Vocabulary) -> SavedWord | None:
            if there:
                return words.put_back(word)
            words.remove(word.number)
            return None

        def done(_after: SavedWord | None) -> None:
            self.foot.say(_("undone: {word}").format(word=word.lemma))
            if self._at is not None:
                self._find_saved(self._at)
            self.vocabulary_changed()

        self.word_desk.ask(work, done)

    def action_saved_words(self) -> None:
        """List the saved words; the one chosen leads to its sentence, and ctrl+o back."""
        from reader.tui.screens.savedwords import SavedScreen

        def answered(context: Context | None) -> None:
            page = self.text.page
            if self._at is not None:
                self._find_saved(self._at)  # it may have been changed there
            self.vocabulary_changed()
            if context is None or page is None:
                return
            self.leave_trail()
            self.leave_words()
            self.close_panes()
            if context.article == page.document.article.id:
                page.go_to_offset(context.place)
                self.text.redraw()
            else:
                self.desk.visit(context.article, (context.place, 4))

        self.app.push_screen(SavedScreen(self.word_desk), answered)

    def vocabulary_changed(self) -> None:
        """The saved words are others than before."""

    def english_changed(self, blocks: set[int]) -> None:
        """English came in: what was saved without it gets it."""
        super().english_changed(blocks)
        page, at = self.text.page, self._at
        saved = self._seen.saved if self._seen is not None else None
        if page is None or at is None or saved is None:
            return
        known = page.english.of(at[0])
        if known is not None and any(each.sentence == at[0] and not each.english for each in saved.contexts):
            english, origin = known.target, known.origin.value
            self.word_desk.ask(lambda words: words.set_english(at[0], english, origin))
            self._find_saved(at)
