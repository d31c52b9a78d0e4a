"""What a query asks of the library's tables, as SQL over the shelf."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from articles.errors import BadQuery
from articles.feeds.naming import feed_keys
from articles.finding.model import Filter, Query, Term, Text
from articles.finding.patterns import WORD
from articles.folding import fold
from articles.repository import Condition

Resolve = Callable[[sqlite3.Connection, Filter], Condition]
"""What a filter asks for: a condition over the shelf. It may look into the library first."""

NOTHING = Condition("0")
"""What no article meets."""

ARTICLE_TEXT = "article_text"


@dataclass(frozen=True, slots=True)
class Way:
    """How the texts of a query are found in one full-text table.

    Attributes:
        table: Its name.
        match: What FTS5 is asked for in it.
        other: What FTS5 must not find in ``others``: another table knows more of some articles.
        others: Other tables; where they have an article, all its texts are in them too.
    """

    table: str
    match: str
    other: str = ""
    others: tuple[str, ...] = ()

    def unless(self, key: str) -> Condition | None:
        """That the others do not find it; ``key`` is how SQL names the article."""
        if not self.other:
            return None
        within = [f"{key} IN (SELECT rowid FROM {each} WHERE {each} MATCH ?)" for each in self.others]  # noqa: S608
        return Condition(f"NOT ({' OR '.join(within)})", (self.other,) * len(within))


@dataclass(frozen=True, slots=True)
class Compiled:
    """A query as SQL.

    Attributes:
        ways: How the texts that all have to be there are found, in each table; empty where there are none.
        rest: What else has to hold; None for nothing.
        whole: Both together, as one condition; None for every article.
    """

    ways: tuple[Way, ...]
    rest: Condition | None
    whole: Condition | None


def compiled(
    connection: sqlite3.Connection, query: Query, tables: Sequence[str], filters: Mapping[str, Resolve]
) -> Compiled:
    """What a query asks for.

    Args:
        connection: The library.
        query: The query.
        tables: The full-text tables that texts are looked for in: ``article_text``, and others that have its columns
            and texts for some of the articles, and more. Their row ids are articles' keys.
        filters: What more filters mean than those of ``_FILTERS``, by their keys.

    Raises:
        BadQuery: A filter is asked for that nobody here knows.
    """
    wanted: list[str] = []
    unwanted: list[Term] = []
    rest: list[Condition] = []
    for group in query.groups:
        texts = [term.what.match for term in group if isinstance(term.what, Text) and not term.negated]
        if len(texts) == len(group):
            wanted.append(texts[0] if len(texts) == 1 else f"({' OR '.join(texts)})")
        elif len(group) == 1 and isinstance(group[0].what, Text):
            unwanted.append(group[0])
        else:
            rest.append(either([_term(connection, term, tables, filters) for term in group]))
    if not wanted:
        rest += [_term(connection, term, tables, filters) for term in unwanted]
        return Compiled((), *[both(rest) if rest else None] * 2)
    match, but = " AND ".join(wanted), " OR ".join(term.what.match for term in unwanted if isinstance(term.what, Text))
    ways = _ways(f"({match}) NOT ({but})" if but else match, but, tables)
    whole = both([in_texts(ways), *rest])
    return Compiled(ways, both(rest) if rest else None, whole)


def in_texts(ways: Sequence[Way]) -> Condition:
    """That the article is found in one of these ways."""
    found = []
    for way in ways:
        within = Condition(f"s.key IN (SELECT rowid FROM {way.table} WHERE {way.table} MATCH ?)", (way.match,))  # noqa: S608
        unless = way.unless("s.key")
        found.append(both([within, unless]) if unless else within)
    return either(found)


def _ways(match: str, but: str, tables: Sequence[str]) -> tuple[Way, ...]:
    first, *others = tables
    return Way(first, match, but if others else "", tuple(others)), *(Way(table, match) for table in others)


def both(conditions: Sequence[Condition]) -> Condition:
    """That all of them hold."""
    return _joined(conditions, " AND ")


def either(conditions: Sequence[Condition]) -> Condition:
    """That one of them holds."""
    return _joined(conditions, " OR ")


def _joined(conditions: Sequence[Condition], by: str) -> Condition:
    if len(conditions) == 1:
        return conditions[0]
    values = tuple(value for each in conditions for value in each.values)
    return Condition(by.join(f"({each.sql})" for each in conditions), values)


def _term(
    connection: sqlite3.Connection, term: Term, tables: Sequence[str], filters: Mapping[str, Resolve]
) -> Condition:
    if isinstance(term.what, Text):
        condition = in_texts(_ways(term.what.match, "", tables))
    else:
        resolve = filters.get(term.what.key) or _FILTERS.get(term.what.key)
        if resolve is None:
            message = f"{term.what.key}: at character {term.what.at + 1} cannot be asked for here"
            raise BadQuery(message, "leave it out", term.what.at)
        condition = resolve(connection, term.what)
    return Condition(f"NOT ({condition.sql})", condition.values) if term.negated else condition


def _tag(_connection: sqlite3.Connection, asked: Filter) -> Condition:
    name = fold(asked.value)
    if not name.endswith("*"):
        return Condition("s.key IN (SELECT key FROM tag WHERE name = ?)", (name,))
    begun = name.rstrip("*")
    within = "s.key IN (SELECT key FROM tag WHERE name >= ? AND name < ? || char(1114111))"
    return Condition(within, (begun, begun))


def _feed(connection: sqlite3.Connection, asked: Filter) -> Condition:
    keys = feed_keys(connection, asked.value)
    if not keys:
        return NOTHING
    signs = ", ".join("?" * len(keys))
    return Condition(f"s.key IN (SELECT article FROM feed_item WHERE feed IN ({signs}))", tuple(keys))  # noqa: S608


def _between(column: str) -> Resolve:
    def resolve(_connection: sqlite3.Connection, asked: Filter) -> Condition:
        if asked.low is None or asked.high is None:
            sign, value = (">=", asked.low) if asked.high is None else ("<=", asked.high)
            return Condition(f"{column} {sign} ?", (value,))
        return Condition(f"{column} BETWEEN ? AND ?", (asked.low, asked.high))

    return resolve


_MARKED = "FROM mark m JOIN article a ON a.id = m.article"

_IS = {
    "unread": Condition("s.read IS NULL"),
    "read": Condition("s.read IS NOT NULL"),
    "starred": Condition("s.starred IS NOT NULL"),
    "marked": Condition(f"s.key IN (SELECT a.key {_MARKED})"),
    "noted": Condition(f"s.key IN (SELECT a.key {_MARKED} WHERE m.note <> '')"),
    "tagged": Condition("s.key IN (SELECT key FROM tag)"),
}


def _is(_connection: sqlite3.Connection, asked: Filter) -> Condition:
    return _IS[asked.value]


def _lang(_connection: sqlite3.Connection, asked: Filter) -> Condition:
    # "pt" is every Portuguese: what goes on after a hyphen, which stands before the full stop.
    within = "s.language = ? COLLATE NOCASE OR s.language > ? COLLATE NOCASE AND s.language < ? COLLATE NOCASE"
    return Condition(within, (asked.value, f"{asked.value}-", f"{asked.value}."))


def _colour(_connection: sqlite3.Connection, asked: Filter) -> Condition:
    return Condition(f"s.key IN (SELECT a.key {_MARKED} WHERE m.colour = ?)", (asked.value,))


def _note(connection: sqlite3.Connection, asked: Filter) -> Condition:
    """Articles with a note that has these words next to each other; accents and capitals do not matter."""
    wanted = [fold(word) for word in WORD.findall(asked.value)]
    begun = asked.value.rstrip().endswith("*")
    # Notes are some thousand short texts at most: reading them takes less than an index of their own would.
    notes = connection.execute(f"SELECT DISTINCT a.key, m.note {_MARKED} WHERE m.note <> ''")
    found = {key for key, note in notes if wanted and _has(note, wanted, begun=begun)}
    return Condition("s.key IN (SELECT value FROM json_each(?))", (json.dumps(sorted(found)),))


def _has(note: str, wanted: Sequence[str], *, begun: bool) -> bool:
    said = [fold(word) for word in WORD.findall(note)]
    *whole, last = wanted
    for at in range(len(said) - len(whole)):
        there = said[at + len(whole)]
        if said[at : at + len(whole)] == whole and (there.startswith(last) if begun else there == last):
            return True
    return False


_FILTERS: dict[str, Resolve] = {
    "tag": _tag,
    "feed": _feed,
    "after": _between("s.day"),
    "before": _between("s.day"),
    "on": _between("s.day"),
    "words": _between("s.words"),
    "is": _is,
    "lang": _lang,
    "colour": _colour,
    "note": _note,
}
