"""Whatever is corrected, in whatever order: mentions stay sorted and apart, and undoing gives back what was."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from articles.model import Span
from reader.entities.corrections.apply import correct
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
)
from reader.entities.corrections.written import read, write
from reader.entities.model import Entity, Kind, Mention

WORDS = ("Ana", "Rui", "Ana Rui", "Vale", "1984", "ana", "Ánà")
BODY = " foi. ".join(f"{one} e {two}" for one in WORDS for two in WORDS)
STARTS = [at for at in range(len(BODY)) if at == 0 or not BODY[at - 1].isalnum()]

kinds = st.sampled_from(Kind)
names = st.sampled_from(WORDS)
scopes = st.sampled_from(Scope)


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    start = draw(st.sampled_from(STARTS))
    span = Span(start, start + draw(st.integers(1, 9)))
    text = span.of(BODY).strip()
    return Quote(span.start, text or "Ana", BODY[max(0, span.start - 24) : span.start], BODY[span.end : span.end + 24])


targets = st.builds(Target, kinds, names, st.none() | quotes())
corrections: st.SearchStrategy[Correction] = st.one_of(
    st.builds(Rename, targets, st.none() | names, st.none() | names | st.just(""), scopes),
    st.builds(Merge, targets, targets, scopes),
    st.builds(Split, targets, st.lists(quotes(), min_size=1, max_size=4).map(tuple), st.none() | names),
    st.builds(Retype, targets, kinds, scopes),
    st.builds(Hide, targets, scopes),
    st.builds(Add, quotes(), targets, scopes),
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[Entity, ...]:
    """Entities with mentions that do not overlap; two may share kind and name."""
    groups: dict[tuple[Kind, str, int], list[Mention]] = {}
    end = 0
    for start in draw(st.lists(st.sampled_from(STARTS), unique=True).map(sorted)):
        if start >= end:
            size = draw(st.integers(1, 8))
            text = BODY[start : start + size]
            kind = draw(kinds)
            groups.setdefault((kind, draw(names), draw(st.integers(0, 1))), []).append(
                Mention(Span(start, start + len(text)), kind, text)
            )
            end = start + size
    return tuple(
        Entity(name, kind, tuple(mentions), date=name if kind is Kind.DATE and name == "1984" else None)
        for (kind, name, _number), mentions in groups.items()
    )


def sound(found: tuple[Entity, ...]) -> bool:
    """Whether each entity has mentions, in order, with their words; and none overlaps another."""
    every: list[Span] = []
    for each in found:
        starts = [mention.span.start for mention in each.mentions]
        assert starts == sorted(starts)
        assert starts
        assert each.name
        assert each.name not in each.aliases
        for mention in each.mentions:
            assert mention.kind is each.kind
            assert mention.span.of(BODY) == mention.text
            every.append(mention.span)
    every.sort()
    return all(one.end <= two.start for one, two in itertools.pairwise(every))


@given(documents(), st.lists(corrections, max_size=8))
def test_mentions_stay_sorted_and_apart(given: tuple[Entity, ...], made: list[Correction]) -> None:
    before = repr(given)
    found = correct(given, made, BODY)
    assert sound(found)
    assert repr(given) == before, "nothing given is changed"
    assert correct(given, made, BODY) == found, "the same gives the same"


@given(documents(), corrections)
def test_one_correction_done_twice_is_done_once(given: tuple[Entity, ...], made: Correction) -> None:
    once = correct(given, [made], BODY)
    if isinstance(made, Split) and made.name is None:
        return  # each time it takes out of what is called so, and numbers what it took
    if isinstance(made, Merge) and made.target.key == made.into.key:
        assert {key_of(each) for each in once} == {key_of(each) for each in given}
    assert correct(once, [made], BODY) == once


@given(documents(), st.lists(corrections, max_size=6), st.data())
def test_one_undone_is_as_if_never_made(given: tuple[Entity, ...], made: list[Correction], data: st.DataObject) -> None:
    """There is no state but the list: what is taken from it leaves nothing behind."""
    correct(given, made, BODY)
    gone = data.draw(st.integers(0, len(made)))
    assert correct(given, made[:gone], BODY) == correct(given, [*made[:gone]], BODY)
    assert correct(given, [], BODY) == given


@given(documents(), st.lists(corrections, max_size=6))
def test_entities_that_were_corrected_have_names_of_their_own(
    given: tuple[Entity, ...], made: list[Correction]
) -> None:
    apart = correct(given, [Hide(each.target) for each in made], BODY)
    found = correct(given, made, BODY)
    touched = {key_of(each) for each in found} - {key_of(each) for each in given}
    for key in touched:
        assert sum(key_of(each) == key for each in found) == 1
    assert all(each in given for each in apart if key_of(each) not in {made.target.key for made in made})


@given(corrections)
def test_what_was_written_is_read(made: Correction) -> None:
    assert read(write(made), made.scope) == made
