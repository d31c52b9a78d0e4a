"""What stands on the cards to learn saved words from: one card for each word, the fields as HTML."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.vocabulary.model import Context, SavedWord

FIELDS = ("Word", "Lemma", "Sentence", "English", "Meaning", "Source", "Date")
"""The fields of a card, in their order; released names and order never change: Anki knows the type of note by them."""

English = Callable[[Sequence[str]], Mapping[str, str]]
"""Gives the English of sentences as far as it is known."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card.

    Attributes:
        key: What is the same each time the word is exported.
        fields: HTML without line ends or tabs, as many as ``FIELDS``.
    """

    key: tuple[str, str]
    fields: tuple[str, ...]


def cards(words: Iterable[SavedWord], english: English) -> Iterator[Card]:
    """The cards of saved words: of each the sentence it was saved in last.

    Args:
        words: The words.
        english: Asked for the sentences that were saved before they had English.
    """
    for word in words:
        context = word.contexts[0] if word.contexts else None
        if context is None:
            yield Card(
                (word.key, word.part), (word.lemma, word.lemma, "", "", _lines(word.meanings), "", word.added[:10])
            )
            continue
        said = context.english or english([context.sentence]).get(context.sentence, "")
        source = " · ".join(filter(None, (context.title, context.source, context.published)))
        texts = (_escaped(said), _lines(word.meanings), _escaped(source), context.made[:10])
        yield Card((word.key, word.part), (_escaped(context.form), _escaped(word.lemma), marked(context), *texts))


def marked(context: Context) -> str:
    """The sentence as HTML with the word in bold."""
    sentence, span = context.sentence, context.span
    before, after = sentence[: span.start], sentence[span.end :]
    return f"{_escaped(before, ends=False)}<b>{_escaped(context.form)}</b>{_escaped(after, ends=False)}".strip()


def _lines(lines: Sequence[str]) -> str:
    return "<br>".join(_escaped(each) for each in lines)


def _escaped(text: str, *, ends: bool = True) -> str:
    flat = "".join(" " if char in "\t\r\n\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029" else char for char in text)
    return html.escape(flat.strip() if ends else flat)
