"""Where everything is put together: each room made only when it is asked for."""

from __future__ import annotations

import argparse
import contextlib
from functools import cached_property
from typing import TYPE_CHECKING

from articles import errors
from articles.database import Database, Migration
from articles.errors import Problem, StorageError
from articles.migrations import MIGRATIONS
from articles.sqlite import SQLiteArticles
from reader import i18n
from reader.cli.seeding import seed
from reader.locations import Locations, locate, make_private

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from articles.feeds.service import Feeds
    from articles.finding.finder import Finder
    from articles.marks import Marks
    from articles.net.fetching import Web
    from reader.cli.translating import TranslationRooms
    from reader.config.model import Config
    from reader.dictionary.lookup import WordLookups
    from reader.entities.corrections.store import CorrectionStore
    from reader.entities.index.queries import EntityIndex
    from reader.entities.model import Recogniser
    from reader.entities.store import AnalysisStore
    from reader.finding.english import EnglishTexts
    from reader.tui.services import Helpers, Services
    from reader.vocabulary.store import Vocabulary

_ENGLISH = 2_000
"""Pairs and articles whose English is made findable when a search begins on the screen."""


class Composition:
    """The rooms of one run. Use it from one thread; close it at the end.

    Args:
        locations: Where things are kept.
        engine: The engine that the command line chose; None for the configuration's.
        offline: Whether the command line said that nothing may leave the machine.
        plain: Whether the command line asked for the plain screen.
    """

    def __init__(
        self, locations: Locations, engine: str | None = None, offline: bool = False, plain: bool = False
    ) -> None:
        self.locations = locations
        self._engine = engine
        self._offline = offline
        self._plain = plain
        self._database: Database | None = None

    @classmethod
    def of(cls, options: argparse.Namespace) -> Composition:
        """The composition that the options of the command line ask for; nothing is opened yet."""
        return cls(locate(options.home), options.engine, options.offline, getattr(options, "plain", False))

    def close(self) -> None:
        """Close what was opened."""
        if "translation" in vars(self):  # it was asked for
            self.translation.close()
        if "dictionary" in vars(self):
            self.dictionary.close()
        if self._database is not None:
            self._database.close()

    @cached_property
    def config(self) -> Config:
        """What the reader chose, the command line's choices put over the file's.

        Raises:
            BadConfig: The file, or the option ``--engine``, says what is not allowed.
        """
        import dataclasses

        from reader.config.reading import read_config
        from reader.errors import BadConfig

        config = read_config(self.locations.config_file, engines=_engines)
        if self._engine is not None and self._engine not in (names := _engines()):
            message = f"there is no engine {self._engine!r}"
            raise BadConfig(message, f"choose one of {', '.join(names)}")
        return dataclasses.replace(
            config,
            engine=self._engine or config.engine,
            offline=self._offline or config.offline,
            plain=self._plain or config.plain,
        )

    @cached_property
    def database(self) -> Database:
        """The library's file, made on first use.

        Raises:
            StorageError: It cannot be made or opened.
        """
        make_private(self.locations.data_dir)
        self._database = Database(self.locations.library_file, migrations())
        seed(self._database)
        return self._database

    @cached_property
    def articles(self) -> SQLiteArticles:
        """The library's articles, the bundled ones among them."""
        return SQLiteArticles(self.database)

    @cached_property
    def feeds(self) -> Feeds:
        """The sites that the reader follows. Nothing is fetched before it is asked to."""
        from articles.feeds.service import Feeds

        return Feeds(self.database, self.articles, offline=self.config.offline)

    @cached_property
    def finder(self) -> Finder:
        """What answers the search language, with names and English; imported where something is searched for."""
        from articles.finding.finder import Finder
        from reader.finding.entities import entity_condition

        return Finder(self.database, [self.english_texts], {"entity": entity_condition})

    @cached_property
    def english_texts(self) -> EnglishTexts:
        """The articles' English as it is searched; ``catch_up`` brings it up to date."""
        from reader.finding.english import EnglishTexts

        return EnglishTexts(self.database)

    @cached_property
    def translation(self) -> TranslationRooms:
        """What has to do with English."""
        from reader.cli.translating import TranslationRooms

        return TranslationRooms(self, named=self._engine)

    @cached_property
    def marks(self) -> Marks:
        """What the reader marked."""
        from articles.marks import Marks

        return Marks(self.database)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that the reader saved."""
        from reader.vocabulary.store import Vocabulary

        return Vocabulary(self.database)

    @cached_property
    def dictionary(self) -> WordLookups:
        """What looks words up, in this process, as the command line may; the screen has ``lookups``."""
        from reader.dictionary.lemmatizer import InProcess
        from reader.dictionary.lookup import WordLookups
        from reader.dictionary.store import Dictionaries

        return WordLookups(InProcess(), Dictionaries(self.locations.data_dir).open)

    def lookups(self) -> WordLookups:
        """What looks words up for the screen, its table of lemmas in a process beside; whoever asks closes it."""
        from reader.dictionary.lemmatizer import Beside
        from reader.dictionary.lookup import WordLookups
        from reader.dictionary.store import Dictionaries

        return WordLookups(Beside(), Dictionaries(self.locations.data_dir).open)

    @cached_property
    def recogniser(self) -> Recogniser:
        """What finds names, dates and the like; where it is not what it should be, that is told once."""
        from reader.entities.choosing import recogniser

        chosen = recogniser()
        if chosen.problem is not None:
            from reader.cli.output import complain

            complain(str(chosen.problem))
        return chosen.recogniser

    @cached_property
    def analyses(self) -> AnalysisStore:
        """What was found in the library's articles before."""
        from reader.entities.store import AnalysisStore

        return AnalysisStore(self.database)

    @cached_property
    def corrections(self) -> CorrectionStore:
        """What the reader put right."""
        from reader.entities.corrections.store import CorrectionStore

        return CorrectionStore(self.database)

    @cached_property
    def index(self) -> EntityIndex:
        """Which entities occur in which articles."""
        from reader.entities.index.queries import EntityIndex

        return EntityIndex(self.database)

    @cached_property
    def services(self) -> Services:
        """All that the app works with.

        Raises:
            Problem: The library cannot be opened, or the configuration is wrong.
        """
        from articles.shelves import Shelves
        from reader.positions import Positions
        from reader.tui.services import Services

        return Services(
            articles=self.articles,
            marks=self.marks,
            shelves=Shelves(self.database),
            finder=lambda: self.finder,
            catch_up=lambda: self.english_texts.catch_up(_ENGLISH),
            positions=Positions(self.database),
            config=self.config,
            locations=self.locations,
            helpers=self._helpers,
            web=self.web,
            feeds=lambda: self.feeds,
            vocabulary=lambda: self.vocabulary,
            lookups=self.lookups,
        )

    def _helpers(self, not_kept: Callable[[StorageError], object]) -> Helpers:
        """What works beside the screen."""
        from reader.cli.helping import helpers

        return helpers(self, not_kept)

    def web(self, *, allow_private: bool = False) -> Web:
        """What fetches what the reader asked for, as far as the configuration lets it."""
        from articles.net.fetching import Web

        return Web(allow_private=allow_private, offline=self.config.offline)

    def speak(self) -> None:
        """Speak the reader's language from here on: the configuration's, else the locale's.

        What is wrong with the configuration is told by those who need the rest of it.
        """
        chosen = ""
        if self.locations.config_file.exists():  # reading nothing has its price too: what reads it is imported
            with contextlib.suppress(Problem):
                chosen = self.config.language
        i18n.activate(chosen or _locale())
        errors.wording = str if i18n.language() == i18n.SOURCE else _in_words


def migrations() -> tuple[Migration, ...]:
    """The steps of all rooms that keep something in the library."""
    # The library knows the steps by name; their order only matters to a new one, and stays as it is.
    from articles.feeds.tables import FEED_MIGRATIONS
    from reader.entities.store import ENTITY_MIGRATIONS
    from reader.finding.tables import FINDING_MIGRATIONS
    from reader.positions import POSITION_MIGRATIONS
    from reader.translation.memory import MEMORY_MIGRATIONS
    from reader.translation.tables import OWN_MIGRATIONS
    from reader.vocabulary.tables import VOCABULARY_MIGRATIONS

    steps = [*MIGRATIONS, *POSITION_MIGRATIONS, *MEMORY_MIGRATIONS, *ENTITY_MIGRATIONS, *OWN_MIGRATIONS]
    return (*steps, *FEED_MIGRATIONS, *FINDING_MIGRATIONS, *VOCABULARY_MIGRATIONS)


def _in_words(said: str) -> str:
    """What failed, in the interface's language."""
    from reader.problems.wording import words  # its patterns are many, and mostly nothing fails

    return words(said)


def _engines() -> Mapping[str, Mapping[str, Callable[[object], str]]]:
    """What reads each engine's settings; imported only where an engine is spoken of."""
    from reader.translation.engines import checks

    return checks()


def _locale() -> str:
    """The interface's language that the environment asks for, as ``reader.i18n`` names it."""
    import os

    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):  # the first that says something counts, as in POSIX
        said = os.environ.get(variable)
        if said:
            return "pt_BR" if said.lower().startswith("pt") else "en"
    return "en"
