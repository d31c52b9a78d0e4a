"""Who and what an article speaks of: grouped, counted, chosen, and gone through."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from articles.errors import Problem
from articles.model import Article
from reader.entities.model import Kind, Mention
from reader.tui.widgets.labels import headings
from tests.tui.engines import HeldEngine
from tests.tui.stage import MEDIUM, SIZES, WIDE, Player, Stage, playing

BODY = (
    "O líder norte-coreano Kim Jong Un chegou. Kim falou pouco.\n\n"
    "Vladimir Putin recebeu Kim em Moscou.\n\n" + "Houve um longo silêncio na sala. " * 60 + "\n\n"
    "Putin agradeceu a Kim. Depois Kim partiu."
)


def article(title: str = "Kim e Putin") -> Article:
    return Article(title, BODY)


def names(player: Player) -> list[tuple[str, str]]:
    """The rows of the pane: text and count."""
    pane = player.screen.names
    return [(pane.row(number).text, pane.row(number).right) for number in range(pane.count())]


@pytest.mark.parametrize("size", SIZES)
async def test_entities_are_grouped_with_their_counts(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(article()), size) as player:
        listed = dict(names(player))
        people = [text for text in listed if "PEOPLE" in text]
        assert people
        assert listed[people[0]] == "2"
        assert listed["Kim Jong Un"] == "5"
        assert listed["Vladimir Putin"] == "2"
        assert any(text.startswith("Moscou · Moscow") for text in listed)
        order = [
            text.split(" ", 1)[1] for text, _count in names(player) if text.split(" ", 1)[-1] in headings().values()
        ]
        assert order == [heading for heading in headings().values() if heading in order]
        await player.press("3")
        await player.until(lambda: player.shows("PEOPLE") and player.shows("Kim Jong Un"))


async def test_choosing_goes_to_the_first_mention_and_marks_them_all(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        await player.press("3")
        row = next(number for number, (text, _) in enumerate(names(player)) if text == "Vladimir Putin")
        player.screen.names.move_to(row)
        await player.press("enter")
        await player.until(lambda: player.message == "Vladimir Putin: mention 1 of 2")
        assert player.sentence().startswith("Vladimir Putin recebeu")
        assert player.shows("▸Vladimir Putin")
        _x, y = player.where("Vladimir Putin recebeu", within="#text")
        strip = player.app.screen._compositor.render_strips(player.app.size)[y]
        styles = {segment.text: segment.style for segment in strip if "Putin" in segment.text}
        assert any(style is not None and style.underline for style in styles.values()), "marked by more than colour"


async def test_brackets_go_round_the_mentions(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        await player.press("3", "enter")
        await player.until(lambda: player.message == "Kim Jong Un: mention 1 of 5")
        await player.press("2")
        seen = [player.sentence()]
        for _ in range(5):
            await player.press("]")
            await player.until(lambda: "mention" in player.message)
            seen.append(player.sentence())
        assert player.message == "Kim Jong Un: mention 1 of 5 · on from the first"
        assert seen[0] == seen[5], "round to the first"
        assert len(set(seen)) == 5
        await player.press("[")
        await player.until(lambda: player.message == "Kim Jong Un: mention 5 of 5 · on from the last")
        assert player.sentence() == "Depois Kim partiu."
        await player.press("[")
        await player.until(lambda: player.message == "Kim Jong Un: mention 4 of 5")


async def test_brackets_choose_who_is_named_here_and_else_ask(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        await player.press("]")
        await player.until(lambda: "choose a name first" in player.message)
        await player.press("}", "]")
        await player.until(lambda: "Kim Jong Un: mention" in player.message)
        assert player.screen.text.marks.chosen is not None


async def test_a_second_mention_in_the_same_sentence_is_not_passed_over(stage: Stage) -> None:
    twice = Article("Duas vezes", "Kim Jong Un viu Kim na televisão.\n\nPutin riu. Kim Jong Un saiu.")
    async with playing(stage.app(twice)) as player:
        await player.press("3", "enter", "2")
        await player.until(lambda: player.message == "Kim Jong Un: mention 1 of 3")
        rows = []
        for number in (2, 3):
            await player.press("]")
            await player.until(lambda number=number: player.message == f"Kim Jong Un: mention {number} of 3")
            assert player.shows(f"☻ {number}/3"), "said for longer than a message stays"
            rows.append(player.row())
            if number == 2:
                assert player.sentence().startswith("Kim Jong Un viu Kim")
                _x, y = player.where("Kim Jong Un viu", within="#text")
                strip = player.app.screen._compositor.render_strips(player.app.size)[y]
                marked = [segment.text for segment in strip if segment.style is not None and segment.style.reverse]
                assert marked == ["Kim"], "the one that was gone to is told from the others"
        assert player.sentence() == "Kim Jong Un saiu."
        assert dict(names(player))["Kim Jong Un"] == "3/3"


async def test_roles_are_shown_where_there_is_room_and_else_under_the_chosen_one(stage: Stage) -> None:
    def role_there(player: Player) -> bool:
        return any("líder" in text for text, _ in names(player))

    async with playing(stage.app(article()), WIDE) as player:
        assert role_there(player)
        await player.pilot.resize_terminal(120, 12)
        await player.until(lambda: not role_there(player))
        await player.press("3", "enter")
        await player.until(lambda: role_there(player) and player.shows("líder norte-coreano"))


async def test_english_that_has_no_room_beside_a_name_stands_under_it(stage: Stage) -> None:
    nations = Article("Reunião", "A Coreia do Norte e a Rússia falaram na Organização das Nações Unidas.")
    async with playing(stage.app(nations), MEDIUM) as player:
        listed = [text for text, _ in names(player)]
        assert "Rússia · Russia" in listed
        assert listed[listed.index("Coreia do Norte") + 1] == "North Korea"
        await player.pilot.resize_terminal(200, 50)
        await player.until(lambda: "Coreia do Norte · North Korea" in [text for text, _ in names(player)])


async def test_the_choice_outlives_a_layout_and_ends_with_the_article(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        await player.press("3", "enter", "2", "T", "T")
        await player.settle()
        assert player.screen.text.marks.chosen is not None
        await player.open(stage.summaries()[2].id)
        assert player.screen.text.marks.chosen is None


async def test_an_article_that_names_nobody(stage: Stage) -> None:
    async with playing(stage.app(Article("nada", "isto não diz nada de ninguém."))) as player:
        await player.until(lambda: player.shows("no names found"))
        await player.press("3", "enter", "j", "k", "G", "g", "]")
        assert player.app.is_running


class HeldRecogniser:
    """Finds what it is told to, when it is told to."""

    name, version = "held", "1"

    def __init__(self, found: Sequence[Mention] = (), error: Exception | None = None) -> None:
        import threading

        self.go = threading.Event()
        self.runs = 0
        self._found = found
        self._error = error

    def recognise(self, sentences: Sequence[str]) -> list[list[Mention]]:
        self.runs += 1
        self.go.wait(60)
        if self._error is not None:
            raise self._error
        return [[mention for mention in self._found if mention.text in sentence] for sentence in sentences]


async def test_brackets_show_the_mention_in_the_english_layout(stage: Stage) -> None:
    engine = HeldEngine(answer=lambda sentence: f"In English {sentence}", free=True)
    async with playing(stage.app(article(), engine=engine)) as player:
        await player.press("t", "3", "enter", "2")
        for number in (2, 3, 4):
            await player.press("]")
            await player.until(lambda number=number: player.message == f"Kim Jong Un: mention {number} of 5")
        await player.until(lambda: player.shows("In English Putin agradeceu"))
        _x, y = player.where("In English Putin agradeceu", within="#text")
        strip = player.app.screen._compositor.render_strips(player.app.size)[y]
        shown = [segment.text for segment in strip if segment.style is not None and segment.style.reverse]
        assert shown == ["Kim"], "and the mention in it"
        await player.press("[")
        await player.until(lambda: player.message == "Kim Jong Un: mention 3 of 5")


async def test_while_names_are_looked_for_the_text_can_be_read(stage: Stage) -> None:
    recogniser = HeldRecogniser()
    async with playing(stage.app(article(), recogniser=recogniser), ready=False) as player:
        await player.until(lambda: player.shows("reading…"))
        await player.press("j", "j", "t", "T", "3", "enter", "]")
        assert player.app.is_running
        recogniser.go.set()
        await player.until(lambda: player.shows("no names found"))


async def test_an_article_is_analysed_once(stage: Stage) -> None:
    recogniser = HeldRecogniser()
    recogniser.go.set()
    for _ in range(2):
        async with playing(stage.app(article(), recogniser=recogniser)) as player:
            await player.open(stage.summaries()[1].id)
            await player.open(article().id)
    assert recogniser.runs == 2, "two articles, each once"


@pytest.mark.parametrize(
    "error", [Problem("the names cannot be found", "try again"), RuntimeError("a fault \x1b]0;owned\x07 of ours")]
)
async def test_a_recogniser_that_fails_is_told_and_the_app_lives(stage: Stage, error: Exception) -> None:
    recogniser = HeldRecogniser(error=error)
    recogniser.go.set()
    async with playing(stage.app(article(), recogniser=recogniser), ready=False) as player:
        await player.until(lambda: player.message)
        assert not player.unwanted()
        await player.press("j", "t")
        assert player.app.is_running


async def test_many_names_scroll_under_their_cursor(stage: Stage) -> None:
    people = [f"Pessoa {chr(65 + n // 26)}{chr(97 + n % 26)}x" for n in range(200)]
    body = " ".join(f"Hoje falou {name}." for name in people)
    found = [Mention(_span("Hoje falou ", name), Kind.PERSON, name) for name in people]
    recogniser = HeldRecogniser(found)
    recogniser.go.set()
    async with playing(stage.app(Article("Muita gente", body), recogniser=recogniser), WIDE) as player:
        pane = player.screen.names
        last = pane.count() - 1
        assert last > 150, "some of the names are so alike that they are taken for one"
        await player.press("3", "G")
        await player.until(lambda: pane.cursor == last)
        await player.until(lambda: player.shows(people[-1]))
        await player.press("g")
        await player.until(lambda: pane.cursor == 1 and pane.top == 0), "the heading is passed over and shown"
        assert player.shows("PEOPLE")
        for _ in range(60):
            await player.press("j")
        assert pane.cursor == 61
        assert pane.top <= 61 < pane.top + pane.size.height
        await player.press("space", "b", "enter")
        await player.until(lambda: "mention 1 of 1" in player.message)


def _span(before: str, name: str):  # type: ignore[no-untyped-def]
    from articles.model import Span

    return Span(len(before), len(before) + len(name))


@pytest.mark.parametrize("size", [WIDE, (140, 40)])
async def test_a_line_says_where_the_chosen_one_is_named_and_where_the_reader_is(
    stage: Stage, size: tuple[int, int]
) -> None:
    def line(player: Player) -> str:
        return next((text for text, _count in names(player) if text.startswith("▕")), "")

    async with playing(stage.app(article()), size) as player:
        assert not line(player)
        await player.press("3", "enter")
        await player.until(lambda: line(player).startswith("▕│▆"))
        assert player.shows(line(player)), "it fits into the pane"
        await player.press("2", "[")
        await player.until(lambda: line(player).endswith("│▄▏"))
