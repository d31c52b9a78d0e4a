"""Asking the engine again with a name that it knows to copy in the place of the one it lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.translation.engine import EngineError
from reader.translation.glossary.model import TermKind
from reader.translation.names.looking import Sought

Again = Callable[[str], str]
"""The engine, asked again; may raise ``EngineError``."""

_FEMININE = re.compile(
    r"(?:^|\W)(?:a|da|na|à|pela|as|das|nas|uma|senhora|dona|ministra|presidenta|deputada)\s\Z", re.IGNORECASE
)
_MASCULINE = re.compile(r"(?:^|\W)(?:o|do|no|ao|pelo|os|dos|nos|um|senhor)\s\Z", re.IGNORECASE)
_WOMAN = re.compile(r"[^\W\d_]+a\Z")
# Real names that the model copies or knows, so that the sentence stays one that it knows how to translate.
_STAND_INS = {
    ("person", "m"): (("John Smith", "John Smith"), ("Robert Brown", "Robert Brown")),
    ("person", "f"): (("Mary Smith", "Mary Smith"), ("Anna Brown", "Anna Brown")),
    ("place", "m"): (("Japão", "Japan"), ("Canadá", "Canada")),
    ("place", "f"): (("Itália", "Italy"), ("França", "France")),
    ("place", ""): (("Londres", "London"), ("Berlim", "Berlin")),
}


@dataclass(frozen=True, slots=True)
class Tried:
    """A sentence to be translated instead, and what is to be exchanged in its English.

    Attributes:
        source: The sentence with the name exchanged.
        stand_in: What the name's place has in the English; the name itself where that was put in.
    """

    source: str
    stand_in: str


def attempts(source: str, sought: Sought) -> Iterator[Tried]:
    """Sentences to try, the surest first: the name in its English form, then known names in its place."""
    start, end = sought.hit.span.start, sought.hit.span.end
    wanted = sought.hit.term.target
    if wanted != sought.said and not sought.loud:
        yield Tried(f"{source[:start]}{wanted}{source[end:]}", wanted)
    for portuguese, english in _STAND_INS.get(_kind(source, sought), ()):
        if portuguese not in source:
            yield Tried(f"{source[:start]}{portuguese}{source[end:]}", english)


def asked(tried: Tried, sought: Sought, again: Again) -> str | None:
    """The English of an attempt with the name in the place of its stand-in; None where that did not come through."""
    try:
        english = again(tried.source)
    except EngineError:
        return None
    pattern = re.compile(rf"(?<!\w){re.escape(tried.stand_in)}(?!\w)", re.IGNORECASE if sought.loud else 0)
    if len(pattern.findall(english)) != 1:
        return None
    return pattern.sub(lambda _match: sought.wanted, english)


def _kind(source: str, sought: Sought) -> tuple[str, str]:
    before = source[: sought.hit.span.start]
    gender = "f" if _FEMININE.search(before) else "m" if _MASCULINE.search(before) else ""
    if sought.hit.term.kind is TermKind.PERSON:
        return "person", gender or ("f" if _WOMAN.match(sought.said.split()[0]) else "m")
    if sought.hit.term.kind is TermKind.PLACE:
        return "place", gender
    return "other", gender
