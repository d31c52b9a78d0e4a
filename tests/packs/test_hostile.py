"""Packs that somebody made to do harm, or that were damaged on the way."""

from __future__ import annotations

import gzip
import json
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.cleaning import clean
from reader.entities.corrections.written import write
from reader.packs import model, reading
from reader.packs.model import BadPack, Pack
from reader.packs.reading import unpacked
from reader.packs.writing import lines, packed
from tests.packs.libraries import ARTICLE, PAIRS

FULL = [
    {"reader_pack": 1},
    {"article": {"title": "Kim", "body": "Kim foi a Moscou.", "id": "x", "tags": ["a"],
                 "markup": [[0, 3, "strong", ""]]}},
    {"pair": {"source": "Kim foi a Moscou.", "target": "Kim went to Moscow.", "origin": "draft", "engine": "local"}},
    {"analysis": {"recogniser": "rules", "version": "1/5", "published": "", "entities": 1}},
    {"entity": {"kind": "person", "name": "Kim", "aliases": [], "mentions": [[0, 0]], "date": None}},
    {"correction": {"do": "hide", "target": ["person", "Kim", None], "made": "2026-11-22T12:00:00+00:00"}},
    {"term": {"source": "Moscou", "target": "Moscow", "kind": "place"}},
]  # fmt: skip


def made(parts: list[Any], end: bool = True) -> bytes:
    said = [*parts, {"end": {"lines": len(parts)}}] if end else parts
    return squeezed(b"".join(json.dumps(each).encode() + b"\n" for each in said))


def squeezed(data: bytes) -> bytes:
    """Zipped without the time of day: the bytes become names of tests, which every process has to give alike."""
    return gzip.compress(data, mtime=0)


def changed(number: int, **fields: Any) -> bytes:
    """The full pack with fields of a line put otherwise."""
    parts = [dict(each) for each in FULL]
    ((kind, said),) = parts[number].items()
    parts[number] = {kind: {**said, **fields}}  # type: ignore[dict-item]
    return made(parts)


def test_the_full_one_is_taken() -> None:
    pack = unpacked(made(FULL))
    assert (len(pack.pairs), len(pack.corrections), len(pack.terms), len(pack.article.markup)) == (1, 1, 1, 1)
    assert pack.analysis is not None
    assert write(pack.corrections[0][0]) == '{"do":"hide","target":["person","Kim",null]}'


def test_lines_and_fields_that_are_not_known_are_passed_over() -> None:
    parts = [*FULL[:3], {"future": [1]}, *FULL[3:]]
    assert unpacked(made(parts)) == unpacked(made(FULL))
    assert unpacked(changed(1, mood="blue")) == unpacked(made(FULL))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "cut"),
        (b"PK\x03\x04", "no pack"),
        (squeezed(b""), "cut"),
        (squeezed(b"Kim"), "no JSON"),
        (squeezed(b"[1]\n"), "no object"),
        (squeezed(b"{}\n"), "no object"),
        (squeezed(b"[" * 200_000), "no JSON"),
        (squeezed(b"\xff\xfe\n"), "no JSON"),
        (made(FULL[1:]), "no pack"),
        (made([{"reader_pack": "1"}, *FULL[1:]]), "no pack"),
        (made([{"reader_pack": True}, *FULL[1:]]), "no pack"),
        (made([{"reader_pack": 2}, *FULL[1:]]), "version 2, and this reader knows 1; install a newer reader"),
        (made([{"reader_pack": 10**40}, *FULL[1:]]), "version 1000000000"),
        (made(FULL, end=False), "cut"),
        (made([*FULL[:3], {"end": {"lines": 99}}]), "cut"),
        (made(FULL)[:-20], "cut or was changed"),
        (made(FULL)[:-8] + b"\0\0\0\0" + made(FULL)[-4:], "cut or was changed"),
        (made([*FULL, {"end": {"lines": len(FULL)}}, {"x": 1}]), "goes on"),
        (made([FULL[0], FULL[2]]), "no article"),
        (made([FULL[0], FULL[1], FULL[1]]), "no article, or several"),
        (changed(1, body=7), "no text"),
        (changed(1, body="…\n"), "no text"),
        (made([FULL[0], {"article": []}]), "no text"),
    ],
)
def test_what_is_no_pack_is_refused_in_one_line(data: bytes, why: str) -> None:
    with pytest.raises(BadPack, match=why) as caught:
        unpacked(data)
    assert clean(str(caught.value)) == str(caught.value)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LONGEST_LINE", 100_000)
    monkeypatch.setattr(reading, "LARGEST", 1_000_000)
    squeeze = zlib.compressobj(wbits=31)
    bomb = b"".join(squeeze.compress(b" " * 1_000_000) for _ in range(20)) + squeeze.flush()
    assert len(bomb) < 30_000
    with pytest.raises(BadPack, match="far larger"):
        unpacked(bomb)
    many = squeezed(b'{"reader_pack":1}\n' + b'{"x":1}\n' * 200_000)
    with pytest.raises(BadPack, match="far larger"):
        unpacked(many)
    monkeypatch.setattr(reading, "LARGEST_FILE", 100)
    with pytest.raises(BadPack, match="more than"):
        unpacked(made(FULL))


def test_there_may_be_only_so_many_of_a_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST", 3)
    assert unpacked(made([*FULL[:2], *[FULL[2]] * 3])).pairs
    with pytest.raises(BadPack, match="more than 3"):
        unpacked(made([*FULL[:2], *[FULL[2]] * 4]))


def test_what_no_reader_would_take_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("LONGEST_LINE", "LARGEST", "LARGEST_FILE"):
        with monkeypatch.context() as patched:
            patched.setattr(f"reader.packs.writing.{limit}", 100)
            with pytest.raises(BadPack, match="too large"):
                packed(Pack(ARTICLE, PAIRS))
    assert model.LARGEST_FILE > 10_000_000


EVIL = "a\x1b[31m\u202eb\x07\x9b1m\u200b"


def test_everything_that_comes_in_is_clean() -> None:
    parts: list[Any] = [
        {"reader_pack": 1},
        {"article": dict.fromkeys(("title", "body", "byline", "source", "url", "language", "published"), EVIL)},
        {"pair": dict.fromkeys(("source", "target", "engine", "version", "author", "raw", "terms", "created"), EVIL)},
        {"term": {"source": EVIL, "target": EVIL, "note": EVIL, "author": EVIL, "kind": "name"}},
        {"correction": {"do": "rename", "target": ["person", EVIL, None], "name": EVIL, "english": EVIL}},
    ]
    parts[1]["article"]["tags"] = [EVIL, 7, ""]
    pack = unpacked(made(parts))
    for text in _texts(list(lines(pack))):
        assert clean(text) == text
    assert pack.corrections == ()  # a place in a text cannot be cleaned
    assert len(pack.pairs) == len(pack.terms) == 1


@pytest.mark.parametrize(
    "correction",
    [
        {"do": "hide", "target": ["person", EVIL, None]},
        {"do": "add", "target": ["person", "Kim", None], "quote": [0, EVIL, "", ""]},
        {"do": "add", "target": ["person", "Kim", None], "quote": [0, "Kim", EVIL, ""]},
        {"do": "hide", "target": ["person", "…", None]},
        {"do": "hide", "target": ["dragon", "Kim", None]},
        {"do": "burn", "target": ["person", "Kim", None]},
        ["hide"],
    ],
)
def test_a_correction_that_is_unclean_or_means_nothing_is_left_out(correction: Any) -> None:
    assert unpacked(made([*FULL[:2], {"correction": correction}])).corrections == ()


def _texts(said: Any) -> list[str]:
    if isinstance(said, str):
        return [said]
    if isinstance(said, dict):
        said = list(said.values())
    return [text for each in said for text in _texts(each)] if isinstance(said, list) else []


def test_where_the_text_was_cleaned_nothing_has_a_place_in_it() -> None:
    pack = unpacked(changed(1, body="Kim foi\u202e a Moscou."))
    assert pack.article.body == "Kim foi\ufffd a Moscou."
    assert (pack.analysis, pack.corrections, pack.article.markup) == (None, (), ())
    assert pack.pairs


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "Moscou"},
        {"name": ""},
        {"name": 7},
        {"aliases": ["Kim"]},
        {"aliases": ["x\u202e"]},
        {"mentions": []},
        {"mentions": [[1, 0]]},
        {"mentions": [[-17, 0]]},
        {"mentions": [[0, 1]]},
        {"mentions": [[0, 0], [0, 0]]},
        {"mentions": [[10**30, 0]]},
        {"mentions": [[0.0, 0]]},
        {"mentions": 7},
        {"kind": "dragon"},
        {"english": "x\x1b"},
        {"english_from": "stars"},
        {"roles": ["\u202e"]},
        {"date": "yesterday"},
        {"date": "2023-02-31"},
        {"date": "2023-01-01/x"},
        {"precision": "hour"},
        {"doubt": "some"},
    ],
)
def test_names_that_do_not_fit_the_text_are_left_out_altogether(fields: dict[str, Any]) -> None:
    assert unpacked(changed(4, **fields)).analysis is None


@pytest.mark.parametrize("fields", [{"entities": 2}, {"version": 1}, {"published": "soon"}, {"recogniser": "\x1b"}])
def test_an_analysis_that_makes_no_sense_is_left_out(fields: dict[str, Any]) -> None:
    assert unpacked(changed(3, **fields)).analysis is None


def test_names_that_lie_over_each_other_are_left_out() -> None:
    parts = [*FULL]
    parts[3] = {"analysis": {**FULL[3]["analysis"], "entities": 2}}  # type: ignore[dict-item]
    parts.insert(5, {"entity": {"kind": "place", "name": "im foi", "aliases": [], "mentions": [[1, 0]]}})
    assert unpacked(made(parts)).analysis is None


def test_markup_that_is_nowhere_is_left_out() -> None:
    marks = [
        [0, 3, "strong", ""],
        [3, 99, "strong", ""],
        [0, 3, "heading", "2"],
        [0, 3, "blink", ""],
        7,
        [0, 3, "link", "\x1b"],
    ]
    assert [mark.kind.value for mark in unpacked(changed(1, markup=marks)).article.markup] == ["link", "strong"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=6,
)


@given(st.integers(1, len(FULL) - 1), st.data())
def test_whatever_a_field_holds_it_is_taken_clean_or_refused(number: int, data: st.DataObject) -> None:
    ((_kind, said),) = FULL[number].items()
    field = data.draw(st.sampled_from(sorted(said)))  # type: ignore[type-var]
    try:
        pack = unpacked(changed(number, **{field: data.draw(JSON)}))
    except BadPack:
        return
    assert all(clean(text) == text for text in _texts(list(lines(pack))))
    assert unpacked(packed(pack)) == pack


RAW = gzip.decompress(made(FULL))


@given(st.integers(0, len(RAW)), st.integers(0, 40), st.binary(max_size=12) | st.text(max_size=6).map(str.encode))
def test_whatever_was_changed_in_a_pack_it_is_read_clean_or_refused(at: int, cut: int, other: bytes) -> None:
    try:
        pack = unpacked(squeezed(RAW[:at] + other + RAW[at + cut :]))
    except BadPack:
        return
    assert all(clean(text) == text for text in _texts(list(lines(pack))))


@given(st.integers(10, 200), st.binary(min_size=1, max_size=4))
def test_no_byte_of_a_pack_can_be_changed_unseen(at: int, other: bytes) -> None:
    data = packed(unpacked(made(FULL)))
    changed_ = data[:at] + other + data[at + len(other) :]
    if changed_ != data:
        with pytest.raises(BadPack):
            unpacked(changed_)
