"""The process that finds lemmas: ``python -m reader.dictionary.lemma_process``; speaks on its standard streams."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import threading

from reader.dictionary.lemmatizer import InProcess, Sort
from reader.pipes import Broken, Frame, own_streams, receive, saying, write

IDLE = 120.0
"""Seconds with nothing to do after which the process ends and gives its memory back."""


def run() -> None:
    """Answer until whoever asks is gone, or asks nothing for ``IDLE`` seconds."""
    incoming, outgoing = own_streams()
    with contextlib.suppress(AttributeError, ValueError):  # Ctrl-C is the screen's to deal with
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()

    def listen() -> None:
        with contextlib.suppress(Broken, OSError):
            while True:
                asked.put(receive(incoming.read, Sort))
        os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    lemmatizer = InProcess()
    with contextlib.suppress(queue.Empty, BrokenPipeError, Broken):
        while (frame := asked.get(timeout=IDLE)) is not None:
            write(outgoing, saying(Sort.ANSWER, 0, lemmatizer.lemmas(frame.said())))
    os._exit(0)


if __name__ == "__main__":
    run()
