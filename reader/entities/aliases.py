"""Which names of organisations, places, works and events are one: acronyms, short heads, what is renamed."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator

from reader.entities.abbreviations import abbreviates, initials_of, is_acronym_of
from reader.entities.alias_tables import CANONICAL, PLACES
from reader.entities.english import place_key, territory
from reader.entities.gazetteer import fold
from reader.entities.model import Kind, Mention
from reader.entities.roots import Roots
from reader.entities.short_forms import short_organisations, short_places, without_branch
from reader.entities.ties import Tie

STEP = 200
"""Names settled between two yields."""

_QUOTES = "\"'«»“”‘’ "
_ARTICLE = re.compile(r"(?:o|a|os|as) (?=\S)")
# Between a long form and its acronym, in either order: "X (Y)", "X, Y,", "X, a Y,", "X – Y", "X ou Y".
_BRACKET = " ("
_BESIDE = re.compile(r"(?:,? (?:ou )?(?:(?:o|a|os|as) )?| ?[-–—]{1,2} ?| / ?|/)[\"«“]?\Z")
_LINKED = frozenset({Kind.ORGANISATION, Kind.PLACE, Kind.EVENT, Kind.WORK, Kind.OTHER})
_LONGEST_GAP = 8
_AFTER = ',.;:)!?»”"\n–— '

Name = tuple[Kind, str]


class Aliases:
    """Assigns each name of no person to one thing, reading the mentions twice in the order of the text."""

    def __init__(self) -> None:
        self._names: dict[tuple[Kind, str], Name] = {}  # the folded text, and the name it stands for
        self._same: Roots[Name] = Roots()
        self._linked: dict[Name, Name] = {}
        self._keys: dict[tuple[Kind, str], Name] = {}

    def note(self, mention: Mention, before: Mention | None, body: str, tie: Tie | None) -> None:
        """Say that a name occurs; call it for every mention that is no person, date or quantity before ``settle``.

        Args:
            mention: The mention.
            before: The mention before it in the text, of any kind.
            body: What the mentions are spans of.
            tie: What the words between the two say.
        """
        name = self._name(mention)
        self._names.setdefault((mention.kind, fold(mention.text)), name)
        if before is None or before.kind is not mention.kind or mention.kind not in _LINKED:
            return
        other = self._name(before)
        if other == name or name in self._linked or other in self._linked:
            return
        if tie is Tie.SAME and not _is_country(before) and not _is_country(mention):
            self._linked[name] = other
            return
        gap = body[before.span.end : mention.span.start] if mention.span.start - before.span.end <= _LONGEST_GAP else ""
        one, two = fold(before.text), fold(mention.text)
        if gap == _BRACKET and body[mention.span.end : mention.span.end + 1] == ")":
            if abbreviates(two, one):
                self._linked[name] = other
            elif abbreviates(one, two):
                self._linked[other] = name
        elif gap and _BESIDE.match(gap) and body[mention.span.end : mention.span.end + 1] in _AFTER:
            if is_acronym_of(two, one) or ((gap == ", a " or gap == ", o ") and abbreviates(two, one)):
                self._linked[name] = other
            elif is_acronym_of(one, two):
                self._linked[other] = name

    def settle(self) -> Iterator[None]:
        """Find which names are one, in small steps."""
        for short, long in self._linked.items():
            self._same.join(long, short)
        yield None
        for kind in (Kind.ORGANISATION, Kind.EVENT, Kind.OTHER):
            yield from self._join_acronyms(kind)
        yield from self._join_heads(Kind.ORGANISATION, short_organisations)
        yield from self._join_heads(Kind.PLACE, short_places)

    def _join_acronyms(self, kind: Kind) -> Iterator[None]:
        """An acronym is the one long name of the text that it may stand for, wherever that stands."""
        long_forms: dict[str, set[Name]] = {}
        for at, ((its_kind, text), name) in enumerate(self._names.items()):
            if its_kind is kind and " " in text:
                for letters in initials_of(text):
                    long_forms.setdefault(letters, set()).add(self._same.of(name))
            if at % STEP == STEP - 1:
                yield None
        for at, ((its_kind, text), name) in enumerate(self._names.items()):
            if its_kind is kind and name not in self._linked and len(text) > 2 and " " not in text:
                found = long_forms.get(text.replace(".", ""), ())
                if len(found) == 1:
                    self._same.join(next(iter(found)), name)
            if at % STEP == STEP - 1:
                yield None

    def _join_heads(self, kind: Kind, shorter: Callable[[str], Iterator[str]]) -> Iterator[None]:
        """A short form is the one long name of the text that it may stand for: "Supremo", "Itaú" of "Banco Itaú"."""
        long_names: dict[str, set[Name]] = {}
        done = 0
        for (its_kind, text), name in self._names.items():
            if its_kind is kind:
                for short in shorter(text):
                    long_names.setdefault(short, set()).add(self._same.of(name))
            done += 1
            if done % STEP == 0:
                yield None
        # The longer first: "Museu Nacional" joins "Museu Nacional de História Natural", then "Museu" is of one alone.
        for short, found in sorted(long_names.items(), key=lambda item: -item[0].count(" ")):
            its_name = self._names.get((kind, short))
            # "Sporting" beside "Sporting de Braga" and "Sporting da Covilhã" could be either.
            if its_name is not None and its_name not in self._linked:
                roots = {self._same.of(long) for long in found} - {self._same.of(its_name)}
                if len(roots) == 1:
                    self._same.join(next(iter(roots)), its_name)
            done += 1
            if done % STEP == 0:
                yield None

    def key(self, mention: Mention) -> Hashable:
        """What a mention names: mentions of one thing have the same key."""
        return self._same.of(self._name(mention))

    def _name(self, mention: Mention) -> Name:
        asked = mention.kind, mention.text
        known = self._keys.get(asked)
        if known is None:
            known = self._keys[asked] = mention.kind, canonical(mention.kind, mention.text)
        return known


def canonical(kind: Kind, text: str) -> str:
    """The folded name that stands for all usual names of one thing: "us" for Estados Unidos, EUA and the like."""
    name = fold(text)
    if kind is Kind.PLACE:
        name = place_key(text.strip(_QUOTES))
        return PLACES.get(name, name)
    if kind is Kind.ORGANISATION:
        name = without_branch(name.strip(_QUOTES))
        return CANONICAL.get(name, name)
    if kind in {Kind.WORK, Kind.EVENT}:
        bare = name.strip(_QUOTES)
        return _ARTICLE.sub("", bare, count=1) if _ARTICLE.match(bare) else bare or name
    return name


def _is_country(mention: Mention) -> bool:
    """Whether it is a country of today: "a União Soviética, hoje Rússia" stays two."""
    return mention.kind is Kind.PLACE and territory(mention.text) is not None
