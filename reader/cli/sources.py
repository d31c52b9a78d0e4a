"""Where the text comes from: a file, standard input, or the library."""

from __future__ import annotations

import datetime
import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articles.bringing import fetch_article, is_address
from articles.errors import ArticleNotFound, NotAnArticle, UnreadableSource
from articles.model import Article
from reader.cli.compose import Composition
from reader.locations import reason

if TYPE_CHECKING:
    from articles.net.fetching import Web

STDIN = "-"
"""The name that stands for standard input."""

_ID = re.compile(r"[0-9a-fA-F]{4,64}")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")
_AT_ONCE = 1 << 16  # bytes
_NOT_UTF8_LINES = (b"\xff\xfe", b"\xfe\xff")


def find(name: str, parts: Composition, published: datetime.date | None = None) -> Article:
    """The article that a word of the command line means.

    Standard input for "-", then an address of the web, then a file of that name, then the stored article whose id
    begins so. A file or page is read, and not put into the library.

    Args:
        name: What was typed.
        parts: Gives the library, opened only where an id is looked up, and says whether anything may be fetched.
        published: The day it was published, when the reader knows better.

    Raises:
        Problem: There is no such article, several have that id, or the file is none.
    """
    if not is_id(name):
        return read(name, parts.web() if is_address(name) else None, published=published, any_language=True)
    if not _ID.fullmatch(name):
        message = f"there is no file {name!r}, and no article has such an id"
        raise ArticleNotFound(message, "reader list shows the ids, reader --help the commands")
    article = parts.articles.get(name.lower())
    if published is None:
        return article
    import dataclasses

    return dataclasses.replace(article, published=published)


def is_id(name: str) -> bool:
    """Whether the word can only mean a stored article: it is no path, and there is no file of that name."""
    return name != STDIN and not _is_path(name) and not os.path.lexists(name)


def _is_path(name: str) -> bool:
    return os.sep in name or bool(os.altsep and os.altsep in name)


def read(name: str, web: Web | None = None, **known: Any) -> Article:
    """The article in a file, on standard input or at an address; what is known beats what the file says.

    Args:
        name: What was typed.
        web: Fetches; None where no address is read.
        known: As ``articles.formats.read_article`` takes it.

    Raises:
        Problem: It cannot be read, or is no article.
    """
    from articles import formats

    if web is not None and is_address(name):
        return fetch_article(name, web, **known)
    if name == STDIN:
        return formats.read_article(read_stdin(formats.LARGEST_FILE), _called(STDIN), **known)
    if _ELSEWHERE.match(name) and not os.path.lexists(name):
        from articles.cleaning import clean_line

        message = f"{clean_line(name, 200)} is no address of the web"
        raise UnreadableSource(message, "give one with https:// or http://, or a file by its path")
    return formats.load(Path(name), **known)


def read_stdin(limit: int) -> bytes:
    """All of standard input.

    Raises:
        NotAnArticle: It has more than ``limit`` bytes.
        UnreadableSource: It cannot be read, or is closed.
    """
    try:
        with open_stdin() as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        message = f"standard input cannot be read: {reason(error)}"
        raise UnreadableSource(message, "give a file instead") from error
    if len(data) > limit:
        message = f"standard input has more than {limit >> 20} MB"
        raise NotAnArticle(message, "split it into articles")
    return data


def lines_of(name: str) -> Iterator[str]:
    """The lines of a file or of standard input, each as soon as it is there, without its end; see ``batches_of``."""
    for batch in batches_of(name):
        yield from batch


def batches_of(name: str) -> Iterator[list[str]]:
    """The lines of a file or of standard input, those together that are there already, without their ends.

    Lines end at line feeds only, one carriage return before it goes with it, and a last line needs none. A
    line that is not UTF-8 is read as Windows-1252 is. Whoever writes one line and waits gets it by itself.

    Raises:
        UnreadableSource: It cannot be read.
        NotAnArticle: It is UTF-16, which has no lines of bytes.
    """
    try:
        with open_stdin() if name == STDIN else open(name, "rb") as stream:  # noqa: PTH123 - a name, not a path yet
            first, rest = True, [b""]
            while data := stream.read1(_AT_ONCE):
                *lines, last = data.split(b"\n")
                if lines:
                    lines[0] = b"".join([*rest, lines[0]])
                    rest = [last]
                    yield _batch(lines, name, first)
                    first = False
                else:
                    rest.append(last)
            if last_line := b"".join(rest):
                yield _batch([last_line], name, first)
    except (OSError, ValueError) as error:
        message = f"{_called(name)} cannot be read: {reason(error)}"
        raise UnreadableSource(message, "check its name and that you may read it") from error


def _batch(lines: list[bytes], name: str, first: bool) -> list[str]:
    if first and (lines[0] + b"\n").startswith(_NOT_UTF8_LINES):
        message = f"{_called(name)} is UTF-16"
        raise NotAnArticle(message, "convert it first: iconv -f UTF-16 -t UTF-8")
    if first:
        lines[0] = lines[0].removeprefix(b"\xef\xbb\xbf")
    return [_decoded(line) for line in lines]


def _decoded(line: bytes) -> str:
    line = line.removesuffix(b"\r")
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def open_stdin() -> io.BufferedReader:
    """Standard input as bytes, to be closed; raises OSError where it is closed already."""
    if sys.stdin is None:
        message = "it is closed"
        raise OSError(message)
    return open(os.dup(sys.stdin.fileno()), "rb")  # noqa: PTH123 - a copy to close: the app reads keys from the first


def _called(name: str) -> str:
    return "standard input" if name == STDIN else f"the file {name!r}"
