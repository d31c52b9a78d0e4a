"""The card of the word that is looked at, away from the sentence that it stands in."""

from __future__ import annotations

import asyncio
import dataclasses
from typing import TYPE_CHECKING

from articles.model import Span
from reader.i18n import _
from reader.tui.commands import BY_ID, keys_of, shown_key
from reader.tui.page.layout import Voice
from reader.tui.page.walking import Walk, Word
from reader.tui.screens.marking import Marking
from reader.tui.word_desk import WordDesk

if TYPE_CHECKING:  # imported where the first word is looked at
    from reader.dictionary.model import Lookup
    from reader.translation.alignment.model import Alignment
    from reader.tui.services import Services
    from reader.tui.widgets.wordcard import WordCard
    from reader.tui.wordcard import Seen
    from reader.vocabulary.model import SavedWord
    from reader.vocabulary.store import Vocabulary


class Carding(Marking):
    """What has to do with the card of a word; mixed into the reading screen."""

    _services: Services
    _card: WordCard | None = None
    _seen: Seen | None = None
    _at: tuple[str, Span] | None = None
    """The sentence and the word in it that the card is about."""

    _word_desk: WordDesk | None = None

    @property
    def word_desk(self) -> WordDesk:
        """Looks words up and keeps them."""
        if self._word_desk is None:
            self._word_desk = WordDesk(
                self._services, asyncio.get_running_loop(), lambda problem: self.foot.say(str(problem))
            )
        return self._word_desk

    def on_unmount(self) -> None:
        """The end: what is being saved is waited for."""
        if self._word_desk is not None:
            self._word_desk.close()

    # The card

    def _show(self, word: Word, alignment: Alignment | None, otherwise: str) -> None:
        super()._show(word, alignment, otherwise)
        page, lit = self.text.page, self.text.lit
        assert page is not None
        from reader.tui.screens.wordwise import named

        walk = Walk(page)
        source, target = walk.text(word.cursor, Voice.ORIGINAL), walk.text(word.cursor, Voice.ENGLISH)
        spans = (lit.word,) if lit is not None and lit.word is not None else ()
        others = lit.others if lit is not None else ()
        here, there = (spans, others) if word.voice is Voice.ORIGINAL else (others, spans)
        if not here:
            self._hide_card()
            return
        known = page.english.of(source)
        by = (known.engine or known.origin.value) if known is not None else ""
        self._look_up(source, here[0], named(target, there) if there else "", by)

    def _look_up(self, sentence: str, at: Span, became: str, by: str) -> None:
        from reader.tui.wordcard import Seen

        place = sentence, at
        before = self._seen if self._at == place else None
        self._at = place
        if before is not None:  # its English came in meanwhile
            self._tell(dataclasses.replace(before, became=became, by=by))
            return
        self._tell(Seen(at.of(sentence), None, self.word_desk.looks_up, became, by))

        def told(lookup: Lookup | None) -> None:
            if self._at != place or self._seen is None:
                return  # another word is looked at
            seen = self._seen
            self._tell(Seen(seen.form, lookup, False, seen.became, seen.by))
            self._find_saved(place)

        self.word_desk.look_up(sentence, at, told)

    def _find_saved(self, place: tuple[str, Span]) -> None:
        assert self._seen is not None
        from reader.vocabulary.saving import new_word

        word, lookup = new_word(self._seen.form, self._seen.lookup), self._seen.lookup

        def work(words: Vocabulary) -> tuple[SavedWord | None, Lookup | None]:
            from reader.vocabulary.saving import as_form_of

            for lemma in lookup.lemmas[1:] if lookup is not None else ():  # it was chosen here, before all others
                saved = next((each for each in words.named(lemma) if _holds(each, place)), None)
                if saved is not None and lookup is not None:
                    return saved, as_form_of(lookup, lemma)
            return words.find(word.lemma, word.part), None

        def done(found: tuple[SavedWord | None, Lookup | None]) -> None:
            if found[1] is not None:
                self._is_form_of(place, found[1])
            self._saved_is(place, found[0])

        self.word_desk.ask(work, done)

    def _is_form_of(self, place: tuple[str, Span], lookup: Lookup) -> None:
        self.word_desk.choose(place, lookup)
        if self._at == place and self._seen is not None:
            self._seen = dataclasses.replace(self._seen, lookup=lookup)

    def _choose_lemma(self, number: int | None) -> None:
        """The whole card was left; with a number the reader said which lemma the word is a form of."""
        seen, place = self._seen, self._at
        if number is None or seen is None or place is None or seen.lookup is None:
            return
        lookup, lemma = seen.lookup, seen.lookup.lemmas[number]

        def work(_words: Vocabulary) -> Lookup:
            from reader.vocabulary.saving import as_form_of

            return as_form_of(lookup, lemma)

        def done(chosen: Lookup) -> None:
            self._is_form_of(place, chosen)
            if self._at == place:
                self._find_saved(place)

        self.word_desk.ask(work, done)

    def _saved_is(self, place: tuple[str, Span], saved: SavedWord | None) -> None:
        """The word of a place is saved like this; shown where it is still looked at."""
        if self._at == place and self._seen is not None:
            self._tell(dataclasses.replace(self._seen, saved=saved))

    def _tell(self, seen: Seen) -> None:
        """Show the card, away from the sentence that is read."""
        self._seen = seen
        page = self.text.page
        if page is None or self._word is None:
            return
        from reader.tui.widgets.wordcard import MOST, WordCard
        from reader.tui.wordcard import few_lines, heading, state

        if self._card is None:
            self._card = WordCard()
            self.mount(self._card)
        card, region = self._card, self.text.content_region
        inside = max(8, region.width - 4)
        card.show(heading(seen), state(seen), few_lines(seen, inside, MOST), self._card_keys(seen))
        height = card.place(region, *self._rows_read())
        if height < MOST:
            card.show(heading(seen), state(seen), few_lines(seen, inside, height), self._card_keys(seen))

    def _rows_read(self) -> tuple[int, int]:
        """The rows of the text on which the sentence stands, and what is unfolded under it."""
        page = self.text.page
        assert page is not None
        cursor, rows = page.cursor, page.window.rows()
        laid = page.block(cursor.block)
        found = [
            y
            for y, spot in enumerate(rows)
            if spot is not None and spot[0] == cursor.block
            for piece in laid.rows[spot[1]].pieces
            if piece.voice is not Voice.FURNITURE
            and laid.sentence_of(piece) <= cursor.sentence <= laid.sentence_of(piece, max(0, len(piece.text) - 1))
        ]
        return (found[0], found[-1]) if found else (0, 0)

    def _card_keys(self, seen: Seen) -> str:
        keys = {name: keys_of(BY_ID[name], self.keymap) for name in ("save_word", "whole_card")}
        said = {
            "save_word": _("saves it") if seen.saved is None else _("on from {status}"),
            "whole_card": _("all of it"),
        }
        if seen.saved is not None:
            from reader.vocabulary.telling import status_name

            said["save_word"] = said["save_word"].format(status=status_name(seen.saved.status))
        return " · ".join(f"{shown_key(found[0])} {said[name]}" for name, found in keys.items() if found)

    def _hide_card(self) -> None:
        self._at = self._seen = None
        if self._card is not None:
            self._card.display = False
        if self._word_desk is not None:
            self._word_desk.forget()

    def leave_words(self) -> bool:
        """Look at no word any more; its card goes."""
        self._hide_card()
        return super().leave_words()

    def words_moved(self) -> None:
        """The text moved under the word that is looked at: its card stays away from it."""
        super().words_moved()
        if self._word is not None and self._seen is not None and self._card is not None and self._card.display:
            self._tell(self._seen)

    def action_whole_card(self) -> None:
        """Show all that is known of the word."""
        page, seen, at = self.text.page, self._seen, self._at
        if page is None or seen is None or at is None:
            return
        from reader.tui.screens.wordcard import WordScreen

        known = page.english.of(at[0])
        english = known.target if known is not None else ""
        self.app.push_screen(WordScreen(seen, at[0], at[1], english), self._choose_lemma)


def _holds(saved: SavedWord, place: tuple[str, Span]) -> bool:
    """Whether a word was saved at this very place of its sentence."""
    return any((each.sentence, each.span) == place for each in saved.contexts)
