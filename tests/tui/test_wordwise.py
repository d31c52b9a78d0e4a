"""Word by word on the screen: what a word became is lit, in whatever layout, and named in the bottom line."""

from __future__ import annotations

import dataclasses
import datetime
import re
import threading
from collections.abc import Callable, Sequence

import pytest
from rich.segment import Segment

from articles.model import Article
from reader.translation.alignment.lexical import LexicalAligner
from reader.translation.alignment.model import Aligner, Alignment, Link
from reader.translation.alignment.words import source_words, target_words
from reader.tui.app import ReaderApp
from reader.tui.page.layout import Layout, Voice
from reader.tui.services import Helpers
from tests.tui.engines import HeldEngine
from tests.tui.stage import MEDIUM, WIDE, Player, Stage, playing

BODY = """\
Os dois trocaram um aperto de mãos. O dia estava frio.

Kim voltou de trem."""
ENGLISH = {
    "Um encontro": "A meeting",
    "Os dois trocaram um aperto de mãos.": "The two exchanged a handshake.",
    "O dia estava frio.": "It was cold that day.",
    "Kim voltou de trem.": "Kim returned by train.",
}
WORDS = {
    "Um": ["A"], "encontro": ["meeting"], "Os": ["The"], "dois": ["two"], "trocaram": ["exchanged"], "um": ["a"],
    "aperto": ["handshake"], "mãos": ["handshake"], "dia": ["day", "that"], "frio": ["cold"], "Kim": ["Kim"],
    "voltou": ["returned"], "trem": ["train"],
}  # fmt: skip


class TableAligner:
    """Links by a table; waits where it is told to."""

    version = "attention table"

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.free = threading.Event()
        self.free.set()

    def align(self, source: str, target: str) -> Alignment:
        self.asked.append(source)
        self.free.wait(60)
        links = [
            Link(one, other)
            for one in source_words(source)
            for other in target_words(target)
            if other.of(target) in WORDS.get(one.of(source), [])
        ]
        return Alignment(tuple(sorted(links)), "attention")

    def align_many(self, pairs: Sequence[tuple[str, str]]) -> list[Alignment]:
        return [self.align(*pair) for pair in pairs]


def app(stage: Stage, aligner: Aligner | None, engine: HeldEngine | None = None, body: str = BODY) -> ReaderApp:
    engine = engine or HeldEngine(lambda sentence: ENGLISH.get(sentence, "Something else."), free=True)

    def helpers(not_kept: Callable[..., object]) -> Helpers:
        return dataclasses.replace(stage.helpers(engine)(not_kept), aligner=aligner)

    article = Article("Um encontro", body, published=datetime.date(2024, 2, 1), language="pt-BR")
    return stage.app(article, helpers=helpers)


def lit(player: Player) -> tuple[str, list[str]]:
    """The word that is drawn reversed in the text, and the words that are drawn underlined there."""
    region = player.screen.text.content_region
    word, others = "", []
    for y in range(region.height):
        segments: list[Segment] = list(player.screen.text.render_line(y))
        for segment in segments:
            if segment.style is not None and segment.style.reverse:
                word += segment.text
            elif segment.style is not None and segment.style.underline and segment.style.bold:
                others.append(segment.text)
    return word, others


async def lights(player: Player, word: str, others: list[str]) -> None:
    await player.until(lambda: lit(player) == (word, others), f"{word} and {others}; there is {lit(player)}")


def foot(player: Player) -> str:
    return re.split("   +", player.lines()[-1].strip())[0]


@pytest.mark.parametrize("size", [WIDE, MEDIUM])
async def test_a_word_and_what_it_became_light_up_in_a_peek_of_their_own(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(app(stage, TableAligner()), size) as player:
        await player.press("}")
        cursor, row = player.page.cursor, player.row()
        await player.press("w")
        await lights(player, "Os", ["The"])
        assert (player.page.cursor, player.row()) == (cursor, row)
        assert player.shows("┊ The two exchanged a handshake.")
        await player.press("l", "l")
        await lights(player, "trocaram", ["exchanged"])
        assert foot(player) == "trocaram → exchanged"
        await player.press("l", "l", "l")
        await lights(player, "de", [])
        assert foot(player) == "de → (no word of its own)"
        await player.press("right", "right")
        assert player.sentence() == "O dia estava frio."
        await player.until(lambda: player.shows("┊ It was cold that day."))
        assert not player.shows("handshake"), "the peek has gone on with the word"
        await player.press("l")
        await lights(player, "dia", ["that day"] if lit(player)[1] == ["that day"] else ["that", "day"])
        assert foot(player) == "dia → that day"
        await player.press("j")
        assert player.sentence() != "Os dois trocaram um aperto de mãos."
        await player.press("{", "}")
        assert player.sentence() == "Kim voltou de trem."
        await player.press("h")
        await player.until(lambda: foot(player).startswith("frio"))
        await player.press("escape")
        await lights(player, "", [])
        assert not player.page.peeked()
        assert "English" in player.lines()[-1]
        await player.press("w", "w")
        assert not player.screen.in_words


async def test_the_other_way_round_in_english_alone(stage: Stage) -> None:
    async with playing(app(stage, TableAligner()), MEDIUM) as player:
        await player.press("t", "}")
        await player.until(lambda: player.shows("handshake"))
        row = player.row()
        await player.press("w")
        await player.until(lambda: foot(player) == "The ← Os")
        await player.press("l", "l", "l", "l")
        await lights(player, "handshake", [])
        assert foot(player) == "handshake ← aperto de mãos"
        assert player.row() == row
        assert not player.page.peeked()
        await player.press("tab")
        await lights(player, "aperto", ["handshake"])
        assert player.shows("┊ Os dois trocaram")
        assert player.row() == row
        await player.press("tab")
        await lights(player, "handshake", [])
        assert not player.page.peeked()


@pytest.mark.parametrize("presses", [2, 3])
async def test_where_both_languages_are_on_the_page_nothing_is_unfolded(stage: Stage, presses: int) -> None:
    async with playing(app(stage, TableAligner()), WIDE) as player:
        await player.press(*["T"] * presses, "}")
        await player.until(lambda: player.shows("handshake"))
        await player.press("w", "l", "l", "l", "l")
        await lights(player, "aperto", ["handshake"])
        assert not player.page.peeked()
        await player.press("tab")
        await lights(player, "handshake", ["aperto", "mãos"])
        assert foot(player) == "handshake ← aperto de mãos"
        await player.press("t")
        await player.until(lambda: player.page.layout is Layout.ORIGINAL)
        await lights(player, "handshake", ["aperto", "mãos"])
        assert player.shows("┊ The two")


async def test_keys_typed_quickly_ask_for_the_last_sentence_only(stage: Stage) -> None:
    aligner = TableAligner()
    async with playing(app(stage, aligner), MEDIUM) as player:
        await player.press("t", "t")
        await player.until(lambda: player.screen.desk.progress is None and len(player.page.english.sources()) == 4)
        aligner.free.clear()
        await player.press("w", *"llllllllllllll")
        assert player.sentence() == "Kim voltou de trem."
        assert foot(player) == "voltou → …"
        aligner.free.set()
        await lights(player, "voltou", ["returned"])
        assert aligner.asked == ["Um encontro", "Kim voltou de trem."]
        await player.press("h", "l")
        assert len(aligner.asked) == 2, "what was found once is not asked again"


async def test_what_is_only_guessed_and_what_is_not_there_is_said(stage: Stage) -> None:
    engine = HeldEngine(lambda sentence: ENGLISH[sentence])
    async with playing(app(stage, LexicalAligner(), engine), MEDIUM) as player:
        await player.press("}", "}", "w")
        await player.until(lambda: engine.asked)
        assert foot(player) == "Kim → (no English yet)"
        engine.go()
        await lights(player, "Kim", ["Kim"])
        assert foot(player) == "Kim → Kim · guessed"
    async with playing(app(stage, None), MEDIUM) as player:
        await player.press("w")
        await player.until(lambda: "(no alignment)" in foot(player))


async def test_the_word_follows_other_ways_of_moving_and_the_mouse(stage: Stage) -> None:
    async with playing(app(stage, TableAligner()), MEDIUM) as player:
        await player.press("w", "}")
        await lights(player, "Os", ["The"])
        await player.press(")")
        await player.until(lambda: foot(player).startswith("O "))
        x, y = player.where("trem")
        await player.click(x + 1, y)
        await lights(player, "trem", ["train"])
        x, y = player.where("returned")
        await player.click(x, y)
        await lights(player, "returned", ["voltou"])
        assert player.screen.text.lit is not None
        assert player.screen.text.lit.voice is Voice.ENGLISH
        await player.press("1")
        assert not player.screen.in_words, "keys go to the library"
        await player.press("j", "2", "l")
        await lights(player, "by", [])
        await player.open(stage.summaries()[1].id)
        assert player.screen.text.lit is None
        assert player.screen.foot.standing == ""


async def test_a_name_that_is_gone_to_is_where_words_begin(stage: Stage) -> None:
    async with playing(app(stage, TableAligner(), body=BODY + "\n\nO presidente Kim saiu com Kim."), WIDE) as player:
        await player.press("}", "}", "}", "3")
        await player.press("enter", "]", "2")
        await player.until(lambda: "mention" in player.message)
        here = player.screen.text.marks.current_span
        await player.press("w")
        word = player.screen.text.lit
        assert word is not None
        assert word.word is not None
        assert here is not None
        assert player.page.offset() + word.word.start == here.start
