"""Where things are kept: four folders of the platform, or four folders under one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from articles.errors import StorageError

HOME_VARIABLE = "READER_HOME"
"""The environment variable that puts everything under one folder, as ``--home`` does."""

PRIVATE = 0o700
"""The mode of every folder made here: what somebody reads is nobody else's business."""

_NAME = "leitor"  # as the distribution: folders called "reader" are another program's


@dataclass(frozen=True, slots=True)
class Locations:
    """The folders and files of one reader. Nothing here exists until it is written to.

    Attributes:
        config_dir: What the reader chose.
        data_dir: What must not be lost.
        cache_dir: What can be deleted at any time.
        state_dir: The log and the state of the window.
    """

    config_dir: Path
    data_dir: Path
    cache_dir: Path
    state_dir: Path

    @property
    def config_file(self) -> Path:
        """The configuration."""
        return self.config_dir / "config.toml"

    @property
    def library_file(self) -> Path:
        """The database of articles, places, translations and entities."""
        return self.data_dir / "library.db"

    @property
    def log_file(self) -> Path:
        """Where the detail of what failed is written."""
        return self.state_dir / "reader.log"


def locate(home: str | None = None) -> Locations:
    """The places to use.

    Args:
        home: The folder that holds everything; without it the one that ``READER_HOME`` names (when it says
            something), and without that the platform's own folders.

    Raises:
        StorageError: ``home`` begins with a ``~`` that stands for nobody.
    """
    chosen = home or os.environ.get(HOME_VARIABLE)
    if chosen:
        return _under(chosen)
    import platformdirs  # 5 ms that a reader with a home of their own need not pay

    dirs = platformdirs.PlatformDirs(_NAME, appauthor=False)
    return Locations(dirs.user_config_path, dirs.user_data_path, dirs.user_cache_path, dirs.user_state_path)


def _under(home: str) -> Locations:
    try:
        root = Path(home).expanduser().absolute()
    except (RuntimeError, OSError) as error:
        message = f"cannot tell which folder {home!r} is"
        raise StorageError(message, "give the folder's whole path") from error
    return Locations(root / "config", root / "data", root / "cache", root / "state")


def make_private(folder: Path) -> Path:
    """Make the folder and those above it that are missing, each for its owner alone; return it.

    Folders that exist are left as they are.

    Raises:
        StorageError: It cannot be made.
    """
    missing = []
    at = folder
    try:
        while not at.exists():
            missing.append(at)
            at = at.parent
        for each in reversed(missing):
            each.mkdir(mode=PRIVATE, exist_ok=True)  # parents=True would give those above the usual mode
        if not folder.is_dir():
            raise NotADirectoryError(folder)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        message = f"cannot make the folder {str(folder)!r}: {reason(error)}"
        raise StorageError(message, "choose another place with --home DIR") from error
    return folder


def reason(error: Exception) -> str:
    """Why the system refused, in its own few words ("Permission denied")."""
    return getattr(error, "strerror", None) or str(error).partition("\n")[0] or type(error).__name__
