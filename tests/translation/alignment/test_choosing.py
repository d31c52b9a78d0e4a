"""Which aligner is taken: there is always one."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator

import pytest

from reader.translation.alignment import choosing
from reader.translation.marian import files


@pytest.fixture(autouse=True)
def _chosen_anew() -> Iterator[None]:
    choosing.aligner.cache_clear()
    yield
    choosing.aligner.cache_clear()


def test_there_is_always_one_and_always_the_same() -> None:
    assert choosing.aligner() is choosing.aligner()
    assert choosing.aligner().align("Sim.", "Yes.").made_by in ("attention", "lexical")


def test_without_the_models_files_words_are_aligned_by_their_look_and_the_log_says_why(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(files, "PACKAGE", "no_such_package")
    with caplog.at_level(logging.INFO):
        assert choosing.aligner().align("Kim.", "Kim.").made_by == "lexical"
    assert "the package is not installed" in caplog.text


def test_without_numpy_too(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("reader.translation.alignment.attention")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "reader.translation.marian.network", None)
    assert choosing.aligner().version.startswith("lexical")
