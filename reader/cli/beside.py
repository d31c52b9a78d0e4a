"""What the screen shows on the text, said in lines behind it: where links lead, what is marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.cleaning import clean_line
from articles.marks import Mark
from articles.model import Article, MarkupKind
from reader.i18n import _

_LONGEST = 2000
"""Characters of an address or a note."""


def links(article: Article) -> Iterator[str]:
    """Where the links of an article lead, in its order, each with its words; says so where there are none."""
    yield ""
    found = [each for each in article.markup if each.kind is MarkupKind.LINK and each.value]
    yield _("Links") if found else _("no links")
    for number, each in enumerate(found, 1):
        words = " ".join(each.span.of(article.body).split())
        yield f"{number}. {clean_line(words, _LONGEST)}: {clean_line(each.value, _LONGEST)}"


def marks(article: Article, marked: Sequence[Mark]) -> Iterator[str]:
    """What the reader marked in an article, in its order, with the notes; says so where there is nothing."""
    yield ""
    yield _("Marks") if marked else _("nothing is marked")
    starts = [each.span.start for each in article.paragraphs()]
    for each in sorted(marked, key=lambda mark: mark.span.start):
        number = sum(start <= each.span.start for start in starts)
        quote = clean_line(" ".join(each.quote.split()), _LONGEST)
        yield _("paragraph {number}: “{quote}”").format(number=number, quote=quote)
        if each.note:
            yield "    " + _("note: {note}").format(note=clean_line(" ".join(each.note.split()), _LONGEST))
