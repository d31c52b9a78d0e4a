"""Finding the paragraphs of plain text: wrapped lines joined, verse kept, blank lines folded."""

from __future__ import annotations

import itertools
import re

from articles.model import PARAGRAPH_BREAK

_NARROW = 40
_WIDE = 120  # a line longer than this was not wrapped by anybody: it is a paragraph
_PROSE_LINE = 50
_SHARE = 0.85

_blank_lines = re.compile(r"\n(?:[^\S\n]*\n)+")
_sentence_end = re.compile(r"[.!?…:;]['\"”»’)\]]*$")
_item = re.compile(r"(?:[-–—•*+·]|\d{1,3}[.)]|[a-z]\))\s")
_NO_BREAKS = ("\u00a0", "\u202f")


def paragraphs_of(text: str) -> str:
    """The body that clean plain text stands for.

    Text whose paragraphs are already separated by one empty line comes back as it is (the same object where
    there is no white space at its ends), so that offsets agree with the file. Else: several empty lines fold
    to one; white space at the ends of lines goes; lines wrapped at a width are joined by a space (after a
    hyphen by nothing; the hyphen stays); lines that are paragraphs are set apart; verse keeps its lines.
    """
    text = text.strip()
    if _regular(text):
        return text
    bare = PARAGRAPH_BREAK not in text and _blank_lines.search(text) is None
    blocks = _blank_lines.split(text)
    width = _wrapped_width(blocks)
    return PARAGRAPH_BREAK.join(filter(None, (_block(block, width, bare=bare) for block in blocks)))


def _regular(text: str) -> bool:
    # Counting and looking for fixed strings costs a few milliseconds for 10 MB; a pattern costs hundreds.
    spaces = (" ", *_NO_BREAKS)
    return (
        text.count("\n") == 2 * text.count(PARAGRAPH_BREAK)
        and "\n\n\n" not in text
        and not any(space + "\n" in text or "\n" + space in text for space in spaces)
    )


def _wrapped_width(blocks: list[str]) -> int:
    """The width that the first blocks are wrapped at, or 0: it helps to judge blocks of two lines."""
    widest = 0
    for block in blocks[:50]:
        lines = _lines(block)
        if len(lines) > 2 and _is_wrapped(lines, 0):
            widest = max(widest, max(map(len, lines)))
    return widest


def _lines(block: str) -> list[str]:
    return [line for line in map(str.strip, block.split("\n")) if line]


def _block(block: str, width: int, *, bare: bool) -> str:
    if "\n" not in block:
        return block.strip()
    groups = _indented_groups(block)
    if groups:
        return PARAGRAPH_BREAK.join(_joined(_lines(group)) for group in groups)
    lines = _lines(block)
    if len(lines) == 1:
        return lines[0]
    if any(len(line) > _WIDE for line in lines) or sum(map(bool, map(_item.match, lines))) > len(lines) / 2:
        return PARAGRAPH_BREAK.join(_whole(lines))
    if _is_wrapped(lines, width):
        return _joined(lines)
    ended = sum(map(bool, map(_sentence_end.search, lines)))
    longish = sorted(map(len, lines))[len(lines) // 2] >= _PROSE_LINE
    if longish and ended >= 0.6 * len(lines) and (bare or len(lines) > 2):
        return PARAGRAPH_BREAK.join(_whole(lines))
    return "\n".join(lines)


def _whole(lines: list[str]) -> list[str]:
    """The lines, those joined between which a sentence goes on: a paragraph may end anywhere but there."""
    whole = lines[:1]
    for before, line in itertools.pairwise(lines):
        if line[0].islower() and not _sentence_end.search(before) and not _item.match(line):
            whole[-1] = _joined([whole[-1], line])
        else:
            whole.append(line)
    return whole


def _is_wrapped(lines: list[str], width: int) -> bool:
    """Whether each line was broken because the next word no longer fitted; verse breaks before that."""
    widest = max(width, max(map(len, lines)))
    if widest < _NARROW or widest > _WIDE:
        return False
    pairs = list(itertools.pairwise(lines))
    capitals = sum(line[0].isupper() for line in lines)
    if len(lines) > 2 and capitals >= _SHARE * len(lines):
        return False
    if len(lines) == 2 and not width:
        return len(lines[0]) >= _NARROW and lines[1][0].islower() and not _sentence_end.search(lines[0])
    full = sum(len(line) + 1 + len(following.split(None, 1)[0]) > widest for line, following in pairs)
    return full >= _SHARE * len(pairs)


def _joined(lines: list[str]) -> str:
    pieces = [lines[0]]
    for before, line in itertools.pairwise(lines):
        hyphenated = before[-1] == "-" and before[-2:-1].isalpha() and line[0].islower()
        pieces.append(line if hyphenated else " " + line)
    return "".join(pieces)


def _indented_groups(block: str) -> list[str]:
    """Wrapped paragraphs that are set apart by indenting their first lines; empty where it is not so."""
    lines = block.split("\n")
    first = [line[:2].isspace() and not line.isspace() for line in lines]
    starts = [at for at, indented in enumerate(first) if at == 0 or indented]
    if not 1 < len(starts) <= len(lines) / 2:
        return []
    groups = ["\n".join(lines[at:to]) for at, to in zip(starts, [*starts[1:], len(lines)], strict=True)]
    flat = [line for group in groups for line in _lines(group)[:-1]]
    return groups if flat and min(map(len, flat)) >= _NARROW else []
