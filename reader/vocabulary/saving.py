"""What of a lookup is saved with a word."""

from __future__ import annotations

import dataclasses

from reader.dictionary.model import Lookup, Part
from reader.vocabulary.model import NewWord

_FEW = 6
"""Meanings that are saved: those of the first sense; it is a card to learn from, not a dictionary."""


def new_word(form: str, lookup: Lookup | None, became: str = "") -> NewWord:
    """The word to be saved.

    Args:
        form: The word as it is written.
        lookup: What is known of it; None where nobody looks words up.
        became: What the word became in the sentence's English, where that is known: its meaning where no dictionary
            says one.
    """
    if lookup is None:
        return NewWord(form.casefold(), "", _in_context(became))
    meanings = _meanings(lookup) or _in_context(became)
    return NewWord(lookup.lemmas[0], lookup.part_of_speech or "", meanings, lookup.zipf)


def as_form_of(lookup: Lookup, lemma: str) -> Lookup:
    """What is known of a word that may be a form of several, once it is known of which: that one comes first.

    Reads the table of common words, the first time some 30 ms: not on the event loop.
    """
    from reader.dictionary.commonness import zipf

    lemmas = (lemma, *(each for each in lookup.lemmas if each != lemma))
    own = [sense for sense in lookup.senses if sense.headword.casefold() == lemma.casefold()]
    senses = (*own, *(sense for sense in lookup.senses if sense not in own))
    part = next((sense.part_of_speech for sense in own if sense.part_of_speech), None)
    return dataclasses.replace(lookup, lemmas=lemmas, senses=senses, part_of_speech=part, zipf=zipf(lemma))


def _meanings(lookup: Lookup) -> tuple[str, ...]:
    first = next((sense for sense in lookup.senses if sense.meanings), None)
    if first is not None:
        return first.meanings[:_FEW]
    return tuple(f"{part.form}: {said}" for part in lookup.parts if (said := meaning_of(part)))


def meaning_of(part: Part) -> str:
    """What a part of a word means in a few words; "" where nothing says."""
    return part.note or next((sense.meanings[0] for sense in part.senses if sense.meanings), "")


def _in_context(became: str) -> tuple[str, ...]:
    return (became,) if became else ()
