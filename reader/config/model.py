"""What can be chosen, and what holds where nothing is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

MEASURES = range(20, 201)
"""The widths a column of text may have, in cells."""

HYPHENATE = ("auto", "always", "never")
"""Where words may be cut: in narrow columns, in all, in none."""

UNDERLINE = ("learning", "all", "never")
"""Which saved words are underlined in the text: those that are new or learned, known ones too, none."""

KNOWN_FROM = (0.0, 9.0)
"""Between which Zipf figures it may lie from which on a word that was never saved counts as known; no word has 9."""

MINUTES = range(5, 7 * 24 * 60 + 1)
"""How often feeds may be refreshed by the clock, in minutes; 0 is never."""

_NO_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_NO_ENGINES: Mapping[str, Mapping[str, str]] = MappingProxyType({})

Checks = Mapping[str, Mapping[str, Callable[[object], str]]]
"""For each engine, what reads each of its settings, raising ValueError with what is allowed."""


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """How feeds are refreshed.

    Attributes:
        refresh_minutes: Minutes between two refreshes while the reader is open, one of ``MINUTES``; 0 for never: then
            they are refreshed when you say so.
    """

    refresh_minutes: int = 0


@dataclass(frozen=True, slots=True)
class WordSettings:
    """How words that are saved or unknown are told.

    Attributes:
        known_from: From which Zipf figure on a word counts as known though it was never saved, between ``KNOWN_FROM``.
        underline: Which saved words are underlined in the text, one of ``UNDERLINE``.
    """

    known_from: float = 5.0
    underline: str = "learning"


@dataclass(frozen=True, slots=True)
class Config:
    """What the reader chose. Keys for online services are never part of it.

    Attributes:
        engine: The name of the engine that translates.
        offline: Whether nothing may leave the machine, whatever the engine.
        theme: The name of the theme; "" for the app's own choice.
        signs: "unicode", "ascii" for frames and signs that every terminal has, "" to go by the terminal.
        plain: Whether the screen is without frames and tells in words what it else shows by sign, for screen readers.
        measure: The width of the text column in cells, 20 to 200.
        hyphenate: Where Portuguese words are cut at the end of a line, one of ``HYPHENATE``.
        language: The interface's language, one of ``reader.i18n.LANGUAGES``; "" to follow the locale.
        names_ahead: Whether the articles of the library are read for names in the background before they are opened.
        export_folder: The folder that the screen exports to; "" for that of documents, else the home folder.
        feeds: How feeds are refreshed.
        words: How words that are saved or unknown are told.
        author: Your name, kept beside the English that you write; "" for none: the login is never taken instead.
        engines: For an engine's name, its settings.
        keys: For the id of a command, the keys that give it instead of its own; none takes them away.
    """

    engine: str = "local"
    offline: bool = False
    theme: str = ""
    signs: str = ""
    plain: bool = False
    measure: int = 72
    hyphenate: str = "auto"
    language: str = ""
    names_ahead: bool = True
    author: str = ""
    export_folder: str = ""
    feeds: FeedSettings = FeedSettings()
    words: WordSettings = WordSettings()
    engines: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: _NO_ENGINES)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NO_KEYS)
