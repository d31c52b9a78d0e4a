"""What an expression of time means: a date as precise as known, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from reader.entities.model import Doubt, Precision


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one expression of time means.

    Attributes:
        date: ISO 8601, as precise as known, or a range of two with ``/`` between; None where that is not sure.
        precision: How precise it is, or would be; None for what is no expression of time.
        doubt: Why there is no date; None where there is one, and for what is relative to an unnamed time.
    """

    date: str | None = None
    precision: Precision | None = None
    doubt: Doubt | None = None
