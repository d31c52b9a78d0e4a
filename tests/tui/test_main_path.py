"""The main path in a small terminal: read, peek, lay out, find, a name, a word, a mark, help, leave."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tui.stage import Stage
from tests.tui.terminal import Tmux

pytestmark = [pytest.mark.terminal, pytest.mark.skipif(os.name == "nt", reason="neither tmux nor a pty there")]


@pytest.mark.skipif(not Tmux.is_there(), reason="needs tmux")
def test_the_main_path_at_80_by_24(stage: Stage, tmp_path: Path) -> None:
    stage.close()
    with Tmux(["--home", str(stage.home)], tmp_path, (80, 24)) as terminal:
        terminal.until("PEOPLE")
        terminal.send("}")
        terminal.until("▌ O real completa")
        terminal.send("\r")
        terminal.until("— human")
        terminal.send("\x1b")
        terminal.until("— human", gone=True)
        terminal.send("t")
        terminal.until("EN human")
        terminal.until("The real turns 32")
        terminal.send("T")
        terminal.until("┊ ")
        terminal.send("T")
        terminal.until("│ ")
        terminal.send("t")
        terminal.until("EN human", gone=True)

        terminal.send("/")
        terminal.send("sarney")
        terminal.until("1/")
        terminal.send("\r")
        terminal.until("⏎ done", gone=True)
        terminal.until("1/2")
        terminal.send("\x1b")
        terminal.until("1/2", gone=True)

        terminal.send("3")
        terminal.until("⏎ choose")
        terminal.send("\r")
        terminal.until("mention 1 of")
        terminal.send("c")
        terminal.until("MENTIONS")
        terminal.send("q")
        terminal.until("MENTIONS", gone=True)
        terminal.send("2\x1b")
        terminal.until("mention 1 of", gone=True)
        terminal.send("w")
        terminal.until("→")
        terminal.send("\x1b")
        terminal.until("→", gone=True)
        terminal.send("m")
        terminal.until("marked")
        terminal.until("◊")

        terminal.send("?")
        terminal.until("Line down")
        terminal.send("q")
        terminal.until("Line down", gone=True)
        terminal.send("q")
        assert terminal.wait() == 0
