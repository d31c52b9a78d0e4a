"""Which addresses are allowed, and which of them is this machine."""

from __future__ import annotations

import socket
import threading

import pytest

from reader.translation.choosing.addresses import Destination, address, at_home
from tests.conftest import NetworkAttempts


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://example.org", "https://example.org"),
        (" https://example.org/ ", "https://example.org"),
        ("http://127.0.0.1:5000/v1/", "http://127.0.0.1:5000/v1"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1"),
        ("https://a-b.example.org:8443/x/y_z~1.2", "https://a-b.example.org:8443/x/y_z~1.2"),
    ],
)
def test_an_address_is_kept_without_its_last_slash(given: str, kept: str) -> None:
    assert address(given) == kept


@pytest.mark.parametrize(
    "given",
    [
        5, True, None, "", "example.org", "ftp://example.org", "https://", "https://user:secret@example.org",
        "https://example.org?key=secret", "https://example.org/#x", "https://example.org:0", "https://example.org:65536",
        "http://127.0.0.1\\@example.org", "http://127.0.0.1@example.org", "https://exa mple.org", "https://example.org/\nx",
        "https://example.org\x00", "http://[::1", "https://exämple.org", "https://-x.org", "https://" + "a" * 500,
        "https://example.org/a b", "https://example.org/%2e",
    ],
)  # fmt: skip
def test_what_is_no_plain_address_is_refused_and_not_repeated(given: object) -> None:
    with pytest.raises(ValueError, match="an address such as") as caught:
        address(given)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "given",
    [
        "http://127.0.0.1:5000", "http://127.9.9.9", "http://[::1]:1", "http://[::ffff:127.0.0.1]", "https://127.0.0.1",
        "http://localhost:8080/v1", "HTTP://LOCALHOST",
    ],
)  # fmt: skip
def test_numbers_of_the_loopback_and_localhost_are_this_machine(given: str) -> None:
    assert at_home(given, lookup=False, resolve=lambda _host: ["127.0.0.1", "::1"]) == given


@pytest.mark.parametrize(
    "given",
    ["http://10.0.0.7", "http://0.0.0.0:80", "https://8.8.8.8", "http://[fe80::1]", "http://[::ffff:8.8.8.8]",
     "http://127.0.0.1.example.org", "http://localhost.example.org"],
)  # fmt: skip
def test_all_else_is_another_machine(given: str) -> None:
    assert at_home(given, resolve=lambda _host: ["203.0.113.5"]) is None


def test_a_name_for_this_machine_is_replaced_by_what_it_was_found_to_be() -> None:
    """Else it could lead elsewhere by the time the text is sent."""
    assert at_home("http://llm:8080/v1", resolve=lambda _host: ["127.0.0.1"]) == "http://127.0.0.1:8080/v1"
    assert at_home("http://llm/v1", resolve=lambda _host: ["::1"]) == "http://[::1]:80/v1"
    assert at_home("http://2130706433:81", resolve=lambda _host: ["127.0.0.1"]) == "http://127.0.0.1:81"


@pytest.mark.parametrize("found", [[], ["127.0.0.1", "203.0.113.5"], ["203.0.113.5"], ["nonsense"]])
def test_a_name_that_may_lead_elsewhere_is_another_machine(found: list[str]) -> None:
    assert at_home("http://llm:8080", resolve=lambda _host: found) is None
    assert at_home("http://localhost:8080", resolve=lambda _host: found) is None


def test_a_name_with_https_is_another_machine_since_its_certificate_needs_the_name() -> None:
    assert at_home("https://llm", resolve=lambda _host: ["127.0.0.1"]) is None


def test_no_name_is_looked_up_where_that_may_not_be() -> None:
    def never(host: str) -> list[str]:
        raise AssertionError(host)

    assert at_home("http://llm:8080", lookup=False, resolve=never) is None


def test_the_system_is_asked(network: NetworkAttempts) -> None:
    assert at_home("http://localhost:1") == "http://localhost:1"
    assert at_home("http://llm.example.org") is None
    assert network.take() == ["'llm.example.org'"]


def test_a_name_server_that_does_not_answer_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: over.wait(60) and [])
    monkeypatch.setattr("reader.translation.choosing.addresses._LOOKUP_SECONDS", 0.02)
    assert at_home("http://llm.example.org") is None
    over.set()


def test_a_destination_is_told_shortly_and_kept_whole() -> None:
    there = Destination.of("HTTPS://Translate.Example.org:443/v1")
    assert (there.host, there.shown, there.secure) == ("translate.example.org", "translate.example.org", True)
    assert there.address == "https://translate.example.org/v1"
    plain = Destination.of("http://10.0.0.7:5000")
    assert (plain.host, plain.shown, plain.secure) == ("10.0.0.7", "10.0.0.7:5000", False)
    assert Destination.of("http://[2001:db8::1]:81").host == "2001:db8::1"
    with pytest.raises(ValueError, match="an address"):
        Destination.of("nonsense")
