"""The names are narrowed down by typing, and long groups are folded so that people stay in sight."""

from __future__ import annotations

import pytest

from articles.model import Article, Span
from reader.entities.model import Doubt, EnglishFrom, Entity, Kind, Mention, Precision
from reader.tui.page.marks import FEW, Marks
from reader.tui.widgets.labels import SIGNS
from reader.tui.widgets.prompt import Asking
from tests.tui.hostile import ATTACKS
from tests.tui.stage import MEDIUM, SIZES, WIDE, Player, Stage, playing
from tests.tui.test_entities import article, names

DATES = 12


def many() -> list[Entity]:
    """People, places with their English, and more dates than are of use."""

    def one(at: int, name: str, kind: Kind, **more: object) -> Entity:
        return Entity(name, kind, (Mention(Span(at, at + 1), kind, name),), **more)  # type: ignore[arg-type]

    days = [one(n, f"dia {n}", Kind.DATE, date=f"2024-05-{n:02}", precision=Precision.DAY) for n in range(1, DATES + 1)]
    return [
        one(40, "João Sá", Kind.PERSON, roles=("prefeito de Évora",)),
        one(41, "Ana Prata", Kind.PERSON),
        one(42, "Polícia Civil", Kind.ORGANISATION, english="Civil Police", english_from=EnglishFrom.TRANSLATED),
        one(43, "Moscou", Kind.PLACE, english="Moscow", english_from=EnglishFrom.CLDR),
        *days,
        one(44, "quarta-feira (14)", Kind.DATE, doubt=Doubt.WEEKDAY),
        one(45, "Angara", Kind.WORK),
    ]


ARTICLE = Article("Ontem e hoje", "Uma frase curta. " * 40)


async def with_many(player: Player) -> None:
    player.screen.show_names(Marks(many(), ARTICLE))
    await player.settle()


@pytest.mark.parametrize("size", SIZES)
async def test_typing_narrows_the_names_down(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(ARTICLE), size) as player:
        await with_many(player)
        await player.press("3", "slash")
        await player.until(lambda: player.screen.asks() and player.screen.prompt.asking is Asking.NAMES)
        for typed, left in (("evora", "João Sá"), ("moscow", "Moscou"), ("PRATA", "Ana Prata")):
            player.screen.prompt.value = typed
            await player.until(lambda typed=typed: player.screen.names.query_text == typed)
            listed = dict(names(player))
            assert listed[f"/ {typed}"] == f"1 of {len(many())}"
            assert [text for text in listed if text.startswith(left)]
            assert "Angara" not in listed
            await player.until(lambda left=left: player.shows(left))
        await player.press("enter")
        await player.until(lambda: player.screen.focused is player.screen.names)
        assert player.screen.names.entity_at(player.screen.names.cursor) == 1
        await player.press("enter")
        await player.until(lambda: player.message == "Ana Prata: mention 1 of 1")


async def test_escape_shows_all_names_again_and_keeps_the_one_found(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE)) as player:
        await with_many(player)
        await player.press("3", "slash", *"angara")
        await player.until(lambda: player.screen.names.query_text == "angara")
        await player.press("enter", "escape")
        await player.until(lambda: not player.screen.names.query_text)
        assert player.screen.focused is player.screen.names, "the first Escape ends the narrowing, not the visit"
        assert player.screen.names._marks.entities[
            player.screen.names.entity_at(player.screen.names.cursor) or 0
        ].name == ("Angara")
        await player.press("slash", "x")
        await player.until(lambda: player.screen.names.query_text == "x")
        await player.press("escape")
        await player.until(lambda: not player.screen.names.query_text)
        assert len(names(player)) > 5


async def test_nothing_found_is_said(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        await player.press("3", "slash", *"zzz")
        await player.until(lambda: player.screen.names.query_text == "zzz")
        assert [count for _text, count in names(player)] == [f"0 of {len(player.screen.text.marks.entities)}"]
        await player.press("enter", "enter", "j", "escape")
        await player.until(lambda: player.shows("Kim Jong Un"))


async def test_a_narrowed_list_follows_the_analysis_and_ends_with_the_article(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE)) as player:
        await with_many(player)
        await player.press("3", "slash", *"ana", "enter")
        await player.until(lambda: player.screen.names.query_text == "ana")
        more = [*many(), Entity("Ana Costa", Kind.PERSON, (Mention(Span(50, 51), Kind.PERSON, "A"),))]
        player.screen.show_names(Marks(more, ARTICLE))
        await player.until(lambda: "Ana Costa" in dict(names(player)))
        await player.open(stage.summaries()[2].id)
        assert not player.screen.names.query_text


async def test_by_mouse(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE)) as player:
        await with_many(player)
        await player.press("3")
        await player.click_on("/ find")
        await player.until(lambda: player.screen.asks() and player.screen.prompt.asking is Asking.NAMES)
        await player.type("prata")
        await player.until(lambda: player.screen.names.query_text == "prata")
        await player.click_on("Ana Prata", within="#entities")
        await player.until(lambda: player.message == "Ana Prata: mention 1 of 1")
        await player.click_on("/ prata", within="#entities")
        await player.until(lambda: not player.screen.names.query_text)


@pytest.mark.parametrize("attack", ATTACKS)
async def test_hostile_queries(stage: Stage, attack: str) -> None:
    async with playing(stage.app(article()), MEDIUM) as player:
        await player.press("3", "slash")
        player.screen.prompt.value = attack
        await player.until(lambda: player.screen._narrowing)
        await player.press("enter")
        await player.settle()
        assert not player.unwanted()
        assert not player.app._exit


async def test_many_dates_do_not_push_the_rest_out_of_sight(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE), MEDIUM) as player:
        await with_many(player)
        pane = player.screen.names

        def days() -> int:
            return sum("May 2024" in text for text, _ in names(player))

        assert days() == FEW
        assert dict(names(player))["◷ DATES"] == str(DATES + 1), "all are counted"
        assert [text for text, _ in names(player)].index("“ WORKS") < pane.size.height, "in sight without scrolling"
        row = next(n for n in range(pane.count()) if "more" in pane.row(n).text)
        assert pane.row(row).text == f"▸ {DATES + 1 - FEW} more"
        await player.press("3")
        pane.move_to(row)
        await player.press("enter")
        await player.until(lambda: days() == DATES)
        assert ("quarta-feira (14)", "? 1") in names(player), "a date in doubt has its sign"
        await player.press("G")
        pane.move_to(next(n for n in range(pane.count()) if pane.row(n).text == "▾ fewer"))
        await player.press("enter")
        await player.until(lambda: days() == FEW)
        await player.press("slash", *"2024")
        await player.until(lambda: days() == DATES)


async def test_a_name_chosen_in_the_text_is_found_in_a_folded_group(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE)) as player:
        await with_many(player)
        hidden = next(
            n for n in player.screen.text.marks.groups[Kind.DATE] if n not in player.screen.text.marks.few[Kind.DATE]
        )
        player.screen.choose_name(hidden)
        assert player.screen.names.entity_at(player.screen.names.cursor) == hidden


async def test_english_is_shown_with_where_it_comes_from(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE), (200, 50)) as player:
        await with_many(player)
        listed = dict(names(player))
        assert "Polícia Civil · ~Civil Police" in listed
        assert "Moscou · Moscow" in listed
        assert "Ana Prata" in listed


def test_every_kind_has_a_sign_of_its_own() -> None:
    assert set(SIGNS) == set(Kind)
    assert len(set(SIGNS.values())) == len(Kind)


async def test_without_colour_the_marks_are_still_to_be_seen(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with playing(stage.app(article()), WIDE) as player:
        await player.press("3", "enter")
        await player.until(lambda: "mention 1 of 5" in player.message)
        assert player.app.no_color
        _x, y = player.where("Kim Jong Un chegou", within="#text")
        strip = player.app.screen._compositor.render_strips(player.app.size)[y]
        styles = {segment.text: segment.style for segment in strip if "Kim" in segment.text}
        assert any(style is not None and style.underline and style.reverse for style in styles.values())
        assert player.shows("▸Kim Jong Un")
