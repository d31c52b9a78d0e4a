"""The recogniser: the network's names, and what the rules find beside them."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from articles.model import Span
from reader.entities.model import Kind, Mention, SteppedRecogniser
from reader.entities.neural import ModelUnusable, NeuralRecogniser
from reader.entities.neural.recogniser import overlaid
from tests.entities.neural.making import small_model


@pytest.fixture
def small(tmp_path: Path) -> NeuralRecogniser:
    return NeuralRecogniser(small_model(tmp_path))


@pytest.fixture(scope="module")
def shipped() -> NeuralRecogniser:
    return NeuralRecogniser()


def check(sentences: list[str], found: list[list[Mention]]) -> None:
    assert len(found) == len(sentences)
    for sentence, mentions in zip(sentences, found, strict=True):
        end = 0
        for mention in mentions:
            assert mention.span.start >= end
            assert mention.span.of(sentence) == mention.text != ""
            end = mention.span.end


HOSTILE = [
    [],
    [""],
    ["", "", "Lisboa", ""],
    ["   "],
    ["Lisboa"],
    ["8"],
    ["123 456 789"],
    ["LISBOA E PORTO"],
    ["🛩️🚀 🇵🇹"],
    ["…", "—", "«»"],
    ["a" * 10_000],
    ["Maria " * 3_000],
    ["Maria.", "x " * 2_000, "Lisboa."],
    ["中文 текст عربى"],
    ["\u0301\u0301 a\u0301"],
]


@pytest.mark.parametrize("sentences", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_read_mentions_are_in_order_and_in_place(small: NeuralRecogniser, sentences: list[str]) -> None:
    check(sentences, small.recognise(sentences))


def test_a_sentence_longer_than_a_window_is_read_to_its_end(shipped: NeuralRecogniser) -> None:
    sentence = "Ele viu muitas coisas e " * 100 + "depois foi para Lisboa com Maria Santos."
    found = shipped.recognise([sentence])[0]
    assert [(mention.text, mention.kind) for mention in found][-2:] == [
        ("Lisboa", Kind.PLACE),
        ("Maria Santos", Kind.PERSON),
    ]


def test_news_is_read_as_anybody_would(shipped: NeuralRecogniser) -> None:
    sentences = [
        "O presidente russo, Vladimir Putin, recebeu na quarta-feira (13) o norte-coreano Kim Jong Un em Vostochni.",
        "A Petrobras informou à Comissão de Valores Mobiliários que pagará R$ 3,5 milhões.",
        "GOVERNO DE PORTUGAL ACORDA COM A UNIÃO EUROPEIA",
    ]
    found = shipped.recognise(sentences)
    check(sentences, found)
    assert [(each.text, each.kind) for each in found[0]] == [
        ("Vladimir Putin", Kind.PERSON),
        ("quarta-feira (13)", Kind.DATE),
        ("Kim Jong Un", Kind.PERSON),
        ("Vostochni", Kind.PLACE),
    ]
    assert [(each.text, each.kind) for each in found[1]] == [
        ("Petrobras", Kind.ORGANISATION),
        ("Comissão de Valores Mobiliários", Kind.ORGANISATION),
        ("R$ 3,5 milhões", Kind.QUANTITY),
    ]
    assert ("UNIÃO EUROPEIA", Kind.ORGANISATION) in [(each.text, each.kind) for each in found[2]]


def test_steps_give_what_one_go_gives(shipped: NeuralRecogniser) -> None:
    sentences = [f"Em {place}, o ministro {name} falou à {house}." for place, name, house in [
        ("Lisboa", "António Costa", "RTP"), ("Brasília", "Fernando Haddad", "Folha de S. Paulo"),
    ] * 20]  # fmt: skip
    steps = list(shipped.recognise_in_steps(sentences))

    assert isinstance(shipped, SteppedRecogniser)
    assert len(steps) > 3
    assert all(step is None for step in steps[:-1])
    assert steps[-1] == shipped.recognise(sentences)
    assert all(mentions for mentions in shipped.recognise(sentences))


def test_two_threads_may_read_at_once(shipped: NeuralRecogniser) -> None:
    texts = [["Maria foi a Lisboa."], ["João ficou em Brasília com Ana."]]
    alone = [shipped.recognise(text) for text in texts]
    found: dict[int, list[bool]] = {0: [], 1: []}

    def work(which: int) -> None:
        for _ in range(5):
            found[which].append(shipped.recognise(texts[which]) == alone[which])

    threads = [threading.Thread(target=work, args=(which,)) for which in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {0: [True] * 5, 1: [True] * 5}


def test_weights_of_another_version_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match="version"):
        NeuralRecogniser(small_model(tmp_path, version="0"))


def test_what_is_a_part_of_a_name_gives_way_to_it() -> None:
    def at(start: int, end: int, kind: Kind) -> Mention:
        return Mention(Span(start, end), kind, "x" * (end - start))

    name = at(0, 10, Kind.PLACE)
    ruled = [at(2, 8, Kind.EVENT), at(12, 20, Kind.DATE), at(24, 30, Kind.WORK), at(32, 40, Kind.PERSON)]
    assert overlaid([name], ruled) == [name, ruled[1], ruled[2]]


def test_the_wheel_carries_no_more_than_ten_megabytes_of_model() -> None:
    from reader.entities.neural.recogniser import WEIGHTS

    assert WEIGHTS.stat().st_size <= 10 * 1000 * 1000
