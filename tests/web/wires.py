"""Names and public addresses that all lead to one site on loopback, so that tests can speak of the net outside."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from articles.net.reaching import Wire
from tests.web.site import Site

PUBLIC = "93.184.215.14"
"""An address that is as public as any; nothing is ever sent there."""


class Led(Wire):
    """A net with one machine in it.

    Args:
        site: Where everything ends up.
        names: The addresses of each name; where there are several lists, one after the other is given. Any other name
            has none.

    Attributes:
        asked: The names that were looked up.
        dialled: The addresses that were connected to.
    """

    def __init__(self, site: Site, names: dict[str, Sequence[str] | Sequence[Sequence[str]]] | None = None) -> None:
        self._port = urlsplit(site.url).port or 0
        self._names = names or {}
        self._turns: dict[str, int] = {}
        self.asked: list[str] = []
        self.dialled: list[str] = []

    def resolve(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        if host not in self._names:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        given = self._names[host]
        if given and not isinstance(given[0], str):
            turn = self._turns.get(host, 0)
            self._turns[host] = turn + 1
            given = given[min(turn, len(given) - 1)]
        return [str(each) for each in given]

    def dial(self, address: str, port: int, seconds: float, hold: Callable[[socket.socket], None]) -> socket.socket:
        self.dialled.append(address)
        return super().dial("127.0.0.1", self._port, seconds, hold)
