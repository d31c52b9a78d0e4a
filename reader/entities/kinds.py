"""One name, one kind throughout an article: a pass over what any recogniser found, sentence by sentence."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reader.entities.abbreviations import abbreviates
from reader.entities.cues import ORG_NOUNS, PLACE_NOUNS, is_title
from reader.entities.gazetteer import fold
from reader.entities.model import Kind, Mention

STEP = 500
"""Sentences read between two yields."""

VOTING = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE})
"""The kinds that are settled; works, events and the rest stay as they were found."""

_STRONG = 2  # votes of a mention whose surroundings say its kind by themselves
_PART = 1  # votes that a short form gets from each full name it is the first or last word of
_BEFORE = 40  # characters before a mention that are read
_AGE = re.compile(r", \d{1,2}(?: anos)?,")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def settle_kinds(mentions_by_sentence: Sequence[Sequence[Mention]], sentences: Sequence[str]) -> list[list[Mention]]:
    """The same mentions, each name with one kind; see ``settle_kinds_in_steps``."""
    result: list[list[Mention]] = []
    for step in settle_kinds_in_steps(mentions_by_sentence, sentences):
        if step is not None:
            result = step
    return result


def settle_kinds_in_steps(
    mentions_by_sentence: Sequence[Sequence[Mention]], sentences: Sequence[str]
) -> Iterator[list[list[Mention]] | None]:
    """The same mentions, each name with one kind, in small steps: None while working, at last the mentions.

    The mentions of a name (folded: accents and case apart) vote with the kinds that were found for them. One whose
    surroundings say the kind by themselves ("em Chaves", "o ministro Chaves", "o clube Chaves") has two votes, and
    keeps its kind whatever the others say: that is the text saying otherwise. A single word is told also by the full
    names of people that it begins or ends, and an acronym in brackets by its long form. A tie goes to the kind that
    was found first. Names of verbs of saying and the like ("Washington disse") are not strong: they do not split.

    Args:
        mentions_by_sentence: What was found in each sentence, in order; spans of that sentence.
        sentences: The sentences of one document, in its order.
    """
    votes: dict[str, Counter[Kind]] = {}
    long_forms: dict[str, str] = {}
    for at, (mentions, sentence) in enumerate(zip(mentions_by_sentence, sentences, strict=True)):
        before: Mention | None = None
        for mention in mentions:
            if mention.kind in VOTING:
                name = fold(mention.text)
                strong = _says(sentence, mention) is mention.kind
                votes.setdefault(name, Counter())[mention.kind] += _STRONG if strong else 1
                if before is not None and _in_brackets(sentence, before, mention):
                    long_forms.setdefault(name, fold(before.text))
                before = mention
        if at % STEP == STEP - 1:
            yield None
    settled = _settled(votes, long_forms)
    yield None
    result: list[list[Mention]] = []
    for at, (mentions, sentence) in enumerate(zip(mentions_by_sentence, sentences, strict=True)):
        result.append([_with_kind(mention, sentence, settled) for mention in mentions])
        if at % STEP == STEP - 1:
            yield None
    yield result


def _settled(votes: dict[str, Counter[Kind]], long_forms: dict[str, str]) -> dict[str, Kind]:
    """The kind of each name."""
    people = Counter[str]()
    for name, its in votes.items():
        if " " in name and its.most_common(1)[0][0] is Kind.PERSON:
            people.update({name.split()[0], name.split()[-1]})
    settled: dict[str, Kind] = {}
    for name, its in votes.items():
        count = Counter(its)
        if name in people:
            count[Kind.PERSON] += _PART * min(people[name], 2)
        long = long_forms.get(name)
        if long in votes and abbreviates(name, long):
            count[votes[long].most_common(1)[0][0]] += votes[long].total()
        settled[name] = count.most_common(1)[0][0]
    return settled


def _with_kind(mention: Mention, sentence: str, settled: dict[str, Kind]) -> Mention:
    if mention.kind not in VOTING:
        return mention
    kind = settled[fold(mention.text)]
    if kind is mention.kind or _says(sentence, mention) is mention.kind:
        return mention
    return dataclasses.replace(mention, kind=kind)


def _in_brackets(sentence: str, before: Mention, mention: Mention) -> bool:
    return (
        sentence[before.span.end : mention.span.start] == " ("
        and sentence[mention.span.end : mention.span.end + 1] == ")"
    )


def _says(sentence: str, mention: Mention) -> Kind | None:
    """The kind that the words right around a mention say by themselves; None for most."""
    start, end = mention.span.start, mention.span.end
    if start and sentence[start - 1] == " ":
        before = _WORDS.findall(sentence[max(0, start - _BEFORE) : start].lower())
        last = before[-1] if before else ""
        second = before[-2] if len(before) > 1 else ""
        if last == "em":
            return Kind.PLACE
        if last in {"de", "do", "da"} and second in PLACE_NOUNS and second not in ORG_NOUNS:
            return Kind.PLACE
        if is_title(last) and last not in ORG_NOUNS and last not in PLACE_NOUNS:
            return Kind.PERSON
        if last in ORG_NOUNS and last not in PLACE_NOUNS:
            return Kind.ORGANISATION
    return Kind.PERSON if _AGE.match(sentence, end) else None
