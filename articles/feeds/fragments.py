"""The text of an item: a piece of HTML, or plain text, to the body of an article."""

from __future__ import annotations

import html as entities
import re
from dataclasses import dataclass, field
from typing import Any

from articles.cleaning import clean
from articles.feeds.links import web_link
from articles.feeds.model import Text
from articles.formats.builder import Builder
from articles.formats.layout import paragraphs_of
from articles.model import PARAGRAPH_BREAK, Markup, MarkupKind

_BLOCKS = frozenset(
    str.split(
        """address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2 h3
        h4 h5 h6 header hr html li main ol p pre section summary table tbody tfoot thead tr ul caption"""
    )
)
_SKIPPED = frozenset(
    str.split(
        """script style iframe noscript object embed svg math form button select textarea input template video audio
        canvas map head title link meta img picture source nav"""
    )
)
_INLINE = {
    **dict.fromkeys(("em", "i", "cite"), MarkupKind.EMPHASIS),
    **dict.fromkeys(("strong", "b"), MarkupKind.STRONG),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), MarkupKind.CODE),
}

_html = "a|abbr|b|blockquote|br|div|em|figure|h[1-6]|hr|i|img|li|ol|p|pre|span|strong|table|ul"
_tags = re.compile(rf"</?(?:{_html})[\s/>]", re.IGNORECASE)
_white = re.compile(r"[ \t\r\n\f]+")
_words = re.compile(r"[^\W_]")

_more = (
    r"(?:leia|ler|saiba|veja|ver|continue|continuar|clique|read|keep|continue)\s(?:(?:a|para|here|aqui|e)\s)?"
    r"(?:mais|lendo|ler|leitura|a\sleitura|more|reading|artigo\scompleto|not[ií]cia\scompleta|tudo|na\s[ií]ntegra)"
)
_ends = re.compile(
    rf"(?:\[\s?(?:…|\.\.\.)\s?\]|\(\s?(?:…|\.\.\.)\s?\)|…|\.\.\.|(?:(?<=[.…\]\s])|^){_more}[.…»›→>:]?)$", re.IGNORECASE
)
_by_blog = (
    r"(?:the post|o post|a postagem|o artigo|o conte[uú]do|a not[ií]cia|el post)\b.{1,400}\b"
    r"(?:appeared first (?:on|in)|first appeared on|aparec(?:eu|e) primeiro (?:em|no|na))\b.{0,200}"
)
_footer = re.compile(rf"(?:{_by_blog}|{_more}[^.!?]{{0,40}}[.…»›→>:]?)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Body:
    """The body of an article, as its item gives it.

    Attributes:
        text: Clean, in paragraphs; "" where there are no words.
        markup: What is not plain text in it.
        cut: Whether the feed broke it off, and says so ("[…]", "Leia mais").
    """

    text: str
    markup: tuple[Markup, ...] = ()
    cut: bool = False


def body_of(text: Text, title: str = "") -> Body:
    """The body that the text of an item is.

    Pictures, scripts, forms and frames are left out, as are the lines that blog programs put below ("The post …
    appeared first on …", "Leia mais"). A heading that is the title is left out too.

    Args:
        text: The text.
        title: The title of the item, clean.
    """
    if not text.html:
        return _plain(text.text)
    if _tags.search(text.text) is None:
        return _plain(entities.unescape(text.text))
    return _marked(text, title)


def _plain(text: str) -> Body:
    body = paragraphs_of(clean(text))
    paragraphs = body.split(PARAGRAPH_BREAK)
    footed = False
    while paragraphs and _footer.fullmatch(paragraphs[-1]):
        footed = paragraphs.pop() != "" or footed
    return _ended(PARAGRAPH_BREAK.join(paragraphs), (), footed)


def _marked(text: Text, title: str) -> Body:
    from lxml import etree, html  # 40 ms: only where there is HTML

    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    source = text.text.replace("\x00", "\ufffd").encode("utf-8", "replace")
    try:
        root = html.document_fromstring(b"<html><body>" + source + b"</body></html>", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return Body("")
    reading = _Reading(Builder(title or None), text.base)
    reading.element(root)
    body, markup = reading.builder.result()
    return _ended(body, markup, reading.footed)


def _ended(body: str, markup: tuple[Markup, ...], footed: bool) -> Body:
    if not _words.search(body):
        return Body("", cut=footed)
    text = _without_end(body)
    if text == body:
        return Body(body, markup, cut=footed)
    if not text:
        return Body("", cut=True)
    # What was cut off may have been marked: its marks go with it, and a sign says that there was more.
    kept = tuple(each for each in markup if each.span.end <= len(text))
    return Body(text + "…", kept, cut=True)


def _without_end(body: str) -> str:
    """The body without the signs, one or several, that say at its end that there is more."""
    for _ in range(4):
        tail = body[-80:]
        end = _ends.search(tail)
        if end is None:
            break
        body = body[: len(body) - len(tail) + end.start()].rstrip()
    return body


@dataclass(slots=True)
class _Reading:
    """One text as its elements are gone through."""

    builder: Builder
    base: str
    footed: bool = False
    pieces: list[str | tuple[MarkupKind, str] | None] = field(default_factory=list)
    inline: list[tuple[MarkupKind, str]] = field(default_factory=list)
    kinds: list[tuple[MarkupKind | None, str]] = field(default_factory=lambda: [(None, "")])
    numbers: list[int] = field(default_factory=list)
    verbatim: int = 0

    def element(self, root: Any) -> None:
        from lxml import etree

        skipping = None
        for event, node in etree.iterwalk(root, events=("start", "end")):
            name = node.tag if isinstance(node.tag, str) else "template"
            if event == "start":
                if skipping is None and name in _SKIPPED:
                    skipping = node
                if skipping is None:
                    self.start(node, name)
                    self.text(node.text)
            else:
                if skipping is None:
                    self.end(name)
                elif skipping is node:
                    skipping = None
                if skipping is None and node is not root:
                    self.text(node.tail)
        self.paragraph()

    def start(self, node: Any, name: str) -> None:
        if name in _BLOCKS:
            self.paragraph()
            self.kinds.append(self.kind(name))
            self.verbatim += name == "pre"
            if name in ("ol", "ul"):
                self.numbers.append(0 if name == "ol" else -1)
        elif name == "br":
            if self.pieces and self.pieces[-1] == "\n":
                self.paragraph()
            elif self.pieces:
                self.pieces.append("\n")
        elif name in ("td", "th"):
            self.text(" ")
        elif name == "a":
            self.mark(MarkupKind.LINK, web_link(node.get("href") or "", self.base) or "")
        elif name in _INLINE:
            self.mark(_INLINE[name], "")

    def end(self, name: str) -> None:
        if name in _BLOCKS:
            self.paragraph()
            self.kinds.pop()
            self.verbatim -= name == "pre"
            if name in ("ol", "ul"):
                self.numbers.pop()
        elif name == "a" or name in _INLINE:
            self.inline.pop()
            self.pieces.append(None)

    def mark(self, kind: MarkupKind, value: str) -> None:
        self.inline.append((kind, value))
        self.pieces.append((kind, value))

    def kind(self, name: str) -> tuple[MarkupKind | None, str]:
        if name[0] == "h" and name[1:].isdecimal():
            return MarkupKind.HEADING, name[1:]
        if name == "blockquote":
            return MarkupKind.QUOTE, ""
        if name in ("figcaption", "caption"):
            return MarkupKind.CAPTION, ""
        if name == "li":
            if not self.numbers or self.numbers[-1] < 0:
                return MarkupKind.ITEM, "•"
            self.numbers[-1] += 1
            return MarkupKind.ITEM, f"{self.numbers[-1]}."
        return self.kinds[-1]

    def text(self, text: str | None) -> None:
        if not text:
            return
        if not self.verbatim:
            text = _white.sub(" ", text)
            if not text.strip() and (not self.pieces or self.pieces[-1] == "\n"):
                return
        self.pieces.append(text)

    def paragraph(self) -> None:
        """End the paragraph: what is still open in it is closed, and goes on in the next one."""
        pieces, self.pieces = self.pieces, [*self.inline]
        said = "".join(each for each in pieces if isinstance(each, str))
        if not said.strip():
            return
        if _footer.fullmatch(said.strip()):
            self.footed = True
            return
        self.builder.begin(*self.kinds[-1])
        opened = 0
        for each in pieces:
            if isinstance(each, str):
                self.builder.add(each)
            elif each is None:
                self.builder.close()
                opened -= 1
            else:
                self.builder.open(*each)
                opened += 1
        for _ in range(opened):
            self.builder.close()
        self.builder.end()
