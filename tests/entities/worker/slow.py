"""A worker process for the tests: a recogniser that can be held, made to fail, or made to end the process.

``python -m tests.entities.worker.slow FOLDER``: reading pauses at a sentence that begins with "Espera" until there is a
file ``go`` in the folder; "Falha" raises; "Morre" ends the process as a crash does.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from articles.errors import Problem
from articles.model import Span
from reader.entities import choosing
from reader.entities.model import Kind, Mention
from reader.entities.worker import child


class Slow:
    """Every word with a capital is a person."""

    name = "slow"
    version = "1"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        print("a word that nobody is to see")
        os.write(2, b"nor this")

    def recognise(self, sentences: Sequence[str]) -> list[list[Mention]]:
        for found in self.recognise_in_steps(sentences):
            if found is not None:
                return found
        return []

    def recognise_in_steps(self, sentences: Sequence[str]) -> Iterator[list[list[Mention]] | None]:
        result: list[list[Mention]] = []
        for sentence in sentences:
            if sentence.startswith("Falha"):
                raise ValueError("this sentence cannot be read")
            if sentence.startswith("Morre"):
                os.kill(os.getpid(), 9)
            while sentence.startswith("Espera") and not (self._folder / "go").exists():
                (self._folder / "waiting").touch()
                time.sleep(0.002)  # a test looks for the file: nothing is measured by it
                yield None
            names = [word.strip(".,") for word in sentence.split() if word[:1].isupper()]
            starts = [sentence.index(name) for name in names]
            found = [
                Mention(Span(start, start + len(name)), Kind.PERSON, name)
                for start, name in zip(starts, names, strict=True)
            ]
            result.append(sorted(set(found)))
            yield None
        yield result


def main() -> None:
    folder = Path(sys.argv[1])
    (folder / f"started-{os.getpid()}").touch()
    problem = None
    if (folder / "damaged").exists():
        Slow.name = "rules"
        problem = Problem("the model file is damaged", "install the reader again")
    child.recogniser = lambda: choosing.Chosen(Slow(folder), problem)
    if (folder / "idle").exists():
        child.IDLE = 0.0
    child.run()


if __name__ == "__main__":
    main()
