"""Lists of feeds, in and out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.cleaning import clean_line
from articles.feeds.model import BadOutline
from articles.feeds.opml import Outline, read_opml, write_opml

_LIST = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>Meus</title></head><body>
<outline text="Mundo"><outline text="Ásia/Leste">
<outline type="rss" text="Um &amp; dois" xmlUrl="https://um.pt/feed?a=1&amp;b=2" htmlUrl="https://um.pt/"
 category="/política/ásia,guerra"/></outline>
<outline type="rss" text="Dois" title="O Dois" xmlUrl="feed://dois.pt/rss"/></outline>
<outline text="Três" XMLURL="HTTP://três.pt/"/>
<outline type="rss" text="Quatro" url="https://quatro.pt/f"/>
<outline text="Outra vez" xmlUrl="https://um.pt/feed?a=1&amp;b=2"/>
<outline type="link" text="nenhum" url="https://quatro.pt/pagina"/>
</body></opml>"""


def test_a_list_with_folders() -> None:
    one, two, three, four = read_opml(_LIST.encode()).feeds
    assert one == Outline(
        "https://um.pt/feed?a=1&b=2", "Um & dois", "https://um.pt/", "Mundo/Ásia∕Leste", ("ásia", "guerra")
    )
    assert (two.url, two.title, two.folder) == ("http://dois.pt/rss", "O Dois", "Mundo")
    assert (three.url, three.folder) == ("HTTP://três.pt/", "")
    assert four.url == "https://quatro.pt/f"


@pytest.mark.parametrize(
    "address",
    [
        "exec:rm -rf /",
        "|curl https://mau.pt/",
        "filter:perl -e 1:https://mau.pt/",
        "query:x:unread",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "$(touch x)",
        "`id`",
        "-o/tmp/x",
        "ftp://mau.pt/",
        "https://mau.pt/\x1b[2J",
        "https:///x",
    ],
)
def test_what_is_no_address_of_the_web_is_left_out_and_never_run(address: str) -> None:
    shown = address.replace("\x1b", "&#27;")
    found = read_opml(f'<opml><body><outline text="x" xmlUrl="{shown}"/></body></opml>'.encode())
    assert found.feeds == ()
    assert len(found.left_out) == 1
    assert clean_line(found.left_out[0]) == found.left_out[0]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"oi", "no OPML"),
        (b"<html></html>", "no OPML"),
        (b'<!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>', "entities"),
        (b"<opml>" + b"<outline text='x' xmlUrl='https://um.pt/%d'/>" * 1 + b"</opml><", ""),
        (b"x" * (16 * 1024 * 1024 + 1), "larger"),
    ],
)
def test_what_is_no_list(data: bytes, said: str) -> None:
    if not said:
        assert len(read_opml(data).feeds) == 1
        return
    with pytest.raises(BadOutline, match=said):
        read_opml(data)


def test_a_list_that_is_broken_gives_what_can_be_read() -> None:
    found = read_opml(_LIST.replace("</outline>", "", 1).encode())
    assert "https://um.pt/feed?a=1&b=2" in [each.url for each in found.feeds]
    assert found.problem


def test_a_list_without_end_of_folders_ends() -> None:
    deep = "<outline text='f'>" * 200 + "<outline xmlUrl='https://um.pt/'/>" + "</outline>" * 200
    (feed,) = read_opml(f"<opml><body>{deep}</body></opml>".encode()).feeds
    assert feed.folder.count("/") == 49


def test_too_many_feeds_are_refused() -> None:
    many = "".join(f"<outline xmlUrl='https://um.pt/{number}'/>" for number in range(20_001))
    with pytest.raises(BadOutline, match="more than 20000 feeds"):
        read_opml(f"<opml><body>{many}</body></opml>".encode())


_lines = st.text(max_size=30).map(clean_line)
_names = _lines.map(lambda text: text.replace("/", "")).filter(bool)
_outlines = st.builds(
    Outline,
    st.integers(0, 10**6).map(
        lambda number: f"https://exemplo.pt/{number}?a=<&b=\"'>".replace("<", "").replace('"', "").replace(">", "")
    ),
    _lines.filter(bool),
    st.none() | st.just("https://exemplo.pt/"),
    st.lists(_names, max_size=3).map("/".join),
    st.lists(
        _lines.map(lambda text: clean_line(text.replace("/", "").replace(",", ""))).filter(bool),
        unique=True,
        max_size=3,
    ).map(tuple),
)


@given(st.lists(_outlines, unique_by=lambda each: each.url, max_size=8))
def test_what_is_written_is_read_again(feeds: list[Outline]) -> None:
    found = read_opml(write_opml(feeds).encode())
    assert sorted(found.feeds, key=lambda each: each.url) == sorted(feeds, key=lambda each: each.url)
    assert (found.left_out, found.problem) == ((), "")
