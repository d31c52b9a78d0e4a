"""A text in another language is said to be one, in the reader's own."""

from __future__ import annotations

import pytest

from articles.model import Article
from reader import i18n
from reader.entities.foreign import foreign

ENGLISH = (
    "The council voted on Tuesday night to close the old bridge for two years while engineers replace its cables, a "
    "decision that angered shopkeepers on both banks of the river."
)


@pytest.mark.parametrize(("speaking", "name"), [("en", "(English)"), ("pt_BR", "(inglês)")])
def test_the_language_is_named(speaking: str, name: str) -> None:
    i18n.activate(speaking)
    assert name in foreign(Article("t", ENGLISH))


def test_what_was_said_of_it_does_not_matter() -> None:
    assert foreign(Article("t", ENGLISH, language="pt-BR"))
    assert not foreign(Article("t", "O conselho aprovou na terça-feira o fecho da ponte.", language="en"))
