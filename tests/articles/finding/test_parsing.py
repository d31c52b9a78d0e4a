"""The search language: what a query means, and where a wrong one is wrong."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.errors import BadQuery
from articles.finding.fields import COLOURS, FIELDS, IS, colour_named, key_of, state_of
from articles.finding.model import Filter, Query, Term, Text
from articles.finding.parsing import LONGEST_QUERY, parse

TODAY = datetime.date(2023, 9, 15)


def said(query: str, *, typing: bool = False) -> str:
    """The query as it was understood, one group after the other."""
    groups = parse(query, typing=typing, today=TODAY).groups
    return " & ".join(" | ".join(_said(term) for term in group) for group in groups)


def _said(term: Term) -> str:
    minus = "-" if term.negated else ""
    if isinstance(term.what, Text):
        place = f"{term.what.column}=" if term.what.column else ""
        return f"{minus}{place}{'+'.join(term.what.words)}{'*' if term.what.prefix else ''}"
    what = term.what
    bounds = f"[{what.low}..{what.high}]" if (what.low, what.high) != (None, None) else what.value
    return f"{minus}{what.key}:{bounds}"


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("kim putin", "kim & putin"),
        ('"Kim Jong Un" avi*', "Kim+Jong+Un & avi*"),
        ('ANTT (Agência) (porto OR ponte) mar "NOT"', "ANTT & Agência & porto | ponte & mar & NOT"),
        ("“Kim Jong”", "Kim+Jong"),
        ("disse-lhe", "disse+lhe"),
        ("-kim a-b", "-kim & a+b"),
        ("\u2212tag:x", "-tag:x"),
        ('-"um dois"', "-um+dois"),
        ("a - b", "a & b"),
        ("kim OR putin moscou", "kim | putin & moscou"),
        ("kim OU tag:x | y", "kim | tag:x | y"),
        ("or ou", "or & ou"),
        ('author:"Ana Souza"', "byline=Ana+Souza"),
        ("autor:ana fonte:folh* título:sol", "byline=ana & source=folh* & title=sol"),
        ('entity:"Vladimir Putin" ENTIDADE:Kim', "entity:Vladimir Putin & entity:Kim"),
        ("tag:mundo -etiqueta:x feed:Folha", "tag:mundo & -tag:x & feed:Folha"),
        ("is:unread é:não-lido is:STARRED e:lida", "is:unread & is:unread & is:starred & is:read"),
        ("lang:pt-PT língua:pt", "lang:pt-PT & lang:pt"),
        ("words:>500 palavras:<=9", "words:[501..None] & words:[None..9]"),
        ("words:2..5 words:7 words:>=3 words:<3", "words:[2..5] & words:[7..7] & words:[3..None] & words:[None..2]"),
        ("after:2023-09-10", "after:[2023-09-10..None]"),
        ("before:2023-02 on:2024", "before:[None..2023-02-28] & on:[2024-01-01..2024-12-31]"),
        ("on:hoje on:yesterday", "on:[2023-09-15..2023-09-15] & on:[2023-09-14..2023-09-14]"),
        ("after:-7d after:2w", "after:[2023-09-08..None] & after:[2023-09-01..None]"),
        ("on:10/9/2023 on:9/2023", "on:[2023-09-10..2023-09-10] & on:[2023-09-01..2023-09-30]"),
        ("http://x.pt às 10:30", "http+x+pt & às & 10+30"),
        ("Lisboa: fim", "Lisboa & fim"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_a_query_means(query: str, meant: str) -> None:
    assert said(query) == meant


@pytest.mark.parametrize(
    ("query", "at", "end", "words"),
    [
        ('kim "putin', 4, 10, "quote at character 5"),
        ('entity:"Vlad', 7, 12, "quote at character 8"),
        ("kim tag:", 4, 8, "nothing stands after tag: at character 5"),
        ('tag:""', 0, 6, "nothing stands"),
        ("author:---", 0, 10, "no word after author:"),
        ("sol autro:ana", 4, 10, "there is no 'autro:' to search by, at character 5; is it autor:"),
        ("aftre:2023", 0, 6, "is it after:"),
        ("xyzw:5", 0, 5, "there are author, source"),
        ("after:2023-13", 6, 13, "'2023-13' at character 7 is no date; write 2023"),
        ("on:31/2/2023", 3, 12, "is no date"),
        ("before:amanhã", 7, 13, "is no date"),
        ("kim is:unred", 7, 12, "'unred' at character 8 is nothing an article can be; write is:unread"),
        ("cor:verm", 4, 8, "'verm' at character 5 is no colour of marks; write colour:yellow, colour:green"),
        ("lang:português", 5, 14, "is no language"),
        ("words:many", 6, 10, "is no number of words"),
        ("OR kim", 0, 2, "the OR at character 1 needs"),
        ("kim OR", 4, 6, "the OR at character 5 needs"),
        ("kim OR OR b", 7, 9, "the OR at character 8 needs"),
        ("- &", 0, None, "no word"),
        ("a" * (LONGEST_QUERY + 1), LONGEST_QUERY, None, "goes on after character 1000"),
        ("ponte AND rio", 6, 9, "there is no AND"),
        ("ponte NOT rio", 6, 9, "write -word"),
        ("-(porto OR ponte) mar", 0, 21, "no brackets"),
        ("mar OR (porto ponte)", 7, 20, "no brackets"),
        ("(porto ponte) OR mar", 14, 20, "no brackets"),
    ],
)
def test_a_wrong_query_says_where(query: str, at: int, end: int | None, words: str) -> None:
    with pytest.raises(BadQuery) as caught:
        parse(query, today=TODAY)
    assert (caught.value.at, caught.value.end) == (at, end)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("kim pu", "kim & pu*"),
        ("kim pu ", "kim & pu"),
        ("k", "k"),
        ('entity:"Vlad', "entity:Vlad"),
        ('"Kim Jo', "Kim+Jo*"),
        ("kim tag:", "kim"),
        ("kim is:unr", "kim"),
        ("kim after:2023-0", "kim"),
        ("kim after:hoj", "kim"),
        ("kim words:>", "kim"),
        ("kim lang:", "kim"),
        ("kim cor:verm", "kim"),
        ("kim nota:", "kim"),
        ("kim OR", "kim"),
        ("kim -", "kim"),
        ("title:ki", "title=ki*"),
        ("xyz:5", "xyz & 5"),
        ("--", ""),
    ],
)
def test_the_end_of_what_is_typed_may_be_missing(query: str, meant: str) -> None:
    assert said(query, typing=True) == meant


@pytest.mark.parametrize("query", ["after:2023-99 kim", "is:unred kim", "is:xyz", "after:never", 'tag: "x'])
def test_what_is_wrong_before_the_end_is_wrong_while_typing_too(query: str) -> None:
    with pytest.raises(BadQuery):
        parse(query, typing=True)


def test_every_name_of_a_key_and_a_state_is_known_and_means_one_thing() -> None:
    names = [name for key, others in FIELDS.items() for name in (key, *others)]
    states = [name for state, others in IS.items() for name in (state, *others)]
    assert len(set(names)) == len(names)
    assert len(set(states)) == len(states)
    assert {key_of(name.upper()) for name in names} == set(FIELDS)
    assert {state_of(name) for name in states} == set(IS)
    assert {colour_named(name.title()) for each in COLOURS.items() for name in (each[0], *each[1])} == set(COLOURS)


PIECES = st.sampled_from(
    ['"', "-", ":", "*", " ", "OR", "tag", "is", "after", "2023", "-7d", "ã", "words:>", "entity:", "\0", "x", "é:lido"]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join)), st.booleans())
def test_any_text_is_understood_or_refused_with_its_place(query: str, typing: bool) -> None:
    asked = understood(query, typing)
    if isinstance(asked, BadQuery):
        assert asked.at is not None
        assert 0 <= asked.at < max(1, len(query))
        assert asked.end is None or asked.at < asked.end <= len(query)
        assert asked.advice
        return
    assert all(asked.groups)
    places = [term.what.at for group in asked.groups for term in group if isinstance(term.what, Filter)]
    assert all(0 <= at < len(query) for at in places)


def understood(query: str, typing: bool) -> Query | BadQuery:
    try:
        return parse(query, typing=typing, today=TODAY)
    except BadQuery as wrong:
        return wrong
