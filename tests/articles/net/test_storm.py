"""Many fetches at once from a net of which every third answer misbehaves: each gets its own page or a problem."""

from __future__ import annotations

from tests.web.storm import run


def test_in_a_storm_each_gets_its_own_or_a_problem() -> None:
    outcome = run(fetches=150, threads=8, total=1.0)
    assert not outcome.odd
    assert outcome.wrong == 0
    assert outcome.left == 0
    assert outcome.whole + sum(outcome.problems.values()) == 150
    assert outcome.whole > 50
    assert len(outcome.met) > 15
