"""What was given to be added, and the article it would become; knows no screen and no threads."""

from __future__ import annotations

import dataclasses
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from articles.bringing import fetch_article, is_address
from articles.cleaning import clean_line
from articles.errors import NotAnArticle, UnreadableSource
from articles.folders import KINDS
from reader.i18n import _, language, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from articles.model import Article
    from articles.net.fetching import Web

LONGEST_LINE = 400
"""Characters of a pasted line that is an address or a path, to be changed; what is longer is a text."""

_LONGEST_PASTE = 64 << 20  # bytes, as of a file
_WORDS_OF_A_TEXT = 4
_EXCERPT = 400


@dataclass(frozen=True, slots=True)
class Preview:
    """What something given would become.

    Attributes:
        article: The article; not stored yet.
        facts: What is known of it, in one line.
        excerpt: How its text begins, on one line.
        language: The name of the language it seems to be in, where that is not Portuguese; else "".
    """

    article: Article
    facts: str
    excerpt: str
    language: str = ""


def is_line(pasted: str) -> bool:
    """Whether what was pasted is an address or a path, to be seen and changed before anything comes of it.

    It looks at no file: it is asked on the event loop. An address is one word, and few words are a line anyway.
    """
    line = pasted.strip()
    if len(line) > LONGEST_LINE or "\n" in line:
        return False
    return len(line.split()) < _WORDS_OF_A_TEXT or _is_path(line)


def read(line: str, web: Web, cancel: Callable[[], bool], progress: Callable[[int, int | None], object]) -> Preview:
    """What a typed line stands for: an address, a file, or the text itself. For a thread: it reads and fetches.

    Args:
        line: What was typed.
        web: Fetches, where it is an address.
        cancel: Asked meanwhile whether it is not wanted any more.
        progress: Told how many bytes have come, and how many there will be, where that is known.

    Raises:
        Problem: It cannot be had, or is no article.
    """
    line = line.strip()
    if is_address(line):
        return _preview(fetch_article(line, web, cancel=cancel, progress=progress, any_language=True))
    path = _path(line)
    if not os.path.lexists(path) and not _is_path(line) and len(line.split()) >= _WORDS_OF_A_TEXT:
        return read_text(line)
    _check(path)
    from articles.formats import load

    return _preview(load(path, any_language=True))


def read_text(text: str) -> Preview:
    """What a pasted text would become. For a thread: a long one takes a while.

    Raises:
        Problem: It is no article.
    """
    from articles.formats import read_article

    data = text.encode("utf-8", "replace")
    if len(data) > _LONGEST_PASTE:
        message = _("what was pasted has more than {size} MB").format(size=_LONGEST_PASTE >> 20)
        raise NotAnArticle(message, _("save it as a file, in parts"))
    return _preview(read_article(data, any_language=True))


def titled(preview: Preview, title: str) -> Article:
    """The article with the title that the reader gave; an empty one changes nothing."""
    return dataclasses.replace(preview.article, title=clean_line(title, 300) or preview.article.title)


def completed(line: str) -> str:
    """A path gone on with as far as the names of files that can be added, and of folders, leave no choice.

    For a thread: it looks into a folder. What is no path, and what nothing goes on, comes back as it is.
    """
    if is_address(line) or not line.strip():
        return line
    typed, _sep, begun = line.rpartition(os.sep)
    folder = _path(f"{typed}{_sep}" or ".")
    try:
        with os.scandir(folder) as entries:
            names = sorted(
                f"{each.name}{os.sep}" if each.is_dir() else each.name
                for each in entries
                if each.name.startswith(begun) and (begun or not each.name.startswith("."))
                and (each.is_dir() or Path(each.name).suffix.lower() in KINDS)
            )  # fmt: skip
    except (OSError, ValueError):
        return line
    common = os.path.commonprefix(names)  # noqa: RUF071 - the letters that they share are meant
    safe = clean_line(common, 1000) == " ".join(common.split())
    return f"{typed}{_sep}{common}" if common and safe else line


def _is_path(line: str) -> bool:
    return os.sep in line.split()[0] or line.startswith("~") or Path(line).suffix.lower() in KINDS


def _path(line: str) -> Path:
    path = Path(line)
    try:
        return path.expanduser()
    except RuntimeError:  # "~nobody": there will be no such file
        return path


def _check(path: Path) -> None:
    """Refuse what one would wait for without an end: a pipe, a device."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return  # reading it says what is wrong
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        message = _("{name} is a pipe or a device, not a file").format(name=clean_line(str(path), 200))
        raise UnreadableSource(message, _("save what comes from it as a file"))


def _preview(article: Article) -> Preview:
    from articles.formats.languages import other_language
    from reader.tui.telling import particulars

    count = len(article.body.split())
    words = ngettext("{count} word", "{count} words", count).format(count=count)
    facts = (words, particulars(article), article.byline, article.source)
    seems = other_language(article.body)
    if not seems and article.language[:2] != "pt":
        seems = article.language
    return Preview(
        article,
        clean_line(" · ".join(filter(None, facts)), 300),
        clean_line(article.body[: 2 * _EXCERPT], _EXCERPT),
        _named(seems) if seems else "",
    )


def _named(tag: str) -> str:
    from babel import Locale

    name: str = Locale.parse(language()).languages.get(tag.partition("-")[0], tag)
    return name
