"""A service that gives one answer for everything: it is not stored for every sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.database import Database
from reader.translation.engine import EngineError, Rejected
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory
from reader.translation.online.breaker import FAILURES
from reader.translation.online.openai import OpenAIEngine
from reader.translation.online.repeats import Repeats, different
from reader.translation.service import TranslationService
from tests.translation.online.chats import chatting
from tests.translation.online.pages import SAYS, Page, Service
from tests.translation.online.services import MAKE, engine
from tests.translation.online.unhurried import unhurried

CANNED = "The president visited"
SENTENCES = (
    "O presidente visitou ontem a fábrica de aviões.",
    "A inflação subiu mais do que se esperava em maio.",
    "Os estudantes protestaram diante do palácio.",
    "O time venceu por três a zero fora de casa.",
    "Chuvas fortes deixaram centenas sem abrigo no sul.",
    "O tribunal adiou a decisão sobre o imposto.",
    "A cantora lança um disco novo na sexta-feira.",
)


@pytest.mark.parametrize("name", list(MAKE))
def test_one_answer_for_all_is_kept_once_at_most_and_the_service_rests(
    service: Service, tmp_path: Path, name: str
) -> None:
    service.answer = lambda page: SAYS[name](page, CANNED)
    made = engine(name, service.address, failures=FAILURES)
    with Database(tmp_path / "library.db", MEMORY_MIGRATIONS) as database:
        translation = TranslationService(TranslationMemory(database), None)
        told = []
        for sentence in SENTENCES:
            try:
                translation.refine(sentence, made)
            except EngineError as error:
                told.append(error.message)
        kept = TranslationMemory(database).lookup(SENTENCES)
    assert list(kept) == [SENTENCES[0]]
    assert len(told) == len(SENTENCES) - 1
    assert "the service gives the same answer for different sentences" in told[-1]
    assert made.cooldown
    assert len(service.asked) < 2 * len(SENTENCES)


def test_a_model_that_says_one_thing_is_asked_twice_for_a_sentence_and_refused() -> None:
    with chatting() as service:
        made = OpenAIEngine(service.address, "small-1", careful=unhurried("openai"))
        service.say = lambda _text: f"{CANNED} a factory."
        made.translate(SENTENCES[0])
        with pytest.raises(Rejected, match="same answer"):
            made.translate(SENTENCES[1])
        assert len(service.asked) <= 3
        assert made.translate(SENTENCES[0]) == f"{CANNED} a factory.", "it is still that one's"
        service.say = lambda text: f"English of {text}"
        assert made.translate(SENTENCES[1]) == f"English of {SENTENCES[1]}"


def test_an_answer_behind_is_asked_for_anew_on_another_connection(service: Service) -> None:
    """Bodies that differ, so that only the English tells: the server is one answer behind on a connection it keeps."""
    last: dict[object, str] = {}

    def behind(page: Page) -> None:
        english = last.get(page.handler, f"English of {page.text}")
        last[page.handler] = english
        page.json({"translatedText": english, "at": len(service.pages)})

    service.answer = behind
    made = engine("libretranslate", service.address)
    assert [made.translate(each) for each in SENTENCES] == [f"English of {each}" for each in SENTENCES]
    assert len(service.asked) == 2 * len(SENTENCES) - 1


def test_short_sentences_share_their_english(service: Service) -> None:
    service.answer = lambda page: SAYS["google"](page, "Yes.")
    made = engine("google", service.address)
    for sentence in ("Sim.", "É sim.", "Claro.", "Sim, senhor."):
        assert made.translate(sentence) == "Yes."


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("Ele não quis comentar o caso.", "Não quis comentar o caso.", False),
        ("O PRESIDENTE disse que não sabia.", "O presidente disse  que não sabia!", False),
        ("Em 2023 o ministro visitou 3 fábricas.", "Em 2024 o ministro visitou 4 fábricas.", False),
        ("O presidente visitou a fábrica ontem.", "O presidente visitou a escola ontem.", True),
        ("Sim.", "O presidente visitou a escola ontem.", True),
        ("É o que se vê.", "Não é o que se diz.", True),
    ],
)
def test_which_sentences_may_share_their_english(first: str, second: str, differ: bool) -> None:
    assert different(first, second) is differ
    assert different(second, first) is differ


def test_only_so_many_are_remembered() -> None:
    repeats = Repeats(most=2)
    assert not any(repeats.anothers(sentence, f"Answer {at}") for at, sentence in enumerate(SENTENCES))
    assert not repeats.anothers(SENTENCES[1], "Answer 0")
    assert repeats.anothers(SENTENCES[2], "answer  6!")
