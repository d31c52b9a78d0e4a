"""How long it takes to back up, check, export and read back a library of articles of 3 kB."""

from __future__ import annotations

import argparse
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from reader.cli.compose import Composition
from reader.cli.main import main as reader
from reader.locations import locate
from tests.benchmarks.tools.library import copied, library
from tests.benchmarks.tools.table import figure, heading


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2_000)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="reader-keeping-"))
    try:
        home = folder / "home"
        place = locate(str(home)).library_file
        place.parent.mkdir(parents=True)
        copied(library(options.articles), place)
        parts = Composition(locate(str(home)))
        parts.articles.count()  # brought up to date, with what is bundled
        parts.close()
        heading(f"keeping {options.articles} articles, {place.stat().st_size / 1e6:.0f} MB")
        out = str(folder / "out")
        figure("a plain copy", timed(lambda: shutil.copyfile(place, folder / "plain")), "s")
        for what, words in (
            ("reader backup", ("backup", str(folder / "copy"))),
            ("reader check", ("check",)),
            ("reader library export", ("library", "export", out)),
            ("the same again, nothing changed", ("library", "export", out)),
            ("reader library import, all there", ("library", "import", out)),
        ):
            figure(what, timed(lambda words=words: run("--home", str(home), *words)), "s")  # type: ignore[misc]
        other = ("--home", str(folder / "other"), "library", "import", out)
        figure("reader library import, all new", timed(lambda: run(*other)), "s")
        figure("memory, most", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3, "MB")
    finally:
        shutil.rmtree(folder)


def timed(act: Callable[[], object]) -> float:
    """The seconds that it took."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def run(*words: str) -> None:
    """The command, without what it prints."""
    with redirect_stdout(StringIO()):
        code = reader(words)
    if code:
        raise SystemExit(f"reader {' '.join(words)} ended with {code}")


if __name__ == "__main__":
    main()
