"""The cells that text takes, as a real terminal counts them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.tui.page.cells import drawn, width_of
from tests.tui.terminal import Tmux, environment

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(os.name == "nt" or not Tmux.is_there(), reason="there is no tmux"),
]

TEXTS = {
    "flags": "A seleção 🇧🇷🇵🇹 joga",
    "keycap": "Passo 1\ufe0f\u20e3 de três",
    "family": "A família 👨\u200d👩\u200d👧\u200d👦 viajou",
    "skin tone": "Gostei 👍🏽 muito",
    "astronaut": "A astronauta 👩🏾\u200d🚀 voltou",
    "heart": "Com amor ❤\ufe0f, disse",
    "rainbow": "A bandeira 🏳\ufe0f\u200d🌈 subiu",
    "copyright": "Foto ©\ufe0f Agência",
    "combining": "c\u0327a\u0303o e\u0302\u0301",
    "cjk": "em Pequim (北京) e Seul (서울)",
    "full width": "ＡＢＣ aqui",
    "arabic": "o jornal الجزيرة informou",
    "arabic marks": "disse مَرْحَبًا ao povo",
    "hebrew": "o diário הארץ informou",
    "hebrew points": "disse שָׁלוֹם ao povo",
    "devanagari": "disse नमस्ते ao povo",
    "thai": "disse สวัสดี ao povo",
}

_ASK = """
import os, re, sys, termios, tty
texts = open(sys.argv[1], encoding="utf-8").read().split("\\n")
tty.setraw(0)
columns = []
for text in texts:
    os.write(1, b"\\r\\x1b[2K" + text.encode() + b"\\x1b[6n")
    answer = b""
    while not answer.endswith(b"R"):
        answer += os.read(0, 32)
    columns.append(re.search(rb";(\\d+)R", answer)[1].decode())
open(sys.argv[2] + "~", "w").write(" ".join(columns))
os.rename(sys.argv[2] + "~", sys.argv[2])
os.system("tmux wait-for -S done")
"""


def test_what_is_drawn_takes_the_cells_that_are_counted(tmp_path: Path) -> None:
    ask, texts, answers = tmp_path / "ask.py", tmp_path / "texts", tmp_path / "answers"
    ask.write_text(_ASK, encoding="utf-8")
    texts.write_text("\n".join(drawn(text) for text in TEXTS.values()), encoding="utf-8")
    tmux = ["tmux", "-u", "-S", str(tmp_path / "socket"), "-f", os.devnull]
    asking = f"'{sys.executable}' '{ask}' '{texts}' '{answers}'"
    try:
        subprocess.run(
            [*tmux, "new-session", "-d", "-x", "80", "-y", "24", asking, ";", "wait-for", "done"],
            env=environment(), check=True, timeout=60,
        )  # fmt: skip
        counted = [int(column) - 1 for column in answers.read_text().split()]
    finally:
        subprocess.run([*tmux, "kill-server"], check=False, capture_output=True)
    assert dict(zip(TEXTS, counted, strict=True)) == {name: width_of(text) for name, text in TEXTS.items()}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_is_drawn_is_as_wide_as_the_text(text: str) -> None:
    assert width_of(drawn(text)) == width_of(text)
