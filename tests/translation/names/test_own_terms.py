"""The reader's own terms in a sentence: their articles, capitals and common words."""

from __future__ import annotations

import pytest

from reader.translation.glossary.model import Term, TermKind
from reader.translation.names.model import Held
from tests.translation.names.test_holding import Linked, hold

MEASURE = Term("medida provisória", "provisional decree", TermKind.TERM)
KREMLIN = Term("Kremlin", "the Kremlin", TermKind.PLACE)
PALACE = Term("Planalto", "the Planalto Palace", TermKind.PLACE)
BARE = Term("Planalto", "Planalto Palace", TermKind.PLACE)
LINKS = [
    ("Medida", "measure"),
    ("medida", "measure"),
    ("provisória", "provisional"),
    ("provisória", "Provisional"),
    ("Planalto", "Plateau"),
]


@pytest.mark.parametrize(
    ("source", "target", "term", "expected"),
    [
        # A common word keeps its article, and gets the capital of the sentence.
        ("A medida provisória vale.", "The provisional measure is valid.", MEASURE, "The provisional decree is valid."),
        ("Medida provisória vale.", "Provisional measure is valid.", MEASURE, "Provisional decree is valid."),
        ("“Medida provisória vale”", "“Provisional measure is valid”", MEASURE, "“Provisional decree is valid”"),
        (
            "Assinou a medida provisória.",
            "He signed the provisional measure.",
            MEASURE,
            "He signed the provisional decree.",
        ),
        (
            "Uma medida provisória.",
            "A provisional measure.",
            Term("medida provisória", "executive order", TermKind.TERM),
            "An executive order.",
        ),
        (
            "É uma medida provisória.",
            "It is a provisional measure.",
            Term("medida provisória", "unilateral act", TermKind.TERM),
            "It is a unilateral act.",
        ),
        # A name with an article of its own gets no second one.
        ("O Kremlin disse.", "The Kremlin said.", KREMLIN, "The Kremlin said."),
        ("Segundo o Kremlin, sim.", "According to the Kremlin, yes.", KREMLIN, "According to the Kremlin, yes."),
        ("Segundo o Kremlin, sim.", "According to Kremlin, yes.", KREMLIN, "According to the Kremlin, yes."),
        ("Kremlin disse.", "Kremlin said.", KREMLIN, "The Kremlin said."),
        ("O Planalto disse.", "The Plateau said.", PALACE, "The Planalto Palace said."),
        (
            "Segundo o Planalto, sim.",
            "According to the Plateau, yes.",
            PALACE,
            "According to the Planalto Palace, yes.",
        ),
        ("Segundo o Planalto, sim.", "According to Planalto, yes.", PALACE, "According to the Planalto Palace, yes."),
        # One without says that there is none.
        ("O Planalto disse.", "The Plateau said.", BARE, "Planalto Palace said."),
        ("O iPhone caiu.", "The Iphone fell.", Term("iPhone", "iPhone"), "The iPhone fell."),
    ],
)
def test_a_term_of_ones_own(source: str, target: str, term: Term, expected: str) -> None:
    assert hold(source, target, term, aligner=lambda: Linked(*LINKS)) == Held(expected)
    assert hold(source, expected, term) == Held(expected), "and what is right is let be"
