"""The man page: every command and option, in roff that groff takes without a warning."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from reader.cli.manual.grammar import commands
from reader.cli.manual.roff import page
from tests.cli.conftest import Reader


def test_it_tells_every_command_and_option_with_its_help(reader: Reader) -> None:
    text = page().replace("\\-", "-")
    for command in commands():
        assert f".SS {command.name}\n" in text or not command.name
        for word in (*command.options, *command.words):
            for flag in word.flags:
                assert f"\\fB{flag}\\fR" in text
            for line in word.what.split("\n"):
                assert not line.isascii() or line.split(";")[0].split("(")[0].strip()[:30] in text, line
    assert reader("man").out == page()


def test_groff_sets_it_without_a_warning() -> None:
    groff = shutil.which("groff")
    if groff is None:
        pytest.skip("there is no groff")
    done = subprocess.run(
        [groff, "-man", "-ww", "-Tutf8", "-P-c"],
        input=page(),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    shown = re.sub(".\b", "", done.stdout)
    assert "--side-by-side" not in shown
    for said in ("SYNOPSIS", "reader search", "--home DIR", "EXIT STATUS", "library.db"):
        assert said in shown, said
