"""A line in, a line out: for pipes, for measuring, for a coprocess that waits for each answer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.sources import batches_of, lines_of
from tests.cli.conftest import Reader

pytestmark = pytest.mark.engine

# Line ends of every kind but the line feed are part of their line; the last line has no end.
AWKWARD = (
    "Bom dia.\n"
    "\n"
    "   \n"
    "Kim Jong Un chegou.\r\n"
    "um\x0bdois\x0ctrês\x85quatro\u2028cinco\n"
    "só\rum retorno\n"
    "—\n"
    "13\n"
    "\x00\x1b[31mvermelho\x1b[0m\n"
    "última, sem fim"
).encode() + b" de Latin-1: a\xe7\xe3o"


def test_every_line_gets_one_line_of_english(reader: Reader) -> None:
    result = reader("translate", "--lines", "-", stdin=AWKWARD)

    lines = result.raw.split(b"\n")
    assert result.code == 0
    assert lines.pop() == b""
    assert len(lines) == AWKWARD.count(b"\n") + 1
    assert lines[1] == lines[2] == b""
    assert (lines[6].decode(), lines[7]) == ("—", b"13")
    assert "Good" in lines[0].decode()
    assert "Kim Jong Un" in lines[3].decode()
    assert result.is_harmless()


def test_every_line_gets_one_object_of_mentions(reader: Reader) -> None:
    result = reader("entities", "--lines", "-", stdin=AWKWARD)

    assert result.code == 0
    assert result.raw.count(b"\n") == AWKWARD.count(b"\n") + 1
    found = result.json_lines
    assert found[1] == found[2] == {"mentions": []}
    assert {"start": 0, "end": 11, "kind": "person", "text": "Kim Jong Un"} in found[3]["mentions"]
    assert result.is_harmless()


def test_offsets_are_characters_of_the_line_as_it_came(reader: Reader) -> None:
    line = "\u200b\x1b[1m«A ação»\t de\u00ad Kim Jong Un \U0001f3c5 em Moscou.\r"

    (found,) = reader("entities", "--lines", "-", stdin=line.encode() + b"\n").json_lines

    assert "Kim Jong Un" in {each["text"] for each in found["mentions"]}
    for each in found["mentions"]:
        assert line[each["start"] : each["end"]] == each["text"]


def test_letters_stay_letters_in_the_output(reader: Reader) -> None:
    result = reader("entities", "--lines", "-", stdin="O governo de São Paulo reagiu.\n".encode())

    assert "São Paulo" in result.out


def test_several_sentences_in_a_line_stay_one_line_and_their_offsets_hold(reader: Reader) -> None:
    line = "Vladimir Putin falou. Kim Jong Un ouviu em Moscou."

    (found,) = reader("entities", "--lines", "-", stdin=line.encode()).json_lines
    english = reader("translate", "--lines", "-", stdin=line.encode())

    assert {"Vladimir Putin", "Kim Jong Un"} <= {each["text"] for each in found["mentions"]}
    assert all(line[each["start"] : each["end"]] == each["text"] for each in found["mentions"])
    assert english.raw.count(b"\n") == 1


def test_no_line_gives_no_line(reader: Reader) -> None:
    assert reader("translate", "--lines", "-").raw == b""
    assert reader("entities", "--lines", "-").raw == b""


def test_a_byte_order_mark_is_no_part_of_the_first_line(reader: Reader) -> None:
    (found,) = reader("entities", "--lines", "-", stdin=b"\xef\xbb\xbfKim Jong Un chegou.\n").json_lines

    assert found["mentions"][0]["start"] == 0


def test_lines_come_from_a_file_too(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "linhas.txt"
    path.write_bytes(b"Bom dia.\nBoa noite.\n")

    result = reader("translate", "--lines", str(path))

    assert len(result.out.splitlines()) == 2


@pytest.mark.parametrize("command", ["translate", "entities"])
@pytest.mark.parametrize("name", ["missing.txt", ".", "a/b/c.txt"])
def test_a_file_that_cannot_be_read_is_told(
    reader: Reader, command: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    result = reader(command, "--lines", name)

    assert result.is_one_line_of_failure()
    assert result.raw == b""


def test_utf_16_is_told_and_not_torn_apart(reader: Reader) -> None:
    assert reader("translate", "--lines", "-", stdin="Olá\n".encode("utf-16")).is_one_line_of_failure()


def test_a_line_that_cannot_be_translated_comes_back_and_is_told_at_the_end(reader: Reader) -> None:
    endless = "a" * 30_000  # more than the engine takes as one sentence, no place to cut it, and no word

    result = reader("translate", "--lines", "-", stdin=f"Bom dia.\n{endless}\nBoa noite.\n".encode())

    lines = result.out.splitlines()
    assert result.code == 0
    assert len(lines) == 3
    assert "Good" in lines[0]
    assert "Good" in lines[2]
    assert lines[1] == endless
    assert result.err.startswith("reader: 1 line was left in Portuguese: 2;")
    assert result.err.count("\n") == 1


def test_lines_are_the_same_however_they_come(tmp_path: Path) -> None:
    lines = ["ção" * length for length in (0, 1, 21_845, 21_846, 3, 70_000, 0, 200_000, 2)] * 2
    path = tmp_path / "linhas.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    batches = list(batches_of(str(path)))
    assert [line for batch in batches for line in batch] == lines
    assert len(batches) > 2
    assert list(lines_of(str(path))) == lines


@pytest.mark.parametrize(("command", "answer"), [("translate", b"Good"), ("entities", b'{"mentions": []}')])
def test_each_answer_is_there_before_the_next_question(command: str, answer: bytes) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "reader", command, "--lines", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    ) as running:
        assert running.stdin
        assert running.stdout
        for _ in range(3):  # would wait for ever were an answer kept back
            running.stdin.write(b"Bom dia.\n")
            assert answer in running.stdout.readline()
        running.stdin.close()
        assert running.stdout.read() == b""
        assert running.wait(60) == 0


def test_what_a_person_said_of_a_line_wins(reader: Reader) -> None:
    from articles.bundled import bundled

    source, human = next(pair for each in bundled() for pair in each.english if len(pair[0]) > 40)

    assert reader("translate", "--lines", "-", stdin=source.encode()).out == human + "\n"


@pytest.mark.usefixtures("no_engine")
def test_an_engine_that_cannot_run_is_a_failure_and_no_line_is_lost(reader: Reader) -> None:
    reader("engines", "allow", "google")
    result = reader("--engine", "google", "translate", "--lines", "-", stdin="Olá, Ana.\n13\nAdeus, Rui.\n".encode())

    assert result.out == "Olá, Ana.\n13\nAdeus, Rui.\n"
    assert result.is_one_line_of_failure()
    assert "2 lines" in result.err
    assert "use the local engine" in result.err


def test_older_drafts_do_not_pass_for_the_work_of_the_engine_that_was_asked_for(reader: Reader) -> None:
    lines = b"Bom dia, Ana.\nBoa noite, Rui.\n"
    drafted = reader("translate", "--lines", "-", stdin=lines[:14])
    reader("engines", "allow", "google")

    result = reader("--engine", "google", "translate", "--lines", "-", stdin=lines)

    assert result.code == 0
    assert result.out.splitlines()[0] + "\n" == drafted.out
    assert result.out.splitlines()[1] != "Boa noite, Rui.", "what was not known is drafted on this machine"
    assert result.err == (
        "reader: google cannot be reached: drafts stand in; check the network, or use the local engine\n"
    )
