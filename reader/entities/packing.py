"""Entities as bytes and back: for the library, and for the pipe from the process that finds them."""

from __future__ import annotations

import itertools
import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reader.entities.mentions import Mentions
from reader.entities.model import Doubt, EnglishFrom, Entity, Kind, Precision

_MAGIC = b"R2"
_BLOCK = 400
"""Entities in a block, at most: reading one must not hold the interpreter for long."""

_FULL = 50_000
"""Mentions after which a block is closed; and that are read in one go, which takes a few milliseconds."""

_LARGEST = 64 << 20  # bytes of a block once unpacked; a larger one was not written by us
_LENGTH = 4
_PLAIN = ("english", "english_from", "date", "precision", "doubt", "value")


class Damaged(ValueError):  # noqa: N818 - what is said of a row
    """The bytes are not what ``pack`` made."""


def pack(entities: Iterable[Entity]) -> bytes:
    """Entities as bytes."""
    return joined(blocks(entities))


def unpack(packed: bytes) -> tuple[Entity, ...]:
    """The entities that were packed.

    Raises:
        Damaged: The bytes are not what ``pack`` made.
    """
    return tuple(entity for block in parted(packed) for entity in read_block(block))


def joined(parts: Iterable[bytes]) -> bytes:
    """The blocks of an analysis as one."""
    return _MAGIC + b"".join(len(part).to_bytes(_LENGTH, "little") + part for part in parts)


def parted(packed: bytes) -> Iterator[bytes]:
    """The blocks of an analysis, one by one.

    Raises:
        Damaged: These are no blocks.
    """
    if packed[: len(_MAGIC)] != _MAGIC:
        raise Damaged("no packed analysis")
    at = len(_MAGIC)
    while at < len(packed):
        start = at + _LENGTH
        at = start + int.from_bytes(packed[start - _LENGTH : start], "little")
        if at > len(packed) or at == start:
            raise Damaged("a packed analysis is cut")
        yield packed[start:at]


def blocks(entities: Iterable[Entity]) -> Iterator[bytes]:
    """Entities in compressed blocks, each complete by itself: some hundred, then the columns of their mentions.

    A mention is the distance from the one before it, and the index of its form among the name and the aliases.
    """
    rows: list[list[Any]] = []
    distances, which = array("I"), array("I")
    for entity in entities:
        forms = [entity.name, *entity.aliases]
        places = {form: index for index, form in enumerate(forms)}
        last = 0
        for mention in entity.mentions:
            distances.append(mention.span.start - last)
            which.append(places[mention.text])
            last = mention.span.start
        plain = [getattr(entity, name) for name in _PLAIN]
        rows.append([entity.kind.value, forms, len(entity.mentions), *plain, list(entity.roles)])
        if len(rows) >= _BLOCK or len(distances) >= _FULL:
            yield _block(rows, distances, which)
            rows = []
            distances, which = array("I"), array("I")
    if rows:
        yield _block(rows, distances, which)


def _block(rows: list[list[Any]], distances: array[int], which: array[int]) -> bytes:
    said = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return zlib.compress(said + b"\0" + _bytes(distances) + _bytes(which), 1)


def read_block(block: bytes) -> list[Entity]:
    """The entities of a block.

    Raises:
        Damaged: It is none.
    """
    try:
        unpacker = zlib.decompressobj()
        plain = unpacker.decompress(block, _LARGEST)
        if unpacker.unconsumed_tail or not unpacker.eof:
            raise Damaged("the stored analysis is cut or far too large")
        said, _, columns = plain.partition(b"\0")
        rows = json.loads(said.decode("utf-8", "surrogatepass"))
        size = sum(row[2] for row in rows)
        if len(columns) != 8 * size:
            raise Damaged("the columns are not as long as said")
        distances, which = _array(columns[: 4 * size]), _array(columns[4 * size :])
        entities, at = [], 0
        for row in rows:
            end = at + row[2]
            entities.append(_entity(row, distances[at:end], which[at:end]))
            at = end
    except (
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        OverflowError,
        zlib.error,
        RecursionError,
    ) as error:
        raise Damaged(str(error)) from error
    return entities


def _entity(row: Sequence[Any], distances: array[int], which: array[int]) -> Entity:
    kind, forms, _count, english, english_from, date, precision, doubt, value, roles = row
    for text in (*forms, *roles, english, date, value):
        if text is not None and not isinstance(text, str):
            raise TypeError("a name that is no text")
    if not distances:
        raise ValueError("an entity without mentions")
    starts, last = array("I"), 0
    for at in range(0, len(distances), _FULL):  # not in one go: that would hold the interpreter for too long
        some = distances[at : at + _FULL]
        some[0] += last
        starts.extend(itertools.accumulate(some))
        last = starts[-1]
        if max(which[at : at + _FULL]) >= len(forms):
            raise ValueError("a form that is not there")
    name, *aliases = forms
    return Entity(
        name,
        Kind(kind),
        Mentions(Kind(kind), tuple(forms), starts, which),
        tuple(aliases),
        english=english,
        english_from=EnglishFrom(english_from) if english_from else None,
        roles=tuple(roles),
        date=date,
        precision=Precision(precision) if precision else None,
        doubt=Doubt(doubt) if doubt else None,
        value=value,
    )


def _bytes(column: array[int]) -> bytes:
    if sys.byteorder == "big":
        column = column[:]
        column.byteswap()
    return column.tobytes()


def _array(data: bytes) -> array[int]:
    column = array("I")
    column.frombytes(data)
    if sys.byteorder == "big":
        column.byteswap()
    return column
