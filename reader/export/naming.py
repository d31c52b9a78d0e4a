"""Names for files that every system takes, and the folder that exports of the screen go to."""

from __future__ import annotations

import re
from pathlib import Path

from articles.errors import Problem
from articles.folding import fold
from articles.model import Article
from reader.i18n import _

LONGEST = 80
"""Characters of a name, its ending counted."""

_not_plain = re.compile(r"[^a-z0-9]+")
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin", "conout", "clock"}
    | {f"{name}{number}" for name in ("com", "lpt") for number in range(10)}
)
"""Names that Windows keeps for devices, whatever stands behind a dot."""


def slug(title: str, room: int = LONGEST) -> str:
    """A title as a name: small ASCII letters, digits and hyphens; never empty, never a device's.

    Args:
        title: Any text.
        room: The most characters.
    """
    words = _not_plain.sub("-", fold(title[: 8 * room])).strip("-")
    if len(words) > room:
        words = words[: room + 1].rpartition("-")[0] or words[:room]
    if not words or words in _RESERVED:
        words = f"{words}-article".strip("-")
    return words[:room].strip("-")


def file_name(article: Article, ending: str, taken: frozenset[str] | set[str] = frozenset()) -> str:
    """The name of an article's file.

    Args:
        article: The article.
        ending: With its dot.
        taken: Names that others have already: then the first digits of the article's id are part of it.
    """
    name = slug(article.title, LONGEST - len(ending)) + ending
    if name in taken:
        mark = f"-{article.id[:12]}"
        name = slug(article.title, LONGEST - len(ending) - len(mark)) + mark + ending
    return name


def is_folder(name: str) -> bool:
    """Whether a path means a folder: there is one, or it ends as the name of one does."""
    return name.endswith(("/", "\\")) or Path(name).expanduser().is_dir()


def folder_of_exports(chosen: str) -> Path:
    """The folder that the screen exports to: the chosen one, else that of documents, else the home folder.

    Args:
        chosen: What the configuration says; "" for nothing.

    Raises:
        Problem: It begins with a ``~`` that stands for nobody.
    """
    try:
        if chosen:
            return Path(chosen).expanduser().absolute()
        import platformdirs

        documents = platformdirs.user_documents_path()
        return documents if documents.is_dir() else Path.home()
    except (RuntimeError, OSError) as error:
        message = _("cannot tell which folder {name} is").format(name=repr(chosen))
        raise Problem(message, _("give the folder's whole path")) from error
