"""One family of errors, each a line a person can act on."""

from collections.abc import Callable


def _as_it_is(said: str) -> str:
    return said


wording: Callable[[str], str] = _as_it_is
"""What a message, and an advice, is told as: whoever speaks with people in another language puts its own here."""


class Problem(Exception):  # noqa: N818 - it is shown to people, and "problem" is what they have
    """Something went wrong that a person can be told in one line.

    Attributes:
        message: What failed, in one line, without the name of a class.
        advice: What to do about it, in one line; empty when there is nothing to say.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        message = wording(self.message)
        return f"{message}; {wording(self.advice)}" if self.advice else message


class UnreadableSource(Problem):
    """A file, folder or stream could not be read at all (missing, no permission, a directory)."""


class NotAnArticle(Problem):
    """The bytes were read but are no article: empty, binary, or a front matter that cannot be trusted."""


class StorageError(Problem):
    """The library's database cannot be opened, read or written."""


class ArticleNotFound(Problem):
    """No stored article has this id."""


class AmbiguousId(Problem):
    """Several stored articles' ids begin with what was given."""


class BadQuery(Problem):
    """A search query is wrong; the message says where.

    Attributes:
        at: Where in the query it goes wrong, in characters from 0; None where that is no one place.
        end: Where that ends; None for one character.
    """

    def __init__(self, message: str, advice: str = "", at: int | None = None, end: int | None = None) -> None:
        super().__init__(message, advice)
        self.at = at
        self.end = end
