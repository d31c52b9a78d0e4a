"""XML from outside as a tree: nothing is fetched, no entity grows, broken XML gives what can be read of it."""

from __future__ import annotations

import re
from typing import Any

_doctype = re.compile(rb"<!DOCTYPE[^\[<>]{0,1000}(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)

Element = Any
"""An element of lxml's, which has no types."""


def parse_xml(data: bytes) -> Element | None:
    """The root of the tree; None where there is none to be made out."""
    from lxml import etree

    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = re.sub(r"<\?xml.*?\?>", "", data.decode("utf-16", "replace"), count=1).encode()
    data = _doctype.sub(b"", data.lstrip(), count=1)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return None


def local(element: Element) -> str:
    """The name of an element without its namespace, in small letters."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def all_of(root: Element | None, name: str) -> list[Element]:
    """All elements below of that name, whatever their namespace."""
    return [] if root is None else [each for each in root.iter() if local(each) == name]


def attribute(element: Element, name: str) -> str:
    """An attribute's value whatever its namespace; "" where there is none."""
    value = element.get(name)
    if value is None:
        value = next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == name), "")
    return str(value).strip()


def text_of(element: Element) -> str:
    """All text in an element, white space folded."""
    return " ".join("".join(element.itertext()).split())
