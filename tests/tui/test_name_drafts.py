"""Names that only a translation can put into English: beside the screen, marked, and in nobody's way."""

from __future__ import annotations

import pytest

from articles.model import Article
from reader.tui import name_drafts
from tests.tui.engines import HeldEngine
from tests.tui.stage import Player, Stage, playing

COUNCIL, UNION = "Conselho Federal de Medicina", "Sindicato dos Jornalistas"
BODY = f"O {COUNCIL} respondeu em Brasília ao {UNION}. O {COUNCIL} não disse mais nada."
ENGLISH = {COUNCIL: "Federal Council of Medicine", UNION: "Union of Journalists"}


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_drafts, "LATER", 0.0)


def shown(player: Player) -> str:
    pane = player.screen.names
    return " ".join(" ".join(row.text for row in map(pane.row, range(pane.count()))).split())


def added(stage: Stage, body: str = BODY) -> Article:
    stage.services.articles.add(Article(title="Resposta", body=body))
    (found,) = [each for each in stage.summaries() if each.title == "Resposta"]
    return stage.services.articles.get(found.id)


def engine() -> HeldEngine:
    return HeldEngine(lambda name: ENGLISH.get(name, "nonsense"), name="local")


async def test_names_are_translated_one_by_one_and_then_shown_marked(stage: Stage) -> None:
    held = engine()
    async with playing(stage.app(added(stage), helpers=stage.helpers(held, namer=True))) as player:
        await player.until(lambda: held.asked == [COUNCIL])
        assert "~" not in shown(player)
        held.let()
        await player.until(lambda: held.asked == [COUNCIL, UNION])
        held.let()
        await player.until(lambda: "~Union of Journalists" in shown(player))
        assert "~Federal Council of Medicine" in shown(player)


async def test_the_chosen_name_stays_chosen(stage: Stage) -> None:
    held = engine()
    async with playing(stage.app(added(stage), helpers=stage.helpers(held, namer=True))) as player:
        await player.until(lambda: held.asked)
        marks = player.screen.text.marks
        number = next(at for at, each in enumerate(marks.entities) if each.name == UNION)
        player.screen.choose_name(number)
        held.go()
        await player.until(lambda: "~Union of Journalists" in shown(player))
        assert player.screen.text.marks is not marks
        assert player.screen.text.marks.chosen == number


async def test_what_was_translated_before_needs_no_engine(stage: Stage) -> None:
    article, held = added(stage), engine()
    held.go()
    async with playing(stage.app(article, helpers=stage.helpers(held, namer=True))) as player:
        await player.until(lambda: "~Union of Journalists" in shown(player))
    async with playing(stage.app(article, helpers=stage.helpers(None, namer=True))) as player:
        await player.until(lambda: "~Union of Journalists" in shown(player))
    assert held.asked == [COUNCIL, UNION]


async def test_an_article_that_was_left_has_no_more_translated(stage: Stage) -> None:
    article, held = added(stage), engine()
    other = stage.summaries()[-1] if stage.summaries()[-1].id != article.id else stage.summaries()[0]
    async with playing(stage.app(article, helpers=stage.helpers(held, namer=True))) as player:
        await player.until(lambda: held.asked == [COUNCIL])
        await player.open(other.id)
        held.let()
        await player.settle()
    assert UNION not in held.asked


async def test_a_sentence_asked_for_does_not_wait_for_all_names(stage: Stage) -> None:
    article, held = added(stage), engine()
    async with playing(stage.app(article, helpers=stage.helpers(held, namer=True))) as player:
        await player.until(lambda: held.asked == [COUNCIL])
        await player.press("t")
        held.let()
        await player.until(lambda: len(held.asked) > 1)
        assert held.asked[1] != UNION, "the page comes before the next name"
        held.go()


async def test_without_an_engine_the_names_stay(stage: Stage) -> None:
    async with playing(stage.app(added(stage), helpers=stage.helpers(None, namer=True))) as player:
        await player.until(lambda: COUNCIL in shown(player))
        await player.settle()
        assert "~" not in shown(player)


async def test_a_bad_translation_is_not_shown(stage: Stage) -> None:
    held = HeldEngine(lambda name: name if name == COUNCIL else ENGLISH[name], name="local", free=True)
    async with playing(stage.app(added(stage), helpers=stage.helpers(held, namer=True))) as player:
        await player.until(lambda: "~Union of Journalists" in shown(player))
        assert shown(player).count("~") == 1


async def test_a_name_that_was_put_right_meanwhile_stays_so_and_is_undone_with_its_english(stage: Stage) -> None:
    held = engine()
    async with playing(stage.app(added(stage), helpers=stage.helpers(held, namer=True))) as player:
        await player.until(lambda: held.asked)
        await player.press("3")
        number = next(at for at, each in enumerate(player.screen.text.marks.entities) if each.name == COUNCIL)
        player.screen.names.go_to(number)
        await player.press("H", "h")
        await player.until(lambda: "is hidden" in player.message)
        held.go()
        await player.until(lambda: "~Union of Journalists" in shown(player))
        assert COUNCIL not in shown(player)
        await player.press("U")
        await player.until(lambda: "~Federal Council of Medicine" in shown(player))
