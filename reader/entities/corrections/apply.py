"""What corrections do to the entities of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from articles.model import Span
from reader.entities.corrections.model import (
    Add,
    Correction,
    Hide,
    Merge,
    Quote,
    Rename,
    Retype,
    Scope,
    Split,
    Target,
    key_of,
    said,
)
from reader.entities.corrections.places import at, gathered, occurrences, without
from reader.entities.corrections.working import Working, fullest, named
from reader.entities.gazetteer import fold
from reader.entities.model import EnglishFrom, Entity, Mention


def correct(entities: Sequence[Entity], corrections: Sequence[Correction], body: str) -> tuple[Entity, ...]:
    """The entities of an article as the reader corrected them.

    Pure: nothing given is changed, and the same gives the same. What is added for the library comes first, as if the
    recogniser had found it; then each correction acts on what those before it left, in the order given. One that
    finds nothing to act on does nothing.

    Args:
        entities: As recognised; their mentions sorted, none overlapping another.
        corrections: In the order in which they were made, the library's and the article's together.
        body: The article's text.

    Returns:
        Mentions sorted, none overlapping; entities as they were where nothing was corrected, else by kind, the most
        mentioned first, then the first mentioned.
    """
    if not corrections:
        return tuple(entities)
    working = Working(entities)
    first = [each for each in corrections if isinstance(each, Add) and each.scope is Scope.LIBRARY]
    rest = [each for each in corrections if not (isinstance(each, Add) and each.scope is Scope.LIBRARY)]
    for correction in (*first, *rest):
        _apply(working, correction, body)
    return working.result()


def _apply(working: Working, correction: Correction, body: str) -> None:
    if isinstance(correction, Add):
        _add(working, correction, body)
        return
    found = _found(working, correction.target, correction.scope, body)
    if found is None:
        return
    match correction:
        case Rename(_, name, english, _):
            _rename(working, found, name, english)
        case Merge(_, into, scope):
            _merge(working, found, into, scope, body)
        case Split(_, quotes, name, _):
            _split(working, found, quotes, name, body)
        case Retype(_, kind, _):
            if kind is not found.kind:
                working.take(found)
                working.put(named(found, kind, said(found)))
        case Hide():
            working.take(found)


def _found(working: Working, target: Target, scope: Scope, body: str) -> Entity | None:
    """The entity that is meant: by kind and name, else, in its own article, by the place of a mention."""
    found = working.get(target.key)
    if found is not None or scope is Scope.LIBRARY or target.quote is None:
        return found
    span = target.quote.find(body)
    return working.at(span) if span is not None else None


def _rename(working: Working, found: Entity, name: str | None, english: str | None) -> None:
    working.take(found)
    if name is not None and name != said(found):
        found = named(found, found.kind, name)
    if english is not None:
        found = replace(found, english=english or None, english_from=EnglishFrom.READER if english else None)
    working.put(found, leads=True)


def _merge(working: Working, found: Entity, into: Target, scope: Scope, body: str) -> None:
    other = _found(working, into, scope, body)
    if other is found:
        return
    working.take(found)
    if other is None:
        working.put(named(found, into.kind, into.name))
    else:
        working.take(other)
        working.put(working.joined(other, found))


def _split(working: Working, found: Entity, quotes: Sequence[Quote], name: str | None, body: str) -> None:
    spans = [span for quote in quotes if (span := quote.find(body)) is not None]
    out: list[Mention] = []
    for span in spans:
        mention = at(found.mentions, span)
        if mention is not None and mention not in out:
            out.append(mention)
    if not out:
        return
    other = name if name is not None else fullest([mention.text for mention in out])
    if len(out) == len(found.mentions):
        if name is not None:
            _rename(working, found, name, None)
        return
    key = (found.kind, fold(other))
    if key == key_of(found):
        if name is not None:
            return  # it would be the same again
        number = 2
        while working.get((found.kind, fold(f"{other} ({number})"))) is not None:
            number += 1
        other = f"{other} ({number})"
    working.take(found)
    left = without(found.mentions, out)
    texts = list(dict.fromkeys(mention.text for mention in left))
    taken = found.name not in texts and any(mention.text == found.name for mention in out)
    rest = fullest(texts) if taken else found.name
    working.put(
        replace(
            found, name=rest, mentions=gathered(found.kind, left), aliases=tuple(text for text in texts if text != rest)
        )
    )
    new = Entity(other, found.kind, gathered(found.kind, out))
    forms = dict.fromkeys(mention.text for mention in sorted(out))
    working.put(replace(named(new, found.kind, other), aliases=tuple(text for text in forms if text != other)))


def _add(working: Working, correction: Add, body: str) -> None:
    quote, target = correction.quote, correction.target
    chosen = quote.find(body) if correction.scope is Scope.ARTICLE else None
    known = working.get(target.key)
    spans: list[Span] = []
    for span in occurrences(quote.text, body, chosen):
        there = [*working.over(span)]
        if any(each == span and entity is known for entity, each in there):
            continue  # it names it already
        if span == chosen or all(_is_part(each, span) for _, each in there):
            spans.append(span)
    if not spans:
        return
    working.clear(spans)
    mentions = [Mention(span, target.kind, quote.text) for span in spans]
    new = Entity(target.name, target.kind, gathered(target.kind, mentions))
    new = replace(named(new, target.kind, target.name), aliases=(quote.text,) if quote.text != target.name else ())
    working.put(new)


def _is_part(one: Span, whole: Span) -> bool:
    """Whether a span lies within another that is longer."""
    return whole.start <= one.start and one.end <= whole.end and one != whole
