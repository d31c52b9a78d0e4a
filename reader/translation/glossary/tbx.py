"""Terms of a TBX file: ISO 30042:2019 (TBX-Basic and its kin, DCA or DCT), and the older martif."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from articles.cleaning import clean_line
from reader.i18n import _
from reader.translation.glossary.model import TermKind
from reader.translation.glossary.own import Given
from reader.translation.glossary.reading import BadGlossary, Read

_ENTRY, _LANGUAGE, _TERM_SECTION = {"conceptEntry", "termEntry"}, {"langSec", "langSet"}, {"termSec", "tig", "ntig"}
_CATEGORIES = {"subjectField", "definition", "partOfSpeech", "administrativeStatus", "normativeAuthorization"}
_CATEGORIES |= {"transactionType", "responsibility", "note", "date"}
_KINDS = {kind.value: kind for kind in TermKind}
_DEEPEST = 64
_LONGEST = 20_000  # characters of one text: what is longer is no term and no note
_STEP = 1 << 16
_PREFERRED, _AVOIDED = ("preferred",), ("deprecated", "superseded", "obsolete", "forbidden", "notrecommended")


@dataclass(slots=True)
class _TermSection:
    line: int
    text: str = ""
    status: str = ""
    proper: bool = False

    def is_said(self, words: tuple[str, ...]) -> bool:
        return self.status.casefold().startswith(words)


@dataclass(slots=True)
class _Entry:
    line: int
    subject: str = ""
    notes: list[str] = field(default_factory=list)
    author: str = ""
    created: datetime.datetime | None = None
    terms: dict[str, list[_TermSection]] = field(default_factory=lambda: {"pt": [], "en": []})


def read_tbx(data: bytes) -> Iterator[Read]:
    """The terms of a file: each Portuguese term of an entry with the entry's preferred English one.

    The file is read in small steps. What declares entities of its own, or is nested more than 64 deep, is not read
    further; the outer DTD that an old file names is never looked for.

    Raises:
        BadGlossary: It is no TBX, or not one that may be read; the message names the line.
    """
    reader = _Reader()
    for at in range(0, len(data), _STEP):
        yield from reader.feed(data[at : at + _STEP])
        if reader.is_broken:
            return
    yield from reader.feed(b"", last=True)


class _Reader:
    """Collects the terms that the parser comes across."""

    def __init__(self) -> None:
        self.is_broken = False
        self._begun = False
        self._found: list[Read] = []
        self._path: list[str] = []
        self._entry: _Entry | None = None
        self._language = ""
        self._term: _TermSection | None = None
        self._open: tuple[int, str] | None = None  # the category or term that is read, and how deep it stands
        self._text: list[str] = []  # what was read of it
        self._length = 0
        self._deed: dict[str, str] = {}
        parser = self._parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data

    def feed(self, data: bytes, *, last: bool = False) -> list[Read]:
        """The terms that these bytes complete."""
        self._found = []
        try:
            self._parser.Parse(data, last)
        except expat.ExpatError as error:
            self._break(error, error.lineno, expat.ErrorString(error.code))
        except (LookupError, ValueError) as error:  # an encoding that nobody knows
            self._break(error, 1, str(error))
        return self._found

    def _break(self, error: Exception, line: int, what: str) -> None:
        """Read no further: what came before is whole."""
        self.is_broken = True
        why = _("not well-formed XML ({why})").format(why=what)
        if not self._begun:
            raise BadGlossary(_("the file is no TBX: {why}").format(why=why), _advice()) from error
        self._found.append(Read(line, None, why))

    # What the parser comes across

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_inner: int) -> None:
        if has_inner:
            raise self._refusal(_("the file declares a document type of its own"))

    def _entity(self, *_: object) -> None:
        raise self._refusal("the file declares entities")  # pragma: no cover - only within an inner document type

    def _skipped(self, name: str, _is_parameter: int) -> None:
        raise self._refusal(
            _("the file uses the entity {name}, which it does not declare").format(name=repr(name[:40]))
        )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if not self._path and name not in ("tbx", "martif"):
            raise self._refusal(_("the file is XML, but no TBX: it begins with {name}").format(name=repr(name[:40])))
        if len(self._path) >= _DEEPEST:
            raise self._refusal(_("the file is nested more than {count} deep").format(count=_DEEPEST))
        self._begun = True
        self._path.append(name)
        if name in _ENTRY:
            self._entry = _Entry(self._parser.CurrentLineNumber)
        if self._entry is None:
            return
        if name in _LANGUAGE:
            self._language = attributes.get("xml:lang", "").lower().replace("_", "-").partition("-")[0]
        elif name in _TERM_SECTION:
            self._term = _TermSection(self._parser.CurrentLineNumber)
        elif name == "transacGrp":
            self._deed = {}
        category = name if name == "term" or name in _CATEGORIES else attributes.get("type", "").rpartition(":")[2]
        if self._open is None and (category == "term" or category in _CATEGORIES):
            if name == "term" and self._term is None:  # straight in its language: not so in TBX, but understood
                self._term = _TermSection(self._parser.CurrentLineNumber)
            self._open, self._text, self._length = (len(self._path), category), [], 0

    def _data(self, text: str) -> None:
        if self._open is not None and self._length < _LONGEST:
            self._text.append(text[:_LONGEST])
            self._length += len(text)

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        entry = self._entry
        if entry is not None:
            if self._open is not None and self._open[0] == len(self._path):
                self._said(entry, self._open[1], clean_line("".join(self._text), limit=_LONGEST))
                self._open = None
            if name in _TERM_SECTION or (name in _LANGUAGE and self._term is not None):
                self._keep(entry)
            if name in _LANGUAGE:
                self._language = ""
            elif name == "transacGrp":
                self._done(entry)
            elif name in _ENTRY:
                self._found += _reads(entry)
                self._entry = None
        self._path.pop()

    # What it means

    def _said(self, entry: _Entry, category: str, text: str) -> None:
        term = self._term
        if category == "term" and term is not None:
            term.text = text
        elif category == "partOfSpeech" and term is not None:
            term.proper = text.casefold().replace(" ", "") == "propernoun"
        elif category in ("administrativeStatus", "normativeAuthorization") and term is not None:
            term.status = text
        elif category == "subjectField":
            entry.subject = text
        elif category in ("transactionType", "responsibility", "date"):
            self._deed[category] = text
        elif category in ("note", "definition") and text and self._language in ("", "pt", "en"):
            entry.notes.append(text)

    def _keep(self, entry: _Entry) -> None:
        if self._term is not None and self._term.text and self._language in entry.terms:
            entry.terms[self._language].append(self._term)
        self._term = None

    def _done(self, entry: _Entry) -> None:
        """Who made or changed the entry, and when: the author is who did so last."""
        entry.author = self._deed.get("responsibility", "") or entry.author
        if self._deed.get("transactionType", "").casefold().startswith("originat") and entry.created is None:
            entry.created = _moment(self._deed.get("date", ""))

    def _refusal(self, what: str) -> BadGlossary:
        message = _("line {line}: {what}").format(line=self._parser.CurrentLineNumber, what=what)
        return BadGlossary(message, _advice())


def _reads(entry: _Entry) -> Iterator[Read]:
    """Each Portuguese term of an entry with its English; or what the entry lacks."""
    english = [each for each in entry.terms["en"] if not each.is_said(_AVOIDED)]
    english.sort(key=lambda each: not each.is_said(_PREFERRED))
    if not entry.terms["pt"]:
        yield Read(entry.line, None, _("the entry has no Portuguese term"))
    elif not english:
        yield Read(entry.line, None, _("the entry has no English term"))
    else:
        for term in entry.terms["pt"]:
            kind = _KINDS.get(entry.subject.casefold()) or (TermKind.NAME if term.proper else None)
            note = "; ".join(dict.fromkeys(entry.notes))
            given = Given(term.text, english[0].text, kind, note, None, entry.author, entry.created)
            yield Read(term.line, given)


def _moment(text: str) -> datetime.datetime | None:
    try:
        day = datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def _advice() -> str:
    return _("give a file of terms: TSV or TBX")
