"""The files of a folder: which, in which order, and what is passed over."""

from __future__ import annotations

import os
from pathlib import Path

from articles.folders import Files


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Um texto.", encoding="utf-8")


def test_files_of_known_kinds_come_by_name_those_of_inner_folders_in_their_place(tmp_path: Path) -> None:
    make(
        tmp_path,
        "c.txt",
        "b/z.md",
        "b/a.TXT",
        "b/foto.png",
        "a.html",
        ".hidden.txt",
        ".git/x.txt",
        "b/.x.md",
        "Makefile",
    )
    files = Files(tmp_path)
    assert [str(path.relative_to(tmp_path)) for path in files] == ["a.html", "b/a.TXT", "b/z.md", "c.txt"]
    assert (files.hidden, files.others, files.problems) == (3, 2, [])


def test_a_link_to_a_folder_is_followed_once_and_none_goes_in_circles(tmp_path: Path) -> None:
    make(tmp_path / "in", "a.txt")
    make(tmp_path / "out", "b.txt")
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "other").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "same").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "lost.txt").symlink_to(tmp_path / "nowhere")
    files = Files(tmp_path / "in")
    assert [path.name for path in files] == ["a.txt", "b.txt"]
    assert files.others == 1


def test_what_is_no_file_is_passed_over_though_its_name_says_so(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    files = Files(tmp_path)
    assert list(files) == []
    assert files.others == 1


def test_a_folder_that_cannot_be_read_is_told_and_the_others_are(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    files = Files(tmp_path / "missing")
    assert list(files) == [tmp_path / "missing"]  # reading it says what is wrong

    class Shut(Files):
        """A folder in which one cannot be listed, as root can list all."""

        def _entries(self, folder: Path) -> list[Path]:
            return super()._entries(folder / "gone" if folder.name == "shut" else folder)

    (tmp_path / "shut").mkdir()
    shut = Shut(tmp_path)
    assert [path.name for path in shut] == ["a.txt"]
    (problem,) = shut.problems
    assert "shut" in str(problem)
