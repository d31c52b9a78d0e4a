"""Dictionaries' files cut, flipped and doubled at random, and words looked up in random text: a lookup or a problem.

``python -m tests.fuzzing.dictionaries [SEED [TURNS]]``; what fails prints its seed.
"""

from __future__ import annotations

import gzip
import random
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from articles.cleaning import clean_line
from articles.errors import Problem
from articles.model import Span
from reader.dictionary.lemmatizer import InProcess
from reader.dictionary.lookup import WordLookups
from reader.dictionary.model import Lookup
from reader.dictionary.store import Dictionaries
from tests.dictionary.making import FORMS, WORDS, dictd, stardict

_PIECES = (
    *(
        "casa",
        "nos",
        "foi",
        "ao",
        "deu-se",
        "entregá-lo-ia",
        "d'água",
        "feitas",
        "-",
        "'",
        "’",
        "\u00ad",
        "\u0301",
        "a",
    ),
    *(
        "\x1b[31m",
        "\u202e",
        "🙂",
        "guarda-chuvas",
        "apesar",
        "da",
        ".",
        "É",
        "ß",
        "İ",
        "1.º",
        "\n",
        "\0",
        "gosta",
        "de",
    ),
)
_NASTY = (
    "<b>",
    "</ol>",
    "<!--",
    "\x1b]0;x\x07",
    "&#27;",
    "\0",
    "\u202e",
    "<i>noun</i><br>",
    "&amp;" * 50,
    "<k>casa</k>",
)


def main() -> None:
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else random.SystemRandom().randrange(1 << 32)
    turns = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    print(f"seed {seed}, {turns} turns")
    taken = 0
    for turn in range(turns):
        chance = random.Random(seed + turn)
        try:
            with tempfile.TemporaryDirectory() as folder:
                taken += _turn(chance, Path(folder))
        except BaseException:
            print(f"failed: python -m tests.fuzzing.dictionaries {seed + turn} 1")
            raise
    print(f"{taken} of {turns} mutated dictionaries were taken, the others refused")


def _turn(chance: random.Random, folder: Path) -> bool:
    source = _made(chance, folder / "in")
    for each in (folder / "in").iterdir():
        _mutate(chance, each)
    store = Dictionaries(folder / "data")
    try:
        store.add(_packed(chance, folder, source))
    except Problem:
        return False
    for about in store.all():
        for each in about.folder.iterdir():  # damaged after it was installed, too
            if chance.random() < 0.1:
                _mutate(chance, each)
    lookups = WordLookups(InProcess(), store.open)
    for _ in range(5):
        text = " ".join(chance.choice(_PIECES) for _ in range(chance.randrange(12)))
        start = chance.randrange(len(text) + 1)
        _check(lookups.look_up(text, Span(start, min(len(text), start + chance.randrange(9)))), text)
    lookups.close()
    return True


def _made(chance: random.Random, folder: Path) -> Path:
    words = [(word, entry + chance.choice(_NASTY) + entry) for word, entry in WORDS]
    chance.shuffle(words)
    if chance.random() < 0.3:
        return dictd(folder, words, chance.choice(("utf-8", "utf-8", "latin-1")) if _latin(words) else "utf-8")
    types = chance.choice(("h", "h", "m", "x", "g", "tm", ""))
    return stardict(folder, words, forms=FORMS, types=types, wide=chance.random() < 0.3, packed=chance.random() < 0.7)


def _latin(words: list[tuple[str, str]]) -> bool:
    return all(ord(sign) < 256 for pair in words for sign in "".join(pair))


def _mutate(chance: random.Random, path: Path) -> None:
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice((0, 0, 0, 1, 3))):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(4):
            case 0:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del data[at : at + chance.randrange(50)]
            case 2:
                data[at:at] = data[at : at + chance.randrange(200)]
            case _:
                data[at : at + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(data)


def _packed(chance: random.Random, folder: Path, source: Path) -> Path:
    match chance.randrange(4):
        case 0:
            with tarfile.open(folder / "a.tar.gz", "w:gz") as archive:
                archive.add(folder / "in", "x")
            path = folder / "a.tar.gz"
        case 1:
            path = folder / "a.zip"
            with zipfile.ZipFile(path, "w") as zipped:
                for each in (folder / "in").iterdir():
                    zipped.write(each, each.name)
        case 2:
            for each in list((folder / "in").glob("*.idx")):
                each.with_name(each.name + ".gz").write_bytes(gzip.compress(each.read_bytes()))
                each.unlink()
            return source
        case _:
            return source
    if chance.random() < 0.3:
        _mutate(chance, path)
    return path


def _check(found: Lookup, text: str) -> None:
    assert found.lemmas
    assert 0 <= found.span.start <= found.span.end <= len(text)
    assert found.span.of(text) == found.text
    said = [*found.problems]
    for sense in (*found.senses, *(each for part in found.parts for each in part.senses)):
        said += [sense.headword, sense.grammar, sense.dictionary, *sense.meanings]
    for each in said:
        assert each == clean_line(each, 10_000), each
    if found.word is not None:
        _check(found.word, text)


if __name__ == "__main__":
    main()
