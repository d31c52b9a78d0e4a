"""Terminals with few colours, none, or no signs: what must be told apart is told apart by shape."""

from __future__ import annotations

import io
import itertools

import pytest
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import NoColor
from textual.strip import Strip

from reader.tui.signs import Ascii, in_ascii
from reader.tui.terminal import terminal_of
from reader.tui.widgets.labels import SIGNS
from tests.tui.stage import MEDIUM, Stage, playing

APART = ("", "cursor", "match", "chosen", "current", "marked-yellow")
"""What may stand on one line of the text side by side; the sign in the margin helps none of them."""


@pytest.mark.parametrize(
    ("environ", "colours", "plain"),
    [
        ({"TERM": "xterm-256color", "LANG": "pt_BR.UTF-8"}, 256, False),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, 1 << 24, False),
        ({"TERM": "xterm", "LANG": "en_US.UTF-8"}, 16, False),
        ({"TERM": "screen"}, 16, False),
        ({"TERM": "linux", "LANG": "pt_BR.UTF-8"}, 16, True),
        ({"TERM": "vt100"}, 0, True),
        ({"TERM": "dumb"}, 0, True),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, 0, False),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, 256, False),
        ({"TERM": "xterm-256color", "LC_ALL": "C", "LANG": "pt_BR.UTF-8"}, 256, True),
    ],
)
def test_what_the_environment_says(environ: dict[str, str], colours: int, plain: bool) -> None:
    found = terminal_of(environ, None)
    assert (found.colours, found.ascii) == (colours, plain)


def test_a_stream_that_takes_latin_1_has_no_frames() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="iso-8859-1")
    assert terminal_of({"TERM": "xterm", "LANG": "pt_BR.ISO-8859-1"}, stream).ascii


def test_signs_of_ascii_take_as_many_cells_and_kinds_stay_apart() -> None:
    assert in_ascii("╭─ Câmera ─╮ ▌┊ ☻ 2/7 → …") == "+- Câmera -+ >: @ 2/7 > ~"
    kinds = [in_ascii(sign) for sign in SIGNS.values()]
    assert len(set(kinds)) == len(kinds)
    assert all(each.isascii() for each in kinds)
    assert in_ascii("ação – Kyïv 朝", "ascii") == "acao - Kyiv ??"
    assert in_ascii("ação", "iso-8859-1") == "ação"
    assert Ascii("utf-8").apply([Segment("│")], Color(0, 0, 0))[0].text == "|"


@pytest.mark.parametrize("system", [None, ColorSystem.STANDARD, ColorSystem.EIGHT_BIT, ColorSystem.TRUECOLOR])
async def test_what_is_told_apart_in_every_colour_system(
    stage: Stage, system: ColorSystem | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The very bytes that Textual writes for each are different, also where all colours are taken out."""
    terms = {None: "vt100", ColorSystem.STANDARD: "xterm"}
    monkeypatch.setenv("TERM", terms.get(system, "xterm-256color"))
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    async with playing(stage.app(), MEDIUM, ready=False) as player:
        text, names = player.screen.text, player.screen.library
        assert player.app.has_class("-bare") is (system in terms)

        def written(style: Style) -> str:
            segments = [Segment("x", style)]
            if system is None:
                segments = NoColor().apply(segments, Color(0, 0, 0))
            shown = segments[0].style or Style()
            return Strip.render_style(shown, "x", system or ColorSystem.STANDARD)

        base = text.rich_style
        inks = {name: written(base + text._ink(name) if name else base) for name in APART}
        for one, other in itertools.combinations(APART, 2):
            assert inks[one] != inks[other], (one, other)
        rows = [names.rich_style, *(names.rich_style + names._ink(name) for name in ("row", "row-blurred"))]
        assert len({written(style) for style in rows}) == 3
        assert written(text.rich_style + text._ink("english")) != inks[""]
        if system is None:
            player.app.refresh()
            strips = player.app.screen._compositor.render_strips(player.app.size)
            coloured = [s.style for strip in strips for s in strip if s.style and s.style.color]
            assert all(style.color is not None and style.color.is_default for style in coloured)
            assert all(not line or line.isascii() or "─" not in line for line in player.lines())
