"""What is asked, what comes back, and where it came from."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from articles.net.fetched import Fetched
from articles.net.fetching import Web
from articles.net.kinds import Kind
from articles.net.problems import BadAddress, BadRedirect, Broken, Gone, Offline, Refused, WrongKind
from tests.web.faults import redirect
from tests.web.site import Site, Visit, serving
from tests.web.wires import PUBLIC, Led


def test_a_page_comes_as_it_is(site: Site, web: Web) -> None:
    url = site.page("/noticia", "Olá, até já!".encode("latin-1"), "text/html; charset=ISO-8859-1", ETag='"1"')
    assert web.fetch(url, accept=Kind.PAGE) == Fetched(
        url, "Olá, até já!".encode("latin-1"), "text/html", "iso-8859-1", '"1"'
    )


def test_nothing_of_the_reader_is_told(site: Site, web: Web, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home.parent / ".netrc").write_text("default login eu password segredo\n")
    monkeypatch.setenv("HOME", str(home.parent))
    monkeypatch.setenv("NETRC", str(home.parent / ".netrc"))
    site.page("/a", "um", Set_Cookie="sessao=1; Path=/")
    site.moved("/b", "/a")
    web.fetch(site.url + "/a", accept=Kind.PAGE)
    web.fetch(site.url + "/b#parte", accept=Kind.PAGE)
    assert [visit.path for visit in site.visits] == ["/a", "/b", "/a"]
    for visit in site.visits:
        assert set(visit.headers) == {
            "host",
            "user-agent",
            "accept",
            "accept-language",
            "accept-encoding",
            "connection",
        }
        assert visit.headers["user-agent"].startswith("leitor")


@pytest.mark.parametrize(
    ("asked", "sent"),
    [
        ("/um dois", "/um%20dois"),
        ("/notícia?q=ação&b=a+b", "/not%C3%ADcia?q=a%C3%A7%C3%A3o&b=a+b"),
        ("/a%20b%E9", "/a%20b%E9"),
        ("/100%", "/100%25"),
        ("/a;b=1,2/~ana/(x)'!$&*@:", "/a;b=1,2/~ana/(x)'!$&*@:"),
        ("?q=1", "/?q=1"),
        ("/a|b\\c\"d<e>^`{}[]", "/a%7Cb%5Cc%22d%3Ce%3E%5E%60%7B%7D%5B%5D"),
        ("/a#fim", "/a"),
        ("", "/"),
    ],
)  # fmt: skip
def test_odd_addresses_are_sent_as_a_browser_sends_them(site: Site, web: Web, asked: str, sent: str) -> None:
    site.elsewhere(lambda visit: visit.send("olá"))
    web.fetch(f"  {site.url}{asked}\n", accept=Kind.PAGE)
    assert [visit.path for visit in site.visits] == [sent]


@pytest.mark.parametrize(
    "url",
    [
        "http://exemplo.pt/a\r\nX-Injected: 1",
        "http://exemplo.pt\r\n/a",
        "http://exemplo.pt/a\0",
        "http://exemplo.pt/\u0085a",
        "http://exemplo.pt\\@127.0.0.1/",
        "http://exem plo.pt/",
        "http://exemplo.pt:99999/",
        "http://exemplo.pt:a/",
        "http://exemplo.pt:6667/",
        "http://exemplo.pt:0/",
        "http://eu@exemplo.pt/",
        "http://eu:senha@exemplo.pt/",
        "http://[fe80::1%25eth0]/",
        "http://[::1/",
        "http://a..pt/",
        "http://exemplo%2ept/",
        "http:///a",
        "https://",
        "file:///etc/passwd",
        "ftp://exemplo.pt/",
        "javascript:alert(1)",
        "data:text/html,a",
        "exemplo.pt/a",
        "",
        f"http://{'a' * 64}.pt\u00e9/",
        "http://exemplo.pt/" + "a" * 8_000,
    ],
)  # fmt: skip
def test_an_address_that_is_not_fetched(site: Site, url: str) -> None:
    wire = Led(site, {"exemplo.pt": [PUBLIC]})
    with pytest.raises(BadAddress) as caught:
        Web(wire=wire).fetch(url, accept=Kind.PAGE)
    assert "\n" not in str(caught.value)
    assert "\0" not in str(caught.value)
    assert "senha" not in str(caught.value)
    assert len(str(caught.value)) < 300
    assert not wire.asked
    assert not wire.dialled


def test_a_name_with_accents_is_asked_for_in_ascii(site: Site) -> None:
    site.page("/", "olá")
    wire = Led(site, {"xn--notcias-9ya.pt": [PUBLIC]})
    assert Web(wire=wire).fetch("http://NOTÍCIAS.pt./", accept=Kind.PAGE).url == "http://xn--notcias-9ya.pt/"
    assert site.visits[0].headers["host"] == "xn--notcias-9ya.pt"


def test_nothing_is_fetched_offline(site: Site) -> None:
    web = Web(allow_private=True, offline=True)
    with pytest.raises(Offline, match="offline is set"):
        web.fetch(site.page("/a", "um"), accept=Kind.PAGE)
    assert not site.visits


@pytest.mark.parametrize(
    ("kind", "accept", "taken"),
    [
        ("text/html", Kind.PAGE, True),
        ("TEXT/HTML ; Charset=utf-8", Kind.PAGE, True),
        ("application/xhtml+xml", Kind.PAGE, True),
        ("text/plain", Kind.PAGE, True),
        ("application/pdf", Kind.PAGE, False),
        ("application/octet-stream", Kind.PAGE, False),
        ("video/mp4", Kind.PAGE, False),
        ("application/rss+xml", Kind.FEED, True),
        ("application/vnd.exemplo+xml", Kind.FEED, True),
        ("application/feed+json", Kind.FEED, True),
        ("text/html", Kind.FEED, True),
        ("application/pdf", Kind.FEED, False),
        ("audio/mpeg", Kind.FEED, False),
        ("application/epub+zip", Kind.DOCUMENT, True),
        ("application/pdf", Kind.DOCUMENT, True),
        ("image/svg+xml", Kind.DOCUMENT, False),
        ("nonsense", Kind.PAGE, True),
        ("", Kind.PAGE, True),
    ],
)  # fmt: skip
def test_only_what_was_asked_for_is_taken(site: Site, web: Web, kind: str, accept: Kind, *, taken: bool) -> None:
    url = site.page("/a", "um", kind)
    if taken:
        assert web.fetch(url, accept=accept).data == b"um"
        return
    with pytest.raises(WrongKind, match="and not a"):
        web.fetch(url, accept=accept)


@pytest.mark.parametrize(
    ("kind", "charset"),
    [
        ("text/html; charset=windows-1252", "windows-1252"),
        ("text/html;CHARSET='UTF-8'", "utf-8"),
        ('text/html; x=1; charset="iso-8859-1"', "iso-8859-1"),
        ("text/html; charset=", None),
        ("text/html", None),
        ("text/html; notcharset=x", None),
        ("text/html; charset=\u00e9\u00e9", None),
    ],
)  # fmt: skip
def test_the_charset_of_the_head(site: Site, web: Web, kind: str, charset: str | None) -> None:
    assert web.fetch(site.page("/a", "um", kind), accept=Kind.PAGE).charset == charset


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [
        ((301,), "/1"),
        ((308,), "/1"),
        ((302,), None),
        ((303,), None),
        ((307,), None),
        ((301, 301), "/2"),
        ((301, 302), "/1"),
        ((302, 301), None),
        ((301, 302, 301), "/1"),
    ],
)  # fmt: skip
def test_a_permanent_move_is_told_as_far_as_it_is_permanent(
    site: Site, web: Web, statuses: tuple[int, ...], moved: str | None
) -> None:
    for number, status in enumerate(statuses):
        site.moved(f"/{number}", f"/{number + 1}", status)
    end = site.page(f"/{len(statuses)}", "um")
    found = web.fetch(site.url + "/0", accept=Kind.PAGE)
    assert found.url == end
    assert found.moved_to == (None if moved is None else site.url + moved)


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("b", "/a/b"),
        ("../b", "/b"),
        ("?p=2", "/a/?p=2"),
        ("/notícia".encode().decode("latin-1"), "/not%C3%ADcia"),
        ("/not\u00edcia", "/not%EDcia"),
        ("  /b  ", "/b"),
        ("/b c", "/b%20c"),
        ("/b#fim", "/b"),
    ],
)  # fmt: skip
def test_where_a_redirect_leads(site: Site, web: Web, location: str, path: str) -> None:
    site.elsewhere(lambda visit: redirect(location)(visit) if visit.path == "/a/" else visit.send("olá"))
    assert web.fetch(site.url + "/a/", accept=Kind.PAGE).url == site.url + path


def test_a_redirect_without_a_place_is_an_error(site: Site, web: Web) -> None:
    with pytest.raises(Broken, match="status 302"):
        web.fetch(site.page("/a", "", status=302), accept=Kind.PAGE)


@pytest.mark.parametrize(("header", "asked"), [("ETag", "etag"), ("Last_Modified", "modified")])
def test_what_has_not_changed_is_not_sent_again(site: Site, web: Web, header: str, asked: str) -> None:
    value = {"ETag": 'W/"a b"', "Last_Modified": "Wed, 13 Sep 2023 10:00:00 GMT"}[header]
    url = site.page("/feed", "<rss/>", "application/rss+xml", **{header: value})
    first = web.fetch(url, accept=Kind.FEED)
    again = web.fetch(url, accept=Kind.FEED, **{asked: value})
    assert getattr(first, asked) == getattr(again, asked) == value
    assert not first.not_modified
    assert again == Fetched(url, b"", etag=again.etag, modified=again.modified, not_modified=True)


def test_what_has_moved_and_not_changed_says_both(site: Site, web: Web) -> None:
    site.moved("/velho", "/feed", 301)
    url = site.page("/feed", "<rss/>", "application/rss+xml", ETag='"1"')
    again = web.fetch(site.url + "/velho", accept=Kind.FEED, etag='"1"')
    assert again.not_modified
    assert again.moved_to == url


@pytest.mark.parametrize("bad", ['"1"\r\nX-Injected: 1', '"\u20ac"', "", " ", "a" * 2_000, "\0"])
def test_a_validator_that_cannot_be_sent_is_left_out(site: Site, web: Web, bad: str) -> None:
    url = site.page("/feed", "<rss/>", "application/rss+xml")
    assert web.fetch(url, accept=Kind.FEED, etag=bad, modified=bad).data
    assert "x-injected" not in site.visits[0].headers
    assert not {"if-none-match", "if-modified-since"} - {"if-none-match" if bad == " " else ""} & set(
        site.visits[0].headers
    )


@pytest.mark.parametrize(
    ("status", "kind"),
    [(404, Gone), (410, Gone), (401, Refused), (403, Refused), (451, Refused), (500, Refused), (502, Refused)],
)
def test_an_error_says_its_status(site: Site, web: Web, status: int, kind: type[Refused]) -> None:
    with pytest.raises(kind, match=f"status {status}") as caught:
        web.fetch(site.page("/a", "no", status=status), accept=Kind.PAGE)
    assert caught.value.status == status
    assert caught.value.passing is (status >= 500)


def test_how_far_it_is_is_told(site: Site, web: Web) -> None:
    seen: list[tuple[int, int | None]] = []
    web.fetch(site.page("/a", "x" * 90_000), accept=Kind.PAGE, progress=lambda come, whole: seen.append((come, whole)))
    assert seen[-1] == (90_000, 90_000)


def test_a_network_that_wants_a_login_is_told(site: Site, web: Web) -> None:
    """All addresses lead to one page, with status 200, as in trains and hotels."""
    wire = Led(site, {"exemplo.pt": [PUBLIC], "login.wifi.example": [PUBLIC], "www.exemplo.pt": [PUBLIC]})

    def portal(visit: Visit) -> None:
        if visit.headers["host"] == "exemplo.pt":
            visit.send(b"", 302, Location="http://login.wifi.example/?de=exemplo.pt")
        else:
            visit.send("<html><form>Entrar na rede</form></html>")

    site.elsewhere(portal)
    assert Web(wire=wire).fetch("http://exemplo.pt/a", accept=Kind.PAGE).left_for == "login.wifi.example"
    site.elsewhere(lambda visit: visit.send("a"))
    site.moved("/b", "http://www.exemplo.pt/c")
    assert Web(wire=wire).fetch("http://exemplo.pt/b", accept=Kind.PAGE).left_for is None
    site.moved("/b", "http://login.wifi.example/c", 301)
    found = Web(wire=wire).fetch("http://exemplo.pt/b", accept=Kind.PAGE)
    assert found.left_for is None
    assert found.moved_to == "http://login.wifi.example/c"


def test_a_late_answer_is_never_anothers(site: Site, web: Web) -> None:
    """Each request has a connection of its own; what a server adds to one is read by nobody."""
    one = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\num"

    def generous(visit: Visit) -> None:
        visit.handler.wfile.write(one + one.replace(b"\r\n\r\num", b"\r\n\r\nou"))  # and the connection stays open

    url = site.at("/um", generous)
    assert [web.fetch(url, accept=Kind.PAGE).data for _ in range(3)] == [b"um"] * 3
    assert web.fetch(site.page("/dois", "dois"), accept=Kind.PAGE).data == b"dois"
    assert len({visit.handler.client_address for visit in site.visits}) == 4


def test_many_threads_get_each_its_own(site: Site, web: Web) -> None:
    site.elsewhere(lambda visit: visit.send(visit.path * 500))
    with ThreadPoolExecutor(8) as pool:
        found = pool.map(lambda number: (number, web.fetch(f"{site.url}/{number}", accept=Kind.PAGE).data), range(60))
    assert all(data == f"/{number}".encode() * 500 for number, data in found)
    assert not [each for each in threading.enumerate() if each.name == "fetch-wait"]


def test_ipv6(web: Web) -> None:
    try:
        with serving(address="::1") as site:
            assert web.fetch(site.page("/a", "um"), accept=Kind.PAGE).url == site.url + "/a"
            assert site.visits[0].headers["host"] == site.url.removeprefix("http://")
    except OSError:
        pytest.skip("this machine has no IPv6")


def test_a_secure_page(secure_site: Site, web: Web) -> None:
    url = secure_site.page("/a", "um")
    assert web.fetch(url, accept=Kind.PAGE).data == b"um"
    assert secure_site.visits[0].headers["host"] == url.removeprefix("https://").removesuffix("/a")


def test_from_secure_to_plain_is_not_gone(secure_site: Site, web: Web) -> None:
    with serving() as plain:
        url = secure_site.moved("/a", plain.page("/b", "um"))
        with pytest.raises(BadRedirect, match="where anyone on the way could change it"):
            web.fetch(url, accept=Kind.PAGE)
        assert not plain.visits
        assert web.fetch(plain.moved("/c", secure_site.page("/d", "dois")), accept=Kind.PAGE).data == b"dois"
