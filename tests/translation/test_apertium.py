"""Apertium's command, played by a script: its modes, its marks, its failures; a real process each time."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reader.translation.apertium import ApertiumEngine, installed, ways
from reader.translation.engine import EngineError, EngineUnavailable, Origin, Rejected

SCRIPT = """#!{python} -S
import sys, time
words = sys.argv[1:]
if words == ["-l"]:
    print({modes!r})
    sys.exit(0)
form, txt, unmarked, mode = words
assert (form, txt, unmarked) == ("-f", "txt", "-u"), words
text = sys.stdin.buffer.read().decode("utf-8")
if "demora" in text:
    time.sleep(60)
if "falha" in text:
    print("Error: Mode " + mode + " does not exist\\x1b[31m", file=sys.stderr)
    sys.exit(1)
if mode == "pt-es":
    print(text.replace("O gato preto", "El gato negro").rstrip())
elif mode in ("es-en", "pt-en"):
    text = text.replace("El gato negro dorme", "The black cat *sleeps")
    print(text.replace("O gato preto dorme", "The cat @sleep").rstrip())
"""


def script(folder: Path, modes: str = "pt-es\nes-en\nes-ca") -> str:
    path = folder / "apertium"
    path.write_text(SCRIPT.format(python=sys.executable, modes=modes), encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_it_goes_by_way_of_spanish_where_there_is_no_other(tmp_path: Path) -> None:
    engine = ApertiumEngine(script(tmp_path))
    assert engine.version == "pt-es+es-en+1"
    assert engine.translate("O gato  preto dorme.") == "The black cat sleeps."
    assert (engine.name, engine.origin) == ("apertium", Origin.DRAFT)


def test_the_straight_way_is_taken_where_there_is_one(tmp_path: Path) -> None:
    engine = ApertiumEngine(script(tmp_path, "pt-es es-en pt-en"))
    assert engine.version == "pt-en+1"
    assert engine.translate("O gato preto dorme.") == "The cat sleep."


def test_modes_can_be_chosen(tmp_path: Path) -> None:
    assert ways(" pt-es,  es-en ") == ("pt-es", "es-en")
    assert ways("") == ()
    engine = ApertiumEngine(script(tmp_path, ""), ("pt-en",))
    assert engine.version == "pt-en+1"


def test_signs_of_the_sentence_itself_stay(tmp_path: Path) -> None:
    engine = ApertiumEngine(script(tmp_path), ("es-en",))
    assert engine.translate("El gato negro dorme em @casa.") == "The black cat *sleeps em @casa."


@pytest.mark.parametrize("modes", ["", "es-en", "pt-es"])
def test_without_a_way_to_english_it_says_what_to_install(tmp_path: Path, modes: str) -> None:
    engine = ApertiumEngine(script(tmp_path, modes))
    assert engine.version == "1"
    with pytest.raises(EngineUnavailable, match="no way from Portuguese to English; install"):
        engine.translate("O gato.")


def test_without_the_command_it_cannot_be_started(tmp_path: Path) -> None:
    assert not installed(str(tmp_path / "apertium"))
    assert installed(script(tmp_path))
    with pytest.raises(EngineUnavailable, match="cannot be started: No such file"):
        ApertiumEngine(str(tmp_path / "nothing")).translate("O gato.")


def test_a_failure_is_told_clean_and_a_process_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="Mode pt-es does not exist") as caught:
        ApertiumEngine(script(tmp_path)).translate("Isto falha.")
    assert "\x1b" not in str(caught.value)
    with pytest.raises(EngineError, match="too long"):
        ApertiumEngine(script(tmp_path), ("pt-en",), seconds=0.3).translate("Isto demora.")


def test_what_is_no_translation_is_rejected(tmp_path: Path) -> None:
    with pytest.raises(Rejected):
        ApertiumEngine(script(tmp_path)).translate("Isto volta igual como veio.")
    with pytest.raises(Rejected):
        ApertiumEngine(script(tmp_path)).translate("x" * 20_000)
