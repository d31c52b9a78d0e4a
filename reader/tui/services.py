"""What the screen works with: everything below it, put together by the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from articles.repository import ArticleRepository
from reader.config import Config
from reader.entities.model import Recogniser
from reader.entities.store import AnalysisStore
from reader.locations import Locations
from reader.positions import Positions
from reader.translation.engine import Engine
from reader.translation.memory import TranslationMemory
from reader.translation.service import TranslationService


@dataclass(frozen=True, slots=True)
class Services:
    """The rooms below the screen.

    Attributes:
        engine_for: Gives an engine by name; raises ``EngineUnavailable`` where it cannot be used.
    """

    articles: ArticleRepository
    positions: Positions
    memory: TranslationMemory
    translation: TranslationService
    analyses: AnalysisStore
    recogniser: Recogniser
    config: Config
    locations: Locations
    engine_for: Callable[[str], Engine]
