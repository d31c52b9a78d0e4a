"""What is hardly an article, on the screen: the pane says what there is, and the reader goes on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from articles.model import Article
from reader.entities.worker.client import Worker
from reader.tui import ahead
from tests.tui.stage import MEDIUM, WIDE, Stage, playing

ENGLISH = (
    "The council voted on Tuesday night to close the old bridge in Lisbon for two years while engineers replace its "
    "cables, a decision that angered shopkeepers on both banks of the river."
)
BODIES = {
    "one word": ("Palavra", False),
    "one name": ("Lisboa", True),
    "digits": ("1234567890 " * 300 + "7", None),
    "emoji": ("🎉🎉 👩‍👩‍👧 🇧🇷\n\n😀 😀 😀", False),
    "signs": ("... --- !!!", False),
    "capitals": ("O PRESIDENTE LULA CHEGOU A LISBOA E FALOU COM A ONU.", True),
    "English": (ENGLISH, True),
    "one line": ("Rui Melo foi a Lisboa e falou com Ana Reis. " * 300 + "Fim.", True),
    "one name over and over": ("Kim " * 3_000 + "fim.", True),
}


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    monkeypatch.setattr(ahead, "_WAY", 0.0)
    worker = Worker()
    yield worker
    worker.close()


@pytest.mark.parametrize(("body", "names"), BODIES.values(), ids=BODIES)
async def test_it_is_read(stage: Stage, worker: Worker, body: str, names: bool | None) -> None:
    stage.empty()
    article = Article("Título", body)
    stage.services.articles.add(article)
    async with playing(stage.app(article, worker=worker), MEDIUM) as player:
        pane = player.screen.names
        await player.until(lambda: pane.border_subtitle == "")
        if names is not None:
            assert bool(pane.count()) is names
            assert player.shows("no names found") is not names
        await player.press("j", "G", "3", "j", "enter", "]", "[", "g")
        assert not player.unwanted()
        assert not player.app._exit


async def test_another_language_is_said_to_be_one(stage: Stage, worker: Worker) -> None:
    article = Article("Bridge", ENGLISH, language="pt")
    async with playing(stage.app(article, worker=worker), WIDE) as player:
        await player.until(lambda: "another language (English)" in player.message)
        assert "pt (en?)" in player.screen.head.particulars
        assert "Lisbon" in [player.screen.names.row(number).text for number in range(player.screen.names.count())]


async def test_a_name_that_occurs_two_thousand_times_can_be_gone_through(stage: Stage, worker: Worker) -> None:
    article = Article("Kim", "\n\n".join(["Hoje Kim riu e Kim falou."] * 1_050))
    stage.services.articles.add(article)
    async with playing(stage.app(article, worker=worker), WIDE) as player:
        pane = player.screen.names
        await player.until(lambda: pane.border_subtitle == "")
        marks = player.screen.text.marks
        (kim,) = (number for number, entity in enumerate(marks.entities) if entity.name == "Kim")
        assert len(marks.entities[kim].mentions) >= 2_050
        await player.press("3")
        pane.go_to(kim)
        await player.press("enter", "]", "]", "[", "[", "[")
        assert marks.chosen == kim
        assert player.page.offset() > len(article.body) - 100, "round to the last"
