"""Articles as one HTML file: no script, nothing from outside, readable by day, by night and on paper."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from reader.export.blocks import Blocks, language_of
from reader.export.markup import attributes, text
from reader.export.model import Exported, Heading, Layout, Look
from reader.export.pieces import colophon_of, facts_of, interface_language, marks_of, names_of
from reader.export.spool import Spool
from reader.export.styles import PAGE
from reader.i18n import _


def write(articles: Iterable[Exported], look: Look, now: datetime.datetime, title: str = "") -> Iterator[bytes]:
    """The file, in pieces.

    Args:
        articles: One after the other; none is kept.
        look: How they are to look.
        now: The time of the export.
        title: Of the whole, where there are several; "" where there is one.
    """
    with Spool() as spool:
        headings: list[tuple[str, Heading]] = []
        language, wide = "", False
        for number, exported in enumerate(articles, 1):
            prefix = f"a{number}" if title else ""
            headings.append((f"a{number}", Heading.of(exported.article)))
            blocks = Blocks.of(exported, look, prefix, _shift(exported, bool(title)))
            wide = wide or blocks.layout is Layout.SIDE_BY_SIDE
            language = language or ("en" if blocks.layout is Layout.ENGLISH else language_of(exported))
            spool.put(_article(exported, look, blocks, now, f"a{number}", several=bool(title)))
        one = headings[0][1].title if headings else "?"
        yield _head(title or one, interface_language() if title else language or "pt", wide).encode()
        if title:
            yield _contents(title, headings).encode()
        yield from spool.pieces()
    yield b"</body>\n</html>\n"


def _shift(exported: Exported, several: bool) -> int:
    """How much deeper the headings stand, so that the title stays above them."""
    return int(several) + int(bool(exported.article.parts()))


def _head(title: str, language: str, wide: bool) -> str:
    # Its style is its own; a sum of it would no longer hold once a mail or a version control changes line ends.
    policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    return (
        f"<!DOCTYPE html>\n<html{attributes(lang=language)}>\n<head>\n"
        '<meta charset="utf-8"/>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"/>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        '<meta name="color-scheme" content="light dark"/>\n'
        '<meta name="referrer" content="no-referrer"/>\n'
        f"<title>{text(title)}</title>\n<style>{PAGE}</style>\n</head>\n"
        f"<body{attributes(class_='wide' if wide else None)}>\n"
    )


def _contents(title: str, headings: list[tuple[str, Heading]]) -> str:
    rows = []
    for name, heading in headings:
        told = heading.told()
        more = f" <small>{text(told)}</small>" if told else ""
        rows.append(f'<li><a href="#{name}">{text(heading.title)}</a>{more}</li>\n')
    label = attributes(aria_label=_("Contents"))
    return f"<h1>{text(title)}</h1>\n<nav{label}>\n<ol>\n{''.join(rows)}</ol>\n</nav>\n"


def _article(
    exported: Exported, look: Look, blocks: Blocks, now: datetime.datetime, name: str, *, several: bool
) -> Iterator[str]:
    level = 2 if several else 1
    yield f'<article id="{name}"{blocks.lang(language_of(exported))}>\n<header>\n{blocks.title(level)}'
    yield f'{facts_of(exported, blocks)}</header>\n<div class="text">\n'
    yield from blocks.written()
    yield "</div>\n"
    yield names_of(exported, look, blocks, level + 1)
    yield marks_of(exported, look, blocks, level + 1)
    yield colophon_of(exported, look, blocks, now)
    yield "</article>\n"
