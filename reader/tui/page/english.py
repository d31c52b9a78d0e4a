"""The English of a document as far as it is known, sentence by sentence."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.cleaning import mask
from articles.model import Span
from reader.i18n import _
from reader.translation.engine import Origin, Translation
from reader.tui.page.document import Document


class State(enum.StrEnum):
    """How things stand with the English of one sentence."""

    HUMAN = "human"
    REFINED = "refined"
    DRAFT = "draft"
    UNSURE = "unsure"
    """There, but with a name that it may not carry."""
    SAME = "same"
    """Nothing to translate: no letters."""
    PENDING = "pending"
    FAILED = "failed"


SIGNS: Mapping[State, str] = {
    State.HUMAN: "=",
    State.REFINED: "+",
    State.DRAFT: "~",
    State.UNSURE: "?",
    State.SAME: " ",
    State.PENDING: "…",
    State.FAILED: "!",
}
"""One cell that says where the English of a line comes from, in words of the help page."""


_NOT_THERE = "…"


@dataclass(frozen=True, slots=True)
class EnglishText:
    """The English of one block, as it is shown.

    Attributes:
        text: The sentences joined as the original joins them; the original or a sign, of those not there yet.
        spans: Where each sentence stands in ``text``; as many as the block has sentences.
        states: How things stand with each.
    """

    text: str
    spans: tuple[Span, ...]
    states: tuple[State, ...]


class English:
    """What is known of the English of one document. Written and read on the event loop only."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[str, Translation] = {}
        self._failed: dict[str, str] = {}

    def put(self, translations: Mapping[str, Translation]) -> None:
        """Take in translations by their source sentence; a better origin is never replaced by a worse one."""
        for source, translation in translations.items():
            known = self._known.get(source)
            if known is None or translation.origin.rank >= known.origin.rank:
                self._known[source] = translation
            self._failed.pop(source, None)

    def replace(self, source: str, translation: Translation | None) -> None:
        """Let a translation count whatever was there: a person said so, or took it back. None for there being none."""
        self._failed.pop(source, None)
        if translation is None:
            self._known.pop(source, None)
        else:
            self._known[source] = translation

    def fail(self, source: str, why: str) -> None:
        """Remember that a sentence could not be translated, and why."""
        if source not in self._known:
            self._failed[source] = why

    def forget_failures(self) -> None:
        """Let what failed be tried again."""
        self._failed.clear()

    def sources(self) -> list[str]:
        """The sentences whose English is known."""
        return list(self._known)

    def known(self) -> dict[str, Translation]:
        """What is known now, by the sentences: for another thread."""
        return dict(self._known)

    def unsure(self) -> frozenset[str]:
        """The sentences whose English may not carry a name of theirs."""
        return frozenset(source for source in self._known if self.state(source) is State.UNSURE)

    def of(self, source: str) -> Translation | None:
        """The translation of a sentence, if it is known."""
        return self._known.get(source)

    def failure(self, source: str) -> str | None:
        """Why a sentence could not be translated, if it could not."""
        return self._failed.get(source)

    def state(self, source: str) -> State:
        """How things stand with a sentence."""
        translation = self._known.get(source)
        if translation is None:
            return State.FAILED if source in self._failed else State.PENDING
        if translation.target == source and translation.origin is Origin.DRAFT:
            return State.SAME
        if translation.unsure and translation.origin is not Origin.HUMAN:
            return State.UNSURE
        return State(translation.origin.value)

    def missing(self, segments: Sequence[str]) -> list[str]:
        """Those sentences that are neither known nor failed, in order."""
        return [text for text in segments if text not in self._known and text not in self._failed]

    def block(self, block: int, *, stand_in: bool) -> EnglishText:
        """The English of a block as it stands now.

        Args:
            stand_in: Whether the original stands in for what is not there yet, as where it is not on the page itself;
                else a sign does.
        """
        text = self._document.text(block)
        parts: list[str] = []
        spans: list[Span] = []
        states: list[State] = []
        at = previous = 0
        for index, span in enumerate(self._document.sentences(block)):
            source = span.of(text)
            if index:
                gap = "\n" if "\n" in text[previous : span.start] else " "
                parts.append(gap)
                at += 1
            translation = self._known.get(source)
            shown = mask(translation.target) if translation is not None else source if stand_in else _NOT_THERE
            parts.append(shown)
            spans.append(Span(at, at + len(shown)))
            states.append(self.state(source))
            at += len(shown)
            previous = span.end
        return EnglishText("".join(parts), tuple(spans), tuple(states))

    def said_of(self, blocks: Iterable[int]) -> str:
        """Who translated these blocks, in a few words: "EN human", "EN draft · local"; "EN …" before there is any."""
        origins: dict[Origin, set[str]] = {}
        for block in blocks:
            for source in self._document.segments(block):
                translation = self._known.get(source)
                if translation is not None and self.state(source) is not State.SAME:
                    origins.setdefault(translation.origin, set()).add(translation.engine)
        if not origins:
            return "EN …"
        words = {Origin.HUMAN: _("human"), Origin.REFINED: _("refined"), Origin.DRAFT: _("draft")}
        said = []
        for origin in sorted(origins, key=lambda origin: -origin.rank):
            engines = sorted(origins[origin] - {"human"})
            said.append(" · ".join([words[origin], *engines]))
        return "EN " + ", ".join(said)
