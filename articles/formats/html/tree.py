"""Parsing HTML into a tree that is safe to walk: nothing is fetched, no entity grows, no depth is followed for ever."""

from __future__ import annotations

import re
from typing import Any

from articles.errors import NotAnArticle

LARGEST = 20 * 1024 * 1024
"""Characters of a page, its pictures left out."""
_DEEPEST = 200  # levels; below them the tree is flattened: trafilatura and lxml copy trees level by level
_doctype = re.compile(
    r"\A\s*+(?:<\?xml[^<>]{0,300}\?>\s*+)?<!DOCTYPE[^\[<>]{0,300}\[.*?\]\s*>", re.IGNORECASE | re.DOTALL
)
_xml = re.compile(r"\A\s*+<\?xml[^<>]{0,300}\?>")

# libxml2 compares each attribute with all before it: 50,000 in one tag take half a minute.
_crowded = re.compile(
    r"(<[A-Za-z][\w:-]*+)(?:[\s/]*+[^\s<>\"'=/]++(?:\s*+=\s*+(?:\"[^\"]{0,5000}+\"|'[^']{0,5000}+'|[^\s<>\"']++))?){200,}+"
)

_tag = re.compile(r"<(/?)([A-Za-z][\w:-]*+)[^<>]*+>")
_FLAT = frozenset(
    {"p", "br", "img", "hr", "meta", "link", "input", "wbr", "source", "script", "style", "html", "body", "head"}
)

Element = Any
"""An element of lxml's, which has no types."""


def parse(text: str) -> Element:
    """The root of the page's tree, without comments and processing instructions.

    Raises:
        NotAnArticle: It is longer than ``LARGEST``, or there is nothing in it.
    """
    if len(text) > LARGEST:
        message = f"the page is longer than {LARGEST // 1024 // 1024} MB"
        raise NotAnArticle(message, "save its text, and give that")
    # Entities of its own that a document declares go with its declaration; HTML has none but its fixed ones.
    text = _crowded.sub(r"\1", _xml.sub("", _doctype.sub("", text, count=1), count=1))
    root = _parsed(text)
    if _depth(root) > _DEEPEST:
        root = _parsed(_shallow(text))
        _flatten(root)
    return root


def _parsed(text: str) -> Element:
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise NotAnArticle("there is nothing on this page", "give the address of the article itself") from None


def _depth(root: Element) -> int:
    from lxml import etree

    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _shallow(text: str) -> str:
    """The page without the tags nested too deep: the parser gives up at 2,048 levels and loses what is in them.

    Paragraphs and breaks of lines are kept, for they do not nest. An end tag that is missing makes all that follows
    seem deeper; then more tags go than need to, and no text.
    """
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[2].lower() in _FLAT:
            return tag[0]
        depth = max(0, depth + (-1 if tag[1] else 1))
        return tag[0] if depth + bool(tag[1]) <= _DEEPEST // 2 else " "

    return _tag.sub(kept, text)


def _flatten(root: Element) -> None:
    """Take the tags away that still lie deeper than ``_DEEPEST``; their text stays."""
    from lxml import etree

    deep = []
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "start" and depth == _DEEPEST and len(element):
            deep.append(element)
    for element in deep:
        kept, tail = element.xpath("string()"), element.tail
        element.clear()
        element.text, element.tail = kept, tail


def classes(element: Element) -> str:
    """An element's id and classes as one string of lower-case words set apart by hyphens: "postBody" is "post-body"."""
    raw = f"{element.get('class') or ''} {element.get('id') or ''}"
    if len(raw) < 2:
        return ""
    return _camel.sub("-", raw[:500]).lower().replace("_", "-")


_camel = re.compile(r"(?<=[a-z])(?=[A-Z])")
