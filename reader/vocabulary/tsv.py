"""Saved words as a table with tabs, as Anki and spreadsheets read it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from reader.vocabulary.anki import guid
from reader.vocabulary.cards import FIELDS, Card


def table(cards: Iterable[Card]) -> Iterator[str]:
    """The lines: what Anki is to know of the file first, then a line for each card.

    Fields are HTML, without tabs and line ends; one with quotation marks stands in quotation marks, those doubled.
    """
    yield "#separator:tab\n#html:true\n#guid column:1\n"
    yield f"#columns:{chr(9).join(('GUID', *FIELDS))}\n"
    for card in cards:
        line = io.StringIO()
        csv.writer(line, delimiter="\t", lineterminator="\n").writerow((guid(card), *card.fields))
        yield line.getvalue()
