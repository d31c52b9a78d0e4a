"""What the docs say is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.cli.arguments import COMMANDS as WORDS
from reader.cli.arguments import parse
from reader.config.model import Config
from reader.translation.engines import ENGINES
from reader.tui.commands import COMMANDS, keys_of, shown_key

ROOT = Path(__file__).parents[1]


def test_the_page_on_configuration_lists_every_command_with_its_keys() -> None:
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z_]+)` \| (.*?) \| .* \|$", text, flags=re.MULTILINE))

    for command in COMMANDS:
        keys = " ".join(f"`{shown_key(key)}`" for key in keys_of(command, {}))
        assert rows.pop(command.id, None) == (keys or "–"), command.id
    assert set(rows) <= set(Config.__slots__)  # the table of settings, and nothing that is no command


def test_the_page_on_configuration_and_the_readme_name_every_setting() -> None:
    for page in ("docs/configuration.md", "README.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        for setting in Config.__slots__:
            assert setting in text, (page, setting)


def test_the_pages_on_engines_and_configuration_tell_every_engine_setting_and_key() -> None:
    engines = (ROOT / "docs" / "engines.md").read_text(encoding="utf-8")
    configuration = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    for kind in ENGINES.values():
        assert f"| `{kind.name}` |" in engines, kind.name
        if kind.settings:
            rows = configuration.partition(f"| `[engines.{kind.name}]` |")[2].partition("| `[")[0]
            assert [each.name for each in kind.settings if f"`{each.name}`" not in rows] == [], kind.name
        if kind.key is not None:
            assert kind.key.own in engines
            assert kind.key.known in engines


def test_every_picture_and_page_that_the_readme_shows_is_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]

    assert links
    for link in links:
        assert (ROOT / link).is_file(), link


@pytest.mark.parametrize("command", list(WORDS))
def test_the_page_on_the_command_line_tells_every_command_and_option(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    with pytest.raises(SystemExit):
        parse([command, "--help"])
    options = set(re.findall(r"--[a-z]+", capsys.readouterr().out))

    assert f"reader {command}" in text
    assert {"--help", "--home"} <= options
    assert [option for option in sorted(options) if option not in text] == []
