"""Pictures of the dialog that puts details right, and of the versions of an article, in both languages."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from articles.model import Article
from reader import i18n
from reader.entities import choosing
from reader.tui.app import ReaderApp
from reader.tui.screens.comparing import VersionsScreen
from reader.tui.screens.detailing import DetailsScreen
from tests.tui.stage import MEDIUM, Player, Stage

ADDED = datetime.datetime(2023, 9, 15, 12, tzinfo=datetime.UTC)
URL = "https://jornal.example/2023/trem"
SAME = "Ninguém sabia de nada em Vladivostok.\n\nO trem partiu à noite."
OLD = (
    f"Kim Jong Un chegou ao leste da Rússia na terça-feira, disse a agência.\n\n{SAME}\n\nA viagem vai durar dois dias."
)
NEW = f"Kim Jong Un chegou ao leste da Rússia na quarta-feira, disse a agência.\n\nEle desceu.\n\n{SAME}"


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in the other pictures: nothing says that rules stand in."""
    monkeypatch.setattr(choosing, "_neural", lambda: None)


async def details(player: Player) -> None:
    await player.press("i")
    await player.until(lambda: isinstance(player.app.screen, DetailsScreen))
    screen = player.app.screen
    assert isinstance(screen, DetailsScreen)
    for line in screen.lines.values():
        line.cursor_blink = False
    screen.lines["published"].value = "31/2/2023"
    before = screen.saying
    await player.press("enter")
    await player.until(lambda: screen.saying != before)


async def versions(player: Player) -> None:
    desk, ident = player.screen.desk, player.article.id
    days = (datetime.timedelta(days=2), datetime.timedelta())
    found = zip(desk.versions(ident), days, strict=True)
    listed = [dataclasses.replace(each, added=ADDED + later) for each, later in found]
    screen = VersionsScreen(player.screen.articles, listed, ident)
    player.app.push_screen(screen)
    await player.until(lambda: len(screen.view.rows) > 1)


@pytest.mark.parametrize("language", ["en", "pt_BR"])
@pytest.mark.parametrize("scene", [details, versions])
def test_picture(stage: Stage, snap_compare: Callable[..., bool], scene: Callable[..., object], language: str) -> None:
    i18n.activate(language)
    said = {"byline": "Ana Sá", "source": "Jornal", "published": ADDED.date(), "language": "pt-BR", "tags": ("Rússia",)}
    for title, body in (("Em viagem", OLD), ("Em viagem à Rússia", NEW)):
        stage.services.articles.add(Article(title, body, url=URL, **said))  # type: ignore[arg-type]
    newest = Article("Em viagem à Rússia", NEW)
    app = stage.app(stage.services.articles.get(newest.id))

    async def play(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, ReaderApp)
        player = Player(pilot.app, pilot)
        await player.ready()
        await player.until(lambda: player.screen.head.versions)
        await scene(player)  # type: ignore[misc]
        player.screen.foot.hush()
        await player.settle(6)
        await pilot.pause()

    assert snap_compare(app, terminal_size=MEDIUM, run_before=play)
