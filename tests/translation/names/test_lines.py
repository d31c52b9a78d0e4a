"""Lines by themselves and headlines in capitals, through our recogniser, the local engine and the holder."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.model import Article
from reader.entities.analysis import analyse
from reader.entities.capitals import names_in_capitals
from reader.entities.rules import RuleRecogniser
from reader.terms import glossary_of
from reader.translation.alignment.choosing import aligner
from reader.translation.glossary.model import Glossary
from reader.translation.local import LocalEngine
from reader.translation.names.holding import Holder
from reader.translation.names.model import Held

LINES = Path(__file__).with_name("lines.tsv").read_text("utf-8").splitlines()[1:]

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def engine() -> LocalEngine:
    return LocalEngine()


def held(engine: LocalEngine, source: str, glossary: Glossary) -> Held:
    return Holder(aligner).hold(source, engine.translate(source), glossary.hits(source), engine.translate)


@pytest.mark.parametrize("line", LINES)
def test_a_line_by_itself(engine: LocalEngine, line: str) -> None:
    source, wanted, not_wanted = line.split("\t")
    found = analyse(Article("-", source, id="-"), RuleRecogniser())
    english = held(engine, source, glossary_of((*found, *names_in_capitals(source, found))))
    assert wanted in english.target
    assert not_wanted not in english.target
    assert english.unsure == ()


@pytest.mark.parametrize(
    ("title", "body", "names"),
    [
        (
            "LULA VENCE BOLSONARO EM SÃO PAULO",
            "O presidente Lula venceu Jair Bolsonaro em São Paulo. Lula comemorou; Bolsonaro ficou calado.",
            ["LULA", "BOLSONARO", "SÃO PAULO"],
        ),
        (
            "SEGURO VENCE VENTURA",
            "António José Seguro venceu André Ventura em Lisboa. Seguro falou aos jornalistas e Ventura saiu.",
            ["SEGURO", "VENTURA"],
        ),
        (
            "MONTENEGRO RECUSA ACORDO COM VENTURA",
            "O primeiro-ministro Luís Montenegro falou em Lisboa com André Ventura. Montenegro recusou; Ventura não.",
            ["MONTENEGRO", "VENTURA"],
        ),
    ],
)
def test_a_headline_in_capitals_is_held_to_the_names_of_the_body(
    engine: LocalEngine, title: str, body: str, names: list[str]
) -> None:
    english = held(engine, title, glossary_of(analyse(Article(title, body), RuleRecogniser()), (), "pt-PT"))
    assert [name for name in names if name not in english.target] == []
    assert english.unsure == ()
