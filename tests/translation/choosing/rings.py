"""A keyring in memory, as the package `keyring` has one."""

from __future__ import annotations

import threading


class MemoryRing:
    """Keeps keys, and counts how often it is asked."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.asked = 0

    def get_password(self, service: str, name: str) -> str | None:
        self.asked += 1
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, password: str) -> None:
        self.kept[service, name] = password

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


class StuckRing(MemoryRing):
    """Waits for somebody to unlock it, until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.over = threading.Event()

    def get_password(self, service: str, name: str) -> str | None:
        self.over.wait(60)
        return None


class TellingRing(MemoryRing):
    """Fails, and tells the key in its error, as none should."""

    def set_password(self, service: str, name: str, password: str) -> None:
        raise RuntimeError(f"could not store {password}")

    def get_password(self, service: str, name: str) -> str | None:
        raise RuntimeError(f"could not read {name}")
