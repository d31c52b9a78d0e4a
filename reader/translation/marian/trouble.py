"""What goes wrong with the network's files."""

from __future__ import annotations

from articles.errors import Problem


class StudentUnusable(Problem):
    """The files are missing, damaged, or others than those that are known; a lexical alignment takes over."""


def unusable(*why: object) -> StudentUnusable:
    """The problem, with the reason in a few words; it is logged, not shown, since words are aligned without it too."""
    return StudentUnusable("the local model cannot be read for aligning words: " + " ".join(map(str, why)))
