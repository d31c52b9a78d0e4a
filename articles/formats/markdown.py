"""Markdown to plain paragraphs, with what they were marked as beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from articles.cleaning import clean_line
from articles.errors import NotAnArticle
from articles.formats.builder import Builder
from articles.model import Markup, MarkupKind

if TYPE_CHECKING:
    from markdown_it.token import Token

LARGEST = 8 * 1024 * 1024
"""Characters; Markdown takes a hundred times as long to read as plain text."""
END = "<!-- reader: the article ends here -->"
"""A line behind an article's text: what follows is told of it (its names, the reader's marks) and is no part of it."""
_LONGEST_INLINE = 20_000  # characters of one paragraph in which emphasis and links are looked for
_MOST_BRACKETS = 300  # in one paragraph: each may begin a link, and looking for its end takes long
_DEEPEST = 100
_LONGEST_PREFIX = 64  # characters of quote and list signs at the start of a line: 64 levels at most

_prefix = re.compile(rf"^[ >*+.)\d-]{{{_LONGEST_PREFIX + 1},}}", re.MULTILINE)
_markers = re.compile(r"(?:[ ]*(?:>|[-*+](?=[ ])|\d{1,9}[.)](?=[ ])))*[ ]*")
_tag = re.compile(r"</?[A-Za-z][^<>]*>|<[!?][^<>]*>")
_hidden = re.compile(r"<!--|<(?:script|style)\b", re.IGNORECASE)
_hidden_end = {"<!--": "-->", "<sc": r"</script\s{0,20}>", "<st": r"</style\s{0,20}>"}
_UNDER_HEAD = frozenset(" |:-")
_line_break = re.compile(r"<br\b", re.IGNORECASE)
_safe_address = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """What a Markdown text says.

    Attributes:
        heading: The heading of the first level that it begins with, which is not in the body; or None.
        body: Its paragraphs, clean, separated by an empty line; may be empty.
        markup: What they are, sorted.
    """

    heading: str | None
    body: str
    markup: tuple[Markup, ...]


@dataclass(slots=True)
class _Lists:
    """The lists that a token stands in: the sign that each one's next paragraph gets."""

    signs: list[str] = field(default_factory=list)
    quotes: int = 0


def read_markdown(text: str, title: str | None = None, *, keep_lines: bool = False) -> Page:
    """The paragraphs of CommonMark text.

    Tags of HTML go, their text stays; pictures become their description, as a caption; what separates lines
    of a paragraph softly becomes a space; each row of a table is a paragraph. Signs of list items are in the
    markup, not in the body. What stands behind a line like ``END`` is left out. A paragraph of more than 20,000
    characters or 300 brackets keeps its signs as they are.

    Args:
        text: Clean text.
        title: The title, where it is known: a heading that says something else then stays in the body.
        keep_lines: Whether the soft breaks of lines stay as they are, for files of one sentence a line.

    Raises:
        NotAnArticle: It is longer than ``LARGEST``.
    """
    if len(text) > LARGEST:
        message = f"the Markdown text is longer than {LARGEST // 1024 // 1024} MB"
        raise NotAnArticle(message, "give it the ending .txt to read it as plain text")
    from markdown_it import MarkdownIt  # here: it takes 60 ms, and only Markdown needs it

    reader = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST})
    reader.core.ruler.disable("inline")
    env: dict[str, object] = {}
    tokens = reader.parse(_prefix.sub(_shallow, text), env)
    builder = Builder(title)
    lists = _Lists()
    for at, token in enumerate(tokens):
        if token.type == "html_block" and token.level == 0 and token.content.strip() == END:
            break
        if token.type == "inline":
            for content in _rows(token.content):
                token.content, token.children = content, None
                if len(content) <= _LONGEST_INLINE and content.count("[") <= _MOST_BRACKETS:
                    token.children = []
                    reader.inline.parse(content, reader, env, token.children)
                _paragraph(builder, lists, tokens[at - 1], token, "\n" if keep_lines else " ")
        else:
            _block(builder, lists, token)
    return Page(builder.heading, *builder.result())


def _rows(content: str) -> list[str]:
    """The rows of a table without the line of hyphens below the first; whatever else it is, as it is.

    Not by the parser's own rule for tables: that drops the cells for which the first row has no column.
    """
    lines = content.split("\n")
    if len(lines) < 2 or "|" not in lines[0] or not {"|", "-"} <= set(lines[1]) <= _UNDER_HEAD:
        return [content]
    rows = (line.strip().removeprefix("|").removesuffix("|").strip() for line in (lines[0], *lines[2:]))
    return [row for row in rows if row]


def _shallow(found: re.Match[str]) -> str:
    """The signs of quotes and lists at the start of a line, without those too deep to follow."""
    signs = _markers.match(found[0])
    length = signs.end() if signs else 0
    if length <= _LONGEST_PREFIX:
        return found[0]
    return found[0][:_LONGEST_PREFIX] + found[0][length:]


def _block(builder: Builder, lists: _Lists, token: Token) -> None:
    match token.type:
        case "blockquote_open":
            lists.quotes += 1
        case "blockquote_close":
            lists.quotes -= 1
        case "bullet_list_open" | "ordered_list_open":
            lists.signs.append("")
        case "bullet_list_close" | "ordered_list_close":
            lists.signs.pop()
        case "list_item_open":
            lists.signs[-1] = f"{token.info}{token.markup}" if token.info else "•"
        case "fence" | "code_block":
            builder.begin(*_kind(lists))
            builder.code_lines(token.content)
            builder.end()
        case "html_block":
            for part in _without_tags(token.content).split("\n\n"):
                builder.begin(*_kind(lists))
                builder.add(_unescaped(" ".join(part.split())))
                builder.end()
        case _:
            pass


def _paragraph(builder: Builder, lists: _Lists, opening: Token, token: Token, soft_break: str) -> None:
    if opening.type == "heading_open":
        builder.begin(MarkupKind.HEADING, opening.tag[1:])
    else:
        builder.begin(*_kind(lists))
    if token.children is None:
        builder.add(" ".join(token.content.split()))
    else:
        _inline(builder, token.children, soft_break)
    builder.end()


def _kind(lists: _Lists) -> tuple[MarkupKind | None, str]:
    """What a paragraph here is; the first paragraph of an item takes the item's sign."""
    if lists.signs:
        sign, lists.signs[-1] = lists.signs[-1], ""
        return MarkupKind.ITEM, sign
    return (MarkupKind.QUOTE, "") if lists.quotes else (None, "")


def _inline(builder: Builder, tokens: Sequence[Token], soft_break: str) -> None:
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                builder.add(token.content)
            case "code_inline":
                builder.open(MarkupKind.CODE)
                builder.add(token.content)
                builder.close()
            case "softbreak":
                builder.add(soft_break)
            case "hardbreak":
                builder.add("\n")
            case "em_open":
                builder.open(MarkupKind.EMPHASIS)
            case "strong_open":
                builder.open(MarkupKind.STRONG)
            case "link_open":
                builder.open(MarkupKind.LINK, _address(token))
            case "em_close" | "strong_close" | "link_close":
                builder.close()
            case "image":
                builder.caption(_description(token))
            case "html_inline":
                if _line_break.match(token.content):
                    builder.add("\n")
            case _:
                pass


def _address(token: Token) -> str:
    address = clean_line(str(token.attrGet("href") or ""), 2000)
    return address if _safe_address.fullmatch(address) else ""


def _description(token: Token) -> str:
    """The text of a picture's description, which may hold markup of its own; nesting is bounded by the parser."""
    parts: list[str] = []
    waiting = list(reversed(token.children or []))
    while waiting:
        child = waiting.pop()
        if child.type == "image":
            waiting.extend(reversed(child.children or []))
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        else:
            parts.append(child.content)
    return "".join(parts)


def _without_tags(html: str) -> str:
    """The text between tags; comments, scripts and style sheets go with their content."""
    pieces: list[str] = []
    at = 0
    while hidden := _hidden.search(html, at):
        pieces.append(html[at : hidden.start()])
        closing = _hidden_end[hidden[0][:3].lower() if hidden[0] != "<!--" else hidden[0]]
        end = re.compile(closing, re.IGNORECASE).search(html, hidden.end())
        at = end.end() if end else len(html)
    pieces.append(html[at:])
    return _tag.sub(" ", "".join(pieces)).replace("  ", " ")


def _unescaped(text: str) -> str:
    import html  # here: its table of names is seldom needed

    return html.unescape(text)
