"""Any sequence of edits, undone and done again, on two stores of one library: as a model that a page can hold."""

from __future__ import annotations

import dataclasses
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.database import Database
from reader.translation.edited import NoEdit
from reader.translation.edits import EditStore
from reader.translation.memory import TranslationMemory
from tests.translation.test_edits import BUNDLED, DRAFT, HERE, NOON, STEPS, THERE

SOURCES = ("Um.", "Dois.", "Três.")
BASE = {
    "Um.": dataclasses.replace(DRAFT, source="Um."),
    "Dois.": dataclasses.replace(BUNDLED, source="Dois.", author="Eva"),
}
ARTICLES = (HERE, THERE, None)


@dataclass(eq=False)
class Made:
    source: str
    target: str
    article: str | None


@dataclass
class Model:
    """What is done, in that order; and what can be done again, in the order of undoing."""

    done: list[Made] = field(default_factory=list)
    undone: list[Made] = field(default_factory=list)

    def said(self, source: str) -> str:
        """What people say of a sentence."""
        below = BASE[source].target if source == "Dois." else ""
        return next((each.target for each in reversed(self.done) if each.source == source), below)

    def shown(self, source: str) -> str | None:
        return self.said(source) or ("Kim visited factory." if source == "Um." else None)

    def save(self, source: str, target: str, article: str | None) -> bool:
        if self.said(source) == target:
            return False
        self.undone = [each for each in self.undone if each.source != source and each.article != article]
        self.done.append(Made(source, target, article))
        return True

    def undo(self, article: str | None) -> str | None:
        for each in reversed(self.done):
            last = [other for other in self.done if other.source == each.source][-1]
            if each is last and article in (None, each.article):
                self.done.remove(each)
                self.undone.append(each)
                return each.target
        return None

    def redo(self, article: str | None) -> str | None:
        for each in reversed(self.undone):
            if article in (None, each.article):
                self.undone.remove(each)
                self.done.append(each)
                return each.target
        return None


save = st.tuples(st.just("save"), st.sampled_from(SOURCES), st.sampled_from(("", "A", "B")), st.sampled_from(ARTICLES))
back = st.tuples(st.sampled_from(("undo", "redo")), st.sampled_from(ARTICLES))


@settings(max_examples=20)
@given(st.lists(st.tuples(st.booleans(), save | back | back), max_size=24))
def test_any_sequence_equals_the_model(steps: list[tuple[bool, tuple[str, ...]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        with Database(path, STEPS) as database, Database(path, STEPS) as other:
            stores = EditStore(database, lambda: NOON), EditStore(other, lambda: NOON)
            memory, model = TranslationMemory(database), Model()
            memory.record_many(BASE.values())
            for second, (do, *words) in steps:
                store = stores[second]
                if do == "save":
                    source, target, article = words
                    made = store.save(source, target, "", article) if target else store.drop(source, "", article)
                    assert (made is not None) == model.save(source, target, article)
                else:
                    expected = getattr(model, do)(words[0])
                    try:
                        got = getattr(store, do)(words[0]).target
                    except NoEdit:
                        got = None
                    assert got == expected
                found = memory.lookup(SOURCES)
                for source in SOURCES:
                    assert (found[source].target if source in found else None) == model.shown(source)
            while True:
                try:
                    stores[0].undo()
                except NoEdit:
                    break
            assert memory.lookup(SOURCES) == BASE
