"""The front matter of a Markdown file: what is known of the article, between two lines of hyphens."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.cleaning import clean_line
from articles.errors import NotAnArticle
from articles.formats.dates import parse_date

LARGEST = 64 * 1024
"""Characters between the two lines."""
DEEPEST = 8
"""Levels of lists and mappings inside each other."""
_MOST_TAGS = 64
_LONGEST_TAG = 100
_LONGEST_URL = 2000
_MOST_EVENTS = 10_000
_ADVICE = "mend the lines between the two --- lines at the top of the file, or take them out"

_opening = re.compile(r"\n*---[ ]*\n")
_closing = re.compile(r"^(?:---|\.\.\.)[ ]*$", re.MULTILINE)
_key_line = re.compile(r"^\s*[\"']?[\w-]{1,40}[\"']?\s*:", re.MULTILINE)
_language = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z0-9]{2,8}))?((?:[-_][A-Za-z0-9]{1,8})*)")
_web = re.compile(r"https?://\S+", re.IGNORECASE)

_Node = str | list["_Node"] | dict[str, "_Node"]
_NAMES = {"author": "byline", "date": "published", "lang": "language"}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a front matter says, clean; None or empty where it says nothing."""

    title: str | None = None
    byline: str | None = None
    source: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    language: str | None = None
    licence: str | None = None
    tags: tuple[str, ...] = ()


def split_front_matter(text: str, *, expected: bool) -> tuple[FrontMatter | None, str]:
    """The front matter at the start of a clean text, and the text behind it.

    Keys are title, byline (or author), source, url, published (or date), language (or lang), licence and
    tags; others are not looked at.

    Args:
        text: Clean text.
        expected: Whether the text is Markdown. If not, two lines of hyphens with nothing like a key between
            them are only lines of hyphens.

    Returns:
        None and the whole text where there is no front matter.

    Raises:
        NotAnArticle: It is not closed, too large, too deep, broken, or uses anchors, aliases or tags of
            YAML; or a value cannot be what its key says. The message names the line.
    """
    start = _opening.match(text)
    if start is None:
        return None, text
    above = start.group().count("\n") - 1  # empty lines: they count in what errors say
    first_line = text[start.end() : start.end() + 200].lstrip("\n")
    keyed = _key_line.match(first_line) is not None
    end = _closing.search(text, start.end())
    if end is None:
        if keyed and expected:
            raise _wrong(above + 1, "it is not closed by a line of three hyphens")
        return None, text
    within = end.start() - start.end()
    if not keyed and not (expected or _key_line.search(text, start.end(), min(end.start(), LARGEST))):
        return None, text
    if within > LARGEST:
        message = f"the front matter is longer than {LARGEST // 1024} kB"
        raise NotAnArticle(message, _ADVICE)
    return _read("\n" * above + text[start.end() : end.start()]), text[end.end() :].lstrip("\n")


def normal_language(text: str) -> str:
    """A BCP 47 tag written as usual: "pt_br" is "pt-BR".

    Raises:
        ValueError: It is no such tag; the message says so in one line.
    """
    found = _language.fullmatch(text.strip())
    if found is None:
        message = f'"{clean_line(text, 40)}" is not a language: write pt-BR, pt-PT or pt'
        raise ValueError(message)
    region = found[2] or ""
    region = region.upper() if len(region) == 2 else region.title() if len(region) == 4 else region
    return found[1].lower() + (f"-{region}" if region else "") + found[3].replace("_", "-")


def _read(source: str) -> FrontMatter:
    import yaml  # here: it takes 20 ms, and most texts have no front matter

    try:
        node, lines = _build(yaml.parse(source, Loader=yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        unclosed = "end of stream" in (error.problem or "")  # then where it was opened says more
        mark = error.context_mark if unclosed and error.context_mark else error.problem_mark
        what = ", ".join(filter(None, (error.context, error.problem))) or "this is not YAML"
        if error.problem == "mapping values are not allowed here":  # "title: Guerra: o dia D"
            what = "a value that has a colon in it needs quotation marks around it"
        raise _wrong(mark.line + 2 if mark else 1, clean_line(what, 120)) from None
    except (yaml.YAMLError, ValueError, OverflowError):
        raise _wrong(1, "this is not YAML") from None
    if node in ("", None):
        return FrontMatter()
    if not isinstance(node, dict):
        raise _wrong(2, 'it is not made of lines like "title: …"')
    return _understood(node, lines)


def _build(events: Iterator[object]) -> tuple[_Node | None, dict[str, int]]:
    """The tree of lists, mappings and strings, built from events, so that nothing hostile is ever made.

    Returns:
        The tree, and the line of the file on which each key of the outermost mapping stands.
    """
    import yaml

    root: list[_Node] = []
    lines: dict[str, int] = {}
    stack: list[tuple[list[_Node], bool]] = [(root, False)]
    for number, event in enumerate(events):
        if not isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
            continue
        line = event.start_mark.line + 2 if event.start_mark else 1
        if number > _MOST_EVENTS:
            raise _wrong(line, f"there are more than {_MOST_EVENTS} parts")
        if isinstance(event, yaml.CollectionEndEvent):
            items, is_mapping = stack.pop()
            stack[-1][0].append(_mapping(items) if is_mapping else items)
            continue
        if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) or event.anchor:
            raise _wrong(line, "anchors and aliases (& and *) are not taken")
        if event.tag and not (isinstance(event, yaml.ScalarEvent) and event.tag == "!"):
            raise _wrong(line, "YAML tags (!) are not taken")
        if isinstance(event, yaml.ScalarEvent):
            if len(stack) == 2 and stack[1][1] and len(stack[1][0]) % 2 == 0:
                lines.setdefault(_NAMES.get(event.value.lower(), event.value.lower()), line)
            stack[-1][0].append(event.value)
        else:
            if len(stack) > DEEPEST:
                raise _wrong(line, f"it is nested more than {DEEPEST} deep")
            stack.append(([], isinstance(event, yaml.MappingStartEvent)))
    return (root[0] if root else None), lines


def _mapping(items: list[_Node]) -> dict[str, _Node]:
    pairs = zip(items[0::2], items[1::2], strict=True)
    return {key: value for key, value in pairs if isinstance(key, str)}


def _understood(node: dict[str, _Node], lines: dict[str, int]) -> FrontMatter:
    values: dict[str, _Node] = {}
    for key, value in node.items():
        values.setdefault(_NAMES.get(key.lower(), key.lower()), value)
    published = _line(values.get("published"))
    language = _line(values.get("language"))
    try:
        day = parse_date(published) if published else None
    except ValueError as error:
        raise _wrong(lines.get("published", 2), clean_line(str(error), 200)) from None
    try:
        tag = normal_language(language) if language else None
    except ValueError as error:
        raise _wrong(lines.get("language", 2), clean_line(str(error), 200)) from None
    url = _line(values.get("url"), _LONGEST_URL)
    return FrontMatter(
        title=_line(values.get("title")),
        byline=_line(values.get("byline")),
        source=_line(values.get("source")),
        url=url if url and _web.fullmatch(url) else None,
        published=day,
        language=tag,
        licence=_line(values.get("licence")),
        tags=_tags(values.get("tags")),
    )


def _line(node: _Node | None, limit: int = 300) -> str | None:
    """A value on one clean line; a list of strings (several authors) joined by commas."""
    if isinstance(node, list):
        node = ", ".join(item for item in node[:_MOST_TAGS] if isinstance(item, str))
    if not isinstance(node, str) or node in ("null", "~"):
        return None
    return clean_line(node, limit) or None


def _tags(node: _Node | None) -> tuple[str, ...]:
    if isinstance(node, str):
        node = [*node.split(",")]
    if not isinstance(node, list):
        return ()
    tags = (clean_line(item, _LONGEST_TAG) for item in node if isinstance(item, str))
    return tuple(dict.fromkeys(filter(None, tags)))[:_MOST_TAGS]


def _wrong(line: int, what: str) -> NotAnArticle:
    return NotAnArticle(f"line {line}: the front matter cannot be read: {what}", _ADVICE)
