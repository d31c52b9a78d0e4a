"""Where saved words stand in a text: by their lemma, by the forms they were met in, and expressions by their words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from articles.model import Span
from reader.vocabulary.model import Status, key_of
from reader.vocabulary.tokens import tokens


class Lemmatised(NamedTuple):
    """A word of a text.

    Attributes:
        start: Its first character.
        end: The character after it.
        form: In small letters.
        key: Its lemma, as ``key_of`` has it; the form where it is a name.
        name: Whether it is a name by its spelling.
    """

    start: int
    end: int
    form: str
    key: str
    name: bool


def lemmatised(text: str, lemmas: Callable[[Sequence[str]], Sequence[str]]) -> tuple[Lemmatised, ...]:
    """The words of a text with their lemmas, in order; all that is to be known of it whatever is saved."""
    found = list(tokens(text))
    forms = list(dict.fromkeys(each.form for each in found))
    keys = {form: key_of(lemma) or form for form, lemma in zip(forms, lemmas(forms), strict=True)}
    return tuple(
        Lemmatised(start, end, form, form if sure is None else keys[form], sure is None)
        for start, end, form, sure in found
    )


@dataclass(frozen=True, slots=True)
class Saved:
    """The saved words, so kept that those of a text are found at once; see ``saved_of``.

    Attributes:
        words: Status by lemma and by form, of single words.
        names: Status by the form as it was written, of what has a capital.
        phrases: Of expressions, by their first word: the words, and the status; the longest first.
    """

    words: Mapping[str, Status]
    names: Mapping[str, Status]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], Status]]]


def saved_of(statuses: Mapping[str, Status], forms: Mapping[str, Sequence[str]]) -> Saved:
    """What ``Vocabulary.statuses`` and ``forms`` say; words that are ignored are left out.

    A form counts beside the lemma, since the dictionaries may have found another lemma where the word was saved than
    the table finds elsewhere. Where two words share a form the less known one is taken.
    """
    order = list(Status)
    words: dict[str, Status] = {}
    names: dict[str, Status] = {}
    phrases: dict[str, dict[tuple[str, ...], Status]] = {}
    for key, status in statuses.items():
        if status is Status.IGNORED:
            continue
        for form in (key, *forms.get(key, ())):
            parts = tuple(each.form for each in tokens(form))
            if len(parts) > 1:
                phrases.setdefault(parts[0], {})[parts] = status
            elif parts:
                words[parts[0]] = min(status, words.get(parts[0], status), key=order.index)
            if form[:1].isupper():
                names[form] = status
    ordered = {first: sorted(found.items(), key=lambda each: -len(each[0])) for first, found in phrases.items()}
    return Saved(words, names, ordered)


def signs(text: str, words: Sequence[Lemmatised], saved: Saved) -> list[tuple[Span, Status]]:
    """Where saved words stand, in order; no stretch lies in another: an expression goes before its words."""
    found: list[tuple[Span, Status]] = []
    past = 0  # the words before this one are taken
    for number, word in enumerate(words):
        if number < past:
            continue
        phrase = _phrase(words, number, saved)
        if phrase is not None:
            length, status = phrase
            past = number + length
            found.append((Span(word.start, words[past - 1].end), status))
            continue
        if word.name:
            status_here = saved.names.get(text[word.start : word.end])
        else:
            status_here = saved.words.get(word.form) or saved.words.get(word.key)
        if status_here is not None:
            found.append((Span(word.start, word.end), status_here))
    return found


def _phrase(words: Sequence[Lemmatised], number: int, saved: Saved) -> tuple[int, Status] | None:
    for parts, status in saved.phrases.get(words[number].form, ()):
        if tuple(each.form for each in words[number : number + len(parts)]) == parts:
            return len(parts), status
    return None
