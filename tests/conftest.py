"""What every test shares: a home of its own, no network but the loopback, the shared inputs."""

from __future__ import annotations

import errno
import ipaddress
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from reader import i18n

pytest_plugins = ["pytester", "tests.web.fixtures"]  # pytester is for the tests of the guards below

ROOT = Path(__file__).resolve().parent.parent

# The quick tests try the same examples on every run and have no stopwatch, so none fails by chance or by a
# busy machine; `make fuzz` takes the other profile.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.register_profile("fuzz", deadline=None, max_examples=5_000)
settings.load_profile("steady")

# What a person's own shell may say and a test must not hear.
_UNHEARD = (
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR",
    "COLUMNS",
    "LINES",
    "READER_HOME",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
)
_NOWHERE = "http://127.0.0.1:9"  # the discard port: nothing answers
_PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
_LOOPBACK_NAMES = frozenset({"localhost", "localhost.localdomain", "ip6-localhost", ""})


class NetworkAttempts:
    """The addresses outside this machine that a test tried to reach; not empty at its end, the test fails."""

    def __init__(self) -> None:
        self._seen: list[str] = []
        self._lock = threading.Lock()

    def refuse(self, address: object) -> OSError:
        """Note the attempt and give the error to raise: the one of a machine without a network."""
        with self._lock:
            self._seen.append(repr(address))
        return OSError(errno.ENETUNREACH, f"the tests have no network: {address!r}")

    def take(self) -> list[str]:
        """What was tried since the last call; a test that means to trip the guard calls this."""
        with self._lock:
            seen, self._seen = self._seen, []
        return seen


def _is_here(family: int, address: object) -> bool:
    """Whether a socket address lies on this machine."""
    if family not in (socket.AF_INET, socket.AF_INET6):
        return True  # a pipe between processes
    return isinstance(address, tuple) and _is_loopback(address[0])


def _is_loopback(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host is None or host in _LOOPBACK_NAMES:
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[NetworkAttempts]:
    """Keep every test off the network. Threads are watched too; their attempts fail the test at its end.

    A subprocess is out of this guard's reach: it inherits proxies that nobody answers.
    """
    attempts = NetworkAttempts()
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    sendto, getaddrinfo = socket.socket.sendto, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if not _is_here(self.family, address):
            raise attempts.refuse(address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        if not _is_here(self.family, address):
            attempts.refuse(address)
            return errno.ENETUNREACH
        return connect_ex(self, address)

    def guarded_sendto(self: socket.socket, data: Any, *rest: Any) -> int:
        if not _is_here(self.family, rest[-1]):
            raise attempts.refuse(rest[-1])
        return sendto(self, data, *rest)

    def guarded_getaddrinfo(host: Any, *rest: Any, **more: Any) -> Any:
        if not _is_loopback(host):
            attempts.refuse(host)
            raise socket.gaierror(socket.EAI_AGAIN, f"the tests have no network: {host!r}")
        return getaddrinfo(host, *rest, **more)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket.socket, "sendto", guarded_sendto)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_getaddrinfo)
    for name in _PROXIES:
        monkeypatch.setenv(name, _NOWHERE)
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.setenv(name, "localhost,127.0.0.1,::1")
    yield attempts
    tried = attempts.take()
    if tried:
        pytest.fail(f"the test tried to reach the network: {', '.join(tried)}")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new, not yet existing ``READER_HOME`` for every test, so that none touches the reader's own files."""
    for name in _UNHEARD:
        monkeypatch.delenv(name, raising=False)
    place = tmp_path / "home"
    monkeypatch.setenv("READER_HOME", str(place))
    monkeypatch.setenv("LANG", "C.UTF-8")
    return place


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """The interface speaks English again after a test that had it speak otherwise: its language is the process's."""
    yield
    if i18n.language() != i18n.SOURCE:
        i18n.activate(i18n.SOURCE)


@pytest.fixture
def root() -> Path:
    """The root of the checkout."""
    return ROOT


@pytest.fixture
def shared() -> Path:
    """The folder ``shared`` beside the checkout; the test is skipped where there is none."""
    place = ROOT.parent / "shared"
    if not place.is_dir():
        pytest.skip("no folder 'shared' beside the checkout: it holds the inputs of this test")
    return place


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """A long text is not its own name: ids of thousands of characters would fill the log.

    Nor are packed bytes: gzip's hold the time of day, and two workers must give a test the same name.
    """
    if isinstance(val, bytes) and val.startswith((b"\x1f\x8b", b"PK\x03\x04")):
        return f"packed {argname}"
    if isinstance(val, str | bytes) and len(val) > 40:
        return f"{argname}:{val[:20]!r}+{len(val) - 20}"
    return None
