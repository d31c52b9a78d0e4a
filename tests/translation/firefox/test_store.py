"""The models that are there, which is used, and what is no model."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.errors import StorageError
from reader.translation.firefox.files import ModelFiles, NoModel
from reader.translation.firefox.store import Models, is_name
from tests.translation.firefox.service import model_files


def folder_of(place: Path, **files: bytes) -> Path:
    place.mkdir(parents=True)
    for name, data in files.items():
        (place / name.replace("_", ".")).write_bytes(data)
    return place


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of the reader's own, its files named as Mozilla names them."""
    files = model_files()
    return folder_of(
        tmp_path / "own", model_pten_bin=files["model"], vocab_pten_spm=files["vocab"], lex_pten_bin=files["lex"]
    )


def stored(models: Models, name: str) -> Path:
    files = model_files()
    ready = folder_of(
        models.partial(name) / "ready", model_bin=files["model"], vocab_spm=files["vocab"], lex_bin=files["lex"]
    )
    return models.take(ready, name, {"version": "3.0"})


def test_one_of_the_readers_own(models: Models, own: Path) -> None:
    assert models.used() is None
    assert models.find(str(own)) == own
    models.use(own)
    assert Models(models.folder.parent).used() == own
    models.check(own)
    models.forget()
    assert models.used() is None


def test_one_that_was_fetched(models: Models) -> None:
    folder = stored(models, "tiny-3.0")
    stored(models, "base-memory-3.0")
    assert [each.name for each in models.stored()] == ["base-memory-3.0", "tiny-3.0"]
    assert models.find("tiny-3.0") == folder
    models.use(folder)
    assert models.used() == folder
    assert '"name": "tiny-3.0"' in (models.folder / "used.json").read_text(), "it moves with the reader's data"
    assert models.remove("tiny-3.0") > 300_000
    assert models.used() is None
    assert [each.name for each in models.stored()] == ["base-memory-3.0"]


def test_damage_is_seen(models: Models) -> None:
    folder = stored(models, "tiny-3.0")
    data = (folder / "lex.bin").read_bytes()
    (folder / "lex.bin").write_bytes(data[:-1] + b"?")
    assert models.stored()[0].damage == "", "not by its size"
    with pytest.raises(NoModel, match=r"the file lex.bin is not what it was; remove it, and fetch it again"):
        models.check(folder)
    (folder / "lex.bin").write_bytes(data[:-1])
    assert "lex.bin has another size" in models.stored()[0].damage
    with pytest.raises(NoModel):
        models.check(folder)
    (folder / "model.bin").unlink()
    assert "no file model*.bin" in models.stored()[0].damage


@pytest.mark.parametrize(
    "card", ["", "[]", '{"files": 3}', '{"files": {"../../x": {"size": 1}}}', '{"files": {"a": 1}}']
)
def test_a_card_that_says_nonsense(models: Models, card: str) -> None:
    folder = stored(models, "tiny-3.0")
    (folder / "model.json").write_text(card)
    assert all(each.damage for each in models.stored())


@pytest.mark.parametrize("name", ["nix", "../up", ".fetching", "", "a/b"])
def test_what_was_not_fetched_is_not_removed(models: Models, name: str) -> None:
    stored(models, "tiny-3.0")
    with pytest.raises(NoModel):
        models.remove(name)
    assert len(models.stored()) == 1


def test_what_was_fetched_of_one_half_can_be_removed(models: Models) -> None:
    folder_of(models.partial("tiny-3.0"), x_part=b"x" * 1_000)
    assert models.remove("tiny-3.0") == 1_000
    assert not models.partial("tiny-3.0").exists()


@pytest.mark.parametrize("said", ["", "[]", '{"name": "../../up"}', '{"folder": 3}', "[" * 9_000])
def test_what_is_used_is_not_told_by_nonsense(models: Models, said: str) -> None:
    models.folder.mkdir(parents=True)
    (models.folder / "used.json").write_text(said)
    assert models.used() is None


def test_names() -> None:
    assert is_name("base-memory-3.0")
    for bad in ("", "..", "a..b", ".a", "-a", "a/b", "A", "x" * 80, 3, None):
        assert not is_name(bad)


def test_a_place_that_cannot_be_written(models: Models, own: Path) -> None:
    models.folder.parent.mkdir(parents=True)
    models.folder.write_text("a file where the folder should be")
    with pytest.raises(StorageError):
        models.use(own)
    assert models.stored() == []


def test_no_such_model(models: Models) -> None:
    with pytest.raises(NoModel, match="there is no model 'nix'; reader models lists"):
        models.find("nix")
    with pytest.raises(NoModel, match="there is no folder"):
        ModelFiles.of(models.find("./nix"))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"model.pten.bin": None}, "has no file model*.bin"),
        ({"vocab.pten.spm": None}, "has no file vocab*.spm"),
        ({"model.other.bin": b"x" * 2_000}, "has several files model*.bin"),
        ({"model.pten.bin": b"x" * 2_000}, "is no part of a model"),
        ({"model.pten.bin": (1).to_bytes(8, "little")}, "is no part of a model"),
        ({"vocab.pten.spm": b""}, "is no part of a model"),
        ({"srcvocab.spm": b"x" * 2_000}, "has no file trgvocab*.spm"),
    ],
)
def test_a_folder_that_holds_no_model(own: Path, change: dict[str, bytes | None], why: str) -> None:
    for name, data in change.items():
        if data is None:
            (own / name).unlink()
        else:
            (own / name).write_bytes(data)
    with pytest.raises(NoModel) as caught:
        ModelFiles.of(own)
    assert why in caught.value.message


def test_what_may_be_missing_and_what_may_be_two(own: Path) -> None:
    before = ModelFiles.of(own)
    assert before.source_vocab == before.target_vocab
    digest = before.digest()
    (own / "lex.pten.bin").unlink()
    without = ModelFiles.of(own)
    assert without.shortlist is None
    assert without.digest() != digest
    (own / "vocab.pten.spm").rename(own / "srcvocab.pten.spm")
    (own / "trgvocab.pten.spm").write_bytes(b"y" * 3_000)
    two = ModelFiles.of(own)
    assert two.source_vocab != two.target_vocab
    assert two.size == sum(file.stat().st_size for file in own.iterdir())
    assert two.digest() == two.read().digest() != digest
