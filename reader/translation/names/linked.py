"""Finding what was made of a name by which words became which."""

from __future__ import annotations

from collections.abc import Sequence

from articles.model import Span
from reader.translation.alignment.model import Alignment
from reader.translation.names.likeness import words_of
from reader.translation.names.looking import Sought, is_free

_JOINING = frozenset("of the da de do das dos and in on e du la le el al von van".split())  # noqa: SIM905
_MORE_WORDS = 2  # than the name has; a longer run is a phrase that the model made of it


def became(target: str, sought: Sought, alignment: Alignment, claimed: Sequence[Span]) -> Span | None:
    """The one run of English words that come from the name and from nothing else; None where there is none.

    Args:
        target: The English.
        sought: The name that is not there.
        alignment: Of the source and this English.
        claimed: What other names have of the English.
    """
    name = sought.hit.span
    runs: list[tuple[int, int]] = []
    words = words_of(target)
    own = [_is_own(word.span, name, alignment) and is_free(word.span, claimed) for word in words]
    at = 0
    while at < len(words):
        if not own[at]:
            at += 1
            continue
        end = at + 1
        while end < len(words):
            step = end
            while (
                step < len(words) and not own[step] and _may_join(words[step].text, words[step].span, alignment, name)
            ):
                step += 1
            if (
                step < len(words)
                and own[step]
                and step - end <= 2
                and _plain(target, words[end - 1].span, words[step].span)
            ):
                end = step + 1
            else:
                break
        runs.append((at, end))
        at = end
    runs = [run for run in runs if any(words[each].text.lower() not in _JOINING for each in range(*run))]
    named = [run for run in runs if any(words[each].text[:1].isupper() for each in range(*run))]
    runs = named or runs
    if len(runs) != 1:
        return None
    first, last = runs[0]
    while last - first > 1 and words[first].text.lower() in _JOINING:
        first += 1
    while last - first > 1 and words[last - 1].text.lower() in _JOINING:
        last -= 1
    if last - first > len(words_of(sought.wanted)) + len(words_of(sought.said)) + _MORE_WORDS:
        return None
    span = Span(words[first].span.start, words[last - 1].span.end)
    return span if is_free(span, claimed) else None


def _is_own(word: Span, name: Span, alignment: Alignment) -> bool:
    sources = alignment.sources(word)
    return bool(sources) and all(each.overlaps(name) for each in sources)


def _may_join(text: str, word: Span, alignment: Alignment, name: Span) -> bool:
    """Whether a word between two of the name's may be taken with them: a small one that comes from nothing else."""
    if text.lower() not in _JOINING:
        return False
    return all(each.overlaps(name) for each in alignment.sources(word))


def _plain(target: str, one: Span, other: Span) -> bool:
    """Whether nothing but words stands between two words: no comma, no end of a sentence."""
    return not any(sign in target[one.end : other.start] for sign in ',;:.()"“”!?')
