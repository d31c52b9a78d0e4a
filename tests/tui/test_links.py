"""Links: where they lead is shown whole and in plain letters, and only web addresses are opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.errors import Problem
from articles.model import Article, Markup, MarkupKind, Span
from reader.tui.browsing import browser_command, open_in_browser
from reader.tui.page.document import Document
from reader.tui.page.links import link_of, links_of
from reader.tui.page.peeking import Cursor
from reader.tui.screens.adding import AddScreen
from reader.tui.screens.links import LinksScreen
from tests.tui.stage import MEDIUM, Stage, playing

BODY = "Veja a nota do banco e o edital hoje. Também em https://exemplo.com.br/a, como sempre. Nada aqui."


def made() -> Article:
    marks = [("nota", "https://b\u0430nco.com/x?y=1"), ("edital", "javascript:alert(1)")]
    markup = [Markup(Span(BODY.index(said), BODY.index(said) + len(said)), MarkupKind.LINK, url) for said, url in marks]
    return Article("Com links", BODY, markup=tuple(markup))


@pytest.mark.parametrize(
    ("address", "shown", "host", "opened"),
    [
        ("https://b\u0430nco.com/x", "https://xn--bnco-53d.com/x", "xn--bnco-53d.com", True),
        ("https://banco.com@evil.example/á", "https://banco.com@evil.example/%C3%A1", "evil.example", True),
        ("HTTP://[::1]:80/", "http://[::1]:80/", "::1", True),
        ("mailto:a@b.pt?subject=Oi&attach=/etc/passwd", "mailto:a@b.pt?subject=Oi", "", True),
        ("javascript:alert(1)", "javascript:alert(1)", "", False),
        ("file:///etc/passwd", "file:///etc/passwd", "", False),
        ("--version", "--version", "", False),
        ("https://", "https://", "", False),
        ("https://a:99999/", "https://a:99999/", "", False),
        ("/relative", "/relative", "", False),
    ],
)
def test_an_address_as_it_is_shown_and_opened(address: str, shown: str, host: str, opened: bool) -> None:
    link = link_of(address)
    assert (link.address, link.host, link.opened) == (shown, host, opened)


def test_nothing_harmful_is_shown_or_opened() -> None:
    link = link_of("https://a.example/\x1b]0;x\x07\u202egnp.exe")
    assert not set(link.address) & set("\x1b\x07\u202e")


def test_the_links_of_a_sentence_are_those_marked_and_those_spelt_out() -> None:
    document = Document(made())
    assert [link.text for link in links_of(document, Cursor(1, 0))] == ["nota", "edital"]
    assert [link.address for link in links_of(document, Cursor(1, 1))] == ["https://exemplo.com.br/a"]
    assert links_of(document, Cursor(1, 2)) == links_of(document, Cursor(0, 0)) == []


def test_what_is_called_and_what_is_said_where_nothing_can_be(tmp_path: Path) -> None:
    for name in ("firefox", "w3m", "xdg-open"):
        (tmp_path / name).write_text('#!/bin/sh\necho noise\necho $1 > "$0.got"\nexit 3\n')
        (tmp_path / name).chmod(0o755)
    path = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    url = "https://a.example/"
    assert browser_command(url, path | {"BROWSER": "none:firefox --new %s"}, "y", "linux")[1:] == ["--new", url]
    assert browser_command(url, path | {"DISPLAY": ":0"}, "y", "linux") == ["xdg-open", url]
    for environment, said in ((path, "no browser on this screen"), (path | {"BROWSER": "w3m"}, "w3m would need")):
        with pytest.raises(Problem, match=said):
            browser_command(url, environment, "y", "linux")
    with pytest.raises(Problem, match="did not start: firefox: 3"):
        open_in_browser(url, path | {"BROWSER": "firefox"}, "y")
    assert (tmp_path / "firefox.got").read_text() == url + "\n"


async def test_o_shows_the_links_first_and_copies_or_adds_one(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    async with playing(stage.app(made()), MEDIUM, ready=False) as player:
        await player.press("}", "o")
        await player.until(lambda: isinstance(player.app.screen, LinksScreen))
        assert player.shows("https://xn--bnco-53d.com/x?y=1")
        await player.press("j")
        await player.until(lambda: player.shows("javascript:alert(1)") and player.shows("only shown"))
        await player.press("enter")
        assert "only addresses of http" in player.message
        await player.press("o", "y")
        assert player.app.clipboard == "https://xn--bnco-53d.com/x?y=1"
        await player.press("o", "enter")
        await player.until(lambda: "no browser on this screen" in player.message)
        await player.press("o", "a")
        await player.until(lambda: isinstance(player.app.screen, AddScreen))
        assert player.app.screen.line.value == "https://xn--bnco-53d.com/x?y=1"
