"""The HTML file: well-formed, harmless, and looked at in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from reader import i18n
from reader.export.markup import address
from reader.export.model import Exported, Format, Layout, Look
from reader.export.styles import palette
from reader.export.writing import write
from tests.export.browser import PROGRAM, browsing
from tests.export.making import BOOK, NOON, exported
from tests.tui.test_contrast import contrast


def html(*articles: Exported, layout: Layout | None = None, title: str = "") -> str:
    return b"".join(write(articles, Look(Format.HTML, layout), NOON, title)).decode()


def tree(page: str) -> etree._Element:
    return etree.fromstring(page.removeprefix("<!DOCTYPE html>\n"))


@pytest.mark.parametrize("layout", list(Layout))
def test_all_is_there_as_what_it_is(layout: Layout) -> None:
    root = tree(html(exported(), layout=layout))

    assert root.get("lang") == ("en" if layout is Layout.ENGLISH else "pt-BR")
    assert len(root.findall(".//blockquote")) >= 1
    numbers = [each.get("value") for each in root.findall(".//ol/li")]
    assert numbers == (["3", "4", "4"] if layout is Layout.SIDE_BY_SIDE else ["3", "4"])
    assert root.findtext(".//title")
    said = "".join(root.itertext())
    assert "Folha do Teste" in said
    assert "Exported on 2026-11-22" in said
    assert ("English of: " in said) == (layout is not Layout.ORIGINAL)
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {each[1:] for each in root.xpath("//@href") if each.startswith("#")} <= set(ids)
    assert {each.get("rel") for each in root.xpath("//a[starts-with(@href,'http')]")} == {"noopener noreferrer"}
    if layout is not Layout.ENGLISH:
        assert root.xpath("//em/text()")[0] == "fábrica"
        assert root.xpath("//a[@href='https://example.org/a']/em/text()") == ["avião"]
        assert root.xpath("//mark[@class='c-green']/@id") == ["m1"]
    if layout is not Layout.ORIGINAL:
        assert "refined by google" in root.xpath("//span/@title")
        assert "draft by local 1.2" in root.xpath("//span/@title")


def test_several_articles_have_a_table_of_contents() -> None:
    root = tree(html(exported(), exported(BOOK), title="Dois & mais"))

    assert root.xpath("//nav//a/@href") == ["#a1", "#a2"]
    assert "Folha do Teste · 2023-09-15" in "".join(root.xpath("//nav//text()"))
    assert [each.text for each in root.findall(".//h1")] == ["Dois & mais"]
    assert len(root.xpath("//@id")) == len(set(root.xpath("//@id")))


def test_its_own_words_are_in_the_language_of_the_interface() -> None:
    i18n.activate("pt_BR")
    root = tree(html(exported()))

    said = "".join(root.itertext())
    assert "Exportado em 2026-11-22" in said
    assert "Exported on" not in said
    assert "English of: " in said


@pytest.mark.parametrize(
    ("given", "link"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
        ("HTTPS://EXAMPLE.org:8080", "https://example.org:8080"),
        ("https://exemplo.org/ação página", "https://exemplo.org/a%C3%A7%C3%A3op%C3%A1gina"),
        ("https://ação.example/100%", "https://xn--ao-siap.example/100%25"),
        ("mailto:ana@example.org", "mailto:ana@example.org"),
        ("https://[::1]:80/", "https://[::1]:80/"),
        ("java\nscript:alert(1)", None),
        ("JAVASCRIPT:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.org", None),
        ("https://", None),
        ("https://a b\\c/", None),
        ("https://example.org:99999/", None),
        ("vbscript:x", None),
        ("mailto:", None),
    ],
)
def test_only_addresses_of_web_and_mail_become_links(given: str, link: str | None) -> None:
    assert address(given) == link


@pytest.mark.parametrize("night", [False, True])
def test_every_colour_of_text_can_be_read(night: bool) -> None:
    colours = palette(night)
    texts = [name for name in colours if not name.startswith("m-") and name not in ("ground", "rule")]

    assert min(contrast(colours[name], colours["ground"]) for name in texts) >= 4.5
    marks = [value for name, value in colours.items() if name.startswith("m-")]
    assert min(contrast(colours["ink"], mark) for mark in marks) >= 4.5


@pytest.mark.skipif(PROGRAM is None, reason="no browser is installed")
@pytest.mark.slow
def test_a_browser_shows_it_by_day_and_night_on_phones_and_wide_screens(tmp_path: Path) -> None:
    pages = {}
    for layout in (Layout.INTERLINEAR, Layout.SIDE_BY_SIDE):
        pages[layout] = tmp_path / f"{layout}.html"
        pages[layout].write_text(html(exported(), layout=layout), encoding="utf-8")
    with browsing(tmp_path / "profile") as browser:
        for layout, page in pages.items():
            for width in (390, 1280):
                for scheme in ("light", "dark"):
                    browser.look(page, width, scheme)
                    assert browser.value("document.documentElement.scrollWidth") <= width
                    assert browser.value("document.scripts.length") == 0
                    ground = browser.value("getComputedStyle(document.body).backgroundColor")
                    assert ground == ("rgb(253, 252, 249)" if scheme == "light" else "rgb(23, 23, 22)")
                    out = "e => e.getBoundingClientRect().right > innerWidth"
                    assert browser.value(f"[...document.querySelectorAll('body *')].filter({out}).length") == 0
                    assert browser.value("performance.getEntriesByType('resource').length") == 0
                    if layout is Layout.SIDE_BY_SIDE:
                        beside = "(([a, b]) => a.getBoundingClientRect().right <= b.getBoundingClientRect().left)"
                        cells = "document.querySelector('.row').children"
                        assert browser.value(f"{beside}({cells})") == (width == 1280)
