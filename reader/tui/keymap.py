"""What is wrong with the keys that the reader configured."""

from __future__ import annotations

from collections.abc import Mapping

from reader.i18n import _
from reader.tui.commands import BY_ID, Scope, commands, keys_of

_TOGETHER = (
    (Scope.TEXT, Scope.SCREEN, Scope.APP),
    (Scope.LIST, Scope.NAMES, Scope.SCREEN, Scope.APP),
    (Scope.SHELF, Scope.SCREEN, Scope.APP),
    (Scope.WORDS,),
)
"""The scopes whose keys are asked for in one place; those of words stand before all others on purpose."""

_TOGETHER = (
    (Scope.TEXT, Scope.SCREEN, Scope.APP),
    (Scope.LIST, Scope.NAMES, Scope.SCREEN, Scope.APP),
    (Scope.SHELF, Scope.SCREEN, Scope.APP),
    (Scope.WORDS,),
)
"""The scopes whose keys are asked for in one place; those of words stand before all others on purpose."""

_SENT_AS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+left_square_bracket": "escape"}
"""What a terminal sends for a key, which is another key's."""

_KEYS = frozenset(
    {
        "space", "enter", "escape", "tab", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown",
        "up", "down", "left", "right", *(f"f{number}" for number in range(1, 25)),
    }
)  # fmt: skip


def is_key(name: str) -> bool:
    """Whether a key may be called this: "j", "G", "f2", "ctrl+k", "question_mark"."""
    *held, key = name.split("+") if len(name) > 1 else [name]
    if len(set(held)) < len(held) or not set(held) <= {"ctrl", "alt", "shift", "super", "meta", "hyper"}:
        return False
    if len(key) == 1:
        return key.isprintable() and key != " "
    if key in _KEYS:
        return True
    import unicodedata  # only for the few that are called by their name in Unicode

    try:
        return unicodedata.lookup(key.replace("_", " ").upper()).isprintable()
    except KeyError:
        return key in ("plus", "minus")  # as Textual has them


def conflicts(keymap: Mapping[str, str]) -> list[str]:
    """What is wrong with a configured keymap, one line each, by the names that the configuration has for commands.

    Told are unknown commands, what is no key, keys that a terminal sends as another, and keys that two commands claim
    which can be asked for in the same place.
    """
    unknown, none = _("keys.{name}: no such command"), _("keys.{name}: {key} is no key")
    same = _("keys.{name}: {key} is sent as {other}: write that")
    wrong = [unknown.format(name=name) for name in keymap if name not in BY_ID]
    for name in keymap:
        for key in keys_of(BY_ID[name], keymap) if name in BY_ID else ():
            if not is_key(key):
                wrong.append(none.format(name=name, key=repr(key)))
            elif key in _SENT_AS:
                wrong.append(same.format(name=name, key=repr(key), other=repr(_SENT_AS[key])))
    twice = _("keys.{name}: {key} also means {other}")
    for scopes in _TOGETHER:
        taken: dict[str, str] = {}
        for command in commands(*scopes):
            for key in keys_of(command, keymap):
                other = taken.setdefault(key, command.id)
                if other != command.id and (command.id in keymap or other in keymap):
                    # It is the reader's own line that is named.
                    mine, theirs = (command.id, other) if command.id in keymap else (other, command.id)
                    wrong.append(twice.format(name=mine, key=repr(key), other=repr(theirs)))
    return list(dict.fromkeys(wrong))
