"""Completion: bash completes for real; the other two shells' scripts hold every command and option."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli import arguments
from reader.cli.manual.grammar import Takes, commands
from reader.cli.manual.shells import script
from tests.cli.conftest import Reader

PROGRAM = Path(sys.executable).parent

_ASK = """
source "$1"
reader() {
    case "$1 $2" in
        "completion ids") printf 'abcd1234\\tUm título\\n' ;;
        "completion engines") printf 'local\\ngoogle\\n' ;;
    esac
}
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
compopt() { :; }
_reader
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def bash_script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("completion") / "reader.bash"
    path.write_text(script("bash"), encoding="utf-8")
    return path


def offered(bash_script: Path, *words: str, cwd: Path | None = None) -> list[str]:
    """What bash offers for the last of the words."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash")
    done = subprocess.run(
        [bash, "--norc", "-c", _ASK, "bash", str(bash_script), "reader", *words],
        capture_output=True, text=True, check=True, cwd=cwd,
    )  # fmt: skip
    assert done.stderr == ""
    return [line for line in done.stdout.splitlines() if line]


def test_bash_completes_commands_and_files(bash_script: Path, tmp_path: Path) -> None:
    (tmp_path / "seca.txt").touch()
    assert set(offered(bash_script, "se", cwd=tmp_path)) == {"search", "set", "seca.txt"}
    assert set(arguments.COMMANDS) <= set(offered(bash_script, "", cwd=tmp_path))
    assert offered(bash_script, "add", "se", cwd=tmp_path) == ["seca.txt"]


def test_bash_completes_options_and_their_values(bash_script: Path) -> None:
    assert set(offered(bash_script, "show", "--la")) == {"--layout"}
    assert set(offered(bash_script, "show", "--layout", "")) == {"original", "english", "interlinear", "side-by-side"}
    assert offered(bash_script, "show", "--layout", "=", "int") == ["interlinear"]
    assert offered(bash_script, "--engine", "g") == ["google"]
    assert offered(bash_script, "--engine", "google", "sho") == ["show"]
    assert offered(bash_script, "--offline", "--home", "/tmp", "memory", "st") == ["stats"]
    assert offered(bash_script, "list", "") == offered(bash_script, "nothing-of-ours", "zzz") == []


def test_bash_completes_ids(bash_script: Path, tmp_path: Path) -> None:
    assert offered(bash_script, "show", "ab", cwd=tmp_path) == ["abcd1234"]
    assert offered(bash_script, "remove", "", cwd=tmp_path) == ["abcd1234"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_command_and_option_is_in_the_script(shell: str) -> None:
    text = script(shell)
    for command in commands():
        assert command.name in text
        for option in command.options:
            for flag in option.flags:
                shown = re.sub("^--", "-l ", flag) if shell == "fish" else flag
                assert shown in text or f"-s {flag[1:]}" in text, (command.name, flag)


def test_the_scripts_words_are_closed() -> None:
    for line in script("fish").splitlines():
        assert shlex.split(line.replace("\\'", ""), comments=True) is not None
    assert script("zsh").count("'") % 2 == script("bash").count("'") % 2 == 0


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_shell_itself_takes_its_script(shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"there is no {shell} here")
    done = subprocess.run([program, "-n"], input=script(shell), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_takes_a_value_is_known_to_the_parser_too() -> None:
    """``reader --option value COMMAND``: the value is not taken for the command."""
    for command in commands():
        for option in command.options:
            if option.takes is not Takes.NOTHING or option.choices:
                for flag in option.flags:
                    assert arguments.takes_value(flag), (command.name, flag)


def test_ids_engines_and_feeds_are_told(reader: Reader) -> None:
    rows = reader("list", "--format", "json").json
    told = dict(line.split("\t") for line in reader("completion", "ids").out.splitlines())
    assert told == {row["id"][:8]: row["title"] for row in rows}
    assert "local" in reader("completion", "engines").out.split()
    assert reader("completion", "feeds").out == ""
    assert reader("completion", "bash").out == script("bash")
    assert reader("completion", "tcsh").code == 2
