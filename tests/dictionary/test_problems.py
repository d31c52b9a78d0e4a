"""A dictionary that cannot be read is told, and the others answer."""

from __future__ import annotations

from pathlib import Path

from articles.model import Span
from reader.dictionary.lemmatizer import InProcess
from reader.dictionary.lookup import WordLookups
from reader.dictionary.store import Dictionaries
from tests.dictionary.making import dictd, stardict


def test_what_cannot_be_read_is_told_with_every_word_once_for_each_dictionary(tmp_path: Path) -> None:
    store = Dictionaries(tmp_path / "data")
    store.add(stardict(tmp_path / "in", forms=(), packed=False))
    store.add(dictd(tmp_path / "in", [("casa", "casa\nhome\n")]))
    for name in ("gone", "empty"):
        (store.folder / name).mkdir()
    (store.folder / "gone" / "about.json").write_text((store.all()[1].folder / "about.json").read_text("utf-8"))
    (store.all()[0].folder / "text").write_bytes(b"cut")
    lookups = WordLookups(InProcess(), store.open)
    found = lookups.look_up("casa", Span(0, 4))
    lookups.close()
    assert [each.meanings for each in found.senses] == [("home",)]
    told = sorted(found.problems)
    assert len(told) == 3
    assert all(part in "|".join(told) for part in ("'empty' is damaged", "red: 'text' ends", "cannot be read"))
    assert store.damaged() == ["empty"]


def test_closing_is_no_problem(tmp_path: Path) -> None:
    store = Dictionaries(tmp_path / "data")
    store.add(stardict(tmp_path / "in"))
    lookups = WordLookups(InProcess(), store.open)
    assert lookups.look_up("casa", Span(0, 4)).senses
    lookups.close()
    assert lookups.look_up("casa", Span(0, 4)).problems == ()
