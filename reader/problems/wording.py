"""A message or an advice found among the templates, and said in the interface's language."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.i18n import _, language
from reader.problems.templates import TEMPLATES

_HOLE = re.compile(r"\{(\d)\}")
_DEEPEST = 3
"""What is put into a message may itself be one: "the bundled article x: its XML cannot be read"."""


def words(said: str, depth: int = 0) -> str:
    """A message or an advice in the interface's language; as it is where no catalogue knows it."""
    if language() == "en" or not said or depth > _DEEPEST:
        return said
    for pattern, template in _patterns():
        found = pattern.fullmatch(said)
        if found is not None:
            return _filled(_(template), [words(value, depth + 1) for value in found.groups()])
    return said


def _filled(template: str, values: list[str]) -> str:
    return _HOLE.sub(lambda hole: values[int(hole[1])], template)


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """The templates as what finds them, those that say most first."""
    ordered = sorted(TEMPLATES, key=lambda each: -len(_HOLE.sub("", each)))
    return [(re.compile("(.*)".join(map(re.escape, _HOLE.split(each)[::2]))), each) for each in ordered]
