"""How much of an article is read for names, and that the pane says so."""

from __future__ import annotations

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
