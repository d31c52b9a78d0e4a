"""What the kinds of entities are called where they are listed, in the order of lists that are read."""

from __future__ import annotations

from reader.entities.model import Kind
from reader.i18n import _N

HEADINGS = {
    Kind.PERSON: _N("People"),
    Kind.ORGANISATION: _N("Organisations"),
    Kind.PLACE: _N("Places"),
    Kind.DATE: _N("Dates"),
    Kind.QUANTITY: _N("Quantities"),
    Kind.WORK: _N("Works"),
    Kind.EVENT: _N("Events"),
    Kind.OTHER: _N("Other"),
}
"""The headings, as messages to be looked up where they are shown."""
