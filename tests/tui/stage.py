"""The app on a stage: real services over a temporary home, and what a test may ask of the screen."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset
from textual.pilot import Pilot

from articles.model import Article
from articles.repository import Summary
from reader.cli.compose import Composition
from reader.config.model import Config
from reader.entities.corrections.store import CorrectionStore
from reader.entities.index.queries import EntityIndex
from reader.entities.model import Recogniser
from reader.entities.rules import RuleRecogniser
from reader.entities.store import AnalysisStore
from reader.entities.worker.client import Worker
from reader.locations import locate
from reader.translation.edits import EditStore
from reader.translation.engine import Engine
from reader.translation.memory import TranslationMemory
from reader.translation.service import TranslationService
from reader.tui.app import ReaderApp
from reader.tui.opened import HINTED, look_of, opening
from reader.tui.page.page import Page
from reader.tui.screens.reading import ReadingScreen
from reader.tui.services import Helpers, Services

WIDE, MEDIUM, NARROW = (120, 40), (80, 24), (60, 20)
SIZES = [WIDE, MEDIUM, NARROW]

DEADLINE = 60.0
"""Seconds until a condition must hold; a busy machine is slow, a mistake waits for ever."""

CONTROLS = {chr(code) for code in [*range(0x20), *range(0x7F, 0xA0)]}
_UNSEEN = [(0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F)]
UNSEEN = {chr(code) for first, last in _UNSEEN for code in range(first, last + 1)}
UNWANTED = (CONTROLS | UNSEEN | {"\ufeff", "\u061c"}) - {"\u200d"}
"""What no text of an article may bring to the terminal."""


SIGNS = {
    "(": "left_parenthesis", ")": "right_parenthesis", "{": "left_curly_bracket", "}": "right_curly_bracket",
    "[": "left_square_bracket", "]": "right_square_bracket", "/": "slash", "-": "minus", "=": "equals_sign",
    "+": "plus", "?": "question_mark", ":": "colon", " ": "space", ".": "full_stop", '"': "quotation_mark",
    "*": "asterisk", "~": "tilde", "\\": "backslash", "_": "underscore", "@": "at", "'": "apostrophe",
    "#": "number_sign",
}  # fmt: skip
"""Characters whose keys Textual calls otherwise."""


class Stage:
    """A home with a library in it, and apps over it, one after the other."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.composition = Composition(locate(str(home)))
        self.services: Services = self.composition.services
        self.services.positions.remember(HINTED, True)

    def close(self) -> None:
        self.composition.close()

    def summaries(self) -> list[Summary]:
        """The library as it is listed."""
        articles = self.services.articles
        return articles.summaries(articles.keys())

    def empty(self) -> None:
        """Take all articles out."""
        for summary in self.summaries():
            self.services.articles.remove(summary.id)

    def helpers(
        self,
        engine: Engine | None = None,
        refiner: Engine | None = None,
        recogniser: Recogniser | None = None,
        worker: Worker | None = None,
        namer: bool = False,
    ) -> Callable[..., Helpers]:
        database = self.composition.database

        def make(not_kept: Callable[..., object]) -> Helpers:
            drafts = TranslationService(TranslationMemory(database), engine, on_trouble=not_kept)
            finder, translates = recogniser or RuleRecogniser(), drafts if namer else None
            analyses, corrections = AnalysisStore(database), CorrectionStore(database)
            return Helpers(
                drafts, refiner, finder, analyses, worker, translates, corrections, EntityIndex(database),
                edits=EditStore(database),
            )  # fmt: skip

        return make

    def app(
        self,
        article: Article | None = None,
        *,
        engine: Engine | None = None,
        refiner: Engine | None = None,
        recogniser: Recogniser | None = None,
        worker: Worker | None = None,
        helpers: Callable[..., Helpers] | None = None,
        config: Config | None = None,
    ) -> ReaderApp:
        """The app as the command line would make it, with these parts in place of its own."""
        services = replace(
            self.services,
            helpers=helpers or self.helpers(engine, refiner, recogniser, worker),
            config=config or self.services.config,
        )
        app = ReaderApp(services, opening(services, article), look_of(services))
        app.animation_level = "none"
        return app


class Player:
    """The reader's hands and eyes on a running app."""

    def __init__(self, app: ReaderApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    # Hands

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when the one before has been dealt with; as Pilot, without its waits."""
        for key in keys:
            character = next((sign for sign, name in SIGNS.items() if name == key), key if len(key) == 1 else None)
            asked = self.app._running and self.screen.asks()
            await self.hurry(events.Key(SIGNS.get(key, key), character))
            await self.settle()
            if asked and key in ("enter", "escape"):  # the line is closed by a message of its own
                await self.until(lambda: not self.screen.asks(), "the line that asks closed")

    async def hurry(self, *strokes: events.Key) -> None:
        """Press keys without waiting for anything."""
        assert self.app._driver is not None
        for stroke in strokes:
            stroke.set_sender(self.app)
            self.app._driver.send_message(stroke)

    async def type(self, text: str) -> None:
        await self.press(*text)

    async def click(self, x: int, y: int, times: int = 1) -> None:
        """Click a cell of the screen; as Pilot does it, without its waits."""
        screen = self.app.screen
        target, _region = screen.get_widget_at(x, y)
        for chain in range(1, times + 1):
            for kind in (events.MouseDown, events.MouseUp, events.Click):
                more = {"chain": chain} if kind is events.Click else {}
                self.app.mouse_position = Offset(x, y)
                screen._forward_event(kind(target, x, y, 0, 0, 1, False, False, False, x, y, **more))
                await self.settle(1)
        await self.settle()

    async def click_on(self, words: str, times: int = 1, within: str = "") -> None:
        """Click the first cell at which words stand on the screen."""
        x, y = self.where(words, within)
        await self.click(x, y, times)

    async def settle(self, rounds: int = 3) -> None:
        """Let what was set going by the last key come to its end on the event loop."""
        for _ in range(rounds):
            await self.pilot._wait_for_screen()

    async def until(self, condition: Callable[[], object], what: str = "") -> None:
        """Wait until something holds."""
        end = time.monotonic() + DEADLINE
        while not condition():
            assert time.monotonic() < end, f"never came: {what or condition}\n" + "\n".join(self.lines())
            await self.pilot.pause(0.005)

    async def ready(self) -> None:
        """Wait until the library is listed and the names of the article are there."""
        await self.until(lambda: self.screen.library.count() or not self.screen._services.articles.count(), "library")
        if self.screen.text.page is not None:
            await self.until(lambda: not self.screen.names._waiting, "names")
            await self.until(lambda: self.screen.head.particulars, "particulars")

    async def open(self, article_id: str) -> None:
        """Open a stored article and wait for it."""
        key = self.screen._services.articles.key_of(article_id)
        assert key is not None
        self.screen.desk.open_article(key)
        await self.until(lambda: self.article.id == article_id, f"article {article_id}")
        await self.ready()

    # Eyes

    @property
    def screen(self) -> ReadingScreen:
        """The reading screen, whatever lies over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, ReadingScreen))

    @property
    def page(self) -> Page:
        assert self.screen.text.page is not None
        return self.screen.text.page

    @property
    def article(self) -> Article:
        return self.page.document.article

    @property
    def message(self) -> str:
        return self.screen.foot.message

    def lines(self) -> list[str]:
        """What stands on the screen, row by row."""
        size = self.app.size
        strips = self.app.screen._compositor.render_strips(size)
        return ["".join(segment.text for segment in strip) for strip in strips]

    def all_text(self) -> str:
        return "\n".join(self.lines())

    def where(self, words: str, within: str = "") -> tuple[int, int]:
        """The first cell at which words stand, on the screen or in a part of it."""
        region = self.app.screen.query_one(within).region if within else self.app.screen.region
        for y, line in enumerate(self.lines()):
            if region.y <= y < region.bottom:
                at = line.find(words)
                while at >= 0:
                    x = cell_len(line[:at])
                    if region.x <= x < region.right:
                        return x, y
                    at = line.find(words, at + 1)
        raise AssertionError(f"{words!r} is nowhere on the screen:\n" + self.all_text())

    def shows(self, words: str) -> bool:
        return words in self.all_text()

    def sentence(self) -> str:
        """The sentence under the cursor."""
        cursor = self.page.cursor
        return self.page.document.segments(cursor.block)[cursor.sentence]

    def row(self) -> int:
        """The row of the text pane on which the line being read stands."""
        return self.page.anchor().at

    def unwanted(self) -> set[str]:
        """What stands on the screen that no text of an article may bring there."""
        return set("".join(self.lines())) & UNWANTED

    def to_middle(self) -> None:
        """Go to the middle of the article at once."""
        length = len(self.article.body)
        self.page.restore(length // 2, self.page.window.height // 2)
        self.screen.text.redraw()


@asynccontextmanager
async def playing(app: ReaderApp, size: tuple[int, int] = WIDE, *, ready: bool = True) -> Any:
    """Run an app without a terminal."""
    async with app.run_test(size=size) as pilot:
        player = Player(app, pilot)
        await pilot.pause()
        if ready:
            await player.ready()
        yield player
