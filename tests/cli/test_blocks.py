"""Memory of large texts goes back to the system."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
from reader.cli.blocks import give_back_large_blocks
if {given}:
    give_back_large_blocks()
def resident():
    return int(open('/proc/self/statm').read().split()[1]) * 4096
del_me = b'x' * 30_000_000  # once freed, glibc keeps blocks up to this size
del del_me
before = resident()
large, small = b'x' * 20_000_000, [b'y' * 1000 for _ in range(1000)]
pin = bytearray(100_000)  # lies behind the large block where that came from the heap
del large
print(resident() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the setting is of Linux's C library")
def test_a_large_block_is_given_back() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(given=True)], check=True, capture_output=True, text=True, timeout=60
    )
    assert int(done.stdout) < 10_000_000
