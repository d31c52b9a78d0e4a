"""The screen in Brazilian Portuguese: every part of it, and English again for whoever comes next."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette
from textual.widgets import Input, OptionList

from reader import i18n
from reader.tui.page.layout import Layout
from reader.tui.screens.help import HelpScreen
from tests.tui.stage import MEDIUM, SIZES, WIDE, Player, Stage, playing


@pytest.fixture
def portuguese() -> None:
    """The interface speaks Portuguese; the fixture of all tests has it speak English again."""
    i18n.activate("pt_BR")


async def palette(player: Player, typed: str) -> list[str]:
    """What the palette offers for what is typed."""
    await player.press("ctrl+p")
    await player.until(lambda: isinstance(player.app.screen, CommandPalette))
    found = player.app.screen.query_one(OptionList)
    await player.until(lambda: found.option_count > 1)
    every = found.option_count
    player.app.screen.query_one(Input).value = typed
    await player.until(lambda: not typed or 0 < found.option_count < every)
    listed = [str(found.get_option_at_index(number).prompt) for number in range(found.option_count)]
    await player.press("escape")
    await player.until(lambda: not isinstance(player.app.screen, CommandPalette))
    return listed


@pytest.mark.usefixtures("portuguese")
@pytest.mark.parametrize("size", SIZES)
async def test_the_foot_has_room_for_its_words(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        foot = player.lines()[-1]
        for word in ("t inglês", "T layout", "⏎ espiar", "e entidades"):
            assert word in foot
        assert ("? ajuda" in foot) == (size >= MEDIUM)


@pytest.mark.usefixtures("portuguese")
async def test_panes_and_head(stage: Stage) -> None:
    async with playing(stage.app(), WIDE) as player:
        for words in ("─ Biblioteca 9 ─", "─ Entidades ─", "☻ PESSOAS", "■ ORGANIZAÇÕES", " min · pt-BR"):
            assert player.shows(words), words
        published = player.article.published
        assert published is not None
        head = player.lines()[0]
        assert any(f"{day}., {published.day} " in head for day in ("seg", "ter", "qua", "qui", "sex", "sáb", "dom")), (
            head
        )
        await player.press("t")
        await player.until(lambda: "EN humana" in player.lines()[0])
        await player.press("t", "enter")
        await player.until(lambda: player.shows("— humana"))


@pytest.mark.usefixtures("portuguese")
async def test_messages_and_questions(stage: Stage) -> None:
    async with playing(stage.app(), MEDIUM) as player:
        await player.press("r")
        await player.until(lambda: "motor on-line" in player.message)
        assert player.message in player.lines()[-1], "it fits"
        await player.press("t", "T")
        await player.until(lambda: player.message == "inglês sob cada parágrafo")
        await player.press("T")
        await player.until(lambda: player.message == "lado a lado")
        await player.press("t", "y")
        await player.until(lambda: player.message == "frase copiada")
        await player.press("K")
        await player.until(lambda: player.message == "não há mais artigos nessa direção")
        await player.press("slash")
        await player.until(lambda: player.shows("buscar no artigo"))
        await player.type("zzqq")
        await player.until(lambda: "não encontrado" in player.lines()[-1])
        await player.press("escape", "1", "slash")
        await player.until(lambda: player.shows('palavras, "uma frase", autor: fonte: tag: depois: is:unread'))
        await player.press("escape", "o")
        await player.until(lambda: player.shows("Adicionar um artigo"))


@pytest.mark.usefixtures("portuguese")
async def test_help_and_palette(stage: Stage) -> None:
    async with playing(stage.app(), MEDIUM) as player:
        await player.press("question_mark")
        await player.until(lambda: isinstance(player.app.screen, HelpScreen))
        assert player.shows("─ Ajuda ─")
        assert player.shows("Espaço  PgDn       Página abaixo")
        assert isinstance(player.app.screen, HelpScreen)
        lines = player.app.screen._text().plain.split("\n")
        assert {"Navegação", "Inglês", "Nomes", "Busca", "Biblioteca", "Exibição", "Geral"} <= set(lines)
        assert max(map(len, lines)) <= 72, "it fits in the frame at 80 cells"
        await player.press("escape")
        for typed in ("próxima frase", "proxima frase", "next_sentence", "Next sentence"):
            assert (await palette(player, typed))[0].startswith("Próxima frase")
        assert await palette(player, "xkcd") == ["nenhum comando encontrado"]


async def test_the_palette_says_that_nothing_was_found_and_enter_does_nothing(stage: Stage) -> None:
    async with playing(stage.app(), MEDIUM) as player:
        await player.press("ctrl+p")
        await player.until(lambda: isinstance(player.app.screen, CommandPalette))
        await player.until(lambda: player.shows("search the commands"))
        await player.type("xkcd")
        await player.until(lambda: player.shows("no such command"))
        await player.press("enter")
        await player.until(lambda: not isinstance(player.app.screen, CommandPalette))
        assert player.app.is_running
        assert player.page.layout is Layout.ORIGINAL


@pytest.mark.usefixtures("portuguese")
async def test_an_empty_library(stage: Stage) -> None:
    stage.empty()
    async with playing(stage.app(), WIDE) as player:
        await player.until(lambda: player.shows("nenhum artigo"))
        assert player.shows("Nenhum artigo: tecle o para abrir um arquivo")


async def test_nothing_of_it_is_left(stage: Stage) -> None:
    """The test above had Portuguese; this one, whenever it runs, has English, and so has the same app switched back."""
    for language, words, day in (("pt_BR", "Biblioteca", "., "), ("en", "Library", "")):
        i18n.activate(language)
        async with playing(stage.app(), WIDE) as player:
            assert player.shows(f"─ {words} 9 ─")
            assert day in player.screen.head.particulars
            assert ("inglês" in player.lines()[-1]) == (language == "pt_BR")
