"""Entities as bytes: read back as they were, in bounded pieces, and refused where they are damaged."""

from __future__ import annotations

import zlib
from array import array

import pytest

from articles.model import Article, Span
from reader.entities.analysis import analyse
from reader.entities.mentions import Mentions
from reader.entities.model import Entity, Kind, Mention
from reader.entities.packing import Damaged, blocks, joined, pack, parted, read_block, unpack
from reader.entities.rules import RuleRecogniser

BODY = "O presidente Vladimir Putin falou à ONU na quarta-feira (13). Putin gastou R$ 3 milhões em Lisboa."


def entity(count: int, step: int = 4) -> Entity:
    forms = ("Rui Melo", "Rui")
    mentions = []
    for number in range(count):
        text = forms[number % 2]
        mentions.append(Mention(Span(number * step, number * step + len(text)), Kind.PERSON, text))
    return Entity(forms[0], Kind.PERSON, tuple(mentions), forms[1:], roles=("ministro",))


def test_what_was_packed_is_unpacked() -> None:
    found = analyse(Article("t", BODY), RuleRecogniser())
    assert len(found) > 3
    assert unpack(pack(found)) == found
    assert unpack(pack(())) == ()


@pytest.mark.parametrize("count", [1, 49_999, 50_000, 50_001, 130_000])
def test_many_mentions(count: int) -> None:
    made = entity(count)
    (read,) = unpack(pack([made]))
    assert read.mentions == made.mentions
    assert read == made
    assert hash(read.mentions) == hash(made.mentions)


def test_many_entities_are_many_blocks() -> None:
    some = [entity(3, step=4 + number) for number in range(1_000)]
    parts = list(blocks(some))
    assert len(parts) == 3
    assert [each for part in parts for each in read_block(part)] == some
    assert list(parted(joined(parts))) == parts


def test_mentions_are_a_sequence_like_the_tuple_they_stand_for() -> None:
    plain = entity(5).mentions
    compact = Mentions(Kind.PERSON, ("Rui Melo", "Rui"), array("I", [0, 4, 8, 12, 16]), array("I", [0, 1, 0, 1, 0]))
    assert compact == plain
    assert (len(compact), compact[0], compact[-1], compact[1:3]) == (5, plain[0], plain[-1], plain[1:3])
    assert list(compact) == list(plain)
    assert list(compact.ends()) == [(each.span.start, each.span.end) for each in plain]
    assert compact != plain[:4]
    assert compact != list(plain)
    assert repr(compact) == "Mentions(5 of 'Rui Melo')"
    with pytest.raises(IndexError):
        compact[5]


GOOD = b'[["person",["A"],1,null,null,null,null,null,null,[]]]\0' + bytes(8)


@pytest.mark.parametrize(
    "plain",
    [
        b"7",
        b"[7]",
        b'[["person"]]',
        GOOD[:-1],
        GOOD + bytes(8),
        GOOD.replace(b"person", b"nobody"),
        GOOD.replace(b'"A"', b"5"),
        GOOD.replace(b"1,null", b"1,5"),
        GOOD.replace(b",1,", b",0,")[:-8],
        GOOD.replace(b",1,", b",-1,"),
        GOOD[:-4] + b"\x01\0\0\0",
        b"[" * 100_000,
    ],
)
def test_what_is_damaged_is_said_to_be(plain: bytes) -> None:
    with pytest.raises(Damaged):
        unpack(joined([zlib.compress(plain)]))


@pytest.mark.parametrize("packed", [b"", b"x", b"R2\x05", b"R2\x05\0\0\0abc", b"R2\0\0\0\0", b"R2\x03\0\0\0abc"])
def test_no_packed_analysis(packed: bytes) -> None:
    with pytest.raises(Damaged):
        unpack(packed)


def test_the_good_one_is_good() -> None:
    (read,) = unpack(joined([zlib.compress(GOOD)]))
    assert read.mentions == (Mention(Span(0, 1), Kind.PERSON, "A"),)
    with pytest.raises(Damaged):
        unpack(joined([zlib.compress(GOOD)[:-3]]))
