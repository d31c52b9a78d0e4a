"""The engine's files are taken only where they are those that are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.translation.marian import files
from reader.translation.marian.trouble import StudentUnusable


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a package that has both files, and sums by which they are known."""
    folder = tmp_path / "pretended" / "resources" / "models" / files.KNOWN_AS
    folder.mkdir(parents=True)
    (tmp_path / "pretended" / "__init__.py").write_text("raise ImportError('it must not be imported')")
    sums = {}
    for name in files.KNOWN:
        (folder / name).write_text("a")
        sums[name] = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    monkeypatch.setattr(files, "PACKAGE", "pretended")
    monkeypatch.setattr(files, "KNOWN", sums)
    monkeypatch.syspath_prepend(str(tmp_path))
    return folder


def test_files_that_are_known_are_read_and_the_package_is_not_imported(package: Path) -> None:
    assert files.find() == files.Files(b"a", b"a")


@pytest.mark.parametrize("name", sorted(files.KNOWN))
def test_a_file_that_is_another_is_not_taken(package: Path, name: str) -> None:
    (package / name).write_text("b")
    with pytest.raises(StudentUnusable, match="another"):
        files.find()


@pytest.mark.parametrize("name", sorted(files.KNOWN))
def test_a_file_that_is_missing_is_told(package: Path, name: str) -> None:
    (package / name).unlink()
    with pytest.raises(StudentUnusable, match=name):
        files.find()


@pytest.mark.parametrize("name", ["no_such_package", "no.such.package", ""])
def test_without_the_package_there_is_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "PACKAGE", name)
    with pytest.raises(StudentUnusable):
        files.find()
