"""Where things are kept."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from articles.errors import StorageError
from reader.locations import HOME_VARIABLE, locate, make_private, reason


def test_one_folder_holds_all_four(tmp_path: Path) -> None:
    places = locate(str(tmp_path / "home"))

    assert places.config_file == tmp_path / "home" / "config" / "config.toml"
    assert places.library_file == tmp_path / "home" / "data" / "library.db"
    assert places.cache_dir == tmp_path / "home" / "cache"
    assert places.log_file == tmp_path / "home" / "state" / "reader.log"
    assert not (tmp_path / "home").exists(), "nothing is made before it is written to"


def test_the_option_beats_the_environment_and_the_environment_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "variable"))

    assert locate().config_dir == tmp_path / "variable" / "config"
    assert locate(str(tmp_path / "option")).config_dir == tmp_path / "option" / "config"


def test_an_empty_variable_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, "")
    monkeypatch.setenv("HOME", str(tmp_path))
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(variable, raising=False)

    places = locate()

    four = (places.config_dir, places.data_dir, places.cache_dir, places.state_dir)
    assert len(set(four)) == 4
    assert all(tmp_path in each.parents and each.name == "leitor" for each in four)


def test_a_relative_home_and_one_with_a_tilde_are_whole_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))

    assert locate("here").config_dir == tmp_path / "here" / "config"
    assert locate("~/x").config_dir == tmp_path / "me" / "x" / "config"


def test_a_tilde_that_stands_for_nobody_is_told() -> None:
    with pytest.raises(StorageError, match="which folder"):
        locate("~nobody-of-this-name/x")


def test_folders_are_private_and_those_that_exist_are_left_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    made = make_private(tmp_path / "a" / "b")

    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    assert make_private(made) == made


@pytest.mark.parametrize("name", ["file", "file/below", "nul\0inside"])
def test_a_folder_that_cannot_be_made_is_told_with_what_to_do(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(StorageError) as caught:
        make_private(tmp_path / name)

    assert "--home" in caught.value.advice
    assert "\0" not in str(caught.value)


def test_the_reason_is_the_systems_own_words() -> None:
    assert reason(PermissionError(13, os.strerror(13))) == "Permission denied"
    assert reason(ValueError("first\nsecond")) == "first"
    assert reason(OSError()) == "OSError"
