"""Putting everything together: seeding, laziness, the configuration and the command line's say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.bundled import bundled
from articles.errors import StorageError
from articles.sqlite import SQLiteArticles
from reader import i18n
from reader.cli.compose import Composition
from reader.errors import BadConfig
from reader.locations import locate
from reader.translation.engine import EngineUnavailable, Origin


@pytest.fixture
def parts() -> Iterator[Composition]:
    made = Composition(locate())
    yield made
    made.close()


def test_nothing_is_opened_before_it_is_asked_for(parts: Composition, home: Path) -> None:
    assert parts.config.engine == "local"
    assert parts.recogniser.name
    assert parts.translation.engine_for("local").name == "local"
    assert not home.exists()


def test_the_bundled_articles_come_with_their_human_english(parts: Composition) -> None:
    items = list(bundled())
    pairs = dict(pair for each in items for pair in each.english)

    known = parts.translation.memory.lookup(list(pairs))

    assert parts.articles.count() == len(items)
    assert {source: each.target for source, each in known.items()} == pairs
    assert {each.origin for each in known.values()} == {Origin.HUMAN}


def test_seeding_again_reads_no_article(parts: Composition, monkeypatch: pytest.MonkeyPatch) -> None:
    assert parts.articles.count()

    def never() -> None:
        raise AssertionError("the bundled articles were read again")

    monkeypatch.setattr("articles.bundled.bundled", never)
    again = Composition(locate())
    try:
        assert again.articles.count() == parts.articles.count()
    finally:
        again.close()


def test_a_library_with_articles_opens_although_new_ones_cannot_be_put_in(
    parts: Composition, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = parts.articles.count()

    def full(*_: object) -> None:
        raise StorageError("no room on the disk")

    monkeypatch.setattr("reader.cli.seeding.bundled_names", lambda: ["a-new-one"])
    monkeypatch.setattr(SQLiteArticles, "seed", full)
    again = Composition(locate())
    try:
        assert again.articles.count() == number
    finally:
        again.close()


def test_a_new_library_that_cannot_be_filled_is_a_failure(parts: Composition, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StorageError("no room on the disk")

    monkeypatch.setattr(SQLiteArticles, "seed", full)

    with pytest.raises(StorageError, match="no room"):
        _ = parts.articles


def test_the_command_line_beats_the_configuration(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text('engine = "google"\nmeasure = 60\n', encoding="utf-8")

    config = Composition(locate(), engine="local", offline=True).config

    assert (config.engine, config.offline, config.measure) == ("local", True, 60)


def test_an_engine_nobody_knows_is_told_with_those_there_are() -> None:
    with pytest.raises(BadConfig, match="local, firefox, google"):
        _ = Composition(locate(), engine="deepest").config


def test_offline_no_online_engine_is_given() -> None:
    with pytest.raises(EngineUnavailable):
        Composition(locate(), offline=True).translation.engine_for("google")


def test_the_app_gets_everything(parts: Composition) -> None:
    services = parts.services

    assert services.articles.count() == parts.articles.count()
    helpers = services.helpers(lambda error: None)
    assert helpers.drafts.engine is not None
    assert helpers.drafts.engine.name == "local"
    assert helpers.refiner is None
    assert services.positions.last() is None
    assert services.config is parts.config


def test_where_an_online_engine_is_chosen_this_machine_drafts_and_it_refines() -> None:
    parts = Composition(locate(), engine="google")
    parts.translation.chooser.allow(parts.translation.chooser.choice("google"))
    try:
        helpers = parts.services.helpers(lambda error: None)
        assert helpers.drafts.engine is not None
        assert helpers.drafts.engine.name == "local"
        assert helpers.refiner is not None
        assert helpers.refiner.name == "google"
    finally:
        parts.close()


@pytest.mark.parametrize(
    ("chosen", "env", "language"),
    [
        ("", {"LANG": "pt_BR.UTF-8"}, "pt_BR"),
        ("", {"LANG": "pt_PT"}, "pt_BR"),
        ("", {"LANG": "de_DE.UTF-8"}, "en"),
        ("", {"LANG": "pt_BR.UTF-8", "LC_ALL": "C"}, "en"),
        ("", {"LANG": ""}, "en"),
        ("en", {"LANG": "pt_BR.UTF-8"}, "en"),
        ("pt_BR", {"LANG": "C"}, "pt_BR"),
    ],
)
def test_the_interface_speaks_the_readers_language(
    home: Path, monkeypatch: pytest.MonkeyPatch, chosen: str, env: dict[str, str], language: str
) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text(f'language = "{chosen}"\n', encoding="utf-8")
    for name, value in env.items():
        monkeypatch.setenv(name, value)

    try:
        Composition(locate()).speak()
        assert i18n.language() == language
    finally:
        i18n.activate("en")
