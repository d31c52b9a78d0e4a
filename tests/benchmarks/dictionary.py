"""Dictionaries: memory and time beside SQLite with all their entries, accuracy, and which words have a sense.

Memory is measured in a fresh process each. Times are of the processor, so that a busy machine adds nothing to them.

``python -m tests.benchmarks.dictionary FILE…``; the files are dictionaries to install in a folder of its own.
"""

from __future__ import annotations

import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from articles.model import Span
from reader.dictionary.lemmatizer import InProcess
from reader.dictionary.lookup import WordLookups
from reader.dictionary.store import Dictionaries

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "dictionary" / "cases"
SHARED = ROOT.parent / "shared"


def rss() -> float:
    """MB of this process that lie in memory."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1000  # type: ignore[index]


def spread(times: list[float]) -> str:
    """The middle and the 95th percentile, in microseconds."""
    times.sort()
    return f"p50 {times[len(times) // 2] * 1e6:.0f} µs, p95 {times[len(times) * 95 // 100] * 1e6:.0f} µs"


def main() -> None:
    if sys.argv[1:2] == ["--measure"]:
        measure(*sys.argv[2:])
        return
    files = [Path(each) for each in sys.argv[1:]]
    found = SHARED / "data" / "dictionary"
    files = files or [*found.glob("*.tar.gz"), *Path("/usr/share/dictd").glob("*por-eng.index")]
    with tempfile.TemporaryDirectory() as folder:
        store = Dictionaries(Path(folder))
        for each in files:
            start = time.perf_counter()
            store.add(each)
            print(f"installed {each.name} in {time.perf_counter() - start:.2f} s")
        for about in store.all():
            _base(store, about.short, Path(folder) / f"{about.short}.db")
            size = sum(each.stat().st_size for each in about.folder.iterdir()) / 1e6
            print(f"{about.name}, {about.entries} entries:")
            print(f"  {size:.1f} MB on disk; SQLite {(Path(folder) / f'{about.short}.db').stat().st_size / 1e6:.1f} MB")
            for what in ("ours", "raw", "sqlite", "nothing"):
                subprocess.run(
                    [sys.executable, "-m", "tests.benchmarks.dictionary", "--measure", what, folder, about.short],
                    check=True,
                )
        lookups = WordLookups(InProcess(), store.open)
        _accuracy(lookups)
        _coverage(lookups)
        lookups.close()


def _base(store: Dictionaries, short: str, path: Path) -> None:
    """SQLite with every entry's text as it stands in the dictionary, and every other form."""
    one = next(each for each in store.open() if each.about.short == short)
    base = sqlite3.connect(str(path))
    base.execute("CREATE TABLE entry (word TEXT, text TEXT)")
    base.execute("CREATE TABLE form (form TEXT, word TEXT)")
    for word in dict.fromkeys(one.sample(10**9)):
        for head, offset, size, alias in one._find(word):
            if alias:
                base.execute("INSERT INTO form VALUES (?, ?)", (word, head))
            else:
                text = one._slices.read(offset, size).decode("utf-8", "replace")
                base.execute("INSERT INTO entry VALUES (?, ?)", (word, text))
    base.execute("CREATE INDEX entries ON entry (word)")
    base.execute("CREATE INDEX forms ON form (form)")
    base.commit()
    base.close()
    one.close()


def measure(what: str, folder: str, short: str) -> None:
    """Look 1,500 words up, half of them other forms where there are any; in a process that did nothing else."""
    store = Dictionaries(Path(folder))
    one = next(each for each in store.open() if each.about.short == short)
    words = random.Random(6).sample(one.sample(30_000), 1_500)
    one.close()
    before, times = rss(), []
    if what in ("ours", "raw"):
        one = next(each for each in store.open() if each.about.short == short)

        def raw(word: str) -> object:
            return [one._slices.read(offset, size) for _, offset, size, _ in one._find(word)[:50]]

        ask = one.senses if what == "ours" else raw
    elif what == "sqlite":
        base = sqlite3.connect(str(Path(folder) / f"{short}.db"))
        query = (
            "SELECT text FROM entry WHERE word = ?1 UNION ALL "
            "SELECT text FROM form JOIN entry ON entry.word = form.word WHERE form = ?1 LIMIT 50"
        )
        ask = lambda word: base.execute(query, (word,)).fetchall()  # noqa: E731
    else:
        ask = len
    for word in words:
        start = time.thread_time()
        ask(word)
        times.append(time.thread_time() - start)
    names = {"ours": "this room, senses", "raw": "this room, texts", "sqlite": "SQLite, texts", "nothing": "nothing"}
    print(f"  {names[what]}: {spread(times)}; RSS +{rss() - before:.1f} MB", flush=True)


def _accuracy(lookups: WordLookups) -> None:
    for path in sorted(CASES.glob("*.txt")):
        lines = [each for each in path.read_text("utf-8").splitlines() if each and not each.startswith("#")]
        right: Counter[str] = Counter()
        for line in lines:
            marked, lemma, parts, kind = line.split("|")
            first, word, rest = marked.split("*")
            told = lookups.look_up(first + word + rest, Span(len(first), len(first) + len(word)))
            checks = {
                "lemma": told.lemmas[0] == lemma,
                "parts": parts == "-" or [each.form for each in told.parts] == parts.split(),
                "class": kind == "-" or told.part_of_speech == kind,
            }
            right["all three"] += all(checks.values())
            right.update(name for name, good in checks.items() if good)
            if not all(checks.values()):
                print(f"  {line} -> {told.lemmas}, {[each.form for each in told.parts]}, {told.part_of_speech}")
        print(f"{path.name}, {len(lines)} words: " + ", ".join(f"{name} {count}" for name, count in right.items()))


def _coverage(lookups: WordLookups) -> None:
    texts = [each.read_text("utf-8") for each in (SHARED / "seeds").glob("*.txt")]
    texts += (SHARED / "data" / "flores-dev" / "dev.pt").read_text("utf-8").splitlines()[:40]
    words = Counter()
    has: Counter[str] = Counter()
    misses: Counter[str] = Counter()
    for text in texts:
        for sentence in text.splitlines():
            for each in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", sentence):
                told = lookups.look_up(sentence, Span(each.start(), each.end()))
                told = told.word or told
                if told.name:
                    continue
                words["all"] += 1
                names = {sense.dictionary for sense in (*told.senses, *(s for p in told.parts for s in p.senses))}
                has["any"] += bool(names or told.parts)
                for name in names:
                    has[name] += 1
                if not names and not told.parts:
                    misses[each[0].lower()] += 1
    for name, count in has.most_common():
        print(f"{name or 'own list'}: {count} of {words['all']} words, {count / max(1, words['all']):.1%}")
    print("commonest misses:", ", ".join(f"{word} {count}" for word, count in misses.most_common(50)))


if __name__ == "__main__":
    main()
