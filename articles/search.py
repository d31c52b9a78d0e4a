"""Search queries: what they ask of the index, and the excerpt that shows why an article was found."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.errors import BadQuery

LONGEST_QUERY = 1000
"""Characters of a query."""
MOST_TERMS = 32
"""Words and phrases of a query."""
LONGEST_EXCERPT = 160
"""Characters of an excerpt."""

_LEAD = 40  # characters before the first match
_REACH = LONGEST_EXCERPT - _LEAD
_LOOKED_AT = 50  # matches weighed against each other, so that a long text costs no more than a short one

_MARKS = "\u0300-\u036f"
_LETTER = rf"(?:[^\W_]|[{_MARKS}])"
_WORD = re.compile(rf"[^\W_]{_LETTER}*")
_PART = re.compile(r'\s*(?:"(?P<phrase>[^"]*)"(?P<star>\*?)|(?P<open>")|(?P<chunk>[^\s"]+))')
_STARRED = re.compile(r"(?<=[^\W_])\*[\W_]*\Z")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Query:
    """A search query, understood.

    Attributes:
        match: What FTS5 is asked; every piece of the query in it is quoted.
        pattern: What matches a term in a text, one group for each term; accents and case do not matter.
    """

    match: str
    pattern: re.Pattern[str] = field(repr=False)


def parse(query: str) -> Query:
    """Understand words, ``"phrases"`` and ``prefixes*``; everything else is plain text.

    Raises:
        BadQuery: There is no word, a quote is not closed, or it is too long; the message says where.
    """
    if len(query) > LONGEST_QUERY:
        message = f"the query goes on after character {LONGEST_QUERY}"
        raise BadQuery(message, "search for a part of it")
    terms: list[str] = []
    patterns: list[tuple[str, str]] = []
    for part in _PART.finditer(query.replace("\0", " ")):  # FTS5 would end the query there
        if part["open"]:
            message = f"the quote at character {part.start('open') + 1} of the query is not closed"
            raise BadQuery(message, 'close it with another ", or leave it out')
        text = unicodedata.normalize("NFC", part["phrase"] or part["chunk"] or "")
        text = text.encode("utf-8", "replace").decode()  # half a character becomes a question mark
        words = _WORD.findall(text)
        if not words:
            continue
        prefix = bool(part["star"] or (part["chunk"] and _STARRED.search(text)))
        terms.append(f'"{text}"*' if prefix else f'"{text}"')
        patterns.append(_pattern(words, prefix=prefix))
        if len(terms) > MOST_TERMS:
            message = f"the query has more than {MOST_TERMS} words, the next at character {part.start() + 1}"
            raise BadQuery(message, "search for fewer of them, or for a phrase in quotes")
    if not terms:
        raise BadQuery("the query has no word in it", 'write a word, "two words" in quotes, or the begin* of one')
    return Query(" ".join(terms), _joined(patterns))


def excerpt(query: Query, title: str, body: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A stretch of the body, or else of the title, with a match in it; and where in it the matches are.

    It is the first stretch with the most different terms of the query. Without any match (the words stand in
    the byline, say) it is the beginning of the body.

    Returns:
        One line of at most ``LONGEST_EXCERPT`` characters, all printable, and ``(start, end)`` ranges of it.
    """
    for text in (body, title):
        match = _best(query.pattern, text)
        if match is not None:
            return _cut(query.pattern, text, match.start())
    return _cut(query.pattern, body, 0)[0], ()


def _best(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    matches = list(itertools.islice(pattern.finditer(text), _LOOKED_AT if pattern.groups > 1 else 1))
    best, most = None, 0
    for at, match in enumerate(matches):
        end = match.start() + _REACH
        different = len({other.lastindex for other in matches[at:] if other.end() <= end})
        if different > most:
            best, most = match, different
    return best or (matches[0] if matches else None)


def _cut(pattern: re.Pattern[str], text: str, at: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    start = max(0, at - _LEAD)
    if start:
        gap = _SPACE.search(text, start, at)
        start = gap.end() if gap else at
    lead = ("…" if start else "") + _line(text[start:at]).lstrip()
    rest = _line(text[at : at + 2 * LONGEST_EXCERPT]).strip()
    room = LONGEST_EXCERPT - len(lead)
    if len(rest) > room:
        rest = rest[: room - 1]
        rest = (rest.rpartition(" ")[0] or rest) + "…"
    line = lead + rest
    found = tuple(match.span() for match in pattern.finditer(line, len(lead)))
    return line, found or ((len(lead), len(line)),)  # a match longer than the excerpt fills it


def _line(text: str) -> str:
    """The text on one line, with a space for white space and for what cannot be shown."""
    line = _SPACE.sub(" ", text)
    if line.isprintable():
        return line
    return _SPACE.sub(" ", "".join(char if char.isprintable() else " " for char in line))


def _pattern(words: list[str], *, prefix: bool) -> tuple[str, str]:
    """The forms of a term's first letter, and the pattern of what follows it."""
    letters = [[_forms_of(char) for char in _folded(word)] for word in words]
    first = letters[0].pop(0)
    spelt = r"[\W_]{1,40}".join("".join(f"[{forms}][{_MARKS}]*" for forms in word) for word in letters)
    return first, f"[{_MARKS}]*{spelt}" + (f"{_LETTER}*" if prefix else f"(?!{_LETTER})")


def _joined(patterns: list[tuple[str, str]]) -> re.Pattern[str]:
    # A pattern that begins with a set of letters is looked for four times as fast as one that first looks
    # behind; so each term's own first letter is checked after the common set.
    firsts = "".join(sorted({form for first, _ in patterns for form in first}))
    terms = "|".join(f"(?<=[{first}])({rest})" for first, rest in patterns)
    return re.compile(f"[{firsts}](?<!{_LETTER}.)(?:{terms})")


def _folded(word: str) -> Iterator[str]:
    """The letters of a word as FTS5 folds them: accents go from the letters of the Latin alphabet only."""
    for char in word:
        base = unicodedata.normalize("NFD", char)[0]
        if base.isascii():
            yield base.lower()
        elif not "\u0300" <= char <= "\u036f":
            yield char


def _forms_of(char: str) -> str:
    """All forms of a folded letter, for a set in a pattern: letters and digits, nothing else."""
    cases = {char, char.lower(), char.upper()}
    return _latin().get(char) or "".join(sorted(form for form in cases if len(form) == 1))


@functools.cache
def _latin() -> dict[str, str]:
    """Each letter from a to z with all its forms, as FTS5 folds them (unicode61)."""
    forms = {chr(code): {chr(code), chr(code - 32)} for code in range(ord("a"), ord("z") + 1)}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if base in forms and len(unicodedata.normalize("NFD", chr(code))) > 1:
            forms[base].add(chr(code))
    forms["s"] |= {"ſ", "ẛ"}
    return {base: "".join(sorted(chars)) for base, chars in forms.items()}
