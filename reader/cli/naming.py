"""English for names that no table knows: from the translation memory, or from the engine of this machine."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cli.compose import Composition
from reader.entities.model import Entity

TRANSLATED = "~"
"""Before an English name that is only translated."""


def with_english(found: Sequence[Entity], parts: Composition) -> Sequence[Entity]:
    """The entities, with a translation for those that say in words what they are and have no English.

    No name is sent over the network for this, whatever engine was chosen. A name is translated once, and kept like a
    sentence; where no engine runs, what was translated before is taken.
    """
    from reader.entities.english_drafts import with_translations, worth_translating

    if not any(map(worth_translating, found)):  # then no engine is made
        return found
    from reader.translation.engine import EngineError

    service = parts.translation.namer()

    def translate(name: str) -> str | None:
        try:
            return service.translate(name).target
        except EngineError:
            return None

    return with_translations(found, translate)
