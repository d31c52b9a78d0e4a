"""The command ``feeds``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.articles.feeds.samples import JSON_FEED, TEXT, item, rss
from tests.cli.conftest import Reader
from tests.web.faults import fault
from tests.web.site import Site, serving

_XML = "application/rss+xml"


@pytest.fixture
def news(site: Site) -> str:
    """The address of a feed of two articles."""
    return site.page("/f", rss(item(1), item(2)), _XML)


def _added(reader: Reader, *urls: str, **more: str) -> None:
    options = [word for name, value in more.items() for word in (f"--{name.replace('_', '-')}", value)]
    assert reader("feeds", "add", *urls, "--allow-private", *options).code == 0


def test_without_any_that_is_said(reader: Reader) -> None:
    result = reader("feeds")
    assert (result.code, result.out) == (0, "")
    assert "reader feeds add URL" in result.err
    assert reader("feeds", "--format", "json").json == []
    assert reader("feeds", "refresh").out == "0 feeds asked, 0 new articles\n"


def test_adding_and_listing(reader: Reader, news: str) -> None:
    result = reader("feeds", "add", news, "--allow-private", "--folder", "Mundo/ /Ásia", "--tag", "x,y", "--tag", "")
    assert (result.code, result.out) == (0, "added: 1  Diário do Teste (2 articles)\n")
    assert reader("feeds", "add", news, "--allow-private").out == "already there: 1  Diário do Teste\n"
    (feed,) = reader("feeds", "list", "--format", "json").json
    assert (feed["number"], feed["url"], feed["folder"], feed["tags"]) == (1, news, "Mundo/Ásia", ["x y"])
    assert (feed["articles"], feed["state"], feed["full_text"]) == (2, "well", "summary")
    assert "Diário do Teste  Mundo/Ásia" in reader("feeds").out
    assert "Notícia 2" in reader("list").out


def test_adding_a_page_says_which_feed_was_taken(reader: Reader, site: Site, news: str) -> None:
    site.page("/j", JSON_FEED, "application/json")
    link = '<link rel="alternate" type="{}" title="{}" href="{}">'
    page = site.page("/", link.format(_XML, "Um", "/f") + link.format("application/feed+json", "\x1b[1mDois", "/j"))
    result = reader("feeds", "add", page, "--allow-private")
    assert result.out.splitlines()[:2] == [f"found on {page}: {news}", "added: 1  Diário do Teste (2 articles)"]
    assert f"{site.url}/j" in result.out
    assert result.is_harmless()
    assert reader("feeds", "add", page, "--allow-private", "--format", "json").json[0]["known"] is True


def test_adding_what_is_none_is_told_and_the_others_are_added(reader: Reader, site: Site, news: str) -> None:
    page = site.page("/p", "<html><body>Oi</body></html>")
    result = reader("feeds", "add", page, "não é", news, "--allow-private")
    assert (result.code, result.out) == (1, "added: 1  Diário do Teste (2 articles)\n")
    assert result.err.count("\n") == 2
    assert f"{page}: this is a web page, not a feed" in result.err


def test_private_addresses_and_offline(reader: Reader, site: Site, news: str) -> None:
    assert "--allow-private" in reader("feeds", "add", news).err
    assert reader("feeds", "add", news, "--offline").is_one_line_of_failure()
    assert reader("feeds", "refresh", "--offline").is_one_line_of_failure()
    assert reader("feeds", "fetch", "abcd", "--offline").is_one_line_of_failure()
    assert site.visits == []


def test_refreshing_tells_what_came(reader: Reader, site: Site, news: str) -> None:
    _added(reader, news)
    site.page("/f", rss(item(1, text=TEXT.replace("três", "dois")), item(2), item(3)), _XML)
    result = reader("feeds", "refresh")
    assert (result.code, result.err) == (0, "")
    assert result.out == "Diário do Teste: 1 new, 1 changed\n1 feed asked, 1 new article\n"
    (feed,) = reader("feeds", "refresh", "diário", "--format", "json").json
    assert (feed["new"], feed["changed"], feed["failed"], feed["said"]) == (0, 0, False, None)


def test_trouble_is_told_once_and_again_where_the_feed_is_named(reader: Reader, site: Site, news: str) -> None:
    _added(reader, news)
    site.page("/f", "", status=403)
    first, second, third = reader("feeds", "refresh"), reader("feeds", "refresh"), reader("feeds", "refresh", "1")
    assert (first.code, second.code, third.code) == (1, 0, 1)
    assert first.err.startswith("reader: Diário do Teste: ")
    assert second.err == ""
    assert "status 403" in third.err
    assert "status 403" in reader("feeds").out
    assert second.out == "1 feed asked, 0 new articles, 1 failed\n"


def test_without_a_network_one_line_is_said(reader: Reader, tmp_path: Path) -> None:
    feeds = "".join(f'<outline xmlUrl="http://nao-ha-{number}.invalid/f"/>' for number in range(3))
    (tmp_path / "a.opml").write_text(f"<opml><body>{feeds}</body></opml>", encoding="utf-8")
    assert reader("feeds", "import", str(tmp_path / "a.opml")).code == 0
    result = reader("feeds", "refresh")
    assert (result.code, result.err.count("\n")) == (1, 1)


def test_changing(reader: Reader, news: str) -> None:
    _added(reader, news)
    changed = ("--title", "Meu\x07 diário", "--full-text", "demand", "--folder", "A", "--tag", "t", "--allow-private")
    assert reader("feeds", "set", "1", *changed).out == "changed: 1  Meu\ufffd diário\n"
    (feed,) = reader("feeds", "--format", "json").json
    assert (feed["full_text"], feed["folder"], feed["tags"], feed["allow_private"]) == ("demand", "A", ["t"], True)
    assert "full text: demand" in reader("feeds").out
    assert reader("feeds", "set", "meu", "--title", "").code == 0
    reader("feeds", "refresh")
    assert reader("feeds", "--format", "json").json[0]["title"] == "Diário do Teste"


def test_removing_leaves_the_articles(reader: Reader, news: str) -> None:
    _added(reader, news)
    assert reader("feeds", "remove", news).out == "removed, its articles stay: 1  Diário do Teste\n"
    assert reader("feeds", "--format", "json").json == []
    assert "Notícia 1" in reader("list").out


def test_a_name_that_none_or_several_have(reader: Reader, site: Site, news: str) -> None:
    _added(reader, news, site.page("/g", rss(item(9)), _XML))
    several = reader("feeds", "remove", "diario")
    assert several.is_one_line_of_failure()
    assert "give the number: 1 Diário do Teste, 2 Diário do Teste" in several.err
    assert reader("feeds", "remove", "\x1b[2Jnada").is_one_line_of_failure()
    assert len(reader("feeds", "--format", "json").json) == 2


def test_lists_of_feeds_out_and_in(reader: Reader, news: str, tmp_path: Path) -> None:
    _added(reader, news, folder="Mundo", tag="x")
    path = tmp_path / "a.opml"
    assert reader("feeds", "export", str(path)).out == f"wrote 1 feed: {path}\n"
    assert reader("feeds", "export").out == path.read_text(encoding="utf-8")
    reader("feeds", "remove", "1")
    result = reader("feeds", "import", str(path), "--full-text", "always")
    assert result.out == "1 feed added; reader feeds refresh brings their articles\n"
    (feed,) = reader("feeds", "--format", "json").json
    assert (feed["title"], feed["folder"], feed["tags"], feed["state"]) == ("Diário do Teste", "Mundo", ["x"], "new")
    again = reader("feeds", "import", "-", "--format", "json", stdin=path.read_bytes()).json
    assert (again["added"], again["known"]) == ([], 1)


def test_a_hostile_list_runs_nothing(reader: Reader, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    feeds = "".join(
        f'<outline text="x" xmlUrl="{scheme}touch {mark}"/>' for scheme in ("exec:", "|", "$(", "filter:") * 2
    )
    (tmp_path / "a.opml").write_text(f"<opml><body>{feeds}</body></opml>", encoding="utf-8")
    result = reader("feeds", "import", str(tmp_path / "a.opml"))
    assert (result.code, result.out) == (0, "0 feeds added\n")
    assert result.err.count("left out, as it is no address of the web") == 5
    assert "and 3 more" in result.err
    assert not mark.exists()
    (tmp_path / "b.opml").write_text('<!DOCTYPE opml [<!ENTITY a "b">]><opml/>', encoding="utf-8")
    for name in ("b.opml", "c.opml"):
        assert reader("feeds", "import", str(tmp_path / name)).is_one_line_of_failure()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("add", "say what, as in reader feeds add https://example.org/"),
        ("set 1", "say what, as in reader feeds set 3 --full-text always"),
        ("refresh --title x", "--title stands with add or set"),
        ("list x", "list takes no word(s)"),
        ("add a b --title x", "--title names one feed"),
        ("dance", "invalid choice"),
    ],
)
def test_wrong_usage(reader: Reader, words: str, said: str) -> None:
    result = reader("feeds", *words.split())
    assert result.code == 2
    assert said in result.err


@pytest.fixture
def pages(site: Site) -> Site:
    """A site whose feed has the beginnings of two pages, one of which its rules keep from programs."""
    text = "".join(
        f"<p>Parágrafo {n} da nota, que diz o que houve na cidade e quem falou disso ontem.</p>" for n in range(8)
    )
    item = "<item><title>Nota {0}</title><link>{1}/{2}/{0}</link><description>O começo da {0} […]</description></item>"
    site.page("/f", rss(item.format(1, site.url, "livre"), item.format(2, site.url, "fechado")), _XML)
    site.page("/robots.txt", "User-agent: *\nDisallow: /fechado/\n", "text/plain")
    for path in ("/livre/1", "/fechado/2"):
        site.page(path, f"<html><head><title>Nota</title></head><body><article>{text}</article></body></html>")
    return site


def test_full_text_always(reader: Reader, pages: Site) -> None:
    _added(reader, f"{pages.url}/f", full_text="always")
    result = reader("feeds", "refresh")
    assert result.out.endswith("1 feed asked, 0 new articles, 1 page fetched\n")
    assert pages.count("/fechado/2") == 0
    titles = {each["title"]: each for each in reader("list", "--format", "json").json}
    assert titles["Nota 1"]["words"] > 80
    assert titles["Nota 2"]["words"] < 10
    assert len([each for each in titles if each.startswith("Nota")]) == 2
    assert reader("feeds", "refresh").out.endswith("1 feed asked, 0 new articles\n")


def test_full_text_on_demand(reader: Reader, pages: Site) -> None:
    _added(reader, f"{pages.url}/f", full_text="demand")
    assert reader("feeds", "refresh").out.endswith("0 new articles\n")
    ids = {each["title"]: each["id"] for each in reader("list", "--format", "json").json}
    fetched = reader("feeds", "fetch", ids["Nota 1"])
    assert (fetched.code, fetched.out[8:]) == (0, fetched.out[8:])
    assert "Nota 1" in fetched.out
    refused = reader("feeds", "fetch", ids["Nota 2"])
    assert refused.is_one_line_of_failure()
    assert f"reader add {pages.url}/fechado/2" in refused.err
    assert reader("feeds", "fetch", "zzzz").is_one_line_of_failure()


def test_a_feed_that_hangs_does_not_hold_up_the_end(reader: Reader, news: str) -> None:
    with serving() as other:
        other.at("/f", fault("hangs up"))
        reader("feeds", "add", news, "--allow-private")
        result = reader("feeds", "add", f"{other.url}/f", "--allow-private")
    assert result.is_one_line_of_failure()
