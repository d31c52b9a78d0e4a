"""What holds of merging whatever the mentions: each is in one entity; the passes over a document lose none."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from articles.model import Span
from reader.entities.merging import merge
from reader.entities.model import Kind, Mention
from reader.entities.roles import find_roles
from reader.entities.throughout import throughout

NAMES = (
    "Kim Jong Un|Kim|Kim Jong Il|J. K. Silva|João Silva|João Silva Neto|Silva|Neto|FHC|D. Pedro I|STF|Supremo|Rio"
    "|Fernando Henrique Cardoso|Supremo Tribunal Federal|Banco Central do Brasil|Banco Central|PMDB-SP|Rio de Janeiro"
    "|de|-|.|“|os|E|İ"
)
BETWEEN = st.sampled_from(
    [
        " ",
        ", ",
        " (",
        ") ",
        " e ",
        ", o ",
        ". ",
        "\n",
        ", filho de ",
        " riu. A ministra ",
        ", hoje ",
        " «",
        "» ",
        " os irmãos ",
    ]
)
NAME = st.sampled_from(NAMES.split("|")) | st.text(min_size=1, max_size=12).filter(str.strip)
PIECES = st.lists(st.tuples(BETWEEN, NAME, st.sampled_from([*Kind, None, Kind.PERSON, Kind.ORGANISATION])), max_size=25)


def laid_out(pieces: list[tuple[str, str, Kind | None]]) -> tuple[str, list[Mention]]:
    """A text, and the mentions in it; a piece without a kind is text only."""
    body, mentions = "", []
    for gap, name, kind in pieces:
        body += gap
        if kind is not None:
            mentions.append(Mention(Span(len(body), len(body) + len(name)), kind, name))
        body += name
    return body, mentions


@given(PIECES)
def test_each_mention_is_in_one_entity(pieces: list[tuple[str, str, Kind | None]]) -> None:
    body, mentions = laid_out(pieces)
    entities = merge(mentions, body, None, lambda mention: find_roles(body, mention.span, mention.kind))
    assert sorted(mention for entity in entities for mention in entity.mentions) == sorted(mentions)
    for entity in entities:
        assert list(entity.mentions) == sorted(entity.mentions)
        assert {mention.kind for mention in entity.mentions} == {entity.kind}
        assert {entity.name, *entity.aliases} == {mention.text for mention in entity.mentions}
        assert len(set(entity.roles)) == len(entity.roles)
        assert all(role and role in body for role in entity.roles)


@given(st.lists(PIECES, max_size=5))
def test_the_passes_over_a_document_lose_no_mention(document: list[list[tuple[str, str, Kind | None]]]) -> None:
    laid = [laid_out(pieces) for pieces in document]
    sentences, found = [body for body, _ in laid], [mentions for _, mentions in laid]
    result = throughout(found, sentences)
    assert len(result) == len(found)
    for sentence, before, after in zip(sentences, found, result, strict=True):
        assert {mention.span for mention in before} <= {mention.span for mention in after}
        assert all(mention.text == mention.span.of(sentence) for mention in after)
        assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(after))
