"""What a file of terms gives, and how it comes into the glossary: all of it, or nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from articles.errors import Problem
from reader.i18n import _
from reader.translation.glossary.model import identity
from reader.translation.glossary.own import BadTerm, Change, Changed, Given, checked
from reader.translation.glossary.store import GlossaryStore

LARGEST_FILE = 64 << 20
"""Bytes that a file of terms may have: some 150,000 terms as TBX, a million as TSV."""


class BadGlossary(Problem):
    """A file is no file of terms, or may not be read as one."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a place of a file gives.

    Attributes:
        line: Its line, from 1.
        given: The term; None where there is none.
        why: Why there is none; "" where there is one.
    """

    line: int
    given: Given | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a file of terms.

    Attributes:
        changes: What came of each term, in the order of the file; empty where nothing was done.
        refused: What could not be a term, and why.
        done: Whether the terms are kept.
    """

    changes: tuple[Change, ...]
    refused: tuple[Read, ...]
    done: bool

    def count(self, what: Changed) -> int:
        """How many terms were added, changed, or left as they were."""
        return sum(1 for change in self.changes if change.what is what)


def take(
    store: GlossaryStore,
    reads: Iterable[Read],
    *,
    article_id: str | None = None,
    author: str = "",
    keep_going: bool = False,
) -> Report:
    """Put the terms of a file into the glossary, in one transaction.

    Args:
        store: The glossary.
        reads: What the file gives.
        article_id: The article in which they are to hold; None for the library.
        author: Who brings them, where the file names nobody.
        keep_going: Whether what is right is taken where something is wrong; else nothing is.

    Raises:
        BadGlossary: The file may not be read at all.
        StorageError: The library cannot be written.
    """
    terms: dict[str, tuple[int, Given]] = {}
    refused: list[Read] = []
    for read in reads:
        why = read.why
        if read.given is not None:
            given = dataclasses.replace(read.given, article=article_id, author=read.given.author or author)
            try:
                given = checked(given)
            except BadTerm as problem:
                why = problem.message
            else:
                line, known = terms.setdefault(identity(given.term), (read.line, given))
                if known.target != given.target:
                    why = _("{source} is {one} in line {line}, and {other} here").format(
                        source=repr(given.source), one=repr(known.target), line=line, other=repr(given.target)
                    )
        if why:
            refused.append(Read(read.line, None, why))
    if refused and not keep_going:
        return Report((), tuple(refused), done=False)
    return Report(tuple(store.put_many(given for _line, given in terms.values())), tuple(refused), done=True)
