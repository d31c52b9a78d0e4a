"""The run of English words that a name became."""

from __future__ import annotations

import pytest

from articles.model import Span
from reader.translation.alignment.model import Alignment, Link
from reader.translation.glossary.model import Glossary, Term, TermKind, TermOrigin
from reader.translation.names.linked import became
from reader.translation.names.looking import sought_in


def span_of(text: str, part: str) -> Span:
    at = text.index(part)
    return Span(at, at + len(part))


@pytest.mark.parametrize(
    ("target", "links", "run"),
    [
        ("She left White River today.", ["Rio River", "Branco White"], "White River"),
        ("She left the River of White today.", ["Rio River", "Branco White"], "River of White"),
        ("She left the White today.", ["Rio the", "Branco White"], "White"),
        ("She left Riverine of today.", ["Rio Riverine", "Branco of"], "Riverine"),
        ("She left River, then White.", ["Rio River", "Branco White"], None),
        ("She left by the river, once White.", ["Rio river", "Branco White"], "White"),
        ("She left it.", ["Rio it"], "it"),
        ("She left of it.", ["Rio of"], None),
        ("She went to the Whitewater.", ["Rio Whitewater", "hoje Whitewater"], None),
        ("She A B C D E F G left.", [f"Rio {letter}" for letter in "ABCDEFG"], None),
    ],
)
def test_what_a_name_became(target: str, links: list[str], run: str | None) -> None:
    source = "Ela saiu de Rio Branco hoje."
    hits = Glossary([Term("Rio Branco", "Rio Branco", TermKind.PLACE, TermOrigin.ENTITY)]).hits(source)
    made = [Link(span_of(source, one), span_of(target, other)) for one, other in map(str.split, links)]
    found = became(target, sought_in(source, hits)[0], Alignment(tuple(made), "attention"), [])
    assert (found and found.of(target)) == run


def test_what_another_name_has_is_not_taken() -> None:
    source, target = "Ela saiu de Rio Branco hoje.", "She left White today."
    hits = Glossary([Term("Rio Branco", "Rio Branco", TermKind.PLACE, TermOrigin.ENTITY)]).hits(source)
    links = (Link(span_of(source, "Branco"), span_of(target, "White")),)
    claimed = [span_of(target, "White")]
    assert became(target, sought_in(source, hits)[0], Alignment(links, "attention"), claimed) is None
