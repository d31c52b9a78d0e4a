"""The guards of conftest.py hold: no network, a home of its own, a folder that may be missing."""

from __future__ import annotations

import asyncio
import errno
import os
import socket
import threading
from pathlib import Path

import pytest

from tests.conftest import NetworkAttempts

OUTSIDE = ("192.0.2.1", 80)  # set aside for documentation: it belongs to nobody


def test_a_connection_outside_is_refused_and_noted(network: NetworkAttempts) -> None:
    with socket.socket() as sock:
        with pytest.raises(OSError, match="no network") as caught:
            sock.connect(OUTSIDE)
        assert sock.connect_ex(OUTSIDE) == errno.ENETUNREACH
    assert caught.value.errno == errno.ENETUNREACH
    assert network.take() == [repr(OUTSIDE)] * 2


def test_names_are_not_looked_up(network: NetworkAttempts) -> None:
    with pytest.raises(socket.gaierror):
        socket.create_connection(("reader.invalid", 443))
    assert network.take() == ["'reader.invalid'"]


def test_datagrams_stay_here(network: NetworkAttempts) -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as sock, pytest.raises(OSError, match="no network"):
        sock.sendto(b"x", OUTSIDE)
    assert network.take() == [repr(OUTSIDE)]


async def test_asyncio_is_guarded_too(network: NetworkAttempts) -> None:
    with pytest.raises(OSError, match="no network"):
        await asyncio.open_connection(*OUTSIDE)
    assert network.take()


def test_the_loopback_is_open() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(("localhost", server.getsockname()[1])) as client,
    ):
        accepted, _ = server.accept()
        with accepted:
            client.sendall(b"bom dia")
            assert accepted.recv(7) == b"bom dia"


def test_an_attempt_that_is_swallowed_fails_the_test(pytester: pytest.Pytester, root: Path) -> None:
    pytester.makeconftest((root / "tests" / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(
        """
        import contextlib, socket, threading

        def reach():
            with contextlib.suppress(OSError), socket.socket() as sock:
                sock.connect(("192.0.2.1", 80))

        def test_swallows():
            reach()

        def test_swallows_in_a_thread():
            thread = threading.Thread(target=reach)
            thread.start()
            thread.join()

        def test_good():
            pass
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=3, errors=2)
    result.stdout.fnmatch_lines(["*the test tried to reach the network: ('192.0.2.1', 80)*"])


def test_the_home_is_new_and_below_the_temporary_folder(home: Path, tmp_path: Path) -> None:
    assert os.environ["READER_HOME"] == str(home)
    assert home.is_relative_to(tmp_path)
    assert not home.exists()


def test_threads_see_the_home_too(home: Path) -> None:
    seen: list[str] = []
    thread = threading.Thread(target=lambda: seen.append(os.environ["READER_HOME"]))
    thread.start()
    thread.join()
    assert seen == [str(home)]


def test_shared_lies_beside_the_checkout(shared: Path, root: Path) -> None:
    assert shared == root.parent / "shared"
