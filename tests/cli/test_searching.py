"""search and list with a query: what the shell hands over, what is told, what stands out."""

from __future__ import annotations

import io
import sys

import pytest

from reader.cli.search_arguments import MINUS, guarded
from reader.cli.searching import query_of
from tests.cli.conftest import Reader


class Terminal(io.StringIO):
    """A stream with somebody at its other end."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("words", "query"),
    [
        (["fábrica", "avia*"], "fábrica avia*"),
        (["entity:Vladimir Putin"], 'entity:"Vladimir Putin"'),
        (["-entidade:Vladimir Putin", "x"], '-entidade:"Vladimir Putin" x'),
        ([f"{MINUS}tag:dois temas"], '-tag:"dois temas"'),
        (['entity:"Vladimir Putin" x'], 'entity:"Vladimir Putin" x'),
        (["tag:x after:2023"], "tag:x after:2023"),
        (["is:unread kim"], "is:unread kim"),
        (["Kim Jong Un"], "Kim Jong Un"),
        (['"Kim Jong Un"'], '"Kim Jong Un"'),
        (["nada: de novo"], "nada: de novo"),
    ],
)
def test_the_words_of_a_shell_make_a_query(words: list[str], query: str) -> None:
    assert query_of(words) == query


def test_a_minus_before_a_word_is_no_option() -> None:
    assert guarded(["a", "-tag:x", "-h", "--limit", "-", "--", "-h"]) == [
        "a", f"{MINUS}tag:x", "-h", "--limit", "-", "--", f"{MINUS}h",
    ]  # fmt: skip


def test_a_search_takes_filters_negation_and_english(reader: Reader) -> None:
    every = {row["id"] for row in reader("search", "kim", "--format", "json").json}
    some = {row["id"] for row in reader("search", "kim", "-title:visita", "-is:read", "--format", "json").json}
    (english, *_) = reader("search", "missile", "--format", "json").json
    assert some <= every
    assert english["in_english"]
    assert "missile" in english["excerpt"]
    assert "EN  " in reader("search", "missile").out


def test_a_wrong_query_is_one_line_and_on_a_terminal_shown(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = reader("list", "kim", "is:unred")
    assert plain.is_one_line_of_failure()
    assert "'unred' at character 8" in plain.err

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    from reader.cli.main import main

    assert main(["search", "ação", "is:unred"]) == 1
    line, query, caret = terminal.getvalue().splitlines()
    assert line.startswith("reader: 'unred'")
    assert query == "  ação is:unred"
    assert caret == "          ^^^^^"


def test_what_matches_stands_out_on_a_terminal_only(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.cli.main import main

    assert "\x1b" not in reader("search", "kim").out
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert main(["search", "kim", "--limit", "1"]) == 0
    assert "\x1b[1mKim\x1b[22m" in terminal.getvalue()
    monkeypatch.setenv("NO_COLOR", "1")
    terminal.truncate(0)
    assert main(["search", "kim", "--limit", "1"]) == 0
    assert "\x1b" not in terminal.getvalue()


def test_a_list_is_sorted_grouped_and_cut(reader: Reader) -> None:
    rows = reader("list", "--format", "json").json
    by_length = reader("list", "--sort", "length", "--limit", "2", "--format", "json").json
    assert [row["words"] for row in by_length] == sorted((row["words"] for row in rows), reverse=True)[:2]
    groups = reader("list", "lang:pt-PT", "--group", "day", "--format", "json").json
    assert [group["group"] for group in groups] == sorted(
        {row["published"] for row in rows if row["language"] == "pt-PT"}
    )[::-1]
    text = reader("list", "--group", "source").out.splitlines()
    assert text[0] == f"{rows[0]['source']} · {len(rows)} articles"
    assert text[1].startswith("  ")
    assert reader("list", "--group", "day", "--sort", "title").code == 2
    assert "nothing found" in reader("list", "xyzxyz").err
    assert reader("list", "--limit", "many").code == 2
