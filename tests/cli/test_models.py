"""models: listed, fetched when asked, used, removed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Reader
from tests.conftest import ROOT
from tests.translation.firefox.service import Service, model_files
from tests.translation.firefox.test_engine import real, weights


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    service = Service()
    monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", service.records_url)
    yield service
    service.close()


def real_files() -> dict[str, bytes]:
    folder = weights()
    assert folder is not None
    return {role: next(folder.glob(f"{role}*")).read_bytes() for role in ("model", "vocab", "lex")}


@real
@pytest.mark.engine
def test_fetch_use_translate_remove(reader: Reader, service: Service) -> None:
    assert reader("models").out.startswith("no models: reader models fetch brings Firefox's")
    service.add(real_files(), "tiny")

    listed = reader("models", "--available")
    assert listed.out == "  tiny-3.0             23.0 MB, to be fetched\n"

    fetched = reader("models", "fetch")
    assert fetched.code == 0
    assert fetched.is_harmless()
    assert fetched.err == "reader: fetching tiny-3.0, 23.0 MB\n"
    assert "the engine firefox uses tiny-3.0 (“Bom dia a todos.”: “Good morning" in fetched.out

    listed = reader("models", "list", "--format", "json")
    (row,) = listed.json["models"]
    assert (row["name"], row["used"], row["damage"], row["fetched"]) == ("tiny-3.0", True, None, True)
    assert "* tiny-3.0" in reader("models").out

    said = reader("translate", "--lines", "-", "--engine", "firefox", stdin=b"O presidente chegou.\n")
    assert (said.code, said.out) == (0, "The president has arrived.\n")

    removed = reader("models", "remove", "tiny-3.0")
    assert removed.out.startswith("tiny-3.0 is removed: 23.")
    assert reader("models", "--format", "json").json == {"models": []}
    assert reader(
        "translate", "--lines", "-", "--engine", "firefox", stdin="Olá, mundo.\n".encode()
    ).is_one_line_of_failure()


@real
@pytest.mark.engine
def test_a_folder_of_ones_own(reader: Reader) -> None:
    folder = str(weights())
    used = reader("models", "use", folder)
    assert used.code == 0
    assert f"the engine firefox uses {folder}" in used.out
    (row,) = reader("models", "--format", "json").json["models"]
    assert (row["name"], row["used"], row["fetched"]) == (folder, True, False)
    assert row["bytes"] > 20_000_000
    assert reader("models", "remove", folder).is_one_line_of_failure()


def test_a_model_that_does_not_work_is_fetched_but_not_used(reader: Reader, service: Service) -> None:
    service.add(model_files())
    fetched = reader("models", "fetch", "base-memory-3.0")
    assert fetched.code == 1
    assert "base-memory-3.0 is fetched" in fetched.out
    assert fetched.err.endswith("cannot read its files; choose another: reader models use NAME\n")
    (row,) = reader("models", "--format", "json").json["models"]
    assert not row["used"]


@pytest.mark.parametrize("way", ["option", "setting"])
def test_offline_forbids_it(reader: Reader, service: Service, home: Path, way: str) -> None:
    service.add(model_files())
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text("offline = true" if way == "setting" else "")
    for words in (("fetch",), ("list", "--available")):
        result = reader("models", *words, *(["--offline"] if way == "option" else []))
        assert result.is_one_line_of_failure()
        assert "set to stay offline" in result.err
    assert service.asked == []
    assert reader("models", "--offline").code == 0


def test_without_a_network_it_says_so_in_one_line(reader: Reader, service: Service) -> None:
    service.close()
    result = reader("models", "fetch")
    assert result.is_one_line_of_failure()
    assert "cannot be reached; is there a network?" in result.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("models", "use", "nix"), "there is no model 'nix'"),
        (("models", "use", "./nix"), "there is no folder"),
        (("models", "remove", "nix"), "there is no model 'nix'"),
        (("models", "fetch", "nix"), "there is no model 'nix' to fetch; there is: base-memory-3.0"),
    ],
)
def test_what_is_not_there(reader: Reader, service: Service, words: tuple[str, ...], said: str) -> None:
    service.add(model_files())
    result = reader(*words)
    assert result.is_one_line_of_failure()
    assert said in result.err


@pytest.mark.parametrize("words", [("use",), ("remove",), ("list", "x"), ("fetch", "--available"), ("nonsense",)])
def test_wrong_usage(reader: Reader, words: tuple[str, ...]) -> None:
    assert reader("models", *words).code == 2


def test_killed_while_it_fetches(reader: Reader, service: Service, home: Path) -> None:
    service.add(model_files())
    service.hold = True
    service.cut_after += [70_000]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "reader", "models", "fetch"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        end = time.monotonic() + 60
        while not any(file.stat().st_size for file in home.rglob("*.part")):
            assert time.monotonic() < end
            time.sleep(0.005)  # between looks at another process's file, which tells nobody that it has grown
        process.send_signal(signal.SIGKILL)
    assert reader("models", "--format", "json").json == {"models": []}
