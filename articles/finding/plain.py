"""Words, phrases and prefixes alone, where nothing else can be asked: in the translation memory."""

from __future__ import annotations

import re
import unicodedata

from articles.errors import BadQuery
from articles.finding.model import Text
from articles.finding.parsing import LONGEST_QUERY, MOST_TERMS, NO_WORD
from articles.finding.patterns import STARRED, WORD

_PART = re.compile(r'\s*(?:"(?P<phrase>[^"]*)"(?P<star>\*?)|(?P<open>")|(?P<chunk>[^\s"]+))')


def plain_match(query: str) -> str:
    """What FTS5 is asked for words, ``"phrases"`` and ``prefixes*``; everything else is plain text.

    Raises:
        BadQuery: There is no word, a quote is not closed, or it is too long; the message says where.
    """
    if len(query) > LONGEST_QUERY:
        message = f"the query goes on after character {LONGEST_QUERY}"
        raise BadQuery(message, "search for a part of it", LONGEST_QUERY)
    terms: list[str] = []
    for part in _PART.finditer(query.replace("\0", " ")):  # FTS5 would end the query there
        if part["open"]:
            at = part.start("open")
            message = f"the quote at character {at + 1} of the query is not closed"
            raise BadQuery(message, 'close it with another ", or leave it out', at, len(query))
        text = unicodedata.normalize("NFC", part["phrase"] or part["chunk"] or "")
        text = text.encode("utf-8", "replace").decode()  # half a character becomes a question mark
        words = WORD.findall(text)
        if not words:
            continue
        prefix = bool(part["star"] or (part["chunk"] and STARRED.search(text)))
        terms.append(Text(text, tuple(words), prefix).match)
        if len(terms) > MOST_TERMS:
            message = f"the query has more than {MOST_TERMS} words, the next at character {part.start() + 1}"
            raise BadQuery(message, "search for fewer of them, or for a phrase in quotes", part.start(), part.end())
    if not terms:
        raise BadQuery("the query has no word in it", NO_WORD, 0)
    return " ".join(terms)
