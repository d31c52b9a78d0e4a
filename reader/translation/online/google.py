"""Google's translation page, without a key."""

from __future__ import annotations

import re

from reader.translation.online import deep
from reader.translation.online.careful import Careful, CarefulEngine
from reader.translation.online.faults import CutShortError
from reader.translation.online.web import Call

REVISION = 1
"""Raise it when what is stored should be refined anew."""

_BEGIN = re.compile(r'class="(?:t0|result-container)"[^>]*>')


class GoogleEngine(CarefulEngine):
    """Refines by Google. Every sentence leaves this machine.

    Args:
        endpoint: Another address in place of Google's, for tests.
        careful: Makes the requests; one with the usual limits by default.
    """

    name = "google"
    version = str(REVISION)

    def __init__(self, endpoint: str | None = None, careful: Careful | None = None) -> None:
        super().__init__(careful or Careful(self.name, keyed=False))
        self._endpoint = endpoint

    def _ask(self, call: Call, text: str) -> object:
        said = deep.google(call, text, self._endpoint)
        page = call.answer.text if call.answer is not None else ""
        begun = _BEGIN.search(page)
        if begun and "</div>" not in page[begun.end() :]:  # half a page is still a page to the package
            raise CutShortError
        return said
