"""Terms as lines with tabs between: what is read, what is told, and that what is written is read again."""

from __future__ import annotations

import codecs
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.cleaning import clean_line
from reader.translation.glossary.model import TermKind
from reader.translation.glossary.own import Given, OwnTerm
from reader.translation.glossary.reading import BadGlossary
from reader.translation.glossary.tsv import read_tsv, write_tsv

NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
PLAIN = [Given("Kremlin", "the Kremlin"), Given("banco central", "central bank", TermKind.TERM, "not Fed")]
TEXT = "Kremlin\tthe Kremlin\nbanco central\tcentral bank\tterm\tnot Fed\n"


def terms(data: bytes | str) -> list[Given]:
    reads = list(read_tsv(data.encode() if isinstance(data, str) else data))
    assert [each.why for each in reads] == [""] * len(reads)
    return [each.given for each in reads if each.given is not None]


def faults(data: str) -> list[tuple[int, str]]:
    return [(each.line, each.why) for each in read_tsv(data.encode()) if each.given is None]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        TEXT.rstrip("\n").encode(),
        b"# mine\n\n \t \n" + TEXT.encode() + b"#end",
        b"source\ttarget\tkind\tnote\n" + TEXT.encode(),
    ],
)
def test_any_way_a_program_may_write_it(data: bytes) -> None:
    assert terms(data) == PLAIN


def test_where_columns_are_named_they_stand_in_any_order() -> None:
    assert terms("note\tEnglish\tPortuguês\nwhy\tRio (river)\trio\n") == [Given("rio", "Rio (river)", note="why")]
    assert terms("Source\tTranslation\nrio\triver") == [Given("rio", "river")]
    assert terms("source\tkind\nrio\triver") == [Given("source", "kind"), Given("rio", "river")], "no names of columns"


def test_a_third_cell_that_is_no_kind_is_the_note() -> None:
    assert terms("rio\triver\tin Brazil\nrio\triver\tPlace\nrio\triver\t\tx\nrio\triver\t\t") == [
        Given("rio", "river", note="in Brazil"),
        Given("rio", "river", TermKind.PLACE),
        Given("rio", "river", note="x"),
        Given("rio", "river"),
    ]


def test_quotes() -> None:
    assert terms('"#1"\t"number\tone"\nd"água\t"the ""water"""\n"a" \tb') == [
        Given("#1", "number\tone"),
        Given('d"água', 'the "water"'),
        Given("a", "b"),
    ]


def test_what_is_wrong_is_told_with_its_line() -> None:
    assert faults('a\tb\nKremlin\n\n"a\tb\n"a"b\tc\na\tb\tx\ty\na\tb\tterm\tn\tmore') == [
        (2, "a line has 2 to 4 cells, and this one 1"),
        (4, "a quote is opened and not closed"),
        (5, "something follows a closing quote"),
        (6, "there is no kind 'x': person, place, organisation, name, term"),
        (7, "a line has 2 to 4 cells, and this one 5"),
    ]


def test_what_is_no_text_at_all() -> None:
    with pytest.raises(BadGlossary, match="PDF"):
        list(read_tsv(b"%PDF-1.4 ..."))
    assert terms(b"") == terms(b"\xef\xbb\xbf\r\n") == []


line = st.text(max_size=12).map(clean_line).filter(bool)


@given(st.lists(st.tuples(line, line, st.sampled_from(TermKind), line | st.just("")), max_size=5))
def test_what_is_written_is_read_again(rows: list[tuple[str, str, TermKind, str]]) -> None:
    own = [OwnTerm(0, source, target, kind, None, note, "", NOON, NOON) for source, target, kind, note in rows]
    written = "".join(write_tsv(own))
    assert terms(written) == [Given(source, target, kind, note) for source, target, kind, note in rows]


@given(st.text(max_size=80))
def test_any_text_is_read_or_told(text: str) -> None:
    try:
        reads = list(read_tsv(text.encode("utf-8", "surrogatepass")))
    except BadGlossary:
        return
    assert all((each.given is None) == bool(each.why) for each in reads)
