"""No wrong pair, no storm of requests, no hang, nothing lost, while every third answer is none or another's."""

from __future__ import annotations

from pathlib import Path

from tests.translation.online.storm import FAULTS, run


def test_what_came_is_right_and_kept_and_what_did_not_come_was_not_begged_for(tmp_path: Path) -> None:
    outcome = run(tmp_path / "library.db", sentences=750)
    assert outcome.hung == 0
    assert outcome.wrong == 0
    assert outcome.lost == 0
    assert outcome.kept == outcome.succeeded >= 0.7 * outcome.sentences
    assert outcome.sentences < outcome.requests <= outcome.most_requests
    assert outcome.most_in(1.0) <= 5
    assert outcome.seconds >= (outcome.requests - 1) / 5
    assert set(outcome.met) == {*FAULTS, "none"}
