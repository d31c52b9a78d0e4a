"""Finding a title in a body that was given none."""

from __future__ import annotations

import re

from articles.cleaning import clean_line
from articles.model import PARAGRAPH_BREAK
from articles.sentences import sentence_spans

_LONGEST_TITLE = 120
_LONGEST_EXCERPT = 80
_SHORTEST_EXCERPT = 25
_LOOKED_AT = 4000

_clause_end = re.compile(r"[,;:—–(](?=\s)|\s[—–(]")
_letter = re.compile(r"[^\W\d_]")
_no_title = re.compile(r"[-–—•*]\s|\d{1,3}[.)]\s|[\"“«]|https?:")


def split_title(body: str) -> tuple[str, str] | None:
    """The title in a body's first line and the body behind it, or None where that line is no title.

    A title is one line of at most 120 characters with a letter in it, with no full stop or comma at its end,
    that is no item, quotation or address, and is followed by an empty line and more text.
    """
    end = body.find(PARAGRAPH_BREAK, 0, _LONGEST_TITLE + len(PARAGRAPH_BREAK))
    if end <= 0:
        return None
    line = body[:end]
    if "\n" in line or line[-1] in ".,;:" or not _letter.search(line) or _no_title.match(line):
        return None
    return clean_line(line), body[end + len(PARAGRAPH_BREAK) :]


def title_from(body: str) -> str:
    """A title made of the body's first sentence: at most 80 characters, with "…" where it was cut."""
    spans = sentence_spans(body, 0, _LOOKED_AT)
    worded = (span for span in spans if _letter.search(span.of(body)))
    first = next(worded, spans[0])
    line = clean_line(first.of(body))
    if len(line) <= _LONGEST_EXCERPT:
        bare = line[:-1] if line.endswith(".") and not line.endswith("..") else line
        return bare.strip() or line
    ends = [found.start() for found in _clause_end.finditer(line, _SHORTEST_EXCERPT, _LONGEST_EXCERPT)]
    cut = ends[-1] if ends else line.rfind(" ", _SHORTEST_EXCERPT, _LONGEST_EXCERPT)
    return line[:cut].rstrip() + "…" if cut > 0 else clean_line(line, _LONGEST_EXCERPT)
