"""Never moved, whatever is done one after the other: layouts, sizes, hyphens, peeks and folds in any order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.model import Article, Markup, MarkupKind, Span
from reader.tui.page.hyphens import Hyphenate
from reader.tui.page.layout import Layout
from reader.tui.page.page import Page
from reader.tui.page.peeking import Cursor
from tests.tui.page.making import learn, page_of, prose

_KINDS = [None, (MarkupKind.HEADING, "2"), (MarkupKind.QUOTE, ""), (MarkupKind.ITEM, "•"), (MarkupKind.CAPTION, "")]

STEP = st.one_of(
    st.tuples(st.just("layout"), st.sampled_from(list(Layout))),
    st.tuples(st.just("size"), st.tuples(st.sampled_from([1, 23, 40, 61, 72, 139]), st.integers(3, 24))),
    st.tuples(st.just("hyphenate"), st.sampled_from(list(Hyphenate))),
    st.tuples(st.just("go"), st.floats(0, 1)),
    st.tuples(st.just("peek"), st.none()),
    st.tuples(st.just("fold"), st.none()),
)


def mixed() -> Article:
    """Paragraphs of each kind in turn."""
    paragraphs = prose(10).split("\n\n")
    marks, at = [], 0
    for number, text in enumerate(paragraphs):
        kind = _KINDS[number % len(_KINDS)]
        if kind is not None:
            marks.append(Markup(Span(at, at + len(text)), *kind))
        at += len(text) + 2
    return Article("Um título que não é curto e ainda assim cabe", "\n\n".join(paragraphs), markup=tuple(marks))


PAGE_OF_ALL = mixed()


def above(page: Page) -> list[object]:
    """What stands on the screen's rows down to the end of the sentence being read."""
    last = (page.cursor.block, page.block(page.cursor.block).rows_of(page.cursor.sentence)[1])
    return [spot for spot in page.window.rows() if spot is None or spot <= last]


def peek(page: Page) -> None:
    """Peek; rows above stay, but where the sentence ends on the last row or below: then its English comes in sight."""
    before, anchor = above(page), page.anchor()
    block, sentence = page.cursor.block, page.cursor.sentence
    last = (block, page.block(block).rows_of(sentence)[1])
    seen = page.window.row_of(last)
    had = page.unfolded(block)
    page.peek()
    here = page.unfolded(block)
    if sentence not in here or had:  # the paragraph unfolded or folded, whose other sentences were unfolded before
        assert page.anchor().cursor == anchor.cursor
        return
    if seen is not None and seen < page.window.height - 1:
        assert above(page) == before
        assert page.anchor() == anchor
    elif page.window.height > 1:
        end = page.block(block).rows_of(sentence)[1]
        assert page.window.row_of((block, end + 1)) is not None, "the first line of its English is seen"
        assert page.window.row_of((block, end)) is not None, "and the last one of the sentence"


@settings(max_examples=60)
@given(st.lists(STEP, min_size=3, max_size=14))
def test_the_line_being_read_stays(steps: list[tuple[str, object]]) -> None:
    page = page_of(PAGE_OF_ALL, height=14)
    learn(page)
    for name, value in steps:
        cursor, before = page.cursor, page.anchor()
        match name, value:
            case "go", float(share):
                block = min(len(page.document) - 1, int(share * len(page.document)))
                page.go(Cursor(block, int(share * 97) % len(page.document.sentences(block))))
                continue
            case "peek", None:
                if page.layout in (Layout.ORIGINAL, Layout.ENGLISH):
                    peek(page)
                continue
            case "layout", Layout() as layout:
                page.set_layout(layout)
            case "size", (int(width), int(height)):
                page.resize(width, height)
            case "hyphenate", Hyphenate() as hyphenate:
                page.set_hyphenate(hyphenate)
            case "fold", None:
                page.fold()
        assert page.cursor == cursor
        assert page.anchor().at == min(before.at, page.window.height - 1), (name, value)
