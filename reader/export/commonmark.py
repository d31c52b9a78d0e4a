"""An article as Markdown with front matter, such that adding it gives the same article again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from articles.model import BLOCK_KINDS, Article, Markup, MarkupKind, Paragraph, Span, paragraph_spans

_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|$]")
"""What Markdown, or a usual extension of it, may read as its own anywhere in a line."""

_AT_START = re.compile(r"(?m)^(?:([#+=:-])|(\d{1,9})([.)]))")
"""What Markdown reads as its own at the beginning of a line: headings, items, rules."""

_BREAK = "\\\n"

_CLOSING = re.compile(r"(^|\s)(#+)$")
"""What Markdown takes for the end of a heading."""

_UNSAFE = re.compile(r"[<>\\\s]")
"""What may not stand in an address between angle brackets."""

_FENCES = {MarkupKind.EMPHASIS: ("*", "*"), MarkupKind.STRONG: ("**", "**")}


def front_matter(article: Article, **more: str) -> str:
    """What is known of the article, as YAML between two lines of three hyphens.

    Args:
        article: Whose title, byline, source, URL, day, language and tags are written, where they are known.
        more: Further keys and their text, which replace those of the article.
    """
    known: dict[str, str | list[str] | None] = {
        "title": article.title,
        "byline": article.byline,
        "source": article.source,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "tags": list(article.tags),
        **more,
    }
    # JSON is YAML: quoted, so that "não" stays a word, "2023" a text and no sign means anything.
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in known.items() if value]
    return "\n".join(["---", *lines, "---"])


def paragraphs(article: Article) -> Iterator[str]:
    """The paragraphs of the body in Markdown, in order."""
    marks = list(article.markup)  # sorted
    at = 0
    for span in paragraph_spans(article.body):
        first = at
        while at < len(marks) and marks[at].span.start < span.end:
            at += 1
        yield paragraph(article.body, span, marks[first:at])


def paragraph(body: str, span: Span, marks: Sequence[Markup]) -> str:
    """One paragraph in Markdown.

    Args:
        body: The article's body.
        span: The paragraph.
        marks: What is not plain text in it.
    """
    block = next((mark for mark in marks if mark.span == span and mark.kind in BLOCK_KINDS), None)
    if block is None and len(marks) == 1 and marks[0].span == span and marks[0].kind is MarkupKind.CODE:
        return _fenced(span.of(body))
    inline = [
        mark for mark in marks if mark is not block and span.start <= mark.span.start and mark.span.end <= span.end
    ]
    text = _inline(body, span, inline)
    return as_block(text, block)


def with_sign(article: Article, paragraph: Paragraph, text: str) -> str:
    """Another text for a paragraph, with the Markdown signs of what the paragraph is.

    Args:
        article: The article.
        paragraph: One of its paragraphs.
        text: Markdown.
    """
    block = None
    if paragraph.kind is not None:
        block = next((mark for mark in article.markup if mark.span == paragraph.span), None)
    return as_block(text, block)


def as_block(text: str, block: Markup | None) -> str:
    """A paragraph's Markdown with the signs of what it is: a heading, an item, a quotation."""
    if block is None:
        return text
    if block.kind is MarkupKind.HEADING:
        level = int(block.value) if block.value.isdecimal() else 2
        line = _CLOSING.sub(r"\g<1>\\\g<2>", text.replace(_BREAK, " "))
        return f"{'#' * min(max(level, 1), 6)} {line}"
    if block.kind is MarkupKind.QUOTE:
        return "\n".join(f"> {line}" for line in text.split("\n"))
    if block.kind is MarkupKind.CAPTION:
        return f"![{text.replace(_BREAK, ' ')}]()"
    if block.kind is MarkupKind.ITEM:
        sign = block.value if re.fullmatch(r"\d{1,9}[.)]", block.value) else "-"
        return f"{sign} " + text.replace("\n", "\n" + " " * (len(sign) + 1))
    return text


def escaped(text: str) -> str:
    """The text with a backslash before whatever Markdown would read as its own."""
    text = _SPECIAL.sub(r"\\\g<0>", text)
    text = text.replace("![", "\\![")
    text = _AT_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text)
    return text.replace("\n", _BREAK)  # the line is broken here by the text itself, as in verse


def _fenced(code: str) -> str:
    """Lines of code between two fences that do not occur in them."""
    fence = "```"
    while fence in code:
        fence += "`"
    return f"{fence}\n{code}\n{fence}"


def _inline(body: str, span: Span, marks: Sequence[Markup]) -> str:
    """The paragraph's text, with the signs of emphasis, code and links around their spans."""
    at = span.start
    parts: list[str] = []
    for mark in sorted(marks, key=lambda each: (each.span.start, -each.span.end, each.kind, each.value)):
        if mark.span.start < at or mark.span.end > span.end or not mark.span or not _stands(body, mark):
            continue  # it goes over the end of another: that one is kept
        inside = [each for each in marks if each != mark and _within(each, mark)]
        parts += [body[at : mark.span.start], _marked(body, mark, inside)]
        at = mark.span.end
    parts.append(body[at : span.end])
    return "".join(part if number % 2 else escaped(part) for number, part in enumerate(parts))


def _within(mark: Markup, other: Markup) -> bool:
    """Whether a stretch may stand inside another: signs of emphasis that touch those of another mean neither."""
    if other.kind is MarkupKind.CODE or not (
        other.span.start <= mark.span.start and mark.span.end <= other.span.end and mark.kind is not other.kind
    ):
        return False
    touches = mark.span.start == other.span.start or mark.span.end == other.span.end
    return not (touches and mark.kind in _FENCES and other.kind in _FENCES)


def _stands(body: str, mark: Markup) -> bool:
    """Whether Markdown takes signs of emphasis around a stretch for what they are: within words it is particular."""
    if mark.kind not in _FENCES:
        return True
    first, last = body[mark.span.start], body[mark.span.end - 1]
    if first.isspace() or last.isspace():
        return False
    before = body[max(0, mark.span.start - 1) : mark.span.start]
    after = body[mark.span.end : mark.span.end + 1]
    return (first.isalnum() or not before.isalnum()) and (last.isalnum() or not after.isalnum())


def _marked(body: str, mark: Markup, inside: Sequence[Markup]) -> str:
    text = mark.span.of(body)
    if mark.kind is MarkupKind.LINK and mark.value:
        return f"[{_inline(body, mark.span, inside)}](<{_UNSAFE.sub(_percent, mark.value)}>)"
    if mark.kind is MarkupKind.CODE and "`" not in text and "\n" not in text:
        return f"`{text}`"
    before, after = _FENCES.get(mark.kind, ("", ""))
    return f"{before}{_inline(body, mark.span, inside)}{after}"


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())
