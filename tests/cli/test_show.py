"""show: every layout, as text, JSON and Markdown, of files and of what is stored."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from articles.model import Span, identity
from reader.cli.compose import Composition
from reader.locations import locate
from tests.cli.conftest import NEWS, Reader

BODY = (
    "O líder norte-coreano Kim Jong Un visitou nesta sexta-feira (15) uma fábrica na Rússia.\n\n"
    'Na quarta-feira (13), Kim esteve com Vladimir Putin. "Foi um bom encontro", disse Putin.'
)
FACTS = "Ana Souza · Folha do Teste · 2023-09-15 · 28 words · pt-BR · https://example.org/kim"


def test_in_a_pipe_the_original_is_a_line_a_paragraph(reader: Reader, news: Path) -> None:
    assert reader("show", str(news)).out == f"Kim visita fábrica de aviões\n{FACTS}\n\n{BODY}\n"


def test_a_width_wraps_it(reader: Reader, news: Path) -> None:
    lines = reader("show", str(news), "--width", "40").out.splitlines()

    assert max(map(len, lines)) <= 40
    assert " ".join(line for line in lines if line).endswith(BODY.replace("\n\n", " "))


def test_a_file_that_is_shown_is_not_put_into_the_library(reader: Reader, news: Path, home: Path) -> None:
    reader("show", str(news))
    assert not home.exists(), "nothing was asked of the library"

    reader("show", str(news), "--layout", "english")
    assert "Kim visita fábrica de aviões" not in reader("list").out


def test_a_stored_article_is_shown_by_the_first_digits_of_its_id(reader: Reader, news: Path) -> None:
    (row,) = reader("add", str(news), "--format", "json").json

    shown = reader("show", str(news)).out

    assert reader("show", row["id"][:8]).out == shown
    assert reader("show", row["id"][:8].upper()).out == shown
    assert reader("show", row["id"]).out == shown


def test_as_json_what_was_marked_in_a_stored_article_is_listed(reader: Reader, news: Path, home: Path) -> None:
    (row,) = reader("add", str(news), "--format", "json").json
    assert "marks" not in reader("show", row["id"], "--format", "json").json
    quote = "uma fábrica na Rússia"
    start = BODY.index(quote)
    with closing(Composition(locate(str(home)))) as parts:
        parts.marks.toggle(row["id"], Span(start, start + len(quote)), quote)

    (mark,) = reader("show", row["id"], "--format", "json").json["marks"]
    assert mark.pop("made").endswith("+00:00")
    assert mark == {"start": start, "end": start + len(quote), "quote": quote, "note": ""}
    assert "marks" not in reader("show", str(news), "--format", "json").json, "a file is not the library's article"


def test_a_file_wins_over_an_id(reader: Reader, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (row,) = reader("add", str(news), "--format", "json").json
    monkeypatch.chdir(tmp_path)
    Path(row["id"][:8]).write_text("Título\n\nUm texto que não é notícia.", encoding="utf-8")

    assert "não é notícia" in reader("show", row["id"][:8]).out


def test_standard_input_is_shown_too(reader: Reader) -> None:
    assert "Kim visita fábrica" in reader("show", "-", stdin=NEWS.encode()).out


def test_links_and_marks_are_said_behind_the_text(reader: Reader, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("# Um título\n\nLeia [o relatório](https://example.org/r) agora.\n\nNada mais.\n", encoding="utf-8")
    (row,) = reader("add", str(file), "--format", "json").json
    assert reader("show", row["id"], "--links", "--marks").out.endswith(
        "\n\nLinks\n1. o relatório: https://example.org/r\n\nnothing is marked\n"
    )
    with closing(Composition(locate(str(home)))) as parts:
        body = parts.articles.get(row["id"]).body
        start = body.index("Nada mais.")
        parts.marks.toggle(row["id"], Span(start, start + 10), "Nada mais.")
        (listed,) = parts.marks.listed(row["id"])
        parts.marks.rewrite(listed.mark.number, "curta")
    assert reader("show", row["id"], "--marks").out.endswith("\n\nMarks\nparagraph 2: “Nada mais.”\n    note: curta\n")


@pytest.mark.parametrize("name", ["zzzz", "abc", "ffffffffffff", "0" * 64, "0" * 65, "./nowhere", "nowhere.txt"])
def test_what_is_neither_file_nor_id_is_told(reader: Reader, name: str) -> None:
    assert reader("show", name).is_one_line_of_failure()


def twins() -> tuple[str, str]:
    """Two texts whose ids begin with the same four digits."""
    seen: dict[str, str] = {}
    for number in range(100_000):  # among some 300 texts two share 16 bits as likely as not
        body = f"O texto de número {number}."
        start = identity(body)[:4]
        if start in seen:
            return seen[start], body
        seen[start] = body
    raise AssertionError("16 bits hold no more than 65,536 different ids")


def test_an_id_that_several_articles_share_is_told_with_more_digits(reader: Reader) -> None:
    ids = [
        reader("add", "-", "--title", "T", "--format", "json", stdin=body.encode()).json[0]["id"] for body in twins()
    ]
    assert ids[0][:4] == ids[1][:4]

    result = reader("show", ids[0][:4])

    assert result.is_one_line_of_failure()
    assert all(each[:6] in result.err for each in ids)
    assert reader("show", ids[0]).code == 0


@pytest.mark.engine
def test_english_says_where_it_comes_from(reader: Reader, news: Path) -> None:
    result = reader("show", str(news), "--layout", "english", "--width", "200")

    lines = result.out.splitlines()
    assert result.code == 0
    assert "Kim" in lines[0]
    assert "fábrica" not in result.out
    assert "North Korean" in result.out
    assert lines[1] == FACTS
    assert lines[-1].startswith("English: draft by local ")
    assert lines[-1].endswith(" (4)"), "the title and three sentences"


@pytest.mark.engine
def test_interlinear_puts_the_english_under_each_paragraph(reader: Reader, news: Path) -> None:
    lines = reader("show", str(news), "--layout", "interlinear", "--width", "60").out.splitlines()

    english = [line for line in lines if line.startswith("┊ ")]
    assert lines[0] == "Kim visita fábrica de aviões"
    assert lines[1].startswith("┊ ")
    assert any("North Korean" in line for line in english)
    assert lines.index(next(line for line in lines if "líder" in line)) < lines.index(
        next(line for line in english if "North Korean" in line)
    )


@pytest.mark.engine
def test_side_by_side_has_two_columns_of_the_width(reader: Reader, news: Path) -> None:
    lines = reader("show", str(news), "--layout", "side-by-side", "--width", "70").out.splitlines()

    columns = [line for line in lines if "│" in line]
    assert len({line.index("│") for line in columns}) == 1
    assert max(map(len, lines)) <= 70
    assert "líder" in columns[1]
    assert "North" in columns[1].partition("│")[2]


@pytest.mark.engine
def test_json_has_every_sentence_with_its_english_and_its_place(reader: Reader, news: Path) -> None:
    found = reader("show", str(news), "--layout", "interlinear", "--entities", "--format", "json").json

    body = found["article"]["body"]
    assert body == BODY
    assert [each["paragraph"] for each in found["sentences"]] == [0, 1, 1]
    for each in found["sentences"]:
        assert body[each["start"] : each["end"]] == each["source"]
        assert each["english"]
        assert (each["origin"], each["engine"]) == ("draft", "local")
    assert found["title"]["source"] == "Kim visita fábrica de aviões"
    for each in (found["title"], *found["sentences"]):
        words = [(each["source"][one:two], each["english"][three:four]) for one, two, three, four in each["alignment"]]
        assert ("Kim", "Kim") in words or ("Putin", "Putin") in words
        assert each["alignment_by"] == "attention"
    assert "Kim Jong Un" in {each["name"] for each in found["entities"]}


def test_json_of_a_persons_english_has_the_words_too_each_link_on_a_line(reader: Reader) -> None:
    row = next(each for each in reader("list", "--format", "json").json if each["title"].startswith("Kim"))
    result = reader("show", row["id"], "--layout", "english", "--format", "json")
    for each in (result.json["title"], *result.json["sentences"]):
        assert each["origin"] == "human"
        assert each["alignment"]
        for one, two, three, four in each["alignment"]:
            assert each["source"][one:two].isprintable()
            assert 0 <= three < four <= len(each["english"])
    assert re.search(r"^ +\[\d+, \d+, \d+, \d+\],$", result.out, re.MULTILINE)


def test_no_arithmetic_is_loaded_where_no_english_is_asked_for(news: Path, home: Path) -> None:
    code = "import sys; from reader.cli.main import run; code = run(); sys.exit(code or 'numpy' in sys.modules)"
    options = ["show", str(news), "--format", "json"]
    done = subprocess.run([sys.executable, "-c", code, *options], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_json_of_the_original_translates_nothing(reader: Reader, news: Path, home: Path) -> None:
    found = reader("show", str(news), "--format", "json").json

    assert set(found) == {"article"}
    assert not home.exists()


def test_entities_stand_under_the_text_when_asked_for(reader: Reader, news: Path) -> None:
    out = reader("show", str(news), "--entities").out

    text, _, listed = out.partition(BODY)
    assert "People" not in text
    assert "People (" in listed
    assert "Kim Jong Un" in listed


def test_human_english_of_a_bundled_article_needs_no_engine(reader: Reader) -> None:
    row = reader("list", "--format", "json").json[0]

    result = reader("show", row["id"], "--layout", "english", "--width", "100")

    last = result.out.splitlines()[-1]
    assert result.code == 0
    assert last.startswith("English: human (")
    assert "draft" not in last


@pytest.mark.engine
def test_markdown_of_the_english_says_so_in_its_front_matter(reader: Reader, news: Path) -> None:
    out = reader("show", str(news), "--layout", "english", "--format", "markdown").out

    assert '\nlanguage: "en"\n' in out
    assert '\ntranslation: "draft by local ' in out
    assert "North Korean" in out
    assert "líder" not in out


@pytest.mark.engine
def test_interlinear_markdown_quotes_the_english(reader: Reader, news: Path) -> None:
    out = reader("show", str(news), "--layout", "interlinear", "--format", "markdown", "--entities").out

    paragraphs = out.split("\n\n")
    assert "líder" in paragraphs[1]
    assert paragraphs[2].startswith("> ")
    assert "\n\n## Who, where and when\n\n### People (2)\n\n- Kim Jong Un" in out


def test_markdown_has_no_heading_over_nothing(reader: Reader) -> None:
    out = reader("show", "-", "--format", "markdown", "--entities", stdin=b"nada de nomes aqui").out

    assert out.endswith("\n\nnada de nomes aqui\n")


def test_a_part_of_a_book_is_shown_by_itself(emptied: Reader, tmp_path: Path) -> None:
    path = tmp_path / "livro.md"
    path.write_text("Antes.\n\n# Um\n\nO *primeiro* texto.\n\n# Dois\n\nO segundo texto.\n", encoding="utf-8")
    listed = emptied("show", str(path), "--format", "json").json
    assert [(part["number"], part["title"]) for part in listed["parts"]] == [(1, ""), (2, "Um"), (3, "Dois")]
    body = listed["article"]["body"]
    assert [body[part["start"] : part["end"]] for part in listed["parts"]][1] == "Um\n\nO primeiro texto."
    assert "*primeiro*" in emptied("show", str(path), "--part", "2", "--format", "markdown").out
    assert emptied("show", str(path), "--part", "3").out.endswith("Dois\n\nO segundo texto.\n")
    failed = emptied("show", str(path), "--part", "4")
    assert failed.is_one_line_of_failure
    assert "it has 3 parts" in failed.err
    assert emptied("show", str(path), "--part", "0").code == 2
