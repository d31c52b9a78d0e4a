"""What is copied arrives: through OSC 52, in a real terminal, cleaned."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tui.stage import Stage
from tests.tui.terminal import Tmux

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(os.name == "nt" or not Tmux.is_there(), reason="there is no tmux"),
]

TEXT = """Notícias do porto

O navio chegou ontem à tarde ao porto de Santos, com cento e vinte contêineres a bordo. "Foi rápido", disse a capitã.

A carga segue hoje para São Paulo.
"""


def test_a_sentence_and_a_selection_arrive_on_the_clipboard(stage: Stage, tmp_path: Path) -> None:
    stage.close()
    article = tmp_path / "porto.txt"
    article.write_text(TEXT, encoding="utf-8")
    with Tmux(["--home", str(stage.home), str(article)], tmp_path, (80, 24)) as reader:
        reader.take_copies()
        reader.until("A carga segue hoje")
        reader.send("})")
        reader.send("y")
        reader.until("sentence copied")
        assert reader.copied() == '"Foi rápido", disse a capitã.'
        reader.send("v))y")  # from there to the end of the next sentence, over the paragraphs' gap
        reader.until("characters copied")
        assert reader.copied().splitlines()[0].startswith('"Foi rápido", disse a capitã.')
        assert reader.copied().rstrip().endswith("São Paulo.")
        reader.send("q")
        assert reader.wait() == 0
