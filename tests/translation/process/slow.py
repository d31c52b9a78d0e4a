"""A process for the tests, whose part can be held, made to fail, to hang, to write what is no frame, or to die.

``python -m tests.translation.process.slow FOLDER``: a sentence's first word says what becomes of it. "Espera" waits
until there is a file ``go`` in the folder; "Morre" ends the process as a crash does, and so does "Falece" unless there
is a file ``well``; "Acaba" ends it quietly; "Lixo" writes something else into the pipe, "Nada" answers what is no text,
"Vazio" nothing; "Prende" keeps the interpreter for a minute, "Fala" raises in the reader's language; "Recusa", "Falta"
and "Quebra" raise. The file ``idle`` makes it end as soon as it has nothing to do, ``short`` after a second of work.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

from reader import pipes
from reader.i18n import _
from reader.translation.alignment.lexical import LexicalAligner
from reader.translation.engine import EngineUnavailable, rejected
from reader.translation.process import child, parts
from reader.translation.process.said import alignments_said


class Slow:
    """Says what is asked backwards."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.outgoing: int | None = None

    def answer(self, said: object) -> object:
        if isinstance(said, list):
            return alignments_said(LexicalAligner().align_many(said))
        sentence = str(said)
        print("a word that nobody is to see")
        os.write(2, b"nor this")
        match sentence.split()[0]:
            case "Espera":
                (self._folder / f"waiting-{threading.get_ident()}").touch()
                while not (self._folder / "go").exists():
                    time.sleep(0.002)  # a test looks for the file: nothing is measured by it
            case "Morre":
                os.kill(os.getpid(), 9)
            case "Falece" if not (self._folder / "well").exists():
                os.kill(os.getpid(), 9)
            case "Acaba":
                os._exit(0)
            case "Lixo":
                assert self.outgoing is not None
                os.write(self.outgoing, b"\xff" * 64)
            case "Nada":
                return 3
            case "Vazio":
                return " "
            case "Prende":  # a call that keeps the interpreter, as native code may
                import ctypes

                ctypes.PyDLL(None).sleep(60)
            case "Fala":
                raise EngineUnavailable(_("what was there is kept"))
            case "Recusa":
                raise rejected("slow", "it says no")
            case "Falta":
                raise EngineUnavailable("slow is not there", "install it")
            case "Quebra":
                raise ValueError("a text that nobody is to see")
        return sentence[::-1]


def main() -> None:
    folder = Path(sys.argv[1])
    (folder / f"started-{os.getpid()}").touch()
    slow = Slow(folder)
    own_streams = pipes.own_streams

    def streams() -> object:
        incoming, outgoing = own_streams()
        slow.outgoing = outgoing.fileno()
        return incoming, outgoing

    vars(child)["own_streams"] = streams
    vars(parts)["PARTS"] = {"slow": lambda _words: parts.Part(slow.answer, 2)}
    if (folder / "idle").exists():
        vars(child)["IDLE"] = 0.0
    if (folder / "short").exists():
        vars(child)["LONGEST"] = 1
    child.run(["slow"])


if __name__ == "__main__":
    main()
