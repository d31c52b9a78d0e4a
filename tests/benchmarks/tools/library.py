"""A large library to measure with, all of it invented: made once and kept in the temp folder."""

from __future__ import annotations

import argparse
import datetime
import hashlib
import itertools
import json
import os
import random
import re
import shutil
import tempfile
import time
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from articles.bundled import bundled
from articles.database import Database
from articles.feeds.naming import folded
from articles.model import identity, paragraph_spans
from articles.sentences import sentence_spans
from reader.cli.compose import migrations
from reader.entities.gazetteer import fold as fold_name
from reader.translation.memory import key_of
from tests.benchmarks.tools.texts import FIRST, LAST, TOWNS

ARTICLES = 100_000
ENGLISH = 2_000
"""Articles whose sentences are all translated, spread over the library: some 50,000 sentences."""

WORDS = 60_000
"""Different words: those of the bundled articles by their frequency, then forms derived from them."""

_WORDS_OF_AN_ARTICLE = 480  # 3 kB
_AT_ONCE = 2_000
_DAY_ONE = datetime.date(2016, 1, 4)
_PER_DAY = 30
_SUFFIXES = (
    "mente",
    "dade",
    "ções",
    "ção",
    "ista",
    "ismo",
    "eiro",
    "eira",
    "inho",
    "ável",
    "ando",
    "aram",
    "asse",
    "ício",
)
_KINDS = ("person", "place", "organisation", "event")
_word = re.compile(r"[^\W\d_]{2,}")


class Words:
    """Draws words as a language has them: the second half as often as the first, and so on (Zipf)."""

    def __init__(self, dice: random.Random, text: str, number: int) -> None:
        known = [word for word, _ in Counter(word.lower() for word in _word.findall(text)).most_common()]
        stems = [word[: max(3, len(word) - 2)] for word in known if len(word) > 4]
        derived = sorted({stem + suffix for stem in stems for suffix in _SUFFIXES} - set(known))
        dice.shuffle(derived)
        pairs = itertools.product(derived, ("s", "r", "do", "va", "ria"))
        more = derived + [word + end for word, end in itertools.islice(pairs, max(0, number - len(derived)))]
        self.all = (known + more)[:number]
        self._sums = list(itertools.accumulate(1 / (rank + 2.7) ** 1.05 for rank in range(len(self.all))))
        self._dice = dice

    def draw(self, count: int) -> list[str]:
        """So many words, the frequent ones often."""
        words, sums, chance, total = self.all, self._sums, self._dice.random, self._sums[-1]
        return [words[bisect(sums, chance() * total)] for _ in range(count)]


def library(articles: int = ARTICLES, english: int | None = None, seed: int = 1) -> Path:
    """The file of a library of so many articles: the one made before, or a new one. Copy it to write to it.

    Args:
        articles: How many; 3 kB each.
        english: How many of them are translated; None for ``ENGLISH``, or a tenth of them if that is less.
        seed: Another one makes another library.
    """
    english = min(ENGLISH, articles // 10) if english is None else english
    steps = "\n".join(each.name for each in migrations())
    made_by = hashlib.sha256(steps.encode() + Path(__file__).read_bytes()).hexdigest()[:10]
    folder = Path(tempfile.gettempdir()) / f"reader-libraries-{os.getuid()}"
    path = folder / f"{articles}-{english}-{seed}-{made_by}.db"
    if not path.exists():
        folder.mkdir(mode=0o700, exist_ok=True)
        started = time.perf_counter()
        making = path.with_suffix(f".{os.getpid()}")
        making.unlink(missing_ok=True)
        with Database(making, migrations()) as database:
            _fill(database, articles, english, random.Random(seed))
        for log in (making.with_name(making.name + "-wal"), making.with_name(making.name + "-shm")):
            log.unlink(missing_ok=True)
        making.replace(path)
        print(f"  a library of {articles:,} articles made in {time.perf_counter() - started:.0f} s", flush=True)
    return path


def copied(path: Path, to: Path) -> Path:
    """The library as another file, which may be written to."""
    shutil.copyfile(path, to)
    return to


def _fill(database: Database, count: int, english: int, dice: random.Random) -> None:
    text = " ".join(f"{each.article.title} {each.article.body}" for each in bundled())
    words = Words(dice, text, WORDS)
    targets = Words(dice, " ".join(target for each in bundled() for _, target in each.english), WORDS // 3)
    names = _names(dice, max(200, count // 5))
    with database.write() as connection:
        connection.execute("DELETE FROM seeded")
        made = _articles(count, dice, words, names)
        for first in range(1, count + 1, _AT_ONCE):
            some = list(itertools.islice(made, _AT_ONCE))
            connection.executemany(
                "INSERT INTO article (key, id, title, source, published, language, words, added, day, byline, url,"
                " tags, markup, body) VALUES (:key, :id, :title, :source, :published, :language, :words, :added, "
                "coalesce(:published, substr(:added, 1, 10)), :byline, :url, :tags, '[]', :body)",
                some,
            )
            connection.execute(
                "INSERT INTO shelf (key, day, added, title, source, language, words, address, read, starred) "
                "SELECT key, day, added, fold(title), fold(coalesce(source, '')), language, words, url, "
                "CASE WHEN key % 2 THEN added END, CASE WHEN key % 47 = 3 THEN added END "
                "FROM article WHERE key >= ?",
                (first,),
            )
        connection.execute(
            "INSERT OR IGNORE INTO tag SELECT fold(e.value), a.key, e.value FROM article a, json_each(a.tags) AS e"
        )
        connection.execute(
            'INSERT INTO mark (article, start, "end", quote, made) '
            "SELECT id, 0, 9, substr(body, 1, 9), added FROM article WHERE key % 97 = 5"
        )
    with database.write() as connection:
        connection.execute("INSERT INTO article_text (article_text) VALUES ('rebuild')")
    _feeds(database, count)
    _entities(database, count, dice, names)
    _translate(database, range(3, count + 1, max(1, count // max(1, english))), targets)


def _articles(count: int, dice: random.Random, words: Words, names: list[str]) -> Iterator[dict[str, object]]:
    tags = [f"tema {word}" if number % 5 == 0 else word for number, word in enumerate(words.all[300:500])]
    papers = [f"{kind} {town}" for kind in ("Jornal de", "Diário de", "Folha de") for town in TOWNS[:14]]
    papers_ = _skewed(dice, papers)
    for key in range(1, count + 1):
        drawn = iter(words.draw(_WORDS_OF_AN_ARTICLE + 8))
        title = " ".join(itertools.islice(drawn, dice.randint(5, 8))).capitalize()
        who = names[int(len(names) * dice.random() ** 3)]
        parts, sentence = [f"{who} falou em {dice.choice(TOWNS)} sobre {next(drawn)} e {next(drawn)}."], []
        length = dice.randint(9, 27)
        for word in drawn:
            sentence.append(word)
            if len(sentence) == length:
                sentence[length // 2] += ","
                parts.append(" ".join(sentence).capitalize() + dice.choice((".", ".", ".", ".\n\n")))
                sentence, length = [], dice.randint(9, 27)
        body = " ".join(parts).replace("\n\n ", "\n\n").strip()
        day = _DAY_ONE + datetime.timedelta(key // _PER_DAY)
        yield {
            "key": key,
            "id": identity(body),
            "title": title,
            "source": papers_(),
            "published": None if key % 50 == 0 else day.isoformat(),
            "language": ("pt-BR", "pt-BR", "pt-PT", "pt-BR", "pt-PT", "pt")[key % 6],
            "words": body.count(" ") + 1,
            "added": f"{day.isoformat()}T12:{key % 60:02}:00.000000+00:00",
            "byline": f"{dice.choice(FIRST)} {dice.choice(LAST)}",
            "url": f"https://example.org/{key}",
            "tags": json.dumps([tags[int(200 * dice.random() ** 2)] for _ in range(key % 4)], ensure_ascii=False),
            "body": body,
        }


def _skewed(dice: random.Random, values: list[str]) -> Callable[[], str]:
    sums = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(values))))
    return lambda: values[bisect(sums, dice.random() * sums[-1])]


def _names(dice: random.Random, count: int) -> list[str]:
    every = [f"{first} {middle} {last}" for first in FIRST for middle in LAST for last in LAST if middle != last]
    dice.shuffle(every)
    return [f"{first} {last}" for first in FIRST[:10] for last in LAST[:10]] + every[: max(0, count - 100)]


def _feeds(database: Database, count: int) -> None:
    with database.write() as connection:
        for number in range(1, 31):
            title = f"Notícias de {TOWNS[number % len(TOWNS)]}"
            connection.execute(
                "INSERT INTO feed (key, url, title, folded, added) VALUES (?, ?, ?, ?, '2016-01-01')",
                (number, f"https://example.org/feeds/{number}.xml", title, folded(title)),
            )
        connection.execute(
            "INSERT INTO feed_item (feed, guid, article, digest, wholeness, seen) "
            "SELECT 1 + (key * 7919) % 30 * (key % 3 > 0), key, key, '', 'whole', added FROM article WHERE key % 10 < 7"
        )


def _entities(database: Database, count: int, dice: random.Random, names: list[str]) -> None:
    """A dozen names for each article, the first in many, most in a few."""
    pairs = Counter[tuple[int, int]]()
    with database.write() as connection:
        kinds = [_KINDS[number % 4] for number in range(len(names))]
        connection.executemany(
            "INSERT INTO library_entity (number, kind, key, name) VALUES (?, ?, ?, ?)",
            ((at + 1, kinds[at], fold_name(name), name) for at, name in enumerate(names)),
        )
        connection.executemany(
            "INSERT INTO entity_name (number, kind, folded, exact, name, entity) VALUES (?1, ?2, ?3, 0, ?4, ?1)",
            ((at + 1, kinds[at], fold_name(name), name) for at, name in enumerate(names)),
        )
        pairs.update((1 + int(len(names) * dice.random() ** 5), key) for key in range(1, count + 1) for _ in range(12))
        connection.execute("DROP INDEX entity_in_article")  # made at the end: ten times as fast
        connection.executemany(
            "INSERT INTO entity_in SELECT ?, day, key, ? FROM shelf WHERE key = ?",
            ((name, often, key) for (name, key), often in sorted(pairs.items())),
        )
        connection.execute("CREATE INDEX entity_in_article ON entity_in (article)")
        connection.execute(
            "UPDATE library_entity SET (articles, mentions) = "
            "(SELECT count(*), coalesce(sum(mentions), 0) FROM entity_in WHERE name = number)"
        )
        connection.execute("INSERT INTO entity_indexed SELECT key, 'bench' FROM article")


def _translate(database: Database, keys: range, words: Words) -> None:
    with database.write() as connection:
        for key in keys:
            (body,) = connection.execute("SELECT body FROM article WHERE key = ?", (key,)).fetchone()
            spans = [span for part in paragraph_spans(body) for span in sentence_spans(body, part.start, part.end)]
            rows = [(key_of(span.of(body)), span.of(body), _english(span.of(body), words)) for span in spans]
            connection.executemany(
                "INSERT OR IGNORE INTO translation (key, rank, engine, version, created, source, target, turn) "
                "VALUES (?, 0, 'bench', '1', '2024-01-01T00:00:00+00:00', ?, ?, 1)",
                rows,
            )


def _english(source: str, words: Words) -> str:
    return " ".join(words.draw(source.count(" ") + 1)).capitalize() + "."


def main() -> None:
    """Make one and say where it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--english", type=int, help="articles that are translated")
    options = parser.parse_args()
    path = library(options.articles, options.english)
    print(path, f"{path.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
