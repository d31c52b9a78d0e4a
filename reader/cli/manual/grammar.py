"""What may stand on the command line, read off the parsers themselves: the source of help, man page and completion."""

from __future__ import annotations

import argparse
import enum
from collections.abc import Iterator
from dataclasses import dataclass

from reader.cli import arguments


class Takes(enum.Enum):
    """What a word on the command line is, as far as a shell can offer something."""

    NOTHING = "nothing"
    TEXT = "text"
    FILE = "file"
    FOLDER = "folder"
    ARTICLE = "article"
    """An id of the library."""
    ARTICLE_OR_FILE = "article or file"
    ENGINE = "engine"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class Word:
    """An option, or a word without a dash.

    Attributes:
        flags: ``--format`` and the like; none for a word that stands for itself.
        metavar: How its value is called; "" where it has none.
        what: What it does, in a sentence or two.
        takes: What its value is.
        choices: The values there are, where they are few.
        many: Whether it may be repeated.
        group: The heading it stands under in the help.
    """

    flags: tuple[str, ...]
    metavar: str
    what: str
    takes: Takes
    choices: tuple[str, ...] = ()
    many: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name ("" for ``reader`` alone), its usage in lines, what it does, and its words."""

    name: str
    usage: tuple[str, ...]
    what: str
    options: tuple[Word, ...]
    words: tuple[Word, ...]


_FOLDERS = frozenset({"DIR", "FOLDER"})
_MANY = frozenset({"*", "+"})


def commands() -> Iterator[Command]:
    """``reader`` itself, and then every command in the order of the help."""
    yield _described("", arguments.parser_of("open"), "")
    for name, what in arguments.COMMANDS.items():
        yield _described(name, arguments.parser_of(name), what)


def _described(name: str, parser: argparse.ArgumentParser, what: str) -> Command:
    words = [
        _word(action, group.title or "")
        for group in parser._action_groups
        for action in group._group_actions
        if action.help is not argparse.SUPPRESS
    ]
    usage = (parser.usage or "").replace("\n       ", "\n").splitlines()
    return Command(
        name,
        tuple(usage),
        what or (parser.description or ""),
        tuple(word for word in words if word.flags),
        tuple(word for word in words if not word.flags),
    )


def _word(action: argparse.Action, group: str) -> Word:
    takes_value = action.nargs != 0
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    choices = tuple(str(choice) for choice in action.choices or ())
    if takes_value and not metavar:
        metavar = "|".join(choices) if choices else action.dest.upper()
    return Word(
        tuple(action.option_strings),
        metavar if takes_value else "",
        action.help or "",
        _takes(tuple(action.option_strings), metavar) if takes_value and not choices else _nothing(choices),
        choices,
        many=action.nargs in _MANY,
        group=group,
    )


def _nothing(choices: tuple[str, ...]) -> Takes:
    return Takes.TEXT if choices else Takes.NOTHING


def _takes(flags: tuple[str, ...], metavar: str) -> Takes:
    names = frozenset(metavar.replace("…", "").split("|"))
    if "--engine" in flags or "ENGINE" in names:
        return Takes.ENGINE
    if "FEED" in names:
        return Takes.FEED
    if "ID" in names:
        return Takes.ARTICLE_OR_FILE if "FILE" in names else Takes.ARTICLE
    if names & _FOLDERS:
        return Takes.FILE if "FILE" in names else Takes.FOLDER
    return Takes.FILE if "FILE" in names else Takes.TEXT
