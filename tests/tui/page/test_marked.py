"""Which marked stretches share characters with a range: against looking at all of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles.model import Span
from reader.tui.page.marked import Marked

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 30))


@given(st.lists(SPANS, max_size=12), st.integers(0, 80), st.integers(1, 20))
def test_those_of_a_range_are_found(spans: list[Span], start: int, length: int) -> None:
    found = Marked(spans).within(start, start + length)
    assert set(found) == {span for span in spans if span.overlaps(Span(start, start + length))}
    assert [span.start for span in found] == sorted(span.start for span in found)


def test_a_stretch_is_put_once_and_taken_away() -> None:
    marked = Marked()
    marked.put(Span(3, 9), on=True)
    marked.put(Span(3, 9), on=True)
    assert marked.within(8, 9) == [Span(3, 9)]
    assert Span(3, 9) in marked
    marked.put(Span(3, 9), on=False)
    marked.put(Span(3, 9), on=False)
    assert marked.within(0, 99) == []
