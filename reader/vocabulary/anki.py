"""Saved words as an Anki package; importing it again updates the cards that are there."""

from __future__ import annotations

import html
import tempfile
from collections.abc import Iterable
from pathlib import Path

from reader.vocabulary.cards import FIELDS, Card

# Drawn by lot once, as Anki asks for; what was imported before is known again by them.
_DECK, _MODEL = 1_763_402_911, 1_608_554_237
_NAME = "reader: saved words"
_FRONT = '<div class="sentence">{{Sentence}}</div>{{^Sentence}}<div class="sentence">{{Word}}</div>{{/Sentence}}'
_BACK = """{{FrontSide}}
<hr id="answer">
<div><b>{{Lemma}}</b></div>
<div>{{Meaning}}</div>
<div class="english">{{English}}</div>
<div class="source">{{Source}}</div>"""
_STYLE = """.card { font-family: serif; font-size: 22px; text-align: center; }
.english { font-style: italic; margin-top: 0.7em; }
.source { font-size: 14px; opacity: 0.7; margin-top: 1em; }"""


def package(cards: Iterable[Card]) -> tuple[bytes, int]:
    """The package, and how many cards are in it.

    Raises:
        OSError: There is no room for temporary files.
    """
    import genanki

    model = genanki.Model(
        _MODEL,
        _NAME,
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Sentence", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
        sort_field_index=FIELDS.index("Lemma"),
    )
    deck = genanki.Deck(_DECK, _NAME)
    count = 0
    for card in cards:
        deck.add_note(genanki.Note(model=model, fields=list(card.fields), guid=guid(card)))
        count += 1
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words.apkg"
        genanki.Package(deck).write_to_file(str(path))
        return path.read_bytes(), count


def guid(card: Card) -> str:
    """What Anki knows a note by: the same for the same lemma and word class, in whatever library."""
    import genanki

    return str(genanki.guid_for("leitor", *map(html.escape, card.key)))
