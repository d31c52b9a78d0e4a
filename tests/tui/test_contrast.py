"""What is written in a colour can be read: the contrast that WCAG 2 asks of text, in both themes of ours."""

from __future__ import annotations

import pytest
from textual.theme import Theme

from reader.entities.model import Kind
from reader.tui.themes import THEMES

LEAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, level AA."""


def luminance(colour: str) -> float:
    """As WCAG 2 defines it, of "#rrggbb"."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_on_every_ground_it_stands_on(theme: Theme, kind: Kind) -> None:
    grounds = {name: theme.variables[name] for name in ("reading-cursor", "picked", "found")}
    grounds["background"] = str(theme.background)
    for name, ground in grounds.items():
        assert contrast(theme.variables[f"entity-{kind}"], ground) >= LEAST, name


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_words_beside_the_names(theme: Theme) -> None:
    for ink in ("quiet", "english"):
        for ground in (str(theme.background), theme.variables["reading-cursor"]):
            assert contrast(theme.variables[ink], ground) >= LEAST, (ink, ground)
    assert contrast(str(theme.foreground), theme.variables["picked"]) >= LEAST
