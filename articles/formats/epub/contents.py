"""A book's table of contents: which chapter begins where, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.cleaning import clean_line
from articles.formats.archive import Archive, beside
from articles.formats.epub.package import APART
from articles.formats.xmltree import Element, all_of, attribute, local, parse_xml, text_of

_MOST_ENTRIES = 10_000


@dataclass(slots=True)
class Contents:
    """What a table of contents says.

    Attributes:
        titles: What each file is called, by its path: the first entry that leads there.
        places: By path, the places in a file where entries of the first level lead, with their titles.
        apart: Files that are no chapters by its word.
    """

    titles: dict[str, str] = field(default_factory=dict)
    places: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    apart: set[str] = field(default_factory=set)


def contents_of(archive: Archive, paths: tuple[str, ...]) -> Contents:
    """What the tables of contents at these paths say; the first that says anything counts."""
    contents = Contents()
    for path in paths:
        root = parse_xml(archive.read(path) or b"")
        if root is None:
            continue
        entries = _of_ncx(root) if local(root) == "ncx" else _of_nav(root, path, contents)
        if contents.titles:
            continue
        for href, title, level in entries[:_MOST_ENTRIES]:
            target, fragment = beside(path, href)
            title = clean_line(title, 300)
            if target and title:
                contents.titles.setdefault(target, title)
                if fragment and level == 1:
                    contents.places.setdefault(target, []).append((fragment, title))
    return contents


def _of_ncx(root: Element) -> list[tuple[str, str, int]]:
    found = []
    for point in all_of(root, "navpoint"):
        labels = [each for each in point if local(each) == "navlabel"]
        contents = [each for each in point if local(each) == "content"]
        if labels and contents:
            level = 1 + sum(1 for each in point.iterancestors() if local(each) == "navpoint")
            found.append((attribute(contents[0], "src"), text_of(labels[0]), level))
    return found


def _of_nav(root: Element, path: str, contents: Contents) -> list[tuple[str, str, int]]:
    """The entries of the newer kind; its landmarks tell besides which files are no chapters."""
    navs = all_of(root, "nav")
    for nav in navs:
        if "landmarks" in attribute(nav, "type"):
            for link in all_of(nav, "a"):
                target, _ = beside(path, attribute(link, "href"))
                if set(attribute(link, "type").lower().split()) & APART and target:
                    contents.apart.add(target)
    tables = [nav for nav in navs if "toc" in attribute(nav, "type").split()]
    found = []
    for nav in tables[:1] or navs[:1]:
        for link in all_of(nav, "a"):
            level = sum(1 for each in link.iterancestors() if local(each) in ("ol", "ul"))
            found.append((attribute(link, "href"), text_of(link), level))
    return found
