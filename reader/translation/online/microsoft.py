"""Microsoft's translator, with a key."""

from __future__ import annotations

from reader.translation.choosing.keys import Secret
from reader.translation.online import deep
from reader.translation.online.careful import Careful, CarefulEngine
from reader.translation.online.web import Call

REVISION = 1
"""Raise it when what is stored should be refined anew."""


class MicrosoftEngine(CarefulEngine):
    """Refines by Microsoft. Every sentence leaves this machine.

    Args:
        key: The subscription's.
        region: The subscription's, where it has one: "westeurope"; "" or None for none.
        endpoint: Another address in place of Microsoft's, for tests.
        careful: Makes the requests; one with the usual limits by default.
    """

    name = "microsoft"
    version = str(REVISION)

    def __init__(
        self, key: Secret, region: str | None = None, endpoint: str | None = None, careful: Careful | None = None
    ) -> None:
        super().__init__(careful or Careful(self.name), key)
        self._subscription = key
        self._region = region or None
        self._endpoint = endpoint

    def _ask(self, call: Call, text: str) -> object:
        return deep.microsoft(call, text, self._subscription, self._region, self._endpoint)
