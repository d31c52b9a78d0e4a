"""The recogniser that rests on the network; the rules find dates, quantities, works and events beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from articles.model import Span
from reader.entities.model import Mention
from reader.entities.neural.signs import rule_signs, shape_of
from reader.entities.neural.trouble import ModelUnusable
from reader.entities.rules import RuleRecogniser
from reader.entities.special import overlay
from reader.i18n import _

if TYPE_CHECKING:  # numpy costs 0.1 s to import: naming the class must not
    from reader.entities.neural.modelfile import Floats
    from reader.entities.neural.pieces import Pieces
    from reader.entities.neural.windows import Sentence, Window

VERSION = "1"
"""Of the weights and of how they are used: changed whenever the mentions of some text change."""

WEIGHTS = Path(__file__).with_name("weights.bin")

LONGEST = 160
"""Pieces of a window: some 100 words. With 240 the development set gave the same, more slowly; 120 gave .003 less."""


class NeuralRecogniser:
    """The ``Recogniser`` that rests on a network; see ``docs/model-card.md``. Safe to use from several threads.

    Args:
        weights: The file of weights.

    Raises:
        ModelUnusable: The file is missing, damaged, or not the one that belongs to this version.
    """

    name = "neural"
    version = VERSION

    def __init__(self, weights: Path = WEIGHTS) -> None:
        from reader.entities.neural import modelfile
        from reader.entities.neural.network import Network
        from reader.entities.neural.pieces import Vocabulary

        file = modelfile.read(weights)
        if file.about.get("version") != VERSION:
            why = _("its version is {found}, not {wanted}").format(found=file.about.get("version"), wanted=VERSION)
            raise ModelUnusable(_("the model that finds names cannot be used: {why}").format(why=why))
        self._vocabulary = Vocabulary(file.text("pieces").split("\n"), file.array("scores").tolist())
        self._network = Network(file)
        self._rules = RuleRecogniser()

    def recognise(self, sentences: Sequence[str]) -> list[list[Mention]]:
        """The mentions of each sentence of one document; see ``Recogniser``."""
        for found in self.recognise_in_steps(sentences):
            if found is not None:
                return found
        return []

    def recognise_in_steps(self, sentences: Sequence[str]) -> Iterator[list[list[Mention]] | None]:
        """The same in steps: None after each window, some 70 ms of work, at last the mentions."""
        from reader.entities.neural.windows import pack

        ruled: list[list[Mention]] = []
        for step in self._rules.recognise_in_steps(sentences):
            if step is None:
                yield None
            else:
                ruled = step
        cut: list[Pieces] = []
        longest = min(LONGEST, self._network.longest)
        result: list[list[Mention]] = []
        for names in self._names(pack(self._read(sentences, ruled, cut), longest), sentences, cut):
            if names is None:
                yield None
            else:
                result.append(overlaid(names, ruled[len(result)]))
        yield result

    def _read(
        self, sentences: Sequence[str], ruled: Sequence[Sequence[Mention]], cut: list[Pieces]
    ) -> Iterator[Sentence]:
        """The sentences as the network reads them; their words are noted in ``cut``."""
        from reader.entities.neural.windows import Sentence

        for sentence, mentions in zip(sentences, ruled, strict=True):
            pieces = self._vocabulary.cut(sentence)
            cut.append(pieces)
            shapes = [shape_of(sentence[start:end]) for start, end in pieces.words]
            yield Sentence(pieces, rule_signs(pieces.words, mentions), shapes)

    def _names(
        self, windows: Iterable[Window], sentences: Sequence[str], cut: Sequence[Pieces]
    ) -> Iterator[list[Mention] | None]:
        """The names of each sentence, in order; None after each window."""
        import numpy as np

        parts = []
        have = done = 0
        for window in windows:
            scores = self._network.scores([window])[0]
            at = 0
            for count in window.counts:
                parts.append(scores[at : at + count])
                at += count
                have += count
                if have == len(cut[done].words):
                    yield _mentions(sentences[done], cut[done], np.concatenate(parts))
                    parts, have, done = [], 0, done + 1
            yield None


def overlaid(names: list[Mention], ruled: Sequence[Mention]) -> list[Mention]:
    """The network's names, and what the rules found that is no person, organisation or place."""
    from reader.entities.neural.tags import NAMED

    return overlay([mention for mention in ruled if mention.kind not in NAMED], names)


def _mentions(sentence: str, pieces: Pieces, scores: Floats) -> list[Mention]:
    from reader.entities.neural.tags import NAMED, likeliest, names_of

    if not pieces.words:
        return []
    found = []
    for first, last, kind in names_of(likeliest(scores)):
        span = Span(pieces.words[first][0], pieces.words[last - 1][1])
        found.append(Mention(span, NAMED[kind], span.of(sentence)))
    return found
