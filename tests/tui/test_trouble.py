"""What goes wrong beside the screen is said in one line, and reading goes on."""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from articles.errors import StorageError
from articles.model import Article
from articles.repository import Summary
from reader.tui.app import ReaderApp
from reader.tui.opened import look_of, opening
from reader.tui.page.layout import Layout
from tests.tui.engines import HeldEngine
from tests.tui.page.making import prose
from tests.tui.stage import MEDIUM, Player, Stage, playing


@pytest.fixture
def full(stage: Stage) -> Stage:
    """The stage with a disk that is full: SQLite may not make its file one page larger."""
    database = stage.composition.database
    before = database.write

    def write():  # type: ignore[no-untyped-def]
        manager = before()

        class Full:
            def __enter__(self) -> object:
                connection = manager.__enter__()
                connection.execute("PRAGMA max_page_count = 1")  # SQLite lowers it to the pages there are
                return connection

            def __exit__(self, *error: object) -> object:
                return manager.__exit__(*error)

        return Full()

    database.write = write  # type: ignore[method-assign]
    return stage


async def test_a_full_disk_stops_neither_reading_nor_translating(full: Stage) -> None:
    engine = HeldEngine(free=True)
    article = Article("Um artigo novo", prose(40, 9))
    async with playing(full.app(article, engine=engine)) as player:
        await player.until(lambda: "no room on the disk" in player.message, "that it cannot be kept")
        player.screen.foot.hush()
        await player.press("t")
        await player.until(lambda: player.shows("The English of"))
        await player.until(lambda: player.screen.desk.progress is None)
        await player.until(lambda: "not kept" in player.message and "no room" in player.message, "what is not kept")
        await player.press("d", "d", ")", "minus", "T")
        await player.open(full.summaries()[2].id)
        await player.until(lambda: "EN human" in player.screen.head.english)
        assert player.app.is_running


def failing(error: Exception) -> Callable[..., object]:
    def fail(*_args: object, **_more: object) -> object:
        raise error

    return fail


class Failing:
    """What lies below, with some of its methods failing."""

    def __init__(self, real: object, error: Exception, *names: str) -> None:
        self._real = real
        self._failing = dict.fromkeys(names, failing(error))

    def __getattr__(self, name: str) -> object:
        return self._failing.get(name) or getattr(self._real, name)


ERRORS = [
    StorageError("the library cannot be read: disk I/O error", "check the disk"),
    OSError(errno.EIO, "I/O error \x1b[31m"),
    ZeroDivisionError("a fault of ours\x1b]0;x\x07"),
]


def app_over(stage: Stage, **parts: object) -> ReaderApp:
    services = replace(stage.services, helpers=stage.helpers(HeldEngine(free=True)))
    opened, look = opening(services, None), look_of(services)
    return ReaderApp(replace(services, **parts), opened, look)  # type: ignore[arg-type]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
async def test_a_library_that_fails_under_way(stage: Stage, error: Exception) -> None:
    articles = Failing(stage.services.articles, error, "get", "search", "summaries", "keys", "add")
    positions = Failing(stage.services.positions, error, "get", "save", "remember")
    async with playing(app_over(stage, articles=articles, positions=positions), ready=False) as player:
        await player.until(lambda: player.message, "the reason")
        assert not player.unwanted()
        await player.press("d", "t", "T", "1", "j", "enter", "slash")
        await player.type("coreia")
        await player.press("enter", "escape", "escape", "J", "K", "o", "escape", "minus", "3", "enter", "]")
        await player.settle(6)
        assert player.app.is_running
        assert not player.unwanted()
        assert player.page.layout is not Layout.ORIGINAL
        await player.until(lambda: "EN human" in player.screen.head.english)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
async def test_a_memory_that_fails_under_way(stage: Stage, error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.translation.memory.TranslationMemory.lookup", failing(error))
    monkeypatch.setattr("reader.translation.memory.TranslationMemory.record_all", failing(error))
    async with playing(stage.app(engine=HeldEngine(free=True))) as player:
        await player.until(lambda: player.message, "the reason")
        assert not player.unwanted()
        await player.press("t")
        if isinstance(error, StorageError):
            await player.until(lambda: player.shows("The English of"), "it is translated all the same")
        await player.press("enter", "d", "t")
        assert player.app.is_running


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
async def test_analyses_that_cannot_be_kept_are_shown(
    stage: Stage, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.entities.store.AnalysisStore.get", failing(error))
    monkeypatch.setattr("reader.entities.store.AnalysisStore.put", failing(error))
    async with playing(stage.app(), ready=False) as player:
        await player.until(lambda: player.message, "the reason")
        if isinstance(error, StorageError):
            await player.until(lambda: player.shows("PEOPLE"))
        await player.press("t", "j")
        assert player.app.is_running


class SlowLibrary:
    """A library that answers when it is let, so that keys are pressed before it has."""

    def __init__(self, real: object) -> None:
        import threading

        self._real = real
        self.go = threading.Event()

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)

    def summaries(self, keys: Sequence[int]) -> list[Summary]:
        self.go.wait(60)
        return self._real.summaries(keys)  # type: ignore[attr-defined, no-any-return]


async def test_a_slow_library_holds_up_no_key_and_no_quitting(stage: Stage) -> None:
    slow = SlowLibrary(stage.services.articles)

    async def read(player: Player) -> None:
        before = player.page.window.top
        await player.press("d", ")")
        await player.until(lambda: player.page.window.top > before)
        await player.press("1", "j", "G", "enter", "J", "2", "t")
        await player.until(lambda: "EN human" in player.screen.head.english)

    async with playing(app_over(stage, articles=slow), MEDIUM, ready=False) as player:
        await read(player)
        slow.go.set()
        await player.until(lambda: player.screen.library.count() > 0)
    slow.go.clear()
    async with playing(app_over(stage, articles=slow), MEDIUM, ready=False) as player:
        await read(player)
        await player.press("ctrl+q")
    slow.go.set()


async def test_a_long_library_is_fetched_by_the_screenful(stage: Stage) -> None:
    stage.services.articles.add_many([Article(f"Artigo número {n}", f"Corpo do artigo {n}.") for n in range(700)])
    total = len(stage.services.articles.keys())
    asked: list[int] = []

    class Counting:
        def __getattr__(self, name: str) -> object:
            return getattr(stage.services.articles, name)

        def summaries(self, keys: Sequence[int]) -> list[Summary]:
            asked.append(len(keys))
            return stage.services.articles.summaries(keys)

    async with playing(app_over(stage, articles=Counting()), ready=False) as player:
        await player.until(lambda: player.screen.library.count() == total)
        assert sum(asked) <= 200
        await player.press("1", "G")
        await player.until(lambda: player.screen.library.summary(total - 1) is not None)
        assert sum(asked) <= 800, "what is seen, and a page ahead"
        last = player.screen.library.summary(total - 1)
        assert last is not None
        await player.press("enter")
        await player.until(lambda: player.article.id == last.id)
        await player.press("K")
        await player.until(lambda: player.article.id != last.id)
