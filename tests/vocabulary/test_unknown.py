"""Which words of an article are not known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.model import Span
from reader.vocabulary.model import Status
from reader.vocabulary.unknown import Stopped, Unknown, lemmas_in, unknown
from tests.dictionaries import TableLookups

LEMMAS = TableLookups().lemmas
_ZIPF = {"o": 7.4, "de": 8.0, "casa": 6.0, "mão": 5.3, "trocar": 4.4}


def of(body: str, *mentions: str) -> dict[str, int]:
    spans = [Span(body.index(name), body.index(name) + len(name)) for name in mentions]
    return dict(lemmas_in(body, spans, LEMMAS))


def told(body: str, known_from: float = 5.0, **statuses: Status) -> Unknown:
    return unknown(lemmas_in(body, (), LEMMAS), statuses, known_from, _ZIPF.get)


def test_words_are_counted_by_lemma() -> None:
    assert of("os gatos trocaram. Trocou? o gato") == {"o": 2, "gato": 2, "trocar": 2}


@pytest.mark.parametrize(
    ("body", "counted"),
    [
        ("em 2024, 2º lugar, G20, 3,5% de 10h30", {"em": 1, "lugar": 1, "de": 1}),
        ("veja www.exemplo.com/a-casa ou https://a.b/c e eu@exemplo.com", {"veja": 1, "ou": 1, "e": 1}),
        ("o IBGE e a iPhone", {"o": 1, "e": 1, "a": 1}),
        ("IBGE divulga", {"divulga": 1}),
        ("foi Maria. Maria saiu. Saiu", {"foi": 1, "saiu": 2}),
        ("a Serra. Serra alta, na serra", {"a": 1, "serra": 2, "alta": 1, "na": 1}),
        ("CASA DE GATOS CAI\nA casa", {"casa": 2, "de": 1, "gato": 1, "cai": 1, "a": 1}),
        ("", {}),
    ],
)
def test_names_by_their_spelling_numbers_and_addresses_do_not_count(body: str, counted: dict[str, int]) -> None:
    assert of(body) == counted


def test_what_is_in_a_mention_does_not_count() -> None:
    body = "Banco do Brasil abre. Lá, o banco do rio"
    assert of(body, "Banco do Brasil") == {"abre": 1, "lá": 1, "o": 1, "banco": 1, "do": 1, "rio": 1}
    assert of("dia três de março", "três de março") == {"dia": 1}


def test_what_is_known() -> None:
    body = "o gato trocou de casa"
    assert {each.lemma for each in told(body).words} == {"gato", "trocar"}
    assert told(body).share == pytest.approx(2 / 5)
    assert {each.lemma for each in told(body, gato=Status.KNOWN, trocar=Status.IGNORED).words} == set()
    assert {each.lemma for each in told(body, 4.0, casa=Status.LEARNING).words} == {"gato", "casa"}
    assert told(body, 9.0, o=Status.KNOWN).unknown == 4, "only what was saved"
    assert [(each.lemma, each.count, each.zipf) for each in told("gato gato trocou", 5).words] == [
        ("gato", 2, None), ("trocar", 1, 4.4),
    ]  # fmt: skip
    assert told("").share == 0.0


def test_it_is_given_up_where_nobody_waits() -> None:
    with pytest.raises(Stopped):
        lemmas_in("uma casa", (), LEMMAS, lambda: True)


texts = st.text(alphabet="abcãé ABÉ.\n-,1’\u00ad\u0301", max_size=200)


@given(texts, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 40)), max_size=6))
def test_mentions_only_take_away_and_no_name_counts(body: str, ranges: list[tuple[int, int]]) -> None:
    spans = [Span(start, start + length) for start, length in ranges]
    with_names, all_of_them = lemmas_in(body, spans, LEMMAS), lemmas_in(body, (), LEMMAS)
    assert sum(with_names.values()) <= sum(all_of_them.values())
    assert not lemmas_in(body, [Span(0, len(body) + 1)], LEMMAS)


@given(texts, st.floats(0, 9), st.dictionaries(st.sampled_from(["a", "b", "c"]), st.sampled_from(Status)))
def test_a_share_is_one_and_more_known_words_never_raise_it(
    body: str, known_from: float, statuses: dict[str, Status]
) -> None:
    lemmas = lemmas_in(body, (), LEMMAS)
    zipf = {"a": 7.0, "b": 3.0}.get
    found = unknown(lemmas, statuses, known_from, zipf)
    assert 0.0 <= found.share <= 1.0
    assert found.count == sum(lemmas.values())
    assert found.unknown == sum(each.count for each in found.words)
    for lemma in lemmas:
        more = unknown(lemmas, {**statuses, lemma: Status.KNOWN}, known_from, zipf)
        assert more.unknown <= found.unknown
    assert unknown(lemmas, dict.fromkeys(lemmas, Status.IGNORED), known_from, zipf).unknown == 0
