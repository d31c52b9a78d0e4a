"""Terms as a TBX file: TBX-Basic of ISO 30042:2019 in DCA style, or the older martif that more programs read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from reader.translation.glossary.model import TermKind
from reader.translation.glossary.own import Given, OwnTerm

_START = """\
<?xml version="1.0" encoding="UTF-8"?>
<{root}>
  <{header}>
    <fileDesc>
      <sourceDesc>
        <p>reader: glossary, Portuguese to English</p>
      </sourceDesc>
    </fileDesc>
  </{header}>
  <text>
    <body>
"""
_END = """\
    </body>
  </text>
</{root}>
"""


def write_tbx(terms: Iterable[OwnTerm], *, old: bool = False) -> Iterator[str]:
    """The parts of a file, an entry in each.

    A kind that the term's capitals do not tell stands as its ``subjectField``; of parts of speech TBX-Basic knows noun,
    verb, adjective, adverb and other, so a name is a noun, and of a term nothing is said.

    Args:
        terms: The terms.
        old: Whether as ``martif`` (ISO 30042:2008).
    """
    if old:
        root, header, names = "martif", "martifHeader", ("termEntry", "langSet", "tig")
        said = 'martif type="TBX-Basic" xml:lang="pt"'
    else:
        root, header, names = "tbx", "tbxHeader", ("conceptEntry", "langSec", "termSec")
        said = 'tbx type="TBX-Basic" style="dca" xml:lang="pt" xmlns="urn:iso:std:iso:30042:ed-2"'
    start = _START.format(root=said, header=header)
    yield start
    for number, term in enumerate(terms, 1):
        yield "".join(f"      {line}\n" for line in _entry(number, term, *names))
    yield _END.format(root=root)


def _entry(number: int, term: OwnTerm, entry: str, language: str, section: str) -> Iterator[str]:
    yield f'<{entry} id="t{number}">'
    if term.kind is not Given(term.source, term.target).term.kind:
        yield f'  <descrip type="subjectField">{term.kind.value}</descrip>'
    made, changed = term.created.date(), term.changed.date()
    yield from _transaction("origination", made.isoformat(), term.author if term.changed == term.created else "")
    if term.changed != term.created:
        yield from _transaction("modification", changed.isoformat(), term.author)
    if term.note:
        yield f"  <note>{escape(term.note)}</note>"
    note = "" if term.kind is TermKind.TERM else '<termNote type="partOfSpeech">noun</termNote>'
    for tag, text in (("pt", term.source), ("en", term.target)):
        said = f"<{section}><term>{escape(text)}</term>{note}</{section}>"
        yield f'  <{language} xml:lang="{tag}">{said}</{language}>'
    yield f"</{entry}>"


def _transaction(what: str, day: str, who: str) -> Iterator[str]:
    by = f'<transacNote type="responsibility">{escape(who)}</transacNote>' if who else ""
    yield f'  <transacGrp><transac type="transactionType">{what}</transac>{by}<date>{day}</date></transacGrp>'
