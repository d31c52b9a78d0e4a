"""How statuses, word classes and frequencies are told to the reader."""

from __future__ import annotations

from collections.abc import Mapping

from reader.dictionary.model import PartOfSpeech
from reader.i18n import _N, _
from reader.vocabulary.model import Status

_STATUS: Mapping[Status, str] = {
    Status.NEW: _N("new"),
    Status.LEARNING: _N("learning"),
    Status.KNOWN: _N("known"),
    Status.IGNORED: _N("ignored"),
}
_PARTS: Mapping[str, str] = {
    PartOfSpeech.NOUN: _N("noun"),
    PartOfSpeech.PROPER_NOUN: _N("name"),
    PartOfSpeech.VERB: _N("verb"),
    PartOfSpeech.ADJECTIVE: _N("adjective"),
    PartOfSpeech.ADVERB: _N("adverb"),
    PartOfSpeech.PRONOUN: _N("pronoun"),
    PartOfSpeech.DETERMINER: _N("determiner"),
    PartOfSpeech.ADPOSITION: _N("preposition"),
    PartOfSpeech.CONJUNCTION: _N("conjunction"),
    PartOfSpeech.NUMERAL: _N("numeral"),
    PartOfSpeech.INTERJECTION: _N("interjection"),
    PartOfSpeech.PHRASE: _N("expression"),
}
_COMMON = (
    (6.0, _N("very common")),
    (5.0, _N("common")),
    (4.0, _N("fairly common")),
    (3.0, _N("uncommon")),
)
"""From which Zipf figure on a word is called so: one of 6 is read once in a thousand words, one of 3 in a million."""


def status_name(status: Status) -> str:
    """A status in the reader's language."""
    return _(_STATUS[status])


def part_name(part: str | None) -> str:
    """A word class in the reader's language; "" for none, and for what is of no class."""
    said = _PARTS.get(part or "")
    return _(said) if said else ""


def commonness(zipf: float | None) -> str:
    """How common a word of this Zipf figure is, in words; "" where it is not known."""
    if zipf is None:
        return ""
    return _(next((said for least, said in _COMMON if zipf >= least), _N("rare")))
