"""The mentions of an entity in eight bytes each, made into objects only where they are looked at."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import overload

from articles.model import Span
from reader.entities.model import Kind, Mention


class Mentions(Sequence[Mention]):
    """The mentions of one entity, in the order of the text; equal to a tuple of the same mentions.

    As objects, a mention takes some 200 bytes: too much for the screen's process where a name occurs a million times.

    Args:
        kind: What they name.
        forms: The forms the article uses.
        starts: For each mention, where it begins.
        which: For each mention, the index of its form.
    """

    __slots__ = ("_forms", "_kind", "_starts", "_which")

    def __init__(self, kind: Kind, forms: Sequence[str], starts: array[int], which: array[int]) -> None:
        self._kind = kind
        self._forms = forms
        self._starts = starts
        self._which = which

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> Mention: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Mention, ...]: ...

    def __getitem__(self, at: int | slice) -> Mention | tuple[Mention, ...]:
        if isinstance(at, slice):
            return tuple(self._made(number) for number in range(*at.indices(len(self))))
        return self._made(at)

    def __iter__(self) -> Iterator[Mention]:
        return map(self._made, range(len(self)))

    def ends(self) -> Iterator[tuple[int, int]]:
        """Where each begins and ends, without making objects of them."""
        sizes = [len(form) for form in self._forms]
        return ((start, start + sizes[form]) for start, form in zip(self._starts, self._which, strict=True))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, tuple | Mentions):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Mentions({len(self)} of {self._forms[0]!r})"

    def _made(self, number: int) -> Mention:
        start, text = self._starts[number], self._forms[self._which[number]]
        return Mention(Span(start, start + len(text)), self._kind, text)
