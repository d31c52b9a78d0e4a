"""Text as XHTML: what HTML and EPUB share. Every character of an article passes through ``text`` here."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from articles.cleaning import mask
from articles.model import BLOCK_KINDS, MarkupKind, Span
from reader.entities.model import Entity
from reader.export.model import Block, Exported, Look
from reader.export.telling import KIND, entity_told
from reader.i18n import _

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""

_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]*:[0-9a-f:.]*")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")

_TAGS = {MarkupKind.EMPHASIS: "em", MarkupKind.STRONG: "strong", MarkupKind.CODE: "code"}
_RANKS = {"span": 0, "mark": 1, "a": 2, "strong": 3, "em": 4, "code": 5, "b": 6}


def text(raw: str) -> str:
    """Text for an element or an attribute: nothing in it is markup, or a character that XML cannot hold."""
    return html.escape(_FORBIDDEN.sub("\ufffd", mask(raw)))


def lines(raw: str) -> str:
    """The same, where line feeds break lines."""
    return "<br/>".join(map(text, raw.split("\n")))


def attributes(**values: str | None) -> str:
    """Attributes with a space before each; a name ends in "_" where Python has a word of it, "_" else is a hyphen."""
    said = ((name.rstrip("_").replace("_", "-"), value) for name, value in values.items() if value)
    return "".join(f' {name}="{text(value)}"' for name, value in said)


def address(raw: str) -> str | None:
    """An address as a link may have it; None for what is none of the web or of mail."""
    try:
        parts = urlsplit("".join(raw.split()))
        port, host = parts.port, (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError):  # no browser takes it either
        return None
    rest = _quoted(parts.path) + (f"?{_quoted(parts.query)}" if parts.query else "")
    if parts.scheme == "mailto":
        return f"mailto:{rest}" if parts.path else None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        return None
    place = (f"[{host}]" if ":" in host else host) + (f":{port}" if port is not None else "")
    rest += f"#{_quoted(parts.fragment)}" if parts.fragment else ""
    return f"{parts.scheme}://{place}{rest}" if rest[:1] in ("", "/", "?", "#") else None


def _quoted(part: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", part), safe="/:?@!$&'()*+,;=~%", errors="replace")


@dataclass(frozen=True, slots=True)
class Wrap:
    """An element around a stretch of a paragraph.

    Attributes:
        span: The stretch, in characters of the body.
        tag: The element's name.
        attributes: As they stand behind the name.
        once: What else stands there, the first time it is opened: an id.
    """

    span: Span
    tag: str
    attributes: str = ""
    once: str = ""

    def rank(self) -> tuple[int, int]:
        """The outer ones first: the longer, then by what they are."""
        return -self.span.end, _RANKS.get(self.tag, 9)


def wrapped(body: str, span: Span, wraps: Iterable[Wrap]) -> str:
    """A stretch of the body with elements around stretches of it, which may overlap: they are cut then."""
    found = (each for each in wraps if each.span.overlaps(span))
    inside = sorted(found, key=lambda each: (each.span.start, *each.rank()))
    ends = (_within(at, span) for each in inside for at in (each.span.start, each.span.end))
    cuts = sorted({span.start, span.end, *ends})
    parts: list[str] = []
    open_: list[Wrap] = []
    waiting = list(reversed(inside))
    for at, end in zip(cuts, [*cuts[1:], span.end], strict=True):
        ended = next((number for number, each in enumerate(open_) if each.span.end <= at), None)
        again: list[Wrap] = []
        if ended is not None:
            parts += [f"</{each.tag}>" for each in reversed(open_[ended:])]
            again = [each for each in open_[ended:] if each.span.end > at]
            open_ = open_[:ended]
        parts += [f"<{each.tag}{each.attributes}>" for each in again]
        open_ += again
        while waiting and waiting[-1].span.start <= at:
            new = waiting.pop()
            once = new.once if new.span.start >= span.start else ""  # it began before this paragraph
            parts.append(f"<{new.tag}{new.attributes}{once}>")
            open_.append(new)
        if at < end:
            parts.append(lines(body[at:end]))
    parts += [f"</{each.tag}>" for each in reversed(open_)]
    return "".join(parts)


def _within(at: int, span: Span) -> int:
    return min(max(at, span.start), span.end)


@dataclass(frozen=True, slots=True)
class Signs:
    """What stands in the text of an article besides its words: prepared once, looked up by paragraph.

    Attributes:
        inline: Emphasis, code and links, in order.
        names: Mentions of names, in order.
        marks: The reader's marks.
        code: Stretches of code, whose spaces count.
    """

    inline: Sequence[Wrap]
    names: Sequence[Wrap]
    marks: Sequence[Wrap]
    code: frozenset[Span]

    @classmethod
    def of(cls, exported: Exported, look: Look, prefix: str) -> Signs:
        """Those of an article.

        Args:
            exported: The article.
            look: Says whether names and marks are to be there.
            prefix: What the ids of this article's parts begin with.
        """
        names = list(_names(exported.entities)) if look.entities else []
        marks = []
        for number, mark in enumerate(exported.marks if look.marks else (), 1):
            told = " · ".join(filter(None, (mark.colour, mark.note.replace("\n", " "))))
            known = attributes(class_=f"c-{colour(mark.colour)}", title=told)
            marks.append(Wrap(mark.span, "mark", known, f' id="{prefix}m{number}"'))
        code = frozenset(each.span for each in exported.article.markup if each.kind is MarkupKind.CODE)
        return cls(list(_inline(exported)), sorted(names, key=lambda each: each.span), marks, code)

    def within(self, block: Block) -> list[Wrap]:
        """Those that touch a paragraph."""
        from bisect import bisect_left

        span = block.paragraph.span
        found = [each for each in self.marks if each.span.overlaps(span)]
        for kept in (self.inline, self.names):
            at = bisect_left(kept, span.start, key=lambda each: each.span.start)
            while at < len(kept) and kept[at].span.start < span.end:
                found.append(kept[at])
                at += 1
        return found


COLOURS = ("yellow", "green", "blue", "pink", "orange", "purple", "red", "grey")
"""The colours of marks that have a look of their own; others look as the usual one does."""


def colour(name: str) -> str:
    """The class of a mark's colour."""
    return name if name in COLOURS else "usual"


def _names(entities: Sequence[Entity]) -> Iterator[Wrap]:
    for entity in entities:
        told = entity_told(entity)
        title = f"{_(KIND[entity.kind])}: {told}" if told else _(KIND[entity.kind])
        known = attributes(class_=f"e e-{entity.kind.value}", title=title)
        for mention in entity.mentions:
            yield Wrap(mention.span, "span", known)


def _inline(exported: Exported) -> Iterator[Wrap]:
    linked = 0
    for each in exported.article.markup:
        if each.kind in BLOCK_KINDS:
            continue
        if each.kind is not MarkupKind.LINK:
            yield Wrap(each.span, _TAGS[each.kind])
        elif each.span.start >= linked and (href := address(each.value)) is not None:
            linked = each.span.end  # a link in a link is none
            yield Wrap(each.span, "a", attributes(href=href, rel="noopener noreferrer"))
