"""What works beside the screen, put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from articles.errors import StorageError
from articles.model import Article
from reader.cli.compose import Composition
from reader.entities.corrections.store import CorrectionStore
from reader.entities.index.queries import EntityIndex
from reader.entities.model import Entity
from reader.entities.rules import RuleRecogniser
from reader.entities.store import AnalysisStore
from reader.entities.worker.client import Worker
from reader.translation.ahead import ahead
from reader.translation.glossary.model import Glossary
from reader.translation.glossary.store import GlossaryStore
from reader.translation.memory import TranslationMemory
from reader.translation.names.holding import Holder
from reader.translation.process.proxies import beside, process_aligner
from reader.translation.service import TranslationService
from reader.tui.services import Helpers


def helpers(parts: Composition, not_kept: Callable[[StorageError], object]) -> Helpers:
    """The rooms that work beside the screen: drafts come from this machine also where an online engine was chosen.

    Args:
        parts: All the rooms.
        not_kept: Told, on any thread, when a translation cannot be kept.

    Raises:
        Problem: An engine that was asked for by name cannot be used.
    """
    database = parts.database
    engines = parts.translation.beside_screen(lambda engine: ahead(beside(engine)))
    aligner = process_aligner()
    holder = Holder(lambda: aligner)
    drafts = TranslationService(TranslationMemory(database), engines.drafter, on_trouble=not_kept, holder=holder)
    return Helpers(
        drafts,
        engines.refiner,
        RuleRecogniser(),
        AnalysisStore(database),
        Worker(),
        drafts,
        CorrectionStore(database),
        EntityIndex(database),
        aligner,
        (aligner.close, engines.close),
        partial(_terms, GlossaryStore(database)),
        engines,
        parts.translation.edits,
    )


def _terms(own: GlossaryStore, entities: Sequence[Entity], article: Article) -> Glossary:
    """How the names of an article are to be rendered: as the reader says, else as the pane shows them."""
    from reader.terms import terms_of  # its tables are read on a helper's thread, when there are names

    return own.glossary_for(article.id, terms_of(entities, article.language))
