"""The trail: back and forward between the places before jumps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.trail import LONGEST, Spot, Trail
from tests.tui.stage import Stage, playing

PLACES = st.integers(0, 5).map(lambda offset: Spot("a", offset, 2))
STEPS = st.lists(st.one_of(st.tuples(st.just("jump"), PLACES), st.tuples(st.sampled_from(["back", "forward"]))))


@given(STEPS)
def test_it_goes_as_in_a_browser(steps: list[tuple]) -> None:
    """Against a model: one list of places with a finger on one of them, places in a row that are the same being one."""
    trail, here = Trail(), Spot("a", 0, 2)
    places, at = [here], 0
    for step in steps:
        if step[0] == "jump":
            trail.leave(here)
            if step[1] != here:
                places, at = [*places[: at + 1], step[1]], at + 1
            here = step[1]
            if step[1] == places[at] and trail.ahead == 0:
                places = places[: at + 1]
            continue
        by = -1 if step[0] == "back" else 1
        there = trail.back(here) if by < 0 else trail.forward(here)
        if 0 <= at + by < len(places):
            at += by
            assert there == places[at]
            here = places[at]
        else:
            assert there is None
    assert trail.ahead == len(places) - 1 - at


@given(st.lists(PLACES, min_size=1, max_size=30))
def test_all_the_way_back_and_all_the_way_forward_again(jumps: list[Spot]) -> None:
    trail, here, walked = Trail(), Spot("b", 0, 0), []
    for there in jumps:
        walked.append(here)
        trail.leave(here)
        here = there
    end = here
    while (there := trail.back(here)) is not None:
        here = there
    assert here == walked[0]
    while (there := trail.forward(here)) is not None:
        here = there
    assert here == end


def test_what_lay_ahead_is_forgotten_after_a_jump_and_what_is_old_after_many() -> None:
    trail = Trail()
    for number in range(LONGEST + 50):
        trail.leave(Spot("a", number, 0))
    assert trail.behind == LONGEST
    trail.back(Spot("a", 999, 0))
    assert trail.ahead == 1
    trail.leave(Spot("a", 5000, 0))
    assert trail.ahead == 0
    assert trail.forward(Spot("a", 0, 0)) is None


async def test_back_and_forward_in_the_article_and_between_articles(stage: Stage) -> None:
    first, second = (summary.id for summary in stage.summaries()[:2])
    async with playing(stage.app()) as player:
        assert player.article.id == first
        player.to_middle()
        middle = player.page.place()
        await player.press("G")
        end = player.page.offset()
        assert end > middle[0]
        await player.press("J")
        await player.until(lambda: player.article.id == second)
        await player.press("ctrl+o")
        await player.until(lambda: player.article.id == first and "back at ¶" in player.message)
        assert player.page.offset() == end
        assert "1 →" in player.message
        await player.press("backspace")
        assert player.page.place() == middle
        await player.press("alt+o", "alt+o")
        await player.until(lambda: player.article.id == second and "forward at" in player.message)
        await player.press("alt+o")
        assert "nowhere to go forward" in player.message
