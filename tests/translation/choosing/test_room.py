"""Who drafts and who refines on the screen, by what was chosen, allowed and there."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.database import Database
from reader.translation import engines
from reader.translation.choosing.chooser import Chooser
from reader.translation.choosing.consent import Consents
from reader.translation.choosing.keys import Keys
from reader.translation.choosing.kinds import EngineKind
from reader.translation.choosing.room import EngineRoom
from reader.translation.engine import Engine, EngineUnavailable, Origin
from reader.translation.tables import OWN_MIGRATIONS
from tests.translation.engines import ScriptedEngine


class Closing(ScriptedEngine):
    """An engine with a process to end."""

    closed = False

    def close(self) -> None:
        self.closed = True


def kinds(local: Engine, online: Engine, lacks: str = "") -> dict[str, EngineKind]:
    made = EngineKind("local", "here", lambda _given: local, lacks=lambda _settings: lacks)
    sends = EngineKind("online", "there", lambda _given: online, lambda _s: "https://mt.example.org", online=True)
    return {"local": made, "online": sends}


def test_what_was_allowed_refines_and_what_was_not_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    local, online = Closing(), ScriptedEngine(name="online", origin=Origin.REFINED)
    monkeypatch.setattr(engines, "ENGINES", kinds(local, online))
    with Database(tmp_path / "library.db", OWN_MIGRATIONS) as database:
        chooser = Chooser({}, Keys({}), lambda: Consents(database), offline=False)
        room = EngineRoom(chooser, "online", False, lambda engine: engine)
        assert (room.drafter, room.refiner, room.pending) == (local, None, room.choice)
        assert not room.allowed(room.choice)
        assert room.allow(room.choice) is None
        assert room.allowed(room.choice)
        again = EngineRoom(chooser, "online", False, lambda engine: engine)
        assert (again.drafter, again.refiner, again.pending) == (local, online, None)
        here = EngineRoom(chooser, "local", False, lambda engine: engine)
        assert (here.drafter, here.refiner, here.pending) == (local, None, None)
        assert here.ready("local") == (here.choice, local)
        assert [each.choice.kind.name for each in here.standings()] == ["local", "online"]
        here.close()
        assert local.closed


def test_a_yes_that_cannot_be_kept_holds_for_this_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "ENGINES", kinds(Closing(), ScriptedEngine(name="online", origin=Origin.REFINED)))
    database = Database(tmp_path / "library.db", OWN_MIGRATIONS)
    database.close()
    chooser = Chooser({}, Keys({}), lambda: Consents(database), offline=False)
    room = EngineRoom(chooser, "online", False, lambda engine: engine)
    assert not room.allowed(room.choice)
    assert room.allow(room.choice) is not None
    assert room.allowed(room.choice)


def test_without_an_engine_there_is_nobody_and_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "ENGINES", kinds(Closing(), Closing(), lacks="the package"))
    chooser = Chooser({}, Keys({}), lambda: (_ for _ in ()).throw(AssertionError()), offline=True)
    room = EngineRoom(chooser, "online", False, lambda engine: engine)
    assert (room.drafter, room.refiner, room.pending) == (None, None, None)
    assert "offline" in str(room.trouble)
    with pytest.raises(EngineUnavailable, match="the package"):
        EngineRoom(chooser, "local", True, lambda engine: engine)
