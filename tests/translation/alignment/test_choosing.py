"""Which aligner is taken."""

from __future__ import annotations

from reader.translation.alignment import choosing


def test_there_is_always_one_and_always_the_same() -> None:
    assert choosing.aligner() is choosing.aligner()
    assert choosing.aligner().align("Sim.", "Yes.").made_by in ("attention", "lexical")
