"""Feeds of every kind, as they should be and with the liberties that sites take."""

from __future__ import annotations

import datetime

import pytest

from articles.feeds.model import Channel, Entry, NotAFeed
from articles.feeds.parsing import LARGEST_FEED, read_feed
from tests.articles.feeds.samples import JSON_FEED, NAMESPACES, RDF, RSS_091, atom, item, rss

_URL = "https://exemplo.pt/feed.xml"
_SEPTEMBER = datetime.datetime(2023, 9, 13, 22, 10, tzinfo=datetime.timezone(datetime.timedelta(hours=-3)))


def _read(feed: str | bytes, **more: int) -> Channel:
    return read_feed(feed.encode() if isinstance(feed, str) else feed, _URL, **more)


def _only(feed: str | bytes) -> Entry:
    (entry,) = _read(feed).entries
    return entry


def test_rss_2() -> None:
    channel = _read(rss(item(1, "<dc:creator>Ana Sá</dc:creator><category>mundo</category>")))
    assert (channel.title, channel.site, channel.problem) == ("Diário do Teste", "https://exemplo.pt/", "")
    (entry,) = channel.entries
    assert (entry.guid, entry.title, entry.url, entry.byline) == ("n1", "Notícia 1", "https://exemplo.pt/1", "Ana Sá")
    assert (entry.day, entry.moment, entry.tags) == (datetime.date(2023, 9, 13), _SEPTEMBER, ("mundo",))
    assert entry.moment is not None
    assert entry.moment.utcoffset() == datetime.timedelta(hours=-3)
    assert entry.content is not None
    assert entry.content.text.startswith("<p>O governo")


def test_rss_1() -> None:
    channel = _read(RDF)
    assert channel.title == "Antigo"
    (entry,) = channel.entries
    assert (entry.title, entry.url, entry.byline) == ("Uma", "https://exemplo.pt/a", "Rui Melo")
    assert entry.day == datetime.date(2004, 3, 5)


def test_rss_091_with_its_document_type() -> None:
    entry = _only(RSS_091)
    assert (entry.title, entry.guid, entry.day) == ("Nota", "https://exemplo.pt/nota", None)
    assert entry.summary is not None


def test_atom() -> None:
    entry = _only(
        atom(
            '<entry xml:base="c/"><id>urn:1</id><title type="html">A &amp;lt;b&amp;gt; &lt;i&gt;C&lt;/i&gt;</title>'
            '<link rel="enclosure" href="a.mp3"/><link href="d.html"/><author><name>Zé</name></author>'
            "<published>2023-09-13T22:10:00-03:00</published><updated>2024-01-01T00:00:00Z</updated>"
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Olá</p></div></content>'
            "</entry>",
            attributes='xml:base="/b/" xml:lang="pt-PT"',
        )
    )
    assert (entry.guid, entry.title, entry.url) == ("urn:1", "A <b> C", "https://exemplo.pt/b/c/d.html")
    assert (entry.moment, entry.byline, entry.language) == (_SEPTEMBER, "Zé", "pt-PT")
    assert entry.content is not None
    assert (entry.content.html, entry.content.base) == (True, "https://exemplo.pt/b/c/")


def test_a_text_of_atom_is_no_html() -> None:
    entry = _only(atom("<entry><id>1</id><title>a &lt;b> c</title><summary>1 &lt;b> 2</summary></entry>"))
    assert entry.title == "a <b> c"
    assert entry.summary is not None
    assert (entry.summary.text, entry.summary.html) == ("1 <b> 2", False)


def test_json_feed() -> None:
    first, second = _read(JSON_FEED).entries
    assert (first.guid, first.url, first.byline) == ("17", "https://exemplo.pt/dezassete", "Ana Sá, Rui")
    assert (first.moment, first.tags, first.language) == (_SEPTEMBER, ("mundo", "3"), "pt-PT")
    assert first.content is not None
    assert first.content.html
    assert (second.url, second.byline) == ("https://outro.pt/b", "A redação")
    assert second.content is not None
    assert not second.content.html


@pytest.mark.parametrize(
    ("inside", "title"),
    [
        ("<title>A &lt;b&gt;grande&lt;/b&gt; &amp;amp; pequena</title>", "A grande & pequena"),
        ("<title><![CDATA[Um<br/>dois &eacute;]]></title>", "Um dois é"),
        ("<title>5 &lt; 6 e 7 > 3</title>", "5 < 6 e 7 > 3"),
        ("<title>R&amp;D na AT&T</title>", "R&D na AT&T"),
        ("<title>a&nbsp;b &eacute; &#233; &#147;c&#148; &bogus;</title>", "a b é é “c” &bogus;"),
        ("<title>a\x1b[31mb &#27;[2Jc</title>", "a�[31mb �[2Jc"),
        ("<title>  \n </title><description>Texto.</description>", ""),
        ("<media:title>da foto</media:title><title>Certo</title><media:title>da foto</media:title>", "Certo"),
    ],
)
def test_titles(inside: str, title: str) -> None:
    assert _only(rss(f"<item>{inside}<link>https://exemplo.pt/t</link></item>")).title == title


@pytest.mark.parametrize(
    ("inside", "guid", "url"),
    [
        ("<guid>https://exemplo.pt/p</guid>", "https://exemplo.pt/p", "https://exemplo.pt/p"),
        ('<guid isPermaLink="false">x9</guid><link>/l?a=1&amp;b=2</link>', "x9", "https://exemplo.pt/l?a=1&b=2"),
        ('<guid isPermaLink="false">https://exemplo.pt/no</guid>', "https://exemplo.pt/no", None),
        ("<link>https://exemplo.pt/l</link>", "https://exemplo.pt/l", "https://exemplo.pt/l"),
        ("<link>javascript:alert(1)</link><guid>g</guid>", "g", None),
        ("<link>file:///etc/passwd</link><guid>g</guid>", "g", None),
        ('<guid>g</guid><enclosure url="https://exemplo.pt/a.mp3" type="audio/mpeg" length="1"/>', "g", None),
    ],
)
def test_what_names_an_item_and_where_it_leads(inside: str, guid: str, url: str | None) -> None:
    entry = _only(rss(f"<item><title>T</title>{inside}</item>"))
    assert (entry.guid, entry.url) == (guid, url)


def test_an_item_without_anything_is_named_by_its_words() -> None:
    first, second = _read(rss("<item><title>A</title></item><item><title>B</title></item>")).entries
    assert first.guid.startswith("sha256:")
    assert first.guid != second.guid
    assert _read(rss("<item><title>B</title></item>")).entries[0].guid == second.guid


def test_items_twice_and_items_of_one_name() -> None:
    one = "<item><guid>g</guid><title>A</title><link>https://exemplo.pt/{}</link></item>"
    entries = _read(rss(one.format(1), one.format(1), one.format(2))).entries
    assert [each.guid for each in entries] == ["g", "https://exemplo.pt/2"]


def test_the_description_of_a_picture_is_not_the_summary() -> None:
    about = "<media:content url='f.jpg'><media:description>A foto.</media:description></media:content>"
    entry = _only(rss(f"<item><title>T</title><description>O resumo.</description>{about}</item>"))
    assert entry.summary is not None
    assert entry.summary.text == "O resumo."
    alone = _only(rss(f"<item><title>T</title>{about}</item>"))
    assert alone.summary is not None
    assert alone.summary.text == "A foto."


def test_a_mail_address_is_no_byline() -> None:
    assert _only(rss("<item><title>T</title><author>a@exemplo.pt (Bia Luz)</author></item>")).byline == "Bia Luz"
    assert _only(rss("<item><title>T</title><author>a@exemplo.pt</author></item>")).byline is None


def test_dates_that_cannot_be_are_none() -> None:
    now = datetime.datetime(2023, 9, 14, tzinfo=datetime.UTC)
    dates = [
        "Thu, 14 Sep 2023 10:00:00 GMT",
        "Thu, 14 Sep 2028 10:00:00 GMT",
        "31 Feb 2023",
        "Thu, 01 Jan 1970 00:00:00 GMT",
    ]
    channel = read_feed(rss(*(item(number, date=each) for number, each in enumerate(dates))).encode(), _URL, now=now)
    assert [each.day for each in channel.entries] == [datetime.date(2023, 9, 14), None, None, None]


@pytest.mark.parametrize(
    ("head", "minutes"),
    [
        ("<ttl>60</ttl>", 60),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 30),
        ("<ttl>10</ttl><sy:updatePeriod>daily</sy:updatePeriod>", 24 * 60),
        ("<ttl>99999999999</ttl>", None),
        ("<ttl>999999</ttl>", 7 * 24 * 60),
        ("<ttl>-5</ttl><sy:updateFrequency>0</sy:updateFrequency>", None),
        ("", None),
    ],
)
def test_how_long_it_wants_to_be_left_alone(head: str, minutes: int | None) -> None:
    assert _read(rss(head=head)).pause == (datetime.timedelta(minutes=minutes) if minutes else None)


_DECLARED = '<?xml version="1.0" encoding="{}"?><rss version="2.0"><channel><title>Ação</title></channel></rss>'


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("utf-8", "latin-1"),
        ("us-ascii", "utf-8"),
        ("iso-8859-1", "latin-1"),
        ("windows-1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("utf-8", "utf-16-le"),
        ("iso-8859-15", "iso-8859-15"),
        ("no-such-code", "utf-8"),
        ("no-such-code", "latin-1"),
        ("cp1252", "utf-8-sig"),
    ],
)
def test_the_encoding_is_what_it_is_not_what_it_claims(declared: str, real: str) -> None:
    assert _read(_DECLARED.format(declared).encode(real)).title == "Ação"


def test_the_servers_word_counts_where_the_file_has_none() -> None:
    data = "<rss><channel><title>Москва</title></channel></rss>".encode("koi8-r")
    assert read_feed(data, _URL, "koi8-r").title == "Москва"


@pytest.mark.parametrize(
    "feed",
    [
        "\n\n" + rss(item()),
        "<br />\n<b>Warning</b>: something in line 3\n" + rss(item()),
        rss(item(), attributes=""),
        rss(item()).replace("rss>", "rss>\n<!-- 0.3 s -->\n"),
        rss(item()) + "rubbish behind it &",
        rss(item(), "<desconhecido:x>1</desconhecido:x>"),
        rss(item(), "<item/>"),
        rss(item(), head="<description>M & N &nbsp; &amp;</description>"),
    ],
)
def test_what_is_put_right_without_a_word(feed: str) -> None:
    channel = _read(feed)
    assert [each.guid for each in channel.entries] == ["n1"]
    assert channel.entries[0].content is not None
    assert channel.problem == ""


def test_of_a_broken_feed_what_can_be_read_is_kept_and_said() -> None:
    channel = _read(rss(item(1), "<item><title>x</item>", item(2)))
    assert "n1" in [each.guid for each in channel.entries]
    assert channel.problem.startswith("its XML is wrong (line")


def test_of_a_feed_cut_short_no_half_item_is_kept() -> None:
    whole = rss(item(1), item(2), item(3))
    for end in range(whole.index("n3"), whole.index("</item></channel>"), 40):
        channel = _read(whole[:end])
        assert [each.guid for each in channel.entries] == ["n1", "n2"]
        assert channel.problem == "it ends in the middle"


def test_of_very_many_items_the_newest_are_taken() -> None:
    days = [item(number, date=f"2023-09-{number:02} 10:00 GMT") for number in range(1, 21)]
    channel = _read(rss(*days), most=3)
    assert [each.guid for each in channel.entries] == ["n20", "n19", "n18"]
    assert channel.left_out == 17
    undated = _read(rss(*(item(number, date="") for number in range(1, 21))), most=3)
    assert [each.guid for each in undated.entries] == ["n1", "n2", "n3"]


def test_a_hundred_thousand_items_are_not_all_looked_at() -> None:
    channel = _read(rss("<item><title>a</title></item>" * 20_000))
    assert channel.left_out == 15_000


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it is empty"),
        (b" \n ", "it is empty"),
        (b"<!DOCTYPE html><html><head><script>a[1]</script></head></html>", "this is a web page, not a feed"),
        (b"<HTML><body>", "this is a web page, not a feed"),
        (b"<svg/>", "this is no feed"),
        (b"oi", "this is no feed"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "this looks like a PNG picture, not text"),
        (b"{}", "this is JSON, but no feed"),
        (b'{"items": 3}', "this is JSON, but no feed"),
        (b'{"items": []}', "this is JSON, but no feed"),
        (b"{" * 5, "its JSON cannot be read"),
        (b'{"a":' * 100_000, "its JSON cannot be read"),
        (b"<rss><channel>" + b"<" * 1000, "it ends in the middle"),
        (b"x" * (LARGEST_FEED + 1), "it is larger than 10 MB"),
    ],
)
def test_what_is_no_feed(data: bytes, said: str) -> None:
    with pytest.raises(NotAFeed) as problem:
        _read(data)
    assert problem.value.message == said


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss SYSTEM "a>b" [<!ENTITY % a SYSTEM "http://exemplo.pt/x"> %a;]>',
        '<!doctype rss [<!-- <rss> --><!ENTITY b "x">]>',
        '<!DOCTYPE rss [<!ATTLIST rss x CDATA "y">]>',
    ],
)
def test_a_feed_with_entities_of_its_own_is_refused(declaration: str) -> None:
    feed = rss("<item><title>a&b;</title></item>").partition("?>")[2]
    with pytest.raises(NotAFeed, match="entities"):
        _read(declaration + feed)


def test_a_document_type_in_the_middle_is_nothing() -> None:
    feed = rss("<item><title>a &x; b</title></item>", head='<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
    channel = _read(feed)
    assert "root:" not in repr(channel)


def test_what_looks_like_a_file_or_an_address_is_not_opened() -> None:
    for name in (b"/etc/passwd", b"file:///etc/passwd", b"http://127.0.0.1:9/"):
        with pytest.raises(NotAFeed):
            _read(name)


def test_more_prefixes_than_can_be_declared_is_no_feed() -> None:
    many = "".join(f"<p{number}:x/>" for number in range(500))
    with pytest.raises(NotAFeed):
        _read(rss(many, attributes=NAMESPACES))
