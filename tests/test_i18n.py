"""Speaking the reader's language, and English again: catalogues that are there, missing or broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import i18n
from reader.tui.commands import shown_key


def test_english_needs_no_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(language: str) -> None:
        raise AssertionError(f"a catalogue was looked for: {language}")

    monkeypatch.setattr(i18n, "_catalogue", refuse)
    for language in ("en", "fr", ""):
        i18n.activate(language)
        assert i18n.language() == "en"
        assert i18n._("Library") == "Library"
        assert i18n.ngettext("{count} word", "{count} words", 2) == "{count} words"


def test_portuguese_is_spoken_and_left_again() -> None:
    i18n.activate("pt_BR")
    assert i18n._("Library") == "Biblioteca"
    assert [i18n.ngettext("{count} word", "{count} words", n) for n in (0, 1, 2)] == [
        "{count} palavra",
        "{count} palavra",
        "{count} palavras",
    ]
    assert i18n._("a message that no catalogue has") == "a message that no catalogue has"
    assert i18n._("") == ""
    assert shown_key("space") == "Espaço"
    i18n.activate("en")
    assert i18n._("Library") == "Library"


@pytest.mark.parametrize("length", [None, 0, 3, 30, 2_000])
def test_a_catalogue_that_is_missing_or_cut_short_is_english(
    length: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = Path("pt_BR") / "LC_MESSAGES" / "reader.mo"
    if length is not None:
        (tmp_path / there).parent.mkdir(parents=True)
        (tmp_path / there).write_bytes((i18n.LOCALES / there).read_bytes()[:length])
    monkeypatch.setattr(i18n, "LOCALES", tmp_path)
    i18n.activate("pt_BR")
    assert i18n._("Library") == "Library"


@pytest.mark.parametrize("turn", [1, 2])
def test_no_test_hears_the_language_of_another(turn: int) -> None:
    assert i18n.language() == "en", f"turn {turn}"
    i18n.activate("pt_BR")
