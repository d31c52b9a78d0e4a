"""The versions of an article on the screen: listed, compared with the newest, opened."""

from __future__ import annotations

import pytest

from articles.differences import differences
from articles.model import Article
from articles.repository import Added
from reader.tui.comparing import compared, rows
from reader.tui.page.cells import width_of
from reader.tui.screens.comparing import VersionsScreen
from tests.tui.stage import NARROW, WIDE, Player, Stage, playing

URL = "https://jornal.example/2023/trem"
SAME = "\n\n".join(f"O parágrafo número {number} fica como está, sem mudança alguma." for number in range(40))
FIRST = f"O trem partiu de Pyongyang às dez horas da noite de domingo.\n\n{SAME}\n\nIsto sai depois."
SECOND = f"O trem partiu de Pyongyang às onze horas da noite de domingo.\n\n{SAME}\n\nIsto sai depois."
THIRD = f"O trem partiu de Pyongyang às onze horas da noite de domingo.\n\nUma frase nova.\n\n{SAME}"


@pytest.fixture
def versions(stage: Stage) -> tuple[Article, Article, Article]:
    """Three versions of one article."""
    made = tuple(
        Article(title=title, body=body, url=URL) for title, body in (("Um", FIRST), ("Dois", SECOND), ("Três", THIRD))
    )
    came = [stage.services.articles.add(article) for article in made]
    assert came == [Added.NEW, Added.VERSION, Added.VERSION]
    return made  # type: ignore[return-value]


async def looked(player: Player) -> VersionsScreen:
    await player.press("V")
    await player.until(lambda: isinstance(player.app.screen, VersionsScreen), "the versions")
    screen = player.app.screen
    assert isinstance(screen, VersionsScreen)
    return screen


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_versions_are_listed_compared_and_opened(
    stage: Stage, versions: tuple[Article, ...], size: tuple[int, int]
) -> None:
    first, second, third = versions
    async with playing(stage.app(stage.services.articles.get(third.id)), size) as player:
        await player.until(lambda: "2 older versions" in player.screen.head.versions)
        assert (size == NARROW) or player.shows("V 2 older versions")
        sentence, row = player.sentence(), player.row()
        await looked(player)
        await player.until(lambda: player.shows("+ Uma frase nova."))
        assert player.shows("40 paragraphs unchanged")
        assert not player.shows("dez")
        await player.press("J")
        await player.until(lambda: player.shows("[-dez-]{+onze+}") or player.shows("[-dez-]"))
        await player.press("G")
        await player.until(lambda: player.shows("- Isto sai depois."))
        await player.press("escape")
        await player.until(lambda: player.app.screen is player.screen)
        assert (player.sentence(), player.row(), player.article.id) == (sentence, row, third.id)
        await looked(player)
        await player.press("J", "enter")
        await player.until(lambda: player.article.id == first.id)
        await player.until(lambda: "an older version" in player.screen.head.versions)
        screen = await looked(player)
        assert screen.list.cursor == 2
        await player.press("K", "K")
        await player.until(lambda: player.shows("this is the newest"))
        await player.press("o")
        await player.until(lambda: player.article.id == third.id)
        assert second.id not in {summary.id for summary in stage.summaries()}


async def test_one_version_only_is_said(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("V")
        await player.until(lambda: player.message == "there is one version of it only")
        assert not player.screen.head.versions


async def test_the_place_in_the_difference_stays_when_the_window_shrinks(
    stage: Stage, versions: tuple[Article, ...]
) -> None:
    old = "\n\n".join(f"Parágrafo {number} com muitas palavras antigas: {'ontem ' * 30}" for number in range(30))
    article = Article(title="Longo", body=old, url=f"{URL}/longo")
    newer = Article(title="Longo", body=old.replace("antigas", "novas"), url=f"{URL}/longo")
    stage.services.articles.add_many([article])
    assert stage.services.articles.add(newer) is Added.VERSION
    async with playing(stage.app(stage.services.articles.get(newer.id))) as player:
        screen = await looked(player)
        view = screen.view
        await player.until(lambda: len(view.rows) > 90)
        await player.press("space", "space", "d", "j")
        of, count = view.rows[view.top].of, len(view.rows)
        assert of > 5
        await player.pilot.resize_terminal(*NARROW)
        await player.until(lambda: len(view.rows) > count)
        assert view.rows[view.top].of == of
        await player.press("g")
        assert view.top == 0


def test_rows_are_as_wide_as_they_may_be_and_lose_nothing() -> None:
    old, new = "O rei \x1bfoi a Moscou ontem à noite com todos.", "O rei foi a Kazan hoje à noite com todos."
    for width in (10, 23, 80):
        laid = rows(differences(old, new), width)
        assert all(sum(width_of(text) for text, _ink in row.parts) <= width for row in laid)
        text = " ".join("".join(words for words, _ink in row.parts[1:]) for row in laid)
        assert "\x1b" not in text
        joined = "".join(text.split())
        for sign in ("[-Moscou", "ontem-]", "{+Kazan", "hoje+}"):
            assert sign in joined
        inks = {ink for row in laid for _text, ink in row.parts}
        assert {"removed", "added"} <= inks


def test_a_changed_title_is_told_first() -> None:
    found = compared(Article(title="Rei em Moscou", body="O."), Article(title="Rei em Kazan", body="O."))
    assert "Kazan" in "".join(piece.text for piece in found[0].pieces)
    assert len(found) == 2
