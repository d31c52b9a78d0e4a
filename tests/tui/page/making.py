"""Articles, documents and English made for the tests of the page."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from articles.model import Article
from reader.translation.engine import Origin, Translation
from reader.tui.page.document import Document
from reader.tui.page.english import English
from reader.tui.page.layout import Layout
from reader.tui.page.page import Page
from reader.tui.page.peeking import Cursor

MOMENT = datetime.datetime(2023, 9, 15, 12, tzinfo=datetime.UTC)

_PLAIN = (
    "o trem blindado chegou à estação e os governantes trocaram um longo aperto de mãos diante das câmeras da "
    "televisão estatal que transmitia a cena para todo o país naquela tarde fria de setembro"
)
WORDS = _PLAIN.split()


def translation(source: str, target: str, origin: Origin = Origin.DRAFT, engine: str = "local") -> Translation:
    return Translation(source, target, origin, engine, "1", MOMENT)


def prose(paragraphs: int = 14, seed: int = 3) -> str:
    """Paragraphs of plain words; sentences of 3 to 60 words, always the same for the same arguments."""
    state, made = seed, []
    for _ in range(paragraphs):
        sentences = []
        state = (state * 1103515245 + 12345) % 2**31
        for _ in range(1 + state // 7 % 5):
            state = (state * 1103515245 + 12345) % 2**31
            count = 3 + state // 11 % 58
            words = [WORDS[(state // 13 + at * 7) % len(WORDS)] for at in range(count)]
            sentences.append(" ".join(words).capitalize() + ".")
        made.append(" ".join(sentences))
    return "\n\n".join(made)


def article(
    body: str = "", title: str = "Kim visita fábrica de aviões militares no extremo leste da Rússia"
) -> Article:
    return Article(title, body or prose(), byline="Ana Souza", published=datetime.date(2023, 9, 15))


def english_of(source: str, stretch: float = 1.3) -> str:
    """Something that stands in for the English of a sentence, as long as English may be."""
    said = "English " + source.upper()
    return (said + " and so on and on" * 20)[: max(8, int(len(source) * stretch))].strip()


def page_of(made: Article, layout: Layout = Layout.ORIGINAL, width: int = 72, height: int = 20) -> Page:
    document = Document(made)
    page = Page(document, English(document), layout)
    page.resize(width, height)
    page.restore(-1, 0)
    return page


def learn(page: Page, blocks: Iterable[int] | None = None, stretch: float = 1.3) -> None:
    """Let the page know the English of these blocks (of all of them), without laying them out again."""
    for block in range(len(page.document)) if blocks is None else blocks:
        for source in page.document.segments(block):
            page.english.put({source: translation(source, english_of(source, stretch))})


def row_texts(page: Page) -> list[str]:
    """What stands on each row of the page's screen, the margin left out."""
    shown = []
    for spot in page.window.rows():
        if spot is None:
            shown.append("")
            continue
        line = ""
        for piece in sorted(page.block(spot[0]).rows[spot[1]].pieces, key=lambda piece: piece.x):
            line = line.ljust(piece.x) + piece.text
        shown.append(line)
    return shown


def everything(page: Page) -> list[Cursor]:
    """All sentences of the page's article."""
    return [
        Cursor(block, sentence)
        for block in range(len(page.document))
        for sentence in range(len(page.document.sentences(block)))
    ]


def is_on_screen(page: Page) -> bool:
    """Whether a row of the cursor's sentence is on the screen."""
    first, last = page.block(page.cursor.block).rows_of(page.cursor.sentence)
    rows = page.window.rows()
    return any((page.cursor.block, row) in rows for row in range(first, last + 1))
