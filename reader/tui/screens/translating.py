"""What has to do with English: switching it on, its layouts, peeking at a sentence, refining one."""

from __future__ import annotations

from textual import on

from reader.i18n import _
from reader.tui.page.hyphens import Hyphenate
from reader.tui.page.layout import Layout
from reader.tui.plain import is_plain
from reader.tui.screens.correcting import Correcting
from reader.tui.widgets.text import TextView

_ENGLISH = (Layout.ENGLISH, Layout.INTERLINEAR, Layout.SIDE_BY_SIDE)


class Translating(Correcting):
    """What has to do with English; mixed into the reading screen."""

    english_layout = Layout.ENGLISH
    """The layout in which English was last shown."""

    def tell_english(self) -> None:
        """Say who translated what is on the screen."""
        page = self.text.page
        if page is None or (page.layout is Layout.ORIGINAL and not page.peeked()):
            self.head.tell(english="")
            return
        first, last = self.text.visible_blocks()
        self.head.tell(english=page.english.said_of(range(first, last + 1)))

    def english_changed(self, blocks: set[int]) -> None:
        """The English of these blocks came in or changed."""
        if self.text.page is not None and self.text.page.renew(blocks):
            self.text.redraw(moved=is_plain(self))  # where it is told in words, told anew
            self.tell_english()

    def sentences_changed(self, sources: set[str]) -> None:
        """The English of these sentences changed, wherever they stand."""
        if self.text.page is not None:
            self.english_changed(set(self.text.page.showing(sources)))

    def action_toggle_english(self) -> None:
        """English on or off."""
        page = self.text.page
        if page is not None:
            self.foot.hush()  # the name of a layout that is shown no more
            self._set_layout(self.english_layout if page.layout is Layout.ORIGINAL else Layout.ORIGINAL)

    def action_next_layout(self) -> None:
        """The next way of showing English; English comes on if it was off."""
        page = self.text.page
        if page is None:
            return
        if page.layout is not Layout.ORIGINAL:
            choices = _ENGLISH[:2] if is_plain(self) else _ENGLISH  # two columns are not read one after the other
            self.english_layout = choices[(choices.index(self.english_layout) + 1) % len(choices)]
        self._set_layout(self.english_layout)
        names = {
            Layout.ENGLISH: _("English"),
            Layout.INTERLINEAR: _("English under each paragraph"),
            Layout.SIDE_BY_SIDE: _("side by side"),
        }
        self.foot.say(names[self.english_layout])

    def action_hyphenate(self) -> None:
        """Cut words in narrow columns, always, or never: the next of the three."""
        page = self.text.page
        if page is None:
            return
        choices = list(Hyphenate)
        chosen = choices[(choices.index(page.hyphenate) + 1) % len(choices)]
        page.set_hyphenate(chosen)
        self.text.redraw()
        self.desk.remember("hyphenate", chosen.value)
        said = {
            Hyphenate.AUTO: _("words are cut in narrow columns"),
            Hyphenate.ALWAYS: _("words are cut in all columns"),
            Hyphenate.NEVER: _("words are not cut"),
        }
        self.foot.say(said[chosen])

    def _set_layout(self, layout: Layout) -> None:
        self.text.set_layout(layout)
        self.desk.remember("layout", self.english_layout.value)
        if layout is not Layout.ORIGINAL:
            self.desk.english.translate(*self.text.visible_blocks())

    @on(TextView.PeekAsked)
    def _peek(self) -> None:
        page = self.text.page
        if page is None:
            return
        if page.layout in (Layout.INTERLINEAR, Layout.SIDE_BY_SIDE):
            self.foot.say(_("the English is there already"))
            return
        page.peek()
        self.text.redraw()
        sources = page.english.missing(page.document.segments(page.cursor.block))
        here = page.document.segments(page.cursor.block)[page.cursor.sentence]
        wanted = sources if page.peeked_whole() else [source for source in sources if source == here]
        if wanted and page.peeked():
            self.desk.english.peek(page.cursor.block, wanted)

    def action_refine(self) -> None:
        """Refine the sentence with the online engine."""
        page = self.text.page
        if page is None:
            return
        source = page.document.segments(page.cursor.block)[page.cursor.sentence]
        self.desk.english.refine(page.cursor.block, source)

    def action_choose_engine(self) -> None:
        """Choose another engine, until the reader leaves."""
        self.desk.english.choose_engine()

    def action_refine_article(self) -> None:
        """Refine the whole article with the online engine."""
        if self.text.page is not None:
            self.desk.english.refine_all()
