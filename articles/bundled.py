"""The articles that come with the reader, each with its English, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from articles.cleaning import clean
from articles.decoding import decode
from articles.errors import NotAnArticle
from articles.formats.frontmatter import split_front_matter
from articles.formats.markdown import read_markdown
from articles.formats.reading import read_article
from articles.model import PARAGRAPH_BREAK, Article
from articles.sentences import sentences

_PORTUGUESE = ".pt.md"
_ENGLISH = ".en.md"
_ADVICE = "this is a fault of the installed package: install it again"


@dataclass(frozen=True, slots=True)
class Bundled:
    """An article that comes with the reader.

    Attributes:
        name: The name of its files, without their endings.
        article: The article.
        english: Pairs of a Portuguese text and its English: the titles first, then each sentence of the
            body, in order.
    """

    name: str
    article: Article
    english: tuple[tuple[str, str], ...]


def bundled(folder: Traversable | None = None) -> Iterator[Bundled]:
    """The bundled articles, in the order of their names; none where the folder is missing.

    Args:
        folder: Where they are; the package's own ``articles/content`` by default.

    Raises:
        NotAnArticle: A file cannot be read as an article, or its English does not go with it; the message
            names the file and the paragraph.
    """
    folder = folder or files("articles").joinpath("content")
    if not folder.is_dir():
        return
    by_name = {entry.name: entry for entry in folder.iterdir()}
    for name in sorted(by_name):
        if not name.endswith(_PORTUGUESE):
            continue
        stem = name.removesuffix(_PORTUGUESE)
        english = by_name.get(stem + _ENGLISH)
        if english is None:
            raise _fault(stem, f"{stem}{_ENGLISH} is missing")
        yield pair(stem, by_name[name].read_bytes(), english.read_bytes())


def pair(name: str, portuguese: bytes, english: bytes) -> Bundled:
    """Put an article and its English together: line i of a paragraph of one translates line i of the other.

    Raises:
        NotAnArticle: As ``bundled``.
    """
    article = read_article(portuguese, name + _PORTUGUESE)
    known, text = split_front_matter(clean(decode(english)), expected=True)
    if known is None or not known.title:
        raise _fault(name, "the English has no title")
    originals = _by_paragraph(article)
    page = read_markdown(text, known.title, keep_lines=True)
    translations = [paragraph.split("\n") for paragraph in page.body.split(PARAGRAPH_BREAK)]
    if len(originals) != len(translations):
        raise _fault(name, f"{len(originals)} paragraphs, but {len(translations)} in English")
    pairs = [(article.title, known.title)]
    for number, (ours, theirs) in enumerate(zip(originals, translations, strict=True), start=1):
        if len(ours) != len(theirs):
            what = f"paragraph {number} has {len(ours)} sentences, but {len(theirs)} in English"
            raise _fault(name, what)
        pairs.extend(zip(ours, theirs, strict=True))
    return Bundled(name, article, tuple(pairs))


def _by_paragraph(article: Article) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for sentence in sentences(article):
        found.setdefault(sentence.paragraph, []).append(sentence.span.of(article.body))
    return list(found.values())


def _fault(name: str, what: str) -> NotAnArticle:
    return NotAnArticle(f"the bundled article {name}: {what}", _ADVICE)
