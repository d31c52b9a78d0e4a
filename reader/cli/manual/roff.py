"""The man page, in the language of man(7), made of the grammar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader import __version__
from reader.cli.manual.grammar import Command, Word, commands

_ENVIRONMENT = (
    ("READER_HOME", "keep everything under this folder, as --home does"),
    ("NO_COLOR", "print and show without colours"),
    ("LC_ALL, LC_MESSAGES, LANG", "the language of the interface: Portuguese where they begin with pt, else English"),
)
_FILES = (
    ("config.toml", "the configuration, in the platform's folder for it"),
    ("library.db", "the library, in the platform's folder for data; reader backup copies it"),
)
_CODES = (("0", "done"), ("1", "failed; standard error says what to do"), ("2", "wrong usage"), ("130", "interrupted"))


def page() -> str:
    """The page ``reader(1)``, ending in a line feed."""
    top, *rest = commands()
    return "\n".join(_lines(top, rest)) + "\n"


def _lines(top: Command, rest: Sequence[Command]) -> Iterator[str]:
    # No date: the page is the same whenever it is made.
    yield f'.TH READER 1 "" "reader {__version__}" "User Commands"'
    yield ".SH NAME"
    yield "reader \\- " + _text(_small(top.what.rstrip(".")))
    yield ".SH SYNOPSIS"
    yield ".nf"
    yield from (_usage(line) for line in top.usage)
    yield ".fi"
    yield ".SH DESCRIPTION"
    yield _text(top.what)
    yield "Without a command it opens the reader in the terminal; with one it prints, for pipes and scripts."
    yield from _tagged(top.words)
    yield ".SH OPTIONS"
    yield "They stand before or behind any command."
    everywhere = {option.flags for option in top.options}
    yield from _tagged(top.options)
    yield ".SH COMMANDS"
    for command in rest:
        yield f".SS {_text(command.name)}"
        yield _text(command.what[:1].upper() + command.what[1:] + ".")
        yield ".PP"
        yield ".nf"
        yield from (_usage(line) for line in command.usage)
        yield ".fi"
        yield from _tagged(command.words)
        yield from _tagged([option for option in command.options if option.flags not in everywhere])
    yield from _table("EXIT STATUS", _CODES)
    yield from _table("ENVIRONMENT", _ENVIRONMENT)
    yield from _table("FILES", _FILES)


def _tagged(words: Sequence[Word]) -> Iterator[str]:
    for word in words:
        yield ".TP"
        names = ", ".join(f"\\fB{_text(flag)}\\fR" for flag in word.flags)
        value = f"\\fI{_text(word.metavar)}\\fR" if word.metavar else ""
        yield " ".join(filter(None, (names, value)))
        yield from (_text(line.strip()) for line in word.what.splitlines() if line.strip())


def _table(title: str, rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield f".SH {title}"
    for name, what in rows:
        yield ".TP"
        yield f"\\fB{_text(name)}\\fR"
        yield _text(what[:1].upper() + what[1:] + ".")


def _usage(line: str) -> str:
    return f"\\fB{_text(line.strip())}\\fR"


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _text(text: str) -> str:
    """Text that roff prints as it is: no backslash, hyphen, or dot at the start of a line means anything."""
    escaped = text.replace("%%", "%").replace("\\", "\\(rs").replace("-", "\\-").replace("…", "...")
    escaped = "".join(char if char.isascii() else f"\\[u{ord(char):04X}]" for char in escaped)
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped
