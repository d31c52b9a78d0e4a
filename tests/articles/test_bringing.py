"""From an address to the article there."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from articles.bringing import ThisIsAFeed, fetch_article, is_address
from articles.errors import NotAnArticle
from articles.net.fetching import Web
from articles.net.problems import Offline, WrongKind
from tests.articles.html.test_reading import PAGE
from tests.web.site import Site

RSS = '<?xml version="1.0"?>\n<!-- feito à mão -->\n<rss version="2.0"><channel><title>x</title></channel></rss>'


@pytest.fixture
def web(no_proxies: None) -> Web:
    """Fetches from loopback."""
    return Web(allow_private=True)


def test_a_page_becomes_an_article_and_what_the_reader_knows_beats_it(web: Web, site: Site) -> None:
    site.page("/ponte?utm_source=x", PAGE)
    found = fetch_article(f"{site.url}/ponte?utm_source=x", web)
    assert found.title == "Ponte reabre em março"
    assert found.body.startswith("A ponte sobre")
    assert found.url is not None
    assert found.url.startswith(site.url)
    day = datetime.date(2024, 3, 1)
    known = fetch_article(f"{site.url}/ponte?utm_source=x", web, title="A \x1b[31mponte", published=day, tags=("obra",))
    assert (known.title, known.published, known.tags[0]) == ("A \ufffdponte", day, "obra")
    assert known.id == found.id


def test_a_page_that_does_not_say_its_kind_is_one_all_the_same(web: Web, site: Site) -> None:
    site.page("/a", PAGE, kind=None)
    assert fetch_article(f"{site.url}/a", web).title == "Ponte reabre em março"


def test_a_text_becomes_an_article_with_its_address(web: Web, site: Site) -> None:
    site.page("/nota.txt", "A ponte reabre\n\nA ponte sobre o rio reabre em março.", kind="text/plain; charset=utf-8")
    found = fetch_article(f"{site.url}/nota.txt", web, byline="Ana")
    assert (found.title, found.byline, found.url) == ("A ponte reabre", "Ana", f"{site.url}/nota.txt")


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("application/rss+xml", RSS),
        ("application/xml", RSS),
        ("text/html", RSS),
        ("application/octet-stream", '{"version": "https://jsonfeed.org/version/1.1", "items": []}'),
        ("application/feed+json", "{}"),
        ("text/xml", '<feed xmlns="http://www.w3.org/2005/Atom"></feed>'),
    ],
)
def test_a_feed_is_said_to_be_one(web: Web, site: Site, kind: str, data: str) -> None:
    site.page("/f", data, kind=kind)
    with pytest.raises(ThisIsAFeed, match="reader feeds add http"):
        fetch_article(f"{site.url}/f", web)


def test_what_is_none_of_these_is_told(web: Web, site: Site) -> None:
    site.page("/p", b"\x89PNG\r\n", kind="image/png")
    site.page("/leer", "<html><body></body></html>")
    with pytest.raises(WrongKind):
        fetch_article(f"{site.url}/p", web)
    with pytest.raises(NotAnArticle):
        fetch_article(f"{site.url}/leer", web)
    with pytest.raises(Offline):
        fetch_article(f"{site.url}/p", Web(offline=True))


def test_the_scheme_need_not_be_said(web: Web, site: Site) -> None:
    site.page("/t", "Título\n\nUm texto em português, para ser lido com calma.\n", kind="text/plain")
    assert fetch_article(f"{site.url.removeprefix('http://')}/t", web).title == "Título"


def test_a_file_of_that_name_is_no_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert is_address("exemplo.pt/noticia")
    (tmp_path / "exemplo.pt").mkdir()
    (tmp_path / "exemplo.pt" / "noticia").write_text("texto")
    assert not is_address("exemplo.pt/noticia")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://example.org/a", True),
        (" HTTP://example.org ", True),
        ("example.org", False),
        ("example.org/a", True),
        (" www.example.org", True),
        ("127.0.0.1:8000/a", True),
        ("notas/artigo.md", False),
        ("articles/bringing.py", False),
        ("https://example.org/a b", False),
        ("https://", False),
        ("ftp://example.org/a", False),
        ("./https:", False),
    ],
)
def test_what_an_address_is(text: str, is_one: bool) -> None:
    assert is_address(text) is is_one
