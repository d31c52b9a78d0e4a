"""Requests with an end, on connections that are not used again after anything went wrong."""

from __future__ import annotations

import socket
import threading

import pytest

from reader.translation.online.web import Answer, Web
from tests.translation.online import bad
from tests.translation.online.pages import Page, Service, google_page


def ask(web: Web, service: Service, text: str) -> Answer:
    return web.call().get(service.address, params={"q": text})


def write(page: Page, text: str) -> None:
    """An answer as bytes, past the book-keeping of the server."""
    body = f"English of {text}".encode()
    page.handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
    page.handler.wfile.flush()


def test_a_late_answer_is_never_read_as_the_next_one(service: Service) -> None:
    """The server answers each connection's requests in their order, as HTTP wants it, but too late."""
    late: dict[object, list[str]] = {}

    def answer(page: Page) -> None:
        owed = late.setdefault(page.handler, [])
        owed.append(page.text)
        if len(service.pages) == 1:
            return  # nothing yet: it comes with the next request on this connection
        while owed:
            write(page, owed.pop(0))

    service.answer = answer
    web = Web((0.1, 0.1))
    with pytest.raises(OSError, match=r"."):
        ask(web, service, "um")
    web.timeouts = (5.0, 5.0)
    assert ask(web, service, "dois").text == "English of dois"
    assert len(service.connections) == 2


def test_an_answer_given_twice_is_not_taken_for_the_next_one(service: Service) -> None:
    before: dict[object, str] = {}

    def answer(page: Page) -> None:
        one_behind = before.get(page.handler)
        before[page.handler] = page.text
        write(page, one_behind or page.text)
        # From here on this connection is one answer behind.

    service.answer = answer
    web = Web((5.0, 5.0))
    assert ask(web, service, "um").text == "English of um"
    with pytest.raises(OSError, match="the one to a request before"):
        ask(web, service, "dois")
    assert ask(web, service, "dois").text == "English of dois"
    assert len(service.connections) == 2


def test_also_one_that_comes_much_later_is_not(service: Service) -> None:
    service.answer = lambda page: write(page, "um" if len(service.pages) in (1, 4) else page.text)
    web = Web((5.0, 5.0))
    for text in ("um", "dois", "três"):
        assert ask(web, service, text).text == f"English of {text}"
    with pytest.raises(OSError, match="the one to a request before"):
        ask(web, service, "quatro")


def test_the_same_error_twice_is_an_error_twice(service: Service) -> None:
    service.answer = lambda page: page.send("no", 500)
    web = Web((5.0, 5.0))
    assert [ask(web, service, text).status_code for text in ("um", "dois")] == [500, 500]
    assert len(service.connections) == 1


def test_the_same_answer_to_the_same_question_is_fine(service: Service) -> None:
    web = Web((5.0, 5.0))
    assert ask(web, service, "um") == ask(web, service, "um")
    assert len(service.connections) == 1


def test_the_same_english_for_another_text_costs_a_connection_only(service: Service) -> None:
    service.answer = lambda page: page.send(google_page("What is it?"))
    web = Web((5.0, 5.0))
    first = ask(web, service, "O que é?")
    with pytest.raises(OSError, match="before"):
        ask(web, service, "O que é isso?")
    assert ask(web, service, "O que é isso?") == first


def test_a_connection_on_which_anything_failed_is_not_used_again(service: Service) -> None:
    web = Web((1.0, 0.2))
    ask(web, service, "um")
    service.answer = bad.stall_half_way
    with pytest.raises(Exception, match=r"."):
        ask(web, service, "dois")
    service.answer = lambda page: page.send(page.text)
    ask(web, service, "três")
    assert len(service.connections) == 2


def test_a_call_is_for_one_request(service: Service) -> None:
    call = Web().call()
    call.get(service.address, params={"q": "um"})
    with pytest.raises(RuntimeError):
        call.get(service.address, params={"q": "dois"})
    assert len(service.pages) == 1


def test_a_call_called_off_before_it_connects_does_not_connect(service: Service) -> None:
    web = Web((5.0, 5.0))
    call = web.call()
    call.expire()
    with pytest.raises(OSError, match=r"."):
        call.get(service.address, params={"q": "um"})
    assert service.pages == []


def test_a_name_server_that_does_not_answer_is_not_waited_for(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: service.over.wait() and [])
    with pytest.raises(OSError, match="the name server does not answer"):
        Web((0.05, 5.0)).call().get("http://translate.example/m", params={"q": "um"})


def test_the_next_address_of_a_host_is_tried_where_the_first_takes_nothing(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        there = "127.0.0.1", service.server.server_port
        found = [(socket.AF_INET, socket.SOCK_STREAM, 0, "", each) for each in (taken.getsockname(), there)]
        monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: found)
        answer = Web((5.0, 5.0)).call().get("http://translate.example/m", params={"q": "um"})
    assert "English of um" in answer.text
    assert service.pages[0].headers["host"] == "translate.example"


def test_a_proxy_of_the_environment_is_asked_for_others_and_never_for_this_machine(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{service.server.server_port}")
    web = Web((5.0, 5.0))
    web.call().get("http://translate.example/m", params={"q": "um"})
    web.call().get(f"http://localhost:{service.server.server_port}/m", params={"q": "dois"})
    assert [page.handler.path for page in service.pages] == ["http://translate.example/m?q=um", "/m?q=dois"]
    assert len(service.connections) == 2


def test_no_cookie_is_kept_and_no_password_sent(
    service: Service, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    from pathlib import Path

    netrc = Path(str(tmp_path)) / "netrc"
    netrc.write_text("machine 127.0.0.1 login reader password secret\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    service.answer = lambda page: page.send(page.text, Set_Cookie="who=me")
    web = Web((5.0, 5.0))
    ask(web, service, "um")
    web.call().get(service.address, params={"q": "dois"}, headers={"Authorization": "Bearer mine"})
    first, second = service.pages
    assert "authorization" not in first.headers
    assert second.headers["authorization"] == "Bearer mine"
    assert "cookie" not in second.headers


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("text/plain", "é".encode()),
        ("text/plain; charset=ISO-8859-1", "é".encode("latin-1")),
        ('text/plain; charset="utf-8"', "é".encode()),
        ("text/plain; charset=klingon", "é".encode()),
    ],
)
def test_text_is_read_as_its_kind_says_and_else_as_utf_8(service: Service, kind: str, data: bytes) -> None:
    service.answer = lambda page: page.send(data, kind=kind)
    assert ask(Web((5.0, 5.0)), service, "um").text == "é"


def test_threads_have_connections_of_their_own(service: Service) -> None:
    together = threading.Barrier(3)

    def answer(page: Page) -> None:
        together.wait(30)
        page.send(page.text)

    service.answer = answer
    web = Web((60.0, 60.0))
    said: list[str] = []
    threads = [
        threading.Thread(target=lambda text=text: said.append(ask(web, service, text).text))
        for text in ("um", "dois", "três")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["dois", "três", "um"]
    assert len(service.connections) == 3
