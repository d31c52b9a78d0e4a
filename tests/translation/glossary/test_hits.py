"""Which terms stand in a sentence, and where; against an implementation that tries every term at every place."""

from __future__ import annotations

import itertools
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.model import Span
from reader.translation.glossary.model import EMPTY, Glossary, Hit, Term, TermKind, TermOrigin, digest
from reader.translation.glossary.wording import APOSTROPHES, folded


def found(sentence: str, *terms: Term | str) -> list[str]:
    glossary = Glossary(Term(each, each) if isinstance(each, str) else each for each in terms)
    return [hit.span.of(sentence) for hit in glossary.hits(sentence)]


def word(source: str, origin: TermOrigin = TermOrigin.LIBRARY) -> Term:
    return Term(source, "x", TermKind.TERM, origin)


@pytest.mark.parametrize(
    ("sentence", "terms", "expected"),
    [
        ("O Kremlin disse que Putin vai.", ["Kremlin", "Putin"], ["Kremlin", "Putin"]),
        ("Kim Jong Un e Kim Jong Il.", ["Kim", "Kim Jong Un"], ["Kim Jong Un", "Kim"]),
        ("O Kremlinologista.", ["Kremlin"], []),
        ("o kremlin", ["Kremlin"], []),
        ("o BANCO Central e o banco central", [word("Banco central")], ["BANCO Central", "banco central"]),
        ("O Ministério da Saúde.", ["ministério da Saúde"], []),
        ("“Ministério da Saúde” diz", ["ministério da Saúde"], ["Ministério da Saúde"]),
        ("o líder norte-coreano", [word("norte coreano")], ["norte-coreano"]),
        ("o líder norte coreano", [word("norte-coreano")], ["norte coreano"]),
        ("o\u00a0Rio \u00a0 de\nJaneiro", ["Rio de Janeiro"], ["Rio \u00a0 de\nJaneiro"]),
        ("um copo d’água", [word("copo d'água")], ["copo d’água"]),
        ("um copo d'água", [word("copo d’água"), word("copo")], ["copo d'água"]),
        ("um copo d'água", [word("água")], []),
        ("um franco-atirador", [word("franco"), word("atirador")], []),
        ("o anti-Trump e a Guiné-Bissau", ["Trump", "Guiné-Bissau", "Guiné"], ["Trump", "Guiné-Bissau"]),
        ("entre EUA-China", ["EUA", "China"], ["EUA", "China"]),
        ("a S.A. e a S.A", ["S.A."], ["S.A."]),
        ("R$ 3 e R 4", ["R$"], ["R$"]),
        ("o (sic) e o sic", [word("(sic)")], ["(sic)"]),
        ("A AT&T e a AT T", ["AT&T"], ["AT&T"]),
        ("o Banco Central do Brasil", ["Banco Central", "Central do Brasil", "Brasil"], ["Banco Central", "Brasil"]),
        ("Straße STRASSE", [word("straße")], ["Straße", "STRASSE"]),
        ("%%% — !", ["%", "—"], []),
        ("", ["x"], []),
        ("KIM JONG UN VAI À RÚSSIA E À UE", ["Kim Jong Un", "Rússia", "Ue"], ["KIM JONG UN", "RÚSSIA"]),
        ("a RÚSSIA", ["Rússia"], []),
        ("İstanbul", [word("i̇stanbul")], ["İstanbul"]),
    ],
)
def test_where_terms_stand(sentence: str, terms: list[Term | str], expected: list[str]) -> None:
    assert found(sentence, *terms) == expected


def test_composed_or_not_the_place_is_that_of_the_sentence_as_given() -> None:
    sentence = unicodedata.normalize("NFD", "Além de São Tomé, Moçambique.")
    for form in ("NFC", "NFD"):
        terms = [Term(unicodedata.normalize(form, name), name) for name in ("São Tomé", "Moçambique")]
        spans = [hit.span for hit in Glossary(terms).hits(sentence)]
        assert [unicodedata.normalize("NFC", span.of(sentence)) for span in spans] == ["São Tomé", "Moçambique"]


def test_of_the_same_source_the_highest_origin_counts_and_of_these_the_last() -> None:
    terms = [
        Term("Kremlin", "the Kremlin", origin=TermOrigin.ARTICLE),
        Term("Kremlin", "Kreml", origin=TermOrigin.LIBRARY),
        Term("Rio", "Rio (1)"),
        Term("Rio", "Rio (2)"),
        Term("rio", "river", TermKind.TERM),
    ]
    assert {each.target for each in Glossary(terms).terms} == {"the Kremlin", "Rio (2)", "river"}
    hits = Glossary(terms).hits("O Rio, um rio, o Kremlin.")
    assert [hit.term.target for hit in hits] == ["Rio (2)", "river", "the Kremlin"]


def test_at_the_same_place_origin_wins_then_the_name() -> None:
    own = word("Kremlin", TermOrigin.ARTICLE)
    name = Term("Kremlin", "the Kremlin", TermKind.PLACE, TermOrigin.ENTITY)
    assert [hit.term for hit in Glossary([name, own]).hits("O Kremlin")] == [own]
    same = word("Kremlin", TermOrigin.ENTITY)
    assert [hit.term for hit in Glossary([same, name]).hits("O Kremlin")] == [name]


def test_a_glossary_over_another_is_as_one_of_both() -> None:
    base = Glossary([Term("Rio", "base"), Term("Kremlin", "base"), Term("Acre", "base", origin=TermOrigin.ARTICLE)])
    over = Glossary(
        [Term("Rio", "over"), Term("Acre", "over"), Term("Kremlin", "over", origin=TermOrigin.ENTITY)], base
    )
    assert {(each.source, each.target) for each in over.terms} == {
        ("Rio", "over"), ("Kremlin", "base"), ("Acre", "base"),
    }  # fmt: skip
    assert [hit.term.target for hit in over.hits("Rio Kremlin Acre")] == ["over", "base", "base"]
    assert Glossary((), base)
    assert not Glossary((), EMPTY)


def test_many_terms_that_begin_alike_are_all_found() -> None:
    terms = [Term(f"São {'x' * number}", str(number)) for number in range(1, 300)]
    for number in (1, 17, 150, 299):
        assert [hit.term.target for hit in Glossary(terms).hits(f"Em São {'x' * number}.")] == [str(number)]


def test_the_digest_names_what_touches_the_sentence_and_nothing_else() -> None:
    one, other = Term("Kremlin", "the Kremlin"), Term("Rio", "Rio")
    sentence = "O Kremlin disse."
    assert Glossary([one]).digest(sentence) == Glossary([one, other]).digest(sentence) != ""
    assert Glossary([other]).digest(sentence) == "" == digest(())
    changed = [
        Term("Kremlin", "Kremlin"),
        Term("Kremlin", "the Kremlin", TermKind.TERM),
        Term("Kremlin", "the Kremlin", sure=False),
    ]
    assert len({Glossary([each]).digest(sentence) for each in [one, *changed]}) == 4


# Against every term tried at every place

texts = st.text(st.sampled_from("aAbãÃ -’'."), max_size=12).map(lambda text: unicodedata.normalize("NFC", text))
terms_of = st.builds(
    Term, texts, st.sampled_from("xyz"), st.sampled_from((TermKind.NAME, TermKind.TERM)), st.sampled_from(TermOrigin)
)


def pattern(term: Term) -> re.Pattern[str]:
    """The term as a regular expression: words, and what stands between, before and after them."""
    parts: list[str] = []
    for part in re.findall(r"\w+|\W+", term.source.strip()):
        if parts and (part.isspace() or part == "-"):
            parts.append(r"(?:\s+|-)(?=\w)")
        else:
            signs = (
                r"\s+" if each == " " else f"[{APOSTROPHES}]" if each in APOSTROPHES else re.escape(each)
                for each in part
            )
            parts.append("".join(signs))
    return re.compile("".join(parts), re.IGNORECASE if term.kind is TermKind.TERM else 0)


def stands(sentence: str, start: int, term: Term) -> Span | None:
    match = pattern(term).match(sentence, start)
    if match is None:
        return None
    before, after = sentence[: match.start()], sentence[match.end() :]
    if term.source.strip()[-1:].isalnum() and re.match(r"\w", after):
        return None
    if term.kind is TermKind.TERM and (re.search(r"\w[-'’]$", before) or re.match(r"[-'’]\w", after)):
        return None
    return Span(match.start(), match.end())


def naive(terms: list[Term], sentence: str) -> list[Hit]:
    hits: list[Hit] = []
    end = 0
    for first in re.finditer(r"\w+", sentence):
        best: tuple[tuple[int, int, bool], Hit] | None = None
        for term in terms:
            word_at = re.search(r"\w", term.source.strip())
            if first.start() < end or word_at is None:
                continue
            span = stands(sentence, first.start() - word_at.start(), term)
            if first.start() >= word_at.start() and span is not None and span.start >= end:
                rank = len(span), term.origin.rank, term.kind is not TermKind.TERM
                if best is None or rank > best[0]:
                    best = rank, Hit(span, term)
        if best is not None:
            hits.append(best[1])
            end = best[1].span.end
    return hits


def winning(terms: list[Term]) -> list[Term]:
    """Of each source the term that counts, and of each form of a source the first of the best."""
    best: dict[tuple[str, bool], Term] = {}
    for term in terms:
        key = (folded(term.source), True) if term.kind is TermKind.TERM else (term.source, False)
        if key not in best or term.origin.rank >= best[key].origin.rank:
            best[key] = term
    return list(best.values())


words = st.lists(
    st.sampled_from(["ab", "Ab", "ã", "Ã", "b'a", "a-b", "a.b", "a b", "(a)", "a."]), min_size=1, max_size=3
)
sources = words.map(" ".join) | words.map("-".join)
simple = st.builds(
    Term, sources, st.just("x"), st.sampled_from((TermKind.NAME, TermKind.TERM)), st.sampled_from(TermOrigin)
)
sentences = st.lists(sources | texts, max_size=5).map(" ".join)


@given(st.lists(simple, max_size=8), sentences)
def test_as_every_term_at_every_place(terms: list[Term], sentence: str) -> None:
    expected = naive(winning(terms), "q " + sentence)
    assert [(h.span, h.term.origin, h.term.kind) for h in Glossary(terms).hits("q " + sentence)] == [
        (h.span, h.term.origin, h.term.kind) for h in expected
    ]


@given(st.lists(terms_of, max_size=8), st.integers(0, 8), sentences)
def test_in_order_apart_and_the_same_in_layers(terms: list[Term], cut: int, sentence: str) -> None:
    whole = Glossary(terms)
    hits = whole.hits(sentence)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(hits))
    layered = Glossary(terms[cut:], Glossary(terms[:cut])).hits(sentence)
    assert [(hit.span, hit.term.origin, hit.term.target) for hit in layered] == [
        (hit.span, hit.term.origin, hit.term.target) for hit in hits
    ]


@given(st.text(max_size=30), st.text(max_size=60))
def test_any_text_at_all(source: str, sentence: str) -> None:
    for kind in (TermKind.NAME, TermKind.TERM):
        glossary = Glossary([Term(source, "x", kind)])
        for hit in glossary.hits(sentence + source):
            assert folded(hit.span.of(sentence + source)) == folded(source)
