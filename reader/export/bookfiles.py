"""The files of an EPUB besides its text: package, table of contents, container."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.export.markup import attributes, text
from reader.i18n import _

CONTAINER = """\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A file of the book as its table of contents tells it.

    Attributes:
        name: The file's, without its ending.
        title: What it is called.
        told: Where and when it was published, or "".
        kind: What it is where it is no text: titlepage, index, colophon.
    """

    name: str
    title: str
    told: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a book says of itself.

    Attributes:
        modified: When it was made: UTC, to the second.
        count: How many articles there are.
    """

    title: str
    ident: str
    languages: tuple[str, ...]
    modified: str
    creator: str | None = None
    source: str | None = None
    publisher: str | None = None
    published: str | None = None
    tags: tuple[str, ...] = ()
    count: int = 1


def page(title: str, tag: str, body: str, kind: str = "") -> str:
    """A file of text.

    Args:
        title: Its title.
        tag: Its language.
        body: XHTML.
        kind: What it is: chapter, titlepage, index, colophon; "" for text.
    """
    known = f' epub:type="{kind}"' if kind else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f'{attributes(lang=tag)} xml:lang="{text(tag)}">\n<head>\n<title>{text(title)}</title>\n'
        '<link rel="stylesheet" type="text/css" href="style.css"/>\n</head>\n'
        f"<body>\n<section{known}>\n{body}</section>\n</body>\n</html>\n"
    )


def contents(title: str, chapters: Sequence[Chapter], tag: str) -> str:
    """The table of contents, and the landmarks."""
    rows = []
    for each in chapters:
        told = f" <small>{text(each.told)}</small>" if each.told else ""
        rows.append(f'<li><a href="{each.name}.xhtml">{text(each.title)}{told}</a></li>\n')
    marks = ['<li><a epub:type="toc" href="#toc">' + text(_("Contents")) + "</a></li>\n"]
    body = next((each for each in chapters if not each.kind), None)
    if body is not None:
        marks.append(f'<li><a epub:type="bodymatter" href="{body.name}.xhtml">{text(_("Text"))}</a></li>\n')
    marks += [
        f'<li><a epub:type="{each.kind}" href="{each.name}.xhtml">{text(each.title)}</a></li>\n'
        for each in chapters
        if each.kind
    ]
    inner = (
        f'<h1>{text(title)}</h1>\n<nav epub:type="toc" id="toc">\n<h2>{text(_("Contents"))}</h2>\n'
        f'<ol>\n{"".join(rows)}</ol>\n</nav>\n<nav epub:type="landmarks" hidden="hidden">\n'
        f"<h2>{text(_('Landmarks'))}</h2>\n<ol>\n{''.join(marks)}</ol>\n</nav>\n"
    )
    return page(_("Contents"), tag, inner)


def package(facts: Facts, chapters: Sequence[Chapter], language: str) -> str:
    """The package: what the book says of itself, its files and their order."""
    say = [f'<dc:identifier id="id">{facts.ident}</dc:identifier>', f"<dc:title>{text(facts.title)}</dc:title>"]
    say += [f"<dc:language>{text(each)}</dc:language>" for each in facts.languages]
    for name, value in (
        ("creator", facts.creator),
        ("publisher", facts.publisher),
        ("source", facts.source),
        ("date", facts.published),
    ):
        if value:
            say.append(f"<dc:{name}>{text(value)}</dc:{name}>")
    say += [f"<dc:subject>{text(each)}</dc:subject>" for each in facts.tags]
    metas = [
        ("dcterms:modified", facts.modified),
        ("schema:accessMode", "textual"),
        ("schema:accessModeSufficient", "textual"),
        ("schema:accessibilityFeature", "tableOfContents"),
        ("schema:accessibilityFeature", "structuralNavigation"),
        ("schema:accessibilityFeature", "readingOrder"),
        ("schema:accessibilityHazard", "none"),
        ("schema:accessibilitySummary", _("Text alone, with headings, a table of contents and marked languages.")),
    ]
    say += [f'<meta property="{name}">{text(value)}</meta>' for name, value in metas]
    items = ['<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>']
    items += [
        f'<item id="{each.name}" href="{each.name}.xhtml" media-type="application/xhtml+xml"/>' for each in chapters
    ]
    items.append('<item id="style" href="style.css" media-type="text/css"/>')
    order = [f'<itemref idref="{each.name}"/>' for each in chapters]
    if facts.count > 1:  # the contents of a collection are its first page; of one article nobody reads them in passing
        order.insert(0, '<itemref idref="nav"/>')
    else:
        order.append('<itemref idref="nav" linear="no"/>')
    tag = text(language.replace("_", "-"))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{tag}">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        + "\n".join(say)
        + "\n</metadata>\n<manifest>\n"
        + "\n".join(items)
        + "\n</manifest>\n<spine>\n"
        + "\n".join(order)
        + "\n</spine>\n</package>\n"
    )
