"""The real command in a real terminal, with the real engine: what a person sees from first to last."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.stage import Stage
from tests.tui.terminal import Terminal, Tmux

pytestmark = [pytest.mark.terminal, pytest.mark.skipif(os.name == "nt", reason="neither tmux nor a pty there")]

# News in the manner of the inputs this project was begun with, in words of its own.
NEWS = """\
Kim e Putin conversam no leste da Rússia

O líder da Coreia do Norte, Kim Jong Un, chegou nesta quarta-feira (13) ao leste da Rússia para conversar com \
o presidente Vladimir Putin. Os dois trocaram um longo aperto de mãos diante das câmeras da televisão. \
Depois visitaram juntos uma fábrica de foguetes.

Putin disse que vê boas perspectivas de cooperação com a Coreia do Norte, apesar das sanções. Kim respondeu \
que os dois países estarão sempre lado a lado. Os Estados Unidos acompanham o encontro com preocupação.

A visita deve durar quatro dias. Kim ainda passará por Vladivostok antes de voltar a Pyongyang em seu trem \
blindado. Não houve comunicado conjunto.
"""

AnyTerminal = Terminal | Tmux
Open = Callable[..., AnyTerminal]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "kim.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


@pytest.fixture
def open_reader(stage: Stage, tmp_path: Path) -> Open:
    """Opens the reader in tmux, which is a terminal as people use it; where there is none, in a pty."""
    stage.close()

    def open_(*words: str) -> AnyTerminal:
        arguments = ["--home", str(stage.home), *words]
        return Tmux(arguments, tmp_path, (120, 40)) if Tmux.is_there() else Terminal(arguments, (120, 40))

    return open_


def title_row(screen: str, words: str) -> int:
    return next(number for number, line in enumerate(screen.split("\n")) if words in line)


@pytest.mark.engine
def test_reading_a_piece_of_news(open_reader: Open, news: Path) -> None:
    with open_reader(str(news)) as terminal:
        terminal.until("Kim e Putin conversam no leste")
        terminal.until("Library")
        terminal.until("PEOPLE")
        terminal.until("Kim Jong Un")
        terminal.until("Vladimir Putin")
        terminal.until("Rússia · Russia")

        terminal.send("t")
        terminal.until("EN draft · local")
        terminal.until("Russia")
        terminal.until("translating", gone=True)
        english = terminal.screen()
        assert re.search(r"\bthe\b", english)
        assert "President Vladimir" in re.sub(r"\s+", " ", english) or "president" in english.casefold()
        assert "Wednesday" in english
        assert "aperto de mãos" not in english
        terminal.send("T")
        terminal.until("┊ ")
        terminal.until("aperto de mãos")
        terminal.send("T")
        terminal.until("│ ")
        terminal.send("t")
        terminal.until("EN draft", gone=True)

        terminal.send("}")
        terminal.send("\r")
        terminal.until("— draft · local")
        terminal.send("\x1b")
        terminal.until("— draft · local", gone=True)

        terminal.send("3")
        terminal.until("⏎ choose")
        terminal.send("\r")
        terminal.until("mention 1 of")
        terminal.send("2]")
        terminal.until("mention 2 of")
        terminal.send("[")
        terminal.until("mention 1 of")
        terminal.send("\x1b")
        terminal.until("▸Kim Jong Un", gone=True)

        terminal.send("/")
        terminal.send("sancoes")
        terminal.until("1/1")
        terminal.until("▌ Putin disse")
        terminal.send("\r")
        terminal.until(" sancoes", gone=True)  # the line is closed: what is typed now is a command again
        terminal.send("?")
        terminal.until("Line down")
        terminal.send("q")
        terminal.until("Line down", gone=True)
        terminal.send("q")
        terminal.until("1/1", gone=True)

        terminal.send(")")
        terminal.until("▌ Putin disse", gone=True)
        before = terminal.screen()
        terminal.send("q")
        assert terminal.wait() == 0
    with open_reader() as terminal:
        terminal.until("Kim e Putin conversam no leste")
        terminal.until("PEOPLE")
        terminal.until("¶ 2/3")
        after = terminal.screen()
        bars = [number for number, line in enumerate(after.split("\n")) if "▌" in line]
        assert bars == [number for number, line in enumerate(before.split("\n")) if "▌" in line]
        assert title_row(after, "conversam no leste da") == title_row(before, "conversam no leste da")
        terminal.send("t")
        terminal.until("EN draft · local")
        terminal.until("North Korea")  # from the memory
        terminal.send("\x11")
        assert terminal.wait() == 0


def test_a_name_is_looked_at_and_put_right_for_good(open_reader: Open, news: Path) -> None:
    with open_reader(str(news)) as terminal:
        terminal.until("Kim e Putin conversam no leste")
        terminal.until("PEOPLE")
        terminal.send("3")
        terminal.until("⏎ choose")
        terminal.send("\r")
        terminal.until("mention 1 of")
        terminal.send("c")
        terminal.until("MENTIONS")
        terminal.until("líder da Coreia do Norte")
        terminal.until("ALSO IN")
        terminal.send("jj\r")
        terminal.until("MENTIONS", gone=True)
        terminal.until("mention 3 of")
        terminal.send("\x7f")  # back to where the card was opened
        terminal.until("▌ O líder da Coreia do Norte")

        terminal.send("3R III\r")
        terminal.until("here, in this article")
        terminal.send("h")
        terminal.until("is called Kim Jong Un III, here")
        terminal.until("▸Kim Jong Un III")
        terminal.send("U")
        terminal.until("undone: ")
        terminal.until("▸Kim Jong Un III", gone=True)
        terminal.send("\x12")
        terminal.until("▸Kim Jong Un III")
        terminal.send("\x11")
        assert terminal.wait() == 0
    with open_reader() as terminal:
        terminal.until("Kim e Putin conversam no leste")
        terminal.until("Kim Jong Un III")
        terminal.send("U")
        terminal.until("undone: ")
        terminal.until("Kim Jong Un III  ", gone=True)
        terminal.send("\x11")
        assert terminal.wait() == 0


def test_the_place_outlives_a_kill(stage: Stage) -> None:
    stage.close()
    arguments = ["--home", str(stage.home)]
    with Terminal(arguments, size=(120, 24)) as terminal:
        terminal.until("Machado de Assis")  # in the library
        terminal.send("J")
        terminal.until("¶ 1/10")
        terminal.send("}}}")
        terminal.until("¶ 3/10")
        again = Stage(stage.home)
        try:
            article = again.summaries()[1].id

            def kept() -> bool:
                place = again.services.positions.get(article)
                return place is not None and place.offset > 500

            terminal.until_true(kept)
        finally:
            again.close()
        terminal.kill()
    with Terminal(arguments, size=(120, 24)) as terminal:
        terminal.until("¶ 3/10")
        terminal.until("Machado de Assis")
        terminal.send("\x11")
        assert terminal.wait() == 0


@pytest.mark.engine
def test_words_light_up_and_an_edited_sentence_outlives_a_kill(stage: Stage, news: Path) -> None:
    stage.close()
    arguments = ["--home", str(stage.home), str(news)]
    small = (80, 24)
    with Terminal(arguments, small) as terminal:
        terminal.until("Kim Jong Un")
        terminal.send("w")
        terminal.until("Kim → Kim")
        terminal.until("┊ Kim and Putin")
        terminal.send("t")
        terminal.until("Kim → Kim")
        terminal.send("\t")
        terminal.until("Kim ← Kim")
        terminal.send("\x1b")
        terminal.until("←", gone=True)
        terminal.send("E")
        terminal.until("⏎ keep")
        terminal.until("translating", gone=True)
        terminal.send(" (again)\r")
        terminal.until("kept: your English")
        terminal.until("(again)")
        terminal.until("EN human")
        terminal.send("U")
        terminal.until("(again)", gone=True)
        terminal.send("\x12")
        terminal.until("(again)")
        terminal.kill()
    with Terminal(arguments[:2], small) as terminal:
        terminal.until("Kim Jong Un")
        terminal.send("t")
        terminal.until("(again)")
        terminal.send("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("key", ["q", "\x11", "\x03"])
def test_leaving_gives_the_terminal_back(stage: Stage, key: str) -> None:
    stage.close()
    with Terminal(["--home", str(stage.home)], size=(80, 24)) as terminal:
        terminal.until("¶ 1/")
        terminal.send(key)
        assert terminal.wait() == 0
        assert terminal.data.rstrip().endswith((b"\x1b[?1049l", b"\x1b[?25h")) or b"\x1b[?1049l" in terminal.data[-200:]
        assert b"Traceback" not in terminal.data
