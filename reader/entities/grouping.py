"""Which mentions name the same person: short forms join the full name that is in play."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from reader.entities.gender import of_given
from reader.entities.name_parts import parts_of
from reader.entities.person_forms import Form, Words
from reader.entities.roots import Roots
from reader.entities.spelling import spelling
from reader.entities.ties import Tie

STEP = 100
"""Names settled between two yields: some milliseconds of work."""

_DOMINANT = 3  # times as often named: then a short form means it even when another was named last
_POOL = 20  # of the people whom a short form may mean so many are weighed, those named last first


@dataclass(slots=True)
class _Short:
    """A short form and whom it may stand for."""

    full: list[Hashable] = field(default_factory=list)
    named: Counter[Hashable] = field(default_factory=Counter)
    order: dict[Hashable, None] = field(default_factory=dict)  # the one named last at the end
    leader: Hashable = None

    def meant(self, who: Hashable) -> None:
        """Say that a mention of the text means ``who``."""
        self.named[who] += 1
        self.order.pop(who, None)
        self.order[who] = None
        if self.leader is None or self.named[who] > self.named[self.leader]:
            self.leader = who


@dataclass(slots=True)
class _Noted:
    """What the titles before one name say, over the text."""

    genders: dict[str, None] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)


class People:
    """Assigns each mention of a person to somebody, reading the mentions twice in the order of the text.

    Two different full names never become one, unless they are spellings of one name (Zelensky, Zelenskyy), one is the
    other with initials (F. H. Cardoso), or the text says so ("Edson Arantes do Nascimento, o Pelé"). A short form
    ("Silva") that several could mean is given, mention by mention, to the one named last, unless the gender of its
    title rules that one out, its title is another's, or another is named far more often. Father and son
    ("Silva Neto"), those whom the text calls kin ("irmão de"), and couples and families are kept apart.
    """

    def __init__(self) -> None:
        self._names: dict[Words, _Noted] = {}
        self._capitals: set[Words] = set()
        self._apart: dict[tuple[Words, Words], None] = {}
        self._tied: dict[tuple[Words, Words], None] = {}
        self._shorts: dict[Words, _Short] = {}
        self._parts: dict[Hashable, list[Words]] = {}
        self._same: Roots[Words] = Roots()

    def note(self, form: Form, tie: Tie | None = None, before: Words | None = None) -> None:
        """Say that a name occurs; call it for every mention before ``settle``.

        Args:
            form: How the mention names the person.
            tie: How the name is tied to the one before it.
            before: The words of that one.
        """
        if form.several:
            return
        known = self._names.get(form.words)
        if known is None:
            known = self._names[form.words] = _Noted()
        if form.title:
            known.titles.add(form.title)
            if form.gender:
                known.genders.setdefault(form.gender)
        if form.capitals:
            self._capitals.add(form.words)
        if before is not None and before != form.words:
            if tie is Tie.KIN:
                self._apart |= dict.fromkeys(((before, form.words), (form.words, before)))
            elif tie is Tie.SAME:
                self._tied.setdefault((before, form.words))

    def settle(self) -> Iterator[None]:
        """Find which names are short forms of which others, in small steps."""
        sounds: dict[Words, list[Words]] = {}
        for at, name in enumerate(self._names):
            alike = sounds.setdefault(_sound(name), [])
            if alike and len(name) > 1 and (alike[0], name) not in self._apart:
                self._same.join(alike[0], name)
            alike.append(name)
            if at % STEP == STEP - 1:
                yield None
        near: dict[Words, list[Words]] = {}
        exact: dict[Words, list[Words]] = {}
        for at, full in enumerate(self._names):
            for part, is_acronym in parts_of(full):
                if is_acronym and part not in self._capitals:
                    continue
                if part in self._names and (full, part) not in self._apart:
                    exact.setdefault(part, []).append(full)
                for other in () if is_acronym else sounds.get(_sound(part), ()):
                    if other != part and (full, other) not in self._apart:
                        near.setdefault(other, []).append(full)
            if at % STEP == STEP - 1:
                yield None
        for short, fulls in near.items():
            exact.setdefault(short, fulls)
        self._keep_kin_apart(exact)
        self._join_alike(sounds, exact)
        for at, (short, fulls) in enumerate(exact.items()):
            longest = [full for full in fulls if full not in exact]  # what is itself a short form is no full name
            self._shorts[short] = _Short(list(dict.fromkeys(map(self._same.of, longest or fulls))))
            if at % STEP == STEP - 1:
                yield None
        self._join_tied()
        for name, noted in self._names.items():
            if len(noted.genders) > 1 and len(name) == 1 and of_given(name[0]) is None:
                self._shorts.setdefault(name, _Short())  # "Sr. Silva" and "Sra. Silva", and no full name
        done = 0
        for short, known in self._shorts.items():
            known.full = list(dict.fromkeys(self._root(full) for full in known.full))
            for who in known.full:
                self._parts.setdefault(who, []).append(short)
            done += len(known.full)
            if done >= STEP:
                done = 0
                yield None

    def _keep_kin_apart(self, shorts: dict[Words, list[Words]]) -> None:
        """After "filho de Lula, Fábio", Lula is not Fábio Luís Lula da Silva either."""
        for one, other in self._apart:
            fulls = shorts.get(other, [])
            begins = bool(fulls) and fulls[0][: len(one)] == one  # the name that a full one begins with is its own
            if len(fulls) == 1 and one in shorts and fulls[0] in shorts[one] and not begins:
                shorts[one].remove(fulls[0])
                if not shorts[one]:
                    del shorts[one]

    def _join_alike(self, sounds: dict[Words, list[Words]], shorts: dict[Words, list[Words]]) -> None:
        """Single words that sound alike are one name, where neither belongs to a longer one."""
        for alike in sounds.values():
            if len(alike) > 1 and len(alike[0]) == 1:
                free = [name for name in alike if name not in shorts]
                for name in free[1:]:
                    self._same.join(free[0], name)

    def _join_tied(self) -> None:
        """What the text calls one person is one: the names, or the full names that they are short for."""
        for one, other in self._tied:
            first, second = self._alone(one), self._alone(other)
            if first is not None and second is not None and (first, second) not in self._apart:
                self._same.join(first, second)

    def _alone(self, name: Words) -> Words | None:
        """The one name that ``name`` is, or is short for; None where there are several."""
        short = self._shorts.get(name)
        if short is None:
            return self._same.of(name)
        only = short.full[0] if len(short.full) == 1 else None
        return only if isinstance(only, tuple) else None

    def _root(self, who: Hashable) -> Hashable:
        return self._same.of(who) if isinstance(who, tuple) else who

    def assign(self, form: Form, before: Hashable = None, after: Words | None = None) -> Hashable:
        """Whom a mention, the next of the text, stands for.

        Args:
            form: How it names the person.
            before: Whom the neighbour before it stands for, where the text says that this one is another.
            after: The words of the neighbour after it, where the text says so.
        """
        words = form.words
        if form.several:
            return words, "several"
        short = self._shorts.get(words)
        chosen = self._same.of(words) if short is None else self._choose(short, form, before, after)
        for part in self._parts.get(chosen, ()):
            self._shorts[part].meant(chosen)
        if short is not None and chosen not in self._parts:
            short.meant(chosen)
        return chosen

    def _choose(self, short: _Short, form: Form, before: Hashable, after: Words | None) -> Hashable:
        if before is None and after is None and not form.title and short.order:
            return _latest(short)
        pool = dict.fromkeys(itertools.islice(reversed(short.order), _POOL))
        pool |= dict.fromkeys(short.full[:_POOL])
        fitting = [who for who in pool if self._fits(who, form.gender)]
        others = {before, self._same.of(after) if after else None}
        allowed = [who for who in fitting if who not in others] or fitting
        if not allowed:
            return form.words, form.gender or self._only_gender(form.words)
        titled = [who for who in allowed if form.title and form.title in self._titles(who)]
        if len(titled) == 1:
            return titled[0]
        if short.leader in allowed and _leads(short, allowed[0]):
            return short.leader
        return allowed[0]  # the one named last, or the first of the text

    def _fits(self, who: Hashable, gender: str | None) -> bool:
        known = self._gender(who)
        return gender is None or known is None or known == gender

    def _gender(self, who: Hashable) -> str | None:
        if not isinstance(who, tuple):
            return None
        if len(who) == 2 and isinstance(who[0], tuple):
            return who[1] if isinstance(who[1], str) else None  # somebody known by title and surname alone
        given = of_given(who[0]) if len(who) > 1 else None
        noted = self._names.get(who)
        if given is None and noted is not None and len(noted.genders) == 1:
            return next(iter(noted.genders))
        return given

    def _only_gender(self, words: Words) -> str:
        noted = self._names.get(words)
        return next(iter(noted.genders)) if noted is not None and noted.genders else ""

    def _titles(self, who: Hashable) -> set[str]:
        noted = self._names.get(who) if isinstance(who, tuple) else None
        return noted.titles if noted is not None else set()


def _latest(short: _Short) -> Hashable:
    last = next(reversed(short.order))
    return short.leader if _leads(short, last) else last


def _leads(short: _Short, other: Hashable) -> bool:
    return short.named[short.leader] >= _DOMINANT * max(short.named[other], 1)


def _sound(name: Words) -> Words:
    return tuple(map(spelling, name))
