"""entities on what is hardly an article: it ends well, says what is the matter, and prints what there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.model import Article
from reader.cli.compose import Composition
from reader.entities import choosing
from reader.entities.rules import RuleRecogniser
from reader.locations import locate
from tests.cli.conftest import Reader

ENGLISH = (
    "The council voted on Tuesday night to close the old bridge in Lisbon for two years while engineers replace its "
    "cables, a decision that angered shopkeepers on both banks of the river.\n"
)
CAPITALS = (
    "PRESIDENTE LULA VISITA LISBOA\n\nO PRESIDENTE LUIZ INÁCIO LULA DA SILVA CHEGOU A LISBOA NA QUARTA-FEIRA (13) E "
    "FALOU COM A MINISTRA ANA PEREIRA. LULA DISSE QUE A ONU GASTOU R$ 3 MILHÕES.\n"
)
LITTLE = {
    "one word": "Palavra",
    "one name": "Lisboa",
    "digits": "12 345 678 90\n\n" + "1234567890 " * 500,
    "one number": "7",
    "capitals": CAPITALS,
    "English": ENGLISH,
    "one line": "Rui Melo foi a Lisboa e falou com Ana. " * 300,
    "one name over and over": "Kim " * 2_000,
}


@pytest.mark.parametrize("text", LITTLE.values(), ids=LITTLE)
@pytest.mark.parametrize("form", ["text", "json"])
def test_it_ends_well(reader: Reader, tmp_path: Path, text: str, form: str) -> None:
    file = tmp_path / "artigo.txt"
    file.write_text(text, "utf-8")
    said = reader("entities", str(file), "--format", form)
    assert said.code == 0
    assert said.is_harmless()
    assert said.out or "nothing found" in said.err


def test_a_name_over_and_over_is_one_entity(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # By rules: it is about what is done with forty thousand mentions, and the network would take a minute to find them.
    monkeypatch.setattr(choosing, "recogniser", lambda: choosing.Chosen(RuleRecogniser()))
    file = tmp_path / "artigo.txt"
    file.write_text("Kim falou. Hoje Kim riu. " * 20_000, "utf-8")
    found = reader("entities", str(file), "--format", "json").json["entities"]
    (kim,) = (each for each in found if each["name"] == "Kim")
    assert len(kim["mentions"]) >= 39_000


@pytest.mark.parametrize("text", ["", " \n\n \t\n", "\ufeff", "🎉🎉 👩‍👩‍👧 🇧🇷\n\n😀 😀 😀", "... --- !!! ???"])
def test_nothing_at_all_is_no_article(reader: Reader, tmp_path: Path, text: str) -> None:
    file = tmp_path / "artigo.txt"
    file.write_text(text, "utf-8")
    assert reader("entities", str(file)).is_one_line_of_failure()


def test_another_language_is_said_to_be_one(reader: Reader, tmp_path: Path) -> None:
    file = tmp_path / "artigo.txt"
    file.write_text(ENGLISH, "utf-8")
    said = reader("entities", str(file))
    assert said.code == 0
    assert said.err == (
        "reader: this text seems to be in another language (English): names are looked for as in Portuguese\n"
    )
    assert "Lisbon" in said.out


def test_capitals_alone_have_names_all_the_same(reader: Reader, tmp_path: Path) -> None:
    file = tmp_path / "artigo.txt"
    file.write_text(CAPITALS, "utf-8")
    found = {each["name"] for each in reader("entities", str(file), "--format", "json").json["entities"]}
    assert {"LISBOA", "ONU"} <= found


def test_a_damaged_model_is_told_once_and_rules_take_over(
    reader: Reader, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = choosing.Problem("names are found by rules: the model file is damaged", "install the reader again")
    monkeypatch.setattr(choosing, "recogniser", lambda: choosing.Chosen(RuleRecogniser(), problem))
    said = reader("entities", str(news))
    assert said.code == 0
    assert said.out
    assert said.err == "reader: names are found by rules: the model file is damaged; install the reader again\n"


def test_a_long_article_is_kept_as_the_screen_keeps_it(home: Path) -> None:
    """Whoever read it first: what is found is the same, in parts or at once."""
    from reader.cli.entities import entities_of
    from reader.entities.analysis import PART
    from reader.entities.worker.client import Known, Order, Worker

    # Longer than what is read at once, by white space: the network's time goes by words.
    space = " " * 600
    body = "\n\n".join(f"O presidente Vladimir Putin chegou{space}a Lisboa com {n} pessoas." for n in range(600))
    article = Article("Longo", body)
    parts = Composition(locate(str(home)))
    parts.articles.add(article)
    assert len(body) > PART
    here = entities_of(article, parts, stored=True)
    worker = Worker()
    last = None
    for step in worker.read(article, 200_000, Order()):
        last = step
    worker.close()
    assert isinstance(last, Known)
    from reader.entities.packing import joined, unpack

    assert unpack(joined(last.blocks)) == here == parts.analyses.get(article.id, parts.recogniser, None)
    parts.close()
