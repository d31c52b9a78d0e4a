"""Word by word: a cursor on a word, and what it became in the other language lit with it."""

from __future__ import annotations

import re

from textual import on

from articles.cleaning import clean_line, mask
from articles.model import Span
from reader.i18n import _
from reader.translation.alignment.model import Alignment
from reader.tui.commands import Scope
from reader.tui.page.layout import Layout, Voice
from reader.tui.page.walking import Lit, Walk, Word
from reader.tui.screens.doubting import Doubting
from reader.tui.widgets.text import TextView

_SAID = 40  # characters of the words that the bottom line names
_SMALL = re.compile(r"\s*\w{0,4}\s*")
"""What may stand between two words that belong together: "aperto de mãos"."""

_OTHER = {Voice.ORIGINAL: Voice.ENGLISH, Voice.ENGLISH: Voice.ORIGINAL}


class Wordwise(Doubting):
    """What has to do with words; mixed into the reading screen."""

    _word: Word | None = None
    """The word that is looked at; None while none is."""

    _layout = Layout.ORIGINAL
    """The layout in which it was last looked at."""

    @property
    def in_words(self) -> bool:
        """Whether words are looked at, and keys go to them."""
        return self._word is not None and self.focused is self.text

    def text_scope(self) -> Scope:
        """While words are looked at, keys of the text go to them."""
        return Scope.TEXT if self._word is None else Scope.WORDS

    # In and out

    def action_words(self) -> None:
        """Look at words, or no more."""
        page = self.text.page
        if page is None or self.leave_words():
            return
        self.close_panes()
        voice = Voice.ENGLISH if page.layout is Layout.ENGLISH else Voice.ORIGINAL
        walk, here = Walk(page), page.cursor
        named = self.text.marks.current_span
        sentence = self.here()
        if voice is Voice.ORIGINAL and named is not None and sentence.contains(named.start):
            self._look_at(walk.at_offset(here, voice, named.start - sentence.start))
        else:
            self._look_at(walk.first(here, voice))
        self.foot.hush()
        self._tell_scope()

    def leave_words(self) -> bool:
        """Look at no word any more; whether one was looked at."""
        if self._word is None:
            return False
        self._word = self.text.lit = None
        self.desk.english.align_no_more()
        self.foot.tell(standing="")
        self._tell_scope()
        if self.text.page is not None:
            self.text.page.lend(None)
            self.text.redraw()
        return True

    def _tell_scope(self) -> None:
        if self.focused is self.text:
            self.foot.tell(scope=self.text_scope())

    def close_something(self) -> bool:
        """Words are left before anything else is closed, where the keys go to them."""
        return (self.in_words and self.leave_words()) or super().close_something()

    # From one word to another

    def action_word(self, by: int) -> None:
        """The next or previous word."""
        if self._word is not None and self.text.page is not None:
            self._look_at(Walk(self.text.page).step(self._word, by))

    def action_word_row(self, by: int) -> None:
        """The word on the line below or above; past what is unfolded the next or previous sentence."""
        word, page = self._word, self.text.page
        if word is None or page is None:
            return
        walk = Walk(page)
        there = walk.row(word, by)
        if there is None:
            last = len(walk.words(word.cursor, word.voice)) - 1
            there = walk.step(Word(word.cursor, word.voice, max(0, last) if by > 0 else 0), by)
        self._look_at(there)

    def action_other_side(self) -> None:
        """To the words of the other language: the first of those that are lit, else about as far in the sentence."""
        word, page = self._word, self.text.page
        if word is None or page is None:
            return
        walk, voice, lit = Walk(page), _OTHER[word.voice], self.text.lit
        if lit is not None and lit.others:
            self._look_at(walk.at_offset(word.cursor, voice, lit.others[0].start))
            return
        here, there = (len(walk.words(word.cursor, each)) for each in (word.voice, voice))
        self._look_at(Word(word.cursor, voice, word.number * there // max(1, here)))

    @on(TextView.Pointed)
    def _pointed(self, event: TextView.Pointed) -> None:
        if self._word is not None:
            self._look_at(event.word)

    def _look_at(self, word: Word | None) -> None:
        page = self.text.page
        if page is None or word is None:
            return
        self._word, self._layout = word, page.layout
        Walk(page).go(word)
        self._light()
        self.text.redraw()

    # What is lit

    def words_moved(self) -> None:
        """The reading cursor moved otherwise, or the layout changed: the word follows, and moves nothing itself."""
        word, page = self._word, self.text.page
        if word is None or page is None:
            return
        walk, layout = Walk(page), self._layout
        self._layout = page.layout
        if word.cursor != page.cursor:
            self._word = walk.first_seen(page.cursor, word.voice)
            walk.unfold(self._word)
            self._light()
        elif layout is not page.layout:
            walk.unfold(word)
        else:
            return
        self.text.redraw(moved=False)

    def english_changed(self, blocks: set[int]) -> None:
        """The English of these blocks came in or changed; what is lit in it, too."""
        super().english_changed(blocks)
        if self._word is not None and self._word.cursor.block in blocks:
            self._light()
            self.text.redraw(moved=False)

    def _light(self) -> None:
        """Light the word, and what it became as soon as that is known."""
        word, page = self._word, self.text.page
        assert word is not None
        assert page is not None
        walk = Walk(page)
        source = walk.text(word.cursor, Voice.ORIGINAL)
        target = walk.text(word.cursor, Voice.ENGLISH)
        self._show(word, None, _("no English yet") if not target else "…")
        if not target:
            sources = page.english.missing([source])
            if sources:
                self.desk.english.peek(word.cursor.block, sources)
            elif (failure := page.english.failure(source)) is not None:
                self._show(word, None, failure)
            return

        def told(alignment: Alignment | None) -> None:
            if self._word == word and self.text.page is page:
                self._show(word, alignment, _("no alignment"))
                self.text.redraw(moved=False)

        self.desk.english.align(source, target, told)

    def _show(self, word: Word, alignment: Alignment | None, otherwise: str) -> None:
        """Light a word and what it became, and name both in the bottom line."""
        assert self.text.page is not None
        walk = Walk(self.text.page)
        span = walk.span(word)
        others: tuple[Span, ...] = ()
        if alignment is not None and span is not None:
            others = alignment.targets(span) if word.voice is Voice.ORIGINAL else alignment.sources(span)
        self.text.lit = Lit(word.cursor, word.voice, span, others)
        here, there = walk.text(word.cursor, word.voice), walk.text(word.cursor, _OTHER[word.voice])
        arrow = "→" if word.voice is Voice.ORIGINAL else "←"
        if alignment is not None:
            otherwise = _("no word of its own")
        said = named(there, others) if others else f"({otherwise})" if otherwise != "…" else "…"
        guessed = alignment is not None and alignment.made_by == "lexical" and bool(others)
        parts = [f"{named(here, (span,)) if span is not None else '–'} {arrow} {said}"]
        self.foot.tell(standing=" · ".join([*parts, *([_("guessed")] if guessed else [])]))


def named(text: str, spans: tuple[Span, ...]) -> str:
    """Some words of a text, those that stand together with what is between them."""
    said = ""
    end = -1
    for span in spans:
        gap = text[end : span.start] if end >= 0 else ""
        said += (gap if _SMALL.fullmatch(gap) else " … ") + span.of(text) if end >= 0 else span.of(text)
        end = span.end
    return clean_line(mask(said), _SAID)
