"""TBX of any age is read, hostile XML is not; what is written, other programs read."""

from __future__ import annotations

import datetime
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage.tbx import tbxfile

from articles.cleaning import clean_line
from reader.translation.glossary.model import TermKind
from reader.translation.glossary.own import Given, OwnTerm
from reader.translation.glossary.reading import BadGlossary
from reader.translation.glossary.tbx import read_tbx
from reader.translation.glossary.tbx_writing import write_tbx

NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
DAY = NOON.replace(hour=0)
NAMESPACE = "urn:iso:std:iso:30042:ed-2"

DCA = """<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader><fileDesc><sourceDesc><p>A <term>stray</term> note</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
    <conceptEntry id="c1">
      <descrip type="subjectField">place</descrip>
      <transacGrp>
        <transac type="transactionType">origination</transac>
        <transacNote type="responsibility">Ana</transacNote><date>2026-11-22</date>
      </transacGrp>
      <langSec xml:lang="en">
        <termSec>
          <term>Cremlin</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
        </termSec>
        <termSec><term>Kremlin</term></termSec>
        <termSec>
          <term>the <hi>Kremlin</hi></term>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
        </termSec>
      </langSec>
      <langSec xml:lang="pt-BR">
        <descripGrp><descrip type="definition">sede do governo</descrip><admin type="source">x</admin></descripGrp>
        <termSec><term>Kremlin</term><termNote type="partOfSpeech">properNoun</termNote></termSec>
        <termSec><term>Krêmlin</term><note>raro</note></termSec>
      </langSec>
      <langSec xml:lang="fr"><termSec><term>Kremlin (fr)</term><note>français</note></termSec></langSec>
    </conceptEntry>
  </body></text>
</tbx>"""
DCT = """<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader><fileDesc><sourceDesc><p/></sourceDesc></fileDesc></tbxHeader>
  <text><body>
    <conceptEntry id="c1">
      <min:subjectField>place</min:subjectField>
      <transacGrp><basic:transactionType>origination</basic:transactionType>
        <basic:responsibility>Ana</basic:responsibility><date>2026-11-22</date></transacGrp>
      <langSec xml:lang="pt"><basic:definition>sede do governo</basic:definition>
        <termSec><term>Kremlin</term><min:partOfSpeech>properNoun</min:partOfSpeech></termSec></langSec>
      <langSec xml:lang="en">
        <termSec><term>Kremlin</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
        <termSec><term>the Kremlin</term>
          <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
      </langSec>
    </conceptEntry>
  </body></text>
</tbx>"""
MARTIF = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en">
  <martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
  <text><body>
    <termEntry id="1">
      <descrip type="subjectField">economia</descrip>
      <langSet xml:lang="pt"><tig>
        <term>banco central</term><termNote type="partOfSpeech">noun</termNote></tig></langSet>
      <langSet xml:lang="en-US"><ntig><termGrp><term>central bank</term></termGrp></ntig></langSet>
    </termEntry>
    <termEntry id="2">
      <langSet xml:lang="pt"><tig><term>taxa</term></tig></langSet>
      <langSet xml:lang="de"><tig><term>Rate</term></tig></langSet>
    </termEntry>
    <termEntry id="3"><langSet xml:lang="en"><tig><term>rate</term></tig></langSet></termEntry>
  </body></text>
</martif>"""


def terms(text: str | bytes) -> list[Given]:
    data = text.encode() if isinstance(text, str) else text
    return [each.given for each in read_tbx(data) if each.given is not None]


def test_tbx_basic_with_attributes() -> None:
    note = "sede do governo; raro"
    assert terms(DCA) == [
        Given("Kremlin", "the Kremlin", TermKind.PLACE, note, None, "Ana", DAY),
        Given("Krêmlin", "the Kremlin", TermKind.PLACE, note, None, "Ana", DAY),
    ]


def test_tbx_basic_with_tags() -> None:
    assert terms(DCT) == [Given("Kremlin", "the Kremlin", TermKind.PLACE, "sede do governo", None, "Ana", DAY)]


def test_the_older_martif_and_what_lacks_a_language_is_told() -> None:
    reads = list(read_tbx(MARTIF.encode()))
    assert [(each.line, each.given, each.why) for each in reads] == [
        (8, Given("banco central", "central bank"), ""),
        (12, None, "the entry has no English term"),
        (16, None, "the entry has no Portuguese term"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_other_encodings(encoding: str) -> None:
    text = DCT.replace('encoding="UTF-8"', "" if encoding != "iso-8859-1" else 'encoding="ISO-8859-1"')
    assert terms(text.replace("Kremlin", "Krêmlin").encode(encoding))[0].source == "Krêmlin"


def test_malformed_after_some_terms_these_are_whole_and_the_line_is_told() -> None:
    cut = MARTIF[: MARTIF.index('<termEntry id="2">') + 9]
    first, broken = read_tbx(cut.encode())
    assert first.given is not None
    assert (broken.line, broken.given) == (12, None)
    assert "not well-formed" in broken.why
    assert [each.line for each in read_tbx((DCT + "<more/>").encode())] == [11, 19]
    crossed = list(read_tbx(MARTIF.replace("<tig><term>taxa</term></tig>", "<tig><term>taxa</tig>").encode()))
    assert [each.line for each in crossed] == [8, 13]


ENTRY = '<martif><text><body><termEntry><langSet xml:lang="pt"><tig><term>{}</term></tig></langSet></termEntry></body>'
LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE martif [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>
""" + ENTRY.format("&c;")
OUTSIDE = """<?xml version="1.0"?>
<!DOCTYPE martif [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
""" + ENTRY.format("&secret;")
UNDECLARED = """<!DOCTYPE martif SYSTEM "http://127.0.0.1:9/evil.dtd">
""" + ENTRY.format("&secret;")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (LAUGHS, "line 2: the file declares a document type of its own"),
        (OUTSIDE, "line 2: the file declares a document type of its own"),
        (UNDECLARED, "line 2: the file uses the entity 'secret'"),
        ("<tbx>" + "<p>" * 100_000, "line 1: the file is nested more than 64 deep"),
        ("<html><body/></html>", "line 1: the file is XML, but no TBX: it begins with 'html'"),
        ('<?xml version="1.0" encoding="KOI-99"?><tbx/>', "the file is no TBX: not well-formed XML (unknown encoding"),
        ("<", "the file is no TBX: not well-formed XML"),
        ("", "the file is no TBX: not well-formed XML"),
    ],
)
def test_what_is_hostile_or_something_else_is_not_read(text: str, why: str) -> None:
    with pytest.raises(BadGlossary) as problem:
        list(read_tbx(text.encode()))
    assert str(problem.value).startswith(why)


def test_a_text_without_end_is_cut() -> None:
    (read,) = read_tbx(
        DCT.replace("<term>Kremlin</term><min:part", f"<term>{'x' * 3_000_000}</term><min:part").encode()
    )
    assert read.given is not None
    assert len(read.given.source) < 100_000


OWN = [
    OwnTerm(1, "Kremlin", "the Kremlin", TermKind.PLACE, None, "a <b> & c", "Ana", NOON, NOON),
    OwnTerm(2, "banco central", "central bank", TermKind.TERM, None, "", "", NOON, NOON + datetime.timedelta(days=1)),
    OwnTerm(3, "Banco Central", "the bank", TermKind.TERM, None, "", "", NOON, NOON),
    OwnTerm(4, "iPhone", "iPhone", TermKind.NAME, None, "", "", NOON, NOON),
    OwnTerm(5, "ebay", "eBay", TermKind.NAME, None, "", "", NOON, NOON),
]


@pytest.mark.parametrize("old", [False, True])
def test_what_is_written_is_read_again(old: bool) -> None:
    written = "".join(write_tbx(OWN, old=old))
    assert terms(written) == [
        Given("Kremlin", "the Kremlin", TermKind.PLACE, "a <b> & c", None, "Ana", DAY),
        Given("banco central", "central bank", None, "", None, "", DAY),
        Given("Banco Central", "the bank", TermKind.TERM, "", None, "", DAY),
        Given("iPhone", "iPhone", None, "", None, "", DAY),
        Given("ebay", "eBay", TermKind.NAME, "", None, "", DAY),
    ]


def test_another_program_reads_the_martif() -> None:
    read = tbxfile(io.BytesIO("".join(write_tbx(OWN, old=True)).encode()), sourcelanguage="pt", targetlanguage="en")
    assert [(unit.source, unit.target) for unit in read.units] == [(each.source, each.target) for each in OWN]
    assert [note.text for note in read.units[0].get_common_notes()] == ["place", "a <b> & c"]


def test_the_2019_form_has_the_parts_in_the_order_of_the_standard() -> None:
    root = etree.fromstring("".join(write_tbx(OWN)).encode())
    assert root.tag == f"{{{NAMESPACE}}}tbx"
    assert dict(root.attrib) == {
        "type": "TBX-Basic",
        "style": "dca",
        "{http://www.w3.org/XML/1998/namespace}lang": "pt",
    }
    assert [etree.QName(each).localname for each in root] == ["tbxHeader", "text"]
    entries = root.findall(f".//{{{NAMESPACE}}}conceptEntry")
    assert [each.get("id") for each in entries] == ["t1", "t2", "t3", "t4", "t5"]
    kinds = [[etree.QName(part).localname for part in entry] for entry in entries]
    assert kinds[0] == ["descrip", "transacGrp", "note", "langSec", "langSec"]
    assert kinds[1] == ["transacGrp", "transacGrp", "langSec", "langSec"]
    section = entries[0].find(f".//{{{NAMESPACE}}}termSec")
    assert section is not None
    assert [etree.QName(part).localname for part in section] == ["term", "termNote"]
    # What the dialect permits: these values, and a subject field for the whole entry only.
    said = {(each.get("type"), each.text) for each in root.iter(f"{{{NAMESPACE}}}termNote", f"{{{NAMESPACE}}}transac")}
    assert said == {("partOfSpeech", "noun"), ("transactionType", "origination"), ("transactionType", "modification")}
    assert {each.getparent().tag for each in root.iter(f"{{{NAMESPACE}}}descrip")} == {f"{{{NAMESPACE}}}conceptEntry"}


line = st.text(max_size=12).map(clean_line).filter(bool)


@given(st.lists(st.tuples(line, line, st.sampled_from(TermKind), line | st.just("")), max_size=4), st.booleans())
def test_any_terms_come_back(rows: list[tuple[str, str, TermKind, str]], old: bool) -> None:
    own = [OwnTerm(0, source, target, kind, None, note, "", NOON, NOON) for source, target, kind, note in rows]
    back = terms("".join(write_tbx(own, old=old)))
    assert [(each.source, each.target, each.term.kind, each.note) for each in back] == rows


@given(st.binary(max_size=60), st.integers(0, len(DCA)))
def test_any_bytes_are_read_or_told(data: bytes, at: int) -> None:
    whole = DCA.encode()
    try:
        reads = list(read_tbx(whole[:at] + data + whole[at:]))
    except BadGlossary:
        return
    assert all((each.given is None) == bool(each.why) for each in reads)
