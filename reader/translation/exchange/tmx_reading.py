"""Pairs from TMX, of any program and size: read as a stream, with limits, and nothing fetched or expanded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

from reader.i18n import _
from reader.translation.exchange.units import LONGEST_TARGET, Unit, is_machine, malformed

DEEPEST = 64
"""Elements within each other."""

MOST_NAMES = 500
"""Different names of elements and attributes: the parser keeps each for good."""

MOST_VARIANTS = 200
"""Languages of a unit that are looked at, and properties of one."""

LONGEST_MARK = 1 << 20
"""Bytes of a single tag or comment."""

_CHUNK = 1 << 16
_PORTUGUESE, _ENGLISH = frozenset({"pt", "por"}), frozenset({"en", "eng"})
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})  # what stands in them is of the original's format, no text
_ALONE = frozenset({"ph", "it", "ut"})  # these may stand for a space or a break
_GAP = "\0"
_SKIPPED = "\ufffd"  # an entity that only a DTD would explain

Attributes = dict[str, str]


@dataclass(slots=True)
class _Variant:
    """What one language says in a unit."""

    language: str
    attributes: Attributes
    text: str | None = None


@dataclass(slots=True)
class _Unit:
    """A unit that is being read."""

    line: int
    attributes: Attributes
    variants: list[_Variant] = field(default_factory=list)
    properties: list[tuple[str, str]] = field(default_factory=list)
    too_long: bool = False


def read(stream: BinaryIO) -> Iterator[Unit]:
    """The pairs in a TMX file: each Portuguese text of a unit with its English.

    Tags within a segment are taken out, with the codes in them; text in ``<hi>`` stays. A DOCTYPE may name a DTD,
    which is not fetched; it may declare nothing itself.

    Raises:
        BadExchange: It is no TMX, not well formed from some line on, or meets a limit; all units before are given.
    """
    parser = expat.ParserCreate()
    reading = _Reading(parser)
    fed = 0
    try:
        while data := stream.read(_CHUNK):
            parser.Parse(data, False)
            fed += len(data)
            yield from reading.taken()
            if fed - parser.CurrentByteIndex > LONGEST_MARK:
                raise malformed(parser.CurrentLineNumber, _("a tag has more than {count} MB").format(count=1))
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        yield from reading.taken()
        raise malformed(error.lineno, expat.errors.messages[error.code]) from error
    except (LookupError, ValueError) as error:  # an encoding that is not known here
        yield from reading.taken()
        raise malformed(1, str(error)) from error
    except Exception:
        yield from reading.taken()
        raise
    yield from reading.taken()


class _Reading:
    """Makes units of what the parser tells."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self._parser = parser
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.SkippedEntityHandler = self._skipped
        parser.StartDoctypeDeclHandler = self._doctype
        self._names: set[str] = set()
        self._path: list[str] = []
        self._source = ""
        self._tool = ""
        self._unit: _Unit | None = None
        self._text: list[str] | None = None
        self._size = 0
        self._codes = 0
        self._property = ""
        self._done: list[Unit] = []

    def taken(self) -> list[Unit]:
        """The units that were whole since the last call."""
        done, self._done = self._done, []
        return done

    def _wrong(self, why: str) -> Exception:
        return malformed(self._parser.CurrentLineNumber, why)

    def _doctype(self, _name: str, _system: str | None, _public: str | None, declares: bool) -> None:
        if declares:
            raise self._wrong(_("the DOCTYPE has declarations of its own, which are not read"))

    def _start(self, tag: str, attributes: Attributes) -> None:
        name = tag.rpartition(":")[2]
        self._names.update((tag, *attributes))
        if len(self._path) >= DEEPEST:
            raise self._wrong(_("more than {count} elements stand within each other").format(count=DEEPEST))
        if len(self._names) > MOST_NAMES:
            raise self._wrong(_("there are more than {count} different names of elements").format(count=MOST_NAMES))
        if not self._path and name != "tmx":
            raise self._wrong(_("this is no TMX: it begins with <{name}>").format(name=name))
        self._path.append(name)
        unit = self._unit
        if name == "header":
            self._source = attributes.get("srclang", "").casefold()
            self._tool = attributes.get("creationtool", "")
        elif name == "tu":
            self._unit = _Unit(self._parser.CurrentLineNumber, attributes)
        elif unit is None:
            pass
        elif name == "tuv" and len(unit.variants) < MOST_VARIANTS:
            language = attributes.get("xml:lang") or attributes.get("lang") or ""
            unit.variants.append(_Variant(language.casefold().replace("_", "-"), attributes))
        elif name == "seg" and "tuv" in self._path:
            self._begin()
        elif name == "prop" and len(unit.properties) < MOST_VARIANTS:
            self._property = attributes.get("type", "").casefold()
            self._begin()
        elif self._text is not None and name in _CODES:
            self._codes += 1
            if name in _ALONE and self._codes == 1:
                self._text.append(_GAP)

    def _end(self, tag: str) -> None:
        name = self._path.pop()
        unit = self._unit
        if unit is None:
            return
        if name == "seg" and self._text is not None:
            if unit.variants and unit.variants[-1].text is None:
                unit.variants[-1].text = self._whole()
            self._text = None
        elif name == "prop" and self._text is not None and self._property:
            unit.properties.append((self._property, self._whole()))
            self._text, self._property = None, ""
        elif name in _CODES and self._text is not None:
            self._codes -= 1
        elif name == "tu":
            self._done += _pairs(unit, self._source, self._tool)
            self._unit = self._text = None

    def _begin(self) -> None:
        self._text, self._size, self._codes = [], 0, 0

    def _characters(self, text: str) -> None:
        if self._text is None or self._codes or self._unit is None:
            return
        self._size += len(text)
        if self._size > LONGEST_TARGET:
            self._unit.too_long = True
        else:
            self._text.append(text)

    def _skipped(self, _name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self._characters(_SKIPPED)

    def _whole(self) -> str:
        """What was gathered; a code between two words stands for a space."""
        parts = "".join(self._text or ()).split(_GAP)
        whole = parts[0]
        for part in parts[1:]:
            whole += " " + part if whole[-1:].isalnum() and part[:1].isalnum() else part
        return whole


def _pairs(unit: _Unit, source: str, tool: str) -> list[Unit]:
    """Each Portuguese text of the unit, once, with its English; one without any pair where there is none."""
    portuguese = [each for each in unit.variants if _is(each.language, _PORTUGUESE)]
    portuguese.sort(key=lambda each: each.language != source)  # the memory's own variant first; of others the order
    english = next((each for each in unit.variants if _is(each.language, _ENGLISH)), None)
    texts = {each.text: each for each in reversed(portuguese) if each.text is not None}
    target = english.text if english is not None else None
    if not texts or target is None or english is None:
        return [Unit(unit.line, None, None, too_long=unit.too_long)]
    return [_told(unit, text, target, english.attributes, tool) for text in reversed(texts)]


def _told(unit: _Unit, source: str, target: str, english: Attributes, tool: str) -> Unit:
    known = dict(reversed(unit.properties))  # of several the first
    who = next(
        (
            found
            for name in ("changeid", "creationid")
            for said in (english, unit.attributes)
            if (found := said.get(name))
        ),
        "",
    )
    when = next(
        (
            found
            for name in ("changedate", "creationdate")
            for said in (english, unit.attributes)
            if (found := said.get(name))
        ),
        "",
    )
    machine = next((each for each in (known.get("x-mt", ""), known.get("origin", ""), who) if is_machine(each)), "")
    return Unit(
        unit.line,
        source,
        target,
        known.get("x-origin", machine),
        known.get("x-engine", tool if machine else ""),
        known.get("x-engine-version", ""),
        known.get("x-created", when),
        who,
        known.get("x-raw", ""),
        known.get("x-terms", ""),
        [text for kind, text in unit.properties if kind == "x-unsure"],
        unit.too_long,
    )


def _is(language: str, among: frozenset[str]) -> bool:
    return language.partition("-")[0] in among
