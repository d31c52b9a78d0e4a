"""The feeds that a page names."""

from __future__ import annotations

from articles.feeds.discovery import Candidate, feeds_of_page

_PAGE = """<!DOCTYPE html><html><head><base href="/novo/">
<link rel="stylesheet" href="a.css">
<link rel="alternate" type="application/rss+xml" title="Site &raquo; Comentários" href="/comments/feed/">
<link rel="alternate" type="application/rss+xml; charset=utf-8" title="Site &raquo; Feed" href="feed/">
<LINK REL="Alternate Home" TYPE="application/atom+xml" HREF="https://outro.pt/atom.xml">
<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
<link rel="alternate" hreflang="en" href="/en/">
<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
<link rel="alternate" type="application/feed+json" title="\x1b[31mJ" href="/feed.json">
</head><body><a href="/rss.xml">RSS</a></body></html>"""


def test_the_feeds_of_a_page_those_of_comments_last() -> None:
    assert feeds_of_page(_PAGE.encode(), "https://exemplo.pt/x/y") == (
        Candidate("https://exemplo.pt/novo/feed/", "Site » Feed"),
        Candidate("https://outro.pt/atom.xml", ""),
        Candidate("https://exemplo.pt/feed.json", "\ufffdJ"),
        Candidate("https://exemplo.pt/comments/feed/", "Site » Comentários"),
    )


def test_links_in_the_page_where_its_head_has_none() -> None:
    links = {"/sobre": "Sobre", "/mundo/rss.xml": "Mundo", "/feed/": "Tudo", "/feedback": "x"}
    page = "".join(f"<a href='{each}'>{name}</a>" for each, name in links.items())
    found = feeds_of_page(page.encode(), "https://exemplo.pt/")
    assert [each.url for each in found] == ["https://exemplo.pt/mundo/rss.xml", "https://exemplo.pt/feed/"]


def test_what_is_no_page_has_none() -> None:
    for data in (b"   ", b"oi", "<p>olá".encode("latin-1"), b"<html>" + b"<div>" * 50_000):
        assert feeds_of_page(data, "https://exemplo.pt/") == ()
