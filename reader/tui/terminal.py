"""What a terminal can show: how many colours, and whether more than ASCII's signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

_NO_COLOURS = ("dumb", "unknown", "vt", "xterm-mono", "linux-m", "ansi-m", "screen-m")
_EIGHT_OR_SIXTEEN = ("xterm", "linux", "ansi", "screen", "rxvt", "cygwin", "tmux", "cons25", "putty")
_MANY = 256


@dataclass(frozen=True, slots=True)
class Terminal:
    """What it can show.

    Attributes:
        colours: How many colours; 0 for none, or none wanted (``NO_COLOR``).
        ascii: Whether frames and signs are to be ASCII's.
        encoding: What it takes, as Python names it.
    """

    colours: int
    ascii: bool
    encoding: str


def terminal_of(environ: Mapping[str, str], stream: TextIO | None) -> Terminal:
    """What the environment says of the terminal.

    Args:
        environ: ``TERM``, ``COLORTERM``, ``NO_COLOR`` and the locale's variables.
        stream: What is written to.
    """
    encoding = (getattr(stream, "encoding", None) or "utf-8").lower()
    locale = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    term = environ.get("TERM", "").lower()
    plain = locale in ("C", "POSIX") or "utf" not in encoding.replace("-", "")
    # The console of Linux has letters and frames, but not the signs.
    return Terminal(_colours(environ, term), plain or term.startswith(("linux", "vt", "dumb")), encoding)


def _colours(environ: Mapping[str, str], term: str) -> int:
    # Unlike no-color.org, Textual takes an empty NO_COLOR for a wish too: here as the convention has it.
    if environ.get("NO_COLOR") or term == "":
        return _MANY if term == "" and not environ.get("NO_COLOR") else 0
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return 1 << 24
    if term.startswith(_NO_COLOURS) and "color" not in term:
        return 0
    if "256" in term or "direct" in term or "kitty" in term:
        return _MANY
    return 16 if term.partition("-")[0] in _EIGHT_OR_SIXTEEN else _MANY
