"""Whatever an address, a head or a body holds: one clean line, or what was there."""

from __future__ import annotations

import contextlib
import gzip
import zlib
from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.cleaning import clean_line
from articles.net import answers
from articles.net.fetched import Fetched
from articles.net.fetching import Web
from articles.net.guarding import is_public, number_of
from articles.net.kinds import Kind
from articles.net.problems import FetchProblem
from articles.net.unpacking import PackedWrong, TooMuch, Unpacker
from articles.net.urls import led_to, target
from tests.web.faults import raw
from tests.web.site import Site

_ODD = st.text(st.sampled_from("aZ09.-_~:/?#[]@!$&'()*+,;=%\\ \t\r\n\0é\u2028\u202e|^`{}<>\"xn--"), max_size=60)
_URLS = st.one_of(
    st.text(max_size=60),
    st.builds("{}://{}{}".format, st.sampled_from(["http", "https", "HTTP", "ftp", ""]), _ODD, _ODD),
    st.builds("http://exemplo.pt/{}".format, _ODD),
)
_BASE = target("https://exemplo.pt/a/b?c")
_T = TypeVar("_T")


def tried(what: Callable[[], _T]) -> _T | None:
    """What it gives; None where it was refused, which has to be in one clean line."""
    try:
        return what()
    except FetchProblem as problem:
        said = str(problem)
    assert said == clean_line(said, 2_000)
    return None


@given(_URLS)
def test_an_address_is_sendable_or_refused_in_a_line(url: str) -> None:
    found = tried(lambda: target(url))
    if found is None:
        return
    assert found.path.startswith("/")
    assert all("\x21" <= sign <= "\x7e" for sign in found.url)
    assert target(found.url) == found


@given(st.text(st.characters(max_codepoint=255), max_size=60) | _ODD)
def test_a_redirect_leads_somewhere_sendable_or_is_refused(location: str) -> None:
    found = tried(lambda: led_to(_BASE, location))
    if found is None:
        return
    assert found.scheme in ("http", "https")
    assert target(found.url) == found


@given(st.text(max_size=30) | st.ip_addresses().map(str) | st.text(st.sampled_from("0123456789abcdefx.:"), max_size=20))
def test_a_host_is_a_number_or_is_not(host: str) -> None:
    number = number_of(host)
    assert number is None or number_of(number) == number
    assert is_public(host) in (True, False)


_HEADERS = st.dictionaries(
    st.sampled_from(["Content-Type", "Content-Length", "Retry-After", "Date", "ETag", "Last-Modified"]),
    st.text(st.characters(max_codepoint=255), max_size=40)
    | st.sampled_from(["Wed, 13 Sep 99999 1:1:1 GMT", "9" * 5_000]),
)


@given(_HEADERS)
def test_the_head_of_an_answer_is_read_whatever_it_says(headers: dict[str, str]) -> None:
    kind, charset = answers.kind_of(headers)
    assert kind.isascii()
    assert charset is None or charset.isascii()
    wait = answers.seconds_to_wait(headers)
    assert wait is None or 0 < wait <= answers.LONGEST_WAIT
    for name in ("ETag", "Last-Modified"):
        tag = answers.tag_of(headers, name)
        assert tag is None or (answers.sendable(tag) == tag and "\n" not in tag and "\r" not in tag)
    tried(lambda: answers.check_size(_BASE, headers, 1_000))


def _unpacked(coding: str, data: bytes, sizes: list[int], most: int = 10_000) -> bytes:
    unpacker = Unpacker(coding, most)
    at = 0
    for size in sizes:
        unpacker.feed(data[at : at + size])
        at += size
    unpacker.feed(data[at:])
    return unpacker.end()


_SIZES = st.lists(st.integers(1, 40), max_size=20)


@given(st.binary(max_size=500), _SIZES, st.integers(1, 20), st.sampled_from(["gzip", "x-gzip", "deflate", "bare", ""]))
def test_what_was_packed_comes_out_however_it_is_cut_up(data: bytes, sizes: list[int], times: int, coding: str) -> None:
    data = data * times
    bare = zlib.compressobj(wbits=-15)
    packed = {"deflate": zlib.compress(data), "bare": bare.compress(data) + bare.flush(), "": data}
    given_ = packed.get(coding, gzip.compress(data, mtime=0))
    assert _unpacked("deflate" if coding == "bare" else coding, given_, sizes) == data


@given(st.binary(min_size=1, max_size=300), _SIZES, st.data())
def test_what_is_cut_short_never_comes_out(data: bytes, sizes: list[int], draw: st.DataObject) -> None:
    packed = gzip.compress(data, mtime=0)
    short = packed[: draw.draw(st.integers(1, len(packed) - 1))]
    with pytest.raises(PackedWrong):
        _unpacked("gzip", short, sizes)


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "br", "gzip, deflate", "\u00e9", ", ,"]), _SIZES)
def test_what_was_never_packed_is_refused_or_read(data: bytes, coding: str, sizes: list[int]) -> None:
    with contextlib.suppress(PackedWrong, TooMuch):
        assert isinstance(_unpacked(coding, data, sizes, most=1_000), bytes)


@given(st.integers(1, 200_000), st.integers(1, 5_000))
def test_the_limit_is_held_to_the_byte(size: int, most: int) -> None:
    packed = gzip.compress(bytes(size), mtime=0)
    if size <= most and len(packed) <= most:
        assert _unpacked("gzip", packed, [], most) == bytes(size)
        return
    with pytest.raises(TooMuch):
        _unpacked("gzip", packed, [], most)


_PIECES = st.sampled_from(
    [
        *(
            b"HTTP/1.1 200 OK\r\n",
            b"HTTP/1.1 ",
            b"302",
            b"\r\n",
            b"\r\n\r\n",
            b"Location: ",
            b"/a",
            b"Content-Length: 3\r\n",
        ),
        *(
            b"Transfer-Encoding: chunked\r\n",
            b"3\r\nabc\r\n",
            b"0\r\n\r\n",
            b"Content-Type: text/html\r\n",
            b"\xff\xfe",
            b": ",
        ),
        *(
            b"Content-Encoding: gzip\r\n",
            b"Connection: keep-alive\r\n",
            b"HTTP/1.0 304\r\n",
            b"-1\r\n",
            b"ffffffffffffffff\r\n",
        ),
    ]
)


@given(st.lists(_PIECES, max_size=12).map(b"".join) | st.binary(max_size=60))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_server_says_ends_well(site: Site, answer: bytes) -> None:
    site.at("/", raw(answer))
    found = tried(lambda: Web(allow_private=True).fetch(site.url + "/", accept=Kind.PAGE))
    if found is None:
        return
    assert isinstance(found, Fetched)
