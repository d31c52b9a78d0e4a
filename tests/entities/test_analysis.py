"""From an article to its entities, at once and in steps, with whatever text."""

from __future__ import annotations

import datetime
import itertools
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.model import Article, Span
from reader.entities import analysis
from reader.entities.analysis import FIRST, Found, analyse, read_in_steps
from reader.entities.model import Entity, Kind, Mention, Precision, Recogniser, SteppedRecogniser
from reader.entities.rules import RuleRecogniser

RULES = RuleRecogniser()

VISIT = """O líder do Norte, Park Chol Su, disse nesta quarta-feira (13) a Igor Volkov que Moscou vai vencer. \
Diante de Park, Volkov riu na base de Plesetsk, perto dos foguetes Angara.

Foi a primeira visita de Park Chol Su a Vladivostok desde 2019. Washington teme a entrega de armas na Ucrânia. \
"Estamos preocupados", disse o porta-voz do Conselho de Segurança Nacional, John Miller.

Em julho de 2000, o presidente Igor Volkov já tinha visitado o pai do líder, Park Chol Ho. A viagem, de 500 \
quilômetros, começou no domingo (10) e durou mais de duas horas. Park gostou."""


PIECES = """
Rui Ana Melo Silva da do e de Kim Jong Un Lisboa ONU (ONU) O A em no presidente , . « » 2019 quarta-feira (13)
ministro Banco Universidade Rua Copa Mundo R$ 3 mil milhões horas 12 de maio Su-35 -- disse
"""


def find(entities: Sequence[Entity], name: str) -> Entity:
    return next(entity for entity in entities if entity.name == name)


def check(body: str, entities: Sequence[Entity]) -> None:
    """What holds for every analysis of every text."""
    spans: list[Span] = []
    for entity in entities:
        forms = {entity.name, *entity.aliases}
        assert entity.mentions
        assert entity.name not in entity.aliases
        assert list(entity.mentions) == sorted(entity.mentions, key=lambda mention: mention.span)
        for mention in entity.mentions:
            assert mention.span.of(body) == mention.text
            assert mention.text in forms
            assert mention.kind is entity.kind
            spans.append(mention.span)
    spans.sort()
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))


def test_an_article() -> None:
    article = Article("Park visita base", VISIT, published=datetime.date(2023, 9, 13))
    found = analyse(article, RULES)
    check(VISIT, found)
    park = find(found, "Park Chol Su")
    assert (park.role, len(park.mentions), park.aliases) == ("líder do Norte", 4, ("Park",))
    assert find(found, "Park Chol Ho").role == "pai do líder"
    assert find(found, "Igor Volkov").aliases == ("Volkov",)
    assert find(found, "John Miller").role == "porta-voz do Conselho de Segurança Nacional"
    assert find(found, "Moscou").english == "Moscow"
    assert find(found, "quarta-feira (13)").date == "2023-09-13"
    assert find(found, "domingo (10)").date == "2023-09-10"
    assert find(found, "julho de 2000").date == "2000-07"
    assert find(found, "500 quilômetros").value == "500 km"
    assert find(found, "mais de duas horas").value == "> 2 h"
    assert find(found, "Angara").kind is Kind.WORK


def test_the_title_is_not_searched() -> None:
    assert analyse(Article("Vladimir Putin em Lisboa", "Choveu."), RULES) == ()


@pytest.mark.parametrize(
    "body",
    [
        "Palavra",
        "Lisboa",
        "12 345 6",
        "[/] [red]Lisboa[/red] [@click=app.quit]Rui Melo[/]",
        "👩‍👩‍👧 Rui Melo 🇧🇷 foi a Lisboa 🎉 com Ana Reis.",
        "Rui Me\u0301lo foi a São\u0303 Paulo e a E\u0301vora.",
        "\u0301\u0301Ana\u0301\u0301 Reis\u0301",
        "RUI MELO VISITA LISBOA HOJE",
        "A" * 5000,
        "Kim " * 3000,
        "«" * 500 + "Rui Melo",
        "Rui Melo (" * 500,
        "1" * 5000,
        "R$ " + "9" * 400 + " milhões",
        "ß İstanbul ŉ ǆ ﬁ Ǆ",
        "Rui\u00a0Melo gastou 5\u00a0000\u00a0€.",
    ],
)
def test_any_text(body: str) -> None:
    check(body, analyse(Article("t", body), RULES))


@given(
    st.text(
        alphabet=st.one_of(
            st.sampled_from("AaBÉé \n.,-'’«»“”\"():;!?0123456789$%/&[]\u0301\u200d🎉ªº"),
            st.characters(codec="utf-8"),
        ),
        min_size=1,
        max_size=300,
    )
)
def test_spans_are_right_in_any_text(body: str) -> None:
    check(body, analyse(Article("t", body, published=datetime.date(2023, 9, 15)), RULES))


@given(st.lists(st.sampled_from(sorted(set(PIECES.split()))), min_size=1, max_size=60))
def test_spans_are_right_in_any_mixture_of_names(words: list[str]) -> None:
    body = " ".join(words)
    check(body, analyse(Article("t", body, published=datetime.date(2023, 9, 15)), RULES))


def test_a_short_article_has_one_analysis() -> None:
    article = Article("t", VISIT)
    results = [step for step in read_in_steps(article, RULES) if step is not None]
    assert results == [Found(analyse(article, RULES), 1.0, True)]


def steps_of(article: Article, place: int = 0) -> tuple[list[Found], int]:
    """What is told of an article, and in how many steps."""
    steps = list(read_in_steps(article, RULES, place))
    assert isinstance(steps[-1], Found)
    assert steps[-1].done
    shares = [step for step in steps if isinstance(step, float)]
    assert all(0 < share <= 1 for share in shares)
    return [step for step in steps if isinstance(step, Found)], len(steps)


def reach(entities: Sequence[Entity]) -> tuple[int, int]:
    spans = [mention.span for entity in entities for mention in entity.mentions]
    return min(span.start for span in spans), max(span.end for span in spans)


def test_a_long_article_shows_its_beginning_first() -> None:
    body = "\n\n".join([VISIT] * 300)
    article = Article("t", body)
    results, steps = steps_of(article)
    assert FIRST - 1000 < reach(results[0].entities)[1] <= FIRST
    ends = [reach(each.entities)[1] for each in results]
    assert ends == sorted(ends)
    assert [each.done for each in results] == [False, False, True]
    assert [each.share for each in results] == sorted(each.share for each in results)
    assert steps > len(body) // 10_000
    assert results[-1].entities == analyse(article, RULES)
    check(body, results[-1].entities)
    assert find(results[-1].entities, "Vladivostok").kind is Kind.PLACE  # however often a weak hint says otherwise


@pytest.mark.parametrize("place", [0, 100_000, 165_000])
def test_what_is_on_the_screen_comes_first(place: int) -> None:
    body = "\n\n".join([VISIT] * 300)
    article = Article("t", body)
    results, _ = steps_of(article, min(place, len(body) - 1))
    first, last = reach(results[0].entities)
    assert first - 500 <= place <= last
    assert last - first <= FIRST
    assert results[-1].entities == analyse(article, RULES), "what is found in the end does not depend on the place"


@pytest.fixture
def short_parts(monkeypatch: pytest.MonkeyPatch) -> int:
    """Parts so short that an article of a few kilobytes has many."""
    monkeypatch.setattr(analysis, "PART", 2_000)
    monkeypatch.setattr(analysis, "CAREFUL", 6_000)
    monkeypatch.setattr(analysis, "FIRST", 500)
    return 2_000


@pytest.mark.parametrize("place", [0, 9_000, 16_000])
def test_a_very_long_article_is_read_in_parts(short_parts: int, place: int) -> None:
    body = "\n\n".join([VISIT] * 30)
    article = Article("t", body, published=datetime.date(2023, 9, 13))
    results, _ = steps_of(article, place)
    check(body, results[-1].entities)
    assert results[-1].entities == analyse(article, RULES), "what is found in the end does not depend on the place"
    first, last = reach(results[0].entities)
    assert first - 500 <= place <= last + 500
    for each in results:
        first, last = reach(each.entities)
        assert last - first <= each.share * len(body) + 1, "what is read grows outward, without holes"
    people = {entity.name: entity for entity in results[-1].entities if entity.kind is Kind.PERSON}
    assert set(people) >= {"Park Chol Su", "Park Chol Ho", "Igor Volkov", "John Miller"}
    assert len(people["Park Chol Su"].mentions) > 30 * 3, "but where a part has the short form alone, of another kind"
    assert people["Park Chol Su"].roles == ("líder do Norte",)
    assert find(results[-1].entities, "julho de 2000").date == "2000-07"
    assert len(find(results[-1].entities, "julho de 2000").mentions) == 30
    order = [list(Kind).index(entity.kind) for entity in results[-1].entities]
    assert order == sorted(order)


class Silent(RuleRecogniser):
    """Finds nothing."""

    name = "silent"

    def recognise_in_steps(self, sentences: Sequence[str]) -> Iterator[list[list[Mention]] | None]:
        yield [[] for _ in sentences]


def test_the_rest_of_a_very_long_article_is_read_by_rules(short_parts: int) -> None:
    article = Article("t", "\n\n".join([VISIT] * 30))
    assert not analysis.is_careful_throughout(article)
    found = analyse(article, Silent())
    assert 5_000 < reach(found)[0] < 7_500
    assert analysis.is_careful_throughout(Article("t", VISIT))
    assert analyse(Article("t", VISIT), Silent()) == ()


@pytest.mark.parametrize("body", ["palavra " * 2_000, "x" * 9_000, "Kim " * 2_000, "Rui Melo\n" * 900, ". " * 4_000])
def test_parts_of_a_text_without_paragraphs(short_parts: int, body: str) -> None:
    check(body.strip(), analyse(Article("t", body.strip()), RULES))


@pytest.mark.parametrize(
    "body",
    ["Kim riu a " * 12_000, "x" * 120_000, ". " * 60_000, "Rui Melo\n" * 12_000],
    ids=["one name", "one letter", "full stops", "one name a line"],  # the texts themselves would fill the log
)
def test_long_lines_and_many_mentions(body: str) -> None:
    check(body, analyse(Article("t", body.strip()), RULES))


class Plain:
    """A recogniser without steps: every "Rui" is a person."""

    name = "plain"
    version = "1"

    def recognise(self, sentences: Sequence[str]) -> list[list[Mention]]:
        return [
            [Mention(Span(0, 3), Kind.PERSON, "Rui")] if sentence.startswith("Rui") else [] for sentence in sentences
        ]


def test_a_recogniser_that_cannot_pause_is_given_blocks() -> None:
    plain: Recogniser = Plain()
    assert not isinstance(plain, SteppedRecogniser)
    body = "\n\n".join(["Rui saiu de casa cedo."] * 3000)
    steps = list(read_in_steps(Article("t", body), plain))
    assert len(steps) > 20
    last = steps[-1]
    assert isinstance(last, Found)
    assert len(last.entities[0].mentions) == 3000


def test_importing_takes_no_babel() -> None:
    script = "import sys, reader.entities.analysis, reader.entities.rules; print('babel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_seeds(shared: Path) -> None:
    """The two articles that the product was imagined with."""
    first, second = (path.read_text("utf-8").strip() for path in sorted((shared / "seeds").glob("*.txt")))
    found = analyse(Article("t", first, published=datetime.date(2023, 9, 13)), RULES)
    check(first, found)
    people = {entity.name: entity for entity in found if entity.kind is Kind.PERSON}
    assert set(people) == {"Kim Jong Un", "Vladimir Putin", "John Kirby", "Matthew Miller"}
    assert "Kim" in people["Kim Jong Un"].aliases
    found = analyse(Article("t", second, published=datetime.date(2023, 9, 15)), RULES)
    check(second, found)
    people = {entity.name: entity for entity in found if entity.kind is Kind.PERSON}
    assert {"Kim Jong Un", "Kim Jong Il", "Vladimir Putin", "Dmitri Peskov", "Denis Manturov"} <= set(people)
    assert len(people["Kim Jong Il"].mentions) == 1
    assert people["Dmitri Peskov"].role == "porta-voz do Kremlin"
    dates = {entity.date for entity in found if entity.kind is Kind.DATE}
    assert dates == {"2023-09-15", "2023-09-13", "2023-09-10", "2023-09-12", "2023-09-14", "2000-07", None}
    relative = {entity.name for entity in found if entity.precision is Precision.RELATIVE}
    assert relative == {"Dois dias após", "Mais de duas décadas depois"}
