"""Items to articles."""

from __future__ import annotations

import datetime

from articles.feeds.entries import SUMMARY_TAG, Draft, draft_of
from articles.feeds.model import Entry, Text, Wholeness
from tests.articles.feeds.samples import TEXT

_LONG = "<p>" + "Uma frase inteira sobre o que houve na cidade. " * 40 + "</p>"
_LEAD = "O presidente viajou ontem para a capital e fica lá até o fim da semana, disse a porta-voz."


def _draft(**said: object) -> Draft:
    values: dict[str, object] = {"guid": "g", "title": "Título", "url": "https://exemplo.pt/1"}
    draft = draft_of(Entry(**{**values, **said}), "Diário", ("meu",))  # type: ignore[arg-type]
    assert draft is not None
    return draft


def test_a_text_in_full() -> None:
    moment = datetime.datetime(2023, 9, 13, 22, 10, tzinfo=datetime.UTC)
    draft = _draft(content=Text(TEXT, True), byline="Ana", day=moment.date(), moment=moment, tags=("mundo",))
    article = draft.article
    assert draft.wholeness is Wholeness.WHOLE
    assert (article.title, article.source, article.byline, article.url) == (
        "Título",
        "Diário",
        "Ana",
        "https://exemplo.pt/1",
    )
    assert (article.published, article.tags) == (moment.date(), ("meu", "mundo"))
    assert len(list(article.paragraphs())) == 2


def test_a_summary_is_marked() -> None:
    draft = _draft(summary=Text(_LEAD, False))
    assert (draft.wholeness, draft.article.body) == (Wholeness.SUMMARY, _LEAD)
    assert draft.article.tags == ("meu", SUMMARY_TAG)


def test_a_content_that_was_cut_is_a_summary() -> None:
    assert _draft(content=Text(TEXT + "<p>E depois [&hellip;]</p>", True)).wholeness is Wholeness.SUMMARY


def test_the_longer_text_is_taken() -> None:
    assert _draft(content=Text("<p>Curto.</p>", True), summary=Text(_LONG, True)).wholeness is Wholeness.WHOLE
    assert _draft(content=Text(TEXT, True), summary=Text("Resumo.", True)).article.body.startswith("O governo")


def test_a_title_alone_is_its_own_text() -> None:
    assert _draft().article.body == "Título"


def test_a_text_that_may_stand_under_any_title_is_told_apart_by_it() -> None:
    first, second = (_draft(title=title, summary=Text("<b>Comentários</b>", True)) for title in ("Um", "Dois"))
    assert first.article.body == "Um\n\nComentários"
    assert first.article.id != second.article.id
    assert [each.span.of(first.article.body) for each in first.article.markup] == ["Comentários"]


def test_a_text_without_a_title_gets_one() -> None:
    assert _draft(title="", content=Text(TEXT, True)).article.title.startswith("O governo anunciou")


def test_an_item_without_words_is_no_article() -> None:
    assert draft_of(Entry("g", content=Text("<img src='x'>", True)), "Diário") is None


def test_the_variant_is_the_feeds_where_the_text_does_not_say() -> None:
    assert _draft(summary=Text(_LEAD, False), language="pt-br").finished().language == "pt-BR"
    assert _draft(summary=Text(_LEAD, False), language="en").finished().language == "pt"
    assert _draft(summary=Text(_LEAD, False), language="não é").finished().language == "pt"
    english = "The president of the country said that he was not in the city and that this is for the people of it."
    assert _draft(summary=Text(english, False), language="pt-BR").finished().language == "en"


def test_the_digest_changes_with_the_words_alone() -> None:
    plain = _draft(content=Text(TEXT, True)).digest
    assert _draft(content=Text(TEXT.replace("<p>", "<p class='x'>"), True), tags=("outra",)).digest == plain
    assert _draft(content=Text(TEXT.replace("três", "quatro"), True)).digest != plain
    assert _draft(content=Text(TEXT, True), title="Outro").digest != plain
