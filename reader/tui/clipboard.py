"""What is copied goes to the clipboard of the terminal, which may be at the other end of an ssh: by OSC 52."""

from __future__ import annotations

import base64
from collections.abc import Mapping

SURE = 74_994
"""Bytes that every terminal known to take OSC 52 takes: hterm, and what follows it, stops at 100,000 bytes of sequence,
of which 8 are its frame, and base64 makes 4 of 3."""

MOST = 750_000
"""Bytes that are sent at all: tmux drops a sequence of more than 1 MiB, and 4 bytes of base64 carry 3."""

_CHUNK = 76  # bytes of base64 in one of screen's strings, which may have 256 in old ones


def wrapped(text: str, environment: Mapping[str, str]) -> str:
    """The sequence once more, packed so that tmux and screen hand it on to the terminal around them; "" without them.

    tmux takes the plain sequence itself where ``set-clipboard`` is ``on``, and hands on what is packed where
    ``allow-passthrough`` is on; so it is given both, and the same is set twice at worst. screen knows no OSC 52 of its
    own. Whatever does not know such a string shows nothing of it.

    Args:
        text: What is copied.
        environment: The process's, which says what the terminal is.
    """
    encoded = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    if environment.get("TMUX"):
        return f"\x1bPtmux;\x1b\x1b]52;c;{encoded}\x07\x1b\\"
    if environment.get("STY") or environment.get("TERM", "").startswith("screen"):
        chunks = [encoded[at : at + _CHUNK] for at in range(0, len(encoded), _CHUNK)]
        return "\x1bP\x1b]52;c;" + "\x1b\\\x1bP".join(chunks) + "\x07\x1b\\"
    return ""
