"""Memory of large texts given back to the system as soon as it is free."""

from __future__ import annotations

import sys

_M_MMAP_THRESHOLD = -3  # malloc.h of glibc
_LARGE = 1 << 20  # bytes


def give_back_large_blocks() -> None:
    """Have blocks of a megabyte and more returned to the system when they are freed.

    glibc does so until it has seen one freed, then keeps others up to that size in its heap: reading and storing 10 MB
    left 30 MB there that nothing used again. Other systems' libraries are left as they are.
    """
    if sys.platform != "linux":
        return
    import ctypes  # 2 ms, for large texts only

    try:
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE)
    except (OSError, AttributeError):  # another C library, which has no such setting
        return
