"""Opening files, and an app without any article."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from articles.model import Article
from reader.tui.screens.adding import AddScreen
from tests.tui.stage import SIZES, WIDE, Player, Stage, playing

TEXT = "O trem chegou a Moscou\n\nO líder norte-coreano Kim Jong Un chegou nesta quarta-feira (13).\n\nPutin o recebeu."


async def look_at(player: Player, path: Path | str) -> AddScreen:
    """Give a path and wait for what it will become, or for why it becomes nothing."""
    await player.press("o")
    await player.until(lambda: isinstance(player.app.screen, AddScreen))
    dialog = player.app.screen
    assert isinstance(dialog, AddScreen)
    dialog.line.value = str(path)
    await player.press("enter")
    await player.until(lambda: not dialog.reading)
    return dialog


async def give(player: Player, path: Path | str) -> None:
    dialog = await look_at(player, path)
    assert dialog.preview is not None, dialog.saying
    await player.press("enter")
    await player.until(lambda: not isinstance(player.app.screen, AddScreen))


@pytest.mark.parametrize("size", SIZES)
async def test_o_opens_a_file_and_keeps_it(stage: Stage, size: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "notícia com espaço.txt"
    path.write_text(TEXT, encoding="utf-8")
    count = len(stage.summaries())
    async with playing(stage.app(), size) as player:
        await give(player, path)
        await player.until(lambda: "Kim Jong Un" in player.article.body)
        await player.until(lambda: player.screen.library.count() == count + 1)
        names = player.screen.names
        await player.until(lambda: "Kim Jong Un" in [names.row(number).text for number in range(names.count())])
        await give(player, path)
        await player.settle(6)
        assert len(stage.summaries()) == count + 1, "the same file twice is one article"


async def test_a_path_from_home(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    async with playing(stage.app()) as player:
        await give(player, "  ~/a.txt ")
        await player.until(lambda: "Kim Jong Un" in player.article.body)


def broken(tmp_path: Path) -> dict[str, tuple[Path | str, str]]:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "spaces.txt").write_bytes(b" \n\n \n")
    (tmp_path / "binary.bin").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "hostile\x1b[31m[red]\n.txt").write_bytes(b"")
    return {
        "missing": (tmp_path / "no such file.txt", "no such file"),
        "folder": (tmp_path, ""),
        "empty": (tmp_path / "empty.txt", "empty"),
        "spaces": (tmp_path / "spaces.txt", ""),
        "binary": (tmp_path / "binary.bin", ""),
        "hostile name": (tmp_path / "hostile\x1b[31m[red]\n.txt", ""),
        "no such user": ("~nobody-of-that-name/x.txt", ""),
        "NUL": ("a\0b", ""),
        "long": ("x" * 5_000, ""),
    }


@pytest.mark.parametrize(
    "what", ["missing", "folder", "empty", "spaces", "binary", "hostile name", "no such user", "NUL", "long"]
)
async def test_what_cannot_be_opened_is_said_in_the_dialog_and_what_was_typed_stays(
    stage: Stage, tmp_path: Path, what: str
) -> None:
    path, words = broken(tmp_path)[what]
    async with playing(stage.app(), WIDE) as player:
        before = player.article
        dialog = await look_at(player, path)
        typed = dialog.line.value
        assert dialog.saying
        assert words.casefold() in dialog.saying.casefold()
        assert "Error" not in dialog.saying, "no class of ours, no traceback"
        assert not player.unwanted()
        await player.press("escape")
        await player.until(lambda: player.message)
        assert player.article is before
        await player.press("o")
        await player.until(lambda: isinstance(player.app.screen, AddScreen))
        again = player.app.screen
        assert isinstance(again, AddScreen)
        assert again.line.value == typed
        await player.press("escape", "t", "j")
        assert player.app.is_running


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
async def test_a_file_that_may_not_be_read(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT)
    path.chmod(0)
    async with playing(stage.app()) as player:
        dialog = await look_at(player, path)
        assert "permission" in dialog.saying


async def test_nothing_given_is_nothing_done(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        before = player.article
        dialog = await look_at(player, "   ")
        assert not dialog.saying
        await player.press("escape")
        await player.until(lambda: player.app.screen is player.screen)
        assert player.article is before
        assert not player.message


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_library(stage: Stage, size: tuple[int, int], tmp_path: Path) -> None:
    stage.empty()
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    async with playing(stage.app(), size, ready=False) as player:
        await player.until(lambda: player.shows("No articles: press o"))
        keys = "jkdugGbtTer[]/nNJKyz-=0()"
        await player.press(
            *keys, "{", "}", "space", "enter", "tab", "tab", "tab", "1", "enter", "3", "enter", "2", "escape"
        )
        assert player.app.is_running
        assert not player.app._exit
        await player.press("1")
        await player.until(lambda: player.shows("no articles"))
        await player.press("escape")
        await give(player, path)
        await player.until(lambda: player.screen.text.page is not None)
        await player.until(lambda: player.shows("Kim Jong Un"))
        await player.until(lambda: player.screen.library.count() == 1)
        await player.press("t", "enter", "j")
        assert player.app.is_running


async def test_an_article_given_on_the_command_line_is_shown_and_kept(stage: Stage) -> None:
    article = Article("Dado na linha de comando", "Uma frase. Outra frase.")
    async with playing(stage.app(article)) as player:
        assert player.article is article
        await player.until(lambda: article.id in {summary.id for summary in stage.summaries()})
        await player.until(lambda: player.shows("▸Dado na linha"))
