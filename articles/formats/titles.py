"""Finding a title in a body that was given none."""

from __future__ import annotations

import re

from articles.cleaning import clean_line
from articles.formats.dateline import without_dateline
from articles.model import PARAGRAPH_BREAK
from articles.sentences import sentence_spans

_LONGEST_TITLE = 120
_LONGEST_EXCERPT = 80
_SHORTEST_EXCERPT = 25
_LOOKED_AT = 4000

_LATE = 55  # characters: before, a comma often ends no more than who somebody is ("Kim Jong Un, líder da Coreia, …")
_FAIR = 45

_clause_end = re.compile(r"[,;:—–](?=\s)|\s[—–]")
_conjunction = re.compile(
    r"\s(?=(?:e que|que|mas|porém|quando|enquanto|após|depois|segundo|embora|porque|pois|onde|caso|apesar|durante"
    r"|desde)\s)"
)
_between = re.compile(r"\s")
_WHEN_OR_WHERE = frozenset(
    "depois após antes durante enquanto quando com em na no nas nos ao à às segundo desde apesar diante embora "  # noqa: SIM905
    "para por entre sob sobre perante devido conforme".split()
)
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_JOINS = frozenset("de da do das dos e".split())  # noqa: SIM905 - a list of words, one a line would fill the page
_OPEN_WORDS = frozenset(
    "a o as os um uma uns umas de da do das dos em no na nos nas por pelo pela pelos pelas para pra com sem sob sobre "  # noqa: SIM905
    "ao à aos às e ou nem que se como mais menos muito entre até contra seu sua seus suas este esta esse essa num numa "
    "dum duma não é são foi ser está estão há já desta deste nesta neste desse dessa nesse nessa quando após depois "
    "antes desde logo ainda todo toda todos todas cada outro outra outros outras dois duas três quatro cinco".split()
)
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
    """A title made of the body's first sentence, at most 80 characters, with "…" where it was cut.

    It is cut behind a clause where one ends late enough; else before a conjunction; else between words, but never
    within a name or behind a word that asks for another ("de", "a", "que"). A dateline before it is left out, and
    so is a clause that only says when or where, where nothing else would be left of the sentence.
    """
    spans = sentence_spans(body, 0, _LOOKED_AT)
    worded = (span for span in spans if _letter.search(span.of(body)))
    first = next(worded, spans[0])
    line = clean_line(first.of(body))
    line = without_dateline(line) or line
    return _shortened(line)


def _shortened(line: str) -> str:
    if len(line) <= _LONGEST_EXCERPT:
        bare = line[:-1] if line.endswith(".") and not line.endswith("..") else line
        return bare.strip() or line
    cut = _cut(line)
    if cut <= 0:
        return clean_line(line, _LONGEST_EXCERPT)
    if line[cut] == "," and "," not in line[:cut] and line.partition(" ")[0].lower() in _WHEN_OR_WHERE:
        # Nothing has happened yet: what did stands behind the comma.
        main = line[cut + 1 :].strip()
        if len(main) >= _SHORTEST_EXCERPT:
            return _shortened(main[0].upper() + main[1:])
    return line[:cut].rstrip(" ,;:–—-") + "…"


def _cut(line: str) -> int:
    """Where to end a title made of a longer sentence; 0 where there is no place."""
    for pattern, least in ((_clause_end, _LATE), (_conjunction, _LATE), (_between, _FAIR)):
        for found in reversed(list(pattern.finditer(line, least, _LONGEST_EXCERPT))):
            if _may_end(line, found.start()):
                return found.start()
    return line.rfind(" ", _SHORTEST_EXCERPT, _LONGEST_EXCERPT)


def _may_end(line: str, cut: int) -> bool:
    """Whether a title may end here: outside names, quotes and brackets, and not behind a word that asks for another."""
    head, tail = line[:cut].rstrip(" ,;:–—-"), line[cut:].lstrip()
    last = head.rpartition(" ")[2]
    if last.lower().strip('"“«(') in _OPEN_WORDS or any(head.count(one) > head.count(two) for one, two in _PAIRS):
        return False
    if head.count('"') % 2:
        return False
    if _clause_end.match(line, cut) or _conjunction.match(line, cut):
        return True
    following = tail.partition(" ")[0]
    # "Estado de | São Paulo" and "15 | mil" belong together; so does what a name's "de" joins.
    named = last[:1].isupper() or last[:1].isdigit()
    joined = following.lower() in _JOINS or following[:1].isupper() or following[:1].isdigit() or last[:1].isdigit()
    return not (named and joined)
