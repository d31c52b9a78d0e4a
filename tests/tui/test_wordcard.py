"""The card of a word: at once, for the word that is looked at and no other, away from the line that is read."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable

import pytest

from articles.model import Article, Span
from reader.dictionary.model import Lookup, PartOfSpeech
from reader.tui.app import ReaderApp
from reader.tui.opened import look_of, opening
from reader.tui.screens.wordcard import WordScreen
from reader.tui.services import Helpers
from reader.tui.widgets.wordcard import WordCard
from reader.vocabulary.model import SavedWord, Status
from tests.dictionaries import TableLookups, sense
from tests.tui import hostile
from tests.tui.engines import HeldEngine
from tests.tui.page.making import prose
from tests.tui.stage import MEDIUM, WIDE, Player, Stage, playing
from tests.tui.test_wordwise import BODY, ENGLISH, TableAligner


def app(stage: Stage, lookups: TableLookups | None, body: str = BODY, engine: HeldEngine | None = None) -> ReaderApp:
    engine = engine or HeldEngine(lambda sentence: ENGLISH.get(sentence, "Something else."), "local", free=True)

    def helpers(not_kept: Callable[..., object]) -> Helpers:
        return dataclasses.replace(stage.helpers(engine)(not_kept), aligner=TableAligner())

    article = Article("Um encontro", body, source="Folha", published=datetime.date(2024, 2, 1), language="pt-BR")
    looks = (lambda: lookups) if lookups is not None else None
    services = dataclasses.replace(stage.services, helpers=helpers, lookups=looks)
    made = ReaderApp(services, opening(services, article), look_of(services))
    made.animation_level = "none"
    return made


def card(player: Player) -> list[str]:
    """What stands on the card, edges too; nothing while there is none."""
    found = [each for each in player.screen.query(WordCard) if each.display]
    if not found:
        return []
    region = found[0].region
    return [line[region.x : region.right] for line in player.lines()[region.y : region.bottom]]


def saved(stage: Stage) -> list[SavedWord]:
    return stage.composition.vocabulary.words()


async def shows(player: Player, *words: str) -> None:
    await player.until(lambda: all(word in "\n".join(card(player)) for word in words), f"{words} on the card")


async def test_a_card_shows_lemma_class_meanings_and_how_common_it_is(stage: Stage) -> None:
    async with playing(app(stage, TableLookups()), MEDIUM) as player:
        await player.press("}")
        row = player.row()
        await player.press("w", "l", "l")
        await shows(player, "trocaram ← trocar · verb · fairly common 4.4", "to exchange; to swap; to barter")
        await shows(player, "in this sentence: exchanged · local", "s saves it · ⏎ all of it")
        assert player.row() == row, "the line being read did not move"
        assert player.shows("Os dois trocaram um aperto de mãos."), "nor is it hidden"
        await player.until(lambda: player.shows("┊ The two exchanged a handshake."))
        await player.press("l", "l")
        await shows(player, "aperto de mãos · expression", "handshake", "alone: aperto · noun: squeeze")
        await player.press("escape")
        assert card(player) == []


async def test_no_card_is_shown_for_another_word(stage: Stage) -> None:
    lookups = TableLookups()
    async with playing(app(stage, lookups), MEDIUM) as player:
        await player.press("}")
        lookups.free.clear()
        await player.press("w", "l", "l")
        await shows(player, "trocaram …")
        await player.press("l", "l")
        await shows(player, "aperto …")
        assert "trocar" not in "\n".join(card(player))
        lookups.free.set()
        await shows(player, "aperto de mãos")
        assert lookups.asked == ["Os", "aperto"], "of those asked for quickly the last, past the one under way"
        await player.press("h", "h")
        await shows(player, "trocaram ← trocar")
        await player.press("l", "l")
        await shows(player, "aperto de mãos")
        assert lookups.asked.count("aperto") == 1, "what was looked up once is kept"
    assert lookups.closed


async def test_without_a_dictionary_the_engines_word_is_shown_as_such(stage: Stage) -> None:
    async with playing(app(stage, None), MEDIUM) as player:
        await player.press("}", "w", "l", "l")
        await shows(player, "trocaram", "in this sentence: exchanged · local")
        await player.press("s")
        await player.until(lambda: saved(stage))
        assert [(each.lemma, each.meanings) for each in saved(stage)] == [("trocaram", ("exchanged",))]


async def test_a_word_is_saved_goes_on_is_removed_and_undone(stage: Stage) -> None:
    async with playing(app(stage, TableLookups()), MEDIUM) as player:
        await player.press("}", "w", "l", "l")
        await shows(player, "trocar", "exchanged")
        await player.press("s")
        await shows(player, "✓ new", "s on from new")
        assert player.message == "saved: trocar · new"
        (word,) = saved(stage)
        assert (word.lemma, word.part, word.status, word.zipf) == ("trocar", "VERB", Status.NEW, 4.4)
        assert word.meanings == ("to exchange", "to swap", "to barter")
        (context,) = word.contexts
        assert (context.form, context.sentence) == ("trocaram", "Os dois trocaram um aperto de mãos.")
        assert (context.english, context.origin) == ("The two exchanged a handshake.", "draft")
        assert (context.article, context.title, context.source) == (player.article.id, "Um encontro", "Folha")
        assert (context.published, context.place) == ("2024-02-01", 0)
        await player.press("s")
        await shows(player, "✓ learning")
        await player.press("s")
        await shows(player, "✓ known")
        await player.press("S")
        await player.until(lambda: not saved(stage) and "✓" not in "\n".join(card(player)))
        await player.press("U")
        await shows(player, "✓ known")
        await player.press("U")
        await shows(player, "✓ learning")
        await player.press("U", "U")
        await player.until(lambda: not saved(stage) and "✓" not in "\n".join(card(player)))
        await player.press("l", "l", "s")
        await player.until(lambda: [each.lemma for each in saved(stage)] == ["aperto de mãos"])
        assert saved(stage)[0].contexts[0].form == "aperto de mãos"
        await player.app.run_action("save_word(True)", player.screen)
        await player.until(lambda: [each.lemma for each in saved(stage)] == ["aperto", "aperto de mãos"])


async def test_a_word_that_is_still_looked_up_is_saved_all_the_same(stage: Stage) -> None:
    lookups = TableLookups()
    async with playing(app(stage, lookups), MEDIUM) as player:
        await player.press("}")
        lookups.free.clear()
        await player.press("w", "l", "l", "s", "l")
        lookups.free.set()
        await player.until(lambda: [each.lemma for each in saved(stage)] == ["trocar"])
        assert saved(stage)[0].contexts[0].form == "trocaram"


async def test_the_whole_card_shows_all_senses_by_dictionary_and_the_sentence(stage: Stage) -> None:
    async with playing(app(stage, TableLookups()), MEDIUM) as player:
        await player.press("}", "w", "l", "l")
        await shows(player, "trocar", "exchanged")
        await player.press("enter")
        await player.until(lambda: isinstance(player.app.screen, WordScreen) and player.shows("Outro dicionário"))
        assert player.shows("1. to exchange")
        assert player.shows("3. to barter")
        await player.press("G")
        for words in ("2. to replace", "Os dois trocaram um aperto de mãos.", "The two exchanged a handshake."):
            assert player.shows(words), player.all_text()
        await player.press("escape")
        await player.until(lambda: player.app.screen is player.screen)
        await shows(player, "trocar")


def hides(player: Player) -> bool:
    region, text = player.screen.query_one(WordCard).region, player.screen.text.content_region
    first, last = player.screen._rows_read()
    return region.y - text.y <= last and first < region.bottom - text.y


@pytest.mark.parametrize("size", [WIDE, MEDIUM, (60, 20)])
async def test_the_card_stays_away_from_what_is_read(stage: Stage, size: tuple[int, int]) -> None:
    engine = HeldEngine(lambda sentence: sentence.replace("a", "e"), "local", free=True)
    async with playing(app(stage, TableLookups(), prose(30, 4), engine), size) as player:
        await player.press("}", "}", "w")
        for key in ("j", "j", "j", "j", "j", "j", "j", "j", "k", "k", ")", "}", "G"):
            await player.press(key)
            await player.until(lambda: card(player) and not hides(player), f"after {key}: what is read is seen")


async def test_nothing_of_a_dictionary_or_an_article_reaches_the_terminal_unclean(stage: Stage) -> None:
    class Hostile(TableLookups):
        def look_up(self, sentence: str, at: object) -> object:  # type: ignore[override]
            found = super().look_up(sentence, at)  # type: ignore[arg-type]
            bad = f"x{hostile.LINE}[/b]"
            return dataclasses.replace(found, lemmas=(bad,), senses=(sense(bad, None, bad, bad, name=bad),))

    async with playing(app(stage, Hostile(), hostile.BODY), MEDIUM) as player:
        await player.press("}", "w")
        for _ in range(8):
            await player.press("l")
            await player.until(lambda: player.screen._seen is None or not player.screen._seen.waiting)
            assert not player.unwanted()
        await player.press("s", "enter")
        await player.settle()
        assert not player.unwanted()


async def test_the_saved_words_are_listed_changed_and_gone_to(stage: Stage) -> None:
    async with playing(app(stage, TableLookups()), MEDIUM) as player:
        await player.press("}", "w", "l", "l")
        await shows(player, "trocar", "exchanged")
        await player.press("s", "l", "l")
        await shows(player, "aperto de mãos")
        await player.press("s")
        await player.until(lambda: len(saved(stage)) == 2)
        await player.press("escape", "G", '"')
        await player.until(lambda: player.shows("Saved words · 2 words") and player.shows("a handshake."))
        await player.press("j", "s")
        await player.until(lambda: {each.status for each in saved(stage)} == {Status.NEW, Status.LEARNING})
        await player.press("2")
        await player.until(lambda: player.shows("learning · 1 word"))
        await player.press("D")
        await player.until(lambda: len(saved(stage)) == 1 and player.shows("no saved words here"))
        await player.press("U")
        await player.until(lambda: len(saved(stage)) == 2 and player.shows("trocar · verb"))
        await player.press("slash", *"maos", "s")
        await player.until(lambda: player.shows("no saved words here"))
        await player.press("backspace", "enter")
        await player.until(lambda: player.shows("Saved words · learning · 1 word"))
        await player.press("slash", "x", "escape")
        await player.until(lambda: player.shows("Saved words · learning · 1 word"))
        await player.press("enter")
        await player.until(lambda: player.sentence().startswith("Os dois trocaram"), "the sentence")


async def test_of_several_lemmas_the_reader_says_which(stage: Stage) -> None:
    class Both(TableLookups):
        def look_up(self, sentence: str, at: Span) -> Lookup:
            found = super().look_up(sentence, at)
            other = sense("troçar", PartOfSpeech.VERB, "to mock")
            return dataclasses.replace(found, lemmas=("trocar", "troçar"), senses=(*found.senses, other))

    async with playing(app(stage, Both()), MEDIUM) as player:
        await player.press("}", "w", "l", "l")
        await shows(player, "trocaram ← trocar, troçar")
        await player.press("enter")
        await player.until(lambda: player.shows("here it is: 1 trocar 2 troçar"))
        await player.press("3", "2")
        await shows(player, "trocaram ← troçar, trocar", "to mock")
        await player.press("s")
        await player.until(lambda: [(each.lemma, each.meanings) for each in saved(stage)] == [("troçar", ("to mock",))])
        await player.press("l", "h")
        await shows(player, "trocaram ← troçar, trocar", "✓ new")
    async with playing(app(stage, Both()), MEDIUM) as player:
        await player.press("g", "}", "w", "l", "l")
        await shows(player, "trocaram ← troçar, trocar", "✓ new")
