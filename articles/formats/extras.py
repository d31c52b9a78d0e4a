"""Libraries that are installed only by who asks for them."""

from __future__ import annotations

from articles.errors import NotAnArticle


class MissingLibrary(NotAnArticle):
    """What reads this kind of file is not installed."""


def missing(what: str) -> MissingLibrary:
    """The problem to raise where the library for this kind of file ("PDF files") is not there."""
    message = f"{what} are read by a library that is not installed"
    return MissingLibrary(message, "install it: pip install leitor[documents]")
