"""Who or what each mention of a text names, found by reading the mentions twice."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from reader.entities.aliases import Aliases
from reader.entities.grouping import People
from reader.entities.model import Kind, Mention
from reader.entities.person_forms import Form, Words, read_form
from reader.entities.ties import Tie, tie

_NO_NAMES = frozenset({Kind.DATE, Kind.QUANTITY})


class Identities:
    """Tells for each name of a text what it names: mentions of one thing have the same key.

    ``note`` each mention in the order of the text, then ``settle``, then ask ``key`` for each in the same order.

    Args:
        body: What the mentions are spans of; "" where only the names are known.
    """

    def __init__(self, body: str) -> None:
        self._body = body
        self._people = People()
        self._aliases = Aliases()
        self._apart: set[int] = set()  # where a name begins that is certainly not the one before it
        self._after: dict[int, Words] = {}  # where a name begins, and the words of the next one, which is another
        self._before: Mention | None = None
        self._form: Form | None = None
        self._key: Hashable = None

    def note(self, mention: Mention) -> None:
        """Read a mention for the first time."""
        before, self._before = self._before, mention
        if mention.kind in _NO_NAMES:
            return
        found = tie(self._body, before, mention) if before is not None and self._body else None
        if mention.kind is Kind.PERSON:
            words = self._form.words if self._form is not None and found is not None else None
            self._form = self._read(mention)
            self._people.note(self._form, found, words)
            if before is not None and found in {Tie.KIN, Tie.LISTED} and words != self._form.words:
                self._apart.add(mention.span.start)
                self._after[before.span.start] = self._form.words
        else:
            self._aliases.note(mention, before, self._body, found)

    def settle(self) -> Iterator[None]:
        """Decide which names are one, in small steps."""
        yield from self._people.settle()
        yield from self._aliases.settle()

    def key(self, mention: Mention) -> Hashable:
        """What a mention names, the next of the text; not for dates and quantities."""
        if mention.kind is Kind.PERSON:
            start = mention.span.start
            other = self._key if start in self._apart else None
            self._key = self._people.assign(self._read(mention), other, self._after.get(start))
            return mention.kind, self._key
        return self._aliases.key(mention)

    def _read(self, mention: Mention) -> Form:
        return read_form(mention.text, self._body, mention.span.start, mention.span.end)
