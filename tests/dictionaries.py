"""What looks words up in tests: a table, by the contract of ``reader.dictionary.model``."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence

from articles.model import Span
from reader.dictionary.model import Lookup, Part, PartOfSpeech, Piece, Sense

EN = "Português–Inglês"


def sense(headword: str, part: PartOfSpeech | None, *meanings: str, grammar: str = "", name: str = EN) -> Sense:
    return Sense(headword, part, grammar, meanings, name)


_LEMMAS = {
    "trocaram": "trocar", "troca": "trocar", "trocou": "trocar", "mãos": "mão", "voltou": "voltar", "estava": "estar",
    "os": "o", "meninas": "menina", "casas": "casa", "gatos": "gato",
}  # fmt: skip
_SENSES = {
    "trocar": (
        sense("trocar", PartOfSpeech.VERB, "to exchange", "to swap", "to barter", grammar="transitive"),
        sense("trocar", PartOfSpeech.VERB, "to change one's clothes", "to replace", name="Outro dicionário"),
    ),
    "aperto": (sense("aperto", PartOfSpeech.NOUN, "squeeze", "grip", "tight spot", grammar="m"),),
    "mão": (sense("mão", PartOfSpeech.NOUN, "hand", grammar="f"),),
    "aperto de mãos": (sense("aperto de mãos", PartOfSpeech.PHRASE, "handshake"),),
}
_ZIPF = {"trocar": 4.4, "mão": 5.3, "aperto": 3.6, "o": 7.4, "dia": 6.0, "estar": 6.1, "de": 8.0, "voltar": 5.2}
_NAQUELA = (
    Part("em", "em", Piece.ADPOSITION, (), "in"),
    Part("aquela", "aquele", Piece.PRONOUN, (), "that"),
)


class TableLookups:
    """Looks words up in a table; waits where it is told to."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.free = threading.Event()
        self.free.set()
        self.closed = False

    def look_up(self, sentence: str, at: Span) -> Lookup:
        form = at.of(sentence)
        self.asked.append(form)
        self.free.wait(60)
        alone = self._alone(form, at, first=not sentence[: at.start].strip())
        for match in re.finditer("aperto de mãos", sentence):
            if match.start() <= at.start < match.end():
                span, said = Span(*match.span()), match.group()
                senses = _SENSES[said]
                return Lookup(span, said, (said,), PartOfSpeech.PHRASE, senses, expression=True, word=alone)
        return alone

    def _alone(self, form: str, at: Span, *, first: bool) -> Lookup:
        low = form.lower()
        if low == "naquela":
            return Lookup(at, form, ("em", "aquele"), None, (), _NAQUELA, zipf=5.9)
        lemma = _LEMMAS.get(low, low)
        senses = _SENSES.get(lemma, ())
        name = form[:1].isupper() and not first
        part = PartOfSpeech.PROPER_NOUN if name else senses[0].part_of_speech if senses else None
        lemmas = (form,) if name else (lemma,)
        return Lookup(at, form, lemmas, part, senses, zipf=None if name else _ZIPF.get(lemma), name=name)

    def lemmas(self, words: Sequence[str]) -> Sequence[str]:
        return [_LEMMAS.get(word.lower(), word.lower()) for word in words]

    def close(self) -> None:
        self.closed = True
