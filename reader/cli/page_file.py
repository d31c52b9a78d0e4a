"""An article of the library as a file of Markdown, and back: the same to the character, unless a person changed it."""

from __future__ import annotations

import base64
import dataclasses
import datetime
import hashlib
import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from articles.cleaning import clean
from articles.errors import NotAnArticle
from articles.formats.frontmatter import split_front_matter
from articles.formats.markdown import LARGEST, read_markdown
from articles.model import Article, Markup, MarkupKind, Span, identity
from reader.export.commonmark import paragraphs

_LARGEST_EXACT = 1 << 28
_LONGEST_READ = 300_000  # characters: of longer texts it is not tried whether Markdown says all; they carry it along
_NOT_PLAIN = re.compile(r"[\\`*_\[\]<>&~|$#\x00\ufffd]|(?m:^[ \t+=:>-]|^\d{1,9}[.)])|[ \t]\n|(?<!\n)\n(?!\n)|\n\n\n|  ")
"""What Markdown could read as its own; a text without any of it is a Markdown text as it is."""

_TEXTS = ("title", "byline", "source", "url", "language")
_EXACT = re.compile(r"\n\n<!-- reader: ([0-9a-f]{16}) ([A-Za-z0-9+/=]+) -->\n?\Z")


@dataclass(frozen=True, slots=True)
class PageFile:
    """What is in a file: an article, and what the reader did with it.

    Attributes:
        article: The article.
        state: What else its front matter says, by key: ``id``, ``added``, ``read``, ``starred``, ``newer``, ``edited``,
            ``also``, ``marks``; as JSON has it.
        changed: Whether the text is not the one that was written: a person changed it.
    """

    article: Article
    state: Mapping[str, Any] = field(default_factory=dict)
    changed: bool = False


def write_page(article: Article, state: Mapping[str, Any]) -> str:
    """The file's text: front matter, the article as Markdown, and at its end what Markdown cannot say.

    Args:
        article: Any article.
        state: What else to say, as JSON has it; what is empty is left out.
    """
    known: dict[str, Any] = {name: getattr(article, name) for name in _TEXTS}
    known["published"] = article.published.isoformat() if article.published else None
    known["moment"] = article.moment.isoformat() if article.moment else None
    known["tags"] = list(article.tags)
    # JSON is YAML: quoted, so that no sign means anything.
    lines = [f"{key}: {_json(value)}" for key, value in {**known, "id": article.id, **state}.items() if value]
    text = "\n\n".join(paragraphs(article)) + "\n" if not _is_plain(article) else article.body + "\n"
    return "\n".join(["---", *lines, "---"]) + "\n\n" + text + _exactly(article, text)


def read_page(text: str) -> PageFile:
    """What a file says; also one that a person wrote or changed.

    Raises:
        NotAnArticle: There is no article in it.
    """
    known, rest = _front(text)
    exact = _EXACT.search(rest)
    markdown = rest[: exact.start()] + "\n" if exact else rest
    markdown = markdown.removesuffix("\n").removesuffix("\n") + "\n" if exact else markdown
    if known is None:  # not by us, or changed by hand
        front, markdown = split_front_matter(clean(text), expected=True)
        title = front.title if front else None
        body, markup, heading = _read(markdown, title)
        article = _checked(title or heading, body, markup)
        if front is not None:
            article = dataclasses.replace(
                article,
                byline=front.byline,
                source=front.source,
                url=front.url,
                published=front.published,
                language=front.language or "pt",
                tags=front.tags,
            )
        return PageFile(article, _loose_state(text), changed=True)
    title = _text(known.get("title"))
    body, markup, heading = "", (), None
    held = _unpacked(exact[2]) if exact and exact[1] == _digest(markdown) else None
    if held is not None:
        body, markup = held
    elif not _NOT_PLAIN.search(markdown.strip("\n")):
        body = markdown.strip("\n")
        body = body if clean(body) == body else clean(body).strip()
    else:
        body, markup, heading = _read(clean(markdown), title)
    article = _checked(title or heading, body, markup)
    values: dict[str, Any] = {name: value for name in _TEXTS[1:] if (value := _text(known.get(name)))}
    article = dataclasses.replace(
        article,
        **values,
        published=_day(known.get("published")),
        moment=_moment(known.get("moment")),
        tags=tuple(each for each in known.get("tags") or () if isinstance(each, str)),
    )
    return PageFile(article, known, changed=known.get("id") != article.id)


def _is_plain(article: Article) -> bool:
    return not article.markup and not _NOT_PLAIN.search(article.body) and article.body.strip() == article.body


def _exactly(article: Article, text: str) -> str:
    """What Markdown cannot say of the article, packed; valid for this very text only. Nothing where it says all."""
    if _is_plain(article):
        body = clean(article.body)
        if body == article.body and "\r" not in body:
            return ""
    elif len(text) <= min(_LONGEST_READ, LARGEST):
        try:
            body, markup, _ = _read(clean(text), article.title)
        except NotAnArticle:
            body, markup = "", ()
        if body == article.body and markup == article.markup and clean(text) == text:
            return ""
    said = [article.body, [[mark.span.start, mark.span.end, mark.kind.value, mark.value] for mark in article.markup]]
    packed = base64.b64encode(zlib.compress(_json(said).encode("utf-8", "surrogatepass"), 9)).decode()
    return f"\n<!-- reader: {_digest(text)} {packed} -->\n"


def _unpacked(packed: str) -> tuple[str, tuple[Markup, ...]] | None:
    try:
        held = zlib.decompressobj().decompress(base64.b64decode(packed), _LARGEST_EXACT)
        body, marks = json.loads(held.decode("utf-8", "surrogatepass"))
        if not isinstance(body, str) or not body:
            return None
        return body, tuple(Markup(Span(int(a), int(b)), MarkupKind(kind), str(value)) for a, b, kind, value in marks)
    except (ValueError, TypeError, zlib.error, RecursionError):
        return None


def _read(markdown: str, title: str | None) -> tuple[str, tuple[Markup, ...], str | None]:
    page = read_markdown(markdown, title)
    return page.body, page.markup, page.heading


def _checked(title: str | None, body: str, markup: tuple[Markup, ...]) -> Article:
    if not body:
        raise NotAnArticle("there are no words in it", "write a text below the front matter")
    if not title:
        from articles.formats.titles import title_from

        title = title_from(body)
    return Article(title=title, body=body, markup=markup, id=identity(body))


def _front(text: str) -> tuple[dict[str, Any] | None, str]:
    """The front matter as we write it, and the text behind it; None where it is written otherwise."""
    if not text.startswith("---\n"):
        return None, text
    end = text.find("\n---\n", 3)
    if end < 0:
        return None, text
    known: dict[str, Any] = {}
    for line in text[4:end].split("\n"):
        key, colon, value = line.partition(": ")
        try:
            known[key] = json.loads(value)
        except (ValueError, RecursionError):
            return None, text
        if not colon or not key.isidentifier():
            return None, text
    return known, text[end + 5 :].removeprefix("\n")


def _loose_state(text: str) -> dict[str, Any]:
    """Of a front matter that was changed by hand, the lines of ours that still stand."""
    state = {}
    for key, value in re.findall(r"(?m)^(id|added|read|starred|newer): (\".*\")$", text[: 1 << 16]):
        try:
            state[key] = json.loads(value)
        except ValueError:
            continue
    return state


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _json(value: object) -> str:
    # A line is a line for everybody who reads the file.
    return json.dumps(value, ensure_ascii=False).translate({0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"})


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _day(value: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _moment(value: object) -> datetime.datetime | None:
    try:
        moment = datetime.datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return moment if moment is None or moment.tzinfo is not None else None
