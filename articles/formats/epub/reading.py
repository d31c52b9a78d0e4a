"""From the bytes of a book to one article."""

from __future__ import annotations

import re

from articles.cleaning import clean_line
from articles.errors import NotAnArticle
from articles.formats.archive import Archive, beside
from articles.formats.epub.chapters import blocks_in
from articles.formats.epub.contents import contents_of
from articles.formats.epub.package import package_of
from articles.formats.html.blocks import Block
from articles.formats.html.page import Page
from articles.formats.html.rendering import body_of
from articles.formats.languages import guess_language
from articles.formats.xmltree import all_of, attribute, parse_xml
from articles.model import MarkupKind

LONGEST = 20_000_000
"""Characters of a book."""
_MANGLED_FONTS = ("idpf.org/2008/embedding", "ns.adobe.com/pdf/enc#rc")  # fonts that are obfuscated: no protection
_ADVICE = "get the book again, or give it in another format"
_word = re.compile(r"[^\W_]")


def read_book(data: bytes) -> Page:
    """The book as one text; each chapter's title is a heading of the first level.

    Cover, title page, tables of contents and imprint are left out where the book marks them so. Nothing that the book
    refers to outside of itself is fetched.

    Raises:
        NotAnArticle: It is protected, damaged beyond reading, larger than the limits of ``articles.formats.archive``
            or than ``LONGEST``, or there are no words in it.
    """
    archive = Archive(data)
    package = package_of(archive)
    _refuse_protected(archive, package.spine)
    contents = contents_of(archive, package.toc)
    apart = package.apart | contents.apart
    blocks: list[Block] = []
    length = missing = 0
    for path in package.spine:
        if path in apart:
            continue
        page = archive.read(path)
        if page is None:
            missing += 1
            continue
        title = contents.titles.get(path)
        found = blocks_in(page, title, contents.places.get(path, []), told=title is not None)
        length += sum(len(block.text) for block in found)
        if length > LONGEST:
            message = f"the book has more than {LONGEST // 1_000_000} million characters"
            raise NotAnArticle(message, "give it in parts")
        blocks.extend(found)
    body, markup = body_of(_without_title(blocks, package.title), None)
    if not _word.search(body):
        if missing:
            raise NotAnArticle("this book is damaged: its chapters are missing", _ADVICE)
        raise NotAnArticle("there is no text in this book; its pages are pictures, perhaps", "")
    guess = guess_language(body)
    told = package.language
    agrees = told is not None and told.partition("-")[0] == guess.partition("-")[0] and "-" in told
    return Page(
        title=package.title,
        body=body,
        markup=markup,
        byline=package.byline,
        source=package.source,
        url=package.url,
        published=package.published,
        language=told if agrees and told else guess,
        tags=package.tags,
    )


def _refuse_protected(archive: Archive, spine: tuple[str, ...]) -> None:
    root = parse_xml(archive.read("META-INF/encryption.xml") or b"")
    for each in all_of(root, "encrypteddata"):
        methods = [attribute(method, "Algorithm").lower() for method in all_of(each, "encryptionmethod")]
        paths = {beside("", attribute(reference, "URI"))[0] for reference in all_of(each, "cipherreference")}
        if paths & set(spine) and not any(font in method for method in methods for font in _MANGLED_FONTS):
            message = "this book is protected (DRM), so that only its shop's programs can read it"
            raise NotAnArticle(message, "get it without protection")


def _without_title(blocks: list[Block], title: str | None) -> list[Block]:
    """The blocks less a first heading that only repeats the title of a book with more headings."""
    wanted = clean_line(title or "", 300).casefold()
    first = blocks[0] if blocks else None
    chapters = sum(1 for block in blocks if block.kind is MarkupKind.HEADING and block.value == "1")
    if first is not None and first.kind is MarkupKind.HEADING and " ".join(first.text.split()).casefold() == wanted:
        return blocks[1:] if chapters > 1 or len(blocks) > 1 else blocks
    return blocks
