"""The name under which the reader asks, plain and honest."""

from __future__ import annotations

import functools

PRODUCT = "leitor"
"""The product, and the word by which a robots.txt may call it."""


@functools.cache
def agent() -> str:
    """What ``User-Agent`` says: the product and its version, and nothing of the machine or of who uses it."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"{PRODUCT}/{version(PRODUCT)} (reads articles in a terminal)"
    except PackageNotFoundError:  # run from a checkout that is not installed
        return f"{PRODUCT} (reads articles in a terminal)"
