"""Feeds cut, doubled, flipped and put together at random: items come of them or a problem, and nothing bad is in it."""

from __future__ import annotations

import datetime
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.cleaning import clean
from articles.errors import Problem
from articles.feeds.discovery import feeds_of_page
from articles.feeds.entries import draft_of
from articles.feeds.model import Channel, Wholeness
from articles.feeds.opml import read_opml
from articles.feeds.parsing import read_feed
from tests.articles.feeds.samples import JSON_FEED, RDF, RSS_091, atom, item, rss

_URL = "https://exemplo.pt/feed"
_NOW = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
_WHOLE = (
    rss(item(1, "<dc:creator>Ana</dc:creator><category>a</category>"), item(2), head="<ttl>5</ttl>"),
    rss("<item><description>Texto &amp; mais</description><media:description>f</media:description></item>"),
    atom('<entry xml:base="/b/"><title type="html">&lt;b&gt;</title><content type="xhtml"><p/></content></entry>'),
    RDF,
    RSS_091,
    JSON_FEED,
    '<opml><body><outline text="f"><outline text="a" xmlUrl="https://um.pt/"/></outline></body></opml>',
)
_PIECES = st.sampled_from(
    [
        *(
            b"<",
            b">",
            b"</item>",
            b"<item>",
            b"<title>",
            b"]]>",
            b"<![CDATA[",
            b"&",
            b"&amp;",
            b"&#0;",
            b"&#x1b;",
            b"&nbsp;",
        ),
        *(b"<!--", b"-->", b"<?", b"?>", b"<!DOCTYPE rss [<!ENTITY a 'b'>]>", b"&a;", b"\x00", b"\x1b[2J", b"\xff\xfe"),
        *(
            b'"',
            b"'",
            b" xml:base='http://a'",
            b" xmlns:x='y'",
            b"<x:y>",
            b"{",
            b"}",
            b"[",
            b"]",
            b"\\ud800",
            b"\xe2\x80\xae",
        ),
        *(
            b"<guid>",
            b"</guid>",
            b"<link>file:///etc</link>",
            b"<pubDate>31 Feb</pubDate>",
            b"<content:encoded>",
            b"1e999",
        ),
        *(b"<script>", b"<a href='javascript:x'>", b"</rss>", b"</feed>", b"9" * 30, b"<entry>", b"type='html'"),
    ]
)


@st.composite
def _mutated(draw: st.DrawFn) -> bytes:
    """A whole feed with some of it cut out, doubled, overwritten or put into it."""
    data = draw(st.sampled_from(_WHOLE)).encode(draw(st.sampled_from(["utf-8", "latin-1", "utf-16"])), "replace")
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 60)))
        match draw(st.integers(0, 3)):
            case 0:
                data = data[:start] + data[end:]
            case 1:
                data = data[:end] + data[start:]
            case 2:
                data = data[:start] + draw(_PIECES) + data[start:]
            case _:
                data = data[:start] + draw(st.binary(max_size=8)) + data[end:]
    return data


_bytes = (
    _mutated()
    | st.lists(_PIECES, max_size=30).map(b"".join)
    | st.lists(_PIECES, max_size=30).map(lambda p: b"<rss>" + b"".join(p))
)


def _channel(data: bytes) -> Channel | None:
    try:
        return read_feed(data, _URL, now=_NOW)
    except Problem as problem:
        said = str(problem)
    assert "\n" not in said
    assert clean(said) == said
    return None


@given(_bytes)
@example(b"<rss><channel><item><title>a</title><link>http://[</link></item></channel></rss>")
@example(b"<rss><channel><item><guid>http://[::1</guid></item></channel></rss>")
@example(
    b'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://["><entry><link href="a"/><title/></entry></feed>'
)
def test_any_bytes_are_a_feed_or_a_problem(data: bytes) -> None:
    channel = _channel(data)
    if channel is None:
        return
    assert len({each.guid for each in channel.entries}) == len(channel.entries)
    assert clean(channel.problem) == channel.problem
    for entry in channel.entries:
        draft = draft_of(entry, channel.title or _URL)
        for line in (channel.title, entry.guid, entry.title, entry.byline or "", entry.url or "", *entry.tags):
            assert "\n" not in line
            assert clean(line) == line
        assert entry.url is None or entry.url.lower().startswith(("http://", "https://"))
        if draft is None:
            continue
        article = draft.article
        assert clean(article.body) == article.body == article.body.strip() != ""
        assert article.title == article.title.strip() != ""
        assert all(0 <= each.span.start < each.span.end <= len(article.body) for each in article.markup)
        assert draft.wholeness in (Wholeness.SUMMARY, Wholeness.WHOLE)
        assert article.moment is None or (article.moment.date() == article.published and article.moment.tzinfo)


@given(_bytes)
def test_any_bytes_are_a_list_or_a_problem(data: bytes) -> None:
    try:
        found = read_opml(data)
    except Problem:
        return
    for each in found.feeds:
        assert each.url.lower().startswith(("http://", "https://"))
        for line in (each.title, each.folder, *each.tags):
            assert clean(line) == line
    assert all(clean(each) == each for each in found.left_out)


@given(_bytes)
def test_any_bytes_are_a_page(data: bytes) -> None:
    try:
        found = feeds_of_page(data, _URL)
    except Problem:
        return
    assert all(each.url.startswith("http") and clean(each.title) == each.title for each in found)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(list(json.loads(JSON_FEED)["items"][0])), inner)
    ),
    max_leaves=4,
)


@given(st.lists(_json, max_size=3), _json)
def test_any_json_is_a_feed_or_a_problem(items: list[object], more: object) -> None:
    channel = _channel(
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": more, "items": items}).encode()
    )
    assert channel is None or all(draft_of(each, "x") or True for each in channel.entries)


if __name__ == "__main__":
    pytest.main([__file__, "--hypothesis-profile=fuzz", "-q"])
