"""Looking for the names of a sentence in its English: which are there, as what, and where."""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.model import Span
from reader.translation.glossary.model import Hit, Term, TermKind
from reader.translation.names.variants import variants

_CAPITAL = re.compile(r" [^\W\d_a-zà-öø-ÿ]")
_WORD = re.compile(r"[^\W_]+")
_SHORTEST_LOUD = 4
"""Letters; a shorter name in capitals may be an acronym, and says nothing of the sentence."""
_SMALL = frozenset({"a", "an", "the", "of", "for", "and", "in", "on", "de", "da", "do", "dos", "das", "e"})


class State(enum.Enum):
    """How a name is in the English."""

    EXACT = "exact"
    """In the glossary's form."""
    VARIANT = "variant"
    """In another form that is right: "Russian" for "da Rússia", "U.S." for "United States"."""
    COVERED = "covered"
    """Not by itself, but the name is there: "Kim" within "Kim Jong Un", or said once where the source says it twice."""
    ABSENT = "absent"


class Care(enum.Enum):
    """What is done for a term that is not in the English in the glossary's form."""

    HOLD = "hold"
    """All that can be: a person or a place that is surely called so, an event or a law that keeps its name, and what
    the reader's own glossary says."""
    SPELL = "spell"
    """Its accents are put right: a person whose name may be another in English ("Noé")."""
    COPY = "copy"
    """It is not left in Portuguese: bodies and events, which English may say in several ways."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A name of the source and what it must be in the English.

    Attributes:
        hit: The term, where it stands in the source.
        wanted: Its English as this sentence must have it: in capitals where the source shouts.
        loud: Whether it counts in any capitals: where the source shouts, and for a word that is no name.
        said: The name as the source writes it here.
        care: What is done for it.
    """

    hit: Hit
    wanted: str
    loud: bool
    said: str
    care: Care


@dataclass(frozen=True, slots=True)
class Found:
    """A name, and what the English has of it; ``span`` is characters of the English, None where there are none."""

    sought: Sought
    state: State
    span: Span | None = None


def sought_in(source: str, hits: Sequence[Hit]) -> tuple[Sought, ...]:
    """What the English of a sentence must carry; nothing for what says in Portuguese what it is."""
    found = []
    starts = {hit.span.start for hit in hits}
    for hit in hits:
        care = _care(hit.term)
        if care is None or not hit.term.target.strip():
            continue
        said = hit.span.of(source)
        shouted = len(said) >= _SHORTEST_LOUD and said.isupper() and source.upper() == source
        if care is Care.HOLD and not shouted and _goes_on(source, hit, starts):
            care = Care.COPY
        wanted = hit.term.target.upper() if shouted else hit.term.target
        found.append(Sought(hit, wanted, shouted or hit.term.kind is TermKind.TERM, said, care))
    return tuple(found)


def _goes_on(source: str, hit: Hit, starts: Container[int]) -> bool:
    """Whether a name of one word may be the beginning of another: "Saúde", a quarter of Rio, in "Saúde Pública"."""
    if hit.term.origin.rank > 0 or " " in hit.term.source or hit.span.end + 1 in starts:
        return False
    return _CAPITAL.match(source, hit.span.end) is not None


def _care(term: Term) -> Care | None:
    if term.origin.rank > 0:
        return Care.HOLD if term.sure else None
    if term.kind is TermKind.PERSON:
        return Care.HOLD if term.sure else Care.SPELL
    if not term.sure:
        return None
    # "Lava Jato", "Bolsa Família": a table knows that they keep their names.
    stays = term.kind is TermKind.NAME and _spelt(term.source) == _spelt(term.target)
    return Care.HOLD if stays or term.kind is TermKind.PLACE else Care.COPY


def _spelt(name: str) -> str:
    return name.replace("-", " ").casefold()


def look(target: str, sought: Sequence[Sought]) -> tuple[Found, ...]:
    """Each name, in the order given, with what the English has of it; no two claim the same characters."""
    target = target.replace("’", "'")
    answers: dict[int, Found] = {}
    claimed: list[Span] = []
    by_length = sorted(range(len(sought)), key=lambda at: -len(sought[at].wanted))
    for state, patterns in ((State.EXACT, _exactly), (State.VARIANT, _otherwise)):
        for at in by_length:
            if at in answers:
                continue
            span = _first_free(target, patterns(sought[at]), claimed)
            if span is not None:
                claimed.append(span)
                answers[at] = Found(sought[at], state, span)
    there = [each.sought for each in answers.values()]
    for at, each in enumerate(sought):
        if at not in answers:
            answers[at] = Found(each, State.COVERED if _is_covered(target, each, there) else State.ABSENT)
    return tuple(answers[at] for at in range(len(sought)))


def spans_of(found: Iterable[Found]) -> list[Span]:
    """The characters of the English that names have."""
    return [each.span for each in found if each.span is not None]


def is_free(span: Span, claimed: Iterable[Span]) -> bool:
    """Whether no name has any character of a span."""
    return not any(span.overlaps(other) for other in claimed)


@functools.lru_cache(maxsize=4096)
def _pattern(form: str, loud: bool) -> re.Pattern[str]:
    body = re.sub(r"\\\.(?:\\ )?(?=\w)", r"\\.\\s?", re.escape(form.replace("’", "'")))  # "J. M." is "J.M." too
    # What ends in a letter may stand in the plural, or be owned: "the Kennedys", "Putin's".
    if form[:1].islower() and not loud:  # "The Kremlin" at the beginning of a sentence is "the Kremlin"
        body = f"[{form[0]}{form[0].upper()}]{body[1:]}"
    tail = r"(?:e?s)?(?!\w)" if form[-1:].isalpha() else r"(?!\w)"
    head = r"(?<!\w)" if form[:1].isalnum() else ""
    return re.compile(head + body + tail, re.IGNORECASE if loud else 0)


def _exactly(sought: Sought) -> Iterator[re.Pattern[str]]:
    yield _pattern(sought.wanted, sought.loud)


def _otherwise(sought: Sought) -> Iterator[re.Pattern[str]]:
    term = sought.hit.term
    if term.origin.rank > 0:
        return  # the reader said how
    for form in variants(term.target):
        yield _pattern(form, sought.loud)
    if term.kind is TermKind.PLACE and sought.said != sought.wanted:
        yield _within(sought.said, sought.loud)
    if term.kind is TermKind.PERSON and sought.wanted.count(" ") == 1:
        yield _pattern_between(*sought.wanted.split(), sought.loud)


@functools.lru_cache(maxsize=4096)
def _within(said: str, loud: bool) -> re.Pattern[str]:
    """A place at the end of a name that was left in Portuguese as a whole: "Banco Internacional da Guiné-Bissau"."""
    return re.compile(rf"(?<=\w )(?:d[aeo]s?) {re.escape(said)}(?!\w)", re.IGNORECASE if loud else 0)


@functools.lru_cache(maxsize=4096)
def _pattern_between(first: str, last: str, loud: bool) -> re.Pattern[str]:
    """Both words of a name with more of it between them: "Ayatollah Ali Khamenei", "George W. Bush"."""
    more = r"(?: [^\W\d_][\w.'-]*){1,2} "
    return re.compile(rf"(?<!\w){re.escape(first)}{more}{re.escape(last)}(?!\w)", re.IGNORECASE if loud else 0)


def _first_free(target: str, patterns: Iterable[re.Pattern[str]], claimed: Sequence[Span]) -> Span | None:
    for pattern in patterns:
        for match in pattern.finditer(target):
            span = Span(match.start(), match.end())
            if is_free(span, claimed):
                return span
    return None


def _is_covered(target: str, sought: Sought, there: Sequence[Sought]) -> bool:
    wanted = sought.wanted.casefold()
    for other in there:
        if re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", other.wanted.casefold()):
            return True
    if sought.care is not Care.COPY:
        return False
    # An organisation's English varies in the order of its words: "Department of State", "State Department".
    said = {word.casefold() for word in _WORD.findall(target)}
    asked = [word.casefold() for word in _WORD.findall(sought.wanted)]
    return all(word in said for word in asked if word not in _SMALL)
