"""Saved words underlined in the text, and the share of unknown words at the top."""

from __future__ import annotations

from reader.vocabulary.model import NewWord, Status
from tests.dictionaries import TableLookups
from tests.tui.stage import MEDIUM, WIDE, Player, Stage, playing
from tests.tui.test_wordcard import app, shows
from tests.vocabulary.making import context


def signed(player: Player) -> list[tuple[str, str]]:
    body = player.article.body
    return [(body[start:end], ink) for start, end, ink in player.page.met.within(0, len(body))]


def underlined(player: Player) -> set[str]:
    """The words of the text's rows that are drawn underlined."""
    text = player.screen.text
    strips = [text.render_line(y) for y in range(text.size.height)]
    return {segment.text.strip() for strip in strips for segment in strip if segment.style and segment.style.underline}


async def test_saved_words_are_underlined_and_unknown_ones_counted(stage: Stage) -> None:
    async with playing(app(stage, TableLookups()), WIDE) as player:
        await player.until(lambda: player.screen._settled is not None)
        await player.settle()
        assert not signed(player)
        assert "unknown" not in player.lines()[0], "who saves no word is told nothing"
        await player.press("}", "w", "l", "l")
        await shows(player, "trocar", "exchanged")
        await player.press("s", "escape", "G")
        await player.until(lambda: ("trocaram", "met") in signed(player))
        assert "trocaram" in underlined(player)
        await player.until(lambda: "% unknown" in player.lines()[0])
        before = player.lines()[0]
        await player.app.run_action("underline_words", player.screen)
        await player.app.run_action("underline_words", player.screen)
        await player.until(lambda: not signed(player))
        assert "trocaram" not in underlined(player)
        assert player.screen.text.marks.entities, "there are names"
        stage.composition.vocabulary.set_status(stage.composition.vocabulary.words()[0].number, Status.KNOWN)
        player.screen.vocabulary_changed()
        await player.until(lambda: player.lines()[0] != before and "% unknown" in player.lines()[0])


async def test_known_words_are_underlined_where_that_was_chosen_before(stage: Stage) -> None:
    words = stage.composition.vocabulary
    saved, _step = words.save(NewWord("trocar", "VERB"), context())
    words.set_status(saved.number, Status.KNOWN)
    stage.services.positions.remember("underline", "all")
    async with playing(app(stage, TableLookups()), MEDIUM) as player:
        await player.until(lambda: ("trocaram", "met-known") in signed(player))
