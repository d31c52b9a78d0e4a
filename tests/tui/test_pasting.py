"""What is pasted is one cleaned text, whatever is in it and however it comes; it is never keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from reader.tui import pasting
from reader.tui.pasting import END, FORGOTTEN, HELD, QUIET, START, Pasted, PasteGate
from tests.tui.stage import UNWANTED, Stage, playing
from tests.tui.terminal import Tmux

HOSTILE = "x\x1b[31mred\rqqq"
AS_TEXT = "x\ufffdred\nqqq"


LONGEST = 100_000  # in place of the true one, to be quick


def through(*reads: str, pause: float = 0.0) -> list[str | Pasted]:
    """What a gate makes of these reads; keys that follow each other as one string."""
    gate, now = PasteGate(), 100.0
    found: list[str | Pasted] = []
    for read in reads:
        found += gate.feed(read, now)
        now += pause
        found += gate.tick(now)
    found += gate.tick(now + 2 * HELD)
    joined: list[str | Pasted] = []
    for piece in found:
        if isinstance(piece, str) and joined and isinstance(joined[-1], str):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def test_a_hostile_paste_is_one_text_wherever_it_is_split() -> None:
    sent = f"a{START}{HOSTILE}{END}z"
    wanted = ["a", Pasted(AS_TEXT), "z"]
    assert through(sent) == wanted
    assert through(*sent) == wanted
    for first in range(len(sent)):
        for second in range(first, len(sent)):
            assert through(sent[:first], sent[first:second], sent[second:]) == wanted


@pytest.mark.parametrize(
    "inside",
    ["\x1b", "\x1b[", "\x1b[20", "\x1b[2", "\x1b\x1b\x1b", "\x1b[200~q", START + START, "\x1b[201q", "\x9b201~q",
     "\x1b]0;t\x07", "\x1b[<0;1;1M", "\x1b[O", "\x03\x11\x1a", "\x00",
     "\u202eq", "\x1b[" + "1" * 100 + "q", "\x1bP", "\r" * 50],
)  # fmt: skip
def test_whatever_is_inside_it_is_no_key_and_clean(inside: str) -> None:
    sent = f"{START}{inside}q{END}"
    for at in range(len(sent)):
        found = through(sent[:at], sent[at:])
        assert len(found) == 1
        assert isinstance(found[0], Pasted)
        assert not set(found[0].text) & UNWANTED - {"\n"}
        assert "\x1b" not in found[0].text


@given(st.lists(st.text(alphabet=["\x1b", "[", "2", "0", "1", "~", "q", "\r"], max_size=6), max_size=12))
def test_keys_go_through_as_they_are_and_pastes_are_what_stands_in_brackets(reads: list[str]) -> None:
    keys, pastes, inside = "", 0, False
    rest = "".join(reads)
    while rest:
        bracket = END if inside else START
        before, found, rest = rest.partition(bracket)
        keys += "" if inside else before
        pastes += bool(inside and found and before)
        inside = inside != bool(found)
    pieces = through(*reads)
    assert "".join(piece for piece in pieces if isinstance(piece, str)) == keys
    assert sum(isinstance(piece, Pasted) for piece in pieces) == pastes


def test_the_escape_key_is_waited_for_no_longer_than_textual_does() -> None:
    gate = PasteGate()
    assert not list(gate.feed("\x1b", 1.0))
    assert not list(gate.tick(1.0 + HELD / 2))
    assert list(gate.tick(1.0 + HELD)) == ["\x1b"]
    assert not list(gate.tick(1.0 + 2 * HELD)), "once"
    assert list(gate.feed("\x1b[A", 1.5)) == ["\x1b[A"]


@pytest.mark.parametrize("at", range(1, len(START)))
def test_a_bracket_torn_apart_on_its_way_still_opens(at: int) -> None:
    found = through(START[:at], START[at:] + HOSTILE, END, pause=HELD * 2)
    assert found == [START[:at], Pasted(AS_TEXT)], "its beginning was given up as keys; what was pasted was not"


def test_a_bracket_typed_slowly_is_keys() -> None:
    assert through(*START, pause=FORGOTTEN) == [START]


def test_a_paste_that_is_never_closed_ends_and_its_rest_is_no_keys() -> None:
    gate = PasteGate()
    assert not list(gate.feed(START + HOSTILE, 1.0))
    assert not list(gate.tick(0.9 + QUIET))
    assert list(gate.tick(1.0 + QUIET)) == [Pasted(AS_TEXT)]
    assert not list(gate.feed("qqq\r", 10.0)), "in bulk: held up on its way"
    assert list(gate.tick(10.0 + QUIET)) == [Pasted("qqq\n")]
    assert list(gate.feed("q", 20.0)) == ["q"], "alone: the reader's key"
    assert list(gate.feed("qq", 20.1)) == ["qq"]


@pytest.mark.parametrize(
    "key", ["q", "ç", "\x1b[A", "\x1b[<35;10;10M\x1b[<35;11;10M", "\x1b[27u", "\x1bOP", f"{START}a{END}"]
)
def test_after_it_any_key_is_a_key_again(key: str) -> None:
    gate = PasteGate()
    list(gate.feed(START + "x", 1.0))
    list(gate.tick(1.0 + QUIET))
    assert list(gate.feed(key, 9.0)) == ([Pasted("a")] if START in key else [key])


def test_a_paste_has_an_end_however_much_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pasting, "LONGEST", LONGEST)
    gate = PasteGate()
    for _ in range(100):
        assert not list(gate.feed(("" if _ else START) + "q" * 4096, 1.0))
    assert list(gate.feed("q" + END + "z", 1.0)) == [Pasted("q" * LONGEST + "…"), "z"]


async def test_a_paste_waits_its_turn_among_the_keys_typed_before_the_first_picture(stage: Stage) -> None:
    app = stage.app()
    async with playing(app) as player:
        app._begun = False
        paste = events.Paste("real")
        for event in (events.Key("slash", "/"), paste):
            event.set_sender(app)
            app._driver.send_message(event)  # type: ignore[union-attr]
        await player.settle()
        assert not player.screen.asks()
        await app.on_ready()
        await player.until(lambda: player.screen.prompt.value == "real")


@pytest.mark.terminal
@pytest.mark.skipif(not Tmux.is_there(), reason="there is no tmux")
def test_pasted_into_the_editor_it_saves_nothing_and_ends_nothing(stage: Stage, tmp_path: Path) -> None:
    stage.close()
    path = tmp_path / "a.txt"
    path.write_text("Notícia\n\nO trem partiu de manhã.", encoding="utf-8")
    hostile = tmp_path / "hostile"
    hostile.write_text(HOSTILE, encoding="utf-8", newline="")
    with Tmux(["--home", str(stage.home), str(path)], tmp_path, (80, 24)) as terminal:
        terminal.until("no names found")  # all has begun
        terminal.paste(hostile)  # on the reading screen it is offered to be added
        terminal.until("⏎ add")
        terminal.send("\x1b")
        terminal.until("not added")
        terminal.send("E")
        terminal.until("⏎ keep")
        terminal.paste(hostile)
        terminal.until("red qqq")
        terminal.send("!")
        terminal.until("red qqq!")
        assert "⏎ keep" in terminal.screen()
        assert "kept" not in terminal.screen()
        terminal.send("\x1b")
        terminal.until("not kept")
        terminal.send("\x11")
        assert terminal.wait() == 0
