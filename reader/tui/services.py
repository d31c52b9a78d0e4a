"""What the screen works with: everything below it, put together by the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first picture of an article needs none of these to be imported
    from articles.errors import StorageError
    from articles.feeds.service import Feeds
    from articles.finding.finder import Finder
    from articles.marks import Marks
    from articles.model import Article
    from articles.net.fetching import Web
    from articles.repository import ArticleRepository
    from articles.shelves import Shelves
    from reader.config.model import Config
    from reader.dictionary.model import Lookups
    from reader.entities.corrections.store import CorrectionStore
    from reader.entities.index.queries import EntityIndex
    from reader.entities.model import Entity, Recogniser
    from reader.entities.store import AnalysisStore
    from reader.entities.worker.client import Worker
    from reader.locations import Locations
    from reader.positions import Positions
    from reader.translation.alignment.model import Aligner
    from reader.translation.choosing.room import EngineRoom
    from reader.translation.edits import EditStore
    from reader.translation.engine import Engine
    from reader.translation.glossary.model import Glossary
    from reader.translation.service import TranslationService
    from reader.vocabulary.store import Vocabulary


@dataclass(frozen=True, slots=True)
class Helpers:
    """The rooms that work beside the screen.

    Attributes:
        drafts: Translates with the engine of this machine; its engine is None where there is none.
        refiner: The online engine that was chosen, if one was.
        recogniser: Finds names in this process, where there is no worker or none that lasts.
        analyses: What was found before.
        worker: Finds names in a process of its own.
        namer: Translates the names that say in words what they are; None where nobody does.
        corrections: What the reader put right; None where it cannot be kept.
        index: Which names occur in which articles; None where nobody keeps that.
        aligner: Finds which words became which, in a process of its own; asked on a thread beside the screen.
        endings: End at once what else works in processes of its own.
        terms: How an article's names are to be rendered, from its entities as they are shown and what the reader
            says; called on a helper's thread. None where nobody says.
        engines: The engines that can be chosen, and what waits for the reader's yes; None where there is no choice.
        edits: The reader's own English; None where it cannot be kept.
    """

    drafts: TranslationService
    refiner: Engine | None
    recogniser: Recogniser
    analyses: AnalysisStore
    worker: Worker | None = None
    namer: TranslationService | None = None
    corrections: CorrectionStore | None = None
    index: EntityIndex | None = None
    aligner: Aligner | None = None
    endings: tuple[Callable[[], None], ...] = ()
    terms: Callable[[Sequence[Entity], Article], Glossary] | None = None
    engines: EngineRoom | None = None
    edits: EditStore | None = None

    def close(self) -> None:
        """End at once what works in processes of its own."""
        if self.worker is not None:
            self.worker.close()
        for end in self.endings:
            end()


@dataclass(frozen=True, slots=True)
class Services:
    """The rooms below the screen.

    Attributes:
        marks: Keeps what the reader marks.
        shelves: Counts and stacks the library's articles.
        finder: Gives what understands the search language; called on a thread, where something is looked for.
        catch_up: Brings up to date what the search language looks through; called on a thread, for a second at most.
        helpers: Makes the rooms that work beside the screen; called once, on a thread of its own, after the first
            picture. It takes what is to be called, on any thread, when a translation cannot be kept. Raises
            ``Problem`` where an engine that was asked for by name cannot be used.
        web: Makes what fetches what the reader asks for; called on a helper's thread.
        feeds: Gives the feeds that the reader follows; called on a helper's thread.
        vocabulary: Gives the saved words; called on a helper's thread. None where none can be kept.
        lookups: Gives what looks words up; called on a helper's thread. None where nobody does.
    """

    articles: ArticleRepository
    marks: Marks
    shelves: Shelves
    finder: Callable[[], Finder]
    catch_up: Callable[[], object]
    positions: Positions
    config: Config
    locations: Locations
    helpers: Callable[[Callable[[StorageError], object]], Helpers]
    web: Callable[[], Web]
    feeds: Callable[[], Feeds]
    vocabulary: Callable[[], Vocabulary] | None = None
    lookups: Callable[[], Lookups] | None = None
