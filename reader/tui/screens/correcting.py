"""Putting names right: renaming, merging, splitting, another kind, hiding, adding; undone and done again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from articles.errors import Problem
from articles.model import Article
from reader.entities.model import Entity, Kind
from reader.i18n import _
from reader.tui.commands import BY_ID, keys_of, shown_key
from reader.tui.page.marks import Marks
from reader.tui.screens.wandering import Wandering
from reader.tui.widgets.facts import kind_name
from reader.tui.widgets.labels import SIGNS, headings, name_of
from reader.tui.widgets.prompt import Asking, Prompt

if TYPE_CHECKING:  # needed when something is put right, not before
    from reader.entities.corrections.model import Correction, Scope
    from reader.entities.corrections.store import Entry

_NAME = 40  # characters of a name in a question
_BETWEEN = " · "
"""Between a name and its English where both are asked for, as the pane shows them."""


class Correcting(Wandering):
    """What has to do with corrections; mixed into the reading screen."""

    _about: Entity | None = None
    """The entity that is being put right, while something is asked about it."""

    def give_up_correcting(self) -> None:
        """Another article comes on the screen: what was asked about a name of this one is not asked any more."""
        self._about = None
        self.reopening = False
        self.give_up_merging()

    # Which entity, and for what it holds

    def meant_name(self) -> Entity | None:
        """The entity under the cursor of the pane, else the chosen one."""
        marks = self.text.marks
        under = self.names.entity_at(self.names.cursor)
        in_list = self.focused is self.names and not self.reopening
        number = under if in_list or marks.chosen is None else marks.chosen
        if number is None or number >= len(marks.entities):
            self.foot.say(_("choose a name first: 3, then Enter"))
            return None
        return marks.entities[number]

    @property
    def _article(self) -> Article:
        assert self.text.page is not None  # there are no names without one
        return self.text.page.document.article

    def action_correct(self, what: str) -> None:
        """Put the name right that is meant: "rename", "merge", "split", "retype" or "hide"."""
        if self.text.page is None:
            return
        entity = self.meant_name()
        if entity is not None:
            self._about = entity
            {
                "rename": self._ask_name,
                "merge": self._ask_other,
                "split": self._split,
                "retype": self._ask_kind,
                "hide": self._hide,
            }[what](entity)

    def _for_scope(self, question: str, make: Callable[[Scope, str | None], Correction]) -> None:
        """Ask whether a correction is to hold here or in the whole library, and make it.

        Args:
            make: Is given the scope, and the body of the article where places in it are to be remembered.
        """
        from reader.entities.corrections.model import Scope
        from reader.tui.screens.asking import AskScreen, Option

        article = self._article

        def answered(scope: Scope | None) -> None:
            if scope is not None:
                self._make(make(scope, article.body if scope is Scope.ARTICLE else None), article)

        here = Option("h", _("here, in this article"), Scope.ARTICLE)
        library = Option("l", _("in the whole library, also in articles to come"), Scope.LIBRARY)
        self.app.push_screen(AskScreen[Scope](question, [here, library]), answered)

    # The corrections

    def _ask_name(self, entity: Entity) -> None:
        from reader.entities.corrections.model import said

        both = said(entity) + (_BETWEEN + entity.english if entity.english else "")
        self.ask(Asking.RENAME, _("the name, and after a · its English"), both)

    def _rename(self, entity: Entity, text: str) -> None:
        from reader.entities.corrections.model import Rename, Target, said

        name, between, english = (part.strip() for part in text.partition(_BETWEEN.strip()))
        new = name if name and name != said(entity) else None
        new_english = english if english != (entity.english or "") else None
        if new is None and new_english is None:
            self.foot.say(_("nothing changed"))
            return
        if new is not None and not between and entity.english:
            new_english = ""  # the English of the old name was taken away
        question = _("{name}: the new name").format(name=name_of(entity, _NAME))
        self._for_scope(question, lambda scope, body: Rename(Target.of(entity, body), new, new_english, scope))

    def _ask_other(self, entity: Entity) -> None:
        if not self.names.display:
            self.action_pane("entities")
        self.set_focus(self.names)
        self.names.border_title = _("Which is it?")
        self.merging = entity
        said = _("who or what is {name}? Enter on it · Esc gives up")
        self.foot.say(said.format(name=name_of(entity, _NAME)))

    def merge_with(self, number: int) -> None:
        """The entity was chosen that another one is."""
        from reader.entities.corrections.model import Merge, Target

        entity, other = self.merging, self.text.marks.entities[number]
        self.give_up_merging()
        if entity is None or entity == other:
            self.foot.say(_("nothing changed"))
            return
        question = _("{name} is {other}").format(name=name_of(entity, _NAME), other=name_of(other, _NAME))
        self._for_scope(question, lambda scope, body: Merge(Target.of(entity, body), Target.of(other, body), scope))

    def _split(self, entity: Entity) -> None:
        marks = self.text.marks
        span = marks.current_span
        if span is None or marks.chosen is None or marks.entities[marks.chosen] != entity:
            self.foot.say(_("go to the mention first: Enter, then ] or the card"))
            return
        if len(entity.mentions) == 1:
            self.foot.say(_("it is the only mention: there is nothing to take it from"))
            return
        self.ask(Asking.SPLIT, _("whom or what this mention names"), span.of(self._article.body))

    def _split_off(self, entity: Entity, name: str) -> None:
        from reader.entities.corrections.model import Quote, Split, Target

        article, span = self._article, self.text.marks.current_span
        if span is None:
            return
        try:
            quote = Quote.of(span, article.body)
        except Problem as problem:
            self.foot.say(str(problem))
            return
        given = name.strip() if name.strip() != span.of(article.body) else None
        self._make(Split(Target.of(entity, article.body), (quote,), given or None), article)

    def _ask_kind(self, entity: Entity) -> None:
        from reader.entities.corrections.model import Retype, Target

        def answered(kind: Kind | None) -> None:
            if kind is not None and kind is not entity.kind:
                question = f"{name_of(entity, _NAME)}: {kind_name(kind)}"
                self._for_scope(question, lambda scope, body: Retype(Target.of(entity, body), kind, scope))

        self._choose_kind(_("{name}: what is it?").format(name=name_of(entity, _NAME)), answered)

    def _choose_kind(self, question: str, then: Callable[[Kind | None], None]) -> None:
        from reader.tui.screens.asking import AskScreen, Option

        kinds = list(headings())
        options = [Option(str(n), f"{SIGNS[kind]} {kind_name(kind)}", kind) for n, kind in enumerate(kinds, 1)]
        self.app.push_screen(AskScreen[Kind](question, options), then)

    def _hide(self, entity: Entity) -> None:
        from reader.entities.corrections.model import Hide, Target

        question = _("{name}: hide it").format(name=name_of(entity, _NAME))
        self._for_scope(question, lambda scope, body: Hide(Target.of(entity, body), scope))

    def action_add_name(self) -> None:
        """Add a name that was not found: some words of the sentence being read."""
        from articles.model import Span
        from reader.tui.screens.picking import PickScreen

        page = self.text.page
        if page is None or page.cursor.block == 0:
            self.foot.say(_("go to the sentence first: a title has no names of its own"))
            return
        here, body = self.here(), self._article.body

        def picked(span: Span | None) -> None:
            if span is not None:
                self._add(span.shifted(here.start))

        self.app.push_screen(PickScreen(here.of(body)), picked)

    def _add(self, span: object) -> None:
        from articles.model import Span
        from reader.entities.corrections.model import Add, Quote, Target

        assert isinstance(span, Span)
        try:
            quote = Quote.of(span, self._article.body)
        except Problem as problem:
            self.foot.say(str(problem))
            return

        def answered(kind: Kind | None) -> None:
            if kind is not None:
                question = f"{SIGNS[kind]} {quote.text}"
                self._for_scope(question, lambda scope, _body: Add(quote, Target(kind, quote.text), scope))

        self._choose_kind(_("{name}: what is it?").format(name=quote.text), answered)

    @on(Prompt.Given)
    def _given_name(self, event: Prompt.Given) -> None:
        entity = self._about
        if entity is None or self.text.page is None:
            return
        if event.asking is Asking.RENAME:
            self._rename(entity, event.text)
        elif event.asking is Asking.SPLIT:
            self._split_off(entity, event.text)

    # Making, undoing, doing again

    def _make(self, correction: Correction, article: Article) -> None:
        self.desk.names.record(correction, article, self.text.marks, self.corrected(article))

    def corrected(self, article: Article) -> Callable[[Marks, Entry], None]:
        """What shows the names as a correction has left them, and says what it did and how to undo it."""

        def show(marks: Marks, entry: Entry) -> None:
            from reader.entities.corrections.model import Add
            from reader.tui.told import told

            if self.text.page is not None and self._article is article:
                self.show_names(marks)
                self.desk.english.named(article, marks)
                if isinstance(entry.correction, Add) and not entry.undone:
                    self.choose_name(marks.at(entry.correction.quote.start))
            said = told(entry.correction)
            other, words = ("redo", _("again")) if entry.undone else ("undo", _("undo"))
            keys = keys_of(BY_ID[other], self.keymap)
            how = f" · {shown_key(keys[0])} {words}" if keys else ""
            self.foot.say((_("undone: {what}").format(what=said) if entry.undone else said) + how)
            self.reopen_card()

        return show
