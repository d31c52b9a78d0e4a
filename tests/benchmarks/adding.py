"""Adding 1,000 files against the plain SQLite cost of writing them.

The base writes the same rows (texts, full-text index, shelf, tags) with the same statements to the same tables, in the
same number of transactions, with the same durability; the files were read and understood before its clock starts.
Both sides run by turns, in processes of their own, on new libraries.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from articles.bundled import bundled

_BASE = """
import json, sqlite3, sys, time, resource
from pathlib import Path
from articles.database import Database
from articles.migrations import MIGRATIONS
from articles import records, rows
from articles.folding import fold
from articles.formats import load
folder, library, together = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
read = []
for path in sorted(folder.iterdir()):
    article = load(path)
    values = rows.values(article) | {"added": "2026-11-25T09:00:00.000000+00:00", "sort_title": fold(article.title),
        "sort_source": fold(article.source or ""), "address": None}
    read.append((values, [(fold(tag), tag) for tag in article.tags]))
with Database(library, MIGRATIONS) as database:
    before, start = time.process_time(), time.perf_counter()
    for at in range(0, len(read), together):
        with database.write() as connection:
            for values, tags in read[at : at + together]:
                values["key"] = connection.execute(records.INSERT, values).lastrowid
                connection.execute(records.INDEX, values)
                connection.execute(records.SHELVE, values)
                tagged = [(name, values["key"], tag) for name, tag in tags]
                connection.executemany("INSERT INTO tag (name, key, shown) VALUES (?, ?, ?)", tagged)
    print(json.dumps([time.perf_counter() - start, time.process_time() - before]))
"""
_OURS = """
import json, sys, time, resource, contextlib, io
start = time.perf_counter()
from reader.cli.main import main
with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
    code = main(["--home", sys.argv[2], "add", sys.argv[1]])
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
assert code == 0, code
print(json.dumps([time.perf_counter() - start, sum(each.ru_utime + each.ru_stime for each in used)]))
"""


def main() -> None:
    """Print both times of each run and the ratio of the smallest."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=1_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--together", type=int, default=200, help="articles a transaction of the base; ours has 200")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = _files(folder / "files", options.files)
        base, ours = [], []
        for run in range(options.runs):
            library = folder / f"base{run}.db"
            base.append(_run(_BASE, files, library, str(options.together)))
            home = folder / f"home{run}"
            # The bundled articles are put in by the first command.
            subprocess.run([sys.executable, "-m", "reader", "--home", home, "list"], check=True, capture_output=True)
            ours.append(_run(_OURS, files, home))
            print(f"run {run + 1}: base {base[-1][0]:.2f} s (CPU {base[-1][1]:.2f}), "
                  f"reader add {ours[-1][0]:.2f} s (CPU {ours[-1][1]:.2f})")  # fmt: skip
    for what, at in (("wall", 0), ("CPU", 1)):
        one, two = min(each[at] for each in base), min(each[at] for each in ours)
        print(f"{what}: {two / one:.2f} × the base (least of {options.runs})")


def _run(program: str, *words: object) -> list[float]:
    done = subprocess.run([sys.executable, "-c", program, *map(str, words)], check=True, capture_output=True, text=True)
    found: list[float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _files(folder: Path, number: int) -> Path:
    """Text files of about 3 kB, of the words of the bundled articles."""
    folder.mkdir()
    words = " ".join(each.article.body for each in bundled()).split()
    pick = random.Random(7)
    for count in range(number):
        paragraphs = [" ".join(pick.choices(words, k=60)) + "." for _ in range(8)]
        text = f"Notícia de número {count}\n\n" + "\n\n".join(paragraphs)
        (folder / f"{count:05}.txt").write_text(text, encoding="utf-8")
    return folder


if __name__ == "__main__":
    main()
