"""What is written in a colour can be read: the contrast that WCAG 2 asks of text, in every theme there is."""

from __future__ import annotations

import pytest
from textual.theme import BUILTIN_THEMES, Theme

from reader.entities.model import Kind
from reader.tui.contrast import LEAST, contrast
from reader.tui.themes import GROUNDS, INKS, THEMES, fallbacks
from reader.tui.widgets.ink import _INK

COLOURED = [theme for theme in (*THEMES, *BUILTIN_THEMES.values()) if not theme.ansi]
WORDS = (*(f"entity-{kind}" for kind in Kind), *(f"ink-{ink}" for ink in INKS), "quiet", "english")


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_there_are_themes_for_every_light() -> None:
    own = [theme for theme in THEMES if not theme.ansi]
    assert len(own) >= 6
    assert {theme.dark for theme in own} == {True, False}


def test_every_ink_is_written_in_a_colour_that_is_tried_here() -> None:
    """Apart from the track of the scroll bar, which is no text."""
    colours = {colour for name, (colour, _ground, _attributes) in _INK.items() if colour and name != "track"}
    assert colours <= set(WORDS)
    assert {ground for _colour, ground, _attributes in _INK.values() if ground} <= set(GROUNDS)


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_every_ink_on_every_ground(theme: Theme) -> None:
    made = {**fallbacks(theme), **theme.to_color_system().generate(), **theme.variables}
    for word in WORDS:
        for ground in GROUNDS:
            assert contrast(made[word][:7], made[ground][:7]) >= LEAST, (word, ground)


@pytest.mark.parametrize("theme", [each for each in THEMES if "contrast" in each.name], ids=lambda theme: theme.name)
def test_high_contrast_is_high_on_the_page(theme: Theme) -> None:
    """What level AAA asks of text: 7:1."""
    for word in WORDS:
        assert contrast(theme.variables[word], str(theme.background)) >= 7.0, word
