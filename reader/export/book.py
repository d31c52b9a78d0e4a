"""Articles as an EPUB 3: the same articles, the same bytes."""

from __future__ import annotations

import datetime
import hashlib
import tempfile
import uuid
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reader.export.blocks import Blocks, language_of
from reader.export.bookfiles import CONTAINER, Chapter, Facts, contents, package, page
from reader.export.markup import text
from reader.export.model import Block, Exported, Heading, Layout, Look
from reader.export.pieces import colophon_of, facts_of, interface_language, marks_of, names_of
from reader.export.styles import book as book_style
from reader.export.telling import english_counted, exported_told, makers
from reader.i18n import _, language
from reader.translation.engine import Origin

_EPOCH = (1980, 1, 1, 0, 0, 0)
_AT_ONCE = 1 << 18
_IN_MEMORY = 8 << 20


def write(articles: Iterable[Exported], look: Look, now: datetime.datetime, title: str = "") -> Iterator[bytes]:
    """The file, in pieces.

    Args:
        articles: One after the other; none is kept.
        look: How they are to look.
        now: The time of the export.
        title: Of the whole, where there are several; "" where there is one.
    """
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            _put(archive, "mimetype", "application/epub+zip", zipfile.ZIP_STORED)
            _put(archive, "META-INF/container.xml", CONTAINER)
            _put(archive, "EPUB/style.css", book_style())
            _Book(archive, look, now, title).write(articles)
        file.seek(0)
        while data := file.read(_AT_ONCE):
            yield data


def _put(archive: zipfile.ZipFile, name: str, content: str, how: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)  # no time of now: the same book is the same file
    entry.compress_type, entry.create_system, entry.external_attr = how, 3, 0o644 << 16
    archive.writestr(entry, content.encode("utf-8", "replace"))


@dataclass(slots=True)
class _Book:
    """A book while it is written.

    Attributes:
        sum_: Of what is in it, whenever it was exported.
        chapters: What the table of contents tells.
        made: Who made the English of how many sentences.
        facts: What is known of the only article.
        languages: Of the texts, each once, in order.
    """

    archive: zipfile.ZipFile
    look: Look
    now: datetime.datetime
    title: str
    sum_: hashlib._Hash = field(default_factory=hashlib.sha256)
    chapters: list[Chapter] = field(default_factory=list)
    made: Counter[tuple[Origin, str]] = field(default_factory=Counter)
    languages: dict[str, None] = field(default_factory=dict)
    facts: str = ""
    missing: int = 0
    bilingual: bool = False

    def write(self, articles: Iterable[Exported]) -> None:
        """Write the articles, then what is told of them."""
        first: Exported | None = None
        count = 0
        for number, exported in enumerate(articles, 1):
            count = number
            first = first or exported
            blocks = Blocks.of(exported, self.look, "", _shift(exported, bool(self.title)), xml=True)
            self._count(exported, blocks)
            self.facts = "" if self.title else facts_of(exported, blocks)
            if self.title:
                self._one_file(exported, blocks, f"a{number}", apart="")
            elif exported.article.parts():
                self._parts(exported, blocks)
            else:
                self._one_file(exported, blocks, "text", apart="colophon")
        self._colophon()
        self._package(first, count)

    def _count(self, exported: Exported, blocks: Blocks) -> None:
        self.made += makers(exported)
        english = blocks.layout is not Layout.ORIGINAL
        said = [each.english.target for each in exported.sentences() if english and each.english is not None]
        told = "\n".join([exported.article.id, exported.article.title, blocks.layout.value, *said])
        self.sum_.update(told.encode("utf-8", "replace"))
        self.missing += exported.missing if english else 0
        self.bilingual = self.bilingual or english
        if blocks.layout is not Layout.ENGLISH:
            self.languages.setdefault(language_of(exported))
        if english:
            self.languages.setdefault("en")

    def _file(self, name: str, title: str, tag: str, body: Iterable[str], kind: str = "") -> None:
        _put(self.archive, f"EPUB/{name}.xhtml", page(title, tag, "".join(body), kind))

    def _one_file(self, exported: Exported, blocks: Blocks, name: str, apart: str) -> None:
        """An article in one file; what is told of it behind it, or apart where it is the only one."""
        level = 1
        facts = "" if apart else facts_of(exported, blocks)  # of the only one they stand in the colophon
        body = ["<header>\n", blocks.title(level), facts, "</header>\n", *blocks.written()]
        more = [names_of(exported, self.look, blocks, 2), marks_of(exported, self.look, blocks, 2)]
        if not apart:
            body += [*more, colophon_of(exported, self.look, blocks, self.now)]
        elif any(more):
            self._names("".join(more).replace('href="#', f'href="{name}.xhtml#'))
        self._file(name, _title(exported, blocks), _tag(exported, blocks), body, "chapter" if self.title else "")
        self.chapters.append(Chapter(name, _title(exported, blocks), Heading.of(exported.article).told()))
        if apart and any(more):
            self.chapters.append(Chapter("names", _("Who, where and when"), "", "index"))

    def _parts(self, exported: Exported, blocks: Blocks) -> None:
        """An article of several parts, each in a file."""
        title, tag = _title(exported, blocks), _tag(exported, blocks)
        head = [blocks.title(1), facts_of(exported, blocks)]
        self._file("title", title, tag, ["<header>\n", *head, "</header>\n"], "titlepage")
        self.chapters.append(Chapter("title", title, "", "titlepage"))
        places: dict[int, str] = {}
        for number, (name, some) in enumerate(_in_parts(exported), 1):
            for block in some:
                places |= {each.span.start: f"p{number}" for each in block.sentences if each.span}
            heading = name or exported.article.title
            if blocks.layout is Layout.ENGLISH and name:
                heading = some[0].english(exported.article.body, alone=True)
            self._file(f"p{number}", heading, tag, blocks.written(tuple(some)), "chapter")
            self.chapters.append(Chapter(f"p{number}", " ".join(heading.split())))
        more = names_of(exported, self.look, blocks, 2) + marks_of(exported, self.look, blocks, 2)
        if more:
            self._file(
                "names", _("Who, where and when"), interface_language(), [_lower(_led(more, exported, places))], "index"
            )
            self.chapters.append(Chapter("names", _("Who, where and when"), "", "index"))

    def _names(self, more: str) -> None:
        self._file("names", _("Who, where and when"), interface_language(), [_lower(more)], "index")

    def _colophon(self) -> None:
        lines = [english_counted(self.made, self.missing)] if self.bilingual else []
        lines.append(exported_told(self.now))
        body = [f"<h1>{text(_('Colophon'))}</h1>\n", self.facts, *(f"<p>{text(line)}</p>\n" for line in lines)]
        self._file("colophon", _("Colophon"), interface_language(), body, "colophon")
        self.chapters.append(Chapter("colophon", _("Colophon"), "", "colophon"))

    def _package(self, first: Exported | None, count: int) -> None:
        article = first.article if first is not None and not self.title else None
        title = self.title or (self.chapters[0].title if self.chapters else "?")
        ident = uuid.UUID(bytes=self.sum_.digest()[:16], version=5)
        known = Facts(
            title=title,
            ident=f"urn:uuid:{ident}",
            languages=tuple(self.languages) or ("pt",),
            modified=self.now.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            creator=article.byline if article else None,
            source=(article.url or article.source) if article else None,
            publisher=article.source if article else None,
            published=article.published.isoformat() if article and article.published else None,
            tags=article.tags if article else (),
            count=count,
        )
        _put(self.archive, "EPUB/nav.xhtml", contents(title, self.chapters, interface_language()))
        _put(self.archive, "EPUB/package.opf", package(known, self.chapters, language()))


def _shift(exported: Exported, several: bool) -> int:
    return int(several and bool(exported.article.parts()))


def _title(exported: Exported, blocks: Blocks) -> str:
    title = exported.title
    return title.english.target if blocks.layout is Layout.ENGLISH and title.english else title.source


def _tag(exported: Exported, blocks: Blocks) -> str:
    return "en" if blocks.layout is Layout.ENGLISH else language_of(exported)


def _in_parts(exported: Exported) -> Iterator[tuple[str, list[Block]]]:
    waiting = list(reversed(exported.blocks))
    for part in exported.article.parts():
        some = []
        while waiting and waiting[-1].paragraph.span.start < max(part.span.end, part.span.start + 1):
            some.append(waiting.pop())
        if some:
            yield part.title, some


def _led(more: str, exported: Exported, places: dict[int, str]) -> str:
    """Links into the text, with the file in which their place is."""
    import re

    marks = {number: mark.span.start for number, mark in enumerate(exported.marks, 1)}
    starts = sorted(places)

    def led(found: re.Match[str]) -> str:
        from bisect import bisect_right

        kind, number = found[1], int(found[2])
        at = marks.get(number, 0) if kind == "m" else number
        where = places[starts[max(0, bisect_right(starts, at) - 1)]]
        return f'href="{where}.xhtml#{kind}{number}"'

    return re.sub(r'href="#([cm])(\d+)"', led, more)


def _lower(more: str) -> str:
    """Sections that stand in a file by themselves: their headings are of the first level there."""
    return more.replace("<h2>", "<h1>").replace("</h2>", "</h1>").replace("<h3>", "<h2>").replace("</h3>", "</h2>")
