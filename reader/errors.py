"""The errors of the rooms above the library; their base is the one of ``articles.errors``."""

from articles.errors import Problem

__all__ = ["BadConfig", "Problem"]


class BadConfig(Problem):
    """The configuration file says something that is not allowed; the message names file, line and what is."""
