"""How much of an article is read for names, and that the pane says so."""

from __future__ import annotations

import threading

import pytest

from articles.model import Article
from reader.tui import naming
from tests.tui.stage import Stage, playing

PARAGRAPH = "O presidente Vladimir Putin chegou a Lisboa e falou com a ministra Ana Pereira durante duas horas."
LATE = "No fim do dia, Kim Jong Un telefonou de Pyongyang."


@pytest.mark.parametrize(("most", "whole"), [(10_000_000, True), (1_000, False)])
async def test_the_beginning_of_a_very_long_article(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, most: int, whole: bool
) -> None:
    monkeypatch.setattr(naming, "MOST", most)
    article = Article(title="Um dia", body="\n\n".join([*[PARAGRAPH] * 20, LATE]))
    stage.services.articles.add(article)
    async with playing(stage.app(stage.services.articles.get(article.id))) as player:
        pane = player.screen.names
        await player.until(lambda: "Vladimir Putin" in [pane.row(number).text for number in range(pane.count())])
        shown = [pane.row(number).text for number in range(pane.count())]
        assert ("Kim Jong Un" in shown) is whole
        assert player.shows("of the first 49%") is not whole
        assert all(mark.end <= (len(article.body) if whole else most) for mark in pane._marks.within(0, 10_000))
    kept = stage.composition.analyses.get(article.id, stage.composition.recogniser, None)
    assert (kept is not None) is whole, "what was read in part is not kept as the whole"


async def test_another_article_is_read_whole_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(naming, "MOST", 1_200)
    article = Article(title="Um dia", body="\n\n".join([PARAGRAPH] * 30))
    short = Article(title="Outro dia", body=PARAGRAPH)
    for each in (article, short):
        stage.services.articles.add(each)
    async with playing(stage.app(stage.services.articles.get(article.id))) as player:
        await player.until(lambda: player.screen.names.border_subtitle)
        await player.open(short.id)
        assert not player.screen.names.border_subtitle


def test_keys_come_first_but_not_for_ever(monkeypatch: pytest.MonkeyPatch, stage: Stage) -> None:
    lane: list[object] = []  # nothing is given to it here
    names = naming.Naming(stage.composition.recogniser, stage.composition.analyses, lane)  # type: ignore[arg-type]
    monkeypatch.setattr(naming, "_WAY", 10_000.0)
    monkeypatch.setattr(naming, "_LONGEST_WAY", 0.0)
    names.give_way()
    stop = threading.Event()
    assert not names._pause(stop), "a step is made all the same after a while"

    monkeypatch.setattr(naming, "_LONGEST_WAY", 10_000.0)
    waiting = threading.Thread(target=names._pause, args=(stop,), daemon=True)
    waiting.start()
    waiting.join(0.05)
    assert waiting.is_alive(), "no step is made while keys may follow"
    stop.set()
    waiting.join(5)
    assert not waiting.is_alive(), "leaving the article ends the wait"
