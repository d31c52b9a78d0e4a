"""Dictionaries: memory and time beside SQLite with the same entries, accuracy, and which words have a sense.

``python -m tests.benchmarks.dictionary FILE…``; the files are dictionaries to install in a folder of its own.
"""

from __future__ import annotations

import re
import sqlite3
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
CASES = ROOT / "tests" / "dictionary" / "cases" / "words.txt"
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
    files = [Path(each) for each in sys.argv[1:]]
    found = SHARED / "data" / "dictionary"
    files = files or [*found.glob("*.tar.gz"), *Path("/usr/share/dictd").glob("*por-eng.index")]
    with tempfile.TemporaryDirectory() as folder:
        store = Dictionaries(Path(folder))
        for each in files:
            start = time.perf_counter()
            store.add(each)
            print(f"installed {each.name} in {time.perf_counter() - start:.2f} s")
        before = rss()
        for one in store.open():
            words = list(dict.fromkeys(one.sample(3_000)))[::7]
            words = sorted(words, key=lambda word: hash(word) % 997)
            times = []
            rows = []
            for word in words:
                start = time.perf_counter()
                rows.append((word, repr(one.senses(word))))
                times.append(time.perf_counter() - start)
            print(f"{one.name}: {spread(times)}; {len(words)} words; RSS +{rss() - before:.1f} MB")
            base = sqlite3.connect(str(Path(folder) / "base.db"))
            base.execute("DROP TABLE IF EXISTS t")
            base.execute("CREATE TABLE t (word TEXT PRIMARY KEY, entry TEXT) WITHOUT ROWID")
            base.executemany("INSERT OR REPLACE INTO t VALUES (?, ?)", rows)
            times = []
            for word in words:
                start = time.perf_counter()
                base.execute("SELECT entry FROM t WHERE word = ?", (word,)).fetchone()
                times.append(time.perf_counter() - start)
            print(f"  base, SQLite with only these entries, ready made: {spread(times)}")
            base.close()
            one.close()
        lookups = WordLookups(InProcess(), store.open)
        _accuracy(lookups)
        _coverage(lookups)
        lookups.close()


def _accuracy(lookups: WordLookups) -> None:
    lines = [each for each in CASES.read_text("utf-8").splitlines() if each and not each.startswith("#")]
    right: Counter[str] = Counter()
    for at, line in enumerate(lines, 1):
        marked, lemma, parts, kind = line.split("|")
        first, word, rest = marked.split("*")
        told = lookups.look_up(first + word + rest, Span(len(first), len(first) + len(word)))
        half = "set aside" if at % 2 == 0 else "for tuning"
        right[f"{half}: cases"] += 1
        checks = {
            "lemma": told.lemmas[0] == lemma,
            "parts": parts == "-" or [each.form for each in told.parts] == parts.split(),
            "class": kind == "-" or told.part_of_speech == kind,
        }
        for name, good in checks.items():
            right[f"{half}: {name}"] += good
            if not good:
                got = {"lemma": told.lemmas, "parts": [each.form for each in told.parts], "class": told.part_of_speech}
                print(f"  {half}, {name}: {line} -> {got[name]}")
    for name in sorted(right):
        print(f"{name} {right[name]}")


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
