"""Figures as lines of a table: what, how much, the limit, and whether it holds."""

from __future__ import annotations

import resource
import statistics
from collections.abc import Sequence


def heading(text: str) -> None:
    """Begin a table."""
    print(f"\n{text}\n{'-' * len(text)}", flush=True)


def figure(what: str, value: float, unit: str, limit: float | None = None, note: str = "") -> None:
    """Print one figure; with a limit also whether it is kept.

    Args:
        unit: What is counted: "ms", "s", "MB", "x" (times the base).
        limit: The most it may be, in the same unit.
        note: Anything more to say.
    """
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    said = f"{value:9.{digits}f} {unit:3}"
    if limit is not None:
        said += f"  limit {limit:7.2f}  {'ok  ' if value <= limit else 'OVER'}"
    else:
        said += " " * 21
    print(f"  {what:58} {said} {note}".rstrip(), flush=True)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share (0 to 1) of the values does not pass."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def spread(what: str, values: Sequence[float], unit: str, limits: tuple[float, float] | None = None) -> None:
    """Print the median and the 95th percentile of some values, with the limits of the two."""
    middle, high = limits or (None, None)
    figure(f"{what}, p50", statistics.median(values), unit, middle)
    figure(f"{what}, p95", percentile(values, 0.95), unit, high, f"max {max(values):.1f} of {len(values)}")


def busy() -> float:
    """Seconds of processor time that this process has used, its threads together."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
