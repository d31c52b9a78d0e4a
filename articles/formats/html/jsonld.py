"""What a page says of itself for machines in JSON-LD: the description of its article."""

from __future__ import annotations

import json
import re
from typing import TypeAlias

from articles.formats.html.tree import Element

Node: TypeAlias = dict[str, object]

_LARGEST = 3_000_000  # characters of one script
_MOST = 2_000  # nodes looked at: a page's own list of everything is no article
_articles_words = (
    "newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle reviewnewsarticle "
    "backgroundnewsarticle liveblogposting article blogposting report techarticle scholarlyarticle "
    "socialmediaposting advertisercontentarticle"
)
_ARTICLES = _articles_words.split()
_padding = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*<!\[CDATA\[\*/)\s*|\s*(?://\s*\]\]>|/\*\]\]>\*/|-->)\s*\Z|[;\s]+\Z"
)
_loose_comma = re.compile(r",(?=\s*[}\]])")


def article_node(root: Element) -> Node:
    """The description of the article in the page's JSON-LD; empty where there is none that can be read."""
    best: tuple[int, Node] = (len(_ARTICLES), {})
    for node in _nodes(root):
        types = [each.casefold().rpartition("/")[2] for each in strings(node.get("@type"))]
        rank = min((_ARTICLES.index(each) for each in types if each in _ARTICLES), default=len(_ARTICLES))
        if rank < best[0] and (
            node.get("headline") or node.get("articleBody") or node.get("datePublished") or node.get("name")
        ):
            best = (rank, node)
    return best[1]


def named(root: Element, value: object) -> list[str]:
    """The names that a value of JSON-LD gives: strings, objects with a name, references to objects, lists of them."""
    names: list[str] = []
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict) and "name" not in each and isinstance(each.get("@id"), str):
            each = next((node for node in _nodes(root) if node.get("@id") == each["@id"] and "name" in node), each)
        names.extend(strings(each.get("name") if isinstance(each, dict) else each))
    return names


def strings(value: object) -> list[str]:
    """The strings that a value is: one, or a list of them."""
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str) and each.strip()]


def _nodes(root: Element) -> list[Node]:
    found: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        waiting: list[object] = [_read(script.text or "")]
        while waiting and len(found) < _MOST:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting.extend(value[:_MOST])
            elif isinstance(value, dict):
                found.append(value)
                waiting.extend(
                    value[key]
                    for key in ("@graph", "mainEntity", "mainEntityOfPage", "publisher", "author")
                    if key in value
                )
    return found


def _read(text: str) -> object:
    if len(text) > _LARGEST:
        return None
    text = _padding.sub("", text)
    for attempt in (text, _loose_comma.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None
