"""How well one colour is read on another, and the nearest colour that is read well enough."""

from __future__ import annotations

from collections.abc import Iterable

LEAST = 4.5
"""The contrast that WCAG 2.2 asks of text: success criterion 1.4.3, level AA."""

_STEPS = 50


def luminance(colour: str) -> float:
    """How bright "#rrggbb" is, 0 to 1, as WCAG 2 defines it."""
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
        for each in (part / 255 for part in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another in it."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def readable(colour: str, grounds: Iterable[str], *, dark: bool, least: float = LEAST) -> str:
    """The colour nearest to this one that holds the contrast on every ground.

    Args:
        colour: "#rrggbb".
        grounds: What it stands on.
        dark: Whether the grounds are dark: then it becomes lighter, else darker.
        least: The contrast to hold.
    """
    stood = list(grounds)
    end = "#ffffff" if dark else "#000000"
    for step in range(_STEPS + 1):
        tried = mixed(colour, end, step / _STEPS)
        if all(contrast(tried, ground) >= least for ground in stood):
            return tried
    return end


def tinted(ground: str, colour: str, words: Iterable[str], most: float = 0.2, least: float = LEAST) -> str:
    """A ground with as much of a colour in it, up to a share, as leaves all words on it readable.

    Args:
        ground: "#rrggbb".
        colour: What is mixed in.
        words: The colours that are written on it.
        most: The greatest share, 0 to 1.
        least: The contrast to hold.
    """
    written = list(words)
    for step in range(_STEPS, 0, -1):
        tried = mixed(ground, colour, most * step / _STEPS)
        if all(contrast(word, tried) >= least for word in written):
            return tried
    return ground


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
