"""Three lines at the very first launch: what the keys are that lead to all others."""

from __future__ import annotations

from collections.abc import Mapping

from textual.widgets import Static

from reader.i18n import _N, _
from reader.tui.commands import BY_ID, keys_of, shown_key

_LINES = (
    (("english", _N("English and back")), ("peek", _N("the sentence in English")), ("words", _N("word by word"))),
    (
        ("find", _N("find")),
        ("names", _N("who, where, when")),
        ("library", _N("library")),
        ("open", _N("add an article")),
    ),
    (("help", _N("all keys")), ("palette", _N("every command by its name")), ("quit", _N("leave"))),
)
"""For each line the commands, and a few words on each."""


class Hint(Static):
    """The lines, with the keys that are configured; a command without a key is left out.

    Args:
        keymap: The configured keys, by the ids of commands.
    """

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__("\n".join(lines(keymap)), id="hint", markup=False)


def lines(keymap: Mapping[str, str]) -> list[str]:
    """The three lines, without any for commands that have no key."""
    said = []
    for commands in _LINES:
        keys = [(keys_of(BY_ID[name], keymap), _(words)) for name, words in commands]
        said.append("   ".join(f"{shown_key(found[0])}  {words}" for found, words in keys if found))
    return [line for line in said if line]
