"""The configuration: defaults, what is allowed, and mistakes named by their line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.config.model import Checks, Config, FeedSettings
from reader.config.reading import read_config
from reader.errors import BadConfig


def _url(value: object) -> str:
    if not isinstance(value, str) or not value.startswith("https://"):
        raise ValueError("an address")
    return value.rstrip("/")


ENGINES = {"local": {}, "google": {}, "libretranslate": {"url": _url}}


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "config.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_without_a_file_everything_is_as_it_comes(tmp_path: Path) -> None:
    config = read_config(tmp_path / "config.toml")

    assert config == Config()
    assert (config.engine, config.offline, config.theme, config.measure, config.language) == (
        "local",
        False,
        "",
        72,
        "",
    )
    assert dict(config.keys) == {}


def test_an_empty_file_is_no_mistake(tmp_path: Path) -> None:
    assert read_config(written(tmp_path, "# nothing yet\n")) == Config()


def test_every_setting_is_read(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '\ufeffengine = "google"\r\noffline = true\r\ntheme = "nord"\r\n'
        'measure = 60\r\nlanguage = "pt_BR"\r\n'
        '[keys]\r\n"next.sentence" = "s"\r\ndown = [\r\n  "j",\r\n  "down",\r\n]\r\nnothing = []\r\n',
    )

    config = read_config(path, engines=lambda: ENGINES, themes=["nord"])

    assert (config.engine, config.offline, config.theme, config.measure, config.language) == (
        "google",
        True,
        "nord",
        60,
        "pt_BR",
    )
    assert dict(config.keys) == {"next.sentence": ("s",), "down": ("j", "down"), "nothing": ()}


def test_an_engines_settings_are_read_by_what_knows_them(tmp_path: Path) -> None:
    path = written(tmp_path, '[engines.libretranslate]\nurl = "https://example.org/"\n[engines.google]\n')

    config = read_config(path, engines=lambda: ENGINES)

    assert {name: dict(each) for name, each in config.engines.items()} == {
        "libretranslate": {"url": "https://example.org"},
        "google": {},
    }
    assert dict(Config().engines) == {}


def test_how_often_feeds_are_refreshed(tmp_path: Path) -> None:
    assert read_config(written(tmp_path, "[feeds]\nrefresh_minutes = 30\n")).feeds == FeedSettings(30)
    assert read_config(written(tmp_path, "[feeds]\nrefresh_minutes = 0\n")).feeds == Config().feeds == FeedSettings()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("engines = 3", 1, "tables"),
        ("[engines]\nlibretranslate = 'secret'", 2, "a table, [engines.libretranslate]"),
        ("[engines.babel]\nurl = 'secret'", 1, "there is no engine 'babel'; allowed: one of local, google, libre"),
        ("[engines.libretranslate]\n\nurl = 'secret'", 3, "engines.libretranslate.url cannot be what it is"),
        ("[engines.libretranslate]\nuri = 'secret'", 2, "allowed: one of url"),
        ("[engines.google]\nurl = 'secret'", 2, "google has no settings"),
        ("[engines.libretranslate]\napi_key = 'secret'", 2, "reader engines key libretranslate"),
        ("[engines.google]\nTOKEN = 'secret'", 2, "a key does not belong here"),
        ("engines.google.password.x = 'secret'", 1, "a key does not belong here"),
        ("measure = 72\nengine = \n", 2, "not TOML"),
        ("measure = 72\nengine = 'lo", 2, "not TOML"),
        ("measure = 1\nmeasure = 1\n", 2, "not TOML"),
        ("# engine\n\nengine = 'nothing'\n", 3, 'allowed: "local", "google"'),
        ("engine = 5", 1, "allowed"),
        ("theme = 'pink'", 1, 'allowed: "nord"'),
        ("offline = 'yes'", 1, "true or false"),
        ("offline = 1", 1, "true or false"),
        ('hyphenate = "sometimes"', 1, "always"),
        ("measure = 19", 1, "20 to 200"),
        ("measure = 201", 1, "20 to 200"),
        ("measure = 72.5", 1, "20 to 200"),
        ("measure = true", 1, "20 to 200"),
        ("\nlanguage = 'fr'", 2, '"en", "pt_BR"'),
        ("feeds = 30", 1, "a table, as in [feeds] refresh_minutes = 30"),
        ("[feeds]\nrefresh_minutes = 3", 2, "a whole number from 5 to 10080, or 0 for never"),
        ("[feeds]\nrefresh_minutes = true", 2, "a whole number from 5"),
        ("[feeds]\nrefresh_minutes = 5\nevery = 1", 3, "feeds.every' is not a setting; allowed: refresh_minutes"),
        ("keys = 'j'", 1, "a table"),
        ("[keys]\nup = 'k'\ndown = 3", 3, "a list of keys"),
        ("[keys]\nup = 'k'\ndown = [\n  'j',\n  '',\n]", 3, "a list of keys"),
        ("keys.down = ['j', 1]", 1, "a list of keys"),
        ("measure = 72\ngoogle_api_key = 'secret'", 2, "not a setting"),
        ("measure = 72\n[window]\nx = 1", 2, "not a setting"),
        (b"measure = 72\ntheme = '\xff'", 2, "not UTF-8"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_what_is_allowed(
    tmp_path: Path, text: str | bytes, line: int, words: str
) -> None:
    path = written(tmp_path, text)

    with pytest.raises(BadConfig) as caught:
        read_config(path, engines=lambda: ENGINES, themes=["nord"])

    assert caught.value.message.startswith(f"{path}, line {line}: ")
    assert words in str(caught.value)
    assert caught.value.advice
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_huge_value_is_not_shown_whole(tmp_path: Path) -> None:
    with pytest.raises(BadConfig) as caught:
        read_config(written(tmp_path, f"offline = '{'x' * 5000}'"))

    assert len(caught.value.message) < 200 + len(str(tmp_path))


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "#" * (1 << 19), '\\u0065 = 1\n"\\u0065x" = 1'])
def test_hostile_files_end_in_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadConfig) as caught:
        read_config(written(tmp_path, text))

    assert "\n" not in str(caught.value)


def test_a_key_written_with_escapes_is_still_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match="not a setting"):
        read_config(written(tmp_path, '"\\u0065x" = 1'))


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    path.chmod(0)

    with pytest.raises(BadConfig, match="Permission denied"):
        read_config(path)


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()

    with pytest.raises(BadConfig, match="cannot be read"):
        read_config(tmp_path / "config.toml")


def test_engines_are_only_asked_for_where_the_file_speaks_of_them(tmp_path: Path) -> None:
    def never() -> Checks:
        raise AssertionError("imported for nothing")

    assert read_config(tmp_path / "none.toml", engines=never) == Config()
    assert read_config(written(tmp_path, "measure = 60\n"), engines=never).measure == 60
