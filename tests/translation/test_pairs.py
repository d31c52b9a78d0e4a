"""Sentences and their English in order, for pipes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from articles.database import Database
from reader.translation.ahead import Ahead
from reader.translation.engine import EngineBusy, EngineError, EngineUnavailable, Origin, Rejected, Translation
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory
from reader.translation.pairs import english_of
from reader.translation.service import TranslationService
from tests.translation.engines import ScriptedEngine, failing


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db", MEMORY_MIGRATIONS) as opened:
        yield opened


def shown(service: TranslationService, sentences: list[str]) -> list[str]:
    return [
        answer.target if isinstance(answer, Translation) else type(answer).__name__
        for _sentence, answer in english_of(service, sentences)
    ]


def test_as_many_come_out_as_went_in_in_order(database: Database) -> None:
    engine = ScriptedEngine()
    steps: list[tuple[int, int]] = []
    service = TranslationService(TranslationMemory(database), engine)
    pairs = list(english_of(service, ["Um.", "", "Um.", "13", "Dois."], lambda done, of: steps.append((done, of))))
    assert [sentence for sentence, _answer in pairs] == ["Um.", "", "Um.", "13", "Dois."]
    assert [answer.target for _sentence, answer in pairs if isinstance(answer, Translation)] == [
        "English of Um.",
        "",
        "English of Um.",
        "13",
        "English of Dois.",
    ]
    assert engine.asked == ["Um.", "Dois."]
    assert steps == [(number, 5) for number in range(1, 6)]


def test_one_bad_sentence_costs_that_sentence() -> None:
    def sometimes(sentence: str) -> str:
        if "Dois" in sentence:
            raise Rejected("no")
        return f"English of {sentence}"

    service = TranslationService(None, ScriptedEngine(sometimes))
    assert shown(service, ["Um.", "Dois.", "Três."]) == ["English of Um.", "Rejected", "English of Três."]


def test_an_engine_that_cannot_run_is_asked_once_and_old_drafts_are_used(database: Database) -> None:
    memory = TranslationMemory(database)
    TranslationService(memory, ScriptedEngine()).translate("Três.")
    engine = ScriptedEngine(failing(EngineUnavailable("gone")), version="2")
    answers = shown(TranslationService(memory, engine), ["Um.", "Dois.", "Três.", "13"])
    assert answers == ["EngineUnavailable", "EngineUnavailable", "English of Três.", "13"]
    assert engine.asked == ["Um."]


def test_an_engine_that_cannot_run_is_asked_once_also_where_old_drafts_hide_it(database: Database) -> None:
    memory = TranslationMemory(database)
    known = [f"Frase {number}." for number in range(5)]
    list(english_of(TranslationService(memory, ScriptedEngine()), known))
    engine = ScriptedEngine(failing(EngineUnavailable("gone")), name="google")
    service = TranslationService(memory, engine)
    assert shown(service, known) == [f"English of {sentence}" for sentence in known]
    assert engine.asked == ["Frase 0."]
    assert str(service.unavailable) == "gone"


def test_an_engine_that_fails_for_a_while_is_asked_for_the_next_sentence() -> None:
    left = [EngineUnavailable("cannot be reached", retry_after=4.0)]

    def sometimes(sentence: str) -> str:
        if left:
            raise left.pop()
        return f"English of {sentence}"

    service = TranslationService(None, ScriptedEngine(sometimes))
    assert shown(service, ["Um.", "Dois."]) == ["EngineUnavailable", "English of Dois."]


def test_an_engine_that_runs_again_is_not_unavailable() -> None:
    broken = True

    def sometimes(sentence: str) -> str:
        if broken:
            raise EngineUnavailable("gone")
        return f"English of {sentence}"

    service = TranslationService(None, ScriptedEngine(sometimes))
    assert shown(service, ["Um."]) == ["EngineUnavailable"]
    broken = False
    assert shown(service, ["Um.", "Dois."]) == ["English of Um.", "English of Dois."]
    assert service.unavailable is None


def test_a_broken_library_stops_nothing(database: Database) -> None:
    memory = TranslationMemory(database)
    database.close()
    assert shown(TranslationService(memory, ScriptedEngine()), ["Um."]) == ["English of Um."]
    gone = ScriptedEngine(failing(EngineUnavailable("gone")))
    assert shown(TranslationService(memory, gone), ["Um.", "Dois."]) == ["EngineUnavailable"] * 2


def test_a_long_file_is_looked_up_in_parts(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.translation.pairs._AT_ONCE", 2)
    service = TranslationService(TranslationMemory(database), ScriptedEngine())
    sentences = [f"Frase {number}." for number in range(5)]
    assert shown(service, sentences) == [f"English of {sentence}" for sentence in sentences]


def test_the_engine_is_told_what_comes_next_and_nothing_that_is_known(database: Database) -> None:
    engine = ScriptedEngine()
    told: list[list[str]] = []

    class Telling(Ahead):
        def foresee(self, sentences: Iterable[str]) -> None:
            told.append(list(sentences))

    service = TranslationService(TranslationMemory(database), Telling(engine, 2))
    service.translate("Dois.")
    found = list(english_of(service, ["Um.", "Dois.", "—", "Três.", "Três.", "Quatro."], upcoming=["Dois.", "Cinco."]))
    assert [source for source, _ in found] == ["Um.", "Dois.", "—", "Três.", "Três.", "Quatro."]
    assert told == [
        ["Um.", "Três.", "Quatro.", "Cinco."],
        ["Três.", "Quatro.", "Cinco."],
        ["Quatro.", "Cinco."],
    ]
    assert engine.asked == ["Dois.", "Um.", "Três.", "Quatro."]


def test_a_drafter_stands_in_where_the_engine_cannot_run_and_that_is_not_tried_again(database: Database) -> None:
    gone = ScriptedEngine(failing(EngineUnavailable("gone")), name="google", origin=Origin.REFINED)
    service = TranslationService(TranslationMemory(database), gone, drafter=ScriptedEngine())
    assert shown(service, ["Um.", "Dois.", "13"]) == ["English of Um.", "English of Dois.", "13"]
    assert gone.asked == ["Um."]
    assert str(service.stood_in) == "gone"
    known = TranslationService(TranslationMemory(database), ScriptedEngine()).recall(["Um.", "Dois."])
    assert {each.engine for each in known.values()} == {"local"}, "kept as what they are"


@pytest.mark.parametrize("error", [EngineBusy("wait", "", 5.0), Rejected("no translation")])
def test_a_drafter_stands_in_for_one_sentence_too(error: EngineError) -> None:
    engine = ScriptedEngine(lambda text: failing(error)(text) if text == "Um." else f"Refined {text}", name="google")
    service = TranslationService(None, engine, drafter=ScriptedEngine())
    assert shown(service, ["Um.", "Dois."]) == ["English of Um.", "Refined Dois."]
    assert service.stood_in is error
    assert service.unavailable is None


def test_where_the_drafter_fails_as_well_the_engines_reason_is_told() -> None:
    gone = ScriptedEngine(failing(EngineUnavailable("gone")), name="google")
    service = TranslationService(None, gone, drafter=ScriptedEngine(failing(Rejected("looping"))))
    with pytest.raises(EngineUnavailable, match="gone"):
        service.translate("Um.")
    assert shown(service, ["Um.", "Dois."]) == ["EngineUnavailable"] * 2
    assert service.stood_in is None
