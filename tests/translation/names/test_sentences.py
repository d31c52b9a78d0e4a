"""A hundred sentences with names of many languages, through the local engine and the holder."""

from __future__ import annotations

import pytest

from reader.translation.alignment.choosing import aligner
from reader.translation.glossary.model import Glossary
from reader.translation.local import LocalEngine
from reader.translation.names.holding import Holder
from reader.translation.names.looking import State, look, sought_in
from tests.benchmarks.names_hold import own_sentences

pytestmark = pytest.mark.engine


def test_nearly_all_names_are_in_the_english_and_the_rest_is_told() -> None:
    engine, holder = LocalEngine(), Holder(aligner)
    names, before, absent, quiet = 0, 0, [], []
    for source, wanted in own_sentences():
        hits = Glossary(hit.term for hit, _ in wanted).hits(source)
        english = engine.translate(source)
        held = holder.hold(source, english, hits, engine.translate)
        sought = sought_in(source, hits)
        names += len(sought)
        before += sum(each.state is State.ABSENT for each in look(english, sought))
        gone = [each.sought.said for each in look(held.target, sought) if each.state is State.ABSENT]
        absent += gone
        quiet += [name for name in gone if name not in held.unsure]
    assert names > 300
    assert before > 25, "there was something to do"
    assert len(absent) <= 3, absent
    assert quiet == []


def test_the_sentences_are_read_as_they_are_written() -> None:
    found = dict(own_sentences())
    hits = found["O trem parou em Komsomolsk do Amur antes de seguir para Khabarovsk."]
    assert [hit.term.target for hit, _ in hits] == ["Komsomolsk-on-Amur", "Khabarovsk"]
    assert len(found) == 101
