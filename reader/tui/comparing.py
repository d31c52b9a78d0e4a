"""How two versions of an article differ, as rows of the screen: signs always say it, colours besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.cleaning import mask
from articles.differences import Change, Difference, differences
from articles.model import Article
from reader.i18n import ngettext
from reader.tui.page.cells import wrap

Part = tuple[str, str]
"""A stretch of text and the name of its ink; "" for the ground's own style."""

_SIGNS = {Change.REMOVED: ("[-", "-]"), Change.ADDED: ("{+", "+}")}
_LEADS = {Change.REMOVED: "- ", Change.ADDED: "+ ", Change.CHANGED: "~ ", Change.SAME: "  "}
_INKS = {Change.REMOVED: "removed", Change.ADDED: "added"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the screen: what stands in it, and the number of the difference it is of."""

    parts: tuple[Part, ...]
    of: int


def compared(old: Article, new: Article) -> list[Difference]:
    """What became of the title, where anything did, and of each paragraph."""
    titles = differences(old.title, new.title) if old.title != new.title else []
    return [*titles, *differences(old.body, new.body)]


def rows(found: Sequence[Difference], width: int) -> list[Row]:
    """The changed paragraphs, wrapped; of those that stayed the number."""
    laid: list[Row] = []
    same = 0
    for number, each in enumerate(found):
        if each.change is Change.SAME:
            same += 1
            continue
        laid += _unchanged(same, number)
        same = 0
        laid += [Row(parts, number) for parts in _changed(each, width)]
        laid.append(Row((), number))
    laid += _unchanged(same, len(found))
    return laid


def _unchanged(count: int, number: int) -> list[Row]:
    if not count:
        return []
    said = ngettext("{count} paragraph unchanged", "{count} paragraphs unchanged", count).format(count=count)
    return [Row(((f"  … {said}", "quiet"),), number - 1), Row((), number - 1)]


def _changed(difference: Difference, width: int) -> Iterator[tuple[Part, ...]]:
    lead = _LEADS[difference.change]
    marked: list[tuple[str, str]] = []
    for piece in difference.pieces:
        before, after = _SIGNS.get(piece.change, ("", "")) if difference.change is Change.CHANGED else ("", "")
        marked.append((before + mask(piece.text).replace("\n", " ") + after, _INKS.get(piece.change, "")))
    text = "".join(words for words, _ink in marked)
    begin = at = 0  # where the piece begins that the row begins in, and its number
    for start, end in wrap(text, max(1, width - len(lead))):
        parts: list[Part] = [(lead, _INKS.get(difference.change, "quiet"))]
        while at < len(marked):
            words, ink = marked[at]
            here = words[max(0, start - begin) : max(0, end - begin)]
            if here:
                parts.append((here, ink))
            if begin + len(words) > end:
                break
            begin, at = begin + len(words), at + 1
        yield tuple(parts)
