"""A LibreTranslate server: the reader's own, or another's."""

from __future__ import annotations

from reader.translation.choosing.keys import Secret
from reader.translation.online import deep
from reader.translation.online.careful import Careful, CarefulEngine
from reader.translation.online.web import Call

REVISION = 1
"""Raise it when what is stored should be refined anew."""


class LibreTranslateEngine(CarefulEngine):
    """Refines by LibreTranslate. Every sentence is sent to its server.

    Args:
        url: The server's address, with or without a slash at its end.
        key: For servers that want one.
        careful: Makes the requests; one with the usual limits by default.
    """

    name = "libretranslate"
    version = str(REVISION)

    def __init__(self, url: str, key: Secret | None = None, careful: Careful | None = None) -> None:
        super().__init__(careful or Careful(self.name), key)
        self._url = url.strip().rstrip("/") + "/"

    def _ask(self, call: Call, text: str) -> object:
        return deep.libretranslate(call, text, self._url, self._key)
