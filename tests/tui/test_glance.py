"""The first glance: the text before the screen, where the screen will have it, and the terminal given back."""

from __future__ import annotations

import os
import re

import pytest

from articles.model import Article
from reader.tui.glance import picture
from reader.tui.opened import alone, look_of, opening
from tests.tui.stage import SIZES, UNWANTED, Stage, playing
from tests.tui.terminal import Terminal
from tests.tui.test_hostile import hostile_article

PLACED = re.compile(r"\x1b\[(\d+);(\d+)H((?:\x1b\[[\d;]*m)*)([^\x1b]*)(?:\x1b\[0m)?")


def drawn(text: str) -> dict[int, str]:
    """The rows that a picture draws."""
    rows: dict[int, str] = {}
    for match in PLACED.finditer(text):
        row, column = int(match[1]) - 1, int(match[2]) - 1
        line = rows.get(row, "").ljust(column)
        rows[row] = line[:column] + match[4] + line[column + len(match[4]) :]
    return rows


@pytest.mark.parametrize("size", [*SIZES, (30, 10), (200, 50)])
@pytest.mark.parametrize("share", [0.0, 0.5])
async def test_it_stands_where_the_screen_will_have_it(stage: Stage, size: tuple[int, int], share: float) -> None:
    summary = stage.summaries()[1]
    article = stage.services.articles.get(summary.id)
    if share:
        stage.services.positions.save(summary.id, int(len(article.body) * share), 5)
    opened = opening(stage.services, article)
    assert opened is not None
    first = drawn(picture(opened, look_of(stage.services), *size))
    async with playing(stage.app(article), size) as player:
        region = player.screen.text.content_region
        lines = player.lines()
        for y in range(region.y, region.bottom):
            there = lines[y][region.x : region.right - 1].rstrip()
            there = there.replace("Fri 19 Jun 2026", "2026-06-19")  # the first glance does not wait for a date's words
            # The bar goes down all rows of the sentence; the glance draws its first.
            assert first.get(y, "")[region.x :].rstrip().replace("▌", " ").rstrip() == there.replace("▌", " ").rstrip()
        assert set(first) <= set(range(region.y, region.bottom))
        bars = [y for y in range(region.y, region.bottom) if "▌" in lines[y]]
        assert "▌" in first[bars[0]]


@pytest.mark.parametrize("size", SIZES)
def test_it_brings_nothing_hostile_to_the_terminal(stage: Stage, size: tuple[int, int]) -> None:
    text = picture(alone(hostile_article()), look_of(stage.services), *size)
    rest = re.sub(r"\x1b\[(?:\d+;\d+H|[\d;]*m)", "", text)
    assert not set(rest) & UNWANTED


@pytest.mark.terminal
@pytest.mark.skipif(os.name == "nt", reason="there is no pty")
def test_keys_typed_before_the_screen_is_there_are_not_lost(stage: Stage) -> None:
    stage.close()
    with Terminal(["--home", str(stage.home)], size=(80, 24)) as terminal:
        terminal.until("Plano Real")  # the glance, or already the screen
        terminal.send("}}")
        terminal.until("¶ 2/11")
        terminal.send("q")
        assert terminal.wait() == 0


@pytest.mark.terminal
@pytest.mark.skipif(os.name == "nt", reason="there is no pty")
@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_knows_no_sequences_gets_none_of_the_glance(
    stage: Stage, term: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    from reader.tui.glance import Glance

    with Glance() as glance:
        opened = opening(stage.services, Article("T", "Uma frase."))
        assert opened is not None
        glance.show(opened, look_of(stage.services))
