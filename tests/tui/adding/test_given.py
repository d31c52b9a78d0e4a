"""What was given to be added and what it would become."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from articles.errors import NotAnArticle, UnreadableSource
from articles.net.fetching import Web
from reader.tui.adding import given
from reader.tui.adding.given import completed, is_line, read, read_text, titled

TEXT = "O trem chegou a Moscou na quarta-feira, segundo a agência. Putin o recebeu na estação."
ENGLISH = "The train that was in the station is not the one which they had seen on the day before, and it was late."


def never() -> bool:
    return False


def nothing(*_: object) -> None:
    """Nobody is told."""


@pytest.mark.parametrize(
    ("pasted", "line"),
    [
        ("https://example.org/a?b=c\n", True),
        ("/home/ana/notícia.txt", True),
        ("~/meus textos de abril/a b c d.md", True),
        ("notícia.epub", True),
        ("O trem chegou a Moscou.", False),
        ("https://example.org/a\nhttps://example.org/b", False),
        ("https://example.org/" + "a" * 500, False),
    ],
)
def test_an_address_or_a_path_is_a_line_to_be_changed_and_all_else_a_text(pasted: str, line: bool) -> None:
    assert is_line(pasted) is line


def test_a_pasted_text_has_a_title_made_of_it_that_can_be_changed() -> None:
    preview = read_text(TEXT)
    assert preview.article.title == "O trem chegou a Moscou na quarta-feira, segundo a agência"
    assert preview.facts.startswith("15 words · 1 min · pt")
    assert preview.excerpt == TEXT
    assert preview.language == ""
    assert titled(preview, " O \x1b[31mtrem ").title == "O \ufffdtrem"
    assert titled(preview, "  ").title == preview.article.title


def test_another_language_is_named() -> None:
    assert read_text(ENGLISH).language == "English"


def test_a_sentence_typed_is_a_text_and_what_looks_like_a_path_is_none(tmp_path: Path) -> None:
    assert read(TEXT, Web(offline=True), never, nothing).article.body == TEXT
    for line in ("nada.txt", f"{tmp_path}/não há tal arquivo aqui", "uma palavra"):
        with pytest.raises(UnreadableSource, match="no such file"):
            read(line, Web(offline=True), never, nothing)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "cano.txt")
    with pytest.raises(UnreadableSource, match="pipe"):
        read(str(tmp_path / "cano.txt"), Web(offline=True), never, nothing)


def test_too_much_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(given, "_LONGEST_PASTE", 10)
    with pytest.raises(NotAnArticle, match="more than"):
        read_text(TEXT)


def test_a_path_is_gone_on_with_as_far_as_there_is_no_choice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("notícia 1.txt", "notícia 2.md", "nota.png", "hostil\x1b[31m.txt", ".oculto.txt"):
        (tmp_path / name).touch()
    (tmp_path / "textos").mkdir()
    (tmp_path / "textos" / "só este.md").touch()
    assert completed("not") == "notícia "
    assert completed(f"{tmp_path}/notícia 1") == f"{tmp_path}/notícia 1.txt"
    assert completed("~/te") == "~/textos/"
    assert completed("~/textos/") == "~/textos/só este.md"
    for kept in ("", "nada", "host", "nota.", "https://example.org/", "nem/existe/", "a\0b/"):
        assert completed(kept) == kept
