"""English is held to the names of its article: as they come in, as they change, only what they touch, in place."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Sequence

from articles.model import Article
from reader.entities.model import Entity, Kind
from reader.translation.engine import Engine
from reader.translation.glossary.model import Glossary, Hit, Term, TermKind, TermOrigin
from reader.translation.memory import TranslationMemory
from reader.translation.names.model import Held
from reader.translation.service import TranslationService
from reader.tui.app import ReaderApp
from reader.tui.page.english import State
from reader.tui.services import Helpers
from tests.tui.engines import HeldEngine
from tests.tui.stage import MEDIUM, Player, Stage, playing

BODY = """\
O presidente Luiz Inácio visitou a fábrica. O dia estava frio e claro.

Luiz Inácio falou aos operários. A fábrica fica em Sorocaba. Ninguém mais falou.

Choveu muito naquela tarde. Em Sorocaba as ruas ficaram vazias."""


class PlainHolder:
    """Puts the term's English where the name stands as it is; where it does not stand, says so."""

    version = "plain"

    def __init__(self) -> None:
        self.held: list[str] = []

    def hold(self, source: str, target: str, hits: Sequence[Hit], again: Callable[[str], str] | None = None) -> Held:
        self.held.append(source)
        unsure = tuple(hit.term.source for hit in hits if hit.term.source not in target)
        for hit in hits:
            target = target.replace(hit.term.source, hit.term.target)
        return Held(target, unsure)


def as_shown(entities: Sequence[Entity], article: Article) -> Glossary:
    """The glossary of an article's people and places."""
    kinds = {Kind.PERSON: TermKind.PERSON, Kind.PLACE: TermKind.PLACE}
    return Glossary(
        Term(form, each.english or form, kinds[each.kind], TermOrigin.ENTITY)
        for each in entities
        if each.kind in kinds
        for form in (each.name, *each.aliases)
    )


def app(stage: Stage, engine: Engine | None, holder: PlainHolder) -> ReaderApp:
    """The reader with names held to what the pane calls them."""

    def helpers(not_kept: Callable[..., object]) -> Helpers:
        made = stage.helpers(engine)(not_kept)
        drafts = TranslationService(TranslationMemory(stage.composition.database), engine, holder=holder)
        return dataclasses.replace(made, drafts=drafts, terms=as_shown)

    article = Article("Uma visita", BODY, published=datetime.date(2024, 2, 1), language="pt-BR")
    return stage.app(article, helpers=helpers)


def targets(player: Player) -> list[str]:
    english = player.page.english
    every = [each for block in range(len(player.page.document)) for each in player.page.document.segments(block)]
    return [known.target if (known := english.of(each)) else "" for each in every]


async def test_a_correction_of_a_name_changes_its_sentences_in_place_and_no_others(stage: Stage) -> None:
    holder, engine = PlainHolder(), HeldEngine(free=True)
    async with playing(app(stage, engine, holder), MEDIUM) as player:
        await player.press("t")
        await player.until(lambda: all(targets(player)) and player.screen.desk.progress is None)
        assert "The English of A fábrica fica em Sorocaba." in targets(player)
        asked = len(engine.asked)
        await player.press("}", "}")
        cursor, row = player.page.cursor, player.row()
        await player.press("3")
        number = next(n for n, each in enumerate(player.screen.text.marks.entities) if each.name == "Sorocaba")
        player.screen.names.go_to(number)
        holder.held.clear()
        await player.press("R")
        await player.until(lambda: player.screen.asks())
        player.screen.prompt.value = "Sorocaba · Sorocaba City"
        await player.press("enter", "h")
        await player.until(lambda: player.shows("fica em Sorocaba City."))
        await player.until(lambda: player.shows("Em Sorocaba City as ruas"))
        assert set(holder.held) == {"A fábrica fica em Sorocaba.", "Em Sorocaba as ruas ficaram vazias."}
        assert (player.page.cursor, player.row()) == (cursor, row)
        assert len(engine.asked) == asked, "no engine is asked again"
        await player.press("U")
        await player.until(lambda: not player.shows("Sorocaba City as ruas"))
        assert len(engine.asked) == asked


async def test_english_that_was_there_before_the_names_is_held_when_they_come(stage: Stage) -> None:
    article = app(stage, None, PlainHolder())._opening
    assert article is not None
    loose = TranslationService(TranslationMemory(stage.composition.database), HeldEngine(free=True))
    for block in range(len(article.page.document)):
        for source in article.page.document.segments(block):
            loose.translate(source)
    holder = PlainHolder()
    engine = HeldEngine(lambda sentence: "another")
    async with playing(app(stage, engine, holder), MEDIUM) as player:
        await player.press("t")
        await player.until(lambda: all(targets(player)))
        await player.until(lambda: len(holder.held) >= 4)
        assert "O dia estava frio e claro." not in holder.held
        assert engine.asked == []


async def test_a_name_that_the_english_may_not_carry_is_flagged_named_and_gone_to(stage: Stage) -> None:
    def answer(sentence: str) -> str:
        return f"The English of {sentence}".replace("Em Sorocaba", "There")

    async with playing(app(stage, HeldEngine(answer, free=True), PlainHolder()), MEDIUM) as player:
        await player.press("t")
        await player.until(lambda: all(targets(player)) and player.screen.desk.progress is None)
        bad = "Em Sorocaba as ruas ficaram vazias."
        await player.until(lambda: player.page.english.state(bad) is State.UNSURE)
        await player.until(lambda: any(row.sign == "?" for row in player.page.block(3).rows))
        await player.press("t")
        await player.screen.run_action("next_unsure")
        await player.until(lambda: player.sentence() == bad)
        await player.press("enter")
        await player.until(lambda: player.shows("not sure: Sorocaba"))
        await player.screen.run_action("next_unsure")
        await player.until(lambda: "the only one" in player.message)
