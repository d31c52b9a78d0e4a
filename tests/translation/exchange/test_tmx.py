"""TMX: what the reader writes, read back by it and by translate-toolkit; and what other programs write."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.cleaning import clean
from reader.translation.engine import Origin, Translation
from reader.translation.exchange import tmx_reading, tmx_writing
from reader.translation.exchange.units import LONGEST_TARGET, BadExchange, Left, Unit, checked

NOON = datetime.datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=datetime.UTC)
PAIRS = [
    Translation("A greve <acabou> & “voltou”.", "The strike <ended> & “returned”.", Origin.HUMAN, "human", "", NOON,
                author='Ana "A." Souza & Cia'),
    Translation("Kim visitou Moscou.\nE voltou.", "Kim visited Moscow. And returned.", Origin.DRAFT, "local", "0.2.0+3",
                NOON, "Kim visited Moskow. And returned.", "0123456789abcdef+1", ("Kim", "Moscou")),
    Translation("R$\u00a03,5 milhões", "R$\u00a03.5 million", Origin.REFINED, "google", "1", NOON),
]  # fmt: skip


def read(text: str | bytes) -> list[Unit]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(tmx_reading.read(io.BytesIO(data)))


def taken(text: str | bytes) -> list[Translation | Left]:
    return [checked(unit, NOON) for unit in read(text)]


def tmx(body: str, head: str = '<?xml version="1.0"?>', header: str = '<header srclang="pt"/>') -> str:
    return f'{head}<tmx version="1.4">{header}<body>{body}</body></tmx>'


def unit(source: str, target: str, more: str = "", language: str = "pt") -> str:
    return (
        f'<tu {more}><tuv xml:lang="{language}"><seg>{source}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>{target}</seg></tuv></tu>'
    )


def test_what_is_written_comes_back_whole() -> None:
    assert taken("".join(tmx_writing.write(PAIRS, "pt-BR"))) == PAIRS


TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40).map(lambda text: clean(f"É {text} é").strip())


@given(TEXT, TEXT, st.sampled_from(Origin), st.lists(st.text("aB<&\"' é", min_size=1).map(str.strip), max_size=3))
def test_any_clean_pair_comes_back_whole(source: str, target: str, origin: Origin, unsure: list[str]) -> None:
    target = " ".join(target.replace("\n", " ").split(" ")).strip()
    target = " ".join(part for part in target.split(" ") if part)
    unsure = [" ".join(each.split()) for each in unsure if each]
    engine = "human" if origin is Origin.HUMAN else "local"
    version = "" if origin is Origin.HUMAN else "1"
    pair = Translation(source, target, origin, engine, version, NOON, unsure=tuple(unsure))
    assert taken("".join(tmx_writing.write([pair]))) == [pair]


def test_translate_toolkit_reads_what_is_written(tmp_path: Path) -> None:
    from translate.storage.tmx import tmxfile

    path = tmp_path / "memory.tmx"
    path.write_text("".join(tmx_writing.write(PAIRS)), encoding="utf-8")
    with path.open("rb") as stream:
        found = tmxfile(stream, "pt", "en")
    assert [(each.source, each.target) for each in found.units] == [(each.source, each.target) for each in PAIRS]
    assert not any(each.isblank() for each in found.units)
    assert [each.translate("Kim visitou Moscou.\nE voltou.") for each in [found]] == [PAIRS[1].target]


def test_the_document_has_what_the_dtd_asks_for() -> None:
    from lxml import etree  # comes with translate-toolkit; parses without fetching

    root = etree.fromstring(
        "".join(tmx_writing.write(PAIRS, "pt-PT")).encode(), etree.XMLParser(load_dtd=False, no_network=True)
    )
    header = root.find("header")
    wanted = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert root.get("version") == "1.4"
    assert wanted <= set(header.attrib)
    for each in root.iter("tu"):
        order = [child.tag for child in each]
        assert order == sorted(order, key=["prop", "tuv"].index)  # properties, then the languages
        languages = [tuv.get("{http://www.w3.org/XML/1998/namespace}lang") for tuv in each.iter("tuv")]
        assert languages == ["pt-PT", "en"]
    assert root.find("body/tu").get("creationid") == 'Ana "A." Souza & Cia'
    assert root.find("body/tu").get("creationdate") == "20261122T120000Z"


def test_what_xml_cannot_hold_becomes_a_sign() -> None:
    pair = Translation("a\x00b\x1b[31m\ufffe", "c\x07d\ud800", Origin.HUMAN, "human", "", NOON, author="x\x01")
    text = "".join(tmx_writing.write([pair]))
    (found,) = read(text)
    assert found.source == "a\ufffdb\ufffd\ufffd"
    assert found.target == "c\ufffdd\ufffd"


@pytest.mark.parametrize("language", ["pt", "PT", "pt-BR", "pt_PT", "PT-br", "por"])
def test_the_variants_of_portuguese_are_all_known(language: str) -> None:
    (found,) = taken(tmx(unit("Olá.", "Hello.", language=language)))
    assert isinstance(found, Translation)
    assert (found.source, found.target, found.origin, found.engine) == ("Olá.", "Hello.", Origin.HUMAN, "human")


def test_lang_without_xml_and_several_languages() -> None:
    body = (
        '<tu><tuv lang="es"><seg>Hola.</seg></tuv><tuv lang="EN-US"><seg>Hello.</seg></tuv>'
        '<tuv lang="pt-BR"><seg>Oi.</seg></tuv><tuv lang="pt-PT"><seg>Olá.</seg></tuv>'
        '<tuv lang="en-GB"><seg>Hi.</seg></tuv></tu>'
        '<tu><tuv lang="es"><seg>Hola.</seg></tuv><tuv lang="en"><seg>Hello.</seg></tuv></tu>'
    )
    found = taken(tmx(body, header='<header srclang="pt-PT"/>'))
    assert [(each.source, each.target) for each in found if isinstance(each, Translation)] == [
        ("Olá.", "Hello."),
        ("Oi.", "Hello."),
    ]
    assert found[2] is Left.NO_PAIR


def test_tags_within_a_segment_go_with_their_codes_and_words_stay_apart() -> None:
    source = (
        '<bpt i="1">&lt;b&gt;</bpt>A <hi>greve</hi><ept i="1">&lt;/b&gt;</ept> acabou'
        '<ph x="2">&lt;br/&gt;</ph>ontem<it pos="end">}</it>, <ut>{\\b </ut>sim<ph>x<sub>nota</sub>y</ph>.'
    )
    (found,) = read(tmx(unit(source, "The strike ended yesterday.")))
    assert found.source == "A greve acabou ontem, sim."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    name = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16"}.get(encoding, encoding)
    text = tmx(unit("Não há ação.", "There is no action."), f'<?xml version="1.0" encoding="{name}"?>')
    assert [each.source for each in read(text.encode(encoding))] == ["Não há ação."]


def test_a_dtd_is_named_but_not_fetched_and_its_entities_are_a_sign(tmp_path: Path) -> None:
    dtd = tmp_path / "tmx14.dtd"
    dtd.write_text('<!ENTITY secret "stolen">')
    head = f'<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "{dtd.as_uri()}">'
    (found,) = read(tmx(unit("Olá &secret; &amp; &lt;", "Hello &#233;"), head))
    assert found.source == "Olá \ufffd & <"
    assert found.target == "Hello é"


def test_declarations_in_the_doctype_are_refused() -> None:
    bomb = '<!DOCTYPE tmx [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;">]>'
    with pytest.raises(BadExchange, match=r"line 2 .*DOCTYPE"):
        read(tmx(unit("&b;", "x"), f'<?xml version="1.0"?>\n{bomb}'))
    thief = '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    with pytest.raises(BadExchange, match="DOCTYPE"):
        read(tmx(unit("&a;", "x"), thief))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no element"),
        ("Olá", "line 1"),
        ("<html><body/></html>", "no TMX"),
        (tmx("<a>" * 70), "64 elements"),
        (tmx("".join(f"<a{number}/>" for number in range(600))), "500 different names"),
        (tmx("<tu x='" + "y" * 3_000_000 + "'/>"), "more than 1 MB"),
        (tmx("<!--" + "y" * 3_000_000 + "-->"), "more than 1 MB"),
        (tmx(unit("a&#1;", "b")), "invalid character"),
        (tmx(unit("a", "b"), '<?xml version="1.0" encoding="klingon"?>'), "unknown encoding"),
        (tmx(unit("a", "b"), '<?xml version="1.0" encoding="shift_jis"?>'), "line 1"),
        (tmx(unit("Olá", "b")).encode("iso-8859-1"), "well-formed|invalid token"),
    ],
)
def test_what_is_no_tmx_or_goes_too_far_is_refused(text: str | bytes, why: str) -> None:
    with pytest.raises(BadExchange, match=why):
        read(text)


def test_what_was_whole_before_a_malformed_line_is_given() -> None:
    text = tmx(unit("Um.", "One.") + "\n" + unit("Dois.", "Two.") + "\n<tu><tuv></tu>")
    found = []
    with pytest.raises(BadExchange, match="line 3 of the file: mismatched tag"):
        found += [*_each(text)]
    reading = tmx_reading.read(io.BytesIO(text.encode()))
    assert [next(reading).source, next(reading).source] == ["Um.", "Dois."]
    with pytest.raises(BadExchange):
        next(reading)


def _each(text: str) -> list[Unit]:
    return list(tmx_reading.read(io.BytesIO(text.encode())))


def test_too_long_a_unit_is_left_and_the_next_one_taken() -> None:
    text = tmx(unit("a" * 200_000, "b") + unit("Um.", "o" * 50_000) + unit("Dois.", "Two."))
    assert [each if isinstance(each, Left) else each.source for each in taken(text)] == [
        Left.TOO_LONG,
        Left.TOO_LONG,
        "Dois.",
    ]


def test_of_a_segment_without_end_only_so_much_is_held() -> None:
    (found,) = read(tmx(unit("a" * 3_000_000, "b")))
    assert found.too_long
    assert len(found.source or "") <= LONGEST_TARGET


def test_what_has_no_letters_or_is_no_pair_is_left() -> None:
    only = '<tu><tuv xml:lang="pt"><seg>Um.</seg></tuv></tu>'
    assert taken(tmx(unit("13", "13") + unit("Um", "—") + unit("", "") + only + "<tu/>")) == [
        Left.NO_WORDS,
        Left.NO_WORDS,
        Left.NO_WORDS,
        Left.NO_PAIR,
        Left.NO_PAIR,
    ]


def test_who_made_it_and_when() -> None:
    both = 'creationdate="20200102T030405Z" creationid="Ana" changedate="20210203T040506Z" changeid="Rui"'
    machine = 'creationid="MT!"'
    bad = 'creationdate="yesterday"'
    header = '<header srclang="pt" creationtool="Tool X"/>'
    units = unit("Um.", "One.", both) + unit("Dois.", "Two.", machine) + unit("Três.", "Three.", bad)
    people, engine, when = taken(tmx(units, header=header))
    assert isinstance(people, Translation)
    assert isinstance(engine, Translation)
    assert isinstance(when, Translation)
    assert (people.author, people.created) == ("Rui", datetime.datetime(2021, 2, 3, 4, 5, 6, tzinfo=datetime.UTC))
    assert (engine.origin, engine.engine) == (Origin.DRAFT, "Tool X")
    assert when.created == NOON


def test_what_comes_in_is_clean() -> None:
    props = (
        "<prop type='x-engine'>lo\u202ecal</prop><prop type='x-origin'>draft</prop>"
        "<prop type='x-unsure'>a\u200bb</prop>"
    )
    body = (
        f'<tu creationid="A\u2066na">{props}<tuv xml:lang="pt"><seg>Olá\u202e\n  mundo.</seg></tuv>'
        '<tuv xml:lang="en"><seg>\n  Hello\u202e\n  world.\n</seg></tuv></tu>'
    )
    (found,) = taken(tmx(body))
    assert isinstance(found, Translation)
    assert found.target == "Hello\ufffd world."
    assert found.engine == "lo\ufffdcal"
    assert found.unsure == ("a\ufffdb",)
    assert found.author == "A\ufffdna"


WHOLE = "".join(tmx_writing.write(PAIRS)).encode()


@given(st.integers(0, len(WHOLE)), st.integers(0, 60), st.binary(max_size=20) | st.text(max_size=8).map(str.encode))
def test_whatever_was_changed_in_a_file_it_is_read_clean_or_says_the_line(at: int, cut: int, other: bytes) -> None:
    data = WHOLE[:at] + other + WHOLE[at + cut :]
    found: list[Translation | Left] = []
    problem = ""
    try:
        found = taken(data)
    except BadExchange as error:
        problem = str(error)
    assert clean(problem) == problem
    assert ("line " in problem) is bool(problem)
    for each in found:
        if isinstance(each, Translation):
            said = "\n".join((each.source, each.target, each.engine, each.author, each.raw, *each.unsure))
            assert clean(said) == said
