"""From the bytes of a web page to the article on it."""

from __future__ import annotations

import copy
import dataclasses

from articles.cleaning import clean
from articles.errors import NotAnArticle
from articles.formats.builder import Builder
from articles.formats.html.blocks import Block, blocks_of
from articles.formats.html.bylines import byline_of
from articles.formats.html.encoding import text_of
from articles.formats.html.judging import refuse_body, refuse_page
from articles.formats.html.metadata import Metadata, metadata_of
from articles.formats.html.mhtml import is_mhtml, main_part
from articles.formats.html.page import Page
from articles.formats.html.pruning import prune
from articles.formats.html.rendering import body_of, folded, signature_of, weeded
from articles.formats.html.selecting import selected
from articles.formats.html.tree import Element, parse
from articles.formats.languages import guess_language
from articles.model import Markup, MarkupKind

_ADVICE = "give the address of the article itself"


def read_page(data: bytes, *, charset: str | None = None, url: str | None = None) -> Page:
    """The article on a web page. Nothing that the page refers to is fetched.

    Args:
        data: HTML, XHTML, or a page saved as MHTML.
        charset: The encoding that came with it (HTTP's ``Content-Type``); what the bytes themselves show beats it.
        url: Where it was fetched from.

    Raises:
        NotAnArticle: There is no article on it: a list of articles, an error page, a login, a shell that
            only scripts fill; the message says which.
    """
    if is_mhtml(data):
        saved = main_part(data)
        data, charset, url = saved.data, saved.charset or charset, saved.url or url
    root = parse(clean(text_of(data, charset)))
    known = metadata_of(root, url)
    refuse_page(root, known, url)
    hidden = " ".join(element.text_content() for element in root.iter("noscript"))
    whole = copy.deepcopy(root)
    prune(whole)
    blocks = blocks_of(whole)
    if known.byline is None and (line := signature_of(blocks)):
        known = dataclasses.replace(known, byline=byline_of([line], known.source))
    body, markup = _article(whole, blocks, known, url)
    if len(known.text) > 1.6 * len(body) + 200:
        body, markup = _plain(known.text, known)
    refuse_body(root, known, body, url, hidden=hidden, teasers=_teasers(root))
    if not body:
        raise NotAnArticle("there is no article's text on this page", _ADVICE)
    return Page(
        title=known.title,
        body=body,
        markup=markup,
        byline=known.byline,
        source=known.source,
        url=known.url,
        published=known.published,
        moment=known.moment,
        language=_language(known.language, body),
        tags=known.tags,
    )


def _article(root: Element, blocks: list[Block], known: Metadata, url: str | None) -> tuple[str, tuple[Markup, ...]]:
    titles = {folded(title) for title in (*known.titles, known.title or "") if title}
    chosen = selected(root, blocks, url)
    return body_of(weeded(chosen, titles=titles, byline=known.byline), known.url or url)


def _plain(text: str, known: Metadata) -> tuple[str, tuple[Markup, ...]]:
    """The body that a page gives for machines alone: lines are paragraphs; tags in it are read as a page's."""
    if "<p" in text or "<br" in text:
        blocks = blocks_of(parse(text))
    else:
        blocks = []
        for line in text.split("\n"):
            if line.strip():
                blocks.append(Block(None, pieces=[line.strip()]))
    kept = [block for block in blocks if folded(block.text) != folded(known.title or "")]
    builder = Builder("\x00")
    for block in kept:
        builder.begin(block.kind if block.kind is not MarkupKind.ITEM else None, block.value)
        builder.add(block.text)
        builder.end()
    return builder.result()


def _teasers(root: Element) -> int:
    """How many headlines on the page lead elsewhere."""
    return len(root.xpath("//h2[.//a[@href] or parent::a[@href]] | //h3[.//a[@href] or parent::a[@href]]"))


def _language(told: str | None, body: str) -> str:
    """What the page says, where its text does not say otherwise: themes are set to a language nobody looked at."""
    guess = guess_language(body)
    if told is None or told.partition("-")[0] != guess.partition("-")[0]:
        return guess
    return told if "-" in told else guess
