"""Understanding a query: words, phrases, prefixes and filters, each with its place, and what is wrong where."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator

from articles.errors import BadQuery
from articles.finding import days, fields
from articles.finding.model import Filter, Query, Term, Text
from articles.finding.patterns import STARRED, WORD

LONGEST_QUERY = 1000
"""Characters of a query."""
MOST_TERMS = 32
"""Words, phrases and filters of a query."""

NO_WORD = 'write a word, "two words" in quotes, or the begin* of one'
"""What is told where there is none."""

_QUOTES = str.maketrans(dict.fromkeys("“”„‟″", '"') | {"\0": " "})  # FTS5 would end the query at a NUL
_MINUS = "-\u2212"
# A key is letters and a colon that something follows on the other side of no space, or the end.
_part = re.compile(
    rf'\s*(?P<minus>[{_MINUS}](?=["\w]))?(?:(?P<key>[^\W\d_]{{1,20}}):(?!//))?'
    r'(?:"(?P<phrase>[^"]*)"(?P<star>\*?)|(?P<open>")(?P<rest>.*)|(?P<chunk>[^\s"]+))?',
    re.DOTALL,
)
_amount = re.compile(r"(?P<sign>>=|<=|>|<|=)?(?P<low>\d{1,9})|(?P<from>\d{1,9})(?:\.\.|-)(?P<to>\d{1,9})")
_tag = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def parse(query: str, *, typing: bool = False, today: datetime.date | None = None) -> Query:
    """Understand a query.

    Args:
        query: See ``docs/searching.md``.
        typing: Whether the end of it is still being written: a quote that is open, a key without its value, half a
            date are no mistake there, and the last word may go on.
        today: The day that "today" is; None for this machine's.

    Raises:
        BadQuery: It is wrong, and where; or it has neither a word nor a filter, but something else.
    """
    return _Parser(query, typing, today or datetime.date.today()).parse()  # noqa: DTZ011 - the reader's own day


class _Parser:
    def __init__(self, query: str, typing: bool, today: datetime.date) -> None:
        if len(query) > LONGEST_QUERY:
            message = f"the query goes on after character {LONGEST_QUERY}"
            raise BadQuery(message, "search for a part of it", LONGEST_QUERY)
        self._query = query.translate(_QUOTES)
        self._typing = typing
        self._today = today
        self._end = len(self._query.rstrip())

    def parse(self) -> Query:
        groups: list[list[Term]] = []
        either: int | None = None  # where an OR stands that waits for what comes after it
        bare = ""  # the word before, where it is neither a phrase nor a filter
        for part in _parts(self._query):
            at = part.start() + len(part[0]) - len(part[0].lstrip())
            if part["chunk"] in ("OR", "OU", "|") and not part["minus"] and not part["key"]:
                if not groups or either is not None:
                    self._lonely(at, part.end())
                if bare[:1] != "(" and bare.endswith(")"):
                    self._bracket(at)
                either, bare = at, ""
                continue
            bare = part["chunk"] or "" if not part["key"] else ""
            self._elsewhere(bare, at, part, after_or=either is not None)
            for term in self._terms(part, at):
                if either is not None and groups:
                    groups[-1].append(term)
                else:
                    groups.append([term])
                either = None
                if sum(map(len, groups)) > MOST_TERMS:
                    message = f"the query has more than {MOST_TERMS} terms, the next at character {at + 1}"
                    raise BadQuery(message, "search for fewer of them, or for a phrase in quotes", at, part.end())
        if either is not None and not self._typing:
            self._lonely(either, either + 2)
        if not groups and self._query.strip() and not self._typing:
            raise BadQuery("the query has no word in it", NO_WORD, 0)
        return Query(tuple(tuple(group) for group in groups))

    def _lonely(self, at: int, end: int) -> None:
        if not self._typing:
            message = f"the OR at character {at + 1} needs a term on either side"
            raise BadQuery(message, 'for the word itself write it small, or in quotes: "or"', at, end)

    def _elsewhere(self, bare: str, at: int, part: re.Match[str], *, after_or: bool) -> None:
        """Refuse what other search languages have and what would quietly mean something else in this one."""
        last = part.end() >= self._end
        if last and self._typing:
            return
        if bare in _OTHERS and not part["minus"] and not last and self._query[:at].strip():
            message = f"there is no {bare}, at character {at + 1}"
            raise BadQuery(message, _OTHERS[bare], at, part.end())
        if bare[:2] in ("-(", "\u2212(") or (after_or and bare[:1] == "(" and ")" not in bare):
            self._bracket(at)

    def _bracket(self, at: int) -> None:
        message = f"there are no brackets around several words, as at character {at + 1}"
        raise BadQuery(message, "OR holds for the words beside it: a b OR c; a minus for one: -a -b", at, self._end)

    def _terms(self, part: re.Match[str], at: int) -> list[Term]:
        last = part.end() >= self._end and self._typing
        negated = bool(part["minus"])
        if part["open"] is not None and not last:
            quote = part.start("open")
            message = f"the quote at character {quote + 1} of the query is not closed"
            raise BadQuery(message, 'close it with another ", or leave it out', quote, self._end)
        key = fields.key_of(part["key"]) if part["key"] else None
        if part["key"] and key is None:
            return self._unknown(part, at, negated=negated)
        value = part["phrase"] if part["phrase"] is not None else part["chunk"] or part["rest"] or ""
        if key is None:
            starred = bool(part["star"]) or (part["chunk"] is not None and STARRED.search(value) is not None)
            going_on = last and part["chunk"] is not None and part.end() == len(self._query)
            text = _text(value, starred, going_on=going_on or part["open"] is not None)
            return [Term(text, negated)] if text else []
        place = part.start("key")
        if not value.strip():
            if last:
                return []
            message = f"nothing stands after {part['key']}: at character {place + 1}"
            advice = f"write what is looked for right after the colon: {part['key']}:{_EXAMPLES[key]}"
            raise BadQuery(message, advice, place, part.end())
        if key in fields.COLUMNS:
            starred = bool(part["star"]) or (part["chunk"] is not None and STARRED.search(value) is not None)
            text = _text(value, starred, fields.COLUMNS[key], going_on=last)
            if text is None:
                message = f"there is no word after {part['key']}: at character {place + 1}"
                raise BadQuery(message, f"write {part['key']}:{_EXAMPLES[key]}", place, part.end())
            return [Term(text, negated)]
        filter_ = self._filter(key, value.strip(), part, last=last)
        return [Term(filter_, negated)] if filter_ else []

    def _unknown(self, part: re.Match[str], at: int, *, negated: bool) -> list[Term]:
        """A word with a colon that is no key: a mistake if a value stands after it, else a word."""
        value = part["phrase"] or part["chunk"] or part["rest"]
        if value and not self._typing:
            near = fields.nearest(part["key"])
            message = f"there is no '{part['key']}:' to search by, at character {part.start('key') + 1}"
            meant = f"is it {near}: that was meant? " if near else f"there are {', '.join(fields.FIELDS)}; "
            advice = f'{meant}the words themselves go in quotes: "{part["key"]}:{value[:20]}"'
            raise BadQuery(message, advice, part.start("key"), part.end("key") + 1)
        texts = [_text(part["key"]), _text(value or "", going_on=self._typing)]
        return [Term(text, negated) for text in texts if text]

    def _filter(self, key: str, value: str, part: re.Match[str], *, last: bool) -> Filter | None:
        start, end = part.start("key"), part.end()
        at = max(part.start(name) for name in ("phrase", "rest", "chunk"))
        if key in fields.DAYS:
            try:
                first, final = days.period(value, self._today)
            except (ValueError, OverflowError):
                if last and days.may_become(value):
                    return None
                message = f"'{value[:40]}' at character {at + 1} is no date"
                raise BadQuery(message, days.ALLOWED, at, end) from None
            low = None if key == "before" else first.isoformat()
            high = None if key == "after" else final.isoformat()
            return Filter(key, value, low, high, start)
        if key == "is":
            state = fields.state_of(value)
            if state is None:
                if last and fields.begins_state(value):
                    return None
                message = f"'{value[:40]}' at character {at + 1} is nothing an article can be"
                raise BadQuery(message, f"write {', '.join(f'is:{each}' for each in fields.IS)}", at, end)
            return Filter(key, state, at=start)
        if key == "colour":
            colour = fields.colour_named(value)
            if colour is None:
                if last and fields.begins_colour(value):
                    return None
                message = f"'{value[:40]}' at character {at + 1} is no colour of marks"
                raise BadQuery(message, f"write {', '.join(f'colour:{each}' for each in fields.COLOURS)}", at, end)
            return Filter(key, colour, at=start)
        if key == "lang":
            if not _tag.fullmatch(value):
                if last:
                    return None
                message = f"'{value[:40]}' at character {at + 1} is no language"
                raise BadQuery(message, "write lang:pt, lang:pt-BR or lang:pt-PT", at, end)
            return Filter(key, value, at=start)
        if key == "words":
            return self._words(value, at, start, end, last=last)
        return Filter(key, value, at=start)

    def _words(self, value: str, at: int, start: int, end: int, *, last: bool) -> Filter | None:
        found = _amount.fullmatch(value) if value.isascii() else None
        if found is None:
            if last and value in "<>=<=>=":
                return None
            message = f"'{value[:40]}' at character {at + 1} is no number of words"
            raise BadQuery(message, "write words:>500, words:<200 or words:200..500", at, end)
        if found["from"]:
            return Filter("words", value, int(found["from"]), int(found["to"]), start)
        number, sign = int(found["low"]), found["sign"] or "="
        low = {">": number + 1, ">=": number, "=": number}.get(sign)
        high = {"<": number - 1, "<=": number, "=": number}.get(sign)
        return Filter("words", value, low, high, start)


_OTHERS = {
    "AND": 'leave it out, all words must occur; for the word itself write it small, or in quotes: "and"',
    "NOT": 'write -word for what must not occur; for the word itself write it small, or in quotes: "not"',
}

_EXAMPLES = {
    "author": '"Ana Souza"',
    "source": "folha",
    "title": "kim",
    "tag": "mundo",
    "feed": '"Mundo"',
    "entity": '"Vladimir Putin"',
    "after": "2023-09-10",
    "before": "2023-09",
    "on": "today",
    "is": "unread",
    "lang": "pt-PT",
    "words": ">500",
    "colour": "yellow",
    "note": "mapa",
}


def _parts(query: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(query):
        part = _part.match(query, at)
        assert part is not None
        if not part[0].strip():
            if part.end() == len(query):
                return
            at = max(part.end(), at) + (part.end() == at)
            continue
        yield part
        at = part.end()


def _text(value: str, prefix: bool = False, column: str = "", *, going_on: bool = False) -> Text | None:
    """The text that a piece of a query asks for; None where no word is in it.

    Args:
        value: The piece.
        prefix: Whether a star stands after it.
        column: See ``Text``.
        going_on: Whether it is still being typed: two letters and more may be the beginning of a word.
    """
    text = unicodedata.normalize("NFC", value).replace('"', " ")
    text = text.encode("utf-8", "replace").decode()  # half a character becomes a question mark
    words = WORD.findall(text)
    if not words:
        return None
    begun = going_on and len(words[-1]) > 1 and text.endswith(words[-1])
    return Text(text, tuple(words), prefix or begun, column)
