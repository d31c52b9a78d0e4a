"""Which blocks of a page are its article: trafilatura finds the place, the page's own structure says where it ends."""

from __future__ import annotations

import copy
import re
from collections import Counter

from articles.formats.html.blocks import Block
from articles.formats.html.tree import Element
from articles.model import MarkupKind

_RUN = 4  # words that must agree in a row
_LONGEST_OPENING = 12  # blocks between headline and text
_word = re.compile(r"\w+")
_TOO_MANY = 15_000  # blocks
_TOO_LARGE = 1_000_000  # characters of text beyond which trafilatura takes long; no article has as many


def selected(root: Element, blocks: list[Block], url: str | None) -> list[Block]:
    """The blocks of the article, in order; empty where trafilatura finds none and no place stands out.

    Args:
        root: The page's tree without what is never text. It is left as it is.
        blocks: All blocks of that tree.
        url: The page's address.
    """
    if not blocks:
        return []
    small = len(blocks) < _TOO_MANY and sum(len(block.text) for block in blocks) < _TOO_LARGE
    runs, lines = _found(root, url) if small else (set(), set())
    chosen = [_is_chosen(block, runs, lines) for block in blocks]
    if not any(chosen):
        chosen = [len(block.text) > 80 and block.link_share < 0.3 for block in blocks]
    place = _place(blocks, chosen)
    if place is None:
        return []
    own: Counter[Element] = Counter()
    every: Counter[Element] = Counter()
    for block, is_chosen in zip(blocks, chosen, strict=True):
        size = len(block.text)
        every[_holder(block)] += size
        own[_holder(block)] += size * is_chosen
    inside = [place in (block.parent, *block.parent.iterancestors()) for block in blocks]
    wide = place.tag in ("body", "html")
    both = [at for at, (is_in, is_chosen) in enumerate(zip(inside, chosen, strict=True)) if is_in and is_chosen]
    first, last = (both[0], both[-1]) if both else (0, 0)
    opening = _opening(blocks, place, first)
    kept = []
    for at, (block, is_in, is_chosen) in enumerate(zip(blocks, inside, chosen, strict=True)):
        home = own[_holder(block)] > 0.5 * every[_holder(block)]
        belongs = is_in and (home or (not wide and _fits(block, at, first, last)))
        if is_chosen:
            belongs = belongs or is_in or (len(block.text) > 80 and block.link_share < 0.5)
        if at in opening or (belongs and (is_chosen or block.link_share <= 0.6)):
            kept.append(block)
    return kept


def _found(root: Element, url: str | None) -> tuple[set[int], set[tuple[str, ...]]]:
    """What trafilatura takes for the article: its runs of words, and its short lines."""
    import trafilatura

    document = trafilatura.bare_extraction(
        copy.deepcopy(root),
        url=url,
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        include_links=False,
    )
    body = getattr(document, "body", None)
    runs: set[int] = set()
    lines: set[tuple[str, ...]] = set()
    if body is None:
        return runs, lines
    for element in body.iter("p", "head", "item", "quote", "cell", "code", "list", "row", "body", "hi"):
        line = tuple(_words("".join(element.itertext()) if element.tag != "body" else ""))
        if 0 < len(line) < 3 * _RUN:
            lines.add(line)
    words = _words(" ".join(body.itertext()))
    runs.update(hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1))
    return runs, lines


def _words(text: str) -> list[str]:
    return _word.findall(text.casefold())


def _is_chosen(block: Block, runs: set[int], lines: set[tuple[str, ...]]) -> bool:
    words = _words(block.text)
    if tuple(words) in lines:
        return True
    count = len(words) - _RUN + 1
    if count < 3:
        return False
    hits = sum(hash(tuple(words[at : at + _RUN])) in runs for at in range(count))
    return hits >= 0.5 * count


def _holder(block: Block) -> Element:
    """The element whose children a block and its neighbours are."""
    parent = block.parent.getparent()
    return block.parent if parent is None else parent


def _place(blocks: list[Block], chosen: list[bool]) -> Element | None:
    """The innermost element that holds nearly all that was chosen."""
    weight: Counter[Element] = Counter()
    total = 0
    for block, is_chosen in zip(blocks, chosen, strict=True):
        if is_chosen:
            size = len(block.text)
            total += size
            weight[block.parent] += size
            for ancestor in block.parent.iterancestors():
                weight[ancestor] += size
    best, depth = None, -1
    for element, size in weight.items():
        if size >= 0.85 * total:
            level = sum(1 for _ in element.iterancestors())
            if level > depth:
                best, depth = element, level
    if best is not None and best.tag == "p":
        best = best.getparent()
    return best


def _opening(blocks: list[Block], place: Element, first: int) -> set[int]:
    """Which blocks between the headline and the text open the article: the standfirst and the caption."""
    around = next((each for each in (place, *place.iterancestors()) if each.find(".//h1") is not None), None)
    headline = None if around is None or around.tag == "html" else around.find(".//h1")
    if headline is None:
        return set()
    starts = [
        at for at, block in enumerate(blocks[:first]) if headline in (block.parent, *block.parent.iterancestors())
    ]
    if not starts or first - starts[-1] > _LONGEST_OPENING:
        return set()
    return {at for at in range(starts[-1] + 1, first) if _opens(blocks[at])}


def _opens(block: Block) -> bool:
    if block.link_share > 0.3 or block.kind is MarkupKind.ITEM:
        return False
    return block.kind is MarkupKind.CAPTION or len(block.text) >= (40 if block.kind is MarkupKind.HEADING else 50)


def _fits(block: Block, at: int, first: int, last: int) -> bool:
    """Whether a block that trafilatura passed over belongs to the article by where it stands and what it is."""
    if block.kind in (MarkupKind.CAPTION, MarkupKind.HEADING, MarkupKind.QUOTE):
        return first - 4 <= at <= last + (1 if block.kind is not MarkupKind.HEADING else 0)
    prose = len(block.text) > 60 and block.link_share < 0.4
    return first < at < last or (prose and block.link_share < 0.2)
