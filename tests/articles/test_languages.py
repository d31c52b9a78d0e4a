"""Whether a text is Portuguese: said of others, not of Portuguese full of foreign names, not of a few words."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from articles.bundled import bundled
from articles.formats.foreign import NAMES, ForeignLanguage, refuse_foreign
from articles.formats.languages import UNKNOWN, guess_language, other_language
from articles.formats.smallwords import SMALL_WORDS

OTHERS: dict[str, list[str]] = defaultdict(list)
for line in (Path(__file__).parent / "data" / "other-languages.txt").read_text("utf-8").splitlines():
    OTHERS[line.partition("\t")[0]].append(line.partition("\t")[2])

FOREIGN_NAMES = [
    "Os atores de «The Good, the Bad and the Ugly», «Once Upon a Time in the West» e «A Fistful of Dollars» "
    "voltaram a reunir-se na cidade onde os filmes foram rodados, conta o New York Times de domingo.",
    "A Frankfurter Allgemeine Zeitung, o Corriere della Sera, La Repubblica, El País e Le Monde publicaram a mesma "
    "entrevista com o chanceler alemão, que não quis falar do caso.",
    "Em Los Angeles, San Francisco, Las Vegas e El Paso a polícia prendeu doze pessoas ligadas ao cartel de Los Zetas, "
    "disse à CNN o porta-voz do Department of Justice.",
]


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_told(language: str) -> None:
    assert [other_language(text) for text in OTHERS[language]] == [language] * len(OTHERS[language])
    assert guess_language(" ".join(OTHERS[language])) == language


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_said_of_a_few_words(language: str) -> None:
    for text in OTHERS[language]:
        assert other_language(" ".join(text.split()[:12])) == ""


@pytest.mark.parametrize("text", FOREIGN_NAMES)
def test_portuguese_with_foreign_names_is_portuguese(text: str) -> None:
    assert other_language(text) == ""


@pytest.mark.parametrize(
    "text", ["", "Lisboa", "12 345 6", "🎉 👩‍👩‍👧", "LISBOA", "x" * 50_000, "Kim " * 10_000, "1 " * 10_000]
)
def test_what_is_no_language_is_none(text: str) -> None:
    assert other_language(text) == ""


def test_capitals_make_no_difference() -> None:
    assert other_language(OTHERS["en"][0].upper()) == "en"
    shouted = (
        "O CONSELHO APROVOU NA TERÇA-FEIRA O FECHO DA PONTE VELHA DURANTE DOIS ANOS, O QUE NÃO AGRADOU AOS LOJISTAS"
    )
    assert other_language(shouted) == ""


def test_no_false_alarm_on_the_bundled_articles() -> None:
    assert {each.name: other_language(each.article.body) for each in bundled()} == {each.name: "" for each in bundled()}


def test_no_false_alarm_on_real_texts(shared: Path) -> None:
    """None on the seeds, on five sentences together, nor on documents; of single sentences two lists of titles."""
    seeds = [path.read_text("utf-8") for path in (shared / "seeds").glob("*.txt")]
    lines = (shared / "data/flores-dev/dev.pt").read_text("utf-8").splitlines()
    documents: dict[str, list[str]] = defaultdict(list)
    for part in ("train", "dev"):
        for line in (shared / f"data/ner/uner-bosque-{part}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            documents[row["id"].rsplit("-", 1)[0]].append(row["text"])
    texts = seeds + [" ".join(lines[at : at + 5]) for at in range(0, len(lines), 5)]
    texts += [text for some in documents.values() if len((text := " ".join(some)).split()) >= 40]
    assert len(texts) > 1_700
    assert [text[:200] for text in texts if other_language(text)] == []
    sentences = [text for some in documents.values() for text in some]
    assert sum(other_language(text) != "" for text in sentences) <= 2


def test_real_english_is_told(shared: Path) -> None:
    lines = (shared / "data/flores-dev/dev.en").read_text("utf-8").splitlines()
    texts = [" ".join(lines[at : at + 5]) for at in range(0, len(lines), 5)]
    assert {other_language(text) for text in texts} == {"en"}


def _lines(name: str) -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "data" / name).read_text("utf-8").splitlines()
    return [(kind, text.replace("\\n", "\n")) for kind, _, text in (line.partition("\t") for line in lines)]


def test_more_languages_are_told_and_named() -> None:
    lines = _lines("more-languages.txt")
    assert [(other_language(text), text) for _, text in lines] == lines
    assert {language for language, _ in lines} <= {*NAMES, UNKNOWN}
    assert all(language in NAMES for language in SMALL_WORDS if language != "pt")


def test_portuguese_that_does_not_look_like_it_is_not_refused() -> None:
    """Old spelling, capitals, no accents, poems, names, tables, recipes, long quotations, half Galician, jargon."""
    assert [(kind, text) for kind, text in _lines("hard-portuguese.txt") if other_language(text)] == []


def test_a_language_that_nobody_knows_is_refused_as_such() -> None:
    text = next(text for language, text in _lines("more-languages.txt") if language == UNKNOWN)
    with pytest.raises(ForeignLanguage, match="this looks like another language, not Portuguese") as caught:
        refuse_foreign(text)
    assert caught.value.language == UNKNOWN


def test_a_foreword_in_another_language_is_not_the_text() -> None:
    english, portuguese = OTHERS["en"][0] + "\n", FOREIGN_NAMES[1] + "\n"
    assert other_language(english * 60 + portuguese * 400) == ""
    assert other_language(english * 400) == "en"


def test_a_poem_beside_its_translation_is_not_refused() -> None:
    russian = next(text for language, text in _lines("more-languages.txt") if language == "ru")
    assert other_language(russian) == "ru"
    assert other_language(f"{russian}\n{FOREIGN_NAMES[1]}") == ""
