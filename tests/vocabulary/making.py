"""What the tests of saved words share."""

from __future__ import annotations

from articles.model import Span
from reader.vocabulary.model import Context, NewWord

SENTENCE = "Os dois trocaram um aperto de mãos."
SAID = "The two exchanged a handshake."
MEETING = "a" * 64


def context(form: str = "trocaram", sentence: str = SENTENCE, **more: object) -> Context:
    start = sentence.index(form)
    about: dict[str, object] = {
        "english": SAID, "origin": "draft", "article": MEETING, "place": 0, "title": "Um encontro",
        "source": "Folha", "published": "2024-02-01",
    }  # fmt: skip
    return Context(sentence, Span(start, start + len(form)), **{**about, **more})  # type: ignore[arg-type]


TROCAR = NewWord("trocar", "VERB", ("to exchange", "to swap"), 4.6)
