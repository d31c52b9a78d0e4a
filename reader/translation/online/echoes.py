"""A key that comes back in what a service answers: it is to be seen by nobody and stored nowhere."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from reader.translation.choosing.keys import Secret

LEAST = 6
"""Characters of a key, at least, for it to be looked for: a shorter one may stand in any sentence by chance."""
_WORD = re.compile(r"[a-z]{1,8}")
"""A mere word: what servers that want no key are given for one ("ollama", "secret"), and what English may hold."""

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\x00-\x1f\x7f]")
"""What cleaning takes away, or a terminal does not show: it may stand between the key's letters."""

_CODE = re.compile(r"\\u([0-9a-fA-F]{4})|\\(.)", re.DOTALL)
_SURE = 8  # characters of base64 below which a text may hold them by chance


def echoed(key: Secret, text: object) -> bool:
    """Whether a text holds a key: as it is, or as JSON, HTML, an address or base64 would write it.

    Args:
        key: The key; one under ``LEAST`` characters and a mere word are not looked for.
        text: Anything; only of a ``str`` it is looked at what it holds.
    """
    value = key.reveal()
    if not isinstance(text, str) or len(value) < LEAST or _WORD.fullmatch(value):
        return False
    seen = {text, _UNSEEN.sub("", text)}
    if any(value in reading for each in seen for reading in _readings(each)):
        return True
    forms = list(_in_base64(value))
    plain = [each.replace("-", "+").replace("_", "/") for each in seen]
    return any(form in each for each in plain for form in forms)


def tells(key: Secret, error: BaseException | None) -> bool:
    """Whether an error or one that led to it quotes a key; a log would have them all."""
    met: set[int] = set()
    waiting = [error]
    while waiting:
        each = waiting.pop()
        if each is None or id(each) in met:
            continue
        met.add(id(each))
        if echoed(key, str(each)) or echoed(key, repr(each)):
            return True
        waiting += [each.__cause__, each.__context__, *(arg for arg in each.args if isinstance(arg, BaseException))]
    return False


def _readings(text: str) -> Iterator[str]:
    """The text as it is, and with what stands for a character in JSON, HTML and addresses put back."""
    yield text
    plain = _CODE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], text)
    yield plain
    yield unquote(text)
    yield html.unescape(text)
    plain = html.unescape(plain)
    yield plain
    yield unquote(plain)


def _in_base64(value: str) -> Iterator[str]:
    """What surely stands in base64 of anything that holds the key, wherever in it the key begins."""
    for before in range(3):
        coded = base64.b64encode(b"\0" * before + value.encode()).decode().rstrip("=")
        end = len(coded) - 1 if (before + len(value)) % 3 else len(coded)  # the last sign is the neighbour's, too
        form = coded[(0, 2, 3)[before] : end]
        if len(form) >= _SURE:
            yield form
