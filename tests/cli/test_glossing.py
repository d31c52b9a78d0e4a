"""Names hold on the command line: an article's by what it names, a line's by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.cli.compose import Composition
from reader.cli.glossing import LineNames
from reader.locations import locate
from reader.translation.glossary.model import Hit
from reader.translation.names.holding import Holder
from reader.translation.names.model import Held
from tests.cli.conftest import Reader

pytestmark = pytest.mark.engine

SHOIGU = "Serguei Choigu falou em Moscou.\n\nO ministro russo Choigu voltou a Komsomolsk do Amur.\n"


def test_an_articles_names_are_in_its_english_as_beside_it(reader: Reader, tmp_path: Path) -> None:
    file = tmp_path / "choigu.txt"
    file.write_text(SHOIGU, encoding="utf-8")

    found = reader("translate", str(file), "--format", "json").json
    english = " ".join(each["english"] for each in found["sentences"])
    assert "Sergei Shoigu" in english
    assert "Choigu" not in english
    assert "Komsomolsk-on-Amur" in english
    assert all(each["unsure"] == [] for each in found["sentences"])

    shown = reader("show", str(file), "--layout", "english").out
    assert "Sergei Shoigu" in shown


def test_a_lines_names_hold_too(reader: Reader) -> None:
    result = reader("translate", "--lines", "-", stdin=b"Serguei Choigu falou em Moscou.\nBom dia.\n")

    assert "Sergei Shoigu" in result.out.splitlines()[0]
    assert result.err == ""


def test_an_article_by_persons_is_not_read_for_its_names(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("its names were looked for")

    monkeypatch.setattr("reader.cli.entities.entities_of", never)
    row = reader("list", "--format", "json").json[0]

    assert reader("translate", row["id"]).code == 0


class Counting(Holder):
    """Holds names, and counts how often it is asked."""

    asked = 0

    def hold(self, source: str, target: str, hits: object, again: object = None) -> Held:
        self.asked += 1
        assert isinstance(hits, tuple)
        assert all(isinstance(hit, Hit) for hit in hits)
        return super().hold(source, target, hits, None)


@pytest.mark.parametrize(
    ("source", "target", "times"),
    [
        ("Choveu em São Paulo.", "It rained in São Paulo.", 0),
        ("Choveu em São Paulo.", "It rained in Saint Paul.", 1),
        ("Serguei Choigu falou.", "Serguei Choigu spoke.", 1),
        ("O acordo entre Moscou de Teerã.", "The agreement between Moscow Tehran.", 1),
    ],
)
def test_the_network_is_asked_only_where_that_may_change_something(
    home: Path, source: str, target: str, times: int
) -> None:
    parts = Composition(locate(home))
    holder = Counting()
    lines = LineNames(parts, holder)
    try:
        held = lines.hold(source, target, lines.glossary(source).hits(source))
    finally:
        parts.close()
    assert holder.asked == times
    assert times or held == Held(target)
    assert lines.version != holder.version
