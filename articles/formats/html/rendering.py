"""From the chosen blocks to a body and its markup, less the page's own words among them."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urljoin

from articles.cleaning import clean_line
from articles.formats.builder import Builder
from articles.formats.html.blocks import Block
from articles.formats.html.boilerplate import is_furniture, is_label, is_signature, without_credit
from articles.model import Markup, MarkupKind

_word = re.compile(r"\w+")
_safe_address = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_signed = re.compile(r"Por:? [A-ZÀ-Ý][\w.’'-]+(?: (?:d[aeo]s?|e|[A-ZÀ-Ý][\w.’'-]*)){1,5}\W*")
_ends = re.compile(r"[.!?…:;,][\"'”»’)\]]*\Z")


def weeded(blocks: list[Block], *, titles: set[str], byline: str | None) -> list[Block]:
    """The blocks that are the article's own: no labels, related links, credits, repeats, title or signature.

    Args:
        blocks: In order.
        titles: What the page calls itself, in ``folded`` form.
        byline: Who wrote it, as found in the page's metadata.
    """
    kept: list[Block] = []
    after_label = False
    seen: set[str] = set()
    prose = 0
    for block in blocks:
        _strip_title(block, titles)
        text = " ".join(block.text.split())
        key = folded(text)
        if is_label(text) and not (block.kind is None and prose and _ends.search(text.rstrip(":"))):
            after_label = True
            continue
        furniture = is_furniture(text, block.link_share, item=block.kind is MarkupKind.ITEM)
        if furniture or (after_label and block.link_share > 0.8):
            after_label = after_label or block.link_share < 0.8
            continue
        after_label = False
        if not key or (prose < 2 and key in titles) or ((prose < 1 or len(kept) < 4) and is_signature(text, byline)):
            continue
        if len(key) > 40 and key in seen:
            continue
        seen.add(key)
        prose += len(text) > 120
        kept.append(block)
    kept = _without_link_lists(_without_pulled(kept))
    while kept and (kept[-1].kind is MarkupKind.HEADING or is_signature(" ".join(kept[-1].text.split()), byline)):
        kept.pop()
    return kept


def signature_of(blocks: list[Block]) -> str | None:
    """The line among the first of the page that says "Por" somebody, where the metadata name nobody."""
    for block in blocks[:25]:
        for line in block.text.split("\n"):
            if _signed.fullmatch(line.strip()):
                return line.strip()
    return None


def _strip_title(block: Block, titles: set[str]) -> None:
    """Old pages set headline and signature as lines above the text: take the headline off."""
    lines = block.text.split("\n")
    if len(lines) > 1 and folded(lines[0]) in titles:
        at = block.pieces.index("\n") if "\n" in block.pieces else -1
        if at >= 0:
            block.pieces[: at + 1] = [piece for piece in block.pieces[:at] if not isinstance(piece, str)]


def folded(text: str) -> str:
    """Letters and digits alone, without case: for comparing."""
    return "".join(_word.findall(text.casefold()))


def body_of(blocks: list[Block], url: str | None) -> tuple[str, tuple[Markup, ...]]:
    """The body that the blocks are, and its markup."""
    builder = Builder("\x00")  # no heading is the title: that was seen to already
    for block in _joined(blocks):
        if block.kind is MarkupKind.CAPTION:
            _caption(builder, block)
            continue
        builder.begin(block.kind, block.value)
        if block.code:
            builder.code_lines("".join(piece for piece in block.pieces if isinstance(piece, str)))
        else:
            _fill(builder, block, url)
        builder.end()
    return builder.result()


def _fill(builder: Builder, block: Block, url: str | None) -> None:
    pieces = block.pieces
    texts = [at for at, piece in enumerate(pieces) if isinstance(piece, str)]
    last = texts[-1] if texts else -1
    for at, piece in enumerate(pieces):
        if isinstance(piece, str):
            builder.add(piece.rstrip() if at == last else piece)
        elif piece is None:
            builder.close()
        else:
            kind, value = piece
            builder.open(kind, _address(value, url) if kind is MarkupKind.LINK else value)


def _caption(builder: Builder, block: Block) -> None:
    builder.begin(MarkupKind.CAPTION)
    builder.add(without_credit(clean_line(block.text, 2000)))
    builder.end()


def _address(href: str, url: str | None) -> str:
    try:
        line = clean_line(urljoin(url or "", href.strip()), 2000)
    except ValueError:  # a broken IPv6 address
        return ""
    return line if _safe_address.fullmatch(line) else ""


def _joined(blocks: list[Block]) -> list[Block]:
    """The blocks, a first letter that was set apart put back before its word."""
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        text = block.text
        if (
            before is not None
            and len(before.text) == 1
            and before.text.isupper()
            and before.kind in (None, block.kind)
            and text[:1].islower()
        ):
            joined[-1] = block
            block.pieces.insert(0, before.text)
        else:
            joined.append(block)
    return joined


def _without_pulled(blocks: list[Block]) -> list[Block]:
    """The blocks less the quotations set large that the text says as well."""
    candidates = [block for block in blocks if block.kind is MarkupKind.QUOTE or block.pulled][:40]
    if not candidates:
        return blocks
    plain = folded("\n".join(block.text for block in blocks if block not in candidates))[:2_000_000]
    gone = {id(block) for block in candidates if len(key := folded(block.text)) > 20 and key in plain}
    return [block for block in blocks if id(block) not in gone]


def _without_link_lists(blocks: list[Block]) -> list[Block]:
    """The blocks less lists whose items are nothing but links."""
    lists: Counter[object] = Counter()
    links: Counter[object] = Counter()
    for block in blocks:
        if block.kind is MarkupKind.ITEM:
            lists[_list(block)] += 1
            links[_list(block)] += block.link_share > 0.9
    return [
        block
        for block in blocks
        if block.kind is not MarkupKind.ITEM
        or lists[_list(block)] < 2
        or links[_list(block)] < 0.9 * lists[_list(block)]
    ]


def _list(block: Block) -> object:
    return next(block.parent.iterancestors("ul", "ol"), block.parent)
