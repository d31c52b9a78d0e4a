"""The English of an article, with an engine that fails as engines do and one that is real elsewhere."""

from __future__ import annotations

import codecs

import pytest

from articles.model import Article
from reader.cli.english import English
from reader.translation.engine import Engine, EngineError, EngineUnavailable, Origin, Rejected
from reader.translation.service import TranslationService


def garbled(text: str) -> str:
    """What stands for English here: other letters, so that it cannot pass for Portuguese left as it was."""
    return codecs.encode(text, "rot13")


class Echo:
    """An engine that garbles what it is given; a word in a sentence tells how to fail."""

    name = "echo"
    version = "1"
    origin = Origin.DRAFT

    def __init__(self) -> None:
        self.asked: list[str] = []

    def translate(self, sentence: str) -> str:
        self.asked.append(sentence)
        if "falha" in sentence:
            raise Rejected("echo failed", "the original is kept")
        if "desliga" in sentence:
            raise EngineUnavailable("echo is gone", "start it again")
        return garbled(sentence)


def english(engine: Engine | None) -> English:
    return English(TranslationService(None, engine))


POEM = Article(
    title="O título", body="Um verso aqui,\noutro verso ali.\n\nUma frase. — Isto falha sempre. Fim.\n\n— 1986 —"
)


def test_paragraphs_lines_and_sentences_stay_where_they_were() -> None:
    found = english(Echo()).of_article(POEM)

    assert found.title.text == garbled("O título")
    assert [found.text(said) for _, said in found.paragraphs] == [
        garbled("Um verso aqui,\noutro verso ali."),
        f"{garbled('Uma frase.')} [pt] — Isto falha sempre. {garbled('Fim.')}",
        "— 1986 —",
    ]


def test_the_origin_counts_what_was_translated_and_what_was_not() -> None:
    found = english(Echo()).of_article(POEM)

    assert found.origin() == "draft by echo 1 (5), not translated, marked [pt] (1)"
    assert [str(each) for each in found.problems()] == ["echo failed; the original is kept"]


def test_nothing_to_translate_is_said() -> None:
    article = Article(title="1986", body="— 13 —")

    assert english(Echo()).of_article(article).origin() == "nothing to translate"


@pytest.mark.parametrize("engine", [None, Echo()])
def test_when_nothing_at_all_can_be_translated_it_is_a_failure(engine: Engine | None) -> None:
    article = Article(title="Isto falha.", body="Isto também falha. 13")

    with pytest.raises(EngineError):
        english(engine).of_article(article)


def test_a_line_is_one_segment_as_long_as_an_engine_can_take_it() -> None:
    engine = Echo()

    english(engine).of_line("Uma frase. Outra frase.")
    assert engine.asked == ["Uma frase. Outra frase."]

    long = " ".join(f"A frase {number}." for number in range(2_000))
    said, problem, _unsure = english(engine).of_line(long)
    assert problem is None
    assert said == garbled(long)
    assert engine.asked[1:3] == ["A frase 0.", "A frase 1."]


def test_a_line_that_fails_comes_back_with_why() -> None:
    line, problem, _unsure = english(Echo()).of_line("Isto falha.")

    assert line == "Isto falha."
    assert isinstance(problem, Rejected)


def test_an_engine_that_is_gone_is_not_asked_again() -> None:
    engine = Echo()
    translator = english(engine)

    first = translator.of_line("Isto desliga.")
    second = translator.of_line("Bom dia.")
    third = translator.of_line("13")

    assert (first[0], second[0]) == ("Isto desliga.", "Bom dia.")
    assert isinstance(second[1], EngineUnavailable)
    assert third == ("13", None, ()), "which needs no engine"
    assert engine.asked == ["Isto desliga."]
