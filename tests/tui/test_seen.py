"""Read state follows reading: what stood still long enough, kept at once, never what the wheel passed by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.model import Article, Span
from reader.tui.screens.seeing import Seeing
from reader.tui.seen import PACE, READ, REST, Seen
from tests.tui.stage import MEDIUM, Player, Stage, playing
from tests.tui.terminal import Terminal

TEN = [Span(at * 102, at * 102 + 100) for at in range(10)]  # a thousand characters, two between each
LENGTH = 1018


def test_time_goes_to_the_sentences_from_the_top_on() -> None:
    seen = Seen(LENGTH)
    assert not seen.look(TEN[:4], 10.0)
    assert not seen.look(TEN[:4], 10.0 + 99 / PACE)
    assert seen.look(TEN[:4], 10.0 + 250 / PACE)
    assert seen.spans == (Span(0, 202),)
    seen.look(TEN[4:], 10.0 + 260 / PACE)
    assert seen.spans == (Span(0, 202),), "the third sentence was left before its time"
    seen.look(TEN[2:3], 100.0)
    assert seen.look((), 100.0 + 41 / PACE), "what it had had before counts"
    assert seen.spans[0] == Span(0, 304)


def test_a_screen_that_is_left_open_is_seen_and_no_more_than_that() -> None:
    seen = Seen(LENGTH)
    seen.look(TEN[:7], 0.0)
    seen.look(TEN[:7], 1e6)
    assert seen.spans == (Span(0, 712),)
    assert seen.share < READ
    seen.look(TEN[7:8], 1e6)
    seen.look((), 2e6)
    assert seen.share >= READ


def test_what_the_wheel_passes_by_is_not_seen_and_where_it_rests_is() -> None:
    seen = Seen(LENGTH)
    now = 0.0
    for at in range(8):
        seen.look(TEN[at : at + 2], now, wheeled=True)
        now += 0.9 * REST
    assert seen.share == 0.0
    seen.look(TEN[8:], now, wheeled=True)
    seen.look(TEN[8:], now + 0.5 * REST)  # drawn again where it is, as when English comes in
    assert seen.share == 0.0
    assert seen.look(TEN[8:], now + max(REST, 201 / PACE))
    assert seen.spans == (Span(816, 1018),), "the time before it was sure counts too"


def test_a_key_that_is_held_down_passes_by_as_well() -> None:
    seen = Seen(LENGTH)
    for at in range(9):
        seen.look(TEN[at : at + 2], at * 0.03)
    seen.look((), 0.3)
    assert seen.share == 0.0


def test_what_makes_no_sense_is_forgotten() -> None:
    assert Seen(100, [Span(-1, 5), Span(5, 5), Span(9, 3), Span(90, 101), Span(10, 20)]).spans == (Span(10, 20),)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 4), st.floats(0, 3), st.booleans())))
def test_the_share_is_that_of_the_spans_and_only_grows(looks: list[tuple[int, int, float, bool]]) -> None:
    seen, now = Seen(LENGTH), 0.0
    for at, count, wait, wheeled in looks:
        before = seen.share
        more = seen.look(TEN[at : at + count], now, wheeled=wheeled)
        now += wait
        assert more == (seen.share > before)
        assert seen.share == pytest.approx(sum(map(len, seen.spans)) / LENGTH)
        assert all(one.end + 2 < two.start for one, two in zip(seen.spans, seen.spans[1:], strict=False))
        assert Seen(LENGTH, seen.spans).spans == seen.spans


class Clock:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The screen's clock, from before its first picture on."""
    made = Clock()
    monkeypatch.setattr(Seeing, "clock", staticmethod(made))
    return made


def long_article() -> Article:
    words = "O trem partiu de manhã e chegou à noite a uma cidade do interior, onde ninguém o esperava"
    return Article("O trem", "\n\n".join(f"{words} no dia {day}. Depois seguiu viagem." for day in range(60)))


def is_read(stage: Stage, article: Article) -> bool:
    return next(each.read for each in stage.summaries() if each.id == article.id)


async def stay(player: Player, clock: Clock, seconds: float) -> None:
    clock.now += seconds
    player.screen.see()
    await player.settle()


async def test_paging_through_an_article_marks_it_as_read_and_the_wheel_does_not(stage: Stage, clock: Clock) -> None:
    article = long_article()
    async with playing(stage.app(article), MEDIUM) as player:
        await player.until(lambda: article.id in {each.id for each in stage.summaries()})
        player.screen.see()
        clock.now += 0.3
        seen = player.screen.seen
        assert seen is not None
        for _ in range(60):
            player.screen.text._on_mouse_scroll_down(_Wheel())  # type: ignore[arg-type]
            await player.settle(1)
            clock.now += 0.3
        assert player.page.seen()[1] > READ
        passed = seen.share
        assert passed < 0.1, "only what stood there at first"
        await player.press("g")
        pages = 0
        while player.page.seen()[1] < 0.6:
            await stay(player, clock, 10)
            await player.press("space")
            pages += 1
        assert pages > 2
        assert not is_read(stage, article)
        while player.page.seen()[1] < 1.0:
            await stay(player, clock, 10)
            await player.press("space")
        await stay(player, clock, 10)
        await player.until(lambda: is_read(stage, article))
        key = stage.services.articles.key_of(article.id)
        assert key is not None
        stage.services.articles.mark_read([key], on=False)
        await player.press("g")
        await stay(player, clock, 10)
        assert not is_read(stage, article), "marked as unread again it stays so"


class _Wheel:
    def stop(self) -> None:
        """As an event is stopped."""


async def test_what_fits_on_one_screen_is_read_when_it_stood_there_and_not_behind_a_dialog(
    stage: Stage, clock: Clock
) -> None:
    article = Article("Curto", "O trem partiu de manhã. Chegou à noite.")
    async with playing(stage.app(article), MEDIUM) as player:
        player.screen.see()
        await player.press("?")
        player.screen.see()
        await stay(player, clock, 60)
        await player.until(lambda: article.id in {each.id for each in stage.summaries()})
        assert not is_read(stage, article)
        await player.press("escape")
        await player.until(lambda: player.app.screen is player.screen)
        player.screen.see()
        await stay(player, clock, 1)
        await player.until(lambda: is_read(stage, article))


async def test_what_was_seen_is_there_when_the_article_is_opened_again(stage: Stage, clock: Clock) -> None:
    article = long_article()
    async with playing(stage.app(article), MEDIUM) as player:
        player.screen.see()
        await stay(player, clock, 10)
        spans = player.screen.seen.spans  # type: ignore[union-attr]
        assert spans
        await player.until(lambda: stage.services.positions.seen(article.id) == spans)
    async with playing(stage.app(stage.services.articles.get(article.id)), MEDIUM) as player:
        assert player.screen.seen.spans == spans  # type: ignore[union-attr]


@pytest.mark.terminal
def test_that_an_article_was_read_outlives_a_kill(stage: Stage) -> None:
    article = Article("Curto", "O trem partiu de manhã. Chegou à noite.")
    stage.services.articles.add(article)
    stage.close()
    with Terminal(["--home", str(stage.home), article.id], (80, 24)) as terminal:
        terminal.until("Chegou")

        def there() -> bool:
            again = Stage(stage.home)
            try:
                return is_read(again, article)
            finally:
                again.close()

        terminal.until_true(there)
        terminal.kill()
    assert there()
