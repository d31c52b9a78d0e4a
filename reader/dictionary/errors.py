"""What goes wrong with a dictionary's files."""

from __future__ import annotations

from articles.errors import Problem


class BadDictionary(Problem):
    """A file is no dictionary, is damaged, or is larger than what is read here."""
