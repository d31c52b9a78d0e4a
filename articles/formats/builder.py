"""Building a body and its markup piece by piece, so that every span agrees with the text to the character."""

from __future__ import annotations

from articles.cleaning import clean, clean_line
from articles.model import PARAGRAPH_BREAK, Markup, MarkupKind, Span


class Builder:
    """Collects paragraphs. Text may be anything: it is cleaned on its way in.

    Args:
        title: The article's title, where it is known from elsewhere.

    Attributes:
        heading: The heading of the first level that came before all else, where it is the title: it is no
            part of the body then. A heading that differs from a known title stays in the body.
    """

    def __init__(self, title: str | None = None) -> None:
        self._title = title
        self.heading: str | None = None
        self._paragraphs: list[str] = []
        self._markup: list[Markup] = []
        self._length = 0
        self._kind: tuple[MarkupKind | None, str] = (None, "")
        self._pieces: list[str] = []
        self._at = 0
        self._open: list[tuple[int, MarkupKind, str]] = []
        self._marks: list[Markup] = []
        self._captions: list[str] = []

    def begin(self, kind: MarkupKind | None = None, value: str = "") -> None:
        """Begin a paragraph that is of this kind as a whole."""
        self._kind = (kind, value)
        self._pieces, self._open, self._marks, self._captions = [], [], [], []
        self._at = 0

    def add(self, text: str) -> None:
        """Add text to the paragraph; white space that would stand at the start of a line is left out."""
        text = clean(text)
        if not self._pieces or self._pieces[-1][-1] in " \n":
            text = text.lstrip(" \n")
        if text:
            self._pieces.append(text)
            self._at += len(text)

    def code_lines(self, text: str) -> None:
        """Add the lines of a block of code; empty ones are left out, for they would end the paragraph."""
        lines = [line.rstrip() for line in clean(text).split("\n")]
        self.open(MarkupKind.CODE)
        self.add("\n".join(filter(None, lines)))
        self.close()

    def open(self, kind: MarkupKind, value: str = "") -> None:
        """Begin a stretch of this kind inside the paragraph."""
        self._open.append((self._at, kind, value))

    def close(self) -> None:
        """End the stretch begun last. A link without an address is no stretch at all."""
        start, kind, value = self._open.pop()
        if self._at > start and (value or kind is not MarkupKind.LINK):
            self._marks.append(Markup(Span(start, self._at), kind, value))

    def caption(self, text: str) -> None:
        """Keep the description of a picture: it becomes a paragraph of its own behind this one."""
        self._captions.append(text)

    def end(self) -> None:
        """End the paragraph; one without text leaves no trace."""
        raw = "".join(self._pieces)
        text = _settled(raw)
        kind, value = self._kind
        captions, self._captions = self._captions, []
        if text and kind is MarkupKind.HEADING and value == "1" and self._is_title(text):
            self.heading = clean_line(text, 300)
        elif text:
            # Where settling moved characters, other than at the end, the stretches inside no longer hold.
            marks = self._marks if raw.startswith(text) else []
            self._append(text, kind, value, marks)
        for caption in captions:
            line = clean_line(caption, 2000)
            if line:
                self._append(line, MarkupKind.CAPTION, "", [])

    def result(self) -> tuple[str, tuple[Markup, ...]]:
        """The body, and its markup in order."""
        return PARAGRAPH_BREAK.join(self._paragraphs), tuple(sorted(self._markup))

    def _is_title(self, text: str) -> bool:
        if self.heading is not None or self._paragraphs:
            return False
        return self._title is None or clean_line(text, 300).casefold() == self._title.casefold()

    def _append(self, text: str, kind: MarkupKind | None, value: str, marks: list[Markup]) -> None:
        start = self._length + (len(PARAGRAPH_BREAK) if self._paragraphs else 0)
        self._paragraphs.append(text)
        self._length = start + len(text)
        if kind is not None:
            self._markup.append(Markup(Span(start, self._length), kind, value))
        for mark in marks:
            span = Span(mark.span.start, min(mark.span.end, len(text))).shifted(start)
            if span.start < span.end:
                self._markup.append(Markup(span, mark.kind, mark.value))


def _settled(text: str) -> str:
    """The paragraph as clean text without empty lines; unchanged but for its end in all but odd cases."""
    text = clean(text).strip()
    if " \n" not in text and "\n\n" not in text:
        return text
    return "\n".join(line for line in (line.rstrip() for line in text.split("\n")) if line.strip())
