"""Excerpts and the patterns behind them, by themselves and against what FTS5 really does."""

from __future__ import annotations

import re
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.errors import BadQuery
from articles.finding.excerpts import LONGEST_EXCERPT, Ranges, beginning, excerpt
from articles.finding.parsing import LONGEST_QUERY, MOST_TERMS, parse
from articles.finding.patterns import pattern_of
from articles.finding.plain import plain_match


def of(query: str, body: str) -> tuple[str, Ranges]:
    found = excerpt(pattern_of(parse(query).texts), body)
    return (found.line, found.matches) if found else (beginning(body), ())


def shown(query: str, body: str) -> str:
    """The excerpt with its matches in brackets."""
    line, matches = of(query, body)
    for start, end in sorted(matches, reverse=True):
        line = f"{line[:start]}[{line[start:end]}]{line[end:]}"
    return line


@pytest.mark.parametrize(
    ("query", "match"),
    [
        ("um dois", '"um" "dois"'),
        ('"um dois" tres', '"um dois" "tres"'),
        ("pre*", '"pre*"*'),
        ('"um pre"*', '"um pre"*'),
        ('um"dois"', '"um" "dois"'),
        ("a - b", '"a" "b"'),
    ],
)
def test_every_piece_is_quoted_for_the_index(query: str, match: str) -> None:
    assert plain_match(query) == match


def test_a_query_has_a_longest_length() -> None:
    parse("a" * LONGEST_QUERY)
    with pytest.raises(BadQuery, match=f"after character {LONGEST_QUERY}"):
        parse("a" * (LONGEST_QUERY + 1))


def test_a_query_has_a_greatest_number_of_words() -> None:
    parse("a " * MOST_TERMS)
    with pytest.raises(BadQuery, match=f"at character {2 * MOST_TERMS + 1}"):
        parse("a " * (MOST_TERMS + 1))


def compiled_for(word: str) -> re.Pattern[str]:
    pattern = pattern_of(parse(word).texts)
    assert pattern is not None
    return pattern


def test_letters_fold_exactly_as_the_index_folds_them() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'unicode61 remove_diacritics 2')")
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")
    codes = [*range(0x20, 0x250), *range(0x1E00, 0x1F00)]
    connection.executemany("INSERT INTO t (rowid, x) VALUES (?, ?)", [(code, chr(code)) for code in codes])
    folded = dict(connection.execute("SELECT doc, term FROM v"))
    connection.close()
    patterns = {base: compiled_for(base) for base in "abcdefghijklmnopqrstuvwxyz"}
    wrong = []
    for code in codes:
        for base in "abcdefghijklmnopqrstuvwxyz":
            ours = patterns[base].fullmatch(chr(code)) is not None
            if ours != (folded.get(code) == base):
                wrong.append((hex(code), chr(code), folded.get(code), base))
    # SQLite's table leaves out the a with a dot and a macron, of no Portuguese word.
    assert {char for _, char, _, _ in wrong} <= {"Ǡ", "ǡ"}


@pytest.mark.parametrize(
    ("query", "body", "line"),
    [
        ("acao", "Uma AÇÃO e outra ação.", "Uma [AÇÃO] e outra [ação]."),
        ("acao", "coração, açãozinha, ação", "coração, açãozinha, [ação]"),
        ("acao", "a\u0327a\u0303o ac\u0327a\u0303o!", "a\u0327a\u0303o [ac\u0327a\u0303o]!"),
        ("cora*", "O coração.", "O [coração]."),
        ("guarda-chuva", "um guarda-chuva, o guarda chuva", "um [guarda-chuva], o [guarda chuva]"),
        ('"dois três"', "um\n\ndois\n\ntrês", "[dois três]"),
        ("foo", "foo_bar foobar", "[foo]_bar foobar"),
        ("bar", "foo_bar foobar", "foo_[bar] foobar"),
        ("москва", "Город МОСКВА", "Город [МОСКВА]"),
        ("straße", "die STRAßE", "die [STRAßE]"),
        ("2023", "em 2023, 12023", "em [2023], 12023"),
        ("a.b", "a.b axb", "[a.b] axb"),
        ("byline", "nada aqui", "nada aqui"),
    ],
)
def test_an_excerpt_marks_what_matches(query: str, body: str, line: str) -> None:
    assert shown(query, body) == line


def test_an_excerpt_begins_and_ends_at_words() -> None:
    line = shown("alvo", "palavra " * 50 + "alvo " + "palavra " * 50)
    assert line.startswith("…palavra ")
    assert " [alvo] palavra" in line
    assert line.endswith(" palavra…")


def test_an_excerpt_is_where_most_terms_are() -> None:
    body = "sol " * 3 + "x " * 200 + "o sol e a chuva " + "x " * 200 + "chuva"
    assert "[sol] e a [chuva]" in shown("chuva sol", body)


def test_an_excerpt_holds_nothing_that_cannot_be_shown() -> None:
    line, _ = of("alvo", "a\x1b[31m\x02b\u202e alvo \u2028\x00c\tfim")
    assert line == "a [31m b alvo c fim"


def test_a_match_longer_than_the_excerpt_fills_it() -> None:
    line, matches = of("a" * 300, "x " + "a" * 300)
    assert len(line) == LONGEST_EXCERPT
    assert matches == ((2, LONGEST_EXCERPT),)


def test_a_long_phrase_is_marked_as_far_as_it_is_shown() -> None:
    phrase = "palavra " * 30
    line, matches = of(f'"{phrase}"', phrase)
    assert matches == ((0, len(line)),)


def test_a_huge_body_on_one_line_has_an_excerpt() -> None:
    assert "[alvo]" in shown("alvo x", "y" * 1_000_000 + " alvo" + "z" * 1_000_000 + " alvo")


@given(
    st.text("aá \n\u0301b-_.\x00\u202e\U0001f600", min_size=1, max_size=400),
    st.sampled_from(["a", "b*", '"a b"', "a b"]),
)
def test_an_excerpt_is_one_clean_short_line_with_ranges_in_it(body: str, query: str) -> None:
    line, matches = of(query, body)
    assert len(line) <= LONGEST_EXCERPT
    assert line == "" or line.isprintable()
    assert all(0 <= start < end <= len(line) for start, end in matches)
    assert list(matches) == sorted(matches)
