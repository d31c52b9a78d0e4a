"""Text from outside is data: nothing of it reaches the terminal as more than characters, and no click runs it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from articles.errors import Problem
from articles.formats import load
from articles.model import Article, Span
from reader.entities.model import Kind, Mention
from reader.translation.engine import EngineError
from reader.tui.screens.adding import AddScreen, Draft
from reader.tui.screens.help import HelpScreen
from tests.tui.engines import HeldEngine
from tests.tui.hostile import ATTACKS, BODY, LINE, as_markdown, raw
from tests.tui.stage import SIZES, Player, Stage, playing


def unwanted_anywhere(player: Player) -> set[str]:
    """What no text may bring to the screen, also in the screenshot, and in what the driver would write."""
    found = player.unwanted()
    svg = player.app.export_screenshot()
    found |= {each for each in set(svg) if each in "\x1b\x9b\x07\x00\u202e\u2066\u200b"}
    return found


async def walk(player: Player) -> None:
    """Look at everything there is to see."""
    keys = [
        "d",
        "t",
        "T",
        "T",
        "enter",
        "G",
        "g",
        "t",
        "enter",
        "enter",
        "enter",
        "3",
        "j",
        "enter",
        "]",
        "]",
        "[",
        "2",
    ]
    for key in [
        *keys,
        "slash",
        *"kim",
        "enter",
        "n",
        "N",
        "escape",
        "1",
        "j",
        "k",
        "2",
        "y",
        "z",
        "z",
        "}",
        ")",
        "(",
        "{",
    ]:
        await player.press(key)
        assert not player.unwanted(), key
        assert not player.app._exit, key
    await player.settle()
    assert not unwanted_anywhere(player)


def hostile_article() -> Article:
    """An article as another program might have stored it: no part of it cleaned."""
    return Article(
        f"Kim {LINE}", BODY, byline=f"Ana {LINE}", source=f"Folha {LINE}", tags=(LINE,), language="pt\x1b[31m"
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", ["markdown", "text", "stored uncleaned"])
async def test_a_hostile_article(stage: Stage, size: tuple[int, int], kind: str, tmp_path: Path) -> None:
    if kind == "stored uncleaned":
        article = hostile_article()
    else:
        path = tmp_path / ("a.md" if kind == "markdown" else "a.txt")
        path.write_bytes(as_markdown() if kind == "markdown" else raw().encode())
        article = load(path, any_language=True)  # as the reader opens a file
    engine = HeldEngine(lambda sentence: f"English [/] {LINE} of {sentence}", free=True)
    async with playing(stage.app(article, engine=engine), size) as player:
        await walk(player)


def shown(player: Player) -> AddScreen:
    assert isinstance(player.app.screen, AddScreen)
    return player.app.screen


async def test_a_hostile_file_name(stage: Stage, tmp_path: Path) -> None:
    for number, attack in enumerate(ATTACKS):
        name = re.sub(r"[/\x00]", "", attack)[:80] + ".txt"
        path = tmp_path / str(number) / name
        path.parent.mkdir()
        try:
            path.write_bytes(b"\x00\x01" * 500 if number % 2 else b"")
        except OSError:
            continue  # not every file system takes every name
        async with playing(stage.app(), (100, 20)) as player:
            await player.press("o")
            await player.until(lambda: isinstance(player.app.screen, AddScreen))
            dialog = shown(player)
            dialog.draft = Draft(str(path))
            dialog._read()
            await player.until(lambda: not shown(player).reading, "the reason")
            assert dialog.saying
            assert not unwanted_anywhere(player)
            assert player.app.is_running


class Naming:
    """A recogniser that makes names of hostile text."""

    name, version = "hostile", "1"

    def recognise(self, sentences: list[str]) -> list[list[Mention]]:
        found = []
        for sentence in sentences:
            spans = [Span(at, at + len(attack)) for attack in ATTACKS[5:7] if (at := sentence.find(attack)) >= 0]
            spans = sorted(span for span in spans)
            found.append([Mention(span, Kind.PERSON, span.of(sentence)) for span in spans[:1]])
        return found


async def test_hostile_names(stage: Stage) -> None:
    async with playing(stage.app(hostile_article(), recogniser=Naming())) as player:
        await player.press("3", "enter", "]")
        await player.settle()
        assert player.screen.names.count() > 0
        assert {cell_len(line) for line in player.lines()} == {player.app.size.width}, "nothing is pushed aside"
        assert not unwanted_anywhere(player)
        await player.click(*player.where("PEOPLE"))
        region = player.screen.names.content_region
        for y in range(region.y, region.y + 4):
            await player.click(region.x + 3, y)
        assert not player.app._exit
        assert not unwanted_anywhere(player)


@pytest.mark.parametrize("attack", ATTACKS)
async def test_hostile_errors(stage: Stage, attack: str) -> None:
    def answer(_sentence: str) -> str:
        raise EngineError(f"failed {attack}", f"advice {attack}")

    async with playing(
        stage.app(engine=HeldEngine(answer, free=True), article=Article("T", "Uma frase.")), (70, 12)
    ) as player:
        await player.press("t")
        await player.until(lambda: "failed" in player.message)
        assert not unwanted_anywhere(player)
        await player.press("t", "}", "enter")
        await player.settle()
        assert not unwanted_anywhere(player)
        player.screen.desk._sorry(Problem(attack + " broke", attack))
        await player.settle()
        assert not unwanted_anywhere(player)


@pytest.mark.parametrize("size", SIZES)
async def test_no_click_on_hostile_text_runs_anything(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(hostile_article()), size) as player:
        await player.press("T", "T")
        await player.settle()
        ran: list[str] = []
        player.app.exit = lambda *_args, **_more: ran.append("exit")  # type: ignore[method-assign]
        for y in range(0, size[1] - 1, 3):
            for x in range(3, size[0] - 2, 13):
                await player.click(x, y)
                while player.app.screen_stack[-1] is not player.screen:
                    assert isinstance(player.app.screen, HelpScreen)
                    player.app.pop_screen()
        assert ran == []
        for strip in player.app.screen._compositor.render_strips(player.app.size):
            for segment in strip:
                assert segment.style is None or "@click" not in segment.style.meta


@pytest.mark.terminal
@pytest.mark.skipif(os.name == "nt", reason="there is no pty")
@pytest.mark.parametrize("kind", ["markdown", "text"])
def test_the_bytes_that_reach_a_terminal(stage: Stage, kind: str, tmp_path: Path) -> None:
    """The real command in a pty: every byte it writes is looked at."""
    from tests.tui.terminal import Terminal

    path = tmp_path / ("a\x1b[31m[red].md" if kind == "markdown" else "a\x1b]0;owned\x07[red].txt")
    path.write_bytes(as_markdown() if kind == "markdown" else raw().encode())
    with Terminal(["--home", str(stage.home), str(path)], size=(100, 30)) as terminal:
        terminal.until("Kim")
        terminal.until("¶ 1/")
        terminal.until("PEOPLE")
        for keys in ("t", "T", "T", "\r", "G", "g", "t", "\r", "\r", "3", "j", "\r", "]", "2", "/kim"):
            terminal.send(keys)
        terminal.until_true(lambda: "kim" in terminal.screen().split("\n")[-2])
        terminal.send("\r")
        terminal.until_true(lambda: terminal.screen().split("\n")[-2].startswith("╰"))  # the line is closed again
        terminal.send("no/no/such\x1b[200~\x1b]52;c;b3duZWQ=\x07[red]\x1b[201~\r")
        terminal.until("no such file")
        terminal.send("\x11")
        assert terminal.wait() == 0
        data = terminal.data
    allowed = re.compile(
        rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[=>78]|\(B|P[^\x1b]*\x1b\\|\][0-9]+;[^\x07\x1b]*(?:\x07|\x1b\\))|[\r\n\x08\x0f\t]"
    )
    commands = {match.group()[:4] for match in allowed.finditer(data) if match.group().startswith(b"\x1b]")}
    assert not any(command.startswith((b"\x1b]0;", b"\x1b]52", b"\x1b]8;")) for command in commands), commands
    rest = allowed.sub(b"", data).decode("utf-8", "strict")
    assert not {each for each in rest if ord(each) < 32 or 0x7F <= ord(each) < 0xA0}
    assert not set(rest) & set("\u202e\u2066\u2069\u200b\u200e\ufeff")
