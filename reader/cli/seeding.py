"""What is bundled, put into a library that has not had it: the English first, so that no article lacks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.database import Database
from articles.errors import StorageError
from articles.sqlite import SQLiteArticles

if TYPE_CHECKING:
    from articles.bundled import Bundled


def seed(database: Database) -> None:
    """Put in what is bundled and was not yet put in.

    Raises:
        StorageError: It cannot be, and the library holds nothing else.
    """
    store = SQLiteArticles(database)
    try:
        missing = set(store.unseeded(bundled_names()))
        if not missing:
            return
        from articles.bundled import bundled  # reads YAML and Markdown: 0.2 s, once

        new = [each for each in bundled() if each.name in missing]
        _seed_english(database, new)
        store.seed((each.name, each.article) for each in new)
    except StorageError:
        if not store.count():
            raise
        # A library that is there can be read although its disk is full or may not be written.


def bundled_names() -> list[str]:
    """The names of the bundled articles, without reading one: this is asked at every start."""
    from pathlib import Path

    import articles

    try:
        names = [each.name for each in Path(articles.__file__ or "").with_name("content").iterdir()]
    except OSError:
        return []
    return sorted(name.removesuffix(".pt.md") for name in names if name.endswith(".pt.md"))


def _seed_english(database: Database, items: list[Bundled]) -> None:
    import datetime

    from reader.translation.engine import Origin, Translation
    from reader.translation.memory import TranslationMemory

    now = datetime.datetime.now(datetime.UTC)
    TranslationMemory(database).record_many(
        Translation(source, target, Origin.HUMAN, "human", "", now) for each in items for source, target in each.english
    )
